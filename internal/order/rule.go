package order

import (
	"context"

	"qudao/internal/fault"
	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// Rule says when an order is accepted at once and how long a review may take.
type Rule struct {
	AutoAcceptBelow money.Amount `db:"auto_accept_below"` // totals up to this are accepted at once; 0: none
	ReviewHours     int          `db:"review_hours"`      // unreviewed for longer: expired
	Version         int          `db:"version"`
}

// The bounds of ReviewHours: an hour to a year.
const (
	minReviewHours = 1
	maxReviewHours = 8760
)

// Rule returns the review rule of normal orders.
func (s *Service) Rule(ctx context.Context, who org.Actor) (rule Rule, err error) {
	if err := who.Require(org.OrderRead); err != nil {
		return rule, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		rule, err = pg.One[Rule](ctx, tx, ruleSQL)
		return err
	})
	return rule, err
}

// SetRule changes the review rule; rule.Version is the version the change was made on.
//
// Errors: pg.VersionChanged, RuleOutside.
func (s *Service) SetRule(ctx context.Context, who org.Actor, rule Rule) (out Rule, err error) {
	if err := who.Require(org.OrderSetting); err != nil {
		return out, err
	}
	var wrong fault.Fields
	if rule.AutoAcceptBelow < 0 {
		wrong.Add("auto_accept_below", RuleOutside, "low", money.Amount(0).String(), "high", money.Amount(money.MaxAmount).String())
	}
	if rule.ReviewHours < minReviewHours || rule.ReviewHours > maxReviewHours {
		wrong.Add("review_hours", RuleOutside, "low", minReviewHours, "high", maxReviewHours)
	}
	if err := wrong.Err(); err != nil {
		return out, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		n, err := tx.Exec(ctx, setRuleSQL, rule.AutoAcceptBelow, rule.ReviewHours, rule.Version)
		if err != nil {
			return err
		}
		if out, err = pg.One[Rule](ctx, tx, ruleSQL); err != nil {
			return err
		}
		if n == 0 {
			return pg.VersionChanged.With("version", out.Version)
		}
		return nil
	})
	return out, err
}
