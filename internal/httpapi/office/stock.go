package office

import (
	"context"
	"net/http"
	"time"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/id"
	"qudao/internal/inventory"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/qty"
)

func (s *surface) stock() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "stock.list", Method: http.MethodGet, Path: "/stock", Surface: httpapi.Office,
		Permission: org.StockRead, Object: httpapi.Brand, Zh: "库存列表", En: "List stock by SKU and warehouse"}, s.listStock)
	httpapi.Handle(s.api, httpapi.Operation{ID: "stock.movements", Method: http.MethodGet, Path: "/stock/{sku}/movements", Surface: httpapi.Office,
		Permission: org.StockRead, Object: httpapi.Brand, Zh: "库存流水", En: "List the movements of an SKU, the latest first"}, s.listMovements)
	httpapi.Handle(s.api, httpapi.Operation{ID: "stock.adjust", Method: http.MethodPost, Path: "/stock/adjust", Surface: httpapi.Office,
		Permission: org.StockEdit, Object: httpapi.Brand, Idempotent: true, Zh: "调整库存", En: "Change what is on hand, by or to a figure"}, s.adjustStock)
	httpapi.Handle(s.api, httpapi.Operation{ID: "stock.count", Method: http.MethodPut, Path: "/stock", Surface: httpapi.Office,
		Permission: org.StockEdit, Object: httpapi.Brand, Zh: "批量盘点", En: "Set what is on hand of many SKUs, item by item",
		Doc: "One item that fails hinders no other. With trial nothing is written: the answer tells what would become of each item."}, s.countStock)
	httpapi.Handle(s.api, httpapi.Operation{ID: "stock.safety", Method: http.MethodPut, Path: "/stock/{sku}/{warehouse}/safety", Surface: httpapi.Office,
		Permission: org.StockEdit, Object: httpapi.Brand, Zh: "设置安全库存", En: "Set how much of an SKU in a warehouse is never promised"}, s.setSafety)
}

// StockRow is how much of an SKU a warehouse has.
type StockRow struct {
	SKU       string       `json:"sku"`
	Name      string       `json:"name"`
	Unit      string       `json:"unit"`
	Warehouse org.Ref      `json:"warehouse"`
	Pool      int16        `json:"pool"`
	OnHand    qty.Quantity `json:"on_hand"`
	Reserved  qty.Quantity `json:"reserved"`
	Safety    qty.Quantity `json:"safety" doc:"Never promised."`
	Available qty.Quantity `json:"available" doc:"What may still be promised, never below zero."`
}

func stockRow(r inventory.Row) StockRow {
	return StockRow{SKU: r.SKU, Name: r.Name, Unit: r.Unit, Warehouse: org.Ref(r.Warehouse), Pool: r.Pool, OnHand: r.OnHand, Reserved: r.Reserved,
		Safety: r.Safety, Available: r.Available}
}

type listStockInput struct {
	page.Request
	Text      string   `query:"q" maxLength:"100" doc:"Words of the codes or the name; each must be there."`
	SKU       []string `query:"sku,explode" maxItems:"200" doc:"Exactly these; may be repeated."`
	Warehouse string   `query:"warehouse" maxLength:"64"`
	Low       bool     `query:"low" doc:"Only where nothing is free to promise."`
}

type listStockOutput struct{ Body page.List[StockRow] }

func (s *surface) listStock(ctx context.Context, who org.Actor, in *listStockInput) (*listStockOutput, error) {
	list, err := s.Inventory.List(ctx, who, inventory.Filter{Text: in.Text, SKUs: in.SKU, Warehouse: in.Warehouse, Low: in.Low, Request: in.Request})
	if err != nil {
		return nil, err
	}
	return &listStockOutput{page.List[StockRow]{Items: view.Each(list.Items, stockRow), Next: list.Next}}, nil
}

type listMovementsInput struct {
	page.Request
	SKU string `path:"sku" maxLength:"64"`
}

type listMovementsOutput struct{ Body page.List[Movement] }

// Movement is one change of what is on hand.
type Movement struct {
	ID        id.ID        `json:"id"`
	Warehouse org.Ref      `json:"warehouse"`
	Kind      string       `json:"kind" enum:"opening,receipt,adjustment,count,shipment,return"`
	Quantity  qty.Quantity `json:"quantity" doc:"What came, or below zero what went."`
	Document  string       `json:"document,omitempty" doc:"Id of the document behind it, such as a shipment."`
	Reason    string       `json:"reason,omitempty"`
	Who       string       `json:"who"`
	At        time.Time    `json:"at"`
}

