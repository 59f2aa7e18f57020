package stories_test

import (
	"strings"
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/dealer"
	"qudao/internal/httpapi"
)

// A blocked account is out at its next request and cannot come back until it is let in; a removed one is gone.
func TestABlockedAccountIsOutAtOnce(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	clerk := d.narrows("D2", "clerk", fields{})
	order := clerk.places(want("S2", 1))
	a := d.sub("clerk")
	d.Post("/accounts/"+a.ID+"/block", nil, apitest.Key(), apitest.Version(a.Version)).OK()
	clerk.Get("/orders").Refused(401, "session_missing")
	s.knock(httpapi.Portal, "clerk", apitest.Password).Refused(401, "login_wrong")
	if a = d.sub("clerk"); a.State != "disabled" {
		t.Errorf("it is %s", a.State)
	}
	d.Post("/accounts/"+a.ID+"/unblock", nil, apitest.Key(), apitest.Version(a.Version)).OK()
	s.eventually("the old session is over", func() bool { return clerk.Get("/orders").Status == 401 })
	again := s.buyer("clerk")
	a = d.sub("clerk")
	d.Delete("/accounts/"+a.ID, apitest.Version(a.Version)).OK()
	again.Get("/orders").Refused(401, "session_missing")
	if body := string(d.Get("/accounts").OK().Body); strings.Contains(body, "clerk") {
		t.Errorf("it is still there: %s", body)
	}
	s.refuses(no{status: 404, code: "not_found"}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/accounts/"+a.ID+"/unblock", nil, apitest.Key(), apitest.Version(a.Version), language)
	})
	if o := d.sees(order.Number); o.State != "in_review" {
		t.Errorf("its order is %s", o.State)
	}
	s.holds()
}

// The master account is the brand's to change, an account is changed upon what the master saw, and nobody else
// of the company, nor of another, changes any.
func TestOnlyTheMasterChangesAccountsAndNotItself(t *testing.T) {
	s := begin(t)
	d, other := s.buyer("dealer2"), s.buyer("dealer1")
	s.Enrol("D2", "clerk", dealer.RoleBuyer)
	clerk, own, sub := s.buyer("clerk"), d.sub("dealer2"), d.sub("clerk")
	change := fields{"name": "x", "roles": []string{"viewer"}}
	s.refuses(no{status: 409, code: "master_account_kept"}, func(language apitest.Header) *apitest.Answer {
		return d.Put("/accounts/"+own.ID, change, apitest.Version(own.Version), language)
	})
	s.refuses(no{status: 409, code: "master_account_kept"}, func(language apitest.Header) *apitest.Answer {
		return d.Delete("/accounts/"+own.ID, apitest.Version(own.Version), language)
	})
	s.refuses(no{status: 404, code: "not_found"}, func(language apitest.Header) *apitest.Answer {
		return other.Put("/accounts/"+sub.ID, change, apitest.Version(sub.Version), language)
	})
	s.refuses(no{status: 412, code: "version_changed"}, func(language apitest.Header) *apitest.Answer {
		return d.Put("/accounts/"+sub.ID, change, apitest.Version(sub.Version+1), language)
	})
	s.refuses(no{422, "invalid_input", "roles", "roles_empty"}, func(language apitest.Header) *apitest.Answer {
		return d.Put("/accounts/"+sub.ID, fields{"name": "x", "roles": []string{}}, apitest.Version(sub.Version), language)
	})
	s.refuses(no{422, "invalid_input", "limits.per_order", "limit_amount_outside"}, func(language apitest.Header) *apitest.Answer {
		return d.Put("/accounts/"+sub.ID, fields{"name": "x", "roles": []string{"buyer"}, "limits": fields{"per_order": "0", "pool": fields{"categories": []string{}, "products": []string{}}}}, apitest.Version(sub.Version), language)
	})
	for _, ask := range []func() *apitest.Answer{
		func() *apitest.Answer { return clerk.Put("/accounts/"+sub.ID, change, apitest.Version(sub.Version)) },
		func() *apitest.Answer { return clerk.Get("/deeds") },
	} {
		ask().Refused(403, "permission_missing")
	}
	var list struct{ Items []subAccount }
	if clerk.Get("/accounts").Into(&list); len(list.Items) < 2 || list.Items[0].Used != "" {
		t.Errorf("a colleague sees %+v", list)
	}
}

