package seed

import (
	"slices"

	"qudao/internal/demo"
)

// Password is that of every login of the demo brand.
const Password = "Qudao-2026!"

// The pages a login is for.
const (
	AppPortal = "portal"
	AppOffice = "office"
)

// Login is a way to try the demo brand.
type Login struct {
	Role     string // "订单员 Order desk", or the dealer's name and level
	Username string
	Password string
	App      string // AppPortal or AppOffice
}

// shownDealers is how many dealers are among Logins: those with names of their own to sign in with.
const shownDealers = 3

// shownSubAccounts is how many sub-accounts of the first dealer are among Logins: one with amounts that limit
// it, one that sees no prices.
const shownSubAccounts = 2

// Logins are three dealers, two sub-accounts of the first, and one member of staff of each role.
func Logins() []Login {
	b := demo.Make(demo.Options{Seed: Seed})
	var out []Login
	for account := range b.Accounts() {
		if len(out) == shownDealers {
			break
		}
		d := b.Dealer(len(out))
		level := b.Levels[slices.IndexFunc(b.Levels, func(l demo.Level) bool { return l.Code == d.Level })]
		out = append(out, Login{Role: d.Name + "(" + level.Name + ")", Username: account.Login, Password: Password, App: AppPortal})
	}
	for _, a := range b.SubAccounts()[:shownSubAccounts] {
		out = append(out, Login{Role: a.Name + "（华信的子账号）", Username: a.Login, Password: Password, App: AppPortal})
	}
	for _, role := range b.Roles {
		at := slices.IndexFunc(b.Staff, func(s demo.Staff) bool { return slices.Contains(s.Roles, role.Code) })
		if at >= 0 {
			out = append(out, Login{Role: role.Name + " " + role.NameEN, Username: b.Staff[at].Login, Password: Password, App: AppOffice})
		}
	}
	return out
}
