package simulate

import (
	"net/http"

	"qudao/internal/clock"
)

// The clerk is a sub-account of the last dealer whose orders of a month may come to so many cents.
const (
	clerk      = "clerk"
	clerkMonth = 2_000_000
)

func (m *model) clerksDealer() *dealer { return m.dealers[len(m.dealers)-1] }

// placeLimited places an order of the clerk: what stands of its month counts, and what ended unfulfilled was
// given back.
func (r *run) placeLimited() error {
	p := r.wishOf(r.clerksDealer())
	month := r.clock.Now().In(clock.Zone).Format("200601")
	left := int64(clerkMonth)
	for _, o := range r.orders {
		if o.month == month && (o.review == "in_review" || o.review == "accepted") {
			left -= o.goods
		}
	}
	p.left = &left
	c := r.people[clerk]
	if c == nil {
		c = &client{prefix: "/api/portal", username: clerk, dealer: p.by}
		r.people[clerk] = c
		if err := r.signIn(c); err != nil {
			return err
		}
	}
	q := sent{by: c, method: http.MethodPost, path: "/orders", body: p.body(), key: r.key()}
	w, o := r.foresee(p)
	a, err := r.expect(q, w)
	if err != nil {
		return err
	}
	if o != nil {
		o.month = month
	}
	return r.afterPlacing(p, q, a, w, o)
}
