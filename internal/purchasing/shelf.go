package purchasing

import (
	"context"

	"qudao/internal/catalog"
	"qudao/internal/fault"
	"qudao/internal/inventory"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/pricing"
	"qudao/internal/qty"
)

// Offer is an SKU as a dealer finds it on the shelf: with its own price and the stock it may see.
type Offer struct {
	Item  *catalog.Item
	Price *pricing.Price // nil: no price, not orderable
	Stock inventory.Shown
}

// Problem says why the offer cannot be ordered; nil: it can.
func (o Offer) Problem() error {
	if o.Price == nil {
		return order.PriceMissing.With("sku", o.Item.Code)
	}
	return nil
}

// Shelf returns the offers of SKUs for the dealer who asks, by SKU id. What is not published to it is
// left out.
func (s *Service) Shelf(ctx context.Context, who org.Actor, skus []int32, lang fault.Language) (map[int32]Offer, error) {
	if err := who.Require(org.ProductRead); err != nil {
		return nil, err
	}
	items, err := s.goods.ItemsByID(ctx, skus)
	if err != nil {
		return nil, err
	}
	visible, first := make([]int32, 0, len(items)), make(map[int32]qty.Quantity, len(items))
	for _, sku := range skus {
		if item := items[sku]; item != nil && item.VisibleTo(who.Audiences, who.Pool()) {
			visible, first[sku] = append(visible, sku), firstOf(item)
		}
	}
	prices, err := s.book.Prices(ctx, who.DealerID, who.Audiences, visible, first, s.clock.Now())
	if err != nil {
		return nil, err
	}
	available, err := s.stock.Available(ctx, visible)
	if err != nil {
		return nil, err
	}
	displays, err := s.stock.Displays(ctx)
	if err != nil {
		return nil, err
	}
	out := make(map[int32]Offer, len(visible))
	for _, sku := range visible {
		o := Offer{Item: items[sku]}
		if p, ok := prices[sku]; ok {
			o.Price = &p
		}
		o.Stock = inventory.Show(displays.For(who.Audiences, o.Item.CategoryPath), available[sku], lang)
		out[sku] = o
	}
	return out, nil
}

// firstOf is the smallest quantity that may be ordered.
func firstOf(item *catalog.Item) qty.Quantity {
	q, ok := item.Rule.First()
	if !ok {
		return item.Rule.Minimum
	}
	return q
}
