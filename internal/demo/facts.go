package demo

import (
	"slices"
	"time"
)

// dealerFacts is what pricing, publication and the history ask of a dealer, kept for all of them
// once it is asked for: a few dozen bytes each.
type dealerFacts struct {
	member    uint64 // named audiences
	since     time.Time
	list      int32 // its own price list, -1 without
	weight    int32 // how much it orders compared with others
	divisions uint8
	level     uint8 // 0 is the best
	warehouse uint8
	addresses uint8
}

// trade is how much a dealer of each level orders.
var trade = []int{60, 28, 12, 6, 3}

func (b *Brand) makeFacts() []dealerFacts {
	named := namedAudiences()
	out := make([]dealerFacts, b.opt.Dealers)
	for i := range out {
		d := b.Dealer(i)
		level := slices.IndexFunc(levels, func(l Level) bool { return l.Code == d.Level })
		out[i] = dealerFacts{
			member: membership(named, d), divisions: divisionMask(d.Divisions), list: -1, since: d.Since,
			level: uint8(level), addresses: uint8(len(d.Addresses)),
			warehouse: uint8(slices.IndexFunc(warehouses, func(w Warehouse) bool { return w.Code == d.Warehouse })),
			weight:    int32(trade[level] * (2 + int(mix(uint64(i))%4))),
		}
		if i < len(logins) {
			// People are shown these, so they have something to show.
			out[i].weight = 150
		}
	}
	for i, l := range b.lists {
		if l.dealer >= 0 {
			out[l.dealer].list = int32(i)
		}
	}
	return out
}

// makeBuyers are the running weights of the dealers.
func (b *Brand) makeBuyers() []int {
	facts := b.facts()
	return sums(len(facts), func(i int) int { return int(facts[i].weight) })
}
