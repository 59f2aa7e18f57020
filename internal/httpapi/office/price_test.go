package office_test

import (
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/httpapi/office"
	"qudao/internal/page"
)

func TestPriceLists(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	price := s.Office("price")

	var list page.List[office.PriceList]
	price.Get("/price-lists").Into(&list)
	if len(list.Items) != 2 || list.Items[0].Code != "VIP" || list.Items[0].Audience.Code != "KEY" || list.Items[0].Count != 1 || list.Items[1].Kind != "base" || list.Items[1].Count != 4 {
		t.Errorf("%+v", list)
	}
	price.Get("/price-lists?kind=base").Into(&list)
	if len(list.Items) != 1 || !list.Items[0].TaxIncluded || list.Items[0].Currency != "CNY" {
		t.Errorf("%+v", list)
	}

	var made office.PriceList
	form := fields{"code": "D1S", "name": "晨光特价", "kind": "dealer", "dealer": "D1", "currency": "CNY", "valid_from": "2026-01-01T00:00:00+08:00", "state": "active", "priority": 0}
	price.Post("/price-lists", form, apitest.Key()).Into(&made)
	if made.Version != 1 || made.Dealer.Name != "杭州晨光电器" || made.ValidFrom == nil || made.ValidTo != nil {
		t.Errorf("%+v", made)
	}
	delete(form, "code")
	form["name"], form["state"] = "晨光旧价", "archived"
	price.Put("/price-lists/D1S", form, apitest.Version(1)).Into(&made)
	if made.Name != "晨光旧价" || made.State != "archived" || made.Version != 2 {
		t.Errorf("%+v", made)
	}
	price.Put("/price-lists/D1S", form, apitest.Version(1)).Refused(412, "version_changed")
	price.Get("/price-lists/NONE").Refused(404, "not_found")
	price.Post("/price-lists", fields{"code": "VIP", "name": "x", "kind": "base"}, apitest.Key()).Refused(409, "price_list_code_taken")
	wantFields(t, price.Post("/price-lists", fields{"code": "-", "name": "", "kind": "audience", "dealer": "D1"}, apitest.Key()).Refused(422, "invalid_input"),
		map[string]string{"code": "price_list_code_invalid", "name": "price_list_name_invalid", "audience": "price_list_target_missing", "dealer": "price_list_target_wrong"})
	wantFields(t, price.Post("/price-lists", fields{"code": "X", "name": "x", "kind": "audience", "audience": "NONE"}, apitest.Key()).Refused(422, "price_list_audience_unknown"),
		map[string]string{"audience": "price_list_audience_unknown"})
	missing(t, s.Office("desk").Post("/price-lists", form, apitest.Key()), "price.edit")
	missing(t, s.Office("warehouse").Get("/price-lists"), "price.read")
}

func TestPrices(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	price := s.Office("price")

	var list page.List[office.Price]
	price.Get("/price-lists/VIP/prices").Into(&list)
	if len(list.Items) != 1 || len(list.Items[0].Tiers) != 2 || list.Items[0].Tiers[1].Price != 8_000_000 || *list.Items[0].Base != 10_000_000 {
		t.Errorf("%+v", list)
	}
	var changed office.PricesChanged
	key := apitest.SameKey("change-prices-1")
	body := fields{"changes": []fields{{"sku": "S2", "tiers": []fields{{"minimum": 0, "price": "18.50"}}}, {"sku": "S1", "tiers": []fields{}}}}
	price.Put("/price-lists/VIP/prices", body, key).Into(&changed)
	if changed.Changed != 2 {
		t.Errorf("%+v", changed)
	}
	version := changed.Version
	price.Put("/price-lists/VIP/prices", body, key).Into(&changed)
	if changed.Version != version {
		t.Errorf("a repetition made version %d of %d", changed.Version, version)
	}
	price.Get("/price-lists/VIP/prices?q=qm-s2").Into(&list)
	if len(list.Items) != 1 || list.Items[0].SKU != "S2" {
		t.Errorf("%+v", list)
	}
	price.Put("/price-lists/NONE/prices", body, apitest.Key()).Refused(404, "not_found")
	wantFields(t, price.Put("/price-lists/VIP/prices", fields{"changes": []fields{{"sku": "S2", "tiers": []fields{{"minimum": 0, "price": "0.00"}}}, {"sku": "NONE", "tiers": []fields{}},
		{"sku": "S3", "tiers": []fields{{"minimum": 50, "price": "1.00"}}}}}, apitest.Key()).Refused(422, "invalid_input"),
		map[string]string{"changes[0].tiers[0].price": "list_price_not_positive", "changes[1].sku": "list_price_sku_unknown", "changes[2].tiers[0].minimum": "list_price_first_tier"})
	wantFields(t, price.Put("/price-lists/VIP/prices", fields{"changes": []fields{{"sku": "S2", "tiers": []fields{{"minimum": 0, "price": "18.1234567"}}}}}, apitest.Key()).Refused(422, "invalid_input"),
		map[string]string{"changes[0].tiers[0].price": "field_format"})
	price.Put("/price-lists/VIP/prices", fields{"changes": []fields{}}, apitest.Key()).Refused(422, "invalid_input")
	missing(t, s.Office("desk").Put("/price-lists/VIP/prices", body, apitest.Key()), "price.edit")
}

func TestExplainingAPrice(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	price := s.Office("price")
	var e office.Explanation
	price.Get("/prices/explain?dealer=D1&sku=S1&quantity=100").Into(&e)
	if *e.Price != 8_000_000 || *e.Amount != 80_000 || len(e.Tiers) != 2 || len(e.Trace.Steps) != 2 || !e.Trace.Steps[0].Applied || e.Trace.Steps[0].Rule != "VIP" || e.Trace.Steps[1].Reason != "lower_priority" {
		t.Errorf("%+v", e)
	}
	price.Get("/prices/explain?dealer=D2&sku=S1").Into(&e)
	if *e.Price != 10_000_000 || e.Quantity != 5000 || e.Dealer.Name != "广州远航照明" {
		t.Errorf("%+v", e)
	}
	// No price is no price, not zero.
	price.Put("/price-lists/BASE/prices", fields{"changes": []fields{{"sku": "S4", "tiers": []fields{}}}}, apitest.Key()).OK()
	var none office.Explanation
	price.Get("/prices/explain?dealer=D2&sku=S4").Into(&none)
	if none.Price != nil || none.Tiers == nil || none.Trace.Steps == nil {
		t.Errorf("%+v", none)
	}
	price.Get("/prices/explain?dealer=D0&sku=S1").Refused(404, "not_found")
	wantFields(t, price.Get("/prices/explain?dealer=D1&sku=S1&quantity=many").Refused(422, "quantity_invalid"), map[string]string{"quantity": "quantity_invalid"})
	wantFields(t, price.Get("/prices/explain?sku=S1").Refused(422, "invalid_input"), map[string]string{"dealer": "field_required"})
	missing(t, s.Office("warehouse").Get("/prices/explain?dealer=D1&sku=S1"), "price.read")
}
