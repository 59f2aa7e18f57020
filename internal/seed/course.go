package seed

import (
	"fmt"
	"slices"
	"time"

	"qudao/internal/clock"
	"qudao/internal/demo"
	"qudao/internal/id"
	"qudao/internal/money"
	"qudao/internal/order"
	"qudao/internal/pricing"
	"qudao/internal/qty"
)

// course is one order of the history with everything that happened to it, as it ends up stored.
type course struct {
	h      *history
	demo   demo.Order
	number string
	id     id.ID
	ids    numbers
	dealer *buyer
	basket pricing.Basket
	lines  []line

	head      order.Head
	shipments []shipment
	nodes     []node
}

// line is an order line with where its quantity has gone.
type line struct {
	sku                                    demo.SKU
	quantity                               qty.Quantity
	reserved, shipped, received, cancelled qty.Quantity
}

type shipment struct {
	demo.Shipment
	id     id.ID
	number string
}

// node is a node of the timeline.
type node struct {
	move order.Move
	at   time.Time
	by   person
	data any
}

// course tells the story of an order in the words of the package order.
func (h *history) course(n int, o demo.Order) (*course, error) {
	dealer := &h.dealers[h.dealerIndex[o.Dealer]]
	c := &course{h: h, demo: o, dealer: dealer, ids: h.numbers('o', n), number: h.orderNumber(o.PlacedAt)}
	c.id = c.ids.id(o.PlacedAt)
	if err := c.price(); err != nil {
		return nil, err
	}
	month := o.PlacedAt.In(clock.Zone).Format("200601") == h.now.In(clock.Zone).Format("200601")
	if s := h.spends(o.Dealer, n, month, c.basket.Total); s != nil {
		by := *dealer
		by.account, by.accountID = s.account, s.id
		dealer, c.dealer = &by, &by
	}
	c.head = order.Head{Review: order.InReview, Fulfilment: order.Allocated}
	c.move(order.MovePlace, o.PlacedAt, dealer.account, nil)
	deadline := o.PlacedAt.Add(h.review)
	c.head.ReviewUntil = &deadline
	switch o.State {
	case demo.OrderSubmitted:
		if !deadline.After(h.now) {
			c.end(order.Expired, order.MoveExpire, deadline, person{"system:expiry", "系统"}, "")
		}
	case demo.OrderCancelled:
		c.end(order.Cancelled, order.MoveCancel, o.EndedAt, dealer.account, o.Reason)
	case demo.OrderRejected:
		c.end(order.Rejected, order.MoveReject, o.ReviewedAt, h.keepers[o.Reviewer], o.Reason)
	default:
		c.head.Review = order.Accepted
		c.move(order.MoveAccept, o.ReviewedAt, h.keepers[o.Reviewer], nil)
		c.ship()
		c.receive()
	}
	return c, nil
}

// price prices the order as the program would have on that day, and refuses to go on where that is not
// what the brand says.
func (c *course) price() error {
	lines := make([]pricing.Line, len(c.demo.Lines))
	for i, x := range c.demo.Lines {
		index := c.h.skus[x.SKU]
		c.lines = append(c.lines, line{sku: c.h.brand.SKU(index), quantity: x.Quantity, reserved: x.Quantity})
		lines[i] = pricing.Line{SKU: c.h.skuID(index), Quantity: x.Quantity, TaxRate: x.TaxRate, Offers: c.offers(index)}
	}
	basket, err := pricing.Evaluate(lines, c.demo.PlacedAt)
	if err != nil {
		return err
	}
	for i, x := range c.demo.Lines {
		if p := basket.Lines[i]; p.List == nil || p.List.Code != x.List || p.Price != x.Price || p.Amount != x.Amount || p.Tax != x.Tax {
			return fmt.Errorf("%s costs %s of %s, not %s", x.SKU, p.Price, x.List, x.Price)
		}
	}
	if basket.Currency != money.CNY {
		return fmt.Errorf("currency %s", basket.Currency)
	}
	c.basket = basket
	return nil
}

// offers are what the dealer's lists have for an SKU, in the order in which they are asked.
func (c *course) offers(index int) []pricing.Offer {
	var out []pricing.Offer
	for _, at := range c.dealer.lists {
		rows := c.h.brand.Tiers(at, index)
		if len(rows) == 0 {
			continue
		}
		tiers := make(pricing.Tiers, len(rows))
		for i, r := range rows {
			tiers[i] = pricing.Tier{Minimum: r.MinQuantity, Price: r.Price}
		}
		out = append(out, pricing.Offer{List: c.h.lists[at].List, Tiers: tiers})
	}
	return out
}

// move notes a step: the version follows from the number of them.
func (c *course) move(m order.Move, at time.Time, by person, data any) {
	c.nodes = append(c.nodes, node{m, at, by, data})
	c.head.Version = len(c.nodes)
}

