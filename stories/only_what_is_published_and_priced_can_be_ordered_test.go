package stories_test

import (
	"testing"

	"qudao/internal/apitest"
)

// S3 is for the key dealers, which D2 is not; S4 is a draft; S5 has no price; S9 does not exist. To D2
// they are all the same, but for the one that it may see and that has no price.
func TestWhatADealerMayNotBuyIsRefusedByItsLine(t *testing.T) {
	s := begin(t)
	s.sellsWithoutPrice("S5")
	d := s.buyer("dealer2")
	for sku, code := range map[string]string{"S3": "sku_not_orderable", "S4": "sku_not_orderable", "S9": "sku_not_orderable", "S5": "price_missing", "": "field_too_short"} {
		want1 := no{409, "order_refused", "lines[1]", code}
		if sku == "" {
			want1 = no{422, "invalid_input", "lines[1].sku", code}
		}
		said := s.refuses(want1, func(language apitest.Header) *apitest.Answer {
			return d.Post("/orders", d.order(want("S2", 1), want(sku, 5)), apitest.Key(), language)
		})
		if f := at(said, "lines[1]"); f != nil && f.Facts["sku"] != sku {
			t.Errorf("the refusal speaks of %v, not %s", f.Facts["sku"], sku)
		}
	}
	s.holds()
}

func TestWhatADealerMayNotBuyDoesNotComeIntoItsCart(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	for _, sku := range []string{"S3", "S4", "S9"} {
		s.refuses(no{422, "invalid_input", "lines[0]", "sku_not_orderable"}, func(language apitest.Header) *apitest.Answer {
			return d.Post("/cart/lines", map[string]any{"lines": []line{want(sku, 5)}}, language)
		})
		s.refuses(no{422, "invalid_input", "lines[0]", "sku_not_orderable"}, func(language apitest.Header) *apitest.Answer {
			return d.Put("/cart/lines/"+sku, map[string]any{"quantity": 5}, language)
		})
	}
}

func TestAProductOfOthersIsNotThere(t *testing.T) {
	s := begin(t)
	d1, d2 := s.buyer("dealer1"), s.buyer("dealer2")
	d1.Get("/products/P2").OK()
	for _, code := range []string{"P2", "P3", "P9"} { // for others, a draft, nothing
		d2.Get("/products/"+code).Refused(404, "not_found")
	}
	var found struct{ Count int }
	if d2.Get("/products?q=智能").Into(&found); found.Count != 0 {
		t.Errorf("a search finds %d products of others", found.Count)
	}
	if d1.Get("/products?q=智能").Into(&found); found.Count != 1 {
		t.Errorf("the key dealer finds %d", found.Count)
	}
}

// What was published when the page was opened may be gone when the order is placed: PostgreSQL decides.
func TestWhatIsWithdrawnMeanwhileIsRefused(t *testing.T) {
	s := begin(t)
	d, product := s.buyer("dealer2"), s.staff("product")
	d.places(want("S1", 5)) // every cache is warm
	product.Post("/products/P1/archive", nil, apitest.Key(), apitest.Version(s.version(product, "/products/P1"))).OK()
	s.refuses(no{409, "order_refused", "lines[0]", "sku_not_orderable"}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/orders", d.order(want("S1", 5)), apitest.Key(), language)
	})
	s.holds()
}

func TestAnOrderGoesToAnAddressOfItsDealer(t *testing.T) {
	s := begin(t)
	d1, d2 := s.buyer("dealer1"), s.buyer("dealer2")
	for _, address := range []string{d1.Address, "0192a000-0000-7000-8000-000000000000"} {
		s.refuses(no{422, "address_missing", "address_id", "address_missing"}, func(language apitest.Header) *apitest.Answer {
			body := d2.order(want("S2", 1))
			body["address_id"] = address
			return d2.Post("/orders", body, apitest.Key(), language)
		})
	}
}

func TestAnOrderWithoutLinesIsNone(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer1")
	s.refuses(no{422, "invalid_input", "lines", "order_empty"}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/orders", d.order(), apitest.Key(), language)
	})
}
