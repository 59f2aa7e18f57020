// Package pricing says what a basket costs a dealer, and why.
//
// It owns price lists and their prices. A price comes from the first source that has one: the
// dealer's own list, the lists of its audiences by priority, the base list. Quantity tiers are resolved
// inside the winning list. No price means not orderable, never zero.
//
// Evaluate is a pure function from a basket and the offers for it to money and a trace: integers only,
// the same result for any order of the lines. The trace names the applied source and the refused ones
// with their reasons, is stored with the order line, and replays to the same amounts (Trace.Replay).
//
// The Book is the in-process snapshot: all lists, and the prices that were asked for, each list's at
// the list's version. It is fast and may be stale, so it never decides alone: who writes checks the
// versions it used inside the transaction (Book.Stale), and asks again.
//
// Service keeps the lists: what a list is (CreateList, EditList), its prices (Change for a page, ChangeEach and
// ChangePrices for programs and tables, where a wrong item hinders no other), and Explain, which prices
// one SKU for one dealer as an order would. However many prices change, a list's version steps once.
//
// It does not own promotions, the goods (catalog) or who a dealer is (dealer).
//
// Always true: two dealers in the same audiences without lists of their own get the same price; a
// changed price of one list touches the cache of no other.
package pricing
