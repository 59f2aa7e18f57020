// Package audit is the record of who changed what, when, from where, and of what was there before.
//
// Row changes are written by statement triggers of the database (audit.watch in its migration), so
// no use case can forget them. The package is called only for what no trigger sees: Refused for a
// refusal worth knowing, Read for a look at something sensitive, ChangedTx for a change in a table
// that is not watched.
//
// Rows are sealed in batches: Seal signs the hashes of rows and the seal before with a key that is not in the
// database, and Verify names each row that was changed, removed or slipped in among sealed ones since.
//
// It owns the schema audit. It does not own who may read the record: the caller checks the
// permission and passes the scope, because permissions stand above this package.
//
// Always true: rows are only ever added; a reader sees rows of its own dealers, or all.
package audit
