package catalog

import (
	"context"

	"qudao/internal/pg"
)

// NewIndexed makes a catalogue whose index begins at the first product, and is sorted again for few.
func NewIndexed(db *pg.DB) *Service {
	s := New(db)
	s.index.threshold, s.index.anew = 1, 3
	s.index.heard.everything()
	return s
}

// Freshen has the index read what was heard, as Index does.
func (s *Service) Freshen(ctx context.Context) error { return s.freshen(ctx) }

// Answers reports whether the index answers.
func (s *Service) Answers() bool { return s.index.ready }
