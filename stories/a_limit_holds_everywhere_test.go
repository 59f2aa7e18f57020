package stories_test

import (
	"slices"
	"testing"

	"qudao/internal/apitest"
)

// Goods outside an account's pool are not there for it: in the catalogue, by part number, in cart, lists and
// orders, not even in what its colleagues ordered.
func TestGoodsOutsideThePoolOfAnAccountAreNotThere(t *testing.T) {
	s := begin(t)
	w := s.world(amber) // AMBER-P is in the category AMBER-C; P1 with S1 and S2 in SOCKET itself
	d := w.buyer
	clerk := d.narrows("D2", "clerk", fields{"pool": fields{"categories": []string{w.Category}, "products": []string{}}})
	var list struct {
		Count      int
		Items      []struct{ Code string }
		Categories []struct{ Code string }
	}
	if clerk.Get("/products").Into(&list); list.Count != 1 || list.Items[0].Code != w.Product {
		t.Errorf("the catalogue is %+v", list)
	}
	clerk.Get("/products/" + w.Product).OK()
	s.refuses(no{status: 404, code: "not_found"}, func(language apitest.Header) *apitest.Answer { return clerk.Get("/products/P1", language) })
	s.refuses(no{422, "invalid_input", "lines[0]", "sku_not_orderable"}, func(language apitest.Header) *apitest.Answer {
		return clerk.Post("/cart/lines", fields{"lines": []line{want("S2", 1)}}, language)
	})
	s.refuses(no{422, "invalid_input", "lines[0]", "sku_not_orderable"}, func(language apitest.Header) *apitest.Answer {
		return clerk.Post("/shopping-lists", fields{"name": "x", "lines": []line{want("S2", 1)}}, apitest.Key(), language)
	})
	s.refuses(no{409, "order_refused", "lines[1]", "sku_not_orderable"}, func(language apitest.Header) *apitest.Answer {
		return clerk.Post("/orders", clerk.order(want(w.SKU, 1), want("S2", 1)), apitest.Key(), language)
	})
	var parts struct {
		Items []struct {
			SKU     *struct{ Code string }
			Problem *struct{ Code string }
		}
	}
	clerk.Post("/parts", fields{"text": "S2 1\n" + w.SKU + " 1"}).Into(&parts)
	if parts.Items[0].SKU != nil || parts.Items[0].Problem == nil || parts.Items[1].SKU == nil {
		t.Errorf("the part numbers are %+v", parts)
	}
	// What it is told of a product outside is what it is told of one that never was.
	for _, path := range []string{"/products/", "/orders/", "/shopping-lists/"} {
		there := map[string]string{"/products/": "P1", "/orders/": w.Order, "/shopping-lists/": w.Shopping}[path]
		none := map[string]string{"/products/": "NONE-P", "/orders/": nowhere(w.belongings).Order, "/shopping-lists/": nowhere(w.belongings).Shopping}[path]
		one, other := clerk.Get(path+there), clerk.Get(path+none)
		if one.Status != 404 || trace.ReplaceAllString(string(one.Body), "") != trace.ReplaceAllString(string(other.Body), "") {
			t.Errorf("%s tells what is outside from what is missing: %s, %s", path, one.Body, other.Body)
		}
	}
	if found := s.found(clerk.Get("/arrivals").OK(), []string{"五孔插座"}); len(found) > 0 {
		t.Errorf("the arrivals tell %q", found)
	}
	p := clerk.places(want(w.SKU, 1))
	if o := clerk.sees(p.Number); o.State != "in_review" {
		t.Errorf("its own order is %+v", o)
	}
	d.sees(p.Number)
	s.holds()
}

