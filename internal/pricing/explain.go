package pricing

import (
	"context"
	"time"

	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// Explained is what an SKU costs a dealer now, and why.
type Explained struct {
	Dealer Ref
	SKU    Ref
	Priced
}

// maxStale bounds how often a question is asked again because prices moved meanwhile.
const maxStale = 5

// Explain prices a quantity of an SKU for a dealer as an order placed now would, with the whole trace. A
// quantity of 0 is the smallest that may be ordered. Whether the dealer may order it is another question.
// Needs price.read. Errors: fault.NotFound for the dealer or the SKU.
func (s *Service) Explain(ctx context.Context, who org.Actor, dealer, sku string, quantity qty.Quantity) (Explained, error) {
	if quantity < 0 || quantity > qty.MaxLine {
		return Explained{}, qty.Rule{}.Check(quantity)
	}
	var b buyer
	var w wanted
	var at time.Time
	err := s.read(ctx, who, func(tx *pg.Tx) (err error) {
		if b, err = pg.One[buyer](ctx, tx, buyerSQL, dealer, who.Reach()); err != nil {
			return err
		}
		w, err = pg.One[wanted](ctx, tx, wantedSQL, sku)
		at = tx.Began()
		return err
	})
	if err != nil {
		return Explained{}, err
	}
	if quantity == 0 {
		quantity, _ = qty.Rule{Minimum: w.Minimum, Multiple: w.Multiple}.First()
	}
	offers, err := s.fresh(ctx, b, w.ID)
	if err != nil {
		return Explained{}, err
	}
	basket, err := Evaluate([]Line{{SKU: w.ID, Quantity: quantity, TaxRate: w.TaxRate, Offers: offers}}, at)
	if err != nil {
		return Explained{}, err
	}
	return Explained{Dealer: Ref{b.Code, b.Name}, SKU: Ref{w.Code, w.Name}, Priced: basket.Lines[0]}, nil
}

// fresh returns offers that are not older than the question.
func (s *Service) fresh(ctx context.Context, b buyer, sku int32) ([]Offer, error) {
	for range maxStale {
		var used Used
		offers, err := s.book.Offers(ctx, b.ID, b.Audiences, []int32{sku}, &used)
		if err != nil {
			return nil, err
		}
		stale, err := s.stale(ctx, used)
		if err != nil {
			return nil, err
		}
		if !stale {
			return offers[sku], nil
		}
	}
	return nil, pg.Busy.With()
}

// stale asks whether what was used is still so, and drops from the book what is not.
func (s *Service) stale(ctx context.Context, used Used) (stale bool, err error) {
	err = s.db.Read(ctx, system, func(tx *pg.Tx) error {
		book, err := pg.Value[int64](ctx, tx, bookVersionSQL)
		if err != nil {
			return err
		}
		versions, err := pg.All[listVersion](ctx, tx, versionsSQL, used.IDs())
		if err != nil {
			return err
		}
		found := make(map[int32]int, len(versions))
		for _, v := range versions {
			found[v.ID] = v.Version
		}
		stale = s.book.Stale(used, book, found)
		return nil
	})
	return stale, err
}

type buyer struct {
	ID        int32   `db:"id"`
	Code      string  `db:"code"`
	Name      string  `db:"name"`
	Audiences []int32 `db:"audience_ids"`
}

type wanted struct {
	ID       int32        `db:"id"`
	Code     string       `db:"code"`
	Name     string       `db:"name"`
	Minimum  qty.Quantity `db:"minimum"`
	Multiple qty.Quantity `db:"multiple"`
	TaxRate  money.Rate   `db:"tax_rate"`
}
