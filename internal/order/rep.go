package order

import (
	"context"
	"fmt"

	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// OpenWork is what waits with the orders of a rep's dealers. It goes with its dealer, whoever the rep is.
type OpenWork struct {
	Review int          `db:"review" json:"review"` // orders that wait for review
	Ship   int          `db:"ship" json:"ship"`     // accepted orders with something to ship
	Amount money.Amount `db:"amount" json:"amount"` // of both
}

// OpenOfRep counts the open orders of the dealers whose rep somebody is, named by the code of staff, as far
// as the actor sees them.
func (s *Service) OpenOfRep(ctx context.Context, who org.Actor, staff string) (out OpenWork, err error) {
	if who.Kind == org.Dealer {
		return out, org.Forbidden.With("permission", string(org.OrderRead))
	}
	if err := who.Require(org.OrderRead); err != nil {
		return out, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = pg.One[OpenWork](ctx, tx, openOfRepSQL, staff, who.Reach())
		return err
	})
	if err != nil {
		return out, fmt.Errorf("open orders of %s: %w", staff, err)
	}
	return out, nil
}
