package simulate

import (
	"fmt"
	"net/http"
	"slices"
	"time"

	"qudao/internal/money"
)

// find is an order by chance, mostly one in one of the states.
func (r *run) find(states ...string) (*order, error) {
	if len(r.orders) == 0 {
		return nil, errNothing
	}
	if r.chance(12) {
		return pick(r, r.orders), nil
	}
	var fit []*order
	for _, o := range r.orders {
		if slices.Contains(states, o.statuses()) {
			fit = append(fit, o)
		}
	}
	if len(fit) == 0 {
		return nil, errNothing
	}
	return pick(r, fit), nil
}

// sees reports whether an order is there for somebody.
func (c *client) sees(o *order) bool {
	switch {
	case c.dealer != nil:
		return c.dealer == o.dealer
	case c.username == field:
		return o.dealer.code == "D1"
	}
	return true
}

type reasonBody struct {
	Reason string `json:"reason,omitempty"`
}

// step is a move of an order that changes no goods but to give them back.
type step struct {
	name    string // of the operation's path
	from    []string
	to      string // the review status it leads to
	reasons bool   // it needs one
}

var (
	accepting  = step{"accept", []string{"in_review"}, "accepted", false}
	rejecting  = step{"reject", []string{"in_review"}, "rejected", true}
	cancelling = step{"cancel", []string{"in_review", "allocated"}, "cancelled", false}
)

// foreseeStep says what becomes of a move that somebody asks for.
func foreseeStep(c *client, o *order, s step, version int, reason string) want {
	switch {
	case s.reasons && reason == "":
		return refused(http.StatusUnprocessableEntity, "invalid_input", "reason:reason_missing")
	case !c.sees(o):
		return refused(http.StatusNotFound, "not_found")
	case !slices.Contains(s.from, o.statuses()):
		return refused(http.StatusConflict, "order_state")
	case version != 0 && version != o.version:
		return refused(http.StatusPreconditionFailed, "version_changed")
	}
	return done()
}

// move asks for a step of an order on a version of it.
func (r *run) move(c *client, o *order, s step, version int) error {
	reason := ""
	if !r.chance(20) {
		reason = "simulated"
	}
	var body any = reasonBody{reason}
	if c.bearer != "" { // programs accept without version or reason
		version, reason, body = 0, "", nil
	}
	q := sent{by: c, method: http.MethodPost, path: "/orders/" + o.id + "/" + s.name, body: body, key: r.key(), version: version}
	w := foreseeStep(c, o, s, version, reason)
	a, err := r.onceOrTwice(q, w)
	if err != nil {
		return err
	}
	if !w.ok() {
		r.coverage.Refusals[w.code]++
		return r.untouched(o, o.skus())
	}
	from := o.statuses()
	o.version++
	o.review = s.to
	if s.to != "accepted" {
		o.fulfilment = "none"
		o.giveBack()
	}
	if err := r.became(from, o.statuses()); err != nil {
		return err
	}
	r.moved = append(r.moved, repeat{o, q})
	if err := r.compareOrder(o, a); err != nil {
		return err
	}
	return r.compareStock(o.skus())
}

func (r *run) accept() error { return r.byStaff(accepting, desk) }

// acceptInTheField is by somebody who sees one dealer alone.
func (r *run) acceptInTheField() error { return r.byStaff(accepting, field) }

func (r *run) acceptByProgram() error {
	o, err := r.find(accepting.from...)
	if err != nil {
		return err
	}
	return r.move(r.program, o, accepting, 0)
}

func (r *run) reject() error { return r.byStaff(rejecting, desk) }

func (r *run) cancelByStaff() error { return r.byStaff(cancelling, desk) }

func (r *run) byStaff(s step, username string) error {
	o, err := r.find(s.from...)
	if err != nil {
		return err
	}
	return r.move(r.people[username], o, s, o.version)
}

func (r *run) cancelByDealer() error {
	o, err := r.find(cancelling.from...)
	if err != nil {
		return err
	}
	c, err := r.buyer(o.dealer)
	if err != nil {
		return err
	}
	return r.move(c, o, cancelling, o.version)
}

// oldVersion moves an order as it stood before, or as it may stand one day.
func (r *run) oldVersion() error {
	o, err := r.find("in_review", "allocated")
	if err != nil {
		return err
	}
	version := o.version + 1
	if o.version > 1 && r.chance(70) {
		version = o.version - 1
	}
	return r.move(r.people[desk], o, pick(r, []step{accepting, cancelling}), version)
}

// expire lets more than an hour pass, and then the worker end what nobody reviewed in time.
func (r *run) expire() error {
	if err := r.sleep(65 * time.Minute); err != nil {
		return err
	}
	var due []*order
	now := r.clock.Now()
	for _, o := range r.orders {
		if o.review == "in_review" && o.until.Before(now) {
			due = append(due, o)
		}
	}
	n, err := r.work.Order.ExpireUnreviewed(r.ctx, len(r.orders)+1)
	if err != nil {
		return err
	}
	r.digest.add("%d expired %d", r.step, n)
	if n != len(due) {
		return r.differs("%d orders expired, %d were due", n, len(due))
	}
	var touched []*sku
	for _, o := range due {
		o.review, o.fulfilment, o.version = "expired", "none", o.version+1
		o.giveBack()
		touched = append(touched, o.skus()...)
		if err := r.became("in_review", "expired"); err != nil {
			return err
		}
		if err := r.readOrder(o); err != nil {
			return err
		}
	}
	return r.compareStock(touched)
}

type ruleBody struct {
	AutoAcceptBelow money.Amount `json:"auto_accept_below"`
	ReviewHours     int          `json:"review_hours"`
}

// setRule changes the review rule, now and then on an old version or to what is none.
func (r *run) setRule() error {
	next := rule{autoAccept: pick(r, []int64{0, 20_000, 60_000}), hours: 1 + r.rng.IntN(2), version: r.rule.version}
	w := done()
	switch r.rng.IntN(6) {
	case 0:
		next.hours = 0
		w = refused(http.StatusUnprocessableEntity, "invalid_input", "review_hours:rule_outside")
	case 1:
		next.version++
		w = refused(http.StatusPreconditionFailed, "version_changed")
	}
	c, err := r.staff(desk)
	if err != nil {
		return err
	}
	a, err := r.expect(sent{by: c, method: http.MethodPut, path: "/order-rules", version: next.version,
		body: ruleBody{money.Amount(next.autoAccept), next.hours}}, w)
	if err != nil || !w.ok() {
		return err
	}
	next.version++
	r.rule = next
	var shown struct {
		ruleBody
		Version int
	}
	if err := r.into(a, &shown); err != nil {
		return err
	}
	text := func(auto money.Amount, hours, version int) string {
		return fmt.Sprintf("%d %d v%d", auto, hours, version)
	}
	return r.same("review rule", text(shown.AutoAcceptBelow, shown.ReviewHours, shown.Version), text(money.Amount(next.autoAccept), next.hours, next.version))
}
