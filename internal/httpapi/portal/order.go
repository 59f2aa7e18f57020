package portal

import (
	"context"
	"log/slog"
	"net/http"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/id"
	"qudao/internal/money"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/purchasing"
	"qudao/internal/qty"
)

func (s *surface) orders() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.place", Method: http.MethodPost, Path: "/orders", Surface: httpapi.Portal,
		Permission: org.OrderPlace, Object: httpapi.Dealer, Idempotent: true, Zh: "下单", En: "Place an order"}, s.placeOrder)
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.list", Method: http.MethodGet, Path: "/orders", Surface: httpapi.Portal,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "订单列表", En: "List orders"}, s.listOrders)
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.read", Method: http.MethodGet, Path: "/orders/{id}", Surface: httpapi.Portal,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "订单详情", En: "Read an order"}, s.readOrder)
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.cancel", Method: http.MethodPost, Path: "/orders/{id}/cancel", Surface: httpapi.Portal,
		Permission: org.OrderCancel, Object: httpapi.Dealer, Idempotent: true, Zh: "取消订单", En: "Cancel an order"}, s.cancelOrder)
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.receive", Method: http.MethodPost, Path: "/orders/{id}/shipments/{shipment}/receive", Surface: httpapi.Portal,
		Permission: org.OrderReceive, Object: httpapi.Dealer, Idempotent: true, Zh: "确认收货", En: "Confirm receipt of a shipment"}, s.receiveShipment)
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.reorder", Method: http.MethodPost, Path: "/orders/{id}/reorder", Surface: httpapi.Portal,
		Permission: org.OrderPlace, Object: httpapi.Dealer, Zh: "再来一单", En: "Put an order's lines into the cart"}, s.reorder)
}

type placeInput struct {
	Body struct {
		AddressID     id.ID         `json:"address_id"`
		Remark        string        `json:"remark,omitempty" maxLength:"500"`
		Lines         []wanted      `json:"lines" maxItems:"1000"`
		ExpectedTotal *money.Amount `json:"expected_total,omitempty" nullable:"true" doc:"The total the person saw. Another one is refused."`
		FromCart      bool          `json:"from_cart,omitempty" doc:"Takes the lines out of the cart once the order is placed."`
	}
}

type wanted struct {
	SKU      string       `json:"sku" minLength:"1" maxLength:"64"`
	Quantity qty.Quantity `json:"quantity"`
}

type placedOutput struct{ Body Placed }

// Placed is what a placed order is known by.
type Placed struct {
	ID     id.ID  `json:"id"`
	Number string `json:"number"`
}

func (s *surface) placeOrder(ctx context.Context, who org.Actor, in *placeInput) (*placedOutput, error) {
	input := order.PlaceInput{Address: in.Body.AddressID, Remark: in.Body.Remark, Source: order.Portal, Expected: in.Body.ExpectedTotal,
		Lines: make([]order.LineInput, len(in.Body.Lines))}
	skus := make([]string, len(in.Body.Lines))
	for i, l := range in.Body.Lines {
		input.Lines[i], skus[i] = order.LineInput{SKU: l.SKU, Quantity: l.Quantity}, l.SKU
	}
	placed, err := s.Order.Place(ctx, who, input)
	if err != nil {
		return nil, err
	}
	if in.Body.FromCart {
		// The order stands whatever happens to the cart: lines left behind are seen there.
		if err := s.Purchasing.Ordered(ctx, who, placed.ID, skus); err != nil {
			slog.WarnContext(ctx, "the cart was not emptied after placing", "order", placed.Number, "error", err)
		}
	}
	return &placedOutput{Placed{ID: placed.ID, Number: placed.Number}}, nil
}

type listOrdersInput struct {
	page.Request
	State order.State `query:"state" doc:"in_review, accepted, partly_shipped, shipped, received, rejected, cancelled, expired; empty for all."`
	Text  string      `query:"q" maxLength:"64"`
	From  string      `query:"from" doc:"A day, or an RFC 3339 time."`
	To    string      `query:"to" doc:"A day, which is included, or an RFC 3339 time, which is not."`
}

