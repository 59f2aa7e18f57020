package order

import (
	"qudao/internal/money"
	"qudao/internal/queue"
)

// DocKind is the kind of document in facts and timelines.
const DocKind = "order"

// Fact is what every fact of an order holds beyond its document: enough to tell people, no prices.
type Fact struct {
	Number   string       `json:"number"`
	State    State        `json:"state"`
	Total    money.Amount `json:"total"`
	Shipment string       `json:"shipment,omitempty"`
}

// fact makes the fact of a move that led to this head.
func (h *Head) fact(m Move, shipment string) (queue.Fact, error) {
	return queue.Of("order."+string(m), DocKind, h.ID.String(), h.Version, h.DealerID,
		Fact{Number: h.Number, State: h.State(), Total: h.Total, Shipment: shipment})
}
