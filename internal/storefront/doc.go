// Package storefront is the first page of the portal as an operator composes it, of blocks.
//
// A block (板块) is a banner with a picture and a way to somewhere, a row of products, or a notice. Each is for
// everybody or for the dealers of some audiences, for a period or until it is taken down, and stands in its
// place among the others. A block that is not shown is being prepared.
//
// It owns the blocks and their order. It does not own pictures (catalog keeps them, and is told which are in
// use), products, or who may see which product: a row shows a dealer those that are published to it, and a row
// that has none for it is not there.
//
// Always true: nobody but the dealers of its audiences, and staff, ever finds a block; what Preview shows is what
// every dealer of that audience is shown; every change states a fact, which makes open pages read again.
package storefront
