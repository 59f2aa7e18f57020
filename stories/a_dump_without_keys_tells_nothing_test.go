package stories_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"qudao/internal/apitest"
	"qudao/internal/audit"
	"qudao/internal/pgtest"
)

// planted are numbers that stand nowhere else: of a contact, of a receiver, and the one it was changed to.
var planted = []string{"16071717171", "16072727272", "16073737373"}

// lives lets a dealer with these numbers be made, change, order and be shipped to.
func (s *story) lives() (number string) {
	admin, buyer := s.staff("admin"), s.buyer("dealer1")
	path := "/dealers/D1"
	admin.Put(path, fields{"name": "杭州晨光电器", "level": "A", "region": 330100, "rep": "E6", "contact": "周立", "phone": planted[0]}, apitest.Key(), apitest.Version(s.version(admin, path))).OK()
	var address struct{ ID string }
	buyer.Post("/addresses", fields{"name": "陈工", "phone": planted[1], "region": 330100, "detail": "西溪路 1 号"}, apitest.Key()).Into(&address)
	var o order
	buyer.Post("/orders", fields{"address_id": address.ID, "lines": []line{want("S2", 1)}}, apitest.Key()).Into(&o)
	buyer.Put("/addresses/"+address.ID, fields{"name": "陈工", "phone": planted[2], "region": 330100, "detail": "西溪路 1 号"}, apitest.Key()).OK()
	admin.Post("/dealers/D1/unmask", fields{"field": "phone", "reason": "核对号码"}, apitest.Key()).OK()
	s.Settle()
	return o.Number
}

// tables are the names of every table with rows.
func (s *story) tables() []string {
	return s.column(`SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') ORDER BY 1`)
}

// Whoever gets hold of the database alone learns no phone from it: not from the rows, not from the record, not from
// jobs, facts, messages, files or keys of repeated requests.
func TestADumpWithoutKeysTellsNoPhone(t *testing.T) {
	s := begin(t)
	number := s.lives()
	if number == "" {
		t.Fatal("nothing was ordered")
	}
	looked := 0
	for _, table := range s.tables() {
		rows, err := s.Super().Pool().Query(t.Context(), fmt.Sprintf("SELECT t::text FROM %s t", table))
		if err != nil {
			t.Fatal(err)
		}
		texts, err := pgx.CollectRows(rows, pgx.RowTo[string])
		if err != nil {
			t.Fatal(err)
		}
		looked += len(texts)
		for _, text := range texts {
			for _, phone := range planted {
				if strings.Contains(text, phone) {
					t.Errorf("%s stands in %s", phone, table)
				}
			}
		}
	}
	if looked < 100 {
		t.Errorf("only %d rows were looked at", looked)
	}
	// With the keys they are there.
	admin := s.staff("admin")
	if body := string(admin.Get("/dealers/D1").OK().Body); !strings.Contains(body, planted[0]) || !strings.Contains(body, planted[2]) {
		t.Errorf("%s", body)
	}
	if body := string(admin.Get("/orders/" + number).OK().Body); !strings.Contains(body, planted[1]) {
		t.Errorf("the order forgot to whom it went: %s", body)
	}
}

// Nobody who may not see phones gets one on any path: pages, the record, papers, files.
func TestNoAnswerShowsAPhoneToWhoSeesMasksOnly(t *testing.T) {
	s := begin(t)
	number := s.lives()
	desk := s.staff("desk")
	mask := "160****7171"
	if body := string(desk.Get("/dealers/D1").OK().Body); !strings.Contains(body, mask) {
		t.Errorf("no mask: %s", body)
	}
	for _, who := range []string{"desk", "product", "price", "auditor"} {
		p := s.staff(who)
		for _, path := range []string{"/dealers/D1", "/dealers?q=D1", "/dealers?q=" + planted[0], "/orders/" + number, "/orders?q=D1", "/audit?key=D1", "/audit?limit=100", "/messages", "/orders/" + number + "/papers/order"} {
			s.silent(who, path, p.Get(path))
		}
		for _, kind := range []string{"orders", "dealers", "audit"} {
			a := p.Post("/exports", fields{"kind": kind}, apitest.Key())
			if a.Status == 403 {
				continue
			}
			var r run
			a.Into(&r)
			if r = p.finished(r); r.State == "done" {
				s.silent(who, "export of "+kind, p.Get("/runs/"+r.ID+"/file").OK())
			}
		}
	}
}

func (s *story) silent(who, path string, a *apitest.Answer) {
	s.t.Helper()
	if leaked := s.found(a, slices.Clone(planted)); len(leaked) > 0 {
		s.t.Errorf("%s tells %s %q", path, who, leaked)
	}
}

