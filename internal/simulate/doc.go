// Package simulate trades by chance and checks every answer. Dealers, staff, the warehouse and a program
// act through the real HTTP handlers on a real PostgreSQL; a model in plain Go says beforehand what each
// answer must be (status, code, fields at fault, money, quantities, states), and connections fail on the
// way. The first answer that differs from the model ends the run as a Difference, as does a row that
// breaks an invariant of package verify.
//
// It owns the model, the operations by chance, the faults of connections and the counters of what has
// happened. It does not own any rule of the trade: the model says again, independently, what the rules
// are, and calls none of them. It reads the database only through handlers and verify.
//
// Everything that is chosen comes from one seed: what is done and by whom, the clock, the idempotency
// keys, when facts are dispatched and orders expire, on which of two servers a request arrives, and which
// commit fails how. There are no background workers: a step runs each of them once, where the seed says.
// The second server hears of changed prices late, so that its caches are stale. What a step changed is
// read back each time, what it was refused to change now and then, all of it at the end.
//
// A digest sums up what the servers answered: of each step the operation, the status, the code and the
// fields at fault, and what the answer said of the document (statuses, version, money, quantities,
// stock). The same seed gives the same digest. Left out is what the machine makes by itself: keys,
// numbers and traces, the time of day at which a run begins, and the failures that an answer was reached
// through.
//
// Always true: the steps of a seed do not depend on how many are run, so a run that is cut after the step
// that differed replays it; a request that failed on the way is repeated with the same key until it is
// answered, and the model counts it once.
package simulate
