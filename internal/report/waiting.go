package report

import (
	"context"
	"fmt"
	"time"

	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// Queue is how many orders wait for one step, and since when.
type Queue struct {
	Count  int          `db:"count" json:"count"`
	Amount money.Amount `db:"amount" json:"amount"`
	Oldest *time.Time   `db:"oldest" json:"oldest,omitempty"` // placed; nil for none
	Urgent int          `db:"urgent" json:"urgent"`           // in review: expires within half a day; to ship: older than three days
}

// Waiting is what waits in the actor's scope.
type Waiting struct {
	Review Queue
	Ship   Queue // accepted, nothing shipped
	Rest   Queue // partly shipped
}

// Waiting counts the orders that wait for the brand. It is exact at this moment. Needs order.read.
func (s *Service) Waiting(ctx context.Context, who org.Actor) (out Waiting, err error) {
	if err := office(who, org.OrderRead); err != nil {
		return out, err
	}
	type step struct {
		Step string `db:"step"`
		Queue
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		rows, err := pg.All[step](ctx, tx, waitingSQL, who.Reach())
		if err != nil {
			return fmt.Errorf("count what waits: %w", err)
		}
		for _, r := range rows {
			switch r.Step {
			case "review":
				out.Review = r.Queue
			case "ship":
				out.Ship = r.Queue
			default:
				out.Rest = r.Queue
			}
		}
		return nil
	})
	return out, err
}

// Quiet is a dealer that bought and does no longer.
type Quiet struct {
	Code   string       `db:"code" json:"code"`
	Name   string       `db:"name" json:"name"`
	Last   string       `db:"last" json:"last"` // day of the last order
	Orders int          `db:"orders" json:"orders"`
	Amount money.Amount `db:"amount" json:"amount"`
	All    int          `db:"all_of_them" json:"-"`
}

// Quieter is the dealers that fell quiet: so many, and those that bought most.
type Quieter struct {
	Count int
	Items []Quiet
}

// Who ordered in the quietBefore days before the last quietFor, and not in these, is quiet.
const (
	quietFor    = 30
	quietBefore = 90
)

// Quiet finds the dealers of the scope that stopped buying: no order for 30 days, and some in the 90 days
// before; a closed dealer is none. Needs order.read.
func (s *Service) Quiet(ctx context.Context, who org.Actor) (out Quieter, err error) {
	if err := office(who, org.OrderRead); err != nil {
		return out, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		now, err := tx.Now(ctx)
		if err != nil {
			return err
		}
		silent, _ := days(now, quietFor)
		from, to := days(now, quietFor+quietBefore)
		out.Items, err = pg.All[Quiet](ctx, tx, quietSQL, date(from), date(to), who.Reach(), date(silent), top)
		if len(out.Items) > 0 {
			out.Count = out.Items[0].All
		}
		return err
	})
	return out, err
}

// Alarm is a level whose goods that are not reserved are fewer than its safety stock.
type Alarm struct {
	SKU       string       `db:"sku"`
	Name      string       `db:"name"`
	Unit      string       `db:"unit"`
	Warehouse org.Ref      `db:"warehouse"`
	Free      qty.Quantity `db:"free"` // on hand, not reserved
	Safety    qty.Quantity `db:"safety"`
	All       int          `db:"all_of_them"`
}

// Alarms is the levels below their safety stock: so many, and the lowest of them.
type Alarms struct {
	Count int
	Items []Alarm
}

// Alarms finds where free stock is below the safety stock, the emptiest first. Needs stock.read.
func (s *Service) Alarms(ctx context.Context, who org.Actor) (out Alarms, err error) {
	if err := office(who, org.StockRead); err != nil {
		return out, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out.Items, err = pg.All[Alarm](ctx, tx, alarmsSQL, top)
		if len(out.Items) > 0 {
			out.Count = out.Items[0].All
		}
		return err
	})
	return out, err
}
