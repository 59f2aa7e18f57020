package demo

import (
	"slices"
	"time"

	"qudao/internal/qty"
)

// draft is an order before prices and words: who, when, what, and how far it has come.
type draft struct {
	dealer, address, warehouse int
	at                         time.Time
	state                      string
	skus                       []int
	quantities                 []qty.Quantity
	// parcels are the shipments: a quantity for each line.
	parcels [][]qty.Quantity
	// received is how many of the parcels have arrived.
	received int
}

// openDays is how long an order may stay open. Older ones are settled, apart from receipts that a
// dealer forgot to confirm.
const openDays = 30

// firstOpen is the number of the first order that may still be open.
func (b *Brand) firstOpen() int {
	return b.calendar.before(len(b.calendar.sums) - 1 - openDays - 1)
}

// open is what is still to be shipped of each line.
func (d *draft) open() []qty.Quantity {
	out := make([]qty.Quantity, len(d.skus))
	if d.state != OrderSubmitted && d.state != OrderAccepted && d.state != OrderPartlyShipped {
		return out
	}
	copy(out, d.quantities)
	for _, parcel := range d.parcels {
		for i, q := range parcel {
			out[i] -= q
		}
	}
	return out
}

// draft makes the n-th order's outline. Numbers are drawn from one stream in a fixed order.
func (b *Brand) draft(n int) draft {
	s := b.stream("order", n)
	d := draft{at: b.calendar.at(n, s)}
	facts := b.facts()
	for try := 0; len(d.skus) == 0 && try < 20; try++ {
		d.dealer = s.weighted(b.buyers())
		if facts[d.dealer].since.After(d.at) {
			continue
		}
		b.fill(s, &d)
	}
	if len(d.skus) == 0 {
		d.dealer = 0
		b.fill(s, &d)
	}
	d.warehouse = int(facts[d.dealer].warehouse)
	if s.chance(25) {
		d.address = s.IntN(int(facts[d.dealer].addresses))
	}
	d.state = stateAt(s, b.now.Sub(d.at))
	b.pack(s, &d)
	return d
}

// fill chooses the lines: mostly what the dealer always buys, now and then something else.
func (b *Brand) fill(s stream, d *draft) {
	wanted := min(s.between(1, 15), s.between(1, 15), s.between(3, 15))
	for range wanted {
		var sku int
		if s.chance(12) {
			sku = b.wish(d.dealer, 1_000+s.IntN(1_000_000))
		} else {
			sku = b.wish(d.dealer, min(s.IntN(60), s.IntN(60)))
		}
		if sku < 0 || slices.Contains(d.skus, sku) {
			continue
		}
		d.skus = append(d.skus, sku)
		d.quantities = append(d.quantities, b.quantity(s, d.dealer, sku))
	}
}

// wish is the k-th SKU a dealer would buy of those it may see, -1 if none is found. The catalogue's
// beginning is wished for more often than its end.
func (b *Brand) wish(dealer, k int) int {
	f := b.facts()[dealer]
	for try := range 60 {
		draw := mix(b.opt.Seed ^ mix(uint64(dealer)<<32^uint64(k)<<6^uint64(try)))
		sku := min(int(draw>>32)%b.opt.SKUs, int(draw&0xffffffff)%b.opt.SKUs)
		if visible(f, &b.goods.prototypes[b.goods.place(sku).prototype]) {
			return sku
		}
	}
	return -1
}

// quantity is what a line of some hundred to some thousand yuan comes to, in whole multiples.
func (b *Brand) quantity(s stream, dealer, sku int) qty.Quantity {
	at := b.goods.place(sku)
	pack := b.goods.prototypes[at.prototype].line.pack
	yuan := s.between(120, 900)
	if s.chance(25) {
		yuan *= s.between(2, 6)
	}
	yuan = yuan * (5 - int(b.facts()[dealer].level)) / 2
	rounds := yuan * 1_000_000 / int(b.basePrice(at)) / pack.multiple
	least := (pack.minimum + pack.multiple - 1) / pack.multiple
	return whole(min(max(rounds, least), 400) * pack.multiple)
}

// pack decides what was shipped in how many parcels and what has arrived. An order that cannot be
// divided is shipped whole.
func (b *Brand) pack(s stream, d *draft) {
	divided := d.state == OrderPartlyShipped || d.state == OrderPartlyReceived ||
		((d.state == OrderReceived || d.state == OrderShipped) && s.chance(18))
	switch d.state {
	case OrderSubmitted, OrderAccepted, OrderCancelled, OrderRejected:
		return
	}
	first, rest, ok := b.divide(s, d)
	if !divided || !ok {
		d.parcels = [][]qty.Quantity{d.quantities}
		switch d.state {
		case OrderPartlyShipped:
			d.state = OrderShipped
		case OrderPartlyReceived:
			d.state = OrderReceived
		}
	} else {
		d.parcels = [][]qty.Quantity{first, rest}
	}
	switch d.state {
	case OrderPartlyShipped:
		d.parcels = d.parcels[:1]
	case OrderPartlyReceived:
		d.received = 1
	case OrderReceived:
		d.received = len(d.parcels)
	}
}

// divide parts the lines into what goes at once and what follows, and tells whether both have goods.
func (b *Brand) divide(s stream, d *draft) (first, rest []qty.Quantity, ok bool) {
	first, rest = make([]qty.Quantity, len(d.skus)), make([]qty.Quantity, len(d.skus))
	var now, later bool
	for i, q := range d.quantities {
		multiple := whole(b.goods.prototypes[b.goods.place(d.skus[i]).prototype].line.pack.multiple)
		switch s.IntN(3) {
		case 0:
			first[i] = q
		case 1:
			first[i] = q / 2 / multiple * multiple
		}
		rest[i] = q - first[i]
		now, later = now || first[i] > 0, later || rest[i] > 0
	}
	return first, rest, now && later
}
