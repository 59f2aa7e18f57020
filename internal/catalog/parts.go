package catalog

import (
	"context"

	"qudao/internal/fault"
	"qudao/internal/org"
)

// Part is what became of one part number that a dealer gave.
type Part struct {
	Input       string       // as given
	Item        *Item        // nil when it is not recognised, or not beyond doubt
	Problem     *fault.Fault // PartUnknown or PartAmbiguous when Item is nil
	Suggestions []Ref        // SKUs it may mean
}

// Parts recognises part numbers among the SKUs published to the dealer: material number, order code,
// barcode, model, in this order, whatever the case and width of the letters. The answer has one Part
// for each input, in its order.
func (s *Service) Parts(ctx context.Context, who org.Actor, parts []string) ([]Part, error) {
	panic("soon")
}
