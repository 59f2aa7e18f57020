package stories_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/org"
)

func TestAFieldThatIsNotThereIsRefused(t *testing.T) {
	s := begin(t)
	d, desk := s.buyer("dealer2"), s.staff("desk")
	erp := s.program(org.ProductEdit, org.StockEdit, org.StockRead)
	o := desk.sees(d.places(want("S2", 5)).Number)
	withPrice := d.order(want("S2", 1))
	withPrice["lines"] = []any{map[string]any{"sku": "S2", "quantity": 1, "price": "0.01"}}
	withTotal := d.order(want("S2", 1))
	withTotal["dealer"] = "D1"
	for _, c := range []struct {
		who          person
		method, path string
		body         any
		at           string
	}{
		{d.person, http.MethodPost, "/orders", withPrice, "lines[0].price"}, // nobody names their price
		{d.person, http.MethodPost, "/orders", withTotal, "dealer"},
		{d.person, http.MethodPut, "/cart/lines/S2", map[string]any{"quantity": 1, "amount": 1}, "amount"},
		{desk, http.MethodPost, "/orders/" + o.ID + "/accept", map[string]any{"total": "1.00"}, "total"},
		{erp, http.MethodPut, "/stock", map[string]any{"items": []any{map[string]any{"warehouse": "W1", "sku": "S1", "on_hand": 1, "reserved": 0}}}, "items[0].reserved"},
		{erp, http.MethodPut, "/products", map[string]any{"items": []any{map[string]any{"code": "P1", "name": "x", "category": "SOCKET", "id": 7}}}, "items[0].id"},
	} {
		s.refuses(no{422, "invalid_input", c.at, "field_unknown"}, func(language apitest.Header) *apitest.Answer {
			return c.who.Do(c.method, c.path, c.body, apitest.Key(), apitest.Version(o.Version), language)
		})
	}
	s.refuses(no{422, "invalid_input", "colour", "field_unknown"}, func(language apitest.Header) *apitest.Answer {
		return d.Get("/products?colour=red", language)
	})
}

func TestABodyThatIsNoneIsRefused(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	for name, c := range map[string]struct {
		kind, body string
		want       no
	}{
		"none":          {"application/json", "", no{400, "body_missing", "", ""}},
		"no JSON":       {"application/json", `{"lines":[`, no{400, "body_unreadable", "", ""}},
		"a list":        {"application/json", `[]`, no{422, "invalid_input", "", "field_type"}},
		"a form":        {"application/x-www-form-urlencoded", "a=b", no{415, "body_type_wrong", "", ""}},
		"plain text":    {"text/plain", "{}", no{415, "body_type_wrong", "", ""}},
		"too much":      {"application/json", `{"remark":"` + strings.Repeat("a", 1<<20) + `"}`, no{413, "body_too_large", "", ""}},
		"a zero byte":   {"application/json", `{"address_id":"` + d.Address + `","remark":"a\u0000b","lines":[{"sku":"S2","quantity":1}]}`, no{422, "text_invalid", "", ""}},
		"missing parts": {"application/json", `{"lines":[{"sku":"S2"}]}`, no{422, "invalid_input", "lines[0].quantity", "field_required"}},
		"no address":    {"application/json", `{"lines":[]}`, no{422, "invalid_input", "address_id", "field_required"}},
		"a bad id":      {"application/json", `{"address_id":"7","lines":[]}`, no{422, "invalid_input", "address_id", "field_format"}},
		"a long remark": {"application/json", `{"address_id":"` + d.Address + `","remark":"` + strings.Repeat("长", 501) + `","lines":[]}`, no{422, "invalid_input", "remark", "text_too_long"}},
	} {
		t.Log(name)
		s.refuses(c.want, func(language apitest.Header) *apitest.Answer {
			return d.Send(d.Request(http.MethodPost, "/orders", bytes.NewReader([]byte(c.body)), apitest.Header{Name: "Content-Type", Value: c.kind}, apitest.Key(), language))
		})
	}
}

