package inventory

import (
	"context"

	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/qty"
)

// Count is what a source says is on hand of one SKU in one warehouse.
type Count struct {
	Warehouse  string       `json:"warehouse"`
	SKU        string       `json:"sku"`
	OnHand     qty.Quantity `json:"on_hand"`
	ExternalID string       `json:"external_id,omitempty"` // taken once per source, whatever is said again
}

// Counts is a batch of what a source says is on hand.
type Counts struct {
	Source  string `json:"-"` // who says so: the API key, the import; external ids and versions are per source
	Version int64  `json:"source_version,omitempty"`
	Reason  string `json:"reason,omitempty"`
	Items   []Count
}

// Outcome is what became of one item of a batch.
type Outcome string

// The outcomes.
const (
	Updated   Outcome = "updated"
	Unchanged Outcome = "unchanged"
	Repeated  Outcome = "repeated" // its external id was taken before
	Outdated  Outcome = "outdated" // a later version of the source has spoken on this level
	Failed    Outcome = "failed"
)

// Result is the outcome of one item, in the order of the input.
type Result struct {
	Warehouse string       `json:"warehouse"`
	SKU       string       `json:"sku"`
	Outcome   Outcome      `json:"result"`
	Problem   *fault.Fault `json:"-"`
}

// SetOnHand makes what is on hand what the batch says, item by item: one that fails hinders no other.
// Needs stock.edit. An error is a failure of the whole: chunks before it stand, and repeating the call
// does the rest.
func (s *Service) SetOnHand(ctx context.Context, who org.Actor, in Counts) ([]Result, error) {
	panic("soon")
}

// CheckOnHand tells what SetOnHand would do, and does nothing.
func (s *Service) CheckOnHand(ctx context.Context, who org.Actor, in Counts) ([]Result, error) {
	panic("soon")
}
