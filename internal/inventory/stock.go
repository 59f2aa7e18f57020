package inventory

import (
	"context"
	"strings"

	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// Filter is what the office looks for among the levels.
type Filter struct {
	Text      string   // parts of an SKU's codes or name
	SKUs      []string // exactly these; nil for all
	Warehouse string   // code
	Low       bool     // only where nothing is free to promise
	page.Request
}

// Row is a level in the office's list.
type Row struct {
	SKU       string       `json:"sku"`
	Name      string       `json:"name"`
	Unit      string       `json:"unit"`
	Warehouse Ref          `json:"warehouse"`
	Pool      int16        `json:"pool"`
	OnHand    qty.Quantity `json:"on_hand"`
	Reserved  qty.Quantity `json:"reserved"`
	Safety    qty.Quantity `json:"safety"`
	Available qty.Quantity `json:"available"` // never below zero
}

type row struct {
	SKU           string `db:"sku"`
	Name          string
	Unit          string
	WarehouseCode string
	WarehouseName string
	Pool          int16
	OnHand        qty.Quantity
	Reserved      qty.Quantity
	Safety        qty.Quantity
}

func (r row) row() Row {
	return Row{r.SKU, r.Name, r.Unit, Ref{Code: r.WarehouseCode, Name: r.WarehouseName}, r.Pool, r.OnHand, r.Reserved, r.Safety, max(0, r.OnHand-r.Reserved-r.Safety)}
}

// List returns levels by SKU code and warehouse. Needs stock.read. Errors: those of a page request.
func (s *Service) List(ctx context.Context, who org.Actor, f Filter) (page.List[Row], error) {
	var none page.List[Row]
	if err := who.Require(org.StockRead); err != nil {
		return none, err
	}
	r, err := f.Request.Normal()
	if err != nil {
		return none, err
	}
	var sku, warehouse string
	var pool int16
	if r.Cursor != "" {
		if err := page.Decode(r.Cursor, &sku, &warehouse, &pool); err != nil {
			return none, err
		}
	}
	patterns := []string{}
	for _, term := range strings.Fields(strings.ToLower(tidy(f.Text))) {
		patterns = append(patterns, "%"+strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(term)+"%")
	}
	var skus []string
	for _, sku := range f.SKUs {
		skus = append(skus, tidy(sku))
	}
	var rows []row
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		rows, err = pg.All[row](ctx, tx, listSQL, patterns, tidy(f.Warehouse), f.Low, skus, r.Cursor != "", sku, warehouse, pool, r.Limit+1)
		return err
	})
	list := make([]Row, len(rows))
	for i, r := range rows {
		list[i] = r.row()
	}
	return page.Cut(list, r.Limit, func(r Row) []any { return []any{r.SKU, r.Warehouse.Code, r.Pool} }), err
}

type free struct {
	SKU      int32 `db:"sku"`
	Quantity qty.Quantity
}

// Available returns what may still be promised of each SKU over all active warehouses. SKUs without
// stock are absent: zero. It is a figure to show by a Rule; what is promised is decided under locks.
func (s *Service) Available(ctx context.Context, skus []int32) (map[int32]qty.Quantity, error) {
	out := make(map[int32]qty.Quantity, len(skus))
	if len(skus) == 0 {
		return out, nil
	}
	err := s.db.Read(ctx, system, func(tx *pg.Tx) error {
		rows, err := pg.All[free](ctx, tx, availableSQL, skus)
		for _, r := range rows {
			out[r.SKU] = r.Quantity
		}
		return err
	})
	return out, err
}

// tidy takes away what no code or name begins, ends or is made with.
func tidy(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == '\uFFFD' {
			return -1
		}
		return r
	}, s))
}
