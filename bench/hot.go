package main

import (
	"context"
	"fmt"
)

// plenty is more of an SKU than any run sells, in thousandths.
const plenty = 1_000_000_000_000

// article is one SKU.
type article struct {
	id int32
	choice
}

// hotRound is one round of G2.
type hotRound struct {
	row               rawLimit
	eight, many, cool tally
}

// measureHot is G2: every order holds one hot SKU, which lies in one warehouse, so that all orders take
// from one row; beside PostgreSQL with a hot row and a statement a row, and beside orders without it.
func measureHot(ctx context.Context, b *bench) ([]Result, error) {
	hot, err := b.hotArticle(ctx)
	if err != nil {
		return nil, fmt.Errorf("find an SKU that every dealer may order: %w", err)
	}
	if err := b.leave(ctx, hot, plenty); err != nil {
		return nil, err
	}
	var rounds []hotRound
	for range b.Rounds {
		var h hotRound
		if h.row, err = b.rawLimit(ctx, "hot", "row"); err != nil {
			return nil, err
		}
		for _, one := range []struct {
			to *tally
			j  job
		}{
			{&h.cool, job{do: "order", clients: 64}}, {&h.many, job{do: "order", clients: 64, hot: hot.choice}},
			{&h.eight, job{do: "order", clients: 8, hot: hot.choice}},
		} {
			if *one.to, err = b.load(ctx, one.j); err != nil {
				return nil, err
			}
		}
		rounds = append(rounds, h)
	}
	row := medianOf(rounds, func(h hotRound) float64 { return h.row.perSec })
	many := medianOf(rounds, func(h hotRound) float64 { return h.many.PerSec })
	results := []Result{
		b.result("G2", "orders with one hot SKU, 8 clients; against a hot row, a statement a row", "orders/s",
			medianOf(rounds, func(h hotRound) float64 { return h.eight.PerSec }), row, goal{}),
		b.result("G2", "orders with one hot SKU, 64 clients; against a hot row, a statement a row", "orders/s", many, row, ratioFrom(5)),
		b.result("G2", "orders with one hot SKU, 64 clients; against orders without it", "orders/s", many,
			medianOf(rounds, func(h hotRound) float64 { return h.cool.PerSec }), ratioFrom(0.7)),
	}
	sold, err := b.sellOut(ctx, hot)
	return append(results, sold...), err
}

// hotArticle finds an SKU that every dealer may order.
func (b *bench) hotArticle(ctx context.Context) (a article, err error) {
	conn, err := b.connect(ctx)
	if err != nil {
		return a, err
	}
	defer conn.Close(ctx)
	err = conn.QueryRow(ctx, hotSQL).Scan(&a.id, &a.Code, &a.First)
	return a, err
}

// leave leaves so many thousandths of an SKU free, all in one warehouse.
func (b *bench) leave(ctx context.Context, a article, free int64) error {
	conn, err := b.connect(ctx)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, leaveSQL, a.id, free)
	return err
}
