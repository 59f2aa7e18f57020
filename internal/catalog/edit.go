package catalog

import (
	"context"

	"qudao/internal/fault"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// Create makes a product in draft. Needs product.edit. Errors: CodeTaken, and what is wrong with the
// input, all at once.
func (s *Service) Create(ctx context.Context, who org.Actor, in ProductIn) (Product, error) {
	return s.change(ctx, who, func(tx *pg.Tx) (*plan, *refs, error) {
		in.State = StateDraft
		plans, r, err := planTx(ctx, tx, []ProductIn{in}, true)
		if err != nil {
			return nil, nil, err
		}
		if plans[0].old != nil {
			return nil, nil, CodeTaken.At("code", "value", plans[0].in.Code)
		}
		return plans[0], r, nil
	})
}

// Edit makes the product what in says, upon the version the editor saw. The code and the state in `in`
// do not count. Needs product.edit. Errors: fault.NotFound, pg.VersionChanged, what is wrong with the
// input, Incomplete when the product is published and would no longer be complete.
func (s *Service) Edit(ctx context.Context, who org.Actor, code string, version int, in ProductIn) (Product, error) {
	return s.change(ctx, who, func(tx *pg.Tx) (*plan, *refs, error) {
		in.Code, in.State = code, ""
		plans, r, err := planTx(ctx, tx, []ProductIn{in}, true)
		if err != nil {
			return nil, nil, err
		}
		return plans[0], r, plans[0].expect(version)
	})
}

// Publish lets the audiences of the product see it. Needs product.edit. Errors: fault.NotFound,
// pg.VersionChanged; Incomplete, naming each missing thing.
func (s *Service) Publish(ctx context.Context, who org.Actor, code string, version int) (Product, error) {
	return s.move(ctx, who, code, version, StatePublished)
}

// Archive takes the product out of sale. Needs product.edit. Errors: fault.NotFound, pg.VersionChanged.
func (s *Service) Archive(ctx context.Context, who org.Actor, code string, version int) (Product, error) {
	return s.move(ctx, who, code, version, StateArchived)
}

// move changes nothing but the state.
func (s *Service) move(ctx context.Context, who org.Actor, code string, version int, state State) (Product, error) {
	return s.change(ctx, who, func(tx *pg.Tx) (*plan, *refs, error) {
		plans, r, err := planTx(ctx, tx, []ProductIn{{Code: code, State: state}}, false)
		if err != nil {
			return nil, nil, err
		}
		return plans[0], r, plans[0].expect(version)
	})
}

// expect refuses what is planned upon nothing, or upon another version than the editor saw.
func (p *plan) expect(version int) error {
	switch {
	case p.old == nil:
		return fault.NotFound.With()
	case p.old.Version != version:
		return pg.VersionChanged.With("version", p.old.Version)
	}
	return nil
}

// change carries out the plan for one product, once, and returns the product as it is then.
func (s *Service) change(ctx context.Context, who org.Actor, decide func(*pg.Tx) (*plan, *refs, error)) (out Product, err error) {
	if err := office(who, org.ProductEdit); err != nil {
		return Product{}, err
	}
	var skus []int32
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = once.Do(ctx, tx, func() (Product, error) {
			p, r, err := decide(tx)
			if err != nil {
				return Product{}, err
			}
			if p.problem != nil {
				return Product{}, p.problem
			}
			if skus, err = applyTx(ctx, tx, []*plan{p}, r); err != nil {
				return Product{}, err
			}
			return getTx(ctx, tx, p.in.Code)
		})
		return err
	})
	if f := conflict(err); f != nil {
		return Product{}, f
	}
	if err != nil {
		return Product{}, err
	}
	s.Forget(skus...)
	return out, nil
}
