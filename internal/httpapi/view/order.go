package view

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/money"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/pricing"
	"qudao/internal/qty"
)

// OrderHead is what lists and documents show of an order.
type OrderHead struct {
	ID         id.ID            `json:"id"`
	Number     string           `json:"number"`
	Version    int              `json:"version"`
	State      order.State      `json:"state" enum:"in_review,accepted,partly_shipped,shipped,received,closed,rejected,cancelled,expired"`
	StateText  string           `json:"state_text"`
	Review     order.Review     `json:"review"`
	Fulfilment order.Fulfilment `json:"fulfilment"`
	Payment    string           `json:"payment"`
	Kind       string           `json:"kind"`
	Source     order.Source     `json:"source"`
	Dealer     org.Ref          `json:"dealer"`
	Currency   money.Currency   `json:"currency"`
	Total      money.Amount     `json:"total"`
	PlacedAt   time.Time        `json:"placed_at"`
	PlacedBy   string           `json:"placed_by"`
	LineCount  int              `json:"line_count"`
	WaitingFor *Waiting         `json:"waiting_for,omitempty"`
}

// Waiting says who must act next on an order, and by when.
type Waiting struct {
	Who   string     `json:"who" enum:"review,warehouse,dealer"`
	Text  string     `json:"text"`
	Until *time.Time `json:"until,omitempty"`
}

// OrderCard is an order in a list.
type OrderCard struct {
	OrderHead
	FirstLines   []order.LineGlimpse `json:"first_lines"`
	ShippedShare float64             `json:"shipped_share" doc:"Part of the ordered quantity that was shipped, 0 to 1."`
}

// Order is the whole document.
type Order struct {
	OrderHead
	Goods     money.Amount `json:"goods"`
	Discount  money.Amount `json:"discount"`
	Freight   money.Amount `json:"freight"`
	Net       money.Amount `json:"net"`
	Tax       money.Amount `json:"tax"`
	Address   Address      `json:"address"`
	Remark    string       `json:"remark"`
	Reason    string       `json:"reason,omitempty"`
	Actions   []string     `json:"actions" doc:"What the caller may do now: accept, reject, cancel, ship, receive."`
	Lines     []OrderLine  `json:"lines"`
	Shipments []Shipment   `json:"shipments"`
	Timeline  []Node       `json:"timeline"`
}

// Address is where goods go.
type Address struct {
	Name       string `json:"name"`
	Phone      string `json:"phone"`
	RegionName string `json:"region_name"`
	Detail     string `json:"detail"`
}

// OrderLine is a line as it was promised.
type OrderLine struct {
	Line      int16             `json:"line"`
	SKU       string            `json:"sku"`
	Name      string            `json:"name"`
	Model     string            `json:"model"`
	Image     string            `json:"image,omitempty" doc:"Address of the product's main picture, as it is today."`
	Spec      map[string]string `json:"spec"`
	Unit      string            `json:"unit"`
	Quantity  qty.Quantity      `json:"quantity"`
	Reserved  qty.Quantity      `json:"reserved"`
	Shipped   qty.Quantity      `json:"shipped"`
	Received  qty.Quantity      `json:"received"`
	Cancelled qty.Quantity      `json:"cancelled"`
	Price     money.Price       `json:"price"`
	Amount    money.Amount      `json:"amount"`
	Net       money.Amount      `json:"net"`
	Tax       money.Amount      `json:"tax"`
	TaxRate   money.Rate        `json:"tax_rate"`
	Trace     *pricing.Trace    `json:"trace,omitempty"`
}

// Shipment is goods under way.
type Shipment struct {
	ID         id.ID          `json:"id"`
	Number     string         `json:"number"`
	Carrier    string         `json:"carrier"`
	Tracking   string         `json:"tracking"`
	Warehouse  *org.Ref       `json:"warehouse,omitempty"`
	ShippedAt  time.Time      `json:"shipped_at"`
	ReceivedAt *time.Time     `json:"received_at,omitempty"`
	State      string         `json:"state" enum:"shipped,received"`
	Lines      []ShipmentLine `json:"lines"`
}

// ShipmentLine is a line's part of a shipment.
type ShipmentLine struct {
	Line     int16         `json:"line"`
	Quantity qty.Quantity  `json:"quantity"`
	Received *qty.Quantity `json:"received,omitempty"`
}

// Node is one thing that happened to an order.
type Node struct {
	Seq  int             `json:"seq"`
	Node string          `json:"node"`
	Text string          `json:"text"`
	At   time.Time       `json:"at"`
	Who  string          `json:"who"`
	Data json.RawMessage `json:"data"`
}

// words of states, moves and those who must act, by language.
var words = map[string][2]string{
	"in_review": {"待审核", "In review"}, "accepted": {"待发货", "Accepted"}, "partly_shipped": {"部分发货", "Partly shipped"}, "shipped": {"已发货", "Shipped"},
	"received": {"已收货", "Received"}, "closed": {"已关闭", "Closed"}, "rejected": {"已驳回", "Rejected"}, "cancelled": {"已取消", "Cancelled"}, "expired": {"已过期", "Expired"},
	"node.placed": {"提交订单", "Placed"}, "node.accepted": {"审核通过", "Accepted"}, "node.rejected": {"审核驳回", "Rejected"}, "node.cancelled": {"取消订单", "Cancelled"},
	"node.expired": {"超时未审核，订单过期", "Expired without review"}, "node.shipped": {"发货", "Shipped"}, "node.received": {"确认收货", "Received"},
	"who.review": {"等待品牌方审核", "Waits for the brand's review"}, "who.warehouse": {"等待仓库发货", "Waits for the warehouse"}, "who.dealer": {"等待经销商确认收货", "Waits for the dealer to confirm receipt"},
}

