package order

import (
	"context"
	"time"

	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// habit is how far back it is counted what a dealer buys.
const habit = 365 * 24 * time.Hour

// Bought is how often and how much of a SKU a dealer ordered within a year.
type Bought struct {
	SKU      int32        `db:"sku_id"`
	Orders   int          `db:"orders"`
	Quantity qty.Quantity `db:"quantity"` // without what was cancelled
	Usual    qty.Quantity `db:"usual"`    // of the last order that had it
	LastAt   time.Time    `db:"last_at"`
}

// Bought returns what the dealer who asks ordered most often within a year, at most limit SKUs.
func (s *Service) Bought(ctx context.Context, who org.Actor, limit int) (out []Bought, err error) {
	if err := who.Require(org.OrderRead); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		now, err := tx.Now(ctx)
		if err != nil {
			return err
		}
		since := now.Add(-habit)
		out, err = pg.All[Bought](ctx, tx, boughtSQL, who.DealerID, id.Floor(since), limit, who.Alone())
		return err
	})
	return out, err
}

// Arrival is a shipment that is under way to a dealer.
type Arrival struct {
	ID        id.ID         `db:"id"`
	Number    string        `db:"number"`
	Order     id.ID         `db:"order_id"`
	OrderNo   string        `db:"order_number"`
	Carrier   string        `db:"carrier"`
	Tracking  string        `db:"tracking"`
	ShippedAt time.Time     `db:"shipped_at"`
	LineCount int           `db:"line_count"`
	First     []LineGlimpse `db:"glimpses"`
}

// Arrivals returns the shipments that are under way to the dealer who asks, the latest shipped first, at most
// limit of them.
func (s *Service) Arrivals(ctx context.Context, who org.Actor, limit int) (out []Arrival, err error) {
	if err := who.Require(org.OrderRead); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = pg.All[Arrival](ctx, tx, arrivalsSQL, who.DealerID, limit, who.Alone())
		return err
	})
	return out, err
}
