package seed

import (
	"context"
	"iter"
	"slices"
	"time"

	"qudao/internal/demo"
	"qudao/internal/pg"
	"qudao/internal/pricing"
)

var (
	priceLists = into("pricing", "price_list", "id code name kind audience_id dealer_id priority tax_included valid_from valid_to updated_at")
	priceRows  = into("pricing", "price", "list_id sku_id minimum price")
)

// priceList is a list as pricing knows it, with its place among the brand's.
type priceList struct {
	*pricing.List
	index int
}

// prices loads the lists with their prices, and finds which lists are for which dealer.
func (l *load) prices(ctx context.Context) error {
	first, err := l.reserve(ctx, priceLists, len(l.brand.Lists))
	if err != nil {
		return err
	}
	var rows [][]any
	for i, x := range l.brand.Lists {
		list := &pricing.List{ID: first + int32(i), Code: x.Code, Name: x.Name, Kind: pricing.Kind(x.Kind), Currency: "CNY", TaxIncluded: true,
			ValidFrom: moment(x.ValidFrom), ValidTo: moment(x.ValidTo), Version: 1}
		switch x.Kind {
		case demo.ListAudience:
			audience := l.audiences[x.Audience]
			list.AudienceID, list.Priority = &audience, x.Priority
		case demo.ListDealer:
			list.DealerID = &l.dealers[l.dealerIndex[x.Dealer]].id
		}
		l.lists = append(l.lists, priceList{list, i})
		rows = append(rows, []any{list.ID, list.Code, list.Name, string(list.Kind), list.AudienceID, list.DealerID, int32(list.Priority), true, list.ValidFrom, list.ValidTo, l.start})
	}
	if _, err := l.copyRows(ctx, priceLists, slices.Values(rows)); err != nil {
		return err
	}
	count := int64(0)
	for i := range l.brand.Lists {
		n, err := l.copyRows(ctx, priceRows, l.pricesOf(i))
		if err != nil {
			return err
		}
		if count += n; count/500_000 != (count-n)/500_000 {
			l.say("%d prices so far", count)
		}
	}
	l.say("%d price lists with %d prices", len(l.lists), count)
	if _, err := l.tx.Exec(ctx, stepBookSQL); err != nil {
		return err
	}
	return l.deal(ctx)
}

func (l *load) pricesOf(list int) iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		for p := range l.brand.PricesOf(list) {
			if !yield([]any{l.lists[list].ID, l.skuID(l.skus[p.SKU]), int64(p.MinQuantity), int64(p.Price)}) {
				return
			}
		}
	}
}

// deal gives each dealer the lists that are for it, in the order in which they are asked.
func (l *load) deal(ctx context.Context) error {
	type member struct {
		ID        int32   `db:"id"`
		Audiences []int32 `db:"audience_ids"`
	}
	members, err := pg.All[member](ctx, l.tx, membersSQL)
	if err != nil {
		return err
	}
	in := make(map[int32][]int32, len(members))
	for _, m := range members {
		in[m.ID] = m.Audiences
	}
	place := make(map[int32]int, len(l.lists))
	var general []*pricing.List
	own := map[int32]*pricing.List{}
	for _, x := range l.lists {
		place[x.ID] = x.index
		if x.DealerID != nil {
			own[*x.DealerID] = x.List
		} else {
			general = append(general, x.List)
		}
	}
	for i := range l.dealers {
		d := &l.dealers[i]
		var lists []*pricing.List
		if x := own[d.id]; x != nil {
			lists = append(lists, x)
		}
		for _, x := range general {
			if x.AudienceID == nil || slices.Contains(in[d.id], *x.AudienceID) {
				lists = append(lists, x)
			}
		}
		pricing.Sort(lists)
		for _, x := range lists {
			d.lists = append(d.lists, place[x.ID])
		}
	}
	return nil
}

// moment is a time that may be missing.
func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}
