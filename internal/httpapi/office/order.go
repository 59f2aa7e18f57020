package office

import (
	"context"
	"net/http"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/money"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/qty"
)

func (s *surface) orders() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.list", Method: http.MethodGet, Path: "/orders", Surface: httpapi.Office,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "订单列表", En: "List orders"}, s.listOrders)
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.read", Method: http.MethodGet, Path: "/orders/{id}", Surface: httpapi.Office,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "订单详情", En: "Read an order"}, s.readOrder)
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.sources", Method: http.MethodGet, Path: "/orders/{id}/sources", Surface: httpapi.Office,
		Permission: org.OrderShip, Object: httpapi.Dealer, Zh: "待发库存来源", En: "From which warehouses an order is to be shipped"}, s.orderSources)
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.accept", Method: http.MethodPost, Path: "/orders/{id}/accept", Surface: httpapi.Office,
		Permission: org.OrderReview, Object: httpapi.Dealer, Idempotent: true, Zh: "审核通过", En: "Accept an order"}, s.step(s.acceptOrder))
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.reject", Method: http.MethodPost, Path: "/orders/{id}/reject", Surface: httpapi.Office,
		Permission: org.OrderReview, Object: httpapi.Dealer, Idempotent: true, Zh: "审核驳回", En: "Reject an order"}, s.step(s.rejectOrder))
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.cancel", Method: http.MethodPost, Path: "/orders/{id}/cancel", Surface: httpapi.Office,
		Permission: org.OrderCancel, Object: httpapi.Dealer, Idempotent: true, Zh: "取消订单", En: "Cancel an order"}, s.step(s.cancelOrder))
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.ship", Method: http.MethodPost, Path: "/orders/{id}/shipments", Surface: httpapi.Office,
		Permission: org.OrderShip, Object: httpapi.Dealer, Idempotent: true, Zh: "发货", En: "Record a shipment"}, s.shipOrder)
	httpapi.Handle(s.api, httpapi.Operation{ID: "order_rule.read", Method: http.MethodGet, Path: "/order-rules", Surface: httpapi.Office,
		Permission: org.OrderRead, Object: httpapi.Brand, Zh: "审核规则", En: "Read the review rule"}, s.readRule)
	httpapi.Handle(s.api, httpapi.Operation{ID: "order_rule.edit", Method: http.MethodPut, Path: "/order-rules", Surface: httpapi.Office,
		Permission: org.OrderSetting, Object: httpapi.Brand, Zh: "修改审核规则", En: "Change the review rule"}, s.editRule)
}

type listOrdersInput struct {
	page.Request
	State  order.State `query:"state" doc:"in_review, accepted, partly_shipped, shipped, received, rejected, cancelled, expired; empty for all."`
	Text   string      `query:"q" maxLength:"64" doc:"In the number, or the dealer's code, name or pinyin."`
	Dealer string      `query:"dealer" maxLength:"64"`
	From   string      `query:"from" doc:"A day, or an RFC 3339 time."`
	To     string      `query:"to" doc:"A day, which is included, or an RFC 3339 time, which is not."`
}

type listOrdersOutput struct{ Body OrderList }

// OrderList is a page of orders, with counts by state and sums over the whole filter.
type OrderList struct {
	Items  []view.OrderCard    `json:"items"`
	Next   string              `json:"next,omitempty"`
	Counts map[order.State]int `json:"counts"`
	Sums   struct {
		Total money.Amount `json:"total"`
	} `json:"sums"`
}