// The master sees who did what, of everybody and of one.
func TestTheMasterSeesWhoDidWhat(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	clerk := d.narrows("D2", "clerk", fields{"per_order": "500.00"})
	p := clerk.places(want("S2", 1))
	clerk.moves(clerk.sees(p.Number), "cancel").OK()
	d.places(want("S2", 1))
	type deed struct{ Who, Deed, Number, Whom string }
	var list struct {
		Items []deed
		Next  string
	}
	d.Get("/deeds").Into(&list)
	want := []string{"order_placed", "order_cancelled", "order_placed", "account_changed"}
	if len(list.Items) < len(want) {
		t.Fatalf("%+v", list)
	}
	for i, w := range want {
		if list.Items[i].Deed != w {
			t.Errorf("deed %d is %+v, not %s", i, list.Items[i], w)
		}
	}
	if list.Items[1].Number != p.Number || list.Items[3].Whom == "" {
		t.Errorf("%+v", list.Items)
	}
	d.Get("/deeds?account=" + d.sub("clerk").ID).Into(&list)
	if len(list.Items) != 2 || list.Items[0].Deed != "order_cancelled" {
		t.Errorf("the clerk's are %+v", list.Items)
	}
	d.Get("/deeds?limit=1").Into(&list)
	first := list.Items[0]
	if d.Get("/deeds?limit=1&cursor=" + escape(list.Next)).Into(&list); len(list.Items) != 1 || list.Items[0] == first {
		t.Errorf("the second page is %+v", list)
	}
}

// A sub-account is invited with its roles and limits, comes in by the link once, and is bound by them from its
// first request on.
func TestASubAccountComesInByItsLink(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	in := fields{"name": "周敏", "username": "zhoumin", "roles": []string{"viewer", "buyer"}, "limits": fields{"per_order": "50.00"}}
	s.refuses(no{422, "invalid_input", "roles", "roles_empty"}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/accounts", fields{"name": "周敏", "username": "zhoumin", "roles": []string{}}, apitest.Key(), language)
	})
	s.refuses(no{status: 409, code: "username_taken"}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/accounts", fields{"name": "周敏", "username": "dealer1", "roles": []string{"buyer"}}, apitest.Key(), language)
	})
	var made struct {
		Account subAccount
		Path    string
	}
	key := apitest.Key()
	d.Post("/accounts", in, key).Into(&made)
	path := made.Path
	if made.Account.State != "invited" || made.Account.Roles[0] != "buyer" || path == "" {
		t.Fatalf("it is %+v", made)
	}
	made.Path = ""
	if d.Post("/accounts", in, key).Into(&made); made.Path != "" {
		t.Errorf("the link is told again: %s", made.Path)
	}
	s.knock(httpapi.Portal, "zhoumin", apitest.Password).Refused(401, "login_wrong")
	d.Post("/accounts/"+made.Account.ID+"/block", nil, apitest.Key(), apitest.Version(made.Account.Version)).Refused(409, "account_not_accepted")
	// A new link ends the old one.
	d.Post("/accounts/"+made.Account.ID+"/invitation", nil, apitest.Key()).Into(&made)
	accept := func(link string) *apitest.Answer {
		return s.Anonymous(httpapi.Portal).Post("/invitation/accept", fields{"token": s.tokenOf(link), "name": "周敏", "password": apitest.Password})
	}
	accept(path).Refused(404, "link_dead")
	accept(made.Path).OK()
	accept(made.Path).Refused(404, "link_dead")
	clerk := s.buyer("zhoumin")
	clerk.asks(want("S2", 3)).Refused(409, "over_order_limit")
	clerk.places(want("S2", 2))
	if a := d.sub("zhoumin"); a.State != "active" || a.Used != "40.00" {
		t.Errorf("it is %+v", a)
	}
	// Who is removed before coming in never comes in.
	d.Post("/accounts", fields{"name": "李雷", "username": "lilei", "roles": []string{"viewer"}}, apitest.Key()).Into(&made)
	d.Delete("/accounts/"+made.Account.ID, apitest.Version(made.Account.Version)).OK()
	accept(made.Path).Refused(404, "link_dead")
	s.holds()
}