// An account sends to its addresses alone, and neither adds nor changes any.
func TestAnAccountSendsToItsAddressesAlone(t *testing.T) {
	s := begin(t)
	w := s.world(amber)
	d := w.buyer
	clerk := d.narrows("D2", "clerk", fields{"addresses": []string{w.Spare}})
	var list struct{ Items []struct{ ID string } }
	if clerk.Get("/addresses").Into(&list); len(list.Items) != 1 || list.Items[0].ID != w.Spare {
		t.Errorf("its addresses are %+v", list)
	}
	elsewhere := clerk.order(want("S2", 1))
	elsewhere["address_id"] = w.Address
	s.refuses(no{409, "address_outside", "address_id", "address_outside"}, func(language apitest.Header) *apitest.Answer {
		return clerk.Post("/orders", elsewhere, apitest.Key(), language)
	})
	address := fields{"name": "x", "phone": "16000000000", "region": 330100, "detail": "x"}
	for _, ask := range []func(apitest.Header) *apitest.Answer{
		func(l apitest.Header) *apitest.Answer { return clerk.Post("/addresses", address, apitest.Key(), l) },
		func(l apitest.Header) *apitest.Answer { return clerk.Put("/addresses/"+w.Spare, address, l) },
		func(l apitest.Header) *apitest.Answer { return clerk.Delete("/addresses/"+w.Spare, l) },
	} {
		s.refuses(no{status: 409, code: "addresses_limited"}, ask)
	}
	clerk.places(want("S2", 1))
	a := d.sub("clerk")
	s.refuses(no{422, "limit_address_unknown", "limits.addresses", "limit_address_unknown"}, func(language apitest.Header) *apitest.Answer {
		foreign := nowhere(w.belongings).Address
		return d.Put("/accounts/"+a.ID, fields{"name": a.Name, "roles": a.Roles, "limits": fields{"addresses": []string{foreign}}}, apitest.Version(a.Version), language)
	})
	s.holds()
}

// What an account may order is said in the cart before it is refused, with the limit and what is left; an order
// that is cancelled gives its amount back to the month.
func TestAnAccountOrdersWithinItsAmounts(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	clerk := d.narrows("D2", "clerk", fields{"per_order": "60", "per_month": "100.00"})
	clerk.Post("/cart/lines", fields{"lines": []line{want("S2", 4)}}).OK()
	if c := clerk.readsCart(); c.Placeable || len(c.Problems) != 1 || c.Problems[0].Code != "over_order_limit" {
		t.Errorf("the cart is %+v", c)
	}
	said := s.refuses(no{status: 409, code: "over_order_limit"}, func(language apitest.Header) *apitest.Answer {
		return clerk.Post("/orders", clerk.order(want("S2", 4)), apitest.Key(), language)
	})
	if said.Facts["limit"] != "60.00" || said.Facts["total"] != "80.00" || said.Facts["over"] != "20.00" {
		t.Errorf("the refusal says %+v", said.Facts)
	}
	first := clerk.places(want("S2", 3))
	clerk.places(want("S2", 1))
	if c := clerk.readsCart(); c.Placeable || c.Problems[0].Code != "over_order_limit" {
		t.Errorf("the cart is %+v", c)
	}
	said = s.refuses(no{status: 409, code: "over_month_limit"}, func(language apitest.Header) *apitest.Answer {
		return clerk.Post("/orders", clerk.order(want("S2", 2)), apitest.Key(), language)
	})
	if said.Facts["limit"] != "100.00" || said.Facts["used"] != "80.00" || said.Facts["left"] != "20.00" {
		t.Errorf("the refusal says %+v", said.Facts)
	}
	if a := d.sub("clerk"); a.Used != "80.00" || a.Limits == nil || a.Limits.PerMonth != "100.00" {
		t.Errorf("the master sees %+v", a)
	}
	d.places(want("S2", 20)) // whom nothing limits
	clerk.moves(clerk.sees(first.Number), "cancel").OK()
	clerk.places(want("S2", 2))
	if a := d.sub("clerk"); a.Used != "60.00" {
		t.Errorf("after the cancellation %s are used", a.Used)
	}
	s.holds()
}

// A change of roles and limits is in force at the account's next request.
func TestAChangeOfAnAccountIsInForceAtOnce(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	clerk := d.narrows("D2", "clerk", fields{})
	clerk.places(want("S2", 1))
	for _, roles := range [][]string{{"viewer"}, {"finance", "viewer"}, {"approver"}} {
		a := d.sub("clerk")
		d.Put("/accounts/"+a.ID, fields{"name": a.Name, "roles": roles}, apitest.Version(a.Version)).OK()
		s.refuses(no{status: 403, code: "permission_missing"}, func(language apitest.Header) *apitest.Answer {
			return clerk.Post("/cart/lines", fields{"lines": []line{want("S2", 1)}}, language)
		})
		var me struct {
			Account struct{ Roles []string }
			May     []string
		}
		if clerk.Get("/me").Into(&me); !slices.Equal(me.Account.Roles, roles) || slices.Contains(me.May, "order.place") || slices.Contains(me.May, "export.run") == slices.Equal(roles, []string{"viewer"}) {
			t.Errorf("as %v it is %+v", roles, me)
		}
	}
	a := d.sub("clerk")
	d.Put("/accounts/"+a.ID, fields{"name": a.Name, "roles": []string{"viewer", "buyer"}}, apitest.Version(a.Version)).OK()
	clerk.places(want("S2", 1))
}
