// Package order takes orders from placement to receipt.
//
// It owns orders, their lines, shipments, and the review rule. An order has three independent
// statuses: review, fulfilment and payment (money comes with a later package); a page shows the one
// word State makes of them.
//
//	           place
//	             │
//	       ┌─ in_review ─────────┬──────────┬─────────┐
//	accept │   (or at once, by   │ reject   │ cancel  │ expire (unreviewed in time)
//	       ▼    the rule)        ▼          ▼         ▼
//	    accepted ──────────── rejected  cancelled  expired     all three give the stock back
//	       │  └── cancel, until the first shipment ──▲
//	       │ ship
//	       ▼
//	partly_shipped ──ship──► shipped ──receive──► received (partly_received on the way)
//
// Placement is written over a slice of orders (slice.go): orders that arrive together are decided in
// the order of their arrival and written in one transaction of two round trips; a lone order is a slice
// of one. Everything a decision needs comes from caches whose versions are checked inside the
// transaction, and from stock rows under their lock.
//
// It does not own prices (pricing), stock (inventory), goods (catalog) or who the dealer is (dealer); it
// keeps on the line what was promised: name, price, tax, trace.
//
// Always true: a line's quantity is reserved + shipped + cancelled; the money of an order adds up (both
// are CHECKs); version is 1 at placement and steps by one with each move, and the timeline has one node
// a version; a refused order takes nothing; each move states one fact.
package order
