package unmask

import (
	"context"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"qudao/internal/audit"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// DailyCap is how many values one person may unmask within a day of the brand's zone.
const DailyCap = 20

// Lengths of a reason, in characters.
const (
	shortest = 4
	longest  = 200
)

// Look is one value that somebody wants to see.
type Look struct {
	Table  string // of its row, as the audit names it: "dealer.dealer"
	Key    string // of its row, as the audit names it
	Field  string // "phone"
	Dealer int32  // whose it is; 0: nobody's
	Reason string
}

// Service counts and records what is unmasked. Make it with New.
type Service struct{ db *pg.DB }

// New makes the service.
func New(db *pg.DB) *Service { return &Service{db: db} }

// Check refuses whoever may not unmask, and a reason that says nothing, before anything is read.
//
// Errors: org.Forbidden, ReasonMissing.
func Check(who org.Actor, reason string) error {
	if err := who.Require(org.SecretUnmask); err != nil {
		return err
	}
	if n := utf8.RuneCountInString(strings.TrimSpace(reason)); n < shortest || n > longest {
		return ReasonMissing.At("reason", "minimum", shortest, "maximum", longest)
	}
	return nil
}

// Record counts a look and writes it down. The value may be handed out when it returns nil, and left how many more
// the person may see today.
//
// Errors: org.Forbidden, ReasonMissing, CapReached.
func (s *Service) Record(ctx context.Context, who org.Actor, in Look) (left int, err error) {
	if err := Check(who, in.Reason); err != nil {
		return 0, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		used, err := pg.Value[int](ctx, tx, countSQL, who.Principal(), DailyCap)
		if errors.Is(err, pgx.ErrNoRows) {
			return CapReached.With("cap", DailyCap)
		}
		if err != nil {
			return err
		}
		left = DailyCap - used
		return audit.ReadTx(ctx, tx, in.Table, in.Key, in.Dealer, map[string]any{"field": in.Field, "reason": strings.TrimSpace(in.Reason)})
	})
	return left, err
}
