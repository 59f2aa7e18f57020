package simulate

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"qudao/internal/money"
	"qudao/internal/qty"
)

// errNothing says that an operation found nothing to act on.
var errNothing = errors.New("simulate: nothing to act on")

// placement is an order that a dealer wants.
type placement struct {
	by       *dealer
	lines    []wantedLine
	address  string
	expected *int64
	fromCart bool
}

// wantedLine names its SKU as it is sent: there may be none of that name.
type wantedLine struct {
	code     string
	quantity int64
}

type (
	placeBody struct {
		AddressID     string        `json:"address_id"`
		Remark        string        `json:"remark,omitempty"`
		Lines         []lineBody    `json:"lines"`
		ExpectedTotal *money.Amount `json:"expected_total,omitempty"`
		FromCart      bool          `json:"from_cart,omitempty"`
	}
	lineBody struct {
		SKU      string       `json:"sku"`
		Quantity qty.Quantity `json:"quantity"`
	}
)

func (p *placement) body() placeBody {
	out := placeBody{AddressID: p.address, Lines: []lineBody{}, FromCart: p.fromCart}
	for _, l := range p.lines {
		out.Lines = append(out.Lines, lineBody{l.code, qty.Quantity(l.quantity)})
	}
	if p.expected != nil {
		total := money.Amount(*p.expected)
		out.ExpectedTotal = &total
	}
	return out
}

func (m *model) sku(code string) *sku {
	for _, s := range m.skus {
		if s.code == code {
			return s
		}
	}
	return nil
}

// foresee says what becomes of a placement, and the order it leads to. It changes nothing.
func (m *model) foresee(p *placement) (want, *order) {
	if p.by.frozen {
		return mayNotOrder, nil
	}
	if len(p.lines) == 0 {
		return refused(http.StatusUnprocessableEntity, "invalid_input", "lines:order_empty"), nil
	}
	var wrong []string
	var merged []wanted
	var at []int // for each merged line, the first of the input
	for i, l := range p.lines {
		s := m.sku(l.code)
		if s == nil || !p.by.sees(s) {
			wrong = append(wrong, fmt.Sprintf("lines[%d]:sku_not_orderable", i))
			continue
		}
		found := false
		for k := range merged {
			if merged[k].sku == s {
				merged[k].quantity += l.quantity
				found = true
			}
		}
		if !found {
			merged, at = append(merged, wanted{s, l.quantity}), append(at, i)
		}
	}
	for k, w := range merged {
		if code := w.sku.wrong(w.quantity); code != "" {
			wrong = append(wrong, fmt.Sprintf("lines[%d].quantity:%s", at[k], code))
		}
	}
	if len(wrong) > 0 {
		return refused(http.StatusConflict, "order_refused", wrong...), nil
	}
	if p.address != p.by.address {
		return refused(http.StatusUnprocessableEntity, "address_missing", "address_id:address_missing"), nil
	}
	o := &order{dealer: p.by, review: "in_review", fulfilment: "allocated", version: 1}
	for k, w := range merged {
		l, ok := m.priced(p.by, w.sku, w.quantity)
		if !ok {
			wrong = append(wrong, fmt.Sprintf("lines[%d]:price_missing", at[k]))
			continue
		}
		o.lines = append(o.lines, &l)
		o.goods, o.net, o.tax = o.goods+l.amount, o.net+l.net, o.tax+l.tax
	}
	if len(wrong) > 0 {
		return refused(http.StatusConflict, "order_refused", wrong...), nil
	}
	if p.expected != nil && *p.expected != o.goods {
		return refused(http.StatusConflict, "total_changed"), nil
	}
	for k, l := range o.lines {
		if l.held = l.sku.source(l.quantity); l.held == nil {
			wrong = append(wrong, fmt.Sprintf("lines[%d]:%s", at[k], m.short()))
		}
	}
	if len(wrong) > 0 {
		return refused(http.StatusConflict, "order_refused", wrong...), nil
	}
	if o.goods <= m.rule.autoAccept {
		o.review, o.version = "accepted", 2
	}
	return done(), o
}

// mayNotOrder is the answer to a dealer that is frozen.
var mayNotOrder = refused(http.StatusForbidden, "permission_missing")

// request is the placement as it is sent.
func (r *run) request(p *placement) (sent, error) {
	c, err := r.buyer(p.by)
	return sent{by: c, method: http.MethodPost, path: "/orders", body: p.body(), key: r.key()}, err
}

