package office_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"qudao/internal/apitest"
)

// odd are values that no page sends.
var odd = []string{"\x00", "a\x00b", "\xff", "'", `\`, "%", "99999999999999999999", "-1", "2147483648", "NaN", strings.Repeat("长", 3000), "{}", "../..", "\u202e"}

var oddReads = []string{
	"/dealers?q=*", "/dealers?level=*", "/dealers?region=*", "/dealers?tag=*", "/dealers?audience=*", "/dealers?cursor=*", "/dealers?limit=*", "/dealers/*",
	"/audiences/*", "/audiences/*/dealers", "/audiences/ALL/dealers?cursor=*", "/products?q=*", "/products?category=*", "/products?cursor=*", "/products/*",
	"/price-lists?q=*", "/price-lists?cursor=*", "/price-lists/*", "/price-lists/*/prices", "/price-lists/VIP/prices?q=*", "/price-lists/VIP/prices?cursor=*",
	"/prices/explain?dealer=*&sku=S1", "/prices/explain?dealer=D1&sku=*", "/prices/explain?dealer=D1&sku=S1&quantity=*",
	"/stock?q=*", "/stock?sku=*", "/stock?warehouse=*", "/stock?low=*", "/stock?cursor=*", "/stock/*/movements", "/runs?cursor=*", "/runs/*", "/imports/*/template",
	"/audit?actor=*", "/audit?table=*", "/audit?key=*", "/audit?from=*", "/audit?cursor=*",
}

// Whatever a caller asks, it is answered or refused: it never breaks the server.
func TestOddQuestionsAreAnsweredOrRefused(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	admin := s.Office("admin")
	for _, path := range oddReads {
		for _, value := range odd {
			before, after, _ := strings.Cut(path, "*")
			at := before + url.PathEscape(value) + after
			if strings.Contains(before, "?") {
				at = before + url.QueryEscape(value) + after
			}
			if a := admin.Get(at); a.Status >= http.StatusInternalServerError {
				t.Errorf("%.80s: %d %s", at, a.Status, a.Body)
			}
		}
	}
}

// The same of bodies: each field in turn.
func TestOddBodiesAreTakenOrRefused(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	admin := s.Office("admin")
	for _, c := range []struct {
		method, path string
		body         fields
	}{
		{http.MethodPost, "/dealers", fields{"code": "X", "name": "x", "short_name": "", "level": "A", "region": 330100, "rep": "", "contact": "", "phone": "", "credit_code": "", "tags": []string{}, "divisions": []string{}}},
		{http.MethodPost, "/dealers/D1/accounts", fields{"name": "x", "username": "odd-one", "password": apitest.Password}},
		{http.MethodPost, "/audiences", fields{"code": "X", "name": "x", "rule": fields{}}},
		{http.MethodPost, "/audiences/preview", fields{"rule": fields{"levels": []string{}, "regions": []int{}, "dealers_in": []string{}}}},
		{http.MethodPost, "/products", fields{"code": "X", "name": "x", "category": "SOCKET", "series": "", "template": "", "unit": "", "description": "", "images": []string{}, "allow": []string{}, "divisions": []string{}}},
		{http.MethodPost, "/categories", fields{"code": "X", "name": "x", "parent": "", "sort": 1}},
		{http.MethodPost, "/templates", fields{"code": "x", "name": "x", "attributes": []fields{}}},
		{http.MethodPost, "/price-lists", fields{"code": "X", "name": "x", "kind": "audience", "audience": "ALL", "priority": 1}},
		{http.MethodPost, "/stock/adjust", fields{"warehouse": "W1", "sku": "S1", "quantity": 1, "reason": "x"}},
		{http.MethodPost, "/staff", fields{"code": "X", "name": "x", "username": "odd-two", "password": apitest.Password, "roles": []string{}, "data_scope": "all"}},
		{http.MethodPost, "/roles", fields{"code": "X", "name": "x", "permissions": []string{}}},
		{http.MethodPost, "/api-keys", fields{"name": "x", "scopes": []string{"order.read"}, "addresses": []string{}}},
		{http.MethodPost, "/exports", fields{"kind": "prices", "filter": fields{"list": "BASE", "q": "x"}}},
	} {
		for field := range c.body {
			for _, value := range []string{"\x00", "a\x00b", `\`, strings.Repeat("长", 3000)} {
				values := []any{value, []string{value}, fields{value: value}}
				if list, ok := c.body[field].(fields); ok {
					values = nil
					for inner := range list {
						values = append(values, fields{inner: []string{value}}, fields{inner: value, "list": "BASE"})
					}
				}
				for _, v := range append(values, 1e300, -1, 4294967296, nil) {
					body := fields{}
					for k, had := range c.body {
						body[k] = had
					}
					body[field] = v
					if a := admin.Do(c.method, c.path, body, apitest.Key()); a.Status >= http.StatusInternalServerError {
						t.Errorf("%s %s %.60v: %d %s", c.path, field, v, a.Status, a.Body)
					}
				}
			}
		}
	}
}
