package demo

import (
	"fmt"
	"strings"
	"time"
)

// Carriers do not exist.
var carriers = []struct{ name, prefix string }{{"顺达速运", "SD"}, {"中联物流", "ZL"}, {"德远快运", "DY"}}

var (
	notes = strings.Fields(`请尽快发货 周五前到货，工地急用 送货前请电话联系 发票随货 与上一单合并发货 请用木箱包装 卸货需要尾板车 只收整箱 到货放门卫处 客户自提，请提前备货`)

	cancelReasons = strings.Fields(`客户改型号，重新下单 数量填错 工程延期，暂不需要 与另一单重复 客户取消采购`)
	rejectReasons = strings.Fields(`收货地址不完整，请补充后重新提交 该型号即将停产，请改订新款 请按整箱数量重新提交 超出本月配额`)
)

// tell adds what happened to an order after it was placed. All of it lies before now.
func (b *Brand) tell(n int, d *draft, o *Order) {
	s := b.stream("history", n)
	if s.chance(12) {
		o.Note = pick(s, notes)
	}
	c := course{at: d.at, now: b.now}
	switch o.State {
	case OrderSubmitted:
		return
	case OrderCancelled:
		o.EndedAt, o.Reason = c.after(s, time.Hour/6, 8*time.Hour), pick(s, cancelReasons)
		return
	}
	o.ReviewedAt = c.after(s, 20*time.Minute, 6*time.Hour)
	o.Reviewer = pick(s, []string{"E002", "E003", "E004"})
	if o.State == OrderRejected {
		o.EndedAt, o.Reason = o.ReviewedAt, pick(s, rejectReasons)
		return
	}
	b.ship(s, n, d, o, &c)
}

// ship adds the parcels: all are sent before the first is confirmed only if the order says so.
func (b *Brand) ship(s stream, n int, d *draft, o *Order, c *course) {
	for k, parcel := range d.parcels {
		carrier := pick(s, carriers)
		shipment := Shipment{
			Number:    fmt.Sprintf("DN%s-%06d%d", o.PlacedAt.Format("20060102"), n+1, k+1),
			Warehouse: o.Warehouse, Shipper: keeper(o.Warehouse), Carrier: carrier.name,
			Tracking:  fmt.Sprintf("%s%012d", carrier.prefix, s.Int64N(1_000_000_000_000)),
			ShippedAt: c.after(s, 4*time.Hour, 30*time.Hour),
		}
		for i, q := range parcel {
			if q > 0 {
				shipment.Lines = append(shipment.Lines, ShipmentLine{Line: i + 1, Quantity: q})
			}
		}
		o.Shipments = append(o.Shipments, shipment)
	}
	for k := range d.received {
		o.Shipments[k].ReceivedAt = c.after(s, 22*time.Hour, 96*time.Hour)
		o.EndedAt = o.Shipments[k].ReceivedAt
	}
	if o.State != OrderReceived {
		o.EndedAt = time.Time{}
	}
}

// keeper is the staff code of who works in a warehouse; the first keeper serves those without one.
func keeper(warehouse string) string {
	first := ""
	for _, s := range staff {
		if s.Warehouse == warehouse {
			return s.Code
		}
		if s.Warehouse != "" && first == "" {
			first = s.Code
		}
	}
	return first
}

// course is the time line of one order.
type course struct{ at, now time.Time }

// after moves on to a working hour between shortest and longest later, or, where now is nearer than
// that, a part of the way to now.
func (c *course) after(s stream, shortest, longest time.Duration) time.Time {
	next := working(c.at.Add(shortest + time.Duration(s.Int64N(int64(longest-shortest)))).Truncate(time.Second))
	if half := c.at.Add(c.now.Sub(c.at) / 2).Truncate(time.Second); next.After(half) {
		next = half
	}
	c.at = next
	return next
}
