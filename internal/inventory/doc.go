// Package inventory is how many goods lie where, and for whom they are reserved.
//
// It owns warehouses, levels (one row per SKU, warehouse and pool), movements (append-only: each change
// of what is on hand), reservations of order lines, and how stock is shown to dealers. It does not own
// which warehouse serves which order (sourcing is a plain list of warehouses here) nor orders.
//
// A level says on hand, reserved and safety. Free to promise is on hand - reserved - safety. What a
// dealer is shown of it is decided by Displays and Show: a figure, a band, a flag, or nothing.
//
// Always true: on hand is the sum of the level's movements; reserved is the sum of its live
// reservations; 0 <= reserved <= on hand, by CHECK; levels are locked in the order SKU, warehouse,
// pool, and last of all locks.
package inventory
