package open

import (
	"context"

	"qudao/internal/inventory"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/qty"
)

type readStockInput struct {
	page.Request
	SKU       string `query:"sku" maxLength:"64"`
	Warehouse string `query:"warehouse" maxLength:"64"`
}

type readStockOutput struct {
	Body struct {
		Items []StockRow `json:"items"`
		Next  string     `json:"next,omitempty"`
	}
}

// StockRow is what lies in one warehouse.
type StockRow struct {
	Warehouse string       `json:"warehouse"`
	SKU       string       `json:"sku"`
	OnHand    qty.Quantity `json:"on_hand"`
	Reserved  qty.Quantity `json:"reserved"`
	Safety    qty.Quantity `json:"safety"`
	Available qty.Quantity `json:"available"`
}

func (s *surface) readStock(ctx context.Context, who org.Actor, in *readStockInput) (*readStockOutput, error) {
	f := inventory.Filter{Warehouse: in.Warehouse, Request: in.Request}
	if in.SKU != "" {
		f.SKUs = []string{in.SKU}
	}
	list, err := s.Inventory.List(ctx, who, f)
	if err != nil {
		return nil, err
	}
	out := &readStockOutput{}
	out.Body.Items, out.Body.Next = make([]StockRow, len(list.Items)), list.Next
	for i, r := range list.Items {
		out.Body.Items[i] = StockRow{Warehouse: r.Warehouse.Code, SKU: r.SKU, OnHand: r.OnHand, Reserved: r.Reserved, Safety: r.Safety, Available: r.Available}
	}
	return out, nil
}
