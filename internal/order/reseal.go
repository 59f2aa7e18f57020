package order

import (
	"context"

	"qudao/internal/dealer"
	"qudao/internal/id"
	"qudao/internal/pg"
)

// Reseal puts the phones that orders keep under the primary key, and returns how many it sealed anew. It runs as the
// worker role, beside everything else.
func (s *Service) Reseal(ctx context.Context) (int, error) {
	return s.db.Reseal(ctx, "orders.orders.address.phone", resealOrders)
}

// SealedCounts is how many phones that orders keep are under which key.
func (s *Service) SealedCounts(ctx context.Context) (out []pg.SealedCount, err error) {
	err = s.db.Read(ctx, pg.Scope{Actor: "system:keys", All: true}, func(tx *pg.Tx) error {
		out, err = pg.All[pg.SealedCount](ctx, tx, countPhonesSQL, "orders.orders.address.phone")
		return err
	})
	return out, err
}

type staleOrder struct {
	DealerID int32   `db:"dealer_id"`
	ID       id.ID   `db:"id"`
	Address  Address `db:"address"`
}

func resealOrders(ctx context.Context, tx *pg.Tx, fresh, after string) (int, string, error) {
	last := id.Nil
	if after != "" {
		var err error
		if last, err = id.Parse(after); err != nil {
			return 0, after, err
		}
	}
	rows, err := pg.All[staleOrder](ctx, tx, staleOrdersSQL, last, fresh, pg.ResealRows)
	if err != nil || len(rows) == 0 {
		return 0, after, err
	}
	n := len(rows)
	dealers, ids, owners, was, phones := make([]int32, n), make([]id.ID, n), make([]id.ID, n), make([]string, n), make([]string, n)
	for i, r := range rows {
		stored, owner := r.Address.Phone.Reveal(), r.Address.ID
		phone, err := dealer.OpenReceiver(tx.Keys(), r.DealerID, owner, stored)
		if err != nil {
			return 0, after, err
		}
		if owner == id.Nil {
			owner = r.ID // an order from before there were keys is sealed for itself
		}
		if phones[i], err = tx.Keys().Seal(dealer.PhoneOfAddress, dealer.AddressRow(r.DealerID, owner), phone.Reveal()); err != nil {
			return 0, after, err
		}
		dealers[i], ids[i], owners[i], was[i] = r.DealerID, r.ID, owner, stored
	}
	_, err = tx.Exec(ctx, resealOrdersSQL, dealers, ids, owners, was, phones)
	return n, ids[n-1].String(), err
}
