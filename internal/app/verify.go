package app

import (
	"context"
	"fmt"
	"io"

	"qudao/internal/pg"
	"qudao/internal/verify"
)

// Verify checks every invariant over all rows and tells the outcome. A violation is an error.
func Verify(ctx context.Context, d *Databases, out io.Writer) error {
	db, err := pg.Open(ctx, pg.Config{URL: d.App, Conns: 2, Jobs: true})
	if err != nil {
		return err
	}
	defer db.Close()
	results, err := verify.All(ctx, db)
	for _, r := range results {
		fmt.Fprintf(out, "%-6s %6d ms  %-9s %s\n", r.ID, r.Took.Milliseconds(), outcome(r), r.What)
		for _, row := range r.Violations {
			fmt.Fprintf(out, "           %s\n", row)
		}
	}
	if err != nil {
		return err
	}
	if broken := len(verify.Violations(results)); broken > 0 {
		return fmt.Errorf("%d rows break what must always be true", broken)
	}
	fmt.Fprintf(out, "%d invariants hold.\n", len(results))
	return nil
}

func outcome(r verify.Result) string {
	if len(r.Violations) == 0 {
		return "holds"
	}
	return "BROKEN"
}
