// Package recent keeps answers for a moment, so that a question every request asks (whose session is
// this, what may they do) reaches PostgreSQL once in a while and not each time.
//
// It owns nothing but memory. It does not own freshness beyond its lifetime: an answer is at most
// that old, counted from before it was asked for, so that what is revoked stops within it.
//
// Always true: a failure is never kept; an answer that was being fetched while its key was dropped
// is not kept either; the memory holds at most a fixed number of answers.
package recent

import (
	"sync"
	"time"
)

// most is how many answers one Cache holds. Beyond it the old ones go, and then all.
const most = 100_000

// Cache keeps answers by key. Make it with New.
type Cache[K comparable, V any] struct {
	life time.Duration

	mu    sync.Mutex
	held  map[K]answer[V]
	drops uint64 // how often something was dropped, so that a fetch knows it was overtaken
}

type answer[V any] struct {
	value V
	asked time.Time // of the monotonic clock: a wrong wall clock keeps nothing alive
}

// New makes a cache whose answers live for life.
func New[K comparable, V any](life time.Duration) *Cache[K, V] {
	return &Cache[K, V]{life: life, held: map[K]answer[V]{}}
}

// Get returns the kept answer, or fetches and keeps it. Fetches of one key may run at once.
func (c *Cache[K, V]) Get(key K, fetch func() (V, error)) (V, error) {
	asked := time.Now()
	c.mu.Lock()
	kept, ok := c.held[key]
	drops := c.drops
	c.mu.Unlock()
	if ok && asked.Sub(kept.asked) < c.life {
		return kept.value, nil
	}
	value, err := fetch()
	if err != nil {
		var zero V
		return zero, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.drops == drops {
		c.keep(key, answer[V]{value, asked})
	}
	return value, nil
}

// Put keeps an answer that was come by otherwise, asked for at the given time.
func (c *Cache[K, V]) Put(key K, value V, asked time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.keep(key, answer[V]{value, asked})
}

// Drop forgets the answers to these keys, or all of them without a key.
func (c *Cache[K, V]) Drop(keys ...K) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.drops++
	if len(keys) == 0 {
		clear(c.held)
	}
	for _, key := range keys {
		delete(c.held, key)
	}
}

func (c *Cache[K, V]) keep(key K, a answer[V]) {
	if len(c.held) >= most {
		for k, old := range c.held {
			if a.asked.Sub(old.asked) >= c.life {
				delete(c.held, k)
			}
		}
		if len(c.held) >= most {
			clear(c.held)
		}
	}
	c.held[key] = a
}
