package inventory

import (
	"context"

	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// Step is by how much what is on hand of one SKU in one warehouse is to change.
type Step struct {
	Warehouse string
	SKU       string
	By        qty.Quantity
}

// AdjustTx changes what is on hand step by step in the caller's transaction, which holds the levels locked
// from then on; one step that fails hinders no other. The movements name the document and the reason.
// Needs stock.edit. Problems of a step: SKUUnknown, WarehouseUnknown, BelowReserved.
func (s *Service) AdjustTx(ctx context.Context, tx *pg.Tx, who org.Actor, doc, reason string, steps []Step) ([]Result, error) {
	if err := who.Require(org.StockEdit); err != nil {
		return nil, err
	}
	list := make([]*change, len(steps))
	for i, step := range steps {
		list[i] = &change{warehouse: step.Warehouse, sku: step.SKU, figure: step.By, relative: true}
	}
	if err := changeTx(ctx, tx, list, source{doc: doc}, kindAdjustment, cut(tidy(reason))); err != nil {
		return nil, err
	}
	out := make([]Result, len(list))
	for i, c := range list {
		out[i] = Result{Warehouse: c.warehouse, SKU: c.sku, Outcome: c.outcome, Problem: c.problem}
	}
	return out, nil
}

// cut leaves of a reason what a movement may hold.
func cut(reason string) string {
	if runes := []rune(reason); len(runes) > maxReason {
		return string(runes[:maxReason])
	}
	return reason
}
