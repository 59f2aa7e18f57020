package verify

import (
	"context"
	"fmt"
	"time"

	"qudao/internal/pg"
)

// Invariant is something that is always true, as the query for what breaks it.
type Invariant struct {
	ID   string // ST1
	What string // in a sentence
	SQL  string // returns one text column: the row that breaks it
}

// Violation is a row that breaks an invariant.
type Violation struct {
	Invariant string
	Row       string
}

// Result is the outcome of one invariant's query.
type Result struct {
	Invariant
	Violations []string // at most Limit
	Took       time.Duration
}

// Limit is how many violations of one invariant are told.
const Limit = 20

// All runs every invariant, each in a transaction of its own, over all rows.
func All(ctx context.Context, db *pg.DB) ([]Result, error) {
	out := make([]Result, 0, len(invariants))
	for _, inv := range invariants {
		begun := time.Now()
		r := Result{Invariant: inv}
		err := db.Read(ctx, pg.Scope{Actor: "system:verify", All: true}, func(tx *pg.Tx) (err error) {
			r.Violations, err = pg.Column[string](ctx, tx, inv.SQL+fmt.Sprintf(" LIMIT %d", Limit))
			return err
		})
		if err != nil {
			return out, fmt.Errorf("invariant %s: %w", inv.ID, err)
		}
		r.Took = time.Since(begun)
		out = append(out, r)
	}
	return out, nil
}

// Violations are the violations among results.
func Violations(results []Result) []Violation {
	var out []Violation
	for _, r := range results {
		for _, row := range r.Violations {
			out = append(out, Violation{Invariant: r.ID, Row: row})
		}
	}
	return out
}
