package report

import (
	"time"

	"qudao/internal/clock"
	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// Service is the use cases of this package. Make it with New.
type Service struct{ db *pg.DB }

// New returns the service.
func New(db *pg.DB) *Service { return &Service{db: db} }

// Figure is a number of orders and their money.
type Figure struct {
	Orders int          `db:"orders" json:"orders"`
	Amount money.Amount `db:"amount" json:"amount"`
}

// Day is the figure of one business day, or of a month, which its first day names.
type Day struct {
	Day string `db:"day" json:"day"` // 2006-01-02
	Figure
}

// Share is what falls to one region, category, division, dealer or product.
type Share struct {
	Code   string       `db:"code" json:"code"` // "" for what belongs to none
	Name   string       `db:"name" json:"name"`
	Amount money.Amount `db:"amount" json:"amount"`
}

// top is how many dealers and products are named.
const top = 10

// office refuses who is not of the brand: a dealer may read orders too, its own.
func office(who org.Actor, p org.Permission) error {
	if who.Kind == org.Dealer {
		return org.Forbidden.With("permission", string(p))
	}
	return who.Require(p)
}

// days bounds the last n business days, today among them: from is included, to is not.
func days(now time.Time, n int) (from, to time.Time) {
	today := clock.Day(now)
	return today.AddDate(0, 0, 1-n), today.AddDate(0, 0, 1)
}

// date is a business day as PostgreSQL and pages write it.
func date(t time.Time) string { return t.In(clock.Zone).Format(time.DateOnly) }
