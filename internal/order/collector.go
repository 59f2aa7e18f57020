package order

import (
	"context"
	"slices"
	"sync"

	"qudao/internal/pg"
)

// The collector's measures. A second writer overlaps one's waiting for PostgreSQL with the other's
// deciding, but begins only when so many wait that its slice is worth a transaction of its own; slices
// beyond 32 gained nothing when measured.
const (
	writers    = 2
	sliceSize  = 32
	worthwhile = 4
	queueSize  = 1024
)

// collector gathers the orders that arrive together into slices. There is one in each server.
type collector struct {
	mu     sync.Mutex
	change sync.Cond
	queue  []*waiting
	busy   int // writers at work
	closed bool
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
	c := &collector{}
	c.change.L = &c.mu
	for range writers {
		c.ending.Go(func() { c.run(w) })
	}
	return c
}

// place hands an order to the writers and waits for its commit or its refusal. When the caller leaves
// before, the order may still be placed: its idempotency key tells.
func (c *collector) place(ctx context.Context, r *request) (Placed, error) {
	o := &waiting{request: r, done: make(chan struct{})}
	if !c.put(o) {
		return Placed{}, pg.Busy.With()
	}
	select {
	case <-o.done:
		return o.placed, o.err
	case <-ctx.Done():
		return Placed{}, ctx.Err()
	}
}

func (c *collector) put(o *waiting) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.queue) >= queueSize {
		return false
	}
	c.queue = append(c.queue, o)
	c.change.Signal()
	return true
}

// run takes what waits, at most a slice, and writes it, until the collector is closed and empty.
func (c *collector) run(w *writer) {
	for {
		slice := c.take()
		if slice == nil {
			return
		}
		w.place(slice)
		for _, o := range slice {
			close(o.done)
		}
		c.done()
	}
}

// take waits for orders and returns them in the order of arrival; nil when the collector has ended.
func (c *collector) take() []*waiting {
	c.mu.Lock()
	defer c.mu.Unlock()
	for len(c.queue) == 0 || c.busy > 0 && len(c.queue) < worthwhile {
		if c.closed && len(c.queue) == 0 {
			return nil
		}
		c.change.Wait()
	}
	n := min(len(c.queue), sliceSize)
	slice := slices.Clone(c.queue[:n])
	c.queue = slices.Delete(c.queue, 0, n)
	c.busy++
	return slice
}

func (c *collector) done() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.busy--
	c.change.Signal()
}

// close lets what waits be placed and ends the writers. Nothing may be put afterwards.
func (c *collector) close() {
	c.mu.Lock()
	c.closed = true
	c.change.Broadcast()
	c.mu.Unlock()
	c.ending.Wait()
}
