package simulate

import "time"

// Quantities are in thousandths, money in cents, prices in millionths, as in the product, but as plain
// numbers: the model calls none of the product's arithmetic.

// model is what the database must hold.
type model struct {
	warehouses []string // in the order in which they are asked
	skus       []*sku
	dealers    []*dealer
	orders     []*order
	lists      []*list // in the order in which they are asked
	rule       rule
	shipments  []string // external ids that a program has told
	hidden     bool     // dealers are not told how much there is
	version    int64    // last source version that the program has told stock with
}

// rule is the review rule.
type rule struct {
	autoAccept int64
	hours      int
	version    int
}

// list is a price list: for a level of dealers, or for everybody.
type list struct {
	code    string
	level   string // "" is everybody
	net     bool   // its prices are without tax
	version int
	prices  map[*sku][]tier
}

type tier struct{ minimum, price int64 }

type sku struct {
	code              string
	minimum, multiple int64
	rate              int64   // basis points
	level             string  // seen by dealers of this level alone; "" is everybody
	draft             bool    // or archived
	version           int     // of its product; 0: not known yet
	at                []level // by warehouse
}

type level struct{ onHand, reserved, safety, told int64 } // told: the source version of the last feed

func (l level) free() int64 { return max(0, l.onHand-l.reserved-l.safety) }

type dealer struct {
	code, level string
	address     string
	frozen      bool
	version     int      // 0: not known yet
	cart        []wanted // in the order in which it was filled
}

type wanted struct {
	sku      *sku
	quantity int64
}

type order struct {
	id                 string
	at                 int // its place in model.orders
	dealer             *dealer
	version            int
	review, fulfilment string
	lines              []*line
	shipments          []*shipment
	goods, net, tax    int64
	until              time.Time // by which it must be reviewed
	placed             *sent     // the request that placed it
}

type line struct {
	sku                                         *sku
	quantity, reserved, shipped, received, gone int64
	price, amount, net, tax                     int64
	held                                        []int64 // by warehouse
}

type shipment struct {
	id        string
	warehouse int
	lines     []carried
	arrived   bool
}

type carried struct {
	line     int // its place in the order
	quantity int64
	received int64
}

// state is the one word for an order's statuses.
func (o *order) state() string {
	switch {
	case o.review != "accepted":
		return o.review
	case o.fulfilment == "allocated":
		return "accepted"
	case o.fulfilment == "partly_received":
		return "shipped"
	default:
		return o.fulfilment
	}
}

// statuses are the order's state as the edges of its life name it.
func (o *order) statuses() string {
	if o.review != "accepted" {
		return o.review
	}
	return o.fulfilment
}

// open reports whether the order still holds goods.
func (o *order) open() bool {
	for _, l := range o.lines {
		if l.reserved > 0 {
			return true
		}
	}
	return false
}

// sees reports whether goods are published to a dealer.
func (d *dealer) sees(s *sku) bool { return !s.draft && (s.level == "" || s.level == d.level) }

// rounded is a / b, rounded half up, for numbers not below zero.
func rounded(a, b int64) int64 { return (2*a + b) / (2 * b) }

// priced is a line's money for a dealer: false where no list has a price.
func (m *model) priced(d *dealer, s *sku, quantity int64) (l line, ok bool) {
	l = line{sku: s, quantity: quantity, reserved: quantity, held: make([]int64, len(m.warehouses))}
	for _, from := range m.lists {
		if from.level != "" && from.level != d.level {
			continue
		}
		for _, t := range from.prices[s] {
			if t.minimum <= quantity {
				l.price, ok = t.price, true
			}
		}
		if !ok {
			continue
		}
		money := rounded(l.price*quantity, 10_000_000)
		if from.net {
			l.net, l.tax = money, rounded(money*s.rate, 10_000)
			l.amount = l.net + l.tax
		} else {
			l.amount, l.tax = money, rounded(money*s.rate, 10_000+s.rate)
			l.net = l.amount - l.tax
		}
		return l, true
	}
	return l, false
}

// wrong is the code of what is wrong with a quantity of a SKU, "" where nothing is.
func (s *sku) wrong(quantity int64) string {
	switch {
	case quantity <= 0:
		return "quantity_not_positive"
	case quantity > 1_000_000_000_000:
		return "quantity_too_large"
	case quantity < s.minimum:
		return "quantity_below_minimum"
	case s.multiple > 0 && quantity%s.multiple != 0:
		return "quantity_not_multiple"
	}
	return ""
}

// available is what may still be promised of a SKU.
func (s *sku) available() (sum int64) {
	for _, l := range s.at {
		sum += l.free()
	}
	return sum
}

// source says how much of a quantity comes from each warehouse: all from the first that has it all, else
// what each has. It is nil when there is too little.
func (s *sku) source(quantity int64) []int64 {
	out := make([]int64, len(s.at))
	for w, l := range s.at {
		if l.free() >= quantity {
			out[w] = quantity
			return out
		}
	}
	for w, l := range s.at {
		out[w] = min(quantity, l.free())
		quantity -= out[w]
	}
	if quantity > 0 {
		return nil
	}
	return out
}

// take reserves what an order holds.
func (o *order) take() {
	for _, l := range o.lines {
		for w, q := range l.held {
			l.sku.at[w].reserved += q
		}
	}
}

// giveBack ends what an order holds.
func (o *order) giveBack() {
	for _, l := range o.lines {
		for w, q := range l.held {
			l.sku.at[w].reserved -= q
			l.held[w] = 0
		}
		l.gone, l.reserved = l.gone+l.reserved, 0
	}
}

// skus are those of the order's lines.
func (o *order) skus() []*sku {
	out := make([]*sku, len(o.lines))
	for i, l := range o.lines {
		out[i] = l.sku
	}
	return out
}
