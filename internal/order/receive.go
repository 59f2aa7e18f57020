package order

import (
	"context"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// ReceiveInput confirms that a shipment arrived. Without lines, all of it did.
type ReceiveInput struct {
	Order    id.ID
	Shipment id.ID
	Lines    []ReceiveLine
}

// ReceiveLine is how much of a line arrived.
type ReceiveLine struct {
	Line     int16
	Quantity qty.Quantity
}

// Receive confirms receipt of one shipment, line by line. What did not arrive stays visible on the
// shipment as the difference.
//
// Errors: fault.NotFound, WrongState, Received2, NoSuchLine, MoreThanSent.
func (s *Service) Receive(ctx context.Context, who org.Actor, in ReceiveInput) (out Placed, err error) {
	if err := who.Require(org.OrderReceive); err != nil {
		return out, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (Placed, error) { return s.receiveTx(ctx, tx, who, in) })
		return err
	})
	return out, err
}

func (s *Service) receiveTx(ctx context.Context, tx *pg.Tx, who org.Actor, in ReceiveInput) (Placed, error) {
	h, err := pg.One[Head](ctx, tx, lockSQL, in.Order, who.Reach())
	if err != nil {
		return Placed{}, err
	}
	if !h.seenBy(who) {
		return Placed{}, fault.NotFound.With()
	}
	shipments, err := shipmentsTx(ctx, tx, &h)
	if err != nil {
		return Placed{}, err
	}
	this, waiting := -1, 0
	for i, sh := range shipments {
		if sh.ID == in.Shipment {
			this = i
		}
		if sh.ReceivedAt == nil {
			waiting++
		}
	}
	if this < 0 {
		return Placed{}, fault.NotFound.With()
	}
	if shipments[this].ReceivedAt != nil {
		return Placed{}, Received2.With()
	}
	if !h.May(MoveReceive) {
		return Placed{}, WrongState.With("number", h.Number, "state", string(h.State()))
	}
	numbers, quantities, err := arrived(shipments[this].Lines, in.Lines)
	if err != nil {
		return Placed{}, err
	}
	if _, err := tx.Exec(ctx, receiveSQL, h.DealerID, h.ID, in.Shipment, who.Name, numbers, quantities); err != nil {
		return Placed{}, err
	}
	switch {
	case h.Fulfilment == PartlyShipped:
		// More is to come: the order is received when all of it has been sent.
	case waiting == 1:
		now := tx.Began()
		h.Fulfilment, h.ClosedAt = Received, &now
	default:
		h.Fulfilment = PartlyReceived
	}
	return h.placed(), s.moveTx(ctx, tx, who, &h, MoveReceive, map[string]any{"shipment": shipments[this].Number}, shipments[this].Number)
}

// arrived is what came of each sent line: as told, or all of it.
func arrived(sent []ShipmentLine, told []ReceiveLine) (numbers []int16, quantities []qty.Quantity, err error) {
	var wrong fault.Fields
	byLine := make(map[int16]qty.Quantity, len(sent))
	for _, l := range sent {
		byLine[l.Line] = l.Quantity
	}
	got := make(map[int16]qty.Quantity, len(sent))
	for i, l := range told {
		most, ok := byLine[l.Line]
		switch {
		case !ok:
			wrong.Add(linePath(i), NoSuchLine, "line", l.Line)
		case l.Quantity < 0 || l.Quantity > most-got[l.Line]: // a line told twice is the sum
			wrong.Add(linePath(i)+".quantity", MoreThanSent, "line", l.Line, "quantity", most)
		}
		got[l.Line] += l.Quantity
	}
	if err := wrong.Err(); err != nil {
		return nil, nil, err
	}
	for _, l := range sent {
		q, ok := got[l.Line]
		if !ok {
			q = l.Quantity
		}
		numbers, quantities = append(numbers, l.Line), append(quantities, q)
	}
	return numbers, quantities, nil
}
