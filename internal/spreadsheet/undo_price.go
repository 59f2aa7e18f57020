package spreadsheet

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"qudao/internal/money"
	"qudao/internal/pg"
	"qudao/internal/pricing"
	"qudao/internal/qty"
)

// wrotePrice is one tier that a run changed: what it was and what it became, nil for none.
type wrotePrice struct {
	ID      int64        `db:"id"`
	SKUID   int32        `db:"sku_id"`
	SKU     string       `db:"sku"`
	Minimum qty.Quantity `db:"minimum"`
	Before  *money.Price `db:"before"`
}

// tierNow is one tier of a list as it is.
type tierNow struct {
	SKU     string       `db:"sku"`
	Minimum qty.Quantity `db:"minimum"`
	Price   money.Price  `db:"price"`
}

// undoPrices gives back the ladders that the run changed. A ladder is one thing: where any tier of it was
// changed since, all of it stays.
func (s *Service) undoPrices(ctx context.Context, tx *pg.Tx, u undoing) (int, error) {
	list := u.params().List
	// The lock comes first: what follows sees what the last one to change the list has left.
	if _, err := s.pricing.ChangeTx(ctx, tx, u.who, list, nil); err != nil {
		return 0, err
	}
	wrote, err := pg.All[wrotePrice](ctx, tx, wrotePricesSQL, u.ID.String(), u.Owner, u.CreatedAt)
	if err != nil {
		return 0, err
	}
	if len(wrote) == 0 {
		return 0, NothingToUndo.With()
	}
	skus := map[int32]string{}
	first := wrote[0].ID
	for _, w := range wrote {
		skus[w.SKUID], first = w.SKU, min(first, w.ID)
	}
	since, err := pg.Column[int32](ctx, tx, repricedSQL, u.ID.String(), list, u.CreatedAt, first, slices.Sorted(maps.Keys(skus)))
	if err != nil {
		return 0, err
	}
	var blocked refusal
	for _, id := range since {
		blocked.add(skus[id], PriceChangedSince, map[string]any{"sku": skus[id]})
		delete(skus, id)
	}
	if !u.partly || len(skus) == 0 {
		if err := blocked.err(); err != nil {
			return 0, err
		}
	}
	changes, err := laddersBefore(ctx, tx, list, wrote, skus)
	if err != nil {
		return 0, err
	}
	_, err = s.pricing.ChangeTx(ctx, tx, u.who, list, changes)
	return len(changes), err
}

// laddersBefore are the ladders of the SKUs as they were: those of now, with what the run changed put back.
func laddersBefore(ctx context.Context, tx *pg.Tx, list string, wrote []wrotePrice, skus map[int32]string) ([]pricing.Change, error) {
	codes := slices.Sorted(maps.Values(skus))
	now, err := pg.All[tierNow](ctx, tx, laddersSQL, list, codes)
	if err != nil {
		return nil, err
	}
	ladders := make(map[string]map[qty.Quantity]money.Price, len(codes))
	for _, code := range codes {
		ladders[code] = map[qty.Quantity]money.Price{}
	}
	for _, t := range now {
		ladders[t.SKU][t.Minimum] = t.Price
	}
	for _, w := range wrote {
		ladder, taken := ladders[w.SKU]
		switch {
		case !taken:
		case w.Before == nil:
			delete(ladder, w.Minimum)
		default:
			ladder[w.Minimum] = *w.Before
		}
	}
	changes := make([]pricing.Change, len(codes))
	for i, code := range codes {
		tiers := make(pricing.Tiers, 0, len(ladders[code]))
		for minimum, price := range ladders[code] {
			tiers = append(tiers, pricing.Tier{Minimum: minimum, Price: price})
		}
		slices.SortFunc(tiers, func(a, b pricing.Tier) int { return cmp.Compare(a.Minimum, b.Minimum) })
		changes[i] = pricing.Change{SKU: code, Tiers: tiers}
	}
	return changes, nil
}
