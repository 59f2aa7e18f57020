package pg_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/fault"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
)

func TestAFunctionThatFailsLeavesNothing(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	broken := errors.New("broken")
	err := db.Write(t.Context(), pg.Scope{}, func(tx *pg.Tx) error {
		if err := add(t.Context(), tx, 1, 2); err != nil {
			return err
		}
		return broken
	})
	if !errors.Is(err, broken) {
		t.Fatalf("got %v", err)
	}
	if n := scopeRows(t, db); n != 0 {
		t.Fatalf("%d rows were left behind", n)
	}
}

func TestABatchAndTheCommitTravelTogether(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	err := db.Write(t.Context(), pg.Scope{Actor: "staff:a"}, func(tx *pg.Tx) error {
		first := &pgx.Batch{}
		var actor string
		first.Queue("SELECT pg.actor()").QueryRow(func(row pgx.Row) error { return row.Scan(&actor) })
		if err := tx.Send(t.Context(), first); err != nil {
			return err
		}
		if actor != "staff:a" {
			t.Errorf("the scope was not set before the batch: actor %q", actor)
		}
		last := &pgx.Batch{}
		last.Queue("INSERT INTO pg.scope_dealer VALUES (1, 2)")
		return tx.SendCommit(t.Context(), last)
	})
	if err != nil {
		t.Fatal(err)
	}
	if n := scopeRows(t, db); n != 1 {
		t.Fatalf("%d rows, want 1", n)
	}
}

func TestAStatementThatFailsKeepsTheCommitFromHappening(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	err := db.Write(t.Context(), pg.Scope{}, func(tx *pg.Tx) error {
		b := &pgx.Batch{}
		b.Queue("INSERT INTO pg.scope_dealer VALUES (1, 2)")
		b.Queue("SELECT 1 / 0")
		return tx.SendCommit(t.Context(), b)
	})
	if err == nil {
		t.Fatal("the failure was swallowed")
	}
	if n := scopeRows(t, db); n != 0 {
		t.Fatalf("%d rows were committed", n)
	}
}

func TestTheScopeEndsWithItsTransaction(t *testing.T) {
	t.Parallel()
	d := pgtest.New(t)
	db, err := pg.Open(t.Context(), pg.Config{URL: d.App, Conns: 1}) // one connection, surely used again
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	read := func(scope pg.Scope) (dealers []int32, all bool) {
		err := db.Read(t.Context(), scope, func(tx *pg.Tx) error {
			rows, err := tx.Query(t.Context(), "SELECT pg.dealers(), pg.sees_all()")
			if err != nil {
				return err
			}
			defer rows.Close()
			rows.Next()
			return rows.Scan(&dealers, &all)
		})
		if err != nil {
			t.Fatal(err)
		}
		return dealers, all
	}
	if dealers, all := read(pg.Scope{Dealers: []int32{7, 8}, All: true}); len(dealers) != 2 || !all {
		t.Fatalf("scope not set: %v %v", dealers, all)
	}
	if dealers, all := read(pg.Scope{}); dealers != nil || all {
		t.Fatalf("the next transaction inherited %v %v", dealers, all)
	}
}

func TestADeadlockRunsTheWholeFunctionAgain(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	runs := 0
	err := db.Write(t.Context(), pg.Scope{}, func(tx *pg.Tx) error {
		runs++
		if runs < 3 {
			_, err := tx.Exec(t.Context(), `DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40P01'; END $$`)
			return err
		}
		return add(t.Context(), tx, 1, 1)
	})
	if err != nil || runs != 3 || scopeRows(t, db) != 1 {
		t.Fatalf("err %v after %d runs", err, runs)
	}
}

func TestATakenLockIsBusyAndNotForever(t *testing.T) {
	t.Parallel()
	db, d := pgtest.Open(t)
	other := pgtest.OpenURL(t, d.App, nil)
	if err := db.Write(t.Context(), pg.Scope{}, func(tx *pg.Tx) error { return add(t.Context(), tx, 1, 1) }); err != nil {
		t.Fatal(err)
	}
	err := db.Write(t.Context(), pg.Scope{}, func(tx *pg.Tx) error {
		if err := drop(t.Context(), tx, 1, 1); err != nil {
			return err
		}
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		err := other.Write(ctx, pg.Scope{}, func(tx *pg.Tx) error { return drop(ctx, tx, 1, 1) })
		if !fault.Is(err, fault.Busy) {
			t.Errorf("want busy, got %v", err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestServingIsRefusedAsSuperuser(t *testing.T) {
	t.Parallel()
	d := pgtest.New(t)
	if err := pgtest.OpenURL(t, d.Super, nil).Check(t.Context()); err == nil {
		t.Fatal("a superuser was accepted")
	}
	if err := pgtest.OpenURL(t, d.App, nil).Check(t.Context()); err != nil {
		t.Fatalf("qudao_app was refused: %v", err)
	}
}

func TestServingIsRefusedOnAnOldSchema(t *testing.T) {
	t.Parallel()
	d := pgtest.New(t)
	super := pgtest.OpenURL(t, d.Super, nil)
	if _, err := super.Pool().Exec(t.Context(), "DELETE FROM public.goose_db_version WHERE version_id > 3"); err != nil {
		t.Fatal(err)
	}
	if err := pgtest.OpenURL(t, d.App, nil).Check(t.Context()); err == nil {
		t.Fatal("an old schema was accepted")
	}
}

func TestTheClockOfATestReachesTheTransaction(t *testing.T) {
	t.Parallel()
	d := pgtest.New(t)
	at := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	db := pgtest.OpenURL(t, d.App, func() time.Time { return at })
	err := db.Read(t.Context(), pg.Scope{}, func(tx *pg.Tx) error {
		now, err := tx.Now(t.Context())
		if !now.Equal(at) {
			t.Errorf("now is %v", now)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func scopeRows(t *testing.T, db *pg.DB) (n int) {
	t.Helper()
	err := db.Read(t.Context(), pg.Scope{}, func(tx *pg.Tx) (err error) {
		n, err = pg.Value[int](t.Context(), tx, "SELECT count(*)::int FROM pg.scope_dealer")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// add and drop write the one table of this package.
func add(ctx context.Context, tx *pg.Tx, scope, dealer int32) error {
	_, err := tx.Exec(ctx, "INSERT INTO pg.scope_dealer VALUES ($1, $2)", scope, dealer)
	return err
}

func drop(ctx context.Context, tx *pg.Tx, scope, dealer int32) error {
	_, err := tx.Exec(ctx, "DELETE FROM pg.scope_dealer WHERE scope_id = $1 AND dealer_id = $2", scope, dealer)
	return err
}