func TestAnAddressThatIsNoneIsRefused(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	for _, c := range []struct {
		method, path string
		want         no
	}{
		{http.MethodGet, "/nothing", no{404, "not_found", "", ""}},
		{http.MethodGet, "/orders/SO20260101-000001", no{404, "not_found", "", ""}},
		{http.MethodGet, "/orders/SO", no{404, "not_found", "", ""}},
		{http.MethodGet, "/orders/%00", no{404, "not_found", "", ""}},
		{http.MethodDelete, "/orders", no{405, "method_not_allowed", "", ""}},
		{http.MethodGet, "/orders?limit=0x10", no{422, "invalid_input", "limit", "field_type"}},
		{http.MethodGet, "/orders?limit=100000", no{422, "page_too_large", "limit", "page_too_large"}},
		{http.MethodGet, "/orders?cursor=nonsense", no{422, "cursor_invalid", "", ""}},
		{http.MethodGet, "/products?sort=cheap", no{422, "invalid_input", "sort", "value_not_allowed"}},
		{http.MethodGet, "/products?q=" + strings.Repeat("a", 101), no{422, "invalid_input", "q", "text_too_long"}},
	} {
		t.Log(c.method, c.path)
		s.refuses(c.want, func(language apitest.Header) *apitest.Answer { return d.Do(c.method, c.path, nil, language) })
	}
}

// What a person saw is what they pay, or they are asked again.
func TestAnotherTotalThanTheOneSeenIsRefused(t *testing.T) {
	s := begin(t)
	d, price := s.buyer("dealer2"), s.staff("price")
	body := d.order(want("S2", 2))
	body["expected_total"] = "40.00"
	d.Post("/orders", body, apitest.Key()).OK()
	price.Put("/price-lists/BASE/prices", map[string]any{"changes": []any{map[string]any{"sku": "S2", "tiers": []any{map[string]any{"minimum": 0, "price": "20.505"}}}}}, apitest.Key()).OK()
	said := s.refuses(no{409, "total_changed", "", ""}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/orders", body, apitest.Key(), language)
	})
	if said.Facts["total"] != "41.01" || said.Facts["expected"] != "40.00" {
		t.Errorf("the refusal says %v", said.Facts)
	}
	for _, wrong := range []any{"40.000", 40, "1e2", "", "forty"} {
		body["expected_total"] = wrong
		if p := d.Post("/orders", body, apitest.Key()).Refused(422, "invalid_input"); at(p, "expected_total") == nil {
			t.Errorf("%v is refused with %+v", wrong, p.Errors)
		}
	}
}

func TestAFrozenDealerSeesEverythingAndOrdersNothing(t *testing.T) {
	s := begin(t)
	d, admin := s.buyer("dealer2"), s.staff("admin")
	number := d.places(want("S2", 1)).Number
	s.freezes(admin, "D2")
	s.eventually("the dealer is frozen", func() bool { return d.asks(want("S2", 1)).Status == 403 })
	s.refuses(no{403, "permission_missing", "", ""}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/orders", d.order(want("S2", 1)), apitest.Key(), language)
	})
	d.sees(number)
	d.Get("/products/P1").OK()
}

