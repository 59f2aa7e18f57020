package stories_test

import (
	"encoding/json"
	"strings"
	"testing"

	"qudao/internal/apitest"
)

func TestEveryOperationThatChangesSomethingHasItsDeed(t *testing.T) {
	t.Parallel()
	done, known := map[string]bool{}, map[string]bool{}
	for _, d := range deeds {
		done[d.operation] = true
	}
	for _, op := range operations(t) {
		known[op.ID] = true
		if op.changes() && done[op.ID] == (unrecorded[op.ID] != "") {
			t.Errorf("%s changes something: do it once in deeds, or say in unrecorded why it leaves nothing on the record", op.ID)
		}
	}
	for id := range done {
		if !known[id] {
			t.Errorf("deeds names %s, which does not exist", id)
		}
	}
	for id := range unrecorded {
		if !known[id] {
			t.Errorf("unrecorded names %s, which does not exist", id)
		}
	}
}

// record is what the record says of one row that a request changed.
type record struct {
	Actor, Address, Action, Table, Key string
	Before, After                      json.RawMessage
}

// records are the rows that the request of an answer left on the record.
func (s *story) records(a *apitest.Answer) (out []record) {
	s.t.Helper()
	trace := a.Header.Get("X-Request-Id")
	rows, err := s.Super().Pool().Query(s.t.Context(), `SELECT actor, address, action, tbl, key, coalesce(before, 'null'), coalesce(after, 'null') FROM audit.change WHERE trace = $1 ORDER BY id`, trace)
	if err != nil {
		s.t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var r record
		if err := rows.Scan(&r.Actor, &r.Address, &r.Action, &r.Table, &r.Key, &r.Before, &r.After); err != nil {
			s.t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

// Each change over the API says who, from where, before and after.
func TestEveryChangeSaysWhoAndFromWhere(t *testing.T) {
	s := begin(t)
	d := s.doers()
	principals := map[string]string{
		"portal": "account:" + s.text(`SELECT a.id FROM dealer.account a JOIN identity.login l ON l.id = a.login_id WHERE l.username = 'dealer2'`),
		"office": "staff:E1", "open": "key:" + s.text(`SELECT id FROM identity.api_key`),
	}
	for _, deed := range deeds {
		surface, _, _ := strings.Cut(deed.operation, ".")
		found := false
		for _, r := range s.records(deed.do(s, d).OK()) {
			by := principals[surface]
			if public[deed.operation] != "" && strings.HasPrefix(r.Actor, "login:") {
				by = r.Actor // nobody is signed in: it is whoever the login is of
			}
			if r.Actor != by || r.Address != "127.0.0.1" {
				t.Errorf("%s: %s %s is by %s from %q, not by %s", deed.operation, r.Action, r.Table, r.Actor, r.Address, by)
			}
			before, after := string(r.Before) != "null", string(r.After) != "null"
			if r.Action == "read" {
				before = before || after // what was looked at is told, nothing changed
			}
			if before != (r.Action != "insert") || after != (r.Action != "delete") || string(r.Before) == string(r.After) && r.Table != "identity.login" {
				t.Errorf("%s: %s of %s %s was %.200s and is %.200s", deed.operation, r.Action, r.Table, r.Key, r.Before, r.After)
			}
			if text := string(r.Before) + string(r.After); strings.Contains(text, "argon2") || strings.Contains(text, "password_hash") {
				t.Errorf("%s writes a secret down: %.200s", deed.operation, text)
			}
			found = found || r.Table == deed.table
		}
		if !found {
			t.Errorf("%s leaves no change of %s on the record", deed.operation, deed.table)
		}
	}
	s.Settle()
	s.holds()
}

// text is a value as the superuser sees it.
func (s *story) text(sql string) string {
	s.t.Helper()
	return s.column("SELECT (" + sql + ")::text")[0]
}

// What an import changes is on the record in the name of who uploaded it, from where they did.
func TestAnImportIsOnTheRecordInTheNameOfWhoStartedIt(t *testing.T) {
	s := begin(t)
	price, warehouse := s.staff("price"), s.staff("warehouse")
	r := price.imports("prices", fill(t, price.template("prices"), row{"物料编码": "S2", "单价": 21}), "BASE")
	if n := s.Int(`SELECT count(*)::int FROM audit.change WHERE tbl = 'pricing.price' AND actor = 'staff:E5' AND address = '127.0.0.1' AND after ->> 'price' = '21000000'`); r.OK != 1 || n != 1 {
		t.Errorf("%+v, %d rows on the record", r, n)
	}
	r = warehouse.imports("stock", fill(t, warehouse.template("stock"), row{"仓库编码": "W1", "物料编码": "S2", "现存量": 120}), "")
	if n := s.Int(`SELECT count(*)::int FROM inventory.movement WHERE actor = 'staff:E3' AND quantity = 20000 AND reason <> ''`); r.OK != 1 || n != 1 {
		t.Errorf("%+v, %d movements", r, n)
	}
}

// A change of stock is its movement, which names who and why.
func TestAMovementNamesWhoAndWhy(t *testing.T) {
	s := begin(t)
	warehouse, erp := s.staff("warehouse"), s.program(every("")...)
	warehouse.Post("/stock/adjust", fields{"warehouse": "W1", "sku": "S2", "quantity": -3, "reason": "破损"}, apitest.Key()).OK()
	erp.Put("/stock", fields{"reason": "日结", "items": []fields{{"warehouse": "W2", "sku": "S2", "on_hand": 77}}}, apitest.Key()).OK()
	for _, want := range []string{`actor = 'staff:E3' AND reason = '破损' AND quantity = -3000`, `actor LIKE 'key:%' AND reason = '日结' AND quantity = 27000`} {
		if n := s.Int(`SELECT count(*)::int FROM inventory.movement WHERE ` + want); n != 1 {
			t.Errorf("%d movements with %s", n, want)
		}
	}
	s.holds()
}

// A locked name is on the record, with from where it was tried; what a refusal leaves there changes nothing else.
func TestALockedNameIsOnTheRecord(t *testing.T) {
	s := begin(t)
	before := s.Rows()
	for range 6 {
		s.knock("office", "desk", "Wrong-horse-1")
	}
	changed := s.Rows().Changed(before)
	if len(changed) != 1 || !strings.HasPrefix(changed[0], "identity.attempt") {
		t.Errorf("wrong passwords change %v", changed)
	}
	var list struct {
		Items []struct{ Actor, Address, Action, Table, Key string }
	}
	s.staff("auditor").Get("/audit?table=identity.sign_in").Into(&list)
	if len(list.Items) != 1 || list.Items[0].Action != "refused" || list.Items[0].Key != "login_locked" || list.Items[0].Address != "127.0.0.1" {
		t.Errorf("the record says %+v", list.Items)
	}
}