func (s *surface) listMovements(ctx context.Context, who org.Actor, in *listMovementsInput) (*listMovementsOutput, error) {
	list, err := s.Inventory.Movements(ctx, who, in.SKU, in.Request)
	if err != nil {
		return nil, err
	}
	names, err := s.Org.Names(ctx, who, view.Each(list.Items, func(m inventory.Movement) string { return m.Actor }))
	if err != nil {
		return nil, err
	}
	items := view.Each(list.Items, func(m inventory.Movement) Movement {
		return Movement{ID: m.ID, Warehouse: org.Ref(m.Warehouse), Kind: m.Kind, Quantity: m.Quantity, Document: m.DocID, Reason: m.Reason, Who: named(names, m.Actor), At: m.At}
	})
	return &listMovementsOutput{page.List[Movement]{Items: items, Next: list.Next}}, nil
}

type stockOutput struct{ Body StockRow }

func shownStock(r inventory.Row, err error) (*stockOutput, error) {
	if err != nil {
		return nil, err
	}
	return &stockOutput{stockRow(r)}, nil
}

type adjustStockInput struct {
	Body struct {
		Warehouse string        `json:"warehouse"`
		SKU       string        `json:"sku"`
		Quantity  *qty.Quantity `json:"quantity,omitempty" doc:"By how much; either this or on_hand."`
		OnHand    *qty.Quantity `json:"on_hand,omitempty" doc:"To how much, as counted."`
		Reason    string        `json:"reason"`
	}
}

func (s *surface) adjustStock(ctx context.Context, who org.Actor, in *adjustStockInput) (*stockOutput, error) {
	return shownStock(s.Inventory.Adjust(ctx, who, inventory.Adjustment{Warehouse: in.Body.Warehouse, SKU: in.Body.SKU,
		Delta: in.Body.Quantity, OnHand: in.Body.OnHand, Reason: in.Body.Reason}))
}

type setSafetyInput struct {
	SKU       string `path:"sku" maxLength:"64"`
	Warehouse string `path:"warehouse" maxLength:"64"`
	Body      struct {
		Safety qty.Quantity `json:"safety"`
	}
}

func (s *surface) setSafety(ctx context.Context, who org.Actor, in *setSafetyInput) (*stockOutput, error) {
	return shownStock(s.Inventory.SetSafety(ctx, who, in.SKU, in.Warehouse, in.Body.Safety))
}

type countStockInput struct {
	Body struct {
		Reason string       `json:"reason" minLength:"1" maxLength:"200"`
		Trial  bool         `json:"trial,omitempty"`
		Items  []StockCount `json:"items" minItems:"1" maxItems:"1000"`
	}
}

// StockCount is what was counted of an SKU in a warehouse.
type StockCount struct {
	Warehouse string       `json:"warehouse"`
	SKU       string       `json:"sku"`
	OnHand    qty.Quantity `json:"on_hand"`
}

type countStockOutput struct{ Body List[StockCounted] }

// StockCounted is what became of one count.
type StockCounted struct {
	Warehouse string            `json:"warehouse"`
	SKU       string            `json:"sku"`
	Result    inventory.Outcome `json:"result" enum:"updated,unchanged,failed"`
	Problem   *view.ItemProblem `json:"problem,omitempty"`
}

func (s *surface) countStock(ctx context.Context, who org.Actor, in *countStockInput) (*countStockOutput, error) {
	count := s.Inventory.SetOnHand
	if in.Body.Trial {
		count = s.Inventory.CheckOnHand
	}
	results, err := count(ctx, who, inventory.Counts{Reason: in.Body.Reason, Items: view.Each(in.Body.Items, func(c StockCount) inventory.Count {
		return inventory.Count{Warehouse: c.Warehouse, SKU: c.SKU, OnHand: c.OnHand}
	})})
	if err != nil {
		return nil, err
	}
	return &countStockOutput{List[StockCounted]{Items: view.Each(results, func(r inventory.Result) StockCounted {
		return StockCounted{Warehouse: r.Warehouse, SKU: r.SKU, Result: r.Outcome, Problem: view.ItemProblemOf(r.Problem, httpapi.Language(ctx))}
	})}}, nil
}
