package main

import (
	"context"
	"fmt"
	"path/filepath"
	"unicode"

	"github.com/jackc/pgx/v5"
)

// goods is a sample of the catalogue: what is searched for, and what the bare reads read.
type goods struct {
	Words []string  `json:"words"` // two Chinese characters that follow each other in a name
	Parts []string  `json:"parts"` // models and material numbers
	Pages [][]int32 `json:"pages"` // ids of 50 products that follow each other by category
}

const sampled = 2_000

// goodsFile writes down a sample of the catalogue, once a run.
func (b *bench) goodsFile(ctx context.Context) (string, error) {
	file := filepath.Join(b.folder, "goods.json")
	if b.sampled {
		return file, nil
	}
	g, err := b.sample(ctx)
	if err != nil {
		return "", fmt.Errorf("sample the catalogue: %w", err)
	}
	b.sampled = true
	return file, writeJSON(file, g)
}

func (b *bench) sample(ctx context.Context) (g goods, err error) {
	conn, err := b.connect(ctx)
	if err != nil {
		return g, err
	}
	defer conn.Close(ctx)
	names, err := texts(ctx, conn, namesSQL)
	if err != nil {
		return g, err
	}
	for i, name := range names {
		if pairs := hanPairs(name); len(pairs) > 0 {
			g.Words = append(g.Words, pairs[i%len(pairs)])
		}
	}
	if g.Parts, err = texts(ctx, conn, partsSQL); err != nil {
		return g, err
	}
	rows, err := conn.Query(ctx, pagesSQL, pageSize, sampled)
	if err != nil {
		return g, err
	}
	if g.Pages, err = pgx.CollectRows(rows, pgx.RowTo[[]int32]); err != nil {
		return g, err
	}
	if len(g.Words) == 0 || len(g.Parts) == 0 || len(g.Pages) == 0 {
		return g, fmt.Errorf("%d words, %d part numbers, %d pages", len(g.Words), len(g.Parts), len(g.Pages))
	}
	return g, nil
}

func texts(ctx context.Context, conn *pgx.Conn, sql string) ([]string, error) {
	rows, err := conn.Query(ctx, sql, sampled)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[string])
}

// hanPairs are all pairs of Chinese characters that follow each other.
func hanPairs(text string) (pairs []string) {
	var before rune
	for _, r := range text {
		if !unicode.Is(unicode.Han, r) {
			r = 0
		}
		if r != 0 && before != 0 {
			pairs = append(pairs, string([]rune{before, r}))
		}
		before = r
	}
	return pairs
}
