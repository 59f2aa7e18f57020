package stories_test

import (
	"slices"
	"testing"

	"qudao/internal/apitest"
)

// No quantity makes a cart that cannot be read any more: a refusal leaves it as it was, and what costs
// more than an amount holds is named in its line.
func TestNoQuantityBreaksACart(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	d.Put("/cart/lines/S1", fields{"quantity": 5}).OK()
	for _, quantity := range []any{-5, 1_000_000_001} {
		s.refuses(no{422, "invalid_input", "lines[0].quantity", map[bool]string{true: "quantity_not_positive", false: "quantity_too_large"}[quantity == -5]}, func(language apitest.Header) *apitest.Answer {
			return d.Post("/cart/lines", fields{"lines": []line{want("S2", quantity)}}, language)
		})
	}
	// Each is right by itself, their sum is not.
	s.refuses(no{422, "invalid_input", "lines", "quantity_too_large"}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/cart/lines", fields{"lines": slices.Repeat([]line{want("S2", 1_000_000_000)}, 1000)}, language)
	})
	s.costs("S2", "999999.99")
	d.Put("/cart/lines/S2", fields{"quantity": 1_000_000_000}).OK()
	c := d.readsCart()
	if c.Placeable || len(c.Lines) != 2 || c.Lines[1].Problem == nil || c.Lines[1].Problem.Code != "amount_too_large" || c.Lines[1].Amount != "" || c.Total != "50.00" {
		t.Errorf("the cart is %+v", c)
	}
	d.Put("/cart/lines/S2", fields{"quantity": 1}).OK()
	if c := d.readsCart(); !c.Placeable || c.Total != "1000049.99" {
		t.Errorf("put right, the cart is %+v", c)
	}
}

// What was in the cart and can no longer be bought stays there, named, until the dealer takes it out.
func TestWhatCanNoLongerBeBoughtIsNamedInTheCart(t *testing.T) {
	s := begin(t)
	d, product := s.buyer("dealer1"), s.staff("product")
	d.Post("/cart/lines", fields{"lines": []line{want("S3", 2), want("S2", 1)}}).OK()
	product.Post("/products/P2/archive", nil, apitest.Key(), apitest.Version(s.version(product, "/products/P2"))).OK()
	s.eventually("the withdrawal is heard of", func() bool {
		gone := d.readsCart().Lines[1]
		return gone.Problem != nil && gone.Problem.Code == "sku_not_orderable" && gone.SKU == "S3" && gone.Price == ""
	})
	if d.readsCart().Placeable {
		t.Error("the cart can be placed")
	}
	d.Delete("/cart/lines/S3").OK()
	if c := d.readsCart(); !c.Placeable || c.Total != "20.00" {
		t.Errorf("the cart is %+v", c)
	}
}

// An order again: what can be bought goes into the cart, the rest is named.
func TestAnOrderAgainPutsIntoTheCartWhatCanBeBought(t *testing.T) {
	s := begin(t)
	d, product := s.buyer("dealer1"), s.staff("product")
	number := d.places(want("S3", 2), want("S2", 4)).Number
	product.Post("/products/P2/archive", nil, apitest.Key(), apitest.Version(s.version(product, "/products/P2"))).OK()
	s.eventually("the withdrawal is heard of", func() bool { return d.Get("/products/P2").Status == 404 })
	var c cart
	s.eventually("the withdrawal is heard of by the cart", func() bool {
		d.Delete("/cart").OK()
		d.Post("/orders/"+number+"/reorder", nil).Into(&c)
		return len(c.Problems) == 1
	})
	if len(c.Lines) != 1 || c.Lines[0].SKU != "S2" || c.Lines[0].Quantity != 4 || c.Problems[0].Code != "sku_not_orderable" {
		t.Errorf("the cart is %+v", c)
	}
}
