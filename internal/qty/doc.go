// Package qty counts goods exactly.
//
// Is: Quantity, in thousandths of the unit in which a product is sold, and Rule, which says what
// quantities of it may be ordered and, of a wrong one, which right ones are nearest.
//
// Owns nothing stored: in PostgreSQL a Quantity is a bigint, which pgx reads and writes as it is.
//
// Does not own: units and packs and which product has which rule (catalog), what is free (inventory).
//
// Always true: no floating point, not even while reading JSON; nothing is rounded to make it fit; a
// quantity that a Rule suggests passes that Rule.
package qty
