package inventory

import (
	"context"

	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/qty"
)

// Filter is what the office looks for among the levels.
type Filter struct {
	Text      string // part of an SKU's code or name
	Warehouse string // code
	Low       bool   // only where nothing is free to promise
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

// List returns levels by SKU code and warehouse. Needs stock.read.
func (s *Service) List(ctx context.Context, who org.Actor, f Filter) (page.List[Row], error) {
	panic("soon")
}

// Available returns what may still be promised of each SKU over all active warehouses. SKUs without
// stock are absent: zero.
func (s *Service) Available(ctx context.Context, skus []int32) (map[int32]qty.Quantity, error) {
	panic("soon")
}
