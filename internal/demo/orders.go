package demo

import (
	"fmt"
	"iter"
	"time"

	"qudao/internal/money"
	"qudao/internal/qty"
)

// States of an order, as one word.
const (
	OrderSubmitted      = "submitted"
	OrderAccepted       = "accepted"
	OrderPartlyShipped  = "partly_shipped"
	OrderShipped        = "shipped"
	OrderPartlyReceived = "partly_received"
	OrderReceived       = "received"
	OrderCancelled      = "cancelled"
	OrderRejected       = "rejected"
)

// Order is one order of the history with everything that happened to it.
type Order struct {
	// Number is what people call it.
	Number string
	Dealer string
	// Login is the dealer's account that placed it.
	Login string
	// Address is the place in the dealer's Addresses.
	Address int
	// Warehouse is the code of the one that ships.
	Warehouse string
	PlacedAt  time.Time
	// State is one of the Order constants. Review and Fulfilment split it.
	State string
	// Note is the dealer's, often empty.
	Note  string
	Lines []OrderLine
	// Amount is the sum of the lines with tax, Tax the part of it that is tax.
	Amount, Tax money.Amount
	// ReviewedAt and Reviewer (staff code) are set once it was accepted or rejected.
	ReviewedAt time.Time
	Reviewer   string
	// EndedAt is set when it was received, cancelled or rejected; Reason in the last two cases.
	EndedAt   time.Time
	Reason    string
	Shipments []Shipment
}

// OrderLine is one SKU of an order.
type OrderLine struct {
	// Number counts from 1.
	Number   int
	SKU      string
	Quantity qty.Quantity
	Quote
	// Amount includes Tax.
	Amount, Tax money.Amount
	TaxRate     money.Rate
}

// Shipment is a parcel of an order.
type Shipment struct {
	Number string
	// Warehouse is a code; Shipper is the staff code of the keeper who sent it.
	Warehouse, Shipper string
	Carrier, Tracking  string
	ShippedAt          time.Time
	// ReceivedAt is zero until the dealer confirmed it.
	ReceivedAt time.Time
	Lines      []ShipmentLine
}

// ShipmentLine is what a parcel holds of an order line.
type ShipmentLine struct {
	Line     int
	Quantity qty.Quantity
}

// Review is the state of the review: submitted, accepted, rejected or cancelled.
func (o *Order) Review() string {
	switch o.State {
	case OrderSubmitted, OrderRejected, OrderCancelled:
		return o.State
	default:
		return OrderAccepted
	}
}

// Fulfilment is how far the goods are: none, partly_shipped, shipped, partly_received or received.
func (o *Order) Fulfilment() string {
	switch o.State {
	case OrderPartlyShipped, OrderShipped, OrderPartlyReceived, OrderReceived:
		return o.State
	default:
		return "none"
	}
}

// Orders yields the history in the order in which it was placed.
func (b *Brand) Orders() iter.Seq[Order] {
	return func(yield func(Order) bool) {
		for i := range b.opt.Orders {
			if !yield(b.Order(i)) {
				return
			}
		}
	}
}

// Order makes the n-th order of the history.
func (b *Brand) Order(n int) Order {
	d := b.draft(n)
	o := Order{
		Number: fmt.Sprintf("SO%s-%06d", d.at.Format("20060102"), n+1),
		Dealer: dealerCode(d.dealer), Login: login(d.dealer), Address: d.address, Warehouse: warehouses[d.warehouse].Code,
		PlacedAt: d.at, State: d.state,
	}
	for i := range d.skus {
		line := b.orderLine(&d, i)
		o.Amount, o.Tax = o.Amount+line.Amount, o.Tax+line.Tax
		o.Lines = append(o.Lines, line)
	}
	b.tell(n, &d, &o)
	return o
}

// orderLine prices a line as it was on the day.
func (b *Brand) orderLine(d *draft, i int) OrderLine {
	quote, ok := b.Quote(d.dealer, d.skus[i], d.quantities[i], d.at)
	if !ok {
		panic(fmt.Errorf("no price of %s", b.skuCode(d.skus[i])))
	}
	amount, err := d.quantities[i].At(quote.Price)
	if err != nil {
		panic(fmt.Errorf("amount of %s: %w", b.skuCode(d.skus[i]), err))
	}
	rate := money.Rate(b.goods.prototypes[b.goods.place(d.skus[i]).prototype].line.taxBasisPoints)
	_, tax := rate.Included(amount)
	return OrderLine{
		Number: i + 1, SKU: b.skuCode(d.skus[i]), Quantity: d.quantities[i], Quote: quote, Amount: amount, Tax: tax, TaxRate: rate,
	}
}

// mixes are the shares of the states in percent by the age in days up to which they apply.
var mixes = []struct {
	days   int
	states []string
	sums   []int
}{
	{2, []string{OrderSubmitted, OrderAccepted, OrderPartlyShipped, OrderShipped, OrderCancelled, OrderRejected}, []int{48, 82, 88, 94, 97, 100}},
	{
		10,
		[]string{OrderSubmitted, OrderAccepted, OrderPartlyShipped, OrderShipped, OrderPartlyReceived, OrderReceived, OrderCancelled, OrderRejected},
		[]int{3, 20, 31, 58, 66, 92, 97, 100},
	},
	{
		openDays,
		[]string{OrderAccepted, OrderPartlyShipped, OrderShipped, OrderPartlyReceived, OrderReceived, OrderCancelled, OrderRejected},
		[]int{2, 5, 14, 18, 93, 98, 100},
	},
	{1 << 30, []string{OrderShipped, OrderReceived, OrderCancelled, OrderRejected}, []int{1, 94, 98, 100}},
}

// stateAt draws how far an order of some age has come.
func stateAt(s stream, age time.Duration) string {
	for _, m := range mixes {
		if age < time.Duration(m.days)*24*time.Hour || m.days == 1<<30 {
			return m.states[s.weighted(m.sums)]
		}
	}
	return OrderReceived
}
