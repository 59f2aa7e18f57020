package demo

import (
	"iter"
	"time"

	"qudao/internal/money"
	"qudao/internal/qty"
)

// Prices yields every row of every list: lists in their order, SKUs in theirs, tiers upward.
func (b *Brand) Prices() iter.Seq[Price] {
	return func(yield func(Price) bool) {
		for i := range b.lists {
			if !b.rows(&b.lists[i], yield) {
				return
			}
		}
	}
}

// PricesOf yields the rows of one of Lists.
func (b *Brand) PricesOf(list int) iter.Seq[Price] {
	return func(yield func(Price) bool) { b.rows(&b.lists[list], yield) }
}

func (b *Brand) rows(l *list, yield func(Price) bool) bool {
	first, step := 0, 1
	if l.step > 0 {
		first, step = l.rest, l.step
	}
	for sku := first; sku < b.opt.SKUs; sku += step {
		at := b.goods.place(sku)
		category := b.goods.prototypes[at.prototype].line.category
		if !l.has(sku, category) {
			continue
		}
		code, base := b.skuCode(sku), b.basePrice(at)
		for _, t := range l.tiers {
			if !yield(Price{l.Code, code, whole(t.from), share(base, t.share, category)}) {
				return false
			}
		}
	}
	return true
}

// Tiers are the rows of an SKU in one of Lists, upwards; none where the list does not have it.
func (b *Brand) Tiers(list, sku int) []Price {
	l, at := &b.lists[list], b.goods.place(sku)
	category := b.goods.prototypes[at.prototype].line.category
	if !l.has(sku, category) {
		return nil
	}
	code, base := b.skuCode(sku), b.basePrice(at)
	out := make([]Price, len(l.tiers))
	for i, t := range l.tiers {
		out[i] = Price{l.Code, code, whole(t.from), share(base, t.share, category)}
	}
	return out
}

// share is a part of the base price, rounded to the cent. Categories differ by up to one percent,
// alike in all lists, so that the order of levels stands. The base price itself is not touched.
func share(base money.Price, tenThousandths, category int) money.Price {
	if tenThousandths == 10_000 {
		return base
	}
	tenThousandths += (category*37%5 - 2) * 50
	cent := int64(10_000)
	p := int64(base) * int64(tenThousandths) / 10_000
	return money.Price(max((p+cent/2)/cent, 1) * cent)
}

// Quote is the price of an SKU for a dealer and where it comes from.
type Quote struct {
	// List is the code of the list that won, MinQuantity the tier within it.
	List        string
	MinQuantity qty.Quantity
	Price       money.Price
}

// Quote finds the price as the program does: the dealer's own list, then the audience lists that
// hold the dealer by priority, then the base list; the first that has the SKU at that time wins, and
// the quantity chooses the tier inside it. It is false if no list has a price.
func (b *Brand) Quote(dealer, sku int, quantity qty.Quantity, at time.Time) (Quote, bool) {
	where := b.goods.place(sku)
	category := b.goods.prototypes[where.prototype].line.category
	l := b.winner(b.facts()[dealer], sku, category, at)
	if l == nil {
		return Quote{}, false
	}
	best := l.tiers[0]
	for _, t := range l.tiers {
		if quantity >= whole(t.from) {
			best = t
		}
	}
	return Quote{l.Code, whole(best.from), share(b.basePrice(where), best.share, category)}, true
}

func (b *Brand) winner(f dealerFacts, sku, category int, at time.Time) *list {
	if f.list >= 0 {
		if l := &b.lists[f.list]; l.validAt(at) && l.has(sku, category) {
			return l
		}
	}
	for _, i := range b.ranked {
		l := &b.lists[i]
		if f.member&(1<<l.audience) != 0 && l.has(sku, category) && l.validAt(at) {
			return l
		}
	}
	if base := &b.lists[0]; base.validAt(at) {
		return base
	}
	return nil
}
