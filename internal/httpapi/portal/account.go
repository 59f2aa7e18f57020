package portal

import (
	"context"
	"net/http"
	"time"

	"qudao/internal/catalog"
	"qudao/internal/dealer"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/id"
	"qudao/internal/money"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/secret"
)

func (s *surface) accounts() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "account.list", Method: http.MethodGet, Path: "/accounts", Surface: httpapi.Portal,
		Permission: httpapi.SignedIn, Object: httpapi.Dealer, Zh: "公司账号", En: "List the accounts of the caller's own dealer",
		Doc: "Limits, and what is used of them, are told to the master account alone."}, s.listAccounts)
	s.invitations()
	httpapi.Handle(s.api, httpapi.Operation{ID: "account.edit", Method: http.MethodPut, Path: "/accounts/{id}", Surface: httpapi.Portal,
		Permission: org.AccountEdit, Object: httpapi.Dealer, Zh: "修改子账号", En: "Change name, roles and limits of a sub-account",
		Doc: "In force at the account's next request."}, s.editAccount)
	httpapi.Handle(s.api, httpapi.Operation{ID: "account.block", Method: http.MethodPost, Path: "/accounts/{id}/block", Surface: httpapi.Portal,
		Permission: org.AccountEdit, Object: httpapi.Dealer, Idempotent: true, Zh: "停用子账号", En: "Keep a sub-account out; its sessions end"}, s.blockAccount)
	httpapi.Handle(s.api, httpapi.Operation{ID: "account.unblock", Method: http.MethodPost, Path: "/accounts/{id}/unblock", Surface: httpapi.Portal,
		Permission: org.AccountEdit, Object: httpapi.Dealer, Idempotent: true, Zh: "恢复子账号", En: "Let a blocked sub-account in again"}, s.unblockAccount)
	httpapi.Handle(s.api, httpapi.Operation{ID: "account.remove", Method: http.MethodDelete, Path: "/accounts/{id}", Surface: httpapi.Portal,
		Permission: org.AccountEdit, Object: httpapi.Dealer, Zh: "移除子账号", En: "End a sub-account for good; what it did stays under its name"}, s.removeAccount)
	httpapi.Handle(s.api, httpapi.Operation{ID: "deed.list", Method: http.MethodGet, Path: "/deeds", Surface: httpapi.Portal,
		Permission: org.AccountEdit, Object: httpapi.Dealer, Zh: "操作记录", En: "List who of the company did what within 90 days, the latest first"}, s.listDeeds)
}

type accountsOutput struct {
	Body struct {
		Items []CompanyAccount `json:"items"`
	}
}

// CompanyAccount is a person of the caller's own dealer.
type CompanyAccount struct {
	Account
	State   dealer.AccountState `json:"state" enum:"invited,active,disabled"`
	Version int                 `json:"version"`
	Limits  *AccountLimits      `json:"limits,omitempty" doc:"For the master account alone, which sets them; an account reads its own with who is signed in. Absent: nothing narrows the account."`
	Used    *money.Amount       `json:"used,omitempty" doc:"For the master account alone: what the account's orders of this month come to."`
}

// AccountLimits narrow an account below its roles.
type AccountLimits struct {
	HidesPrices bool              `json:"hides_prices" doc:"No price, total or sum is told to the account."`
	Pool        *catalog.PoolView `json:"pool,omitempty" doc:"The goods that there are for the account; absent: all that is published to the dealer."`
	Addresses   []id.ID           `json:"addresses,omitempty" doc:"Where it may have goods sent; absent: everywhere."`
	PerOrder    *money.Amount     `json:"per_order,omitempty" doc:"Most that one order may come to."`
	PerMonth    *money.Amount     `json:"per_month,omitempty" doc:"Most that its orders of a calendar month may come to."`
}

func (s *surface) limitsOf(ctx context.Context, who org.Actor, l *org.Limits) (*AccountLimits, error) {
	if l == nil {
		return nil, nil
	}
	out := &AccountLimits{HidesPrices: l.HidePrices, Addresses: l.Addresses, PerOrder: l.PerOrder, PerMonth: l.PerMonth}
	if l.Pool != nil {
		pool, err := s.Catalog.ShowPool(ctx, who, l.Pool)
		if err != nil {
			return nil, err
		}
		out.Pool = &pool
	}
	return out, nil
}

func accountOf(a dealer.Account) Account {
	return Account{ID: a.ID, Name: a.Name.Reveal(), Username: a.Username, Role: a.Role, Roles: a.Roles}
}

func (s *surface) companyAccount(ctx context.Context, who org.Actor, a dealer.Account, used map[id.ID]money.Amount) (out CompanyAccount, err error) {
	out = CompanyAccount{Account: accountOf(a), State: a.State, Version: a.Version}
	if !who.May(org.AccountEdit) {
		return out, nil
	}
	sum := used[a.ID]
	out.Used = &sum
	out.Limits, err = s.limitsOf(ctx, who, a.Limits())
	return out, err
}

