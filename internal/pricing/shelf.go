package pricing

import (
	"context"

	"qudao/internal/money"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// shelf is what is known of one list's prices, all read at one version.
type shelf struct {
	version int
	tiers   map[int32]Tiers // by SKU; an empty entry says the list has no price for it
}

// maxEntries bounds the prices a server keeps: beyond it all are dropped and read again when asked for.
const maxEntries = 2_000_000

func (s *shelf) knows(skus []int32) bool {
	if s == nil {
		return false
	}
	for _, sku := range skus {
		if _, known := s.tiers[sku]; !known {
			return false
		}
	}
	return true
}

// priceRow is one list's ladder for one SKU with the version both were read at.
type priceRow struct {
	List    int32   `db:"list_id"`
	SKU     int32   `db:"sku_id"`
	Minimum []int64 `db:"minimums"`
	Price   []int64 `db:"prices"`
}

// read reads the prices of SKUs in lists, and keeps them unless something was dropped meanwhile.
func (b *Book) read(ctx context.Context, lists, skus []int32) error {
	var rows []priceRow
	var versions []listVersion
	b.mu.RLock()
	epoch := b.epoch
	b.mu.RUnlock()
	err := b.db.Read(ctx, system, func(tx *pg.Tx) (err error) {
		// Versions first: prices newer than their version are found stale at the check and read again.
		if versions, err = pg.All[listVersion](ctx, tx, versionsSQL, lists); err != nil {
			return err
		}
		rows, err = pg.All[priceRow](ctx, tx, pricesSQL, lists, skus)
		return err
	})
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.epoch != epoch {
		return nil
	}
	if b.entries > maxEntries {
		b.prices, b.entries = map[int32]*shelf{}, 0
	}
	for _, v := range versions {
		s := b.prices[v.ID]
		if s == nil || s.version != v.Version {
			b.drop(v.ID)
			s = &shelf{version: v.Version, tiers: map[int32]Tiers{}}
			b.prices[v.ID] = s
		}
		for _, sku := range skus {
			if _, known := s.tiers[sku]; !known {
				s.tiers[sku] = nil
				b.entries++
			}
		}
	}
	for _, r := range rows {
		if s := b.prices[r.List]; s != nil {
			s.tiers[r.SKU] = tiers(r.Minimum, r.Price)
		}
	}
	return nil
}

type listVersion struct {
	ID      int32 `db:"id"`
	Version int   `db:"version"`
}

// drop forgets a list's prices, under the lock.
func (b *Book) drop(list int32) {
	if s := b.prices[list]; s != nil {
		b.entries -= len(s.tiers)
		delete(b.prices, list)
	}
}

func tiers(minimums, prices []int64) Tiers {
	out := make(Tiers, len(minimums))
	for i := range minimums {
		out[i] = Tier{Minimum: qty.Quantity(minimums[i]), Price: money.Price(prices[i])}
	}
	return out
}
