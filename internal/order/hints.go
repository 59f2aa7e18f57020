package order

import (
	"sync"

	"qudao/internal/inventory"
	"qudao/internal/qty"
)

// hints remember what was last free at a place, to read no more stock rows than needed. They decide
// nothing: a wrong hint only costs a second, wider attempt.
type hints struct {
	mu   sync.RWMutex
	last map[inventory.Place]qty.Quantity
}

// maxHints bounds the memory; beyond it everything is forgotten and learnt again.
const maxHints = 1_000_000

func newHints() *hints { return &hints{last: map[inventory.Place]qty.Quantity{}} }

// free is what was last seen free at a place; an unknown place has nothing.
func (h *hints) free(p inventory.Place) qty.Quantity {
	h.mu.RLock()
	defer h.mu.RUnlock()
	return h.last[p]
}

func (h *hints) learn(free map[inventory.Place]qty.Quantity) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.last) > maxHints {
		h.last = map[inventory.Place]qty.Quantity{}
	}
	for p, q := range free {
		h.last[p] = q
	}
}
