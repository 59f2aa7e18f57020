package order

import (
	"context"

	"qudao/internal/inventory"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// Slices is a writer of its own, for slices that a test puts together.
type Slices struct {
	s *Service
	w *writer
}

// NewSlices returns a writer on placing for the orders of s.
func NewSlices(s *Service, placing *pg.DB) *Slices {
	return &Slices{s, &writer{db: placing, rule: inventory.NewSourcing(s.db), book: s.book, hints: newHints()}}
}

// Place places orders as one slice, and returns what became of each.
func (x *Slices) Place(ctx context.Context, who []org.Actor, in []PlaceInput) ([]Placed, []error) {
	placed, errs := make([]Placed, len(who)), make([]error, len(who))
	var slice []*waiting
	at := map[*waiting]int{}
	for i := range who {
		r, err := x.s.prepare(ctx, who[i], in[i])
		if err != nil {
			errs[i] = err
			continue
		}
		o := &waiting{request: r}
		at[o] = i
		slice = append(slice, o)
	}
	x.w.place(slice)
	for _, o := range slice {
		placed[at[o]], errs[at[o]] = o.placed, o.err
	}
	return placed, errs
}
