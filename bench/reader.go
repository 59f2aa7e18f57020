package main

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
)

// reader is the reference of the catalogue page, a process of its own: connections that read the rows
// of 50 products by their keys from PostgreSQL, and nothing else. It prints a tally.
type reader struct {
	URL     string `arg:"" help:"Of PostgreSQL."`
	Goods   string `arg:"" help:"File with the pages to read."`
	Clients int    `default:"8"`
	Secs    int    `default:"10"`
	Warm    int    `default:"3"`
}

func (r *reader) Run(ctx context.Context) error {
	var g goods
	if err := readJSON(r.Goods, &g); err != nil {
		return err
	}
	begin := time.Now().Add(time.Duration(r.Warm) * time.Second)
	count := &counter{begin: begin, end: begin.Add(time.Duration(r.Secs) * time.Second)}
	errs := make([]error, r.Clients)
	var clients sync.WaitGroup
	for n := range r.Clients {
		clients.Go(func() { errs[n] = r.read(ctx, g.Pages, count, randomOf(n)) })
	}
	clients.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return json.NewEncoder(os.Stdout).Encode(count.sum())
}

func (r *reader) read(ctx context.Context, pages [][]int32, count *counter, random *rand.Rand) error {
	conn, err := pgx.Connect(ctx, r.URL)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	for time.Now().Before(count.end) {
		o := outcome{due: time.Now()}
		rows, err := conn.Query(ctx, pageRowsSQL, pages[random.IntN(len(pages))])
		if err != nil {
			return err
		}
		for rows.Next() {
			_ = rows.RawValues() // as PostgreSQL sends them
		}
		if err := rows.Err(); err != nil {
			return err
		}
		o.done = time.Now()
		count.note(o)
	}
	return nil
}
