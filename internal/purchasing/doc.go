// Package purchasing is how an order comes about: the cart, part numbers put into it, and shopping lists.
//
// It owns the cart lines of an account, kept between devices: a SKU and a quantity, nothing else. It owns
// the shopping lists of a dealer's people: a name, and SKUs with quantities in an order of their own, for one
// account or shared within the dealer.
// Whatever a cart or a list shows beyond that, its prices, what is in stock, whether a line may be ordered, is
// computed when it is asked for, by the same functions that placement uses, and is a preview:
// placement decides again inside its transaction.
//
// Always true: a cart and a list hold a SKU once; they never hold a price; they may hold a line that cannot be
// ordered (any more), and say why.
package purchasing
