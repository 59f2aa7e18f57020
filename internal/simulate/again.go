package simulate

import (
	"net/http"
	"slices"
	"strings"
	"sync"
)

// repeat is a move of an order as it was asked for.
type repeat struct {
	order *order
	sent
}

// recent is one of the last few of a list.
func recent[T any](r *run, list []T) (T, error) {
	if len(list) == 0 {
		var zero T
		return zero, errNothing
	}
	return pick(r, list[max(0, len(list)-30):]), nil
}

// samePlaced foresees that an answer names an order that was placed before.
func (r *run) samePlaced(o *order, a answer) error {
	var placed struct{ ID string }
	if err := r.into(a, &placed); err != nil {
		return err
	}
	if placed.ID != o.id {
		return r.differs("the key of order %s led to another, %s", o.id, placed.ID)
	}
	return nil
}

// placeAgain says a placement again: it leads to the same order, whatever has become of it.
func (r *run) placeAgain() error {
	o, err := recent(r, r.placed)
	if err != nil {
		return err
	}
	w := done()
	if o.dealer.frozen {
		w = mayNotOrder // what was kept is told to nobody who may not ask
	}
	a, err := r.expect(*o.placed, w)
	if err != nil || !w.ok() {
		return err
	}
	if err := r.samePlaced(o, a); err != nil {
		return err
	}
	return r.untouched(o, o.skus())
}

// placeOther uses a key again with something else.
func (r *run) placeOther() error {
	o, err := recent(r, r.placed)
	if err != nil {
		return err
	}
	q := *o.placed
	body := q.body.(placeBody)
	body.Remark = "again"
	q.body = body
	w := refused(http.StatusUnprocessableEntity, "idempotency_key_reused")
	if o.dealer.frozen {
		w = mayNotOrder
	}
	if _, err := r.expect(q, w); err != nil {
		return err
	}
	return r.untouched(o, o.skus())
}

// moveAgain says a move again: nothing moves, and the order is shown as it is now.
func (r *run) moveAgain() error {
	m, err := recent(r, r.moved)
	if err != nil {
		return err
	}
	a, err := r.expect(m.sent, done())
	if err != nil {
		return err
	}
	return r.compareOrder(m.order, a)
}

// onceOrTwice asks, now and then from both servers at once.
func (r *run) onceOrTwice(q sent, w want) (answer, error) {
	if r.chance(8) {
		return r.twice(q, w)
	}
	return r.expect(q, w)
}

// twice sends a request to both servers in the same moment. One of them does it, the other is told so
// or that it is being done; then the request is said once more.
func (r *run) twice(q sent, w want) (answer, error) {
	r.coverage.Faults[Duplicate]++
	r.faulted()
	answers, err := r.together([]sent{q, q})
	if err != nil {
		return answer{}, err
	}
	for _, a := range answers {
		if a.code == "idempotency_running" || a.status == http.StatusServiceUnavailable {
			continue
		}
		if err := r.match(q, a, w); err != nil {
			return a, err
		}
	}
	a, err := r.through(0, q)
	if err != nil {
		return a, err
	}
	r.digest.add("%d %s: twice %s", r.step, r.operation, a)
	return a, r.match(q, a, w)
}

// together sends requests in the same moment, to one server and the other in turn.
func (r *run) together(list []sent) ([]answer, error) {
	answers, errs := make([]answer, len(list)), make([]error, len(list))
	var sending sync.WaitGroup
	for i, q := range list {
		sending.Go(func() { answers[i], _, errs[i] = r.send(i%len(r.servers), q) })
	}
	sending.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return answers, nil
}

// placeTwice places one order twice at once.
func (r *run) placeTwice() error {
	p := r.wish()
	if r.chance(20) {
		p.lines[0].quantity = r.sku(p.lines[0].code).right(200_000)
	}
	q, err := r.request(p)
	if err != nil {
		return err
	}
	w, o := r.foresee(p)
	a, err := r.twice(q, w)
	if err != nil {
		return err
	}
	return r.afterPlacing(p, q, a, w, o)
}

