package inventory

import (
	"context"
	"time"

	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/qty"
)

// Movement is one change of what is on hand.
type Movement struct {
	ID        id.ID        `json:"id"`
	Warehouse Ref          `json:"warehouse"`
	Kind      string       `json:"kind"` // opening, receipt, adjustment, count, shipment, return
	Quantity  qty.Quantity `json:"quantity"`
	DocID     string       `json:"doc_id,omitempty"`
	Reason    string       `json:"reason,omitempty"`
	Actor     string       `json:"actor"`
	At        time.Time    `json:"at"`
}

// Movements returns the movements of an SKU, latest first. Needs stock.read. Errors: fault.NotFound.
func (s *Service) Movements(ctx context.Context, who org.Actor, sku string, p page.Request) (page.List[Movement], error) {
	panic("soon")
}
