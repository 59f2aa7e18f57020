package office_test

import (
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/office"
)

// fields are what a page sends.
type fields = map[string]any

// names are the places and codes of a refusal.
func names(p httpapi.Problem) map[string]string {
	out := map[string]string{}
	for _, e := range p.Errors {
		out[e.Path] = e.Code
	}
	return out
}

func wantFields(t *testing.T, p httpapi.Problem, want map[string]string) {
	t.Helper()
	got := names(p)
	for path, code := range want {
		if got[path] != code {
			t.Errorf("%s: %q, want %q (all: %v)", path, got[path], code, got)
		}
	}
}

// missing checks that the refusal names the permission.
func missing(t *testing.T, a *apitest.Answer, permission string) {
	t.Helper()
	if p := a.Refused(403, "permission_missing"); p.Facts["permission"] != permission {
		t.Errorf("the refusal names %v, not %s", p.Facts, permission)
	}
}

func TestDealers(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	admin := s.Office("admin")

	var list office.DealerList
	admin.Get("/dealers?q=hangzhou&limit=1").Into(&list)
	if list.Count != 2 || len(list.Items) != 1 || list.Next == "" || list.Items[0].Code != "D1" || list.Items[0].Rep.Code != "E6" {
		t.Errorf("%+v", list)
	}
	admin.Get("/dealers?level=B&region=440000").Into(&list)
	if list.Count != 1 || list.Items[0].Code != "D2" || list.Items[0].Tags == nil {
		t.Errorf("%+v", list)
	}

	var d office.Dealer
	admin.Get("/dealers/D1", apitest.English()).Into(&d)
	if d.Phone != "16000000001" || d.Addresses[0].Region.Code != 330100 || d.Accounts[0].Username != "dealer1" || len(d.Audiences) != 2 ||
		d.Audiences[1].Code != "KEY" || d.Audiences[1].Because != "tag: 重点" {
		t.Errorf("%+v", d)
	}
	// Who may not edit dealers gets masks.
	s.Office("desk").Get("/dealers/D1").Into(&d)
	if d.Phone != "160****0001" || d.Accounts[0].Name != "王*" || d.Addresses[0].Phone != "160****0009" || d.Audiences[1].Because != "标签：重点" {
		t.Errorf("%+v", d)
	}

	made := fields{"code": "D9", "name": "宁波海曙照明", "level": "A", "region": 330100, "tags": []string{"key"}, "divisions": []string{"LIGHTING"}, "contact": "陈立", "phone": "16000000010"}
	admin.Post("/dealers", made, apitest.SameKey("make-dealer-9")).Into(&d)
	if d.Version != 1 || d.State != "active" || len(d.Audiences) != 2 || len(d.Accounts) != 0 || d.Accounts == nil {
		t.Errorf("%+v", d)
	}
	admin.Post("/dealers", made, apitest.SameKey("make-dealer-9")).OK() // the same answer, not a second one
	admin.Post("/dealers", made, apitest.Key()).Refused(409, "code_taken")

	var account office.DealerAccount
	admin.Post("/dealers/D9/accounts", fields{"name": "陈立", "username": "haishu", "password": apitest.Password}, apitest.Key()).Into(&account)
	if account.Role != "master" || account.Name != "陈立" || account.State != "active" {
		t.Errorf("%+v", account)
	}
	s.Portal("haishu").Get("/me").OK()

	edit := fields{"name": "宁波海曙照明", "level": "B", "region": 330100, "rep": "E6"}
	admin.Put("/dealers/D9", edit, apitest.Version(1)).Into(&d)
	if d.Version != 2 || d.Level.Name != "银牌" || len(d.Tags) != 0 || len(d.Audiences) != 1 || d.Rep == nil {
		t.Errorf("%+v", d)
	}
	if p := admin.Put("/dealers/D9", edit, apitest.Version(1)).Refused(412, "version_changed"); p.Facts["version"] != 2.0 {
		t.Errorf("%+v", p)
	}
	s.Office("rep1").Get("/dealers/D9").OK() // its dealer now
}

