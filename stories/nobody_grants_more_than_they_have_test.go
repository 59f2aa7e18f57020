package stories_test

import (
	"slices"
	"testing"
	"time"

	"qudao/internal/apitest"
	"qudao/internal/clock"
	"qudao/internal/org"
)

// Whoever looks after staff gives what they have, and no more: not by a new login, not by a role, not by a
// password of somebody mightier, and never to themselves.
func TestNobodyGrantsMoreThanTheyHave(t *testing.T) {
	s := begin(t)
	s.Employ("people", org.ScopeAll, org.StaffRead, org.StaffEdit, org.OrderRead)
	hr, admin := s.staff("people"), s.staff("admin")
	login := fields{"code": "E90", "name": "方晴", "username": "fang", "password": apitest.Password, "roles": []string{"admin"}, "data_scope": "all"}
	hr.Post("/staff", login, apitest.Key()).Refused(403, "grant_beyond")
	hr.Put("/staff/E9", fields{"name": "梁可欣", "roles": []string{"price"}, "data_scope": "all"}, apitest.Version(1)).Refused(403, "grant_beyond")
	hr.Post("/roles", fields{"code": "mine", "name": "我的", "permissions": []org.Permission{org.PriceEdit}}, apitest.Key()).Refused(403, "grant_beyond")
	hr.Put("/staff/E1", fields{"name": "沈明远", "roles": []string{"admin"}, "data_scope": "all", "password": "Another-horse-8"}, apitest.Version(1)).Refused(403, "member_mightier")
	hr.Put("/staff/E-people", fields{"name": "陈people", "roles": []string{"only-people"}, "departments": []string{"EAST"}, "data_scope": "all"}, apitest.Version(1)).Refused(409, "own_rights")
	hr.Post("/departments", fields{"code": "HR", "name": "人事部", "head": "E-people"}, apitest.Key()).Refused(409, "own_rights")
	hr.Put("/departments/SALES", fields{"name": "销售部", "parent": "EAST"}, apitest.Version(1)).Refused(409, "department_ring")
	hr.Delete("/departments/SALES", apitest.Version(1)).Refused(409, "department_used")
	hr.Get("/permissions/moon.land/holders").Refused(422, "permission_unknown")
	login["roles"] = []string{"only-people"}
	hr.Post("/staff", login, apitest.Key()).OK()
	admin.Put("/staff/E90", fields{"name": "方晴", "roles": []string{"admin"}, "data_scope": "all"}, apitest.Version(1)).OK()

	var holders struct {
		Items []struct {
			Staff struct{ Code string }
			By    []struct{ Role struct{ Code string } }
		}
	}
	admin.Get("/permissions/staff.grant/holders").Into(&holders)
	if len(holders.Items) != 2 || holders.Items[0].Staff.Code != "E1" || holders.Items[1].By[0].Role.Code != "admin" {
		t.Errorf("%+v", holders)
	}
	s.holds()
}

