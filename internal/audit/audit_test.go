package audit_test

import (
	"testing"
	"time"

	"qudao/internal/audit"
	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
)

var all = pg.Scope{Actor: "staff:E001", Address: "10.0.0.1", Trace: "t-1", All: true}

func TestChangesAndRefusalsAreReadNewestFirst(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	err := db.Write(t.Context(), all, func(tx *pg.Tx) error {
		_, err := tx.Exec(t.Context(), "INSERT INTO org.division (code, name) VALUES ('CIVIL', '民用')")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := audit.New(db).Refused(t.Context(), all, "order.place", "stock_short", map[string]any{"left": 12}); err != nil {
		t.Fatal(err)
	}
	if err := audit.Read(t.Context(), db, pg.Scope{Actor: "staff:E002", All: true}, "dealer.account", "D00001", nil); err != nil {
		t.Fatal(err)
	}
	s := audit.New(db)
	list := func(scope pg.Scope, f audit.Filter, r page.Request) page.List[audit.Change] {
		t.Helper()
		got, err := s.List(t.Context(), scope, f, r)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	first := list(all, audit.Filter{}, page.Request{Limit: 2})
	second := list(all, audit.Filter{}, page.Request{Limit: 2, Cursor: first.Next})
	rows := append(first.Items, second.Items...)
	if len(rows) != 3 || second.Next != "" {
		t.Fatalf("got %d rows", len(rows))
	}
	for i, want := range []struct {
		action            audit.Action
		actor, table, key string
	}{{audit.ActionRead, "staff:E002", "dealer.account", "D00001"}, {audit.ActionRefused, "staff:E001", "order.place", "stock_short"}, {audit.ActionInsert, "staff:E001", "org.division", "CIVIL"}} {
		if r := rows[i]; r.Action != want.action || r.Actor != want.actor || r.Table != want.table || r.Key != want.key {
			t.Errorf("row %d: got %+v", i, r)
		}
	}
	if got := rows[2]; got.Address != "10.0.0.1" || got.Trace != "t-1" || got.Before != nil || got.After == nil {
		t.Errorf("got %+v", got)
	}
	for name, f := range map[string]audit.Filter{
		"actor": {Actor: "staff:E002"}, "table": {Table: "order.place"}, "key": {Key: "CIVIL"},
	} {
		if got := list(all, f, page.Request{}); len(got.Items) != 1 {
			t.Errorf("by %s: %d rows", name, len(got.Items))
		}
	}
	if got := list(all, audit.Filter{From: time.Now().Add(time.Hour)}, page.Request{}); len(got.Items) != 0 {
		t.Errorf("from later on: %d rows", len(got.Items))
	}
	if got := list(pg.Scope{Dealers: []int32{7}}, audit.Filter{}, page.Request{}); len(got.Items) != 0 {
		t.Errorf("a dealer reads the brand's record: %d rows", len(got.Items))
	}
}