type listOrdersOutput struct{ Body OrderList }

// OrderList is a page of orders, and how many there are in each state.
type OrderList struct {
	Items  []view.OrderCard    `json:"items"`
	Next   string              `json:"next,omitempty"`
	Counts map[order.State]int `json:"counts"`
}

func (s *surface) listOrders(ctx context.Context, who org.Actor, in *listOrdersInput) (*listOrdersOutput, error) {
	since, until, err := view.Window(in.From, in.To)
	if err != nil {
		return nil, err
	}
	filter := order.Filter{State: in.State, Text: in.Text, From: since, To: until}
	list, err := s.Order.List(ctx, who, filter, in.Request)
	if err != nil {
		return nil, err
	}
	sum, err := s.Order.Summary(ctx, who, filter)
	if err != nil {
		return nil, err
	}
	out := OrderList{Items: make([]view.OrderCard, len(list.Items)), Next: list.Next, Counts: sum.Counts}
	for i, c := range list.Items {
		out.Items[i] = view.CardOf(c, httpapi.Language(ctx))
	}
	return &listOrdersOutput{out}, nil
}

type orderInput struct {
	ID string `path:"id" doc:"Id or number."`
}

func (s *surface) readOrder(ctx context.Context, who org.Actor, in *orderInput) (*view.OrderOutput, error) {
	return s.order(ctx, who, in.ID)
}

func (s *surface) order(ctx context.Context, who org.Actor, ref string) (*view.OrderOutput, error) {
	return view.ShowOrder(ctx, s.Order, who, ref, httpapi.Language(ctx))
}

type cancelInput struct {
	httpapi.Edit
	ID   string `path:"id"`
	Body struct {
		Reason string `json:"reason,omitempty" maxLength:"500"`
	}
}

func (s *surface) cancelOrder(ctx context.Context, who org.Actor, in *cancelInput) (*view.OrderOutput, error) {
	key, err := s.Order.Find(ctx, who, in.ID)
	if err != nil {
		return nil, err
	}
	if _, err := s.Order.Cancel(ctx, who, order.Step{Order: key, Version: in.Version, Reason: in.Body.Reason}); err != nil {
		return nil, err
	}
	return s.order(ctx, who, key.String())
}

type receiveInput struct {
	ID       string `path:"id"`
	Shipment id.ID  `path:"shipment"`
	Body     struct {
		Lines []receivedLine `json:"lines,omitempty" maxItems:"1000" doc:"What arrived where it is not all that was sent."`
	}
}

type receivedLine struct {
	Line     int16        `json:"line"`
	Quantity qty.Quantity `json:"quantity"`
}

func (s *surface) receiveShipment(ctx context.Context, who org.Actor, in *receiveInput) (*view.OrderOutput, error) {
	key, err := s.Order.Find(ctx, who, in.ID)
	if err != nil {
		return nil, err
	}
	input := order.ReceiveInput{Order: key, Shipment: in.Shipment}
	for _, l := range in.Body.Lines {
		input.Lines = append(input.Lines, order.ReceiveLine{Line: l.Line, Quantity: l.Quantity})
	}
	if _, err := s.Order.Receive(ctx, who, input); err != nil {
		return nil, err
	}
	return s.order(ctx, who, key.String())
}

// reorder puts what can still be bought into the cart; the rest is named in the answer's problems.
func (s *surface) reorder(ctx context.Context, who org.Actor, in *orderInput) (*cartOutput, error) {
	o, err := s.Order.Get(ctx, who, in.ID)
	if err != nil {
		return nil, err
	}
	lines, names := make([]purchasing.Wanted, len(o.Lines)), map[string]string{}
	for i, l := range o.Lines {
		lines[i], names[l.SKU] = purchasing.Wanted{SKU: l.SKU, Quantity: l.Quantity}, l.Name
	}
	left, err := s.Purchasing.AddPossible(ctx, who, lines, httpapi.Language(ctx))
	if err != nil {
		return nil, err
	}
	for i := range left {
		left[i].Was = names[left[i].SKU]
	}
	return s.cartWith(ctx, who, left)
}
