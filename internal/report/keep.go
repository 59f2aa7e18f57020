package report

import (
	"context"
	"fmt"
	"time"

	"qudao/internal/clock"
	"qudao/internal/id"
	"qudao/internal/order"
	"qudao/internal/pg"
	"qudao/internal/queue"
)

const (
	reader    = "report" // its row in queue.position
	factsStep = 20_000   // facts that one Keep reads at most: a dealer that orders all day is added up once for them
	fillStep  = 7        // days that one Keep fills at most
)

// keeper sees every dealer's rows.
var keeper = pg.Scope{Actor: "system:report", All: true}

// Keep brings the summaries a step nearer to the orders and reports whether there is more to do. It is one
// transaction of seconds, may be repeated at any time, and does nothing while another server is at it.
func (s *Service) Keep(ctx context.Context) (more bool, err error) {
	err = s.db.Write(ctx, keeper, func(tx *pg.Tx) error {
		mine, err := pg.Value[bool](ctx, tx, lockSQL)
		if err != nil || !mine {
			return err
		}
		if _, err := tx.Exec(ctx, patienceSQL); err != nil {
			return err
		}
		at, begun, err := queue.PositionTx(ctx, tx, reader)
		if err != nil {
			return err
		}
		if !begun {
			more = true
			return beginTx(ctx, tx)
		}
		next, err := pg.Value[*time.Time](ctx, tx, nextSQL)
		if err != nil {
			return err
		}
		if next != nil {
			more = true
			return fillTx(ctx, tx, *next)
		}
		more, err = followTx(ctx, tx, at)
		return err
	})
	if err != nil {
		return false, fmt.Errorf("keep the summaries: %w", err)
	}
	return more, nil
}

// beginTx remembers where the facts end now: what is older is filled in from the orders themselves.
func beginTx(ctx context.Context, tx *pg.Tx) error {
	end, err := queue.EndTx(ctx, tx)
	if err != nil {
		return err
	}
	if err := queue.MoveTx(ctx, tx, reader, end); err != nil {
		return err
	}
	_, err = tx.Exec(ctx, beginSQL)
	return err
}

// fillTx adds up some days of all dealers, from next on.
func fillTx(ctx context.Context, tx *pg.Tx, next time.Time) error {
	now, err := tx.Now(ctx)
	if err != nil {
		return err
	}
	from := time.Date(next.Year(), next.Month(), next.Day(), 0, 0, 0, 0, clock.Zone)
	to := from.AddDate(0, 0, fillStep)
	days, err := pg.All[dealerDay](ctx, tx, daysOfPeriodSQL, id.Floor(from), id.Floor(to), date(from), date(to))
	if err != nil {
		return err
	}
	if err := addUpTx(ctx, tx, days); err != nil {
		return err
	}
	// A day to spare for keys of clocks that are ahead.
	if to.After(clock.Day(now).AddDate(0, 0, 1)) {
		_, err = tx.Exec(ctx, filledSQL, nil)
	} else {
		_, err = tx.Exec(ctx, filledSQL, date(to))
	}
	return err
}

// followTx adds up the days that the next facts tell of.
func followTx(ctx context.Context, tx *pg.Tx, at queue.Cursor) (more bool, err error) {
	facts, err := queue.SinceTx(ctx, tx, order.DocKind, at, factsStep)
	if err != nil || len(facts) == 0 {
		return false, err
	}
	seen := map[dealerDay]bool{}
	var days []dealerDay
	for _, f := range facts {
		key, err := id.Parse(f.DocID)
		if err != nil || f.DealerID == nil || !counts(f.Kind) {
			continue
		}
		day := dealerDay{*f.DealerID, date(id.Time(key))}
		if !seen[day] {
			seen[day] = true
			days = append(days, day)
		}
	}
	if err := addUpTx(ctx, tx, days); err != nil {
		return false, err
	}
	return len(facts) == factsStep, queue.MoveTx(ctx, tx, reader, facts[len(facts)-1].Cursor())
}

// counts reports whether a fact may change what an order adds to the figures: goods that move do not.
func counts(kind string) bool {
	switch kind {
	case "order." + string(order.MoveAccept), "order." + string(order.MoveShip), "order." + string(order.MoveReceive):
		return false
	}
	return true
}

// dealerDay is one row of the summary to be added up.
type dealerDay struct {
	Dealer int32  `db:"dealer_id"`
	Day    string `db:"day"`
}

// addUpTx adds up these days of these dealers from their orders.
func addUpTx(ctx context.Context, tx *pg.Tx, list []dealerDay) error {
	if len(list) == 0 {
		return nil
	}
	dealers, days := make([]int32, len(list)), make([]string, len(list))
	first, last := list[0].Day, list[0].Day
	for i, d := range list {
		dealers[i], days[i] = d.Dealer, d.Day
		first, last = min(first, d.Day), max(last, d.Day)
	}
	for _, sql := range []string{addUpDailySQL, addUpGoodsSQL} {
		if _, err := tx.Exec(ctx, sql, dealers, days, first, last); err != nil {
			return fmt.Errorf("add up %d days: %w", len(list), err)
		}
	}
	return nil
}
