package seed

import (
	"context"
	"fmt"
	"slices"

	"qudao/internal/qty"
)

var (
	warehouses = into("inventory", "warehouse", "id code name region_code priority")
	displays   = into("inventory", "display", "audience_id mode bands priority")
	shelves    = table{"pg_temp", "seed_shelf", []string{"sku_id", "warehouse_id", "on_hand", "safety"}}
)

// storekeeper is in whose name goods came in.
const storekeeper = "staff:E007"

// places loads the warehouses, and how stock is shown.
func (l *load) places(ctx context.Context) error {
	first, err := l.reserve(ctx, warehouses, len(l.brand.Warehouses))
	if err != nil {
		return err
	}
	l.warehouses = map[string]int32{}
	var rows [][]any
	for i, w := range l.brand.Warehouses {
		id := first + int32(i)
		l.warehouses[w.Code] = id
		// The central warehouse comes first, it keeps everything.
		rows = append(rows, []any{id, w.Code, w.Name, int32(w.Region), int32(10 * (len(l.brand.Warehouses) - i))})
	}
	if _, err := l.copyRows(ctx, warehouses, slices.Values(rows)); err != nil {
		return err
	}
	rows = nil
	for _, d := range l.brand.StockDisplays {
		bands := []int64{}
		for _, bound := range d.Thresholds {
			if bound > 0 {
				bands = append(bands, int64(bound)*int64(qty.One))
			}
		}
		rows = append(rows, []any{l.audiences[d.Audience], d.Mode, bands, int32(d.Priority)})
	}
	_, err = l.copyRows(ctx, displays, slices.Values(rows))
	return err
}

// stock loads what lies in the warehouses today, and the movements that lead there.
func (l *load) stock(ctx context.Context) error {
	if _, err := l.tx.Exec(ctx, shelvesSQL); err != nil {
		return err
	}
	n, err := l.copyRows(ctx, shelves, func(yield func([]any) bool) {
		for s := range l.brand.Stock() {
			index := l.skus[s.SKU]
			// A fifth of the goods on hand is watched: some of that is kept back.
			safety := qty.Quantity(0)
			if index%5 == 0 {
				safety = (s.OnHand / 20) / qty.One * qty.One
			}
			// Some of it by a fixed quantity, which a shelf that is nearly empty does not reach.
			if index%20 == 0 && s.Warehouse == l.brand.Warehouses[0].Code {
				safety = 4 * l.brand.SKU(index).Multiple
			}
			if !yield([]any{l.skuID(index), l.warehouses[s.Warehouse], int64(s.OnHand), int64(safety)}) {
				return
			}
		}
	})
	if err != nil {
		return err
	}
	if _, err := l.tx.Exec(ctx, levelsSQL); err != nil {
		return fmt.Errorf("levels: %w", err)
	}
	opening := fmt.Sprintf(openingSQL, fmt.Sprintf(idAt, "$1::timestamptz", "concat_ws('/', 'opening', sku_id, warehouse_id)"))
	receipt := fmt.Sprintf(receiptSQL, fmt.Sprintf(idAt, "at", "concat_ws('/', 'receipt', sku_id, warehouse_id, at)"))
	for _, sql := range []string{opening, receipt} {
		if _, err := l.tx.Exec(ctx, sql, l.start, storekeeper); err != nil {
			return fmt.Errorf("movements: %w", err)
		}
	}
	l.say("%d stock levels in %d warehouses", n, len(l.brand.Warehouses))
	return nil
}
