package crash

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"sync/atomic"
	"time"

	"qudao/internal/id"
)

// goods is something a dealer can order.
type goods struct {
	sku  string
	step float64 // the smallest right quantity; its multiples are right too
}

// trader is a dealer and the staff that serves it, one request after the other.
type trader struct {
	book           *book
	random         *rand.Rand
	portal, office *caller
	address        string // where its orders go
	goods          []goods
	warehouse      string

	answered atomic.Int64 // when the last request that was answered was sent, in Unix nanoseconds
	keys     []request    // some that were acknowledged, with
	first    []string     // the order each placed
}

// asks sends a request until it is answered, always with the same key. It gives up only when the test
// is over.
func (t *trader) asks(ctx context.Context, c *caller, r request) (answer, bool) {
	for tries := 1; ctx.Err() == nil; tries++ {
		a, open := c.send(ctx, r)
		if !open {
			a.tries = tries
			t.answered.Store(a.sent.UnixNano())
			return a, true
		}
		t.book.count(&t.book.unanswered)
		select {
		case <-ctx.Done():
		case <-time.After(time.Duration(20+t.random.IntN(60)) * time.Millisecond):
		}
	}
	return answer{}, false
}

// changes sends a change and reports whether it was acknowledged. A refusal that cannot be right is a complaint.
func (t *trader) changes(ctx context.Context, c *caller, r request, may ...string) (answer, bool) {
	a, answered := t.asks(ctx, c, r)
	if !answered {
		return a, false
	}
	if a.ok() {
		t.book.count(&t.book.acknowledged)
		if a.tries > 1 {
			t.book.count(&t.book.replayed)
		}
		return a, true
	}
	t.book.count(&t.book.refused)
	for _, code := range may {
		if a.code == code {
			return a, false
		}
	}
	t.book.complain("%s %s (key %s, attempt %d): %d %s", r.method, r.path, r.key, a.tries, a.status, a.body)
	return a, false
}

// trades until told to stop, and ends with nothing open.
func (t *trader) trades(ctx context.Context, stop <-chan struct{}) {
	for {
		select {
		case <-stop:
			return
		case <-ctx.Done():
			return
		default:
		}
		switch n := t.random.IntN(10); {
		case n == 0:
			t.adjusts(ctx)
		case n == 1 && len(t.keys) > 0:
			t.repeats(ctx)
		default:
			t.order(ctx)
		}
	}
}

type line struct {
	SKU      string  `json:"sku"`
	Quantity float64 `json:"quantity"`
}

// order takes an order through as much of its life as chance will have.
func (t *trader) order(ctx context.Context) {
	var lines []line
	stored := map[string]int64{}
	for _, n := range t.random.Perm(len(t.goods))[:1+t.random.IntN(3)] {
		g := t.goods[n]
		quantity := g.step * float64(1+t.random.IntN(3))
		lines = append(lines, line{g.sku, quantity})
		stored[g.sku] = int64(quantity * 1000)
	}
	key := id.New().String()
	place := request{method: http.MethodPost, path: "/orders", key: key, body: map[string]any{"address_id": t.address, "remark": key, "lines": lines}}
	a, ok := t.changes(ctx, t.portal, place)
	if !ok {
		return
	}
	var placed struct{ ID, Number string }
	if err := json.Unmarshal(a.body, &placed); err != nil || placed.ID == "" {
		t.book.complain("placed and told %s", a.body)
		return
	}
	t.book.write(func(s *state) {
		if _, twice := s.Orders[placed.ID]; twice {
			t.book.complaints = append(t.book.complaints, "two keys were answered with order "+placed.Number)
		}
		s.Orders[placed.ID] = order{ID: placed.ID, Number: placed.Number, Key: key, Lines: stored, Moves: []string{"placed"}, Shipments: map[string]int{}}
	})
	t.remember(place, placed.ID)
	switch n := t.random.IntN(10); {
	case n < 2:
		if t.moves(ctx, t.portal, placed.ID, "cancel", map[string]any{"reason": "改型号"}) {
			t.book.move(placed.ID, "cancelled")
		}
	case n < 8:
		if t.moves(ctx, t.office, placed.ID, "accept", map[string]any{}) {
			t.book.move(placed.ID, "accepted")
			t.ships(ctx, placed.ID)
		}
	}
}

