package inventory

import (
	"context"

	"qudao/internal/org"
	"qudao/internal/qty"
)

// Adjustment changes what is on hand of one SKU in one warehouse, by Delta or to OnHand: exactly one of
// them is given.
type Adjustment struct {
	Warehouse string        `json:"warehouse"`
	SKU       string        `json:"sku"`
	Delta     *qty.Quantity `json:"quantity,omitempty"`
	OnHand    *qty.Quantity `json:"on_hand,omitempty"`
	Reason    string        `json:"reason"`
}

// Adjust changes what is on hand and writes the movement. Needs stock.edit. Errors: SKUUnknown,
// WarehouseUnknown, BelowReserved, what is wrong with the input.
func (s *Service) Adjust(ctx context.Context, who org.Actor, in Adjustment) (Row, error) {
	panic("soon")
}

// SetSafety sets how much of an SKU in a warehouse is never promised. Needs stock.edit.
func (s *Service) SetSafety(ctx context.Context, who org.Actor, sku, warehouse string, safety qty.Quantity) (Row, error) {
	panic("soon")
}
