package order

import (
	"context"

	"github.com/jackc/pgx/v5"

	"qudao/internal/id"
	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// Allowance is what the amounts that limit an account leave of it this month.
type Allowance struct {
	AccountID id.ID         `db:"account_id"`
	PerOrder  *money.Amount `db:"per_order"` // nil: any amount
	PerMonth  *money.Amount `db:"per_month"`
	Used      money.Amount  `db:"used"` // by the account's orders of this month, without those that ended unfulfilled
	Orders    int           `db:"orders"`

	spent []*spending // of this slice
}

// spending is an order of an account with a limit by month.
type spending struct {
	order *newOrder
	n     int
	after money.Amount
	limit money.Amount
}

// Check refuses an order of this total that is above what one order, or what is left of the month, may come
// to.
//
// Errors: OverOrder, OverMonth; for who may see no amounts OverOrderHidden, OverMonthHidden.
func (a *Allowance) Check(total money.Amount, hidden bool) error {
	if a == nil {
		return nil
	}
	if limit := a.PerOrder; limit != nil && total > *limit {
		if hidden {
			return OverOrderHidden.With()
		}
		return OverOrder.With("limit", *limit, "total", total, "over", total-*limit)
	}
	if limit := a.PerMonth; limit != nil && total > *limit-a.Used {
		if hidden {
			return OverMonthHidden.With()
		}
		return OverMonth.With("limit", *limit, "used", a.Used, "left", max(0, *limit-a.Used), "total", total)
	}
	return nil
}

// mayBeSent holds an order against the limits of who places it that need no look at the books. Who sees no
// prices has seen no total: none is expected of the order.
//
// Errors: AddressOutside.
func mayBeSent(who org.Actor, in *PlaceInput) error {
	if !who.MaySendTo(in.Address) {
		return AddressOutside.At("address_id")
	}
	if who.HidesPrices() {
		in.Expected = nil
	}
	return nil
}

// askLimits locks the amounts that limit accounts of the slice, and reads in a later statement, which sees what
// their last holder left, what their orders of the month come to. It asks nothing for a slice without such
// accounts.
func (d *decision) askLimits(b *pgx.Batch) {
	var dealers []int32
	var accounts [][16]byte
	for _, o := range d.slice {
		if o.who.Spends() {
			dealers, accounts = append(dealers, o.dealer.ID), append(accounts, o.who.AccountID)
		}
	}
	if accounts == nil {
		return
	}
	d.limits = map[id.ID]*Allowance{}
	b.Queue(lockLimitsSQL, dealers, accounts)
	b.Queue(allowancesSQL, dealers, accounts).Query(func(rows pgx.Rows) error {
		list, err := pgx.CollectRows(rows, pgx.RowToAddrOfStructByName[Allowance])
		for _, a := range list {
			d.limits[a.AccountID] = a
		}
		return err
	})
}

// within refuses an order that is above what its account may order.
func (d *decision) within(o *waiting, total money.Amount) error {
	return d.limits[o.who.AccountID].Check(total, o.who.HidesPrices())
}

// spend takes the order that was just added out of what is left to its account: the next of the slice has
// the rest.
func (d *decision) spend(o *waiting, total money.Amount) {
	a := d.limits[o.who.AccountID]
	if a == nil || a.PerMonth == nil {
		return
	}
	a.Used += total
	a.Orders++
	a.spent = append(a.spent, &spending{order: d.out.orders[len(d.out.orders)-1], n: a.Orders, after: a.Used, limit: *a.PerMonth})
}

// writeSpent writes down what the placed orders left of the month. The n-th order of an account and month can
// be written once.
func (d *decision) writeSpent(b *pgx.Batch) {
	var dealers []int32
	var accounts, orders [][16]byte
	var numbers []int32
	var after, limits []int64
	for _, a := range d.limits {
		for _, s := range a.spent {
			dealers, accounts, orders = append(dealers, s.order.o.dealer.ID), append(accounts, a.AccountID), append(orders, s.order.placed.ID)
			numbers, after, limits = append(numbers, int32(s.n)), append(after, int64(s.after)), append(limits, int64(s.limit))
		}
	}
	if orders != nil {
		b.Queue(spendSQL, dealers, accounts, numbers, orders, after, limits)
	}
}

// AllowanceTx is what the amounts that limit the actor leave of it now; nil where none does.
func AllowanceTx(ctx context.Context, tx *pg.Tx, who org.Actor) (*Allowance, error) {
	if !who.Spends() {
		return nil, nil
	}
	list, err := pg.All[Allowance](ctx, tx, allowancesSQL, []int32{who.DealerID}, []id.ID{who.AccountID})
	if err != nil || len(list) == 0 {
		return nil, err
	}
	return &list[0], nil
}

// Used is what the orders of this month of each account of the dealer who asks come to.
func (s *Service) Used(ctx context.Context, who org.Actor) (map[id.ID]money.Amount, error) {
	if err := who.Require(org.AccountEdit); err != nil {
		return nil, err
	}
	out := map[id.ID]money.Amount{}
	err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		rows, err := pg.All[usedRow](ctx, tx, usedSQL, who.DealerID)
		for _, r := range rows {
			out[r.AccountID] = r.Used
		}
		return err
	})
	return out, err
}

type usedRow struct {
	AccountID id.ID        `db:"account_id"`
	Used      money.Amount `db:"used"`
}
