package app

import (
	"context"
	"fmt"
	"io"
	"time"

	"qudao/internal/audit"
	"qudao/internal/pg"
	"qudao/internal/verify"
)

// Verify checks every invariant over all rows, and the audit of a period against its seals, and tells the outcome. A
// violation is an error.
func Verify(ctx context.Context, d *Databases, period audit.Period, out io.Writer) error {
	keys, err := d.Keys(ctx)
	if err != nil {
		return err
	}
	db, err := pg.Open(ctx, pg.Config{URL: d.App, Conns: 2, Jobs: true, Keys: keys})
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
	begun := time.Now()
	record, err := audit.New(db).Verify(ctx, period)
	if err != nil {
		return err
	}
	said := "holds"
	if len(record.Problems) > 0 {
		said = "BROKEN"
	}
	fmt.Fprintf(out, "%-6s %6d ms  %-9s the audit is as it was sealed (%d seals, %d rows)\n", "AU2", time.Since(begun).Milliseconds(), said, record.Seals, record.Rows)
	for _, p := range record.Problems {
		fmt.Fprintf(out, "           %s\n", p.Text)
	}
	if broken := len(verify.Violations(results)) + len(record.Problems); broken > 0 {
		return fmt.Errorf("%d rows break what must always be true", broken)
	}
	fmt.Fprintf(out, "%d invariants hold.\n", len(results)+1)
	return nil
}

func outcome(r verify.Result) string {
	if len(r.Violations) == 0 {
		return "holds"
	}
	return "BROKEN"
}
