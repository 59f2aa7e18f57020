package stories_test

import (
	"testing"
	"time"

	"qudao/internal/apitest"
	"qudao/internal/httpapi"
	"qudao/internal/org"
)

// bearing is a program that shows a key.
func (s *story) bearing(key string) person {
	c := s.Anonymous(httpapi.Open)
	c.Headers = []apitest.Header{{Name: "Authorization", Value: "Bearer " + key}}
	return person{c, s}
}

func TestAKeyWithoutTheScopeIsRefused(t *testing.T) {
	s := begin(t)
	reader, d := s.program(org.OrderRead), s.buyer("dealer1")
	number := d.places(want("S2", 5)).Number
	reader.sees(number)
	for _, c := range []struct {
		method, path, permission string
		body                     any
	}{
		{"POST", "/orders/" + number + "/accept", "order.review", nil},
		{"POST", "/orders/" + number + "/shipments", "order.ship", map[string]any{"external_id": "1", "warehouse": "W1", "carrier": "x", "tracking": "x", "lines": []any{map[string]any{"sku": "S2", "quantity": 5}}}},
		{"PUT", "/products", "product.edit", map[string]any{"items": []any{map[string]any{"code": "P1", "name": "x", "category": "SOCKET"}}}},
		{"PUT", "/prices", "price.edit", map[string]any{"list": "BASE", "items": []any{map[string]any{"sku": "S1", "tiers": []any{}}}}},
		{"PUT", "/stock", "stock.edit", map[string]any{"items": []any{map[string]any{"warehouse": "W1", "sku": "S1", "on_hand": 0}}}},
		{"GET", "/stock", "stock.read", nil},
	} {
		said := s.refuses(no{403, "permission_missing", "", ""}, func(language apitest.Header) *apitest.Answer {
			return reader.Do(c.method, c.path, c.body, apitest.Key(), language)
		})
		if said.Facts["permission"] != c.permission {
			t.Errorf("%s %s names %v, not %s", c.method, c.path, said.Facts["permission"], c.permission)
		}
	}
}

// A key that is wrong, revoked, over or used from elsewhere opens nothing, at its next request.
func TestAKeyThatIsNoLongerValidOpensNothing(t *testing.T) {
	s, now := beginAt(t, time.Now())
	admin := s.staff("admin")
	type made struct{ ID, Key string }
	make := func(more map[string]any) (k made) {
		body := map[string]any{"name": "ERP", "scopes": []string{"order.read"}}
		for name, value := range more {
			body[name] = value
		}
		admin.Post("/api-keys", body, apitest.Key()).Into(&k)
		return k
	}
	revoked, elsewhere, ending := make(nil), make(map[string]any{"addresses": []string{"10.9.0.0/16"}}), make(map[string]any{"expires_at": now.Now().Add(time.Hour)})
	s.bearing(revoked.Key).Get("/orders").OK()
	s.bearing(ending.Key).Get("/orders").OK()
	admin.Delete("/api-keys/" + revoked.ID).OK()
	now.forward(2 * time.Hour)
	s.eventually("the key is over", func() bool { return s.bearing(ending.Key).Get("/orders").Status == 401 })
	for key, want := range map[string]no{
		revoked.Key:         {401, "key_invalid", "", ""},
		ending.Key:          {401, "key_invalid", "", ""},
		elsewhere.Key:       {403, "key_address_refused", "", ""},
		revoked.Key + "x":   {401, "key_invalid", "", ""},
		"qk_":               {401, "key_invalid", "", ""},
		"not-a-key-of-ours": {401, "key_invalid", "", ""},
		apitest.Password:    {401, "key_invalid", "", ""},
		"":                  {401, "api_key_missing", "", ""},
	} {
		s.refuses(want, func(language apitest.Header) *apitest.Answer { return s.bearing(key).Get("/orders", language) })
	}
}

// Nobody gives a program more than they may do themselves, and nothing that does not exist.
func TestAKeyCarriesNoMoreThanItsMaker(t *testing.T) {
	s := begin(t)
	s.Employ("keymaster", org.ScopeAll, org.KeyEdit, org.OrderRead)
	maker := s.staff("keymaster")
	for scope, want := range map[string]no{
		"order.review": {403, "permission_missing", "", ""},
		"order.fly":    {422, "invalid_input", "scopes[0]", "permission_unknown"},
	} {
		s.refuses(want, func(language apitest.Header) *apitest.Answer {
			return maker.Post("/api-keys", map[string]any{"name": "ERP", "scopes": []string{scope}}, apitest.Key(), language)
		})
	}
	maker.Post("/api-keys", map[string]any{"name": "ERP", "scopes": []string{"order.read"}}, apitest.Key()).OK()
	// A program sees every dealer: whoever does not cannot make one.
	s.Employ("narrow", org.ScopeOwn, every("")...)
	narrow := s.staff("narrow")
	s.refuses(no{403, "key_sees_all", "", ""}, func(language apitest.Header) *apitest.Answer {
		return narrow.Post("/api-keys", map[string]any{"name": "ERP", "scopes": []string{"order.read"}}, apitest.Key(), language)
	})
}
