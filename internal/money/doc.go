// Package money counts money exactly.
//
// Is: Amount (cents), Price of one unit (10⁻⁶ of the currency unit), Rate of tax (basis points), the
// arithmetic that turns one into another, and their decimal text in JSON and OpenAPI.
//
// Owns nothing stored. In PostgreSQL Amount and Price are bigint and Rate is integer; pgx reads and
// writes them as the integers they are.
//
// Does not own: which price holds (pricing), what is owed (ledger), how money looks on a page, and
// conversion: a document has one currency, whose smallest unit is a hundredth.
//
// Always true: no floating point; a result that does not fit is a fault, never a wrapped number; a
// value is rounded once, half away from zero (四舍五入), so that a credit note mirrors its invoice to
// the cent; shares of a split add up to what was split.
package money
