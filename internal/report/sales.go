package report

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"qudao/internal/org"
	"qudao/internal/pg"
)

// The periods that figures are given for, in days.
const (
	ShortestPeriod = 1
	LongestPeriod  = 366
)

// Sales is what the dealers of a scope ordered in a period.
type Sales struct {
	From, To   string // first and last day
	Total      Figure
	Before     Figure // of as many days before
	Days       []Day  // those with orders, in order
	Regions    []Share
	Categories []Share // of the first level
	Divisions  []Share
	Dealers    []Share // the first ten
	Products   []Share // the first ten
}

// Sales adds up the last days, today among them, over the actor's dealers. Needs order.read.
//
// Errors: PeriodWrong.
func (s *Service) Sales(ctx context.Context, who org.Actor, period int) (out Sales, err error) {
	if err := office(who, org.OrderRead); err != nil {
		return out, err
	}
	if period < ShortestPeriod || period > LongestPeriod {
		return out, PeriodWrong.At("days", "low", ShortestPeriod, "high", LongestPeriod)
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		now, err := tx.Now(ctx)
		if err != nil {
			return err
		}
		from, to := days(now, period)
		out = Sales{From: date(from), To: date(to.AddDate(0, 0, -1))}
		list, err := pg.All[Day](ctx, tx, daysSQL, date(from.AddDate(0, 0, -period)), date(to), who.Reach())
		if err != nil {
			return fmt.Errorf("add up days: %w", err)
		}
		out.split(list)
		dealers, err := pg.All[kindShare](ctx, tx, dealersSQL, date(from), date(to), who.Reach(), top)
		if err != nil {
			return fmt.Errorf("add up dealers: %w", err)
		}
		goods, err := pg.All[kindShare](ctx, tx, goodsSQL, date(from), date(to), who.Reach(), top)
		if err != nil {
			return fmt.Errorf("add up goods: %w", err)
		}
		out.sort(append(dealers, goods...))
		return nil
	})
	return out, err
}

// split tells the period from the one before.
func (s *Sales) split(list []Day) {
	s.Days = []Day{}
	for _, d := range list {
		sum := &s.Total
		if d.Day < s.From {
			sum = &s.Before
		} else {
			s.Days = append(s.Days, d)
		}
		sum.Orders += d.Orders
		sum.Amount += d.Amount
	}
}

type kindShare struct {
	Kind string `db:"kind"`
	Share
}

// sort puts each share where it belongs, the largest first.
func (s *Sales) sort(rows []kindShare) {
	to := map[string]*[]Share{"region": &s.Regions, "dealer": &s.Dealers, "category": &s.Categories, "division": &s.Divisions, "product": &s.Products}
	for _, list := range to {
		*list = []Share{}
	}
	for _, r := range rows {
		*to[r.Kind] = append(*to[r.Kind], r.Share)
	}
	for _, list := range to {
		slices.SortFunc(*list, larger)
	}
}

func larger(a, b Share) int {
	if a.Amount != b.Amount {
		if a.Amount > b.Amount {
			return -1
		}
		return 1
	}
	return strings.Compare(a.Code, b.Code)
}

// History is what one dealer ordered in the last twelve months.
type History struct {
	Total      Figure
	Last       string // day of the last order, "" for none
	Months     []Day  // those with orders, in order
	Categories []Share
	Products   []Share
}

// months is how far a dealer's history goes back, the current one among them.
const months = 12

// History adds up what a dealer ordered. Needs order.read. Errors: fault.NotFound, also for a dealer out of
// scope.
func (s *Service) History(ctx context.Context, who org.Actor, code string) (out History, err error) {
	if err := office(who, org.OrderRead); err != nil {
		return out, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		dealer, err := pg.Value[int32](ctx, tx, dealerSQL, code, who.Reach())
		if err != nil {
			return err
		}
		now, err := tx.Now(ctx)
		if err != nil {
			return err
		}
		today, to := days(now, 1)
		from := today.AddDate(0, 1-months, 1-today.Day())
		if out.Months, err = pg.All[Day](ctx, tx, monthsSQL, date(from), date(to), dealer); err != nil {
			return fmt.Errorf("add up months: %w", err)
		}
		for _, m := range out.Months {
			out.Total.Orders += m.Orders
			out.Total.Amount += m.Amount
		}
		if out.Last, err = pg.Value[string](ctx, tx, lastSQL, dealer); err != nil {
			return err
		}
		goods, err := pg.All[kindShare](ctx, tx, dealerGoodsSQL, date(from), date(to), dealer, top)
		if err != nil {
			return fmt.Errorf("add up goods of a dealer: %w", err)
		}
		var parts Sales
		parts.sort(goods)
		out.Categories, out.Products = parts.Categories, parts.Products
		return nil
	})
	return out, err
}