// What a role lets see is in force at its holders' next request, on every server, in lists, figures, messages
// and files alike; what it does not let see is not there.
func TestADataPermissionIsInForceAtTheNextRequest(t *testing.T) {
	s := begin(t)
	theirs, mine := s.world(jade), s.world(amber)
	admin := s.staff("admin")
	role := fields{"code": "area", "name": "片区", "permissions": every(""), "scope": fields{"sees": "regions", "regions": []int{440000}}}
	admin.Post("/roles", fields{"code": "area", "name": "片区", "permissions": []string{}, "scope": fields{"sees": "regions"}}, apitest.Key()).Refused(422, "invalid_input")
	admin.Post("/roles", fields{"code": "area", "name": "片区", "permissions": []string{}, "scope": fields{"sees": "regions", "regions": []int{999999}}}, apitest.Key()).Refused(422, "invalid_input")
	admin.Post("/roles", role, apitest.Key()).OK()
	s.Hire("area", org.ScopeAll, "area")
	twin := &story{s.Twin(apitest.Config{}), t}
	for _, who := range []person{s.staff("area"), twin.staff("area")} {
		codes := func() (out []string) {
			var list struct{ Items []struct{ Code string } }
			who.Get("/dealers").Into(&list)
			for _, d := range list.Items {
				out = append(out, d.Code)
			}
			return out
		}
		if got := codes(); !slices.Equal(got, []string{"D2"}) {
			t.Fatalf("sees %v of the region", got)
		}
		who.Get("/dealers/D1").Refused(404, "not_found")
		who.Get("/orders/"+theirs.Number).Refused(404, "not_found")
		who.Get("/orders/" + mine.Number).OK()
		for _, path := range []string{"/orders", "/report/sales", "/report/waiting", "/report/reps", "/messages", "/find?q=D1", "/audit", "/staff/E6/dealers", "/staff/E6/handover"} {
			if leaked := s.found(who.Get(path).OK(), slices.Concat(theirs.private, theirs.inside, []string{"杭州晨光电器"})); len(leaked) > 0 {
				t.Errorf("%s tells %q", path, leaked)
			}
		}
	}
	here, there := s.staff("area"), twin.staff("area")
	role["scope"] = fields{"sees": "regions", "regions": []int{330000}}
	delete(role, "code")
	admin.Put("/roles/area", role, apitest.Version(1)).OK()
	here.Get("/orders/"+mine.Number).Refused(404, "not_found")
	here.Get("/orders/" + theirs.Number).OK()
	there.Get("/orders/"+mine.Number).Refused(404, "not_found") // rows are PostgreSQL's, no server keeps them
	// A role that is taken away is gone within a second on another server, and at once on this one.
	admin.Put("/staff/E-area", fields{"name": "陈area", "roles": []string{}, "data_scope": "all"}, apitest.Version(1)).OK()
	here.Get("/orders").Refused(403, "permission_missing")
	since := time.Now()
	s.eventually("the other server hears of it", func() bool { return there.Get("/orders").Status == 403 })
	if took := time.Since(since); took > 2*time.Second {
		t.Errorf("the other server heard of it after %s", took)
	}
	s.holds()
}

// A rep leaves: the dealers go to another in one step, open orders go with them, and who had them when stays
// answerable. The login ends with it.
func TestARepLeavesAndTheDealersStay(t *testing.T) {
	s := begin(t)
	w := s.world(jade)
	admin, old, next := s.staff("admin"), s.staff("rep1"), s.staff("rep2")
	today := time.Now().In(clock.Zone).Format(time.DateOnly)
	hand := fields{"to": "E7", "since": today, "reason": "离职", "leaves": true}
	next.Post("/staff/E6/handover", hand, apitest.Key()).Refused(403, "permission_missing")
	admin.Post("/staff/E9/handover", hand, apitest.Key()).Refused(409, "handover_nothing")
	admin.Post("/staff/E6/handover", fields{"to": "E6", "since": today}, apitest.Key()).Refused(422, "invalid_input")
	admin.Post("/staff/E6/handover", fields{"to": "E7", "since": "2020-01-01"}, apitest.Key()).Refused(422, "handover_day")
	admin.Post("/staff/E0/handover", hand, apitest.Key()).Refused(404, "not_found")
	next.Get("/orders/"+w.Number).Refused(404, "not_found")
	old.Get("/orders/" + w.Number).OK()
	var preview struct {
		Active int
		Orders struct{ Review, Ship int }
	}
	admin.Get("/staff/E6/handover").Into(&preview)
	if preview.Active != 1 || preview.Orders.Review != 1 {
		t.Errorf("%+v", preview)
	}
	var done struct{ Dealers int }
	admin.Post("/staff/E6/handover", hand, apitest.SameKey("hand-over-once-1")).Into(&done)
	admin.Post("/staff/E6/handover", hand, apitest.SameKey("hand-over-once-1")).Into(&done)
	if done.Dealers != 1 {
		t.Errorf("%+v", done)
	}
	old.Get("/orders").Refused(401, "session_missing")
	next.Get("/orders/" + w.Number).OK()
	var terms struct {
		Items []struct {
			Rep    struct{ Code string }
			Reason string
			By     string
		}
	}
	admin.Get("/dealers/D1/reps").Into(&terms)
	if len(terms.Items) != 2 || terms.Items[0].Rep.Code != "E7" || terms.Items[0].Reason != "离职" || terms.Items[0].By != "沈明远" || terms.Items[1].Rep.Code != "E6" {
		t.Errorf("%+v", terms)
	}
	if n := s.Int(`SELECT count(*)::int FROM audit.change WHERE tbl IN ('dealer.handover', 'dealer.dealer') AND actor = 'staff:E1' AND action IN ('insert', 'update')`); n < 2 {
		t.Errorf("%d lines are on the record", n)
	}
	s.holds()
}
