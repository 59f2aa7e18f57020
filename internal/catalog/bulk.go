package catalog

import (
	"context"

	"qudao/internal/fault"
	"qudao/internal/org"
)

// Outcome is what became of one item of a bulk upsert.
type Outcome string

// The outcomes.
const (
	Created   Outcome = "created"
	Updated   Outcome = "updated"
	Unchanged Outcome = "unchanged"
	Failed    Outcome = "failed"
)

// Result is the outcome of one item, in the order of the input.
type Result struct {
	Code    string       `json:"code"`
	Outcome Outcome      `json:"result"`
	Problem *fault.Fault `json:"-"` // of a failed item; its Fields name places such as skus[0].tax_rate
}

// Upsert creates or changes products by code, each with its own outcome: one that fails hinders no
// other. Saying the same again changes nothing. Needs product.edit. An error is a failure of the whole:
// chunks before it stand, and repeating the call does the rest.
func (s *Service) Upsert(ctx context.Context, who org.Actor, in []ProductIn) ([]Result, error) {
	panic("soon")
}

// Check tells what Upsert would do, and does nothing.
func (s *Service) Check(ctx context.Context, who org.Actor, in []ProductIn) ([]Result, error) {
	panic("soon")
}
