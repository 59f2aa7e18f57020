// Package pg is the only way to PostgreSQL.
//
// It owns two doors, DB.Write and DB.Read. Each opens one transaction, sets the row-level-security
// scope before anything else, and reads the primary's time with it. Whoever is not let in by the
// scope sees no rows: without a context every policy answers "nothing".
//
//	db.Write(ctx, scope, func(tx *pg.Tx) error { … })   // repeated on 40001 and 40P01, at most 5 times
//	db.Read(ctx, scope, func(tx *pg.Tx) error { … })    // read only
//
// A Tx is begun by its first statement, so that Tx.Send can carry the beginning, the scope and a
// batch in one round trip, and Tx.SendCommit a batch and the commit in another. Placement needs two
// trips in all because of this.
//
// It also owns the schema pg (scope functions, partitions), migrations (Migrate), and the refusal to
// serve with a role or a cluster that would not guard (DB.Check).
//
// Always true: no statement runs outside a door; a function given to Write may run more than once,
// so it has no effect but on its transaction.
package pg
