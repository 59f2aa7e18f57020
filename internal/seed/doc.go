// Package seed loads the demo brand (package demo) into an empty PostgreSQL.
//
// It owns the way from the brand's natural keys to rows: people, goods, prices and stock by the loaders
// of their packages where there are any, everything that grows by COPY, and the history of orders with
// all that belongs to it: lines priced by pricing.Evaluate with their traces, shipments, reservations,
// movements, timeline. It knows every schema, as only the checks over everything do besides.
//
// It runs as the role qudao_owner, before anything serves. COPY does not go through policies, so the
// load lifts FORCE from the tables it copies into and puts it back, in the same transaction.
//
// Always true: the whole brand is loaded by one transaction or nothing is; it is loaded into a database
// without a brand only; what is loaded breaks no invariant of package verify, so orders of the history
// can be shipped, received and cancelled like any other. The history states no facts: what happened
// before the first start is news to nobody.
package seed
