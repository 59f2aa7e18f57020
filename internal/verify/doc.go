// Package verify checks the invariants: each is one SQL query that returns the rows that break it.
//
// It runs with all rows in sight, reads only, and knows every schema; it is the one package besides the
// loaders that may. An empty answer means that the invariant holds. The ids are those of the invariants
// in docs/testing.md; a change of money or stock that adds a rule adds its query here.
package verify