func TestDealersRefused(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	admin := s.Office("admin")
	good := fields{"code": "D9", "name": "宁波海曙照明", "level": "A", "region": 330100}

	admin.Get("/dealers/D0").Refused(404, "not_found")
	admin.Post("/dealers", good).Refused(400, "idempotency_key_missing")
	admin.Put("/dealers/D1", good).Refused(428, "version_missing")
	missing(t, s.Office("desk").Post("/dealers", good, apitest.Key()), "dealer.edit")
	missing(t, s.Office("warehouse").Get("/dealers"), "dealer.read")
	wantFields(t, admin.Post("/dealers", fields{"code": "D9", "name": "x", "level": "A", "region": 330100, "colour": "red"}, apitest.Key()).Refused(422, "invalid_input"),
		map[string]string{"colour": "field_unknown"})
	wantFields(t, admin.Post("/dealers", fields{"code": "-", "name": " ", "level": "Z", "region": 1, "tags": []string{"key", "none"}, "credit_code": "7"}, apitest.Key()).Refused(422, "invalid_input"),
		map[string]string{"code": "code_invalid", "name": "field_required", "level": "code_unknown", "region": "code_unknown", "tags[1]": "code_unknown", "credit_code": "credit_code_invalid"})
	wantFields(t, admin.Put("/dealers/D1", good, apitest.Version(1)).Refused(422, "code_differs"), map[string]string{"code": "code_differs"})
	wantFields(t, admin.Get("/dealers?state=lost").Refused(422, "invalid_input"), map[string]string{"state": "value_not_allowed"})
	wantFields(t, admin.Get("/dealers?limit=1000").Refused(422, "page_too_large"), map[string]string{"limit": "page_too_large"})
	admin.Post("/dealers/D1/accounts", fields{"name": "x", "username": "dealer2", "password": apitest.Password}, apitest.Key()).Refused(409, "username_taken")
	wantFields(t, admin.Post("/dealers/D1/accounts", fields{"name": "x", "username": "X", "password": "short"}, apitest.Key()).Refused(422, "invalid_input"),
		map[string]string{"username": "username_invalid", "password": "password_plain"})
	s.Anonymous(httpapi.Office).Get("/dealers").Refused(401, "session_missing")
}

func TestARepSeesItsOwnDealersOnly(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	rep := s.Office("rep1")
	var list office.DealerList
	rep.Get("/dealers").Into(&list)
	if list.Count != 1 || len(list.Items) != 1 || list.Items[0].Code != "D1" {
		t.Errorf("%+v", list)
	}
	rep.Get("/dealers/D1").OK()
	rep.Get("/dealers/D2").Refused(404, "not_found")
	rep.Get("/prices/explain?dealer=D1&sku=S1").OK()
	rep.Get("/prices/explain?dealer=D2&sku=S1").Refused(404, "not_found")
	var all office.List[office.Audience]
	rep.Get("/audiences").Into(&all)
	if len(all.Items) != 2 || all.Items[0].Count != 1 {
		t.Errorf("%+v", all)
	}
	var members struct{ Items []office.AudienceMember }
	rep.Get("/audiences/ALL/dealers").Into(&members)
	if len(members.Items) != 1 || members.Items[0].Code != "D1" {
		t.Errorf("%+v", members)
	}
}

func TestDealerFacts(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	var facts office.DealerFacts
	s.Office("desk").Get("/dealer-facts").Into(&facts)
	if len(facts.Levels) != 2 || len(facts.Tags) != 1 || len(facts.Divisions) != 2 || len(facts.Reps) != 2 {
		t.Errorf("%+v", facts)
	}
	var regions office.List[office.Region]
	s.Office("desk").Get("/regions").Into(&regions)
	if len(regions.Items) != 4 || regions.Items[0].Parent != nil || *regions.Items[1].Parent != 330000 || regions.Items[1].Level != 2 {
		t.Errorf("%+v", regions)
	}
}
