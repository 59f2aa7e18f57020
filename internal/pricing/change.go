package pricing

import (
	"context"

	"qudao/internal/fault"
	"qudao/internal/money"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// Change is what the ladder of an SKU is to be in a list. No tiers take the SKU out of the list.
type Change struct {
	SKU   string `json:"sku"`
	Tiers Tiers  `json:"tiers" nullable:"false"`
}

// Changed is what a change of prices came to, and the data of FactChanged.
type Changed struct {
	Changed int `json:"changed"` // SKUs whose prices are others now
	Version int `json:"version"` // of the list
}

// Outcome is what became of one item of a batch.
type Outcome string

// The outcomes.
const (
	Created   Outcome = "created" // the SKU had no price in the list before
	Updated   Outcome = "updated"
	Removed   Outcome = "removed" // the SKU has no price in the list now
	Unchanged Outcome = "unchanged"
	Failed    Outcome = "failed"
)

// Result is the outcome of one item, in the order of the input.
type Result struct {
	SKU     string       `json:"sku"`
	Outcome Outcome      `json:"result"`
	Problem *fault.Fault `json:"-"` // of a failed item; its Fields name places such as tiers[1].minimum
}

// PriceIn is one tier as a row of a table gives it. All rows of an SKU make its ladder, in any order.
type PriceIn struct {
	SKU     string
	Minimum qty.Quantity
	Price   money.Price
}

// Change makes ladders of a list what changes say, all of them or none. Prices that are so already are
// not touched, and the list's version steps once if any other was. Needs price.edit.
//
// Errors: fault.NotFound for the list, Archived, and all that is wrong, each by its place
// (changes[3].tiers[1].minimum).
func (s *Service) Change(ctx context.Context, who org.Actor, list string, changes []Change) (Changed, error) {
	if err := who.Require(org.PriceEdit); err != nil {
		return Changed{}, err
	}
	var out Changed
	err := s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = once.Do(ctx, tx, func() (Changed, error) { return s.ChangeTx(ctx, tx, who, list, changes) })
		return err
	})
	if err == nil {
		s.Forget(list)
	}
	return out, err
}

// ChangeTx does what Change does in the caller's transaction, which holds the list locked from then on:
// without changes that is all it does. Once it is committed the caller calls Forget.
func (s *Service) ChangeTx(ctx context.Context, tx *pg.Tx, who org.Actor, list string, changes []Change) (Changed, error) {
	if err := who.Require(org.PriceEdit); err != nil {
		return Changed{}, err
	}
	p, err := planTx(ctx, tx, who.Reach(), list, changes)
	if err != nil {
		return Changed{}, err
	}
	if err := p.wrong().Err(); err != nil {
		return Changed{}, err
	}
	return p.writeTx(ctx, tx)
}

// Forget makes the next question read the prices of the list again.
func (s *Service) Forget(list string) { s.book.ForgetCode(list) }

// ChangeEach does the same item by item: one that is wrong hinders no other. What is right is published
// by one step of the version. Saying the same again changes nothing. Needs price.edit. Errors:
// fault.NotFound for the list, Archived.
func (s *Service) ChangeEach(ctx context.Context, who org.Actor, list string, changes []Change) ([]Result, error) {
	return s.each(ctx, who, list, changes, true)
}

// ChangePrices does the same by the rows of a table, with a result for each row. One wrong row leaves
// the whole ladder of its SKU as it was (LadderWrong at the others).
func (s *Service) ChangePrices(ctx context.Context, who org.Actor, list string, rows []PriceIn) ([]Result, error) {
	l := gather(rows)
	results, err := s.each(ctx, who, list, l.changes, true)
	return l.byRow(results, rows), err
}

// CheckPrices tells what ChangePrices would do, and does nothing.
func (s *Service) CheckPrices(ctx context.Context, who org.Actor, list string, rows []PriceIn) ([]Result, error) {
	l := gather(rows)
	results, err := s.each(ctx, who, list, l.changes, false)
	return l.byRow(results, rows), err
}

func (s *Service) each(ctx context.Context, who org.Actor, list string, changes []Change, write bool) ([]Result, error) {
	if err := who.Require(org.PriceEdit); err != nil {
		return nil, err
	}
	var p *plan
	err := s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		if p, err = planTx(ctx, tx, who.Reach(), list, changes); err != nil || !write {
			return err
		}
		_, err = p.writeTx(ctx, tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	s.book.ForgetCode(list)
	return p.results, nil
}
