package order

import "slices"

// Move is a step in the life of an order. Its name is the timeline's node and, with "order." before
// it, the fact.
type Move string

// The moves.
const (
	MovePlace   Move = "placed"
	MoveAccept  Move = "accepted"
	MoveReject  Move = "rejected"
	MoveCancel  Move = "cancelled"
	MoveExpire  Move = "expired"
	MoveShip    Move = "shipped"
	MoveReceive Move = "received"
)

// edge is where a move may start.
type edge struct {
	Move       Move
	Review     []Review
	Fulfilment []Fulfilment
}

// moves is the whole life of an order: no status changes but along one of these. Where a move leads is
// in its use case, because a shipment leads to one of two states.
var moves = []edge{
	{MoveAccept, []Review{InReview}, []Fulfilment{Allocated}},
	{MoveReject, []Review{InReview}, []Fulfilment{Allocated}},
	{MoveExpire, []Review{InReview}, []Fulfilment{Allocated}},
	{MoveCancel, []Review{InReview, Accepted}, []Fulfilment{Allocated}},
	{MoveShip, []Review{Accepted}, []Fulfilment{Allocated, PartlyShipped}},
	{MoveReceive, []Review{Accepted}, []Fulfilment{PartlyShipped, Shipped, PartlyReceived}},
}

// May reports whether the order's state allows the move.
func (h *Head) May(m Move) bool {
	return slices.ContainsFunc(moves, func(e edge) bool {
		return e.Move == m && slices.Contains(e.Review, h.Review) && slices.Contains(e.Fulfilment, h.Fulfilment)
	})
}

// Moves are the moves that the order's state allows.
func (h *Head) Moves() []Move {
	out := []Move{}
	for _, e := range moves {
		if h.May(e.Move) {
			out = append(out, e.Move)
		}
	}
	return out
}
