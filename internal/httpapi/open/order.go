package open

import (
	"context"
	"net/http"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/qty"
)

func (s *surface) orders() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.changes", Method: http.MethodGet, Path: "/orders", Surface: httpapi.Open,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "按变更顺序拉取订单", En: "Orders that changed since a cursor, in the order of the changes",
		Doc: "Keep next and ask with it again; it comes also when nothing changed. Each changed order comes whole, as it is now. An order may come again: take it by its version."}, s.changedOrders)
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.read", Method: http.MethodGet, Path: "/orders/{number}", Surface: httpapi.Open,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "订单详情", En: "Read an order"}, s.readOrder)
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.accept", Method: http.MethodPost, Path: "/orders/{number}/accept", Surface: httpapi.Open,
		Permission: org.OrderReview, Object: httpapi.Dealer, Idempotent: true, Zh: "审核通过", En: "Accept an order"}, s.acceptOrder)
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.ship", Method: http.MethodPost, Path: "/orders/{number}/shipments", Surface: httpapi.Open,
		Permission: org.OrderShip, Object: httpapi.Dealer, Idempotent: true, Zh: "发货", En: "Record a shipment",
		Doc: "external_id is the program's own number of the shipment; the same one is recorded once."}, s.shipOrder)
}

type changesOutput struct{ Body ChangedOrders }

// ChangedOrders are orders in the order of their changes.
type ChangedOrders struct {
	Items []view.Order `json:"items"`
	Next  string       `json:"next"`
	More  bool         `json:"more" doc:"There is more behind next right now."`
}

type changesInput struct{ page.Request }

func (s *surface) changedOrders(ctx context.Context, who org.Actor, in *changesInput) (*changesOutput, error) {
	changed, err := s.Order.Changes(ctx, who, in.Request)
	if err != nil {
		return nil, err
	}
	out := ChangedOrders{Items: make([]view.Order, len(changed.Orders)), Next: changed.Next, More: changed.More}
	for i := range changed.Orders {
		if out.Items[i], err = view.OrderOf(&changed.Orders[i], view.Reader{Actor: who, Language: httpapi.Language(ctx)}); err != nil {
			return nil, err
		}
	}
	return &changesOutput{out}, nil
}

type orderInput struct {
	Number string `path:"number"`
}

func (s *surface) readOrder(ctx context.Context, who org.Actor, in *orderInput) (*view.OrderOutput, error) {
	return s.order(ctx, who, in.Number)
}

func (s *surface) order(ctx context.Context, who org.Actor, ref string) (*view.OrderOutput, error) {
	return view.ShowOrder(ctx, s.Order, who, ref, httpapi.Language(ctx))
}

func (s *surface) acceptOrder(ctx context.Context, who org.Actor, in *orderInput) (*view.OrderOutput, error) {
	key, err := s.Order.Find(ctx, who, in.Number)
	if err != nil {
		return nil, err
	}
	if _, err := s.Order.Accept(ctx, who, order.Step{Order: key}); err != nil {
		return nil, err
	}
	return s.order(ctx, who, key.String())
}

type shipInput struct {
	Number string `path:"number"`
	Body   struct {
		ExternalID string     `json:"external_id" minLength:"1" maxLength:"100"`
		Warehouse  string     `json:"warehouse"`
		Carrier    string     `json:"carrier"`
		Tracking   string     `json:"tracking"`
		Lines      []shipLine `json:"lines" maxItems:"1000"`
	}
}

type shipLine struct {
	Line     int16        `json:"line,omitempty" doc:"The order's line, or"`
	SKU      string       `json:"sku,omitempty" doc:"the SKU of the line."`
	Quantity qty.Quantity `json:"quantity"`
}

func (s *surface) shipOrder(ctx context.Context, who org.Actor, in *shipInput) (*view.OrderOutput, error) {
	key, err := s.Order.Find(ctx, who, in.Number)
	if err != nil {
		return nil, err
	}
	input := order.ShipInput{Order: key, Warehouse: in.Body.Warehouse, Carrier: in.Body.Carrier, Tracking: in.Body.Tracking, External: in.Body.ExternalID}
	for _, l := range in.Body.Lines {
		input.Lines = append(input.Lines, order.ShipLine{Line: l.Line, SKU: l.SKU, Quantity: l.Quantity})
	}
	if _, err := s.Order.Ship(ctx, who, input); err != nil {
		return nil, err
	}
	return s.order(ctx, who, key.String())
}
