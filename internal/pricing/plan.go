package pricing

import (
	"context"
	"errors"
	"fmt"

	"qudao/internal/fault"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// plan is a batch of changes judged against a locked list.
type plan struct {
	list    locked
	code    string
	changes []Change
	skus    []int32 // of each change; 0 where it is wrong
	results []Result
}

type skuRow struct {
	ID       int32        `db:"id"`
	Code     string       `db:"code"`
	Minimum  qty.Quantity `db:"minimum"`
	Multiple qty.Quantity `db:"multiple"`
}

// planTx locks the list, so that changes of one list follow one another, and judges every change.
func planTx(ctx context.Context, tx *pg.Tx, reach int32, list string, changes []Change) (*plan, error) {
	l, err := pg.One[locked](ctx, tx, lockListSQL, list, reach)
	if err != nil {
		return nil, err
	}
	if l.State != ListActive {
		return nil, Archived.With("code", list)
	}
	p := &plan{list: l, code: list, changes: changes, skus: make([]int32, len(changes)), results: make([]Result, len(changes))}
	codes := make([]string, len(changes))
	for i, c := range changes {
		codes[i] = c.SKU
	}
	rows, err := pg.All[skuRow](ctx, tx, skusSQL, codes)
	if err != nil {
		return nil, err
	}
	known := make(map[string]skuRow, len(rows))
	for _, r := range rows {
		known[r.Code] = r
	}
	seen := make(map[string]bool, len(changes))
	for i, c := range changes {
		p.results[i] = Result{SKU: c.SKU, Outcome: Unchanged}
		row, ok := known[c.SKU]
		var wrong fault.Fields
		switch {
		case !ok:
			wrong.Add("sku", SKUUnknown, "sku", c.SKU)
		case seen[c.SKU]:
			wrong.Add("sku", SKURepeated, "sku", c.SKU)
		default:
			wrong = c.Tiers.Check(qty.Rule{Minimum: row.Minimum, Multiple: row.Multiple})
		}
		seen[c.SKU] = true
		if err := wrong.Err(); err != nil {
			p.results[i].Outcome = Failed
			errors.As(err, &p.results[i].Problem)
			continue
		}
		p.skus[i] = row.ID
	}
	return p, nil
}

// wrong is everything that is wrong, each by its place in the batch.
func (p *plan) wrong() (all fault.Fields) {
	for i, r := range p.results {
		if r.Problem == nil {
			continue
		}
		for _, f := range r.Problem.Fields {
			f.Path = fmt.Sprintf("changes[%d].%s", i, f.Path)
			all = append(all, f)
		}
	}
	return all
}

// writeTx writes what is right, and notes what became of each.
func (p *plan) writeTx(ctx context.Context, tx *pg.Tx) (Changed, error) {
	var touched, skus []int32
	var minimums, prices []int64
	for i, id := range p.skus {
		if id == 0 {
			continue
		}
		touched = append(touched, id)
		for _, t := range p.changes[i].Tiers {
			skus, minimums, prices = append(skus, id), append(minimums, int64(t.Minimum)), append(prices, int64(t.Price))
		}
	}
	had, err := set(ctx, tx, pricedSQL, p.list.ID, touched)
	if err != nil {
		return Changed{}, err
	}
	moved, err := set(ctx, tx, putPricesSQL, p.list.ID, touched, skus, minimums, prices)
	if err != nil {
		return Changed{}, err
	}
	for i, id := range p.skus {
		switch {
		case !moved[id]:
		case !had[id]:
			p.results[i].Outcome = Created
		case len(p.changes[i].Tiers) == 0:
			p.results[i].Outcome = Removed
		default:
			p.results[i].Outcome = Updated
		}
	}
	out := Changed{Changed: len(moved), Version: p.list.Version}
	if len(moved) == 0 {
		return out, nil
	}
	if out.Version, err = pg.Value[int](ctx, tx, stepListSQL, p.list.ID); err != nil {
		return Changed{}, err
	}
	return out, state(ctx, tx, FactChanged, p.code, out.Version, out)
}

func set(ctx context.Context, tx *pg.Tx, sql string, args ...any) (map[int32]bool, error) {
	ids, err := pg.Column[int32](ctx, tx, sql, args...)
	out := make(map[int32]bool, len(ids))
	for _, id := range ids {
		out[id] = true
	}
	return out, err
}
