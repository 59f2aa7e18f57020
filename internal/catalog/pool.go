package catalog

import (
	"context"
	"fmt"

	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// maxPool is how many categories, and how many products, a pool may name.
const maxPool = 500

// PoolView is a pool as people see it.
type PoolView struct {
	Categories []Ref `json:"categories" nullable:"false"`
	Products   []Ref `json:"products" nullable:"false"`
}

type poolRow struct {
	Kind string
	ID   int32
	Code string
	Name string
}

// Pool is the goods in these categories and these products, named by codes, for an account of the dealer who
// asks. Only what the dealer itself may see can be named.
//
// Errors: TooMany; org.CodeUnknown by place, below "limits.pool".
func (s *Service) Pool(ctx context.Context, who org.Actor, categories, products []string) (*org.Pool, error) {
	if err := who.Require(org.ProductRead); err != nil {
		return nil, err
	}
	if len(categories) > maxPool || len(products) > maxPool {
		return nil, TooMany.At("limits.pool", "maximum", maxPool)
	}
	var rows []poolRow
	err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		rows, err = pg.All[poolRow](ctx, tx, poolByCodeSQL, audiences(who), nonNil(categories), nonNil(products))
		return err
	})
	if err != nil {
		return nil, err
	}
	type name struct{ kind, code string }
	ids := map[name]int32{}
	for _, r := range rows {
		ids[name{r.Kind, r.Code}] = r.ID
	}
	var wrong fault.Fields
	find := func(kind, path string, codes []string) []int32 {
		out := []int32{}
		for i, code := range codes {
			found, ok := ids[name{kind, code}]
			if !ok {
				wrong.Add(fmt.Sprintf("limits.pool.%s[%d]", path, i), org.CodeUnknown, "code", code)
				continue
			}
			out = append(out, found)
		}
		return pg.Sorted(out)
	}
	pool := &org.Pool{Categories: find("c", "categories", categories), Products: find("p", "products", products)}
	return pool, wrong.Err()
}

// ShowPool names what a pool of an account of the dealer who asks is made of. A product that the dealer itself
// may not see any more is left out.
func (s *Service) ShowPool(ctx context.Context, who org.Actor, pool *org.Pool) (out PoolView, err error) {
	out = PoolView{Categories: []Ref{}, Products: []Ref{}}
	if pool == nil {
		return out, nil
	}
	var rows []poolRow
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		rows, err = pg.All[poolRow](ctx, tx, poolByIDSQL, audiences(who), nonNil(pool.Categories), nonNil(pool.Products))
		return err
	})
	for _, r := range rows {
		ref := Ref{Code: r.Code, Name: r.Name}
		if r.Kind == "c" {
			out.Categories = append(out.Categories, ref)
		} else {
			out.Products = append(out.Products, ref)
		}
	}
	return out, err
}
