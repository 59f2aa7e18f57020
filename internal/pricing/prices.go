package pricing

import (
	"context"
	"strings"

	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// PriceRow is an SKU's ladder in a list, with what it costs in the base list beside it.
type PriceRow struct {
	SKU   string       `json:"sku"`
	Name  string       `json:"name"`
	Unit  string       `json:"unit"`
	Tiers Tiers        `json:"tiers" nullable:"false"`
	Base  *money.Price `json:"base,omitempty"` // first tier of the base list; absent in the base list itself
}

// PricesFilter narrows the prices of a list.
type PricesFilter struct {
	Text string // words that all stand in code, name, model, order code or barcode
	page.Request
}

// Prices returns the prices of a list in the order of the SKU codes. Needs price.read. Errors:
// fault.NotFound for the list.
func (s *Service) Prices(ctx context.Context, who org.Actor, list string, f PricesFilter) (page.List[PriceRow], error) {
	req, err := f.Normal()
	if err != nil {
		return page.List[PriceRow]{}, err
	}
	after := ""
	if req.Cursor != "" {
		if err := page.Decode(req.Cursor, &after); err != nil {
			return page.List[PriceRow]{}, err
		}
	}
	var rows []pageRow
	err = s.read(ctx, who, func(tx *pg.Tx) error {
		id, err := pg.Value[int32](ctx, tx, listIDSQL, list, who.Reach())
		if err != nil {
			return err
		}
		rows, err = pg.All[pageRow](ctx, tx, pricePageSQL, id, after, strings.Fields(strings.ToLower(f.Text)), req.Limit+1)
		return err
	})
	out := make([]PriceRow, len(rows))
	for i, r := range rows {
		out[i] = PriceRow{SKU: r.SKU, Name: r.Name, Unit: r.Unit, Base: r.Base, Tiers: tiers(r.Minimum, r.Price)}
	}
	return page.Cut(out, req.Limit, func(r PriceRow) []any { return []any{r.SKU} }), err
}

type pageRow struct {
	SKU     string       `db:"sku"`
	Name    string       `db:"name"`
	Unit    string       `db:"unit"`
	Minimum []int64      `db:"minimums"`
	Price   []int64      `db:"prices"`
	Base    *money.Price `db:"base"`
}

func tiers(minimums, prices []int64) Tiers {
	out := make(Tiers, len(minimums))
	for i := range minimums {
		out[i] = Tier{Minimum: qty.Quantity(minimums[i]), Price: money.Price(prices[i])}
	}
	return out
}
