package seed

import (
	"context"
	"fmt"

	"qudao/internal/dealer"
	"qudao/internal/demo"
	"qudao/internal/id"
	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// spender is a sub-account that places some of its dealer's orders of this month, within its limits.
type spender struct {
	account  person
	id       id.ID
	perOrder money.Amount
	left     money.Amount
}

// subAccounts loads the people of dealers beside the master accounts, with their limits.
func (l *load) subAccounts(ctx context.Context) error {
	l.spenders = map[string]*spender{}
	categories, err := l.ids(ctx, categoryIDsSQL)
	if err != nil {
		return err
	}
	list := l.brand.SubAccounts()
	accounts := make([]dealer.NewAccount, len(list))
	for i, a := range list {
		b := l.dealers[l.dealerIndex[a.Dealer]]
		roles := make([]dealer.Role, len(a.Roles))
		for k, r := range a.Roles {
			roles[k] = dealer.Role(r)
		}
		limits, err := l.limits(ctx, a, b.id, categories)
		if err != nil {
			return err
		}
		accounts[i] = dealer.NewAccount{DealerID: b.id, Name: secret.Name(a.Name), Username: a.Login, Password: l.password, Role: roles[0], Further: roles[1:], Limits: limits}
	}
	ids, err := dealer.PutAccountsTx(ctx, l.tx, accounts)
	if err != nil {
		return fmt.Errorf("sub-accounts: %w", err)
	}
	for i, a := range list {
		if a.PerMonth == 0 {
			continue
		}
		s := &spender{account: person{actor: string(org.Dealer) + ":" + ids[i].String(), name: a.Name}, id: ids[i], perOrder: money.MaxAmount, left: yuan(a.PerMonth) * 4 / 5}
		if a.PerOrder > 0 {
			s.perOrder = yuan(a.PerOrder)
		}
		l.spenders[a.Dealer] = s
	}
	l.say("%d sub-accounts", len(list))
	return nil
}

func yuan(n int) money.Amount { return money.Amount(n) * 100 }

func (l *load) limits(ctx context.Context, a demo.SubAccount, dealerID int32, categories map[string]int32) (*org.Limits, error) {
	limits := &org.Limits{HidePrices: a.HidesPrices}
	if a.Categories != nil {
		limits.Pool = &org.Pool{}
		for _, code := range a.Categories {
			limits.Pool.Categories = append(limits.Pool.Categories, categories[code])
		}
	}
	if a.FirstAddress {
		address, err := pg.Value[id.ID](ctx, l.tx, defaultAddressSQL, dealerID)
		if err != nil {
			return nil, err
		}
		limits.Addresses = []id.ID{address}
	}
	for _, amount := range []struct {
		yuan int
		of   **money.Amount
	}{{a.PerOrder, &limits.PerOrder}, {a.PerMonth, &limits.PerMonth}} {
		if amount.yuan > 0 {
			v := yuan(amount.yuan)
			*amount.of = &v
		}
	}
	return limits, nil
}

// spends is the sub-account that places an order of its dealer, nil where the master does: every other one of
// this month that its limits allow.
func (h *history) spends(dealer string, n int, thisMonth bool, total money.Amount) *spender {
	s := h.spenders[dealer]
	if s == nil || !thisMonth || n%2 == 1 || total > s.perOrder || total > s.left {
		return nil
	}
	s.left -= total
	return s
}
