package pg_test

import (
	"testing"

	"qudao/internal/pg"
	"qudao/internal/pgtest"
)

func TestALibraryJoinsTheTransactionAndCannotEndIt(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	err := db.Write(t.Context(), pg.Scope{Actor: "staff:a"}, func(tx *pg.Tx) error {
		joined, err := tx.PGX(t.Context())
		if err != nil {
			return err
		}
		var actor string
		if err := joined.QueryRow(t.Context(), "SELECT pg.actor()").Scan(&actor); err != nil || actor != "staff:a" {
			t.Errorf("the library works for %q, %v", actor, err)
		}
		if _, err := joined.Exec(t.Context(), "INSERT INTO pg.scope_dealer VALUES (1, 2)"); err != nil {
			return err
		}
		if joined.Commit(t.Context()) == nil || joined.Rollback(t.Context()) == nil {
			t.Error("a library ended the transaction")
		}
		if _, err := joined.Begin(t.Context()); err == nil {
			t.Error("a library nested in the transaction")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n := scopeRows(t, db); n != 1 {
		t.Fatalf("%d rows, want 1", n)
	}
}