func word(key string, lang fault.Language) string {
	w, ok := words[key]
	switch {
	case !ok:
		return key
	case lang == fault.English:
		return w[1]
	default:
		return w[0]
	}
}

// HeadOf is the head in the caller's language.
func HeadOf(h *order.Head, lang fault.Language) OrderHead {
	state := h.State()
	return OrderHead{ID: h.ID, Number: h.Number, Version: h.Version, State: state, StateText: word(string(state), lang), Review: h.Review, Fulfilment: h.Fulfilment,
		Payment: h.Payment, Kind: h.Kind, Source: h.Source, Dealer: org.Ref{Code: h.DealerCode, Name: h.DealerName}, Currency: h.Currency, Total: h.Total,
		PlacedAt: h.PlacedAt, PlacedBy: h.PlacedBy, LineCount: h.LineCount, WaitingFor: waiting(h, lang)}
}

func waiting(h *order.Head, lang fault.Language) *Waiting {
	who, until := "", (*time.Time)(nil)
	switch h.State() {
	case "in_review":
		who, until = "review", h.ReviewUntil
	case "accepted", "partly_shipped":
		who = "warehouse"
	case "shipped":
		who = "dealer"
	default:
		return nil
	}
	return &Waiting{Who: who, Text: word("who."+who, lang), Until: until}
}

// CardOf is an order in a list.
func CardOf(c order.Card, lang fault.Language) OrderCard {
	out := OrderCard{OrderHead: HeadOf(&c.Head, lang), FirstLines: c.FirstLines}
	if c.Ordered > 0 {
		out.ShippedShare = float64(c.Sent*1000/c.Ordered) / 1000
	}
	return out
}

// Who an order is shown to.
type Reader struct {
	Actor    org.Actor
	Language fault.Language
}

// OrderOf is the whole order as the reader may see it: a dealer sees its prices and how they came
// about, without names of lists, and not from which warehouse its goods come.
func OrderOf(o *order.Order, r Reader) (Order, error) {
	dealer := r.Actor.Kind == org.Dealer
	out := Order{OrderHead: HeadOf(&o.Head, r.Language), Goods: o.Goods, Discount: o.Discount, Freight: o.Freight, Net: o.Net, Tax: o.Tax,
		Address: Address{Name: org.Show(r.Actor, o.Address.Name), Phone: org.Show(r.Actor, o.Address.Phone), RegionName: o.Address.RegionName, Detail: o.Address.Detail},
		Remark:  o.Remark, Reason: o.Reason, Actions: actions(&o.Head, r.Actor), Lines: make([]OrderLine, len(o.Lines)),
		Shipments: make([]Shipment, len(o.Shipments)), Timeline: make([]Node, len(o.Timeline))}
	for i, l := range o.Lines {
		trace, err := pricing.TraceOf(l.Trace)
		if err != nil {
			return out, fmt.Errorf("trace of %s line %d: %w", o.Number, l.Line, err)
		}
		if dealer {
			trace = trace.Redacted()
		}
		out.Lines[i] = OrderLine{Line: l.Line, SKU: l.SKU, Name: l.Name, Model: l.Model, Image: l.Image, Spec: l.Spec, Unit: l.Unit, Quantity: l.Quantity, Reserved: l.Reserved,
			Shipped: l.Shipped, Received: l.Received, Cancelled: l.Cancelled, Price: l.Price, Amount: l.Amount, Net: l.Net, Tax: l.Tax, TaxRate: l.TaxRate, Trace: &trace}
	}
	for i, s := range o.Shipments {
		out.Shipments[i] = shipmentOf(s, dealer)
	}
	for i, n := range o.Timeline {
		out.Timeline[i] = Node{Seq: n.Seq, Node: n.Node, Text: word("node."+n.Node, r.Language), At: n.At, Who: n.Who, Data: n.Data}
	}
	return out, nil
}

func shipmentOf(s order.Shipment, dealer bool) Shipment {
	out := Shipment{ID: s.ID, Number: s.Number, Carrier: s.Carrier, Tracking: s.Tracking, ShippedAt: s.ShippedAt, ReceivedAt: s.ReceivedAt, State: "shipped", Lines: []ShipmentLine{}}
	if s.ReceivedAt != nil {
		out.State = "received"
	}
	if !dealer {
		out.Warehouse = &org.Ref{Code: s.WarehouseCode, Name: s.WarehouseName}
	}
	for _, l := range s.Lines {
		out.Lines = append(out.Lines, ShipmentLine{Line: l.Line, Quantity: l.Quantity, Received: l.Received})
	}
	return out
}

// actionsOf are the buttons for moves, and what they need.
var actionsOf = []struct {
	move       order.Move
	name       string
	permission org.Permission
	program    bool // the open API has it too
}{
	{order.MoveAccept, "accept", org.OrderReview, true}, {order.MoveReject, "reject", org.OrderReview, false}, {order.MoveShip, "ship", org.OrderShip, true},
	{order.MoveReceive, "receive", org.OrderReceive, false}, {order.MoveCancel, "cancel", org.OrderCancel, false},
}

func actions(h *order.Head, who org.Actor) []string {
	allowed := h.Moves()
	out := []string{}
	for _, a := range actionsOf {
		if who.Kind == org.Program && !a.program {
			continue
		}
		if slices.Contains(allowed, a.move) && who.May(a.permission) {
			out = append(out, a.name)
		}
	}
	return out
}