// end closes an order before its first shipment.
func (c *course) end(review order.Review, m order.Move, at time.Time, by person, reason string) {
	c.head.Review, c.head.Fulfilment, c.head.ClosedAt, c.head.Reason = review, order.None, &at, reason
	for i := range c.lines {
		c.lines[i].cancelled, c.lines[i].reserved = c.lines[i].reserved, 0
	}
	var data any
	if reason != "" {
		data = map[string]string{"reason": reason}
	}
	c.move(m, at, by, data)
}

// ship takes what was sent out of what is reserved.
func (c *course) ship() {
	for _, x := range c.demo.Shipments {
		s := shipment{Shipment: x, id: c.ids.id(x.ShippedAt), number: c.h.shipmentNumber(x.ShippedAt)}
		for _, sent := range x.Lines {
			l := &c.lines[sent.Line-1]
			l.reserved, l.shipped = l.reserved-sent.Quantity, l.shipped+sent.Quantity
		}
		c.head.Fulfilment = order.Shipped
		if slices.ContainsFunc(c.lines, func(l line) bool { return l.reserved > 0 }) {
			c.head.Fulfilment = order.PartlyShipped
		}
		c.shipments = append(c.shipments, s)
		c.move(order.MoveShip, x.ShippedAt, c.h.keepers[x.Shipper],
			map[string]any{"shipment": s.number, "carrier": x.Carrier, "tracking": x.Tracking, "lines": len(x.Lines)})
	}
}

// receive confirms the shipments that arrived. All of them went before.
func (c *course) receive() {
	waiting := len(c.shipments)
	for _, s := range c.shipments {
		if s.ReceivedAt.IsZero() {
			continue
		}
		waiting--
		for _, sent := range s.Lines {
			c.lines[sent.Line-1].received += sent.Quantity
		}
		switch {
		case c.head.Fulfilment == order.PartlyShipped:
		case waiting == 0:
			at := s.ReceivedAt
			c.head.Fulfilment, c.head.ClosedAt = order.Received, &at
		default:
			c.head.Fulfilment = order.PartlyReceived
		}
		c.move(order.MoveReceive, s.ReceivedAt, c.dealer.account, map[string]any{"shipment": s.number})
	}
}

// write adds the rows of the order to a slice.
func (c *course) write(to *slice) error {
	o, d, b := c.demo, c.dealer, c.basket
	to.add(toOrders, d.id, c.id, c.number, string(order.Portal), string(c.head.Review), string(c.head.Fulfilment), string(b.Currency),
		int64(b.Goods), int64(b.Total), int64(b.Net), int64(b.Tax), int16(len(c.lines)), []byte(d.addresses[o.Address]), o.Note, c.head.Reason,
		d.accountID, d.account.name, d.account.actor, "", "", o.PlacedAt, o.PlacedAt, c.head.ReviewUntil, c.head.ClosedAt, int32(c.head.Version))
	warehouse := c.h.warehouses[o.Warehouse]
	n := len(c.lines)
	numbers, skus, quantities, open := make([]int16, n), make([]int32, n), make([]int64, n), make([]int64, n)
	for i, l := range c.lines {
		p := b.Lines[i]
		to.add(toLines, d.id, c.id, int16(i+1), p.SKU, l.sku.Code, l.sku.Name, l.sku.Unit, int64(l.quantity), int64(l.reserved), int64(l.shipped),
			int64(l.received), int64(l.cancelled), int64(p.Price), int64(p.Amount), int64(p.Net), int64(p.Tax), int32(o.Lines[i].TaxRate), []byte(p.Trace.Stored()))
		numbers[i], skus[i], quantities[i], open[i] = int16(i+1), p.SKU, int64(l.quantity), int64(l.reserved)
	}
	to.add(toHolds, d.id, c.id, warehouse, numbers, skus, quantities, open)
	for _, s := range c.shipments {
		c.writeShipment(to, s)
	}
	for i, n := range c.nodes {
		data := []byte("{}")
		if n.data != nil {
			data = encode(n.data)
		}
		to.add(toNodes, d.id, c.id, int32(i+1), order.DocKind, string(n.move), n.at, n.by.actor, n.by.name, data)
	}
	return nil
}

func (c *course) writeShipment(to *slice, s shipment) {
	d, shipper := c.dealer, c.h.keepers[s.Shipper]
	var receivedAt *time.Time
	var receivedBy *string
	if !s.ReceivedAt.IsZero() {
		receivedAt, receivedBy = &s.ReceivedAt, &d.account.name
	}
	warehouse := c.h.warehouses[s.Warehouse]
	to.add(toShipments, d.id, c.id, s.id, s.number, warehouse, s.Carrier, s.Tracking, s.ShippedAt, shipper.name, receivedAt, receivedBy)
	for _, sent := range s.Lines {
		var received *int64
		if receivedAt != nil {
			q := int64(sent.Quantity)
			received = &q
		}
		to.add(toParcels, d.id, c.id, s.id, int16(sent.Line), int64(sent.Quantity), received)
		to.add(toMovements, c.ids.id(s.ShippedAt), c.basket.Lines[sent.Line-1].SKU, warehouse, "shipment", -int64(sent.Quantity), s.id.String(), shipper.actor, s.ShippedAt)
	}
}
