// Package catalog is what the brand sells: categories, attribute templates, products and their SKUs,
// and to whom each product is published.
//
// It owns the tree of categories (three levels and, as the fourth, series), templates (which
// attributes a type of product has, which are required, which filter, which tell its SKUs apart),
// products with their SKUs and pictures, and the index they are found by. It does not own prices, stock, or who is
// in which audience: an audience is a small integer here.
//
// Two kinds of reader. The office sees everything (permission product.read). A dealer sees what is
// published to it, by set algebra over the audiences it is in, in every statement:
//
//	state = 'published' AND allow_ids && $audiences AND NOT deny_ids && $audiences
//
// What this does not let through does not exist for the dealer in any list, count, facet, suggestion,
// part number or guess by code.
//
// A catalogue of some thousand products is searched in PostgreSQL; a larger one in an index of this
// process (index.go), which facts keep fresh and which never decides what is shown.
//
// Always true: a published product has a unit, at least one active SKU, a tax rate on each of those and
// every attribute its template requires (when it was published or last edited); a change steps the
// version of the product and of all its SKUs; no change of a template loses a value; the cache of Items
// never decides: a write compares versions (Item.Version) inside its own transaction.
//
//	draft ──publish──▶ published ──archive──▶ archived
//	  └───────────archive──────────────────────▶ │
//	        published ◀──────────publish─────────┘
package catalog
