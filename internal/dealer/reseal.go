package dealer

import (
	"context"
	"strconv"

	"qudao/internal/id"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// Reseal puts the sealed fields of this package under the primary key, and returns how many values it sealed anew. It
// runs as the worker role, beside everything else.
func (s *Service) Reseal(ctx context.Context) (int, error) {
	n, err := s.db.Reseal(ctx, "dealer.dealer.phone", resealDealers)
	if err != nil {
		return n, err
	}
	m, err := s.db.Reseal(ctx, "dealer.address.phone", resealAddresses)
	return n + m, err
}

// SealedCounts is how many values of each sealed field are under which key.
func (s *Service) SealedCounts(ctx context.Context) (out []pg.SealedCount, err error) {
	err = s.db.Read(ctx, pg.Scope{Actor: "system:keys", All: true}, func(tx *pg.Tx) error {
		for field, sql := range map[string]string{"dealer.dealer.phone": countDealerPhonesSQL, "dealer.address.phone": countAddressPhonesSQL} {
			counts, err := pg.All[pg.SealedCount](ctx, tx, sql, field)
			if err != nil {
				return err
			}
			out = append(out, counts...)
		}
		return nil
	})
	return out, err
}

type stalePhone struct {
	DealerID int32  `db:"dealer_id"`
	ID       id.ID  `db:"id"` // of an address
	Code     string `db:"code"`
	Phone    string `db:"phone"`
}

// again is a value sealed anew, and its index.
func again(keys *secret.Keyring, f secret.Field, row, stored string) (sealed string, index []byte, err error) {
	plain, err := keys.Open(f, row, stored)
	if err != nil {
		return "", nil, err
	}
	return sealPhone(keys, f, row, "", secret.Phone(plain))
}

func resealDealers(ctx context.Context, tx *pg.Tx, fresh, after string) (int, string, error) {
	last, _ := strconv.Atoi(after)
	rows, err := pg.All[stalePhone](ctx, tx, staleDealersSQL, last, fresh, pg.ResealRows)
	if err != nil || len(rows) == 0 {
		return 0, after, err
	}
	ids, was, phones, indexes := make([]int32, len(rows)), make([]string, len(rows)), make([]string, len(rows)), make([][]byte, len(rows))
	for i, r := range rows {
		ids[i], was[i] = r.DealerID, r.Phone
		if phones[i], indexes[i], err = again(tx.Keys(), PhoneOfDealer, r.Code, r.Phone); err != nil {
			return 0, after, err
		}
	}
	_, err = tx.Exec(ctx, resealDealersSQL, ids, was, phones, indexes)
	return len(rows), strconv.Itoa(int(ids[len(ids)-1])), err
}

func resealAddresses(ctx context.Context, tx *pg.Tx, fresh, after string) (int, string, error) {
	last := id.Nil
	if after != "" {
		var err error
		if last, err = id.Parse(after); err != nil {
			return 0, after, err
		}
	}
	rows, err := pg.All[stalePhone](ctx, tx, staleAddressesSQL, last, fresh, pg.ResealRows)
	if err != nil || len(rows) == 0 {
		return 0, after, err
	}
	ids, was, phones, indexes := make([]id.ID, len(rows)), make([]string, len(rows)), make([]string, len(rows)), make([][]byte, len(rows))
	dealers := make([]int32, len(rows))
	for i, r := range rows {
		dealers[i], ids[i], was[i] = r.DealerID, r.ID, r.Phone
		if phones[i], indexes[i], err = again(tx.Keys(), PhoneOfAddress, AddressRow(r.DealerID, r.ID), r.Phone); err != nil {
			return 0, after, err
		}
	}
	_, err = tx.Exec(ctx, resealAddressesSQL, dealers, ids, was, phones, indexes)
	return len(rows), ids[len(ids)-1].String(), err
}