func (s *surface) listAccounts(ctx context.Context, who org.Actor, _ *struct{}) (*accountsOutput, error) {
	list, err := s.Dealer.Accounts(ctx, who)
	if err != nil {
		return nil, err
	}
	var used map[id.ID]money.Amount
	if who.May(org.AccountEdit) {
		if used, err = s.Order.Used(ctx, who); err != nil {
			return nil, err
		}
	}
	out := &accountsOutput{}
	out.Body.Items = make([]CompanyAccount, len(list))
	for i, a := range list {
		if out.Body.Items[i], err = s.companyAccount(ctx, who, a, used); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// PersonInput is what the master account says of a sub-account.
type PersonInput struct {
	Name   string        `json:"name" maxLength:"200"`
	Roles  []dealer.Role `json:"roles" maxItems:"4" enum:"buyer,approver,finance,viewer"`
	Limits *LimitsInput  `json:"limits,omitempty" doc:"Absent: nothing narrows the account."`
}

// LimitsInput is what is said of the limits of an account.
type LimitsInput struct {
	HidesPrices bool          `json:"hides_prices,omitempty"`
	Pool        *PoolInput    `json:"pool,omitempty"`
	Addresses   []id.ID       `json:"addresses,omitempty" maxItems:"200" nullable:"true"`
	PerOrder    *money.Amount `json:"per_order,omitempty" nullable:"true"`
	PerMonth    *money.Amount `json:"per_month,omitempty" nullable:"true"`
}

// PoolInput is goods by codes: whole categories, and single products.
type PoolInput struct {
	Categories []string `json:"categories" maxItems:"500"`
	Products   []string `json:"products" maxItems:"500"`
}

func (s *surface) person(ctx context.Context, who org.Actor, in PersonInput) (dealer.PersonInput, error) {
	out := dealer.PersonInput{Name: secret.Name(in.Name), Roles: in.Roles}
	l := in.Limits
	if l == nil {
		return out, nil
	}
	out.Limits = &org.Limits{HidePrices: l.HidesPrices, Addresses: l.Addresses, PerOrder: l.PerOrder, PerMonth: l.PerMonth}
	if l.Pool == nil {
		return out, nil
	}
	pool, err := s.Catalog.Pool(ctx, who, l.Pool.Categories, l.Pool.Products)
	out.Limits.Pool = pool
	return out, err
}

type editAccountInput struct {
	httpapi.Edit
	ID   id.ID `path:"id"`
	Body PersonInput
}

type accountOutput struct{ Body CompanyAccount }

// shown is an account as it is after a change.
func (s *surface) shown(ctx context.Context, who org.Actor, a dealer.Account) (*accountOutput, error) {
	used, err := s.Order.Used(ctx, who)
	if err != nil {
		return nil, err
	}
	account, err := s.companyAccount(ctx, who, a, used)
	return &accountOutput{account}, err
}

func (s *surface) editAccount(ctx context.Context, who org.Actor, in *editAccountInput) (*accountOutput, error) {
	person, err := s.person(ctx, who, in.Body)
	if err != nil {
		return nil, err
	}
	a, err := s.Dealer.EditAccount(ctx, who, in.ID, in.Version, person)
	if err != nil {
		return nil, err
	}
	return s.shown(ctx, who, a)
}

type changeAccountInput struct {
	httpapi.Edit
	ID id.ID `path:"id"`
}

func (s *surface) blockAccount(ctx context.Context, who org.Actor, in *changeAccountInput) (*accountOutput, error) {
	a, err := s.Dealer.BlockAccount(ctx, who, in.ID, in.Version, true)
	if err != nil {
		return nil, err
	}
	return s.shown(ctx, who, a)
}

func (s *surface) unblockAccount(ctx context.Context, who org.Actor, in *changeAccountInput) (*accountOutput, error) {
	a, err := s.Dealer.BlockAccount(ctx, who, in.ID, in.Version, false)
	if err != nil {
		return nil, err
	}
	return s.shown(ctx, who, a)
}

func (s *surface) removeAccount(ctx context.Context, who org.Actor, in *changeAccountInput) (*struct{}, error) {
	return nil, s.Dealer.RemoveAccount(ctx, who, in.ID, in.Version)
}

type listDeedsInput struct {
	page.Request
	Account string `query:"account" format:"uuid" doc:"Of one account; empty: of all."`
}

type listDeedsOutput struct{ Body page.List[Deed] }

// Deed is something that somebody of the company did.
type Deed struct {
	At     time.Time `json:"at"`
	Who    string    `json:"who" doc:"The name of who did it."`
	Deed   string    `json:"deed" enum:"order_placed,order_cancelled,order_received,account_invited,account_changed,account_blocked,account_unblocked,account_removed"`
	Number string    `json:"number,omitempty" doc:"Of the order."`
	Whom   string    `json:"whom,omitempty" doc:"The name of the account it was done to."`
}

func (s *surface) listDeeds(ctx context.Context, who org.Actor, in *listDeedsInput) (*listDeedsOutput, error) {
	account := id.Nil
	if in.Account != "" {
		var err error
		if account, err = id.Parse(in.Account); err != nil {
			return nil, err
		}
	}
	list, err := s.Order.Deeds(ctx, who, account, in.Request)
	if err != nil {
		return nil, err
	}
	return &listDeedsOutput{page.List[Deed]{Next: list.Next, Items: view.Each(list.Items, func(d order.Deed) Deed {
		return Deed{At: d.At, Who: d.Who, Deed: d.Deed, Number: d.Number, Whom: d.Whom.Reveal()}
	})}}, nil
}