// rush is a dealer whose people order the same goods at once, more than there may be: as many orders are
// placed as fit, and those alone.
func (r *run) rush() error {
	p := &placement{by: pick(r, r.dealers)}
	p.address = p.by.address
	s := pick(r, r.skus)
	if _, priced := r.priced(p.by, s, s.right(1)); !priced || !p.by.sees(s) {
		return errNothing
	}
	n := int64(3 + r.rng.IntN(6)) // enough that some arrive together at a server
	p.lines = []wantedLine{{s.code, s.right(s.available() / n)}}
	list := make([]sent, n)
	for i := range list {
		var err error
		if list[i], err = r.request(p); err != nil {
			return err
		}
	}
	// One after the other, in the model, they come to the same.
	var fit []*order
	var first want
	for range list {
		w, o := r.foresee(p)
		if first = w; o == nil {
			break
		}
		o.take()
		fit = append(fit, o)
	}
	for _, o := range fit {
		for w, q := range o.lines[0].held {
			s.at[w].reserved -= q
		}
	}
	hopeless, err := r.hopeless(p.by, s)
	if err != nil {
		return err
	}
	// Some are before the hopeless ones, some behind.
	answers, err := r.together(slices.Insert(slices.Clone(list), 2, hopeless...))
	if err != nil {
		return err
	}
	if err := r.allShort(hopeless, answers[2:]); err != nil {
		return err
	}
	answers = slices.Delete(answers, 2, 2+len(hopeless))
	var won []int
	for i := range answers {
		if answers[i].status == http.StatusServiceUnavailable {
			if answers[i], err = r.through(0, list[i]); err != nil {
				return err
			}
		}
		if answers[i].status < 300 {
			won = append(won, i)
		} else if err := r.match(list[i], answers[i], first); err != nil {
			return err
		}
	}
	r.digest.add("%d %s: %d of %d", r.step, r.operation, len(won), n)
	if len(won) != len(fit) {
		return r.differs("%d orders of %d of %s were placed, %d fit", len(won), p.lines[0].quantity, s.code, len(fit))
	}
	return r.afterRush(s, list, answers, won, fit)
}

// hopeless are orders that want all of the goods, and more of others than there is: they are refused
// whenever they come, and must take nothing from those behind them.
func (r *run) hopeless(d *dealer, s *sku) ([]sent, error) {
	other := pick(r, r.skus)
	if _, priced := r.priced(d, other, other.right(1)); other == s || !priced || !d.sees(other) || d.frozen {
		return nil, nil
	}
	p := &placement{by: d, address: d.address, lines: []wantedLine{{s.code, s.right(s.available() * 3 / 4)}, {other.code, other.right(other.available() + 1)}}}
	out := make([]sent, 4)
	for i := range out {
		var err error
		if out[i], err = r.request(p); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// allShort foresees that none was placed. Whether the first line was short as well is a matter of who
// came first.
func (r *run) allShort(list []sent, answers []answer) error {
	for i, q := range list {
		a := answers[i]
		if a.status == http.StatusServiceUnavailable {
			continue
		}
		if a.code != "order_refused" || !slices.Contains(a.fields, "lines[1]:"+r.short()) {
			return r.match(q, a, refused(http.StatusConflict, "order_refused", "lines[1]:"+r.short()))
		}
	}
	return nil
}

// afterRush gives each placed order the goods that it has got: who was first is nobody's choice.
func (r *run) afterRush(s *sku, list []sent, answers []answer, won []int, fit []*order) error {
	slices.SortFunc(fit, func(a, b *order) int { return strings.Compare(r.heldText(a), r.heldText(b)) })
	got := map[int]string{}
	ids := map[int]string{}
	for _, i := range won {
		var placed struct{ ID string }
		if err := r.into(answers[i], &placed); err != nil {
			return err
		}
		text, err := r.sources(placed.ID)
		if err != nil {
			return err
		}
		got[i], ids[i] = text, placed.ID
	}
	slices.SortStableFunc(won, func(a, b int) int { return strings.Compare(got[a], got[b]) })
	for k, i := range won {
		o := fit[k]
		if err := r.same("goods of "+ids[i], got[i], r.heldText(o)); err != nil {
			return err
		}
		q := list[i]
		o.id, o.placed = ids[i], &q
		o.take()
		if err := r.newOrder(o); err != nil {
			return err
		}
		if err := r.readOrder(o); err != nil {
			return err
		}
	}
	return r.compareStock([]*sku{s})
}
