package arch_test

import (
	"testing"

	"qudao/internal/arch"
	"qudao/internal/pgtest"
)

// Every table has its policy, forced for its owner too, or its line with a reason on the list.
func TestEveryTableIsGuardedOrListed(t *testing.T) {
	t.Parallel()
	super := pgtest.OpenURL(t, pgtest.New(t).Super, nil)
	rows, err := super.Pool().Query(t.Context(), `SELECT n.nspname || '.' || c.relname, c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)
		FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public', 'river')`)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	var table string
	var guarded bool
	for rows.Next() {
		if err := rows.Scan(&table, &guarded); err != nil {
			t.Fatal(err)
		}
		seen[table] = true
		reason, listed := arch.Unguarded[table]
		switch {
		case guarded && listed:
			t.Errorf("%s has a policy and stands on the exempt list", table)
		case !guarded && !listed:
			t.Errorf("%s has neither a policy nor a line with a reason in arch.Unguarded", table)
		case listed && reason == "":
			t.Errorf("%s is exempt without a reason", table)
		}
	}
	for table := range arch.Unguarded {
		if !seen[table] {
			t.Errorf("arch.Unguarded names %s, which does not exist", table)
		}
	}
}

// A policy guards a partitioned table, not its partitions; so nobody who serves may touch one directly.
func TestNobodyWhoServesOwnsATableOrTouchesAPartition(t *testing.T) {
	t.Parallel()
	super := pgtest.OpenURL(t, pgtest.New(t).Super, nil)
	rows, err := super.Pool().Query(t.Context(), `SELECT c.oid::regclass::text || ' for ' || r.rolname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, pg_roles r
		WHERE r.rolname IN ('qudao_app', 'qudao_worker') AND n.nspname <> 'river' AND c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
		AND (c.relowner = r.oid OR (c.relispartition AND has_table_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')))`)
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		var what string
		if err := rows.Scan(&what); err != nil {
			t.Fatal(err)
		}
		t.Errorf("a runtime role owns or may touch %s", what)
	}
}

// What is written once stays as it was written: no runtime role may change or delete it.
func TestWhatIsAppendOnlyCannotBeChanged(t *testing.T) {
	t.Parallel()
	super := pgtest.OpenURL(t, pgtest.New(t).Super, nil)
	for _, table := range []string{"queue.fact", "audit.change", "timeline.node", "timeline.comment", "timeline.attachment", "inventory.movement"} {
		for _, role := range []string{"qudao_app", "qudao_worker"} {
			var may bool
			err := super.Pool().QueryRow(t.Context(), `SELECT has_table_privilege($1, $2, 'UPDATE, DELETE, TRUNCATE')`, role, table).Scan(&may)
			if err != nil {
				t.Fatal(err)
			}
			if may {
				t.Errorf("%s may change %s", role, table)
			}
		}
	}
}

// Without a context there are no rows, in any guarded table, and no error either.
func TestWithoutAContextThereIsNothing(t *testing.T) {
	t.Parallel()
	d := pgtest.New(t)
	super, app := pgtest.OpenURL(t, d.Super, nil), pgtest.OpenURL(t, d.App, nil)
	if _, err := super.Pool().Exec(t.Context(), `INSERT INTO dealer.region VALUES (330000, '浙江省', NULL, 1);
		INSERT INTO dealer.level (code, name, rank) VALUES ('L1', '战略', 1);
		INSERT INTO dealer.dealer (code, name, level_id, region_code, created_at, updated_at) VALUES ('D1', '甲', 1, 330000, now(), now())`); err != nil {
		t.Fatal(err)
	}
	var n int
	if err := app.Pool().QueryRow(t.Context(), `SELECT count(*) FROM dealer.dealer`).Scan(&n); err != nil || n != 0 {
		t.Fatalf("%d rows without a context, %v", n, err)
	}
	rows, err := super.Pool().Query(t.Context(), `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relrowsecurity AND NOT c.relispartition`)
	if err != nil {
		t.Fatal(err)
	}
	var tables []string
	for rows.Next() {
		var table string
		if err := rows.Scan(&table); err != nil {
			t.Fatal(err)
		}
		tables = append(tables, table)
	}
	for _, table := range tables {
		if err := app.Pool().QueryRow(t.Context(), `SELECT count(*) FROM `+table).Scan(&n); err != nil || n != 0 {
			t.Errorf("%s: %d rows without a context, %v", table, n, err)
		}
	}
}