// moves makes a move of an order that is as it was placed.
func (t *trader) moves(ctx context.Context, c *caller, order, move string, body any) bool {
	_, ok := t.changes(ctx, c, request{method: http.MethodPost, path: "/orders/" + order + "/" + move, key: id.New().String(), version: 1, body: body})
	return ok
}

// ships sends what each warehouse holds for the order, and sometimes all of it arrives.
func (t *trader) ships(ctx context.Context, order string) {
	a, ok := t.asks(ctx, t.office, request{method: http.MethodGet, path: "/orders/" + order + "/sources"})
	var sources struct {
		Items []struct {
			Line      int
			Warehouse struct{ Code string }
			Reserved  float64
		}
	}
	if !ok {
		return
	}
	if err := json.Unmarshal(a.body, &sources); err != nil || !a.ok() || len(sources.Items) == 0 {
		t.book.complain("an accepted order %s has no sources: %d %s", order, a.status, a.body)
		return
	}
	by := map[string][]map[string]any{}
	var warehouses []string
	for _, s := range sources.Items {
		if by[s.Warehouse.Code] == nil {
			warehouses = append(warehouses, s.Warehouse.Code)
		}
		by[s.Warehouse.Code] = append(by[s.Warehouse.Code], map[string]any{"line": s.Line, "quantity": s.Reserved})
	}
	for _, w := range warehouses {
		key := id.New().String()
		a, ok := t.changes(ctx, t.office, request{method: http.MethodPost, path: "/orders/" + order + "/shipments", key: key,
			body: map[string]any{"warehouse": w, "carrier": "顺丰", "tracking": key, "lines": by[w]}})
		if !ok {
			return
		}
		t.book.write(func(s *state) {
			o := s.Orders[order]
			o.Moves = append(o.Moves, "shipped")
			o.Shipments[key] = len(by[w])
			s.Orders[order] = o
		})
		if w == warehouses[len(warehouses)-1] && t.random.IntN(2) == 0 {
			t.receives(ctx, order, a)
		}
	}
}

// receives confirms every shipment of an order that is shipped in full.
func (t *trader) receives(ctx context.Context, order string, shown answer) {
	var o struct {
		Shipments []struct{ ID string }
	}
	if err := json.Unmarshal(shown.body, &o); err != nil || len(o.Shipments) == 0 {
		t.book.complain("shipped and told %s", shown.body)
		return
	}
	for _, s := range o.Shipments {
		_, ok := t.changes(ctx, t.portal, request{method: http.MethodPost, path: fmt.Sprintf("/orders/%s/shipments/%s/receive", order, s.ID), key: id.New().String(), body: map[string]any{}})
		if !ok {
			return
		}
		t.book.move(order, "received")
	}
}

// adjusts adds a piece of something to the stock.
func (t *trader) adjusts(ctx context.Context) {
	reason := "crash-" + id.New().String()
	_, ok := t.changes(ctx, t.office, request{method: http.MethodPost, path: "/stock/adjust", key: reason,
		body: map[string]any{"warehouse": t.warehouse, "sku": t.goods[t.random.IntN(len(t.goods))].sku, "quantity": 1, "reason": reason}})
	if ok {
		t.book.write(func(s *state) { s.Adjustments[reason] = 1 })
	}
}

const remembered = 50

// remember keeps a placement to be repeated later.
func (t *trader) remember(place request, order string) {
	if len(t.keys) < remembered {
		t.keys, t.first = append(t.keys, place), append(t.first, order)
		return
	}
	n := t.random.IntN(remembered)
	t.keys[n], t.first[n] = place, order
}

// repeats sends an acknowledged placement once more: the answer is the same order, over every crash.
func (t *trader) repeats(ctx context.Context) {
	n := t.random.IntN(len(t.keys))
	a, ok := t.asks(ctx, t.portal, t.keys[n])
	if !ok {
		return
	}
	t.book.count(&t.book.repeated)
	var placed struct{ ID string }
	if err := json.Unmarshal(a.body, &placed); err != nil || placed.ID != t.first[n] {
		t.book.complain("key %s placed order %s and is answered, repeated, with %d %s", t.keys[n].key, t.first[n], a.status, a.body)
	}
}
