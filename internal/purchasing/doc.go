// Package purchasing is how an order comes about: the cart, and part numbers put into it.
//
// It owns the cart lines of an account, kept between devices: a SKU and a quantity, nothing else.
// Whatever a cart shows beyond that, its prices, what is in stock, whether a line may be ordered, is
// computed when it is asked for, by the same functions that placement uses, and is a preview:
// placement decides again inside its transaction.
//
// Always true: a cart holds a SKU once; it never holds a price; it may hold a line that cannot be ordered
// (any more), and says why.
package purchasing
