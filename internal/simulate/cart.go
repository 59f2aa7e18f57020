package simulate

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"qudao/internal/qty"
)

// Carts are read from the first server alone: it hears of changed prices at once, and a cart is a
// preview that may be as old as its server's memory.

type (
	addBody struct {
		Lines []lineBody `json:"lines"`
	}
	putBody struct {
		Quantity qty.Quantity `json:"quantity"`
	}
)

// empty takes what was ordered out of the cart.
func (d *dealer) empty(lines []wantedLine) {
	d.cart = slices.DeleteFunc(d.cart, func(w wanted) bool {
		return slices.ContainsFunc(lines, func(l wantedLine) bool { return l.code == w.sku.code })
	})
}

// put adds to a line of the cart, or sets it.
func (d *dealer) put(s *sku, quantity int64, add bool) {
	for i := range d.cart {
		if d.cart[i].sku != s {
			continue
		}
		if add {
			quantity += d.cart[i].quantity
		}
		d.cart[i].quantity = quantity
		return
	}
	d.cart = append(d.cart, wanted{s, quantity})
}

// cartText is what a dealer's cart must show.
func (r *run) cartText(d *dealer) string {
	var b strings.Builder
	total, placeable := int64(0), len(d.cart) > 0
	for _, w := range d.cart {
		l, priced := r.priced(d, w.sku, w.quantity)
		problem := w.sku.wrong(w.quantity)
		switch {
		case !d.sees(w.sku):
			problem, l = "sku_not_orderable", line{}
		case problem != "":
		case !priced:
			problem = "price_missing"
		case w.sku.available() < w.quantity:
			problem = r.short()
		}
		placeable = placeable && problem == ""
		fmt.Fprintf(&b, "%s %d at %d: %d %s\n", w.sku.code, w.quantity, l.price, l.amount, problem)
		total += l.amount
	}
	fmt.Fprintf(&b, "total %d, placeable %t", total, placeable)
	return b.String()
}

func (c *shownCart) text() string {
	var b strings.Builder
	for _, l := range c.Lines {
		var price, amount int64
		if l.Price != nil {
			price, amount = int64(*l.Price), int64(*l.Amount)
		}
		problem := ""
		if l.Problem != nil {
			problem = l.Problem.Code
		}
		fmt.Fprintf(&b, "%s %d at %d: %d %s\n", l.SKU, l.Quantity, price, amount, problem)
	}
	fmt.Fprintf(&b, "total %d, placeable %t", c.Total, c.Placeable)
	return b.String()
}

// inCart asks for a change of a cart, lets the model follow, and compares the cart.
func (r *run) inCart(d *dealer, method, path string, body any, w want, follow func()) error {
	c, err := r.buyer(d)
	if err != nil {
		return err
	}
	if d.frozen {
		w = mayNotOrder
	}
	a, err := r.expect(sent{by: c, method: method, path: path, body: body, key: r.key(), first: true}, w)
	if err != nil {
		return err
	}
	if w.ok() {
		follow()
	} else {
		r.coverage.Refusals[w.code]++
		if a, err = r.expect(sent{by: c, method: http.MethodGet, path: "/cart", first: true}, done()); err != nil {
			return err
		}
	}
	var shown shownCart
	if err := r.into(a, &shown); err != nil {
		return err
	}
	return r.same("cart of "+d.code, shown.text(), r.cartText(d))
}

// cartPut sets a quantity, of goods that the dealer may see or may not.
func (r *run) cartPut() error {
	d, s := pick(r, r.dealers), pick(r, r.skus)
	quantity := int64(r.rng.IntN(20)) * 500
	w := done()
	switch {
	case quantity == 0: // takes it out, whatever it is
	case !d.sees(s):
		w = refused(http.StatusUnprocessableEntity, "invalid_input", "lines[0]:sku_not_orderable")
	}
	return r.inCart(d, http.MethodPut, "/cart/lines/"+s.code, putBody{qty.Quantity(quantity)}, w, func() {
		if quantity == 0 {
			d.empty([]wantedLine{{s.code, 0}})
			return
		}
		d.put(s, quantity, false)
	})
}

// cartAdd adds some lines, all or none.
func (r *run) cartAdd() error {
	d := pick(r, r.dealers)
	var body addBody
	var wrong []string
	var lines []wanted
	for i := range 1 + r.rng.IntN(3) {
		s := r.skus[(r.rng.IntN(4)+4*i)%len(r.skus)] // each once
		quantity := s.right(int64(r.rng.IntN(8000)))
		if r.chance(5) {
			quantity = -quantity
		}
		body.Lines = append(body.Lines, lineBody{s.code, qty.Quantity(quantity)})
		lines = append(lines, wanted{s, quantity})
		switch {
		case !d.sees(s):
			wrong = append(wrong, fmt.Sprintf("lines[%d]:sku_not_orderable", i))
		case quantity <= 0:
			wrong = append(wrong, fmt.Sprintf("lines[%d].quantity:quantity_not_positive", i))
		}
	}
	w := done()
	if len(wrong) > 0 {
		w = refused(http.StatusUnprocessableEntity, "invalid_input", wrong...)
	}
	return r.inCart(d, http.MethodPost, "/cart/lines", body, w, func() { d.add(r.model, lines) })
}

// add puts lines of one moment into the cart: they stand there in the order of the goods.
func (d *dealer) add(m *model, lines []wanted) {
	for _, s := range m.skus {
		for _, l := range lines {
			if l.sku == s {
				d.put(s, l.quantity, true)
			}
		}
	}
}

func (r *run) cartRemove() error {
	d := pick(r, r.dealers)
	s := pick(r, r.skus)
	if len(d.cart) > 0 {
		s = pick(r, d.cart).sku
	}
	return r.inCart(d, http.MethodDelete, "/cart/lines/"+s.code, nil, done(), func() { d.empty([]wantedLine{{s.code, 0}}) })
}

func (r *run) cartClear() error {
	d := pick(r, r.dealers)
	return r.inCart(d, http.MethodDelete, "/cart", nil, done(), func() { d.cart = nil })
}

// reorder puts the lines of an earlier order into the cart.
func (r *run) reorder() error {
	o, err := recent(r, r.orders)
	if err != nil {
		return err
	}
	return r.inCart(o.dealer, http.MethodPost, "/orders/"+o.id+"/reorder", nil, done(), func() {
		var lines []wanted
		for _, l := range o.lines {
			if _, priced := r.priced(o.dealer, l.sku, l.quantity); priced && o.dealer.sees(l.sku) {
				lines = append(lines, wanted{l.sku, l.quantity})
			}
		}
		o.dealer.add(r.model, lines)
	})
}

// placeCart orders what is in the cart, and takes it out.
func (r *run) placeCart() error {
	d := pick(r, r.dealers)
	if len(d.cart) == 0 {
		return errNothing
	}
	p := &placement{by: d, address: d.address, fromCart: true}
	for _, w := range d.cart {
		// As a person does who reads why a line cannot be ordered.
		if _, priced := r.priced(d, w.sku, w.quantity); priced && d.sees(w.sku) && w.sku.wrong(w.quantity) == "" && (w.sku.available() >= w.quantity || r.chance(10)) {
			p.lines = append(p.lines, wantedLine{w.sku.code, w.quantity})
		}
	}
	if len(p.lines) == 0 {
		return errNothing
	}
	return r.order(p)
}
