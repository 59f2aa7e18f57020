package demo

import (
	"slices"
	"testing"
	"time"

	"qudao/internal/qty"
)

// table holds every price row, to resolve prices in the slow and plain way.
type table map[[2]string][]Price

func newTable(b *Brand) table {
	out := table{}
	for p := range b.Prices() {
		key := [2]string{p.List, p.SKU}
		out[key] = append(out[key], p)
	}
	return out
}

// resolve follows the rule over the rows alone.
func (rows table) resolve(b *Brand, d Dealer, sku string, quantity qty.Quantity, at time.Time) (Quote, bool) {
	var lists []List
	for _, l := range b.Lists {
		holds := l.Kind == ListBase || l.Kind == ListDealer && l.Dealer == d.Code
		for _, a := range b.Audiences {
			holds = holds || l.Kind == ListAudience && l.Audience == a.Code && a.Rule.Matches(d)
		}
		if holds && !at.Before(l.ValidFrom) && (l.ValidTo.IsZero() || at.Before(l.ValidTo)) {
			lists = append(lists, l)
		}
	}
	rank := map[string]int{ListDealer: 0, ListAudience: 1, ListBase: 2}
	slices.SortFunc(lists, func(a, b List) int {
		if a.Kind != b.Kind {
			return rank[a.Kind] - rank[b.Kind]
		}
		return b.Priority - a.Priority
	})
	for _, l := range lists {
		var best *Price
		for _, p := range rows[[2]string{l.Code, sku}] {
			if quantity >= p.MinQuantity {
				best = &p
			}
		}
		if best != nil {
			return Quote{l.Code, best.MinQuantity, best.Price}, true
		}
	}
	return Quote{}, false
}

func TestQuoteAgreesWithTheRows(t *testing.T) {
	t.Parallel()
	b := Make(Options{Seed: 1})
	rows := newTable(b)
	won := map[string]bool{}
	for d := 0; d < 300; d += 3 {
		dealer := b.Dealer(d)
		for k := range 60 {
			sku := int(mix(uint64(d*1000+k)) % 2_500)
			at := b.now.AddDate(0, 0, -k*9+3)
			quantity := whole([]int{1, 99, 100, 499, 500, 5000}[k%6])
			got, ok := b.Quote(d, sku, quantity, at)
			want, wantOK := rows.resolve(b, dealer, b.skuCode(sku), quantity, at)
			if got != want || ok != wantOK {
				t.Fatalf("%s, %s x %s at %s: %+v, want %+v", dealer.Code, b.skuCode(sku), quantity, at, got, want)
			}
			won[got.List] = true
		}
	}
	if len(won) < 25 {
		t.Errorf("only %d lists ever win", len(won))
	}
}

func TestBetterLevelsAndLargerQuantitiesPayLess(t *testing.T) {
	t.Parallel()
	b := Make(Options{Seed: 1})
	rows := newTable(b)
	for s := range b.SKUs() {
		last := b.SKU(s.Index).BasePrice
		for i := len(b.Levels) - 1; i >= 0; i-- {
			p, ok := rows[[2]string{"P-" + b.Levels[i].Code, s.Code}]
			if !ok {
				continue
			}
			if p[0].Price > last || p[0].Price == last && last > 2e6 {
				t.Errorf("%s: %s for %s, %s for the next", s.Code, p[0].Price, b.Levels[i].Code, last)
			}
			last = p[0].Price
		}
	}
	for key, tiers := range rows {
		for i := 1; i < len(tiers); i++ {
			if tiers[i].MinQuantity <= tiers[i-1].MinQuantity || tiers[i].Price > tiers[i-1].Price {
				t.Errorf("%v: tiers %v", key, tiers)
			}
		}
	}
}

func TestListsOfEveryKind(t *testing.T) {
	t.Parallel()
	b := Make(Options{Seed: 1})
	kinds := map[string]int{}
	past, future := 0, 0
	for _, l := range b.Lists {
		kinds[l.Kind]++
		if !l.ValidTo.IsZero() && l.ValidTo.Before(b.now) {
			past++
		}
		if l.ValidFrom.After(b.now) {
			future++
		}
	}
	if kinds[ListBase] != 1 || kinds[ListAudience] != 24 || kinds[ListDealer] != 15 || past != 1 || future != 1 {
		t.Errorf("kinds %v, %d past, %d future", kinds, past, future)
	}
	if got := len(Make(Options{Dealers: 4_000, Lists: 1_000}).Lists); got != 1_000 {
		t.Errorf("%d lists, want 1,000", got)
	}
}

func TestTiersOfOneSKUAreThoseOfTheList(t *testing.T) {
	t.Parallel()
	b := Make(Options{Seed: 1, SKUs: 300})
	for i := range b.Lists {
		var want, got []Price
		for p := range b.PricesOf(i) {
			want = append(want, p)
		}
		for sku := range 300 {
			got = append(got, b.Tiers(i, sku)...)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %d rows, not %d", b.Lists[i].Code, len(got), len(want))
		}
	}
}
