package stories_test

import (
	"testing"

	"qudao/internal/apitest"
)

// S1 is sold from five, in fives; S2 by the piece.
func TestAQuantityThatDoesNotFitIsRefusedByItsLine(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	for _, c := range []struct {
		line line
		want no
		fact string
		says any
	}{
		{want("S1", 0), no{409, "order_refused", "lines[1].quantity", "quantity_not_positive"}, "nearest", "5"},
		{want("S1", -5), no{409, "order_refused", "lines[1].quantity", "quantity_not_positive"}, "nearest", "5"},
		{want("S1", 4), no{409, "order_refused", "lines[1].quantity", "quantity_below_minimum"}, "minimum", 5.0},
		{want("S1", 12), no{409, "order_refused", "lines[1].quantity", "quantity_not_multiple"}, "multiple", 5.0},
		{want("S1", 5.5), no{409, "order_refused", "lines[1].quantity", "quantity_not_multiple"}, "multiple", 5.0},
		{want("S1", 1_000_000_000_000), no{409, "order_refused", "lines[1].quantity", "quantity_too_large"}, "maximum", 1e9},
		{want("S1", 1_000_000_000_001), no{422, "invalid_input", "lines[1].quantity", "field_too_large"}, "maximum", 1e12},
		{want("S1", 1.2345), no{422, "invalid_input", "lines[1].quantity", "quantity_too_precise"}, "", nil},
		{want("S1", "ten"), no{422, "invalid_input", "lines[1].quantity", "field_type"}, "wanted", "number"},
		{want("S1", nil), no{422, "invalid_input", "lines[1].quantity", "field_type"}, "wanted", "number"},
	} {
		said := s.refuses(c.want, func(language apitest.Header) *apitest.Answer {
			return d.Post("/orders", d.order(want("S2", 1), c.line), apitest.Key(), language)
		})
		if f := at(said, c.want.at); f != nil && c.fact != "" && f.Facts[c.fact] != c.says {
			t.Errorf("%v: %s is %v, not %v", c.line, c.fact, f.Facts[c.fact], c.says)
		}
	}
	s.holds()
}
