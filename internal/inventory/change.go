package inventory

import (
	"context"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/pg"
	"qudao/internal/qty"
	"qudao/internal/queue"
)

// Kinds of movements that this package writes when somebody changes a figure.
const (
	kindAdjustment = "adjustment" // by so much
	kindCount      = "count"      // to a counted figure
)

// change is one wanted change of what is on hand, and what became of it.
type change struct {
	warehouse, sku string
	figure         qty.Quantity // the new figure, or the difference
	relative       bool
	external       string

	place   Place
	outcome Outcome
	problem *fault.Fault
}

func (c *change) fail(f *fault.Fault) { c.outcome, c.problem = Failed, f }

// source is who says so, in its own order of versions.
type source struct {
	name    string
	version int64  // 0: none
	doc     string // what the movements belong to
}

// changeTx carries out changes under the locks of their levels, in the order in which they are given;
// each has its own outcome. One update per level, one movement per change.
func changeTx(ctx context.Context, tx *pg.Tx, list []*change, from source, kind, reason string) error {
	if err := resolve(ctx, tx, list); err != nil {
		return err
	}
	var places []Place
	for _, c := range list {
		if c.outcome != Failed {
			places = append(places, c.place)
		}
	}
	if len(places) == 0 {
		return nil
	}
	levels, err := lockLevels(ctx, tx, places)
	if err != nil {
		return err
	}
	known, err := loadKnown(ctx, tx, list, places, from)
	if err != nil {
		return err
	}
	var w writing
	for _, c := range list {
		if c.outcome == Failed {
			continue
		}
		w.decide(c, levels[c.place], known, from)
	}
	return w.write(ctx, tx, levels, from, kind, reason)
}

// resolve finds the ids of the names.
func resolve(ctx context.Context, tx *pg.Tx, list []*change) error {
	skus, warehouses := make([]string, len(list)), make([]string, len(list))
	for i, c := range list {
		skus[i], warehouses[i] = tidy(c.sku), tidy(c.warehouse)
	}
	places, err := pg.All[Place](ctx, tx, resolveSQL, skus, warehouses)
	if err != nil {
		return err
	}
	for i, c := range list {
		c.place = places[i]
		switch {
		case c.place.SKU == 0:
			c.fail(SKUUnknown.At("sku", "value", c.sku))
		case c.place.Warehouse == 0:
			c.fail(WarehouseUnknown.At("warehouse", "value", c.warehouse))
		}
	}
	return nil
}

// lockLevels makes the rows that are missing and locks all, in the order of places.
func lockLevels(ctx context.Context, tx *pg.Tx, places []Place) (map[Place]*Level, error) {
	skus, warehouses := LevelColumns(places)
	if _, err := tx.Exec(ctx, ensureSQL, skus, warehouses); err != nil {
		return nil, err
	}
	rows, err := pg.All[Level](ctx, tx, lockSQL, skus, warehouses)
	if err != nil {
		return nil, err
	}
	levels := make(map[Place]*Level, len(rows))
	for i := range rows {
		levels[rows[i].Place()] = &rows[i]
	}
	return levels, nil
}

// known is what a source has said before on these levels.
type known struct {
	external map[string]bool
	version  map[Place]int64
}

type counted struct {
	Place
	Version int64
}

// loadKnown comes after the locks, so that it sees what the last holder left.
func loadKnown(ctx context.Context, tx *pg.Tx, list []*change, places []Place, from source) (known, error) {
	k := known{external: map[string]bool{}, version: map[Place]int64{}}
	var ids []string
	for _, c := range list {
		if c.external != "" {
			ids = append(ids, c.external)
		}
	}
	if len(ids) > 0 {
		taken, err := pg.Column[string](ctx, tx, externalSQL, from.name, ids)
		if err != nil {
			return k, err
		}
		for _, t := range taken {
			k.external[t] = true
		}
	}
	if from.version != 0 {
		skus, warehouses := LevelColumns(places)
		rows, err := pg.All[counted](ctx, tx, countedSQL, from.name, skus, warehouses)
		if err != nil {
			return k, err
		}
		for _, r := range rows {
			k.version[r.Place] = r.Version
		}
	}
	return k, nil
}

// writing is what a batch has decided to write.
type writing struct {
	taken     []Place // levels on which the source was heard
	external  []string
	ids       []id.ID
	moved     []Place
	movements []qty.Quantity
}

func (w *writing) decide(c *change, level *Level, k known, from source) {
	if c.external != "" && k.external[c.external] {
		c.outcome = Repeated
		return
	}
	if from.version != 0 && from.version < k.version[c.place] {
		c.outcome = Outdated
		return
	}
	to := c.figure
	if c.relative {
		to += level.OnHand
	}
	switch {
	case to > qty.Max:
		c.fail(qty.ErrOutOfRange.At("quantity", "maximum", qty.Max))
		return
	case to < level.Reserved:
		c.fail(BelowReserved.With("sku", c.sku, "warehouse", c.warehouse, "reserved", level.Reserved, "on_hand", to))
		return
	}
	if c.external != "" {
		k.external[c.external] = true
		w.external = append(w.external, c.external)
	}
	w.taken = append(w.taken, c.place)
	if to == level.OnHand {
		c.outcome = Unchanged
		return
	}
	c.outcome = Updated
	w.ids, w.moved, w.movements = append(w.ids, id.New()), append(w.moved, c.place), append(w.movements, to-level.OnHand)
	level.OnHand = to
}

func (w *writing) write(ctx context.Context, tx *pg.Tx, levels map[Place]*Level, from source, kind, reason string) error {
	if len(w.external) > 0 {
		if _, err := tx.Exec(ctx, keepExternalSQL, from.name, w.external); err != nil {
			return err
		}
	}
	if from.version != 0 && len(w.taken) > 0 {
		skus, warehouses := LevelColumns(w.taken)
		if _, err := tx.Exec(ctx, keepCountedSQL, from.name, skus, warehouses, from.version); err != nil {
			return err
		}
	}
	if len(w.moved) == 0 {
		return nil
	}
	skus, warehouses := LevelColumns(w.moved)
	figures := make([]qty.Quantity, len(skus))
	for i := range skus {
		figures[i] = levels[Place{SKU: skus[i], Warehouse: warehouses[i]}].OnHand
	}
	if _, err := tx.Exec(ctx, setOnHandSQL, skus, warehouses, figures); err != nil {
		return err
	}
	movedSKUs, movedWarehouses := make([]int32, len(w.moved)), make([]int32, len(w.moved))
	for i, p := range w.moved {
		movedSKUs[i], movedWarehouses[i] = p.SKU, p.Warehouse
	}
	if _, err := tx.Exec(ctx, moveSQL, w.ids, movedSKUs, movedWarehouses, w.movements, kind, reason, from.doc); err != nil {
		return err
	}
	return stateChanged(ctx, tx, skus)
}

func stateChanged(ctx context.Context, tx *pg.Tx, skus []int32) error {
	f, err := queue.Of(FactChanged, "stock", id.New().String(), 1, 0, Changed{SKUs: pg.Sorted(skus)})
	if err != nil {
		return err
	}
	return queue.PutTx(ctx, tx, f)
}
