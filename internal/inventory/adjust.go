package inventory

import (
	"context"
	"unicode/utf8"

	"qudao/internal/audit"
	"qudao/internal/fault"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

const maxReason = 200

// Adjustment changes what is on hand of one SKU in one warehouse, by Delta or to OnHand: exactly one of
// them is given.
type Adjustment struct {
	Warehouse string        `json:"warehouse"`
	SKU       string        `json:"sku"`
	Delta     *qty.Quantity `json:"quantity,omitempty"`
	OnHand    *qty.Quantity `json:"on_hand,omitempty"`
	Reason    string        `json:"reason"`
}

// Validate names everything that is wrong with the adjustment itself.
func (in Adjustment) Validate() error {
	var wrong fault.Fields
	if (in.Delta == nil) == (in.OnHand == nil) || in.Delta != nil && *in.Delta == 0 {
		wrong.Add("quantity", OneFigure)
	}
	for _, q := range []*qty.Quantity{in.Delta, in.OnHand} {
		if q != nil && (*q > qty.Max || *q < -qty.Max) {
			wrong.Add("quantity", qty.ErrOutOfRange, "maximum", qty.Max)
		}
	}
	switch reason := tidy(in.Reason); {
	case reason == "":
		wrong.Add("reason", ReasonMissing)
	case utf8.RuneCountInString(reason) > maxReason:
		wrong.Add("reason", TextTooLong, "maximum", maxReason)
	}
	return wrong.Err()
}

// Adjust changes what is on hand and writes the movement. Needs stock.edit. Errors: SKUUnknown,
// WarehouseUnknown, BelowReserved, what is wrong with the input.
func (s *Service) Adjust(ctx context.Context, who org.Actor, in Adjustment) (out Row, err error) {
	if err := who.Require(org.StockEdit); err != nil {
		return Row{}, err
	}
	if err := in.Validate(); err != nil {
		return Row{}, err
	}
	c := change{warehouse: in.Warehouse, sku: in.SKU, relative: in.Delta != nil}
	kind := kindCount
	if in.Delta != nil {
		c.figure, kind = *in.Delta, kindAdjustment
	} else {
		c.figure = *in.OnHand
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = once.Do(ctx, tx, func() (Row, error) {
			c := c // the function may run again
			if err := changeTx(ctx, tx, []*change{&c}, source{}, kind, tidy(in.Reason)); err != nil {
				return Row{}, err
			}
			if c.problem != nil {
				return Row{}, c.problem
			}
			return rowTx(ctx, tx, c.place)
		})
		return err
	})
	return out, err
}

// SetSafety sets how much of an SKU in a warehouse is never promised. Needs stock.edit. Errors:
// SKUUnknown, WarehouseUnknown, SafetyWrong.
func (s *Service) SetSafety(ctx context.Context, who org.Actor, sku, warehouse string, safety qty.Quantity) (out Row, err error) {
	if err := who.Require(org.StockEdit); err != nil {
		return Row{}, err
	}
	if safety < 0 || safety > qty.Max {
		return Row{}, SafetyWrong.At("safety", "maximum", qty.Max)
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = once.Do(ctx, tx, func() (Row, error) {
			c := change{warehouse: warehouse, sku: sku}
			if err := resolve(ctx, tx, []*change{&c}); err != nil {
				return Row{}, err
			}
			if c.problem != nil {
				return Row{}, c.problem
			}
			levels, err := lockLevels(ctx, tx, []Place{c.place})
			if err != nil {
				return Row{}, err
			}
			if levels[c.place].Safety != safety {
				if _, err := tx.Exec(ctx, setSafetySQL, c.place.SKU, c.place.Warehouse, safety); err != nil {
					return Row{}, err
				}
				// The rest of a level is explained by movements and reservations; this is not.
				before, after := map[string]qty.Quantity{"safety": levels[c.place].Safety}, map[string]qty.Quantity{"safety": safety}
				if err := audit.ChangedTx(ctx, tx, "inventory.level", sku+"/"+warehouse, before, after); err != nil {
					return Row{}, err
				}
				if err := stateChanged(ctx, tx, []int32{c.place.SKU}); err != nil {
					return Row{}, err
				}
			}
			return rowTx(ctx, tx, c.place)
		})
		return err
	})
	return out, err
}

func rowTx(ctx context.Context, tx *pg.Tx, p Place) (Row, error) {
	r, err := pg.One[row](ctx, tx, rowSQL, p.SKU, p.Warehouse)
	return r.row(), err
}
