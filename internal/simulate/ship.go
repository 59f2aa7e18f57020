package simulate

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"qudao/internal/qty"
)

type (
	shipBody struct {
		ExternalID string      `json:"external_id,omitempty"` // of programs
		Warehouse  string      `json:"warehouse"`
		Carrier    string      `json:"carrier"`
		Tracking   string      `json:"tracking"`
		Lines      []movedBody `json:"lines"`
	}
	movedBody struct {
		Line     int          `json:"line"`
		Quantity qty.Quantity `json:"quantity"`
	}
)

// heldText is what an order holds, as its sources are compared.
func (r *run) heldText(o *order) string {
	var out []string
	for i, l := range o.lines {
		for w, q := range l.held {
			if q > 0 {
				out = append(out, fmt.Sprintf("%d %s %d", i+1, r.warehouses[w], q))
			}
		}
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// sources is what the warehouse is told that an order holds.
func (r *run) sources(id string) (string, error) {
	a, err := r.expect(sent{by: r.people[keeper], method: http.MethodGet, path: "/orders/" + id + "/sources"}, done())
	if err != nil {
		return "", err
	}
	var list struct {
		Items []struct {
			Line      int
			Warehouse struct{ Code string }
			Reserved  qty.Quantity
		}
	}
	if err := r.into(a, &list); err != nil {
		return "", err
	}
	var out []string
	for _, s := range list.Items {
		out = append(out, fmt.Sprintf("%d %s %d", s.Line, s.Warehouse.Code, s.Reserved))
	}
	slices.Sort(out)
	return strings.Join(out, "\n"), nil
}

// parcel is what is to leave a warehouse of an order.
type parcel struct {
	warehouse int // -1: one that does not exist
	lines     []carried
	external  string
}

// foreseeShipment says what becomes of a parcel.
func (r *run) foreseeShipment(o *order, p *parcel) want {
	for i, l := range p.lines {
		if l.quantity <= 0 {
			return refused(http.StatusUnprocessableEntity, "invalid_input", fmt.Sprintf("lines[%d].quantity:shipment_empty", i))
		}
	}
	if slices.Contains(r.model.shipments, p.external) {
		return refused(http.StatusConflict, "shipment_repeated")
	}
	if !slices.Contains([]string{"allocated", "partly_shipped"}, o.statuses()) {
		return refused(http.StatusConflict, "order_state")
	}
	if p.warehouse < 0 {
		return refused(http.StatusUnprocessableEntity, "warehouse_missing", "warehouse:warehouse_missing")
	}
	var wrong []string
	for i, l := range p.lines {
		if l.line >= len(o.lines) {
			wrong = append(wrong, fmt.Sprintf("lines[%d]:line_missing", i))
		} else if l.quantity > o.lines[l.line].reserved {
			wrong = append(wrong, fmt.Sprintf("lines[%d].quantity:ship_too_much", i))
		}
	}
	if len(wrong) > 0 {
		return refused(http.StatusConflict, "shipment_refused", wrong...)
	}
	for _, l := range p.lines {
		if l.quantity > o.lines[l.line].held[p.warehouse] {
			return refused(http.StatusConflict, "not_reserved_here")
		}
	}
	return done()
}

// dispatch ships a parcel and compares what came of it.
func (r *run) dispatch(c *client, o *order, p *parcel) error {
	body := shipBody{ExternalID: p.external, Warehouse: "NOWHERE", Carrier: "顺丰", Tracking: "SF1"}
	if p.warehouse >= 0 {
		body.Warehouse = r.warehouses[p.warehouse]
	}
	for _, l := range p.lines {
		body.Lines = append(body.Lines, movedBody{l.line + 1, qty.Quantity(l.quantity)})
	}
	q := sent{by: c, method: http.MethodPost, path: "/orders/" + o.id + "/shipments", body: body, key: r.key()}
	w := r.foreseeShipment(o, p)
	a, err := r.expect(q, w)
	if err != nil {
		return err
	}
	if !w.ok() {
		r.coverage.Refusals[w.code]++
		return r.untouched(o, o.skus())
	}
	from := o.statuses()
	s := &shipment{warehouse: p.warehouse, lines: p.lines}
	for _, l := range p.lines {
		of := o.lines[l.line]
		of.reserved, of.shipped = of.reserved-l.quantity, of.shipped+l.quantity
		of.held[p.warehouse] -= l.quantity
		of.sku.at[p.warehouse].onHand -= l.quantity
		of.sku.at[p.warehouse].reserved -= l.quantity
	}
	o.shipments = append(o.shipments, s)
	o.version++
	o.fulfilment = o.progress()
	if p.external != "" {
		r.model.shipments = append(r.model.shipments, p.external)
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

// progress is how far the goods of an order are of which something was shipped.
func (o *order) progress() string {
	arrived := 0
	for _, s := range o.shipments {
		if s.arrived {
			arrived++
		}
	}
	switch {
	case o.open():
		return "partly_shipped"
	case arrived == len(o.shipments):
		return "received"
	case arrived > 0:
		return "partly_received"
	default:
		return "shipped"
	}
}

// pack is a parcel of what an order holds in one warehouse, all of it or a part.
func (r *run) pack(o *order, all bool) (*parcel, error) {
	var holding []int
	for w := range r.warehouses {
		for _, l := range o.lines {
			if l.held[w] > 0 {
				holding = append(holding, w)
				break
			}
		}
	}
	if len(holding) == 0 {
		return nil, errNothing
	}
	p := &parcel{warehouse: pick(r, holding)}
	for i, l := range o.lines {
		q := l.held[p.warehouse]
		if q == 0 || !all && len(p.lines) > 0 && r.chance(50) {
			continue
		}
		if !all && r.chance(60) {
			q = 1 + r.rng.Int64N(q)
		}
		p.lines = append(p.lines, carried{line: i, quantity: q})
	}
	return p, nil
}

// shipWith ships an order of those that wait for it, packed by fn.
func (r *run) shipWith(fn func(*order) (*client, *parcel, error)) error {
	o, err := r.find("allocated", "partly_shipped", "partly_shipped")
	if err != nil {
		return err
	}
	c, p, err := fn(o)
	if err != nil {
		return err
	}
	return r.dispatch(c, o, p)
}

func (r *run) ship() error {
	return r.shipWith(func(o *order) (*client, *parcel, error) {
		p, err := r.pack(o, true)
		return r.people[keeper], p, err
	})
}

func (r *run) shipPart() error {
	return r.shipWith(func(o *order) (*client, *parcel, error) {
		p, err := r.pack(o, false)
		return r.people[keeper], p, err
	})
}

// shipWrong ships too much, from elsewhere, of no line or nothing.
func (r *run) shipWrong() error {
	return r.shipWith(func(o *order) (*client, *parcel, error) {
		p, err := r.pack(o, true)
		if err != nil {
			return nil, nil, err
		}
		switch r.rng.IntN(5) {
		case 0:
			p.warehouse = -1
		case 1:
			p.warehouse = (p.warehouse + 1) % len(r.warehouses)
		case 2:
			p.lines = append(p.lines, carried{line: len(o.lines), quantity: 1000})
		case 3:
			p.lines[0].quantity = 0
		default:
			p.lines[0].quantity = o.lines[p.lines[0].line].reserved + 1
		}
		return r.people[keeper], p, nil
	})
}

// shipByProgram is told by a program, under its own number of the shipment.
func (r *run) shipByProgram() error {
	return r.shipWith(func(o *order) (*client, *parcel, error) {
		p, err := r.pack(o, r.chance(50))
		if err != nil {
			return nil, nil, err
		}
		p.external = fmt.Sprintf("WMS-%d", r.step)
		if r.chance(25) && len(r.model.shipments) > 0 {
			p.external = pick(r, r.model.shipments)
		}
		return r.program, p, nil
	})
}
