package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// client is the load, a process of its own: signed-in dealers who ask the server for one thing after
// the other. It prints a tally.
type client struct {
	URL     string  `arg:""`
	Buyers  string  `arg:"" help:"File with the buyers."`
	Goods   string  `help:"File with the words and part numbers that are asked for."`
	Do      string  `default:"order" enum:"order,page,search,suggest" help:"What is asked for."`
	Clients int     `default:"8" help:"How many ask at once, each its next thing after the last answer."`
	Rate    float64 `help:"Instead: so many a second, whether the last ones are answered or not."`
	Times   int     `help:"Instead: so many in all, and no warm-up."`
	Secs    int     `default:"10"`
	Warm    int     `default:"15" help:"Seconds before counting: memory fills with what the dealers ask for."`
	Lines   int     `default:"10" help:"Of an order."`
	Hot     string  `help:"An SKU that every order holds."`
	First   float64 `help:"Its smallest right quantity."`
}

// asker asks for one thing as the n-th client.
type asker func(ctx context.Context, n int, random *rand.Rand) outcome

func (c *client) Run(ctx context.Context) error {
	var buyers []buyer
	if err := readJSON(c.Buyers, &buyers); err != nil {
		return err
	}
	caller := &caller{url: c.URL, http: &http.Client{Transport: &wire{}}}
	ask, err := c.asker(caller, buyers)
	if err != nil {
		return err
	}
	begin := time.Now()
	if c.Times == 0 {
		begin = begin.Add(time.Duration(c.Warm) * time.Second)
	}
	count := &counter{begin: begin, end: begin.Add(time.Duration(c.Secs) * time.Second)}
	switch {
	case c.Times > 0:
		count.end = begin.Add(time.Hour)
		c.times(ctx, ask, count)
		count.end = time.Now()
	case c.Rate > 0:
		c.paced(ctx, ask, count)
	default:
		c.closed(ctx, ask, count)
	}
	return json.NewEncoder(os.Stdout).Encode(count.sum())
}

func (c *client) asker(caller *caller, buyers []buyer) (asker, error) {
	if c.Do == "order" {
		return (&ordering{caller: caller, buyers: buyers, lines: c.Lines, hot: choice{c.Hot, c.First}, all: c.Times > 0}).ask, nil
	}
	if c.Do == "page" {
		return newBrowsing(caller, buyers, c.Clients).ask, nil
	}
	var g goods
	if err := readJSON(c.Goods, &g); err != nil {
		return nil, err
	}
	searching := &searching{caller: caller, buyers: buyers, goods: g}
	if c.Do == "search" {
		return searching.search, nil
	}
	return searching.suggest, nil
}

// closed has each client ask again as soon as it is answered.
func (c *client) closed(ctx context.Context, ask asker, count *counter) {
	var clients sync.WaitGroup
	for n := range c.Clients {
		clients.Go(func() {
			random := randomOf(n)
			for time.Now().Before(count.end) && ctx.Err() == nil {
				count.note(ask(ctx, n, random))
			}
		})
	}
	clients.Wait()
}

// paced asks at even distances in time. What is late counts from when it was due, so that a server that
// stands still for a moment is seen to.
func (c *client) paced(ctx context.Context, ask asker, count *counter) {
	var asked sync.WaitGroup
	defer asked.Wait()
	start := time.Now()
	for n := 0; ctx.Err() == nil; n++ {
		due := start.Add(time.Duration(float64(n) / c.Rate * float64(time.Second)))
		if due.After(count.end) {
			return
		}
		time.Sleep(time.Until(due))
		asked.Go(func() {
			o := ask(ctx, n%c.Clients, randomOf(n))
			o.due = due
			count.noteDue(o)
		})
	}
}

// times asks so often in all, as quickly as the clients can.
func (c *client) times(ctx context.Context, ask asker, count *counter) {
	var clients sync.WaitGroup
	var taken atomic.Int64
	for range c.Clients {
		clients.Go(func() {
			for ctx.Err() == nil {
				n := int(taken.Add(1)) - 1
				if n >= c.Times {
					return
				}
				count.note(ask(ctx, n, randomOf(n)))
			}
		})
	}
	clients.Wait()
}

func randomOf(n int) *rand.Rand { return rand.New(rand.NewPCG(uint64(n), 20260101)) }

func readJSON(file string, v any) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, v); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

func writeJSON(file string, v any) error {
	text, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return os.WriteFile(file, text, 0o600)
}
