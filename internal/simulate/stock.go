package simulate

import (
	"fmt"
	"net/http"
	"strings"

	"qudao/internal/qty"
)

type (
	adjustBody struct {
		Warehouse string        `json:"warehouse"`
		SKU       string        `json:"sku"`
		Quantity  *qty.Quantity `json:"quantity,omitempty"`
		OnHand    *qty.Quantity `json:"on_hand,omitempty"`
		Reason    string        `json:"reason"`
	}
	safetyBody struct {
		Safety qty.Quantity `json:"safety"`
	}
	feedBody struct {
		SourceVersion int64      `json:"source_version,omitempty"`
		Items         []feedItem `json:"items"`
	}
	feedItem struct {
		Warehouse string       `json:"warehouse"`
		SKU       string       `json:"sku"`
		OnHand    qty.Quantity `json:"on_hand"`
	}
)

// level is a level by chance.
func (r *run) level() (*sku, int) { return pick(r, r.skus), r.rng.IntN(len(r.warehouses)) }

// figure is what might lie somewhere: less of the scarce goods.
func (r *run) figure(s *sku) int64 {
	most := 130
	if len(r.model.skus) > 0 && (s == r.model.skus[1] || s == r.model.skus[5] || s == r.model.skus[9]) {
		most = 25
	}
	return int64(r.rng.IntN(most)) * 1000
}

// adjust changes what is on hand by a difference.
func (r *run) adjust() error {
	s, at := r.level()
	delta := r.figure(s) - 15_000
	if r.chance(15) {
		delta = -s.at[at].free() - 1 - int64(r.rng.IntN(2))*1000
	}
	q := qty.Quantity(delta)
	return r.changeStock(s, at, adjustBody{Quantity: &q}, s.at[at].onHand+delta)
}

// count sets what is on hand to what was counted.
func (r *run) count() error {
	s, at := r.level()
	q := qty.Quantity(r.figure(s))
	return r.changeStock(s, at, adjustBody{OnHand: &q}, int64(q))
}

func (r *run) changeStock(s *sku, at int, body adjustBody, to int64) error {
	body.SKU, body.Warehouse, body.Reason = s.code, r.warehouses[at], "盘点"
	w := done()
	switch {
	case r.chance(3):
		body.SKU, w = "NOBODY", refused(http.StatusUnprocessableEntity, "stock_sku_unknown", "sku:stock_sku_unknown")
	case r.chance(3):
		body.Reason, w = "", refused(http.StatusUnprocessableEntity, "invalid_input", "reason:stock_reason_missing")
	}
	if body.Quantity != nil && *body.Quantity == 0 {
		fields := []string{"quantity:stock_one_figure"}
		if body.Reason == "" {
			fields = append(fields, "reason:stock_reason_missing")
		}
		w = refused(http.StatusUnprocessableEntity, "invalid_input", fields...)
	} else if w.ok() && to < s.at[at].reserved {
		w = refused(http.StatusConflict, "stock_below_reserved")
	}
	q := sent{by: r.people[keeper], method: http.MethodPost, path: "/stock/adjust", body: body, key: r.key()}
	a, err := r.onceOrTwice(q, w)
	if err != nil {
		return err
	}
	if !w.ok() {
		r.coverage.Refusals[w.code]++
		return r.untouched(nil, []*sku{s})
	}
	s.at[at].onHand = to
	return r.compareLevel(s, at, a)
}

// keep sets what is never promised.
func (r *run) keep() error {
	s, at := r.level()
	safety := int64(r.rng.IntN(4)) * 1000
	w := done()
	if r.chance(15) {
		safety, w = -1000, refused(http.StatusUnprocessableEntity, "safety_invalid", "safety:safety_invalid")
	}
	a, err := r.expect(sent{by: r.people[keeper], method: http.MethodPut, path: "/stock/" + s.code + "/" + r.warehouses[at] + "/safety",
		body: safetyBody{qty.Quantity(safety)}, key: r.key()}, w)
	if err != nil || !w.ok() {
		return err
	}
	s.at[at].safety = safety
	return r.compareLevel(s, at, a)
}

// feed is a program that says what is on hand, sometimes with a version older than the last.
func (r *run) feed() error {
	body := feedBody{}
	if r.chance(60) {
		r.version++
		body.SourceVersion = max(1, r.version-int64(r.rng.IntN(3)))
	}
	var foreseen []string
	var touched []*sku
	for i := range 1 + r.rng.IntN(3) {
		s, at := r.skus[(r.rng.IntN(4)+4*i)%len(r.skus)], r.rng.IntN(len(r.warehouses))
		to := r.figure(s)
		body.Items = append(body.Items, feedItem{r.warehouses[at], s.code, qty.Quantity(to)})
		touched = append(touched, s)
		foreseen = append(foreseen, s.code+" "+s.tell(at, to, body.SourceVersion))
	}
	a, err := r.expect(sent{by: r.program, method: http.MethodPut, path: "/stock", body: body}, done())
	if err != nil {
		return err
	}
	var list struct {
		Items []struct{ SKU, Result string }
	}
	if err := r.into(a, &list); err != nil {
		return err
	}
	shown := make([]string, len(list.Items))
	for i, item := range list.Items {
		shown[i] = fmt.Sprintf("%s %s", item.SKU, item.Result)
	}
	if err := r.same("stock told", strings.Join(shown, "\n"), strings.Join(foreseen, "\n")); err != nil {
		return err
	}
	return r.compareStock(touched)
}

// tell lets a level follow what a program says of it.
func (s *sku) tell(at int, to, version int64) string {
	l := &s.at[at]
	switch {
	case version != 0 && version < l.told:
		return "outdated"
	case to < l.reserved:
		return "failed"
	}
	l.told = max(l.told, version)
	if l.onHand == to {
		return "unchanged"
	}
	l.onHand = to
	return "updated"
}
