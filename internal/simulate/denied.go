package simulate

import (
	"encoding/json"
	"net/http"

	"qudao/internal/qty"
)

// foreign is somebody who asks for what is another's: it is answered word for word as what is not there.
func (r *run) foreign() error {
	o, err := recent(r, r.orders)
	if err != nil {
		return err
	}
	c := r.people[field]
	if c.sees(o) || r.chance(75) {
		d := pick(r, r.dealers)
		if d == o.dealer || d.frozen {
			return errNothing
		}
		if c, err = r.buyer(d); err != nil {
			return err
		}
	}
	shipment := noSuchID
	if len(o.shipments) > 0 {
		shipment = o.shipments[0].id
	}
	asks := []sent{{method: http.MethodGet}, {method: http.MethodPost, path: "/cancel", body: reasonBody{"mine"}, version: o.version}}
	if c.dealer != nil {
		asks = append(asks, sent{method: http.MethodPost, path: "/shipments/" + shipment + "/receive", body: receiveBody{}}, sent{method: http.MethodPost, path: "/reorder"})
	} else {
		asks[1] = sent{method: http.MethodPost, path: "/accept", body: reasonBody{}, version: o.version}
	}
	q := pick(r, asks)
	q.by = c
	path := q.path
	var said []string
	for _, id := range []string{o.id, noSuchID} {
		q.path = "/orders/" + id + path
		if q.method != http.MethodGet {
			q.key = r.key()
		}
		a, err := r.expect(q, refused(http.StatusNotFound, "not_found"))
		if err != nil {
			return err
		}
		text, err := withoutTrace(a.body)
		if err != nil {
			return err
		}
		said = append(said, text)
	}
	r.coverage.Refusals["not_found"]++
	if said[0] != said[1] {
		return r.differs("another's order is answered %s, one that is not there %s", said[0], said[1])
	}
	return r.untouched(o, o.skus())
}

// withoutTrace is a refusal without what is different in each.
func withoutTrace(body []byte) (string, error) {
	var p map[string]any
	if err := json.Unmarshal(body, &p); err != nil {
		return "", err
	}
	delete(p, "trace")
	text, err := json.Marshal(p)
	return string(text), err
}

// denied is staff that asks for what it may not do: nothing changes.
func (r *run) denied() error {
	o, err := recent(r, r.orders)
	if err != nil {
		return err
	}
	s := pick(r, r.skus)
	one := qty.One
	ask := pick(r, []sent{
		{method: http.MethodPost, path: "/orders/" + o.id + "/accept", body: reasonBody{}, version: o.version},
		{method: http.MethodPost, path: "/orders/" + o.id + "/cancel", body: reasonBody{"no"}, version: o.version},
		{method: http.MethodPost, path: "/orders/" + o.id + "/shipments", body: shipBody{Warehouse: "W1", Carrier: "x", Tracking: "x", Lines: []movedBody{{1, one}}}},
		{method: http.MethodPost, path: "/stock/adjust", body: adjustBody{Warehouse: "W1", SKU: s.code, Quantity: &one, Reason: "no"}},
		{method: http.MethodPut, path: "/price-lists/BASE/prices", body: pricesBody{[]priceBody{{s.code, ladder([]tier{{0, 1_000_000}})}}}},
		{method: http.MethodPut, path: "/order-rules", body: ruleBody{0, 5}, version: r.rule.version},
	})
	ask.by, ask.key = r.people[idle], r.key()
	if _, err := r.expect(ask, refused(http.StatusForbidden, "permission_missing")); err != nil {
		return err
	}
	r.coverage.Refusals["permission_missing"]++
	return r.untouched(o, []*sku{s})
}