// A single value is handed out with a reason alone, once each time, and only so often a day.
func TestAMaskedValueIsShownWithAReasonOnTheRecord(t *testing.T) {
	s := begin(t)
	number := s.lives()
	desk, auditor := s.staff("desk"), s.staff("auditor")
	ask := func(p person, path string, body fields) *apitest.Answer { return p.Post(path, body, apitest.Key()) }
	looks := func() int {
		return s.Int(`SELECT count(*)::int FROM audit.change WHERE action = 'read' AND actor = 'staff:E2'`)
	}

	ask(s.staff("product"), "/dealers/D1/unmask", fields{"field": "phone", "reason": "核对号码"}).Refused(403, "permission_missing")
	for _, reason := range []string{"", "  ", "看看", strings.Repeat("长", 201)} {
		if a := ask(desk, "/dealers/D1/unmask", fields{"field": "phone", "reason": reason}); a.Status != 422 {
			t.Errorf("%q is a reason: %d %s", reason, a.Status, a.Body)
		}
	}
	ask(desk, "/dealers/D9/unmask", fields{"field": "phone", "reason": "核对号码"}).Refused(404, "not_found")
	ask(desk, "/dealers/D1/unmask", fields{"field": "credit_code", "reason": "核对号码"}).Refused(422, "invalid_input")
	if n := looks(); n != 0 {
		t.Errorf("%d looks are on record that were refused", n)
	}

	var got struct {
		Value string
		Left  int
	}
	ask(desk, "/dealers/D1/unmask", fields{"field": "phone", "reason": "回访核对收货信息"}).Into(&got)
	if got.Value != planted[0] || got.Left != 19 {
		t.Errorf("%+v", got)
	}
	ask(desk, "/orders/"+number+"/unmask", fields{"field": "phone", "reason": "司机找不到地址"}).Into(&got)
	if got.Value != planted[1] || got.Left != 18 {
		t.Errorf("%+v", got)
	}
	if body := string(auditor.Get("/audit?actor=staff:E2&key=D1").OK().Body); !strings.Contains(body, "回访核对收货信息") || strings.Contains(body, planted[0]) {
		t.Errorf("the record says %s", body)
	}

	for range 18 {
		ask(desk, "/dealers/D1/unmask", fields{"field": "contact", "reason": "回访核对收货信息"}).OK()
	}
	a := ask(desk, "/dealers/D1/unmask", fields{"field": "phone", "reason": "回访核对收货信息"})
	a.Refused(409, "unmask_cap")
	if strings.Contains(string(a.Body), planted[0]) || looks() != 20 {
		t.Errorf("after the last: %s, %d looks", a.Body, looks())
	}
	// Another person's day is their own.
	s.Employ("caller", "all", "dealer.read", "secret.unmask")
	ask(s.staff("caller"), "/dealers/D1/unmask", fields{"field": "phone", "reason": "核对号码"}).OK()
}

// Twenty is twenty, however many ask at once.
func TestTheDailyCapHoldsUnderManyRequests(t *testing.T) {
	s := begin(t)
	desk := s.staff("desk")
	shown := make(chan bool)
	for range 40 {
		go func() {
			a := desk.Post("/dealers/D1/unmask", fields{"field": "phone", "reason": "核对号码"}, apitest.Key())
			shown <- a.Status == 200
		}()
	}
	n := 0
	for range 40 {
		if <-shown {
			n++
		}
	}
	if n != 20 {
		t.Errorf("%d values were shown", n)
	}
}

// What the office changed is sealed, and stays as it was: the check that an operator runs finds nothing, and finds
// what somebody changes behind the program's back.
func TestTheRecordOfAWorkingDayIsSealedAndCompared(t *testing.T) {
	s := begin(t)
	s.lives()
	record := audit.New(pgtest.OpenURL(t, s.Database.Worker, nil))
	problems := func() []audit.Problem {
		t.Helper()
		v, err := record.Verify(t.Context(), audit.Period{})
		if err != nil {
			t.Fatal(err)
		}
		return v.Problems
	}
	for s.Int(`SELECT count(*)::int FROM audit.change c WHERE (c.xid, c.id) > (SELECT coalesce(max(until_xid), '0'), coalesce(max(until_id), 0) FROM audit.seal)`) > 0 {
		if _, err := record.Seal(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if found := problems(); len(found) > 0 {
		t.Errorf("%+v", found)
	}
	if _, err := s.Super().Pool().Exec(t.Context(), `UPDATE audit.change SET actor = 'staff:E4' WHERE tbl = 'dealer.dealer' AND action = 'update'`); err != nil {
		t.Fatal(err)
	}
	if found := problems(); len(found) == 0 || !strings.Contains(found[0].Text, "dealer.dealer D1") {
		t.Errorf("%+v", found)
	}
}
