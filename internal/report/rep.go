package report

import (
	"context"
	"fmt"

	"qudao/internal/org"
	"qudao/internal/pg"
)

// ByRep is what the dealers of one rep ordered in a period, while they were that rep's.
type ByRep struct {
	Code    string `db:"code" json:"code"` // "" for dealers without a rep
	Name    string `db:"name" json:"name"`
	Left    bool   `db:"gone" json:"left"`       // works here no more
	Dealers int    `db:"dealers" json:"dealers"` // that ordered
	Figure
}

// Reps adds up the last days, today among them, over the actor's dealers by rep, who sold most first. A business
// day counts as whose the dealer was at its end: what was sold before a handover stays with the old rep. Needs
// order.read.
//
// Errors: PeriodWrong.
func (s *Service) Reps(ctx context.Context, who org.Actor, period int) (out []ByRep, err error) {
	if err := office(who, org.OrderRead); err != nil {
		return nil, err
	}
	if period < ShortestPeriod || period > LongestPeriod {
		return nil, PeriodWrong.At("days", "low", ShortestPeriod, "high", LongestPeriod)
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		now, err := tx.Now(ctx)
		if err != nil {
			return err
		}
		from, to := days(now, period)
		if out, err = pg.All[ByRep](ctx, tx, repsSQL, date(from), date(to), who.Reach()); err != nil {
			return fmt.Errorf("add up by rep: %w", err)
		}
		return nil
	})
	return out, err
}