func (s *surface) listOrders(ctx context.Context, who org.Actor, in *listOrdersInput) (*listOrdersOutput, error) {
	since, until, err := view.Window(in.From, in.To)
	if err != nil {
		return nil, err
	}
	filter := order.Filter{State: in.State, Text: in.Text, Dealer: in.Dealer, From: since, To: until}
	list, err := s.Order.List(ctx, who, filter, in.Request)
	if err != nil {
		return nil, err
	}
	sum, err := s.Order.Summary(ctx, who, filter)
	if err != nil {
		return nil, err
	}
	out := OrderList{Items: make([]view.OrderCard, len(list.Items)), Next: list.Next, Counts: sum.Counts}
	out.Sums.Total = sum.Total
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

type sourcesOutput struct {
	Body struct {
		Items []Source `json:"items"`
	}
}

// Source is how much of a line a warehouse holds for its order.
type Source struct {
	Line      int16        `json:"line"`
	Warehouse org.Ref      `json:"warehouse"`
	Reserved  qty.Quantity `json:"reserved"`
}

func (s *surface) orderSources(ctx context.Context, who org.Actor, in *orderInput) (*sourcesOutput, error) {
	o, err := s.Order.Get(ctx, who, in.ID)
	if err != nil {
		return nil, err
	}
	out := &sourcesOutput{}
	out.Body.Items = make([]Source, len(o.Sources))
	for i, src := range o.Sources {
		out.Body.Items[i] = Source{Line: src.Line, Warehouse: org.Ref{Code: src.Code, Name: src.Name}, Reserved: src.Reserved}
	}
	return out, nil
}

type stepInput struct {
	httpapi.Edit
	ID   string `path:"id"`
	Body struct {
		Reason string `json:"reason,omitempty" maxLength:"500"`
	}
}

// step is the handler of a move that needs the order, its version and perhaps a reason.
func (s *surface) step(move func(context.Context, org.Actor, order.Step) error) func(context.Context, org.Actor, *stepInput) (*view.OrderOutput, error) {
	return func(ctx context.Context, who org.Actor, in *stepInput) (*view.OrderOutput, error) {
		key, err := s.Order.Find(ctx, who, in.ID)
		if err != nil {
			return nil, err
		}
		if err := move(ctx, who, order.Step{Order: key, Version: in.Version, Reason: in.Body.Reason}); err != nil {
			return nil, err
		}
		return s.order(ctx, who, key.String())
	}
}

func (s *surface) acceptOrder(ctx context.Context, who org.Actor, in order.Step) error {
	_, err := s.Order.Accept(ctx, who, in)
	return err
}

func (s *surface) rejectOrder(ctx context.Context, who org.Actor, in order.Step) error {
	_, err := s.Order.Reject(ctx, who, in)
	return err
}

func (s *surface) cancelOrder(ctx context.Context, who org.Actor, in order.Step) error {
	_, err := s.Order.Cancel(ctx, who, in)
	return err
}

type shipInput struct {
	ID   string `path:"id"`
	Body struct {
		Warehouse string     `json:"warehouse"`
		Carrier   string     `json:"carrier"`
		Tracking  string     `json:"tracking"`
		Lines     []shipLine `json:"lines" maxItems:"1000"`
	}
}

type shipLine struct {
	Line     int16        `json:"line"`
	Quantity qty.Quantity `json:"quantity"`
}

func (s *surface) shipOrder(ctx context.Context, who org.Actor, in *shipInput) (*view.OrderOutput, error) {
	key, err := s.Order.Find(ctx, who, in.ID)
	if err != nil {
		return nil, err
	}
	input := order.ShipInput{Order: key, Warehouse: in.Body.Warehouse, Carrier: in.Body.Carrier, Tracking: in.Body.Tracking}
	for _, l := range in.Body.Lines {
		input.Lines = append(input.Lines, order.ShipLine{Line: l.Line, Quantity: l.Quantity})
	}
	if _, err := s.Order.Ship(ctx, who, input); err != nil {
		return nil, err
	}
	return s.order(ctx, who, key.String())
}

// OrderRule is when orders are accepted at once, and how long a review may take.
type OrderRule struct {
	AutoAcceptBelow money.Amount `json:"auto_accept_below" doc:"Totals up to this are accepted at once; 0.00: none."`
	ReviewHours     int          `json:"review_hours" doc:"Orders unreviewed for longer expire."`
	Version         int          `json:"version" readOnly:"true" required:"false"`
}

type ruleOutput struct{ Body OrderRule }

func (s *surface) readRule(ctx context.Context, who org.Actor, _ *struct{}) (*ruleOutput, error) {
	r, err := s.Order.Rule(ctx, who)
	return &ruleOutput{OrderRule(r)}, err
}

type ruleInput struct {
	httpapi.Edit
	Body OrderRule
}

func (s *surface) editRule(ctx context.Context, who org.Actor, in *ruleInput) (*ruleOutput, error) {
	rule := order.Rule(in.Body)
	rule.Version = in.Version
	r, err := s.Order.SetRule(ctx, who, rule)
	return &ruleOutput{OrderRule(r)}, err
}
