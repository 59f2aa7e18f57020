package order

import (
	"context"
	"sync"

	"qudao/internal/pg"
)

// The collector's measures. Two writers overlap one's waiting for PostgreSQL with the other's deciding;
// slices beyond 32 gained nothing when measured.
const (
	writers   = 2
	sliceSize = 32
	queueSize = 1024
)

// collector gathers the orders that arrive together into slices. There is one in each server.
type collector struct {
	in     chan *waiting
	ending sync.WaitGroup
}

// waiting is one order on its way. done is closed after placed and err are set.
type waiting struct {
	*request
	placed Placed
	err    error
	done   chan struct{}
}

func newCollector(w *writer) *collector {
	c := &collector{in: make(chan *waiting, queueSize)}
	for range writers {
		c.ending.Go(func() { c.run(w) })
	}
	return c
}

// place hands an order to the writers and waits for its commit or its refusal. When the caller leaves
// before, the order may still be placed: its idempotency key tells.
func (c *collector) place(ctx context.Context, r *request) (Placed, error) {
	o := &waiting{request: r, done: make(chan struct{})}
	select {
	case c.in <- o:
	default:
		return Placed{}, pg.Busy.With()
	}
	select {
	case <-o.done:
		return o.placed, o.err
	case <-ctx.Done():
		return Placed{}, ctx.Err()
	}
}

// run takes what waits, at most a slice, and writes it, until the collector is closed and empty.
func (c *collector) run(w *writer) {
	for first := range c.in {
		slice := append(make([]*waiting, 0, sliceSize), first)
	gather:
		for len(slice) < sliceSize {
			select {
			case next, open := <-c.in:
				if !open {
					break gather
				}
				slice = append(slice, next)
			default:
				break gather
			}
		}
		w.place(slice)
		for _, o := range slice {
			close(o.done)
		}
	}
}

func (c *collector) close() {
	close(c.in)
	c.ending.Wait()
}
