package org

import (
	"slices"

	"qudao/internal/id"
	"qudao/internal/money"
)

// Limits narrow an account of a dealer below its permissions. They are set by the dealer's master account;
// the zero value narrows nothing. Limits are shared: nobody changes them.
type Limits struct {
	HidePrices bool          // no price, total or sum is told
	Pool       *Pool         // the goods that exist for the account; nil: all that is published to the dealer
	Addresses  []id.ID       // where it may have goods sent; nil: to every address of the dealer
	PerOrder   *money.Amount // most that one order may come to; nil: any amount
	PerMonth   *money.Amount // most that its orders of a calendar month may come to together; nil: any amount
}

// Pool is a part of the catalogue: whole categories, with all below them, and single products.
type Pool struct {
	Categories []int32
	Products   []int32
}

// Holds reports whether a product with this path of categories is in the pool. Without a pool all is.
func (p *Pool) Holds(product int32, path []int32) bool {
	return p == nil || slices.Contains(p.Products, product) ||
		slices.ContainsFunc(path, func(c int32) bool { return slices.Contains(p.Categories, c) })
}

// HidesPrices reports whether no price, total or sum may be told to the actor.
func (a Actor) HidesPrices() bool { return a.Limits != nil && a.Limits.HidePrices }

// Pool is the part of the catalogue that exists for the actor; nil is all that is published to it.
func (a Actor) Pool() *Pool {
	if a.Limits == nil {
		return nil
	}
	return a.Limits.Pool
}

// MaySendTo reports whether the limits allow an address.
func (a Actor) MaySendTo(address id.ID) bool {
	return a.Limits == nil || a.Limits.Addresses == nil || slices.Contains(a.Limits.Addresses, address)
}

// Spends reports whether an amount limits what the actor may order.
func (a Actor) Spends() bool {
	return a.Limits != nil && (a.Limits.PerOrder != nil || a.Limits.PerMonth != nil)
}

// Alone is the account whose own documents alone are there for the actor: who has a pool sees no goods
// outside of it in a colleague's order or list either. Nil is everybody of the dealer.
func (a Actor) Alone() *id.ID {
	if a.Pool() == nil {
		return nil
	}
	return &a.AccountID
}
