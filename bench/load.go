package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
)

// job is a load to run in a process of its own.
type job struct {
	do      string // what is asked for: order, page, search, suggest
	clients int
	rate    float64 // so many a second instead, see client
	times   int     // so many in all instead
	hot     choice
	server  *server // nil: the server that is measured
}

// nouns are what is asked for, of many.
var nouns = map[string]string{"order": "orders", "page": "pages", "search": "searches", "suggest": "suggestions"}

func (j job) String() string {
	noun := nouns[j.do]
	if j.hot.Code != "" {
		noun += " of one hot SKU"
	}
	if j.rate > 0 {
		return fmt.Sprintf("%.0f %s a second", j.rate, noun)
	}
	return fmt.Sprintf("%s by %d clients", noun, j.clients)
}

// load runs a load and returns what it saw. More than one refusal in a hundred is an error, unless the
// load is of so many in all: what is refused is quick, and no figure.
func (b *bench) load(ctx context.Context, j job) (t tally, err error) {
	if j.server == nil {
		j.server = b.server
	}
	args := []string{"client", j.server.url, b.buyers, "--do", j.do, fmt.Sprint("--clients=", j.clients), fmt.Sprint("--secs=", b.Secs),
		fmt.Sprint("--warm=", b.Warm), fmt.Sprint("--rate=", j.rate), fmt.Sprint("--times=", j.times), "--hot", j.hot.Code, fmt.Sprint("--first=", j.hot.First)}
	if j.do == "search" || j.do == "suggest" {
		file, err := b.goodsFile(ctx)
		if err != nil {
			return t, err
		}
		args = append(args, "--goods", file)
	}
	if t, err = tallyOf(self(ctx, args...)); err != nil {
		return t, fmt.Errorf("%s: %w", j, err)
	}
	b.say("  %s: %.0f/s, p50 %.2f ms, p99 %.2f ms, %d refused %s", j, t.PerSec, t.P50, t.P99, t.Refused, strings.TrimSpace(t.First))
	if j.times == 0 && (t.Orders == 0 || t.Refused*100 > t.Orders) {
		return t, fmt.Errorf("%s: %d answered, %d refused: %s", j, t.Orders, t.Refused, t.First)
	}
	return t, nil
}

// bare runs the bare reads that the catalogue page is held against.
func (b *bench) bare(ctx context.Context, url string, clients int) (tally, error) {
	file, err := b.goodsFile(ctx)
	if err != nil {
		return tally{}, err
	}
	t, err := tallyOf(self(ctx, "reader", url, file, fmt.Sprint("--clients=", clients), fmt.Sprint("--secs=", b.Secs)))
	if err == nil {
		b.say("  50 rows by key, %d connections: %.0f/s, p50 %.2f ms, p99 %.2f ms", clients, t.PerSec, t.P50, t.P99)
	}
	return t, err
}

func tallyOf(printed []byte, err error) (t tally, _ error) {
	if err != nil {
		return t, err
	}
	return t, json.Unmarshal(printed, &t)
}
