package inventory

import (
	"cmp"
	"context"
	"slices"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// Place is where goods lie: the key of a level row, in the order in which rows are locked.
type Place struct {
	SKU       int32
	Warehouse int32
}

// Compare orders places as locks are taken: by SKU, then by warehouse.
func (p Place) Compare(o Place) int {
	return cmp.Or(cmp.Compare(p.SKU, o.SKU), cmp.Compare(p.Warehouse, o.Warehouse))
}

// Level is a level row as read under its lock.
type Level struct {
	SKU       int32        `db:"sku_id"`
	Warehouse int32        `db:"warehouse_id"`
	OnHand    qty.Quantity `db:"on_hand"`
	Reserved  qty.Quantity `db:"reserved"`
	Safety    qty.Quantity `db:"safety"`
}

// Place is the key of the row.
func (l Level) Place() Place { return Place{SKU: l.SKU, Warehouse: l.Warehouse} }

// Free is what may still be promised: on hand less reserved less safety, never below zero.
func (l Level) Free() qty.Quantity { return max(0, l.OnHand-l.Reserved-l.Safety) }

// Part is a piece of one order line's reservation: so much from one warehouse.
type Part struct {
	Place
	Line     int16
	Quantity qty.Quantity
}

// Take decides where a line's quantity comes from, out of what is free, asking the warehouses in the
// given order: the first that has all of it, else as much as each has. It takes what it returns out of
// free. When all together have too little it takes nothing and reports how much there was.
func Take(free map[Place]qty.Quantity, sku int32, line int16, want qty.Quantity, warehouses []int32) (parts []Part, had qty.Quantity) {
	for _, w := range warehouses {
		p := Place{SKU: sku, Warehouse: w}
		if free[p] >= want {
			free[p] -= want
			return []Part{{Place: p, Line: line, Quantity: want}}, want
		}
		had += free[p]
	}
	if had < want {
		return nil, had
	}
	left := want
	for _, w := range warehouses {
		p := Place{SKU: sku, Warehouse: w}
		q := min(left, free[p])
		if q == 0 {
			continue
		}
		free[p] -= q
		left -= q
		parts = append(parts, Part{Place: p, Line: line, Quantity: q})
	}
	return parts, want
}

// Give puts parts back into free: the order they were taken for is refused.
func Give(free map[Place]qty.Quantity, parts []Part) {
	for _, p := range parts {
		free[p.Place] += p.Quantity
	}
}

// LevelColumns renders places as the two arguments of LevelsSQL, sorted and distinct.
func LevelColumns(places []Place) (skus, warehouses []int32) {
	sorted := slices.Clone(places)
	slices.SortFunc(sorted, Place.Compare)
	sorted = slices.Compact(sorted)
	skus, warehouses = make([]int32, len(sorted)), make([]int32, len(sorted))
	for i, p := range sorted {
		skus[i], warehouses[i] = p.SKU, p.Warehouse
	}
	return skus, warehouses
}

// Shipped is what a shipment takes of one order line.
type Shipped struct {
	Line     int16
	Quantity qty.Quantity
}

// NotReservedHere refuses to ship from a warehouse what is not reserved there.
var NotReservedHere = fault.Define(fault.Refused, "not_reserved_here", "第 {line} 行在该仓库仅预占 {reserved}，不能发出 {quantity}。",
	"Line {line}: only {reserved} is reserved in this warehouse, {quantity} cannot be shipped from it.")

// ShipTx takes shipped goods out of one warehouse: their reservation, what is reserved and what is on
// hand all fall by the same quantity, and a movement says so. The caller holds the order's lock.
//
// Errors: NotReservedHere.
func (s *Service) ShipTx(ctx context.Context, tx *pg.Tx, dealer int32, order id.ID, shipment id.ID, warehouse int32, lines []Shipped) error {
	live, err := pg.All[held](ctx, tx, lockHeldSQL, dealer, order)
	if err != nil {
		return err
	}
	n := len(lines)
	numbers, skus, quantities, moves := make([]int16, n), make([]int32, n), make([]qty.Quantity, n), make([]id.ID, n)
	for i, l := range lines {
		at := slices.IndexFunc(live, func(h held) bool { return h.Line == l.Line && h.Warehouse == warehouse })
		open := qty.Quantity(0)
		if at >= 0 {
			open = live[at].Open
		}
		if l.Quantity > open {
			return NotReservedHere.With("line", l.Line, "reserved", open, "quantity", l.Quantity)
		}
		numbers[i], skus[i], quantities[i], moves[i] = l.Line, live[at].SKU, l.Quantity, id.New()
	}
	_, err = tx.Exec(ctx, shipSQL, dealer, order, warehouse, numbers, skus, quantities, moves, shipment.String())
	return err
}

// ReleaseTx gives back all that an order still holds. The caller holds the order's lock. An order that
// holds nothing releases nothing.
func (s *Service) ReleaseTx(ctx context.Context, tx *pg.Tx, dealer int32, order id.ID) error {
	if _, err := pg.All[held](ctx, tx, lockHeldSQL, dealer, order); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, releaseSQL, dealer, order)
	return err
}

// Source is how much of an order line a warehouse still holds.
type Source struct {
	Line      int16        `db:"line" json:"line"`
	Warehouse int32        `db:"warehouse_id" json:"-"`
	Code      string       `db:"code" json:"code"`
	Name      string       `db:"name" json:"name"`
	Reserved  qty.Quantity `db:"open" json:"reserved"`
}

// SourcesTx tells from which warehouses an order's open quantities are to be shipped.
func (s *Service) SourcesTx(ctx context.Context, tx *pg.Tx, dealer int32, order id.ID) ([]Source, error) {
	return pg.All[Source](ctx, tx, sourcesSQL, dealer, order)
}

type held struct {
	Line      int16        `db:"line"`
	Warehouse int32        `db:"warehouse_id"`
	SKU       int32        `db:"sku_id"`
	Open      qty.Quantity `db:"open"`
}