// Values that no page sends are answered or refused, and never break the server.
func TestOddValuesBreakNothing(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	erp := s.program(org.OrderRead, org.OrderReview, org.OrderShip, org.ProductEdit, org.PriceEdit, org.StockEdit, org.StockRead)
	number := d.places(want("S2", 5)).Number
	odd := []any{"\x00", "a\x00b", "'", `\`, "%", "_", "99999999999999999999", -1, 1e300, 1e-9, "NaN", strings.Repeat("长", 3000), nil, []any{}, map[string]any{}, true, "../..", "\u202e", "🧦"}
	sane := func(who person, method, path string, body any) {
		t.Helper()
		if a := who.Do(method, path, body, apitest.Key(), apitest.Version(1)); a.Status >= http.StatusInternalServerError {
			t.Errorf("%s %.80s %.80v: %d %s", method, path, body, a.Status, a.Body)
		}
	}
	for _, value := range odd {
		if text, ok := value.(string); ok {
			for _, path := range []string{"/products?q=", "/products?category=", "/products?f=", "/products?f=power%3A", "/products?cursor=", "/orders?q=", "/orders?state=", "/orders?cursor=", "/orders?from="} {
				sane(d.person, http.MethodGet, path+escape(text), nil)
			}
			for _, path := range []string{"/products/", "/orders/", "/cart/lines/"} {
				sane(d.person, http.MethodGet, path+strings.ReplaceAll(escape(text), "+", "%20"), nil)
			}
			sane(erp, http.MethodGet, "/orders?cursor="+escape(text), nil)
			sane(erp, http.MethodGet, "/stock?sku="+escape(text), nil)
			sane(erp, http.MethodGet, "/orders/"+escape(text), nil)
		}
		for _, c := range []struct {
			who          person
			method, path string
			body         map[string]any
		}{
			{d.person, http.MethodPost, "/orders", map[string]any{"address_id": value, "lines": []line{want("S2", 1)}}},
			{d.person, http.MethodPost, "/orders", map[string]any{"address_id": d.Address, "lines": value}},
			{d.person, http.MethodPost, "/orders", map[string]any{"address_id": d.Address, "lines": []any{map[string]any{"sku": value, "quantity": 1}}}},
			{d.person, http.MethodPost, "/orders", map[string]any{"address_id": d.Address, "lines": []line{want("S2", value)}}},
			{d.person, http.MethodPost, "/orders", map[string]any{"address_id": d.Address, "lines": []line{want("S2", 1)}, "remark": value, "expected_total": "0.01"}},
			{d.person, http.MethodPost, "/orders", map[string]any{"address_id": d.Address, "lines": []line{want("S2", 1)}, "expected_total": value, "remark": "x"}},
			{d.person, http.MethodPost, "/cart/lines", map[string]any{"lines": []line{want("S2", value)}}},
			{d.person, http.MethodPut, "/cart/lines/S2", map[string]any{"quantity": value}},
			{d.person, http.MethodPost, "/parts", map[string]any{"text": value}},
			{d.person, http.MethodPost, "/parts", map[string]any{"lines": []any{map[string]any{"part": value, "quantity": 1}}}},
			{d.person, http.MethodPost, "/orders/" + number + "/cancel", map[string]any{"reason": value, "x": 1}},
			{erp, http.MethodPost, "/orders/" + number + "/shipments", map[string]any{"external_id": value, "warehouse": value, "carrier": value, "tracking": value, "lines": []any{map[string]any{"sku": value, "quantity": 1}}}},
			{erp, http.MethodPut, "/stock", map[string]any{"reason": value, "items": []any{map[string]any{"warehouse": "W1", "sku": "S1", "on_hand": 200}}}},
			{erp, http.MethodPut, "/stock", map[string]any{"items": []any{map[string]any{"warehouse": "W1", "sku": "S1", "on_hand": value, "external_id": "e"}}}},
			{erp, http.MethodPut, "/stock", map[string]any{"items": []any{map[string]any{"warehouse": value, "sku": value, "on_hand": 1, "external_id": value}}}},
			{erp, http.MethodPut, "/stock", map[string]any{"source_version": value, "items": []any{map[string]any{"warehouse": "W1", "sku": "S1", "on_hand": 1}}}},
			{erp, http.MethodPut, "/prices", map[string]any{"list": "BASE", "items": []any{map[string]any{"sku": "S2", "tiers": []any{map[string]any{"minimum": value, "price": "1.00"}}}}}},
			{erp, http.MethodPut, "/prices", map[string]any{"list": value, "items": []any{map[string]any{"sku": value, "tiers": []any{map[string]any{"minimum": 0, "price": value}}}}}},
			{erp, http.MethodPut, "/products", map[string]any{"items": []any{map[string]any{"code": value, "name": value, "category": "SOCKET", "unit": value, "description": value}}}},
			{erp, http.MethodPut, "/products", map[string]any{"items": []any{map[string]any{"code": "ODD", "name": "x", "category": value, "images": []any{value}, "attributes": map[string]any{"a": value}}}}},
			{erp, http.MethodPut, "/products", map[string]any{"items": []any{map[string]any{"code": "ODD", "name": "x", "category": "SOCKET", "skus": []any{map[string]any{"code": value, "minimum": value, "tax_rate": value, "lead_days": value}}}}}},
		} {
			sane(c.who, c.method, c.path, c.body)
		}
	}
	s.holds()
}
