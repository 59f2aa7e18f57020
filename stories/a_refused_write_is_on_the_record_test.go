package stories_test

import (
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/org"
)

// entry is a line of the record as the page of the office shows it.
type entry struct {
	Actor, Address, Action, Table, Key, Trace string
	After                                     map[string]any
}

// refusals are the refusals of a principal on the record, newest first, as the auditor reads them.
func (s *story) refusals(auditor person, of string) (out []entry) {
	s.t.Helper()
	var list struct{ Items []entry }
	auditor.Get("/audit?limit=200&actor=" + of).Into(&list)
	for _, e := range list.Items {
		if e.Action == "refused" {
			out = append(out, e)
		}
	}
	return out
}

// Whoever tries to change what they may not leaves a line on the record: who, from where, what they asked
// for, and what they lacked. It is the only thing that the attempt leaves.
func TestARefusedWriteIsOnTheRecord(t *testing.T) {
	s := begin(t)
	auditor, warehouse, d := s.staff("auditor"), s.staff("warehouse"), s.buyer("dealer1")
	s.Enrol("D1", "d1-viewer", "viewer")
	viewer, reader := person{s.Portal("d1-viewer"), s}, s.program(org.OrderRead)
	o := d.sees(d.places(want("S2", 1)).Number)
	account := "account:" + s.text(`SELECT a.id FROM dealer.account a JOIN identity.login l ON l.id = a.login_id WHERE l.username = 'd1-viewer'`)
	program := "key:" + s.text(`SELECT id FROM identity.api_key WHERE 'order.read' = ANY (scopes)`)
	for _, c := range []struct {
		of, operation, permission, path string
		who                             person
		body                            any
	}{
		{"staff:E3", "office.order.accept", "order.review", "/orders/" + o.ID + "/accept", warehouse, fields{}},
		{account, "portal.order.place", "order.place", "/orders", viewer, d.order(want("S2", 1))},
		{program, "open.order.accept", "order.review", "/orders/" + o.Number + "/accept", reader, nil},
	} {
		var a *apitest.Answer
		s.unchanged(func() { a = c.who.Post(c.path, c.body, apitest.Key(), apitest.Version(o.Version)) })
		a.Refused(403, "permission_missing")
		found := s.refusals(auditor, c.of)
		if len(found) != 1 {
			t.Errorf("%s has %d refusals on the record", c.of, len(found))
			continue
		}
		if e := found[0]; e.Table != c.operation || e.Key != "permission_missing" || e.Address != "127.0.0.1" || e.Trace != a.Header.Get("X-Request-Id") || e.After["permission"] != c.permission {
			t.Errorf("%s: the record says %+v", c.operation, e)
		}
	}
	// What a use case itself refuses is there as well: a rep gives no dealer away.
	rep := s.narrow("D2")
	rep.Put("/dealers/D2", fields{"name": "x", "level": "B", "region": 330100, "rep": "E6"}, apitest.Version(s.version(rep, "/dealers/D2"))).Refused(403, "dealer_rep_denied")
	if found := s.refusals(auditor, "staff:E-narrow"); len(found) != 1 || found[0].Key != "dealer_rep_denied" || found[0].Table != "office.dealer.edit" {
		t.Errorf("the record says %+v", found)
	}
	// Nobody drowns the record in their own refusals.
	for range 40 {
		warehouse.Post("/orders/"+o.ID+"/accept", fields{}, apitest.Key(), apitest.Version(1)).Refused(403, "permission_missing")
	}
	if n := len(s.refusals(auditor, "staff:E3")); n < 20 || n > 23 {
		t.Errorf("41 refusals leave %d lines", n)
	}
}