// order places an order and compares what came of it.
func (r *run) order(p *placement) error {
	q, err := r.request(p)
	if err != nil {
		return err
	}
	w, o := r.foresee(p)
	a, err := r.expect(q, w)
	if err != nil {
		return err
	}
	return r.afterPlacing(p, q, a, w, o)
}

// afterPlacing lets the model follow, and compares the order and its stock.
func (r *run) afterPlacing(p *placement, q sent, a answer, w want, o *order) error {
	var touched []*sku
	for _, l := range p.lines {
		if s := r.sku(l.code); s != nil {
			touched = append(touched, s)
		}
	}
	if !w.ok() {
		r.coverage.Refusals[w.code]++
		return r.untouched(nil, touched)
	}
	var placed struct{ ID string }
	if err := r.into(a, &placed); err != nil {
		return err
	}
	o.id, o.placed = placed.ID, &q
	o.take()
	if err := r.newOrder(o); err != nil {
		return err
	}
	if p.fromCart {
		p.by.empty(p.lines)
	}
	if err := r.readOrder(o); err != nil {
		return err
	}
	return r.compareStock(touched)
}

// newOrder is kept among the model's.
func (r *run) newOrder(o *order) error {
	o.at, o.until = len(r.orders), r.clock.Now().Add(time.Duration(r.rule.hours)*time.Hour)
	for _, other := range r.orders {
		if other.id == o.id {
			return r.differs("two orders are %s", o.id)
		}
	}
	r.orders, r.placed = append(r.orders, o), append(r.placed, o)
	return r.became("new", o.statuses())
}

// wish is an order as a dealer wants it, of goods that it can have, in right quantities.
func (r *run) wish() *placement {
	p := &placement{by: pick(r, r.dealers)}
	p.address = p.by.address
	for range 1 + r.rng.IntN(4) {
		s := pick(r, r.skus)
		if _, priced := r.priced(p.by, s, s.right(1)); !priced || !p.by.sees(s) {
			continue
		}
		p.lines = append(p.lines, wantedLine{s.code, s.right(int64(r.rng.IntN(14_000)))})
	}
	if len(p.lines) == 0 {
		p.lines = []wantedLine{{r.skus[1].code, 1000}}
	}
	return p
}

// right is the smallest quantity from q on that may be ordered.
func (s *sku) right(q int64) int64 {
	q = max(q, s.minimum, 1)
	step := max(s.multiple, 1)
	return (q + step - 1) / step * step
}

func (r *run) place() error { return r.order(r.wish()) }

// placeMuch asks for more than there may be.
func (r *run) placeMuch() error {
	p := r.wish()
	i := r.rng.IntN(len(p.lines))
	s := r.sku(p.lines[i].code)
	p.lines[i].quantity = s.right(s.available() - 2000 + int64(r.rng.IntN(6000)))
	return r.order(p)
}

// placeWrong has something in it that cannot be ordered so.
func (r *run) placeWrong() error {
	p := r.wish()
	switch r.rng.IntN(8) {
	case 0:
		p.lines = append(p.lines, wantedLine{"NOBODY", 1000})
	case 1:
		p.lines = append(p.lines, wantedLine{r.skus[3].code, 1000}) // unpublished
	case 2:
		p.lines = append(p.lines, wantedLine{r.skus[4].code, 1000}) // without a price
	case 3:
		p.lines = append(p.lines, wantedLine{r.skus[2].code, 1000}, wantedLine{r.skus[10].code, 1000}) // of key dealers
	case 4:
		p.lines = append(p.lines, wantedLine{r.skus[7].code, 9000}) // below its minimum
	case 5:
		p.lines = append(p.lines, wantedLine{r.skus[8].code, 3000}, wantedLine{r.skus[11].code, 5000}) // no multiple
	case 6:
		p.lines = append(p.lines, wantedLine{r.skus[9].code, int64(-r.rng.IntN(2)) * 1000})
	case 7:
		p.lines = nil
	}
	return r.order(p)
}

// placeElsewhere names an address that is another's, or nobody's.
func (r *run) placeElsewhere() error {
	p := r.wish()
	p.address = pick(r, r.dealers).address
	if p.address == p.by.address {
		p.address = noSuchID
	}
	return r.order(p)
}

// placeSeen says the total that the person saw.
func (r *run) placeSeen() error {
	p := r.wish()
	_, o := r.foresee(p)
	if o == nil {
		return errNothing
	}
	total := o.goods
	if r.chance(40) {
		total++
	}
	p.expected = &total
	return r.order(p)
}

// noSuchID is the key of no document.
const noSuchID = "01890000-0000-7000-8000-000000000000"
