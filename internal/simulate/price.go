package simulate

import (
	"fmt"
	"net/http"
	"slices"

	"qudao/internal/pricing"
	"qudao/internal/queue"
)

type (
	pricesBody struct {
		Changes []priceBody `json:"changes"`
	}
	priceBody struct {
		SKU   string        `json:"sku"`
		Tiers pricing.Tiers `json:"tiers"`
	}
)

// reprice changes prices of a list, all or none. The first server is told, the second hears of it later.
func (r *run) reprice() error {
	l := pick(r, r.lists)
	var body pricesBody
	w, changed := done(), 0
	after := map[*sku][]tier{}
	for i := range 1 + r.rng.IntN(3) {
		s := r.skus[(r.rng.IntN(4)+4*i)%len(r.skus)]
		tiers := r.tiers(l, s)
		if r.chance(4) {
			tiers = []tier{{0, 0}}
			w = refused(http.StatusUnprocessableEntity, "invalid_input", append(w.fields, fmt.Sprintf("changes[%d].tiers[0].price:list_price_not_positive", i))...)
		}
		body.Changes = append(body.Changes, priceBody{s.code, ladder(tiers)})
		after[s] = tiers
		if !slices.Equal(tiers, l.prices[s]) {
			changed++
		}
	}
	a, err := r.expect(sent{by: r.people[pricer], method: http.MethodPut, path: "/price-lists/" + l.code + "/prices", body: body, key: r.key(), first: true}, w)
	if err != nil {
		return err
	}
	if !w.ok() {
		r.coverage.Refusals[w.code]++
		return nil
	}
	for s, tiers := range after {
		l.prices[s] = tiers
	}
	if changed > 0 {
		l.version++
	}
	var shown struct{ Changed, Version int }
	if err := r.into(a, &shown); err != nil {
		return err
	}
	text := func(changed, version int) string { return fmt.Sprintf("%s: %d changed, v%d", l.code, changed, version) }
	return r.same("prices", text(shown.Changed, shown.Version), text(changed, l.version))
}

// tiers are a new ladder, or the old one, or sometimes none. What has no price in the beginning keeps
// none, so that there is always something of the kind.
func (r *run) tiers(l *list, s *sku) []tier {
	old := l.prices[s]
	switch {
	case s == r.skus[4], s == r.skus[10] && l.level != "A":
		return nil
	case r.chance(10):
		return old
	case r.chance(15) && l.level != "":
		return nil
	}
	price := 100_000 + r.rng.Int64N(90_000_000)
	out := []tier{{0, price}}
	if r.chance(40) {
		out = append(out, tier{int64(5+r.rng.IntN(20)) * 1000, price - price/10})
	}
	return out
}

// hear lets the second server know what has changed, as its listener would have.
func (r *run) hear() error {
	for _, s := range r.servers[1:] {
		s.Pricing.Hear(queue.Note{Kind: queue.Refresh})
	}
	return nil
}

// carry dispatches the facts so far.
func (r *run) carry() error {
	if _, err := r.dispatcher.RunOnce(r.ctx); err != nil {
		return r.differs("facts are not dispatched: %v", err)
	}
	return nil
}
