package simulate

import (
	"fmt"
	"net/http"

	"qudao/internal/qty"
)

type receiveBody struct {
	Lines []movedBody `json:"lines,omitempty"`
}

// foreseeReceipt says what becomes of the receipt of a shipment; nil lines are all of it.
func foreseeReceipt(o *order, s *shipment, told []carried) want {
	if s == nil {
		return refused(http.StatusNotFound, "not_found")
	}
	if s.arrived {
		return refused(http.StatusConflict, "shipment_received")
	}
	var wrong []string
	for i, t := range told {
		most := int64(-1)
		for _, l := range s.lines {
			if l.line == t.line {
				most = l.quantity
			}
		}
		if most < 0 {
			wrong = append(wrong, fmt.Sprintf("lines[%d]:line_missing", i))
		} else if t.quantity < 0 || t.quantity > most {
			wrong = append(wrong, fmt.Sprintf("lines[%d].quantity:received_too_much", i))
		}
	}
	if len(wrong) > 0 {
		return refused(http.StatusUnprocessableEntity, "invalid_input", wrong...)
	}
	return done()
}

// confirm tells that a shipment arrived, and compares what came of it.
func (r *run) confirm(o *order, s *shipment, told []carried) error {
	c, err := r.buyer(o.dealer)
	if err != nil {
		return err
	}
	body, id := receiveBody{}, noSuchID
	for _, l := range told {
		body.Lines = append(body.Lines, movedBody{l.line + 1, qty.Quantity(l.quantity)})
	}
	if s != nil {
		id = s.id
	}
	q := sent{by: c, method: http.MethodPost, path: "/orders/" + o.id + "/shipments/" + id + "/receive", body: body, key: r.key()}
	w := foreseeReceipt(o, s, told)
	a, err := r.expect(q, w)
	if err != nil {
		return err
	}
	if !w.ok() {
		r.coverage.Refusals[w.code]++
		return r.untouched(o, nil)
	}
	from := o.statuses()
	s.arrived = true
	for i := range s.lines {
		l := &s.lines[i]
		l.received = l.quantity
		for _, t := range told {
			if t.line == l.line {
				l.received = t.quantity
			}
		}
		o.lines[l.line].received += l.received
	}
	o.version++
	o.fulfilment = o.progress()
	if err := r.became(from, o.statuses()); err != nil {
		return err
	}
	r.moved = append(r.moved, repeat{o, q})
	return r.compareOrder(o, a)
}

// underway is a shipment of an order, mostly one that has not arrived.
func (r *run) underway() (*order, *shipment, error) {
	o, err := r.find("shipped", "partly_shipped", "partly_received", "partly_received")
	if err != nil {
		return nil, nil, err
	}
	var fit []*shipment
	for _, s := range o.shipments {
		if !s.arrived {
			fit = append(fit, s)
		}
	}
	if len(fit) == 0 {
		fit = o.shipments
	}
	if len(fit) == 0 {
		return nil, nil, errNothing
	}
	return o, pick(r, fit), nil
}

func (r *run) receive() error {
	o, s, err := r.underway()
	if err != nil {
		return err
	}
	return r.confirm(o, s, nil)
}

// receiveLess finds that not all has come, or so says.
func (r *run) receiveLess() error {
	o, s, err := r.underway()
	if err != nil {
		return err
	}
	var told []carried
	for _, l := range s.lines {
		if r.chance(60) {
			told = append(told, carried{line: l.line, quantity: r.rng.Int64N(l.quantity + 1)})
		}
	}
	if r.chance(20) {
		told = []carried{{line: s.lines[0].line, quantity: s.lines[0].quantity + 1}, {line: len(o.lines), quantity: 1}}
	}
	return r.confirm(o, s, told)
}

// receiveAgain confirms what arrived before, or what there is not.
func (r *run) receiveAgain() error {
	o, err := r.find("received", "partly_received")
	if err != nil {
		return err
	}
	for _, s := range o.shipments {
		if s.arrived && r.chance(80) {
			return r.confirm(o, s, nil)
		}
	}
	return r.confirm(o, nil, nil)
}
