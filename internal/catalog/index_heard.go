package catalog

import (
	"slices"
	"sync"

	"qudao/internal/queue"
)

// heard is what facts have told and the index has not read yet.
type heard struct {
	mu    sync.Mutex
	all   bool // anything may have changed
	codes map[string]bool
	wake  chan struct{}
}

func newHeard() heard { return heard{codes: map[string]bool{}, wake: make(chan struct{}, 1)} }

func (h *heard) add(code string) {
	h.mu.Lock()
	h.codes[code] = true
	h.mu.Unlock()
	h.poke()
}

func (h *heard) everything() {
	h.mu.Lock()
	h.all = true
	h.mu.Unlock()
	h.poke()
}

func (h *heard) poke() {
	select {
	case h.wake <- struct{}{}:
	default:
	}
}

func (h *heard) take() (all bool, codes []string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for code := range h.codes {
		codes = append(codes, code)
	}
	all, h.all = h.all, false
	clear(h.codes)
	slices.Sort(codes)
	return all, codes
}

// Hear freshens what is kept here by a fact that another server (or this one) has stated: it forgets the
// SKUs of a changed product, and has the index read it again.
func (s *Service) Hear(n queue.Note) {
	switch {
	case n.Kind == queue.Refresh:
		s.Reset()
		s.index.heard.everything()
	case n.DocKind == docKind:
		s.items.forgetProduct(n.DocID)
		s.index.heard.add(n.DocID)
	}
}
