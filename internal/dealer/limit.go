package dealer

import (
	"context"
	"fmt"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// limitRow is the limits of an account as they are stored.
type limitRow struct {
	Limited     bool          `db:"limited" json:"-"`
	HidesPrices bool          `db:"hides_prices" json:"-"`
	CategoryIDs []int32       `db:"category_ids" json:"-"`
	ProductIDs  []int32       `db:"product_ids" json:"-"`
	AddressIDs  []id.ID       `db:"address_ids" json:"-"`
	PerOrder    *money.Amount `db:"per_order" json:"-"`
	PerMonth    *money.Amount `db:"per_month" json:"-"`
}

// limits are nil for an account that nothing narrows.
func (r limitRow) limits() *org.Limits {
	if !r.Limited {
		return nil
	}
	l := &org.Limits{HidePrices: r.HidesPrices, Addresses: r.AddressIDs, PerOrder: r.PerOrder, PerMonth: r.PerMonth}
	if r.CategoryIDs != nil {
		l.Pool = &org.Pool{Categories: r.CategoryIDs, Products: r.ProductIDs}
	}
	return l
}

// Limits are what narrows the account; nil: nothing.
func (a Account) Limits() *org.Limits { return a.limits() }

// checkLimits adds what is wrong with limits by themselves.
func checkLimits(fields *fault.Fields, l *org.Limits) {
	if l == nil {
		return
	}
	if l.Pool != nil && len(l.Pool.Categories)+len(l.Pool.Products) == 0 {
		fields.Add("limits.pool", PoolEmpty)
	}
	if l.Addresses != nil && len(l.Addresses) == 0 {
		fields.Add("limits.addresses", AddressesEmpty)
	}
	for path, amount := range map[string]*money.Amount{"limits.per_month": l.PerMonth, "limits.per_order": l.PerOrder} {
		if amount != nil && (*amount <= 0 || *amount > money.MaxAmount) {
			fields.Add(path, AmountOutside)
		}
	}
}

// nothing reports whether limits narrow nothing.
func nothing(l *org.Limits) bool {
	return l == nil || !l.HidePrices && l.Pool == nil && l.Addresses == nil && l.PerOrder == nil && l.PerMonth == nil
}

// setLimitsTx stores the limits of an account; nil takes them away. Whatever is wrong with them by
// themselves has been told; the addresses must be the dealer's.
//
// Errors: AddressForeign.
func setLimitsTx(ctx context.Context, tx *pg.Tx, dealer int32, account id.ID, l *org.Limits) error {
	if nothing(l) {
		_, err := tx.Exec(ctx, dropLimitsSQL, dealer, account)
		return err
	}
	if l.Addresses != nil {
		n, err := pg.Value[int](ctx, tx, countTheseAddresses, dealer, l.Addresses)
		if err != nil {
			return err
		}
		if n != len(l.Addresses) {
			return AddressForeign.At("limits.addresses")
		}
	}
	var categories, products []int32
	if l.Pool != nil {
		categories, products = pg.Sorted(append([]int32{}, l.Pool.Categories...)), pg.Sorted(append([]int32{}, l.Pool.Products...))
	}
	if _, err := tx.Exec(ctx, setLimitsSQL, dealer, account, l.HidePrices, categories, products, l.Addresses, l.PerOrder, l.PerMonth); err != nil {
		return fmt.Errorf("set limits of an account: %w", err)
	}
	return nil
}
