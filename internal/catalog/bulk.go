package catalog

import (
	"context"

	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/pg"
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

// chunk is how many SKUs one transaction of a bulk upsert writes, about: a second at most.
const chunk = 1000

// Upsert creates or changes products by code, each with its own outcome: one that fails hinders no
// other. Saying the same again changes nothing. Needs product.edit. An error is a failure of the whole:
// chunks before it stand, and repeating the call does the rest.
func (s *Service) Upsert(ctx context.Context, who org.Actor, in []ProductIn) ([]Result, error) {
	return s.bulk(ctx, who, in, true)
}

// Check tells what Upsert would do, and does nothing. Each chunk is checked against what is stored:
// a code given to two products far apart is found only when written.
func (s *Service) Check(ctx context.Context, who org.Actor, in []ProductIn) ([]Result, error) {
	return s.bulk(ctx, who, in, false)
}

func (s *Service) bulk(ctx context.Context, who org.Actor, in []ProductIn, write bool) ([]Result, error) {
	if err := office(who, org.ProductEdit); err != nil {
		return nil, err
	}
	out := make([]Result, len(in))
	todo, at := firsts(in, out)
	for len(todo) > 0 {
		n, skus := 0, 0
		for n < len(todo) && (n == 0 || n < chunk/2 && skus+len(todo[n].SKUs) <= chunk) {
			skus += len(todo[n].SKUs)
			n++
		}
		part, err := s.upsertChunk(ctx, who, todo[:n], write)
		if err != nil {
			return nil, err
		}
		for i, r := range part {
			out[at[i]] = r
		}
		todo, at = todo[n:], at[n:]
	}
	return out, nil
}

// firsts are the products whose code has not come before in the input, with their indexes. The others
// fail: which of two to believe is not ours to say.
func firsts(in []ProductIn, out []Result) (todo []ProductIn, at []int) {
	seen := map[string]bool{}
	for i, p := range in {
		code := tidyCode(p.Code)
		if seen[code] {
			out[i] = Result{Code: p.Code, Outcome: Failed, Problem: Repeated.At("code", "value", code)}
			continue
		}
		seen[code] = true
		todo, at = append(todo, p), append(at, i)
	}
	return todo, at
}

// upsertChunk writes one chunk. When somebody else took a code in the same moment, the items run one
// by one, so that only theirs fails.
func (s *Service) upsertChunk(ctx context.Context, who org.Actor, in []ProductIn, write bool) ([]Result, error) {
	var plans []*plan
	var skus []int32
	run := func(tx *pg.Tx) (err error) {
		var r *refs
		if plans, r, err = planTx(ctx, tx, in, false); err == nil && write {
			skus, err = applyTx(ctx, tx, plans, r)
		}
		return err
	}
	err := s.db.Write(ctx, who.Scope(), run)
	f := conflict(err)
	switch {
	case f != nil && len(in) > 1:
		out := make([]Result, 0, len(in))
		for i := range in {
			part, err := s.upsertChunk(ctx, who, in[i:i+1], write)
			if err != nil {
				return nil, err
			}
			out = append(out, part...)
		}
		return out, nil
	case f != nil:
		return []Result{{Code: in[0].Code, Outcome: Failed, Problem: f}}, nil
	case err != nil:
		return nil, err
	}
	s.Forget(skus...)
	out := make([]Result, len(plans))
	for i, p := range plans {
		out[i] = Result{Code: p.in.Code, Outcome: p.outcome, Problem: p.problem}
	}
	return out, nil
}

// conflict is the refusal behind a violated unique constraint: somebody else was faster.
func conflict(err error) *fault.Fault {
	for constraint, d := range map[string]*fault.Definition{
		"product_code_key": CodeTaken, "sku_code_key": CodeTaken, "sku_order_code_key": OrderCodeTaken, "sku_barcode_key": BarcodeTaken,
		"category_code_key": CodeTaken, "template_code_key": CodeTaken,
	} {
		if pg.Violates(err, constraint) {
			return d.With("value", "", "sku", "").Because(err)
		}
	}
	return nil
}
