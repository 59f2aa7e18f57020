package inventory

import (
	"context"
	"time"

	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// Movement is one change of what is on hand.
type Movement struct {
	ID        id.ID        `json:"id"`
	Warehouse Ref          `json:"warehouse"`
	Kind      string       `json:"kind"` // opening, receipt, adjustment, count, shipment, return
	Quantity  qty.Quantity `json:"quantity"`
	DocID     string       `json:"doc_id,omitempty"`
	Reason    string       `json:"reason,omitempty"`
	Actor     string       `json:"actor"`
	At        time.Time    `json:"at"`
}

type movementRow struct {
	ID            id.ID
	WarehouseCode string
	WarehouseName string
	Kind          string
	Quantity      qty.Quantity
	DocID         string
	Reason        string
	Actor         string
	At            time.Time
}

// Movements returns the movements of an SKU, latest first. Needs stock.read. Errors: fault.NotFound,
// those of a page request.
func (s *Service) Movements(ctx context.Context, who org.Actor, sku string, p page.Request) (page.List[Movement], error) {
	var none page.List[Movement]
	if err := who.Require(org.StockRead); err != nil {
		return none, err
	}
	p, err := p.Normal()
	if err != nil {
		return none, err
	}
	before := id.Nil
	if p.Cursor != "" {
		if err := page.Decode(p.Cursor, &before); err != nil {
			return none, err
		}
	}
	var list []Movement
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		of, err := pg.Value[int32](ctx, tx, skuIDSQL, tidy(sku))
		if err != nil {
			return err
		}
		rows, err := pg.All[movementRow](ctx, tx, movementsSQL, of, p.Cursor != "", before, p.Limit+1)
		for _, r := range rows {
			list = append(list, Movement{r.ID, Ref{Code: r.WarehouseCode, Name: r.WarehouseName}, r.Kind, r.Quantity, r.DocID, r.Reason, r.Actor, r.At})
		}
		return err
	})
	return page.Cut(list, p.Limit, func(m Movement) []any { return []any{m.ID} }), err
}
