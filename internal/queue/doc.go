// Package queue carries facts from those who cause them to those who react.
//
// A fact is one row, stored by PutTx (or PutManySQL) in the transaction of the change it tells of. The
// Dispatcher, one at a time in the whole installation, reads new facts in the order (xid, id), always
// below pg_snapshot_xmin, so that a late commit is never skipped (a long transaction anywhere in the
// PostgreSQL cluster delays facts, and loses none), and does two things with them: it
// inserts the jobs of the reactions (River), and it notifies every server once a round (NOTIFY), whose
// Listener freshens caches and feeds the server-sent events. Neither jobs nor NOTIFY ride in a business
// transaction: a notifying commit takes a lock of the whole cluster.
//
// Programs read facts by the same order with a cursor of their own (Since).
//
// Always true: a fact exists exactly when its change was committed; its seq is the document's version
// after the change; each fact is dispatched at least once, so whoever reacts must bear repetition.
package queue
