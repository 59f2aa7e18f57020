package qty_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"qudao/internal/fault"
	"qudao/internal/qty"
)

const one = qty.One

func TestARuleRefusesWithTheNearestRightQuantities(t *testing.T) {
	t.Parallel()
	boxes := qty.Rule{Minimum: 20 * one, Multiple: 10 * one}
	for _, c := range []struct {
		rule         qty.Rule
		q            qty.Quantity
		want         error
		below, above any
	}{
		{boxes, 20 * one, nil, nil, nil},
		{boxes, 130 * one, nil, nil, nil},
		{boxes, 0, qty.ErrNotPositive, nil, 20 * one},
		{boxes, -5 * one, qty.ErrNotPositive, nil, 20 * one},
		{boxes, 10 * one, qty.ErrBelowMinimum, nil, 20 * one},
		{boxes, 25 * one, qty.ErrNotMultiple, 20 * one, 30 * one},
		{boxes, qty.MaxLine + 1, qty.ErrTooLarge, qty.MaxLine, nil},
		{boxes, qty.Max, qty.ErrTooLarge, qty.MaxLine, nil},
		{qty.Rule{Minimum: 7 * one, Multiple: 5 * one}, 7 * one, qty.ErrNotMultiple, nil, 10 * one},
		{qty.Rule{Multiple: one}, 1_500, qty.ErrNotMultiple, 1 * one, 2 * one},
		{qty.Rule{Multiple: 3 * one}, qty.MaxLine, qty.ErrNotMultiple, qty.MaxLine - one, nil},
		{qty.Rule{Multiple: 500}, 1_500, nil, nil, nil},
		{qty.Rule{}, 1, nil, nil, nil},
		{qty.Rule{Minimum: -1, Multiple: -1}, qty.MaxLine, nil, nil, nil},
		{qty.Rule{Minimum: math.MaxInt64, Multiple: math.MaxInt64}, one, qty.ErrBelowMinimum, nil, nil},
	} {
		err := c.rule.Check(c.q)
		if c.want == nil {
			if err != nil {
				t.Errorf("%v of %+v gives %v", c.q, c.rule, err)
			}
			continue
		}
		if !errors.Is(err, c.want) {
			t.Errorf("%v of %+v gives %v, want %v", c.q, c.rule, err, c.want)
			continue
		}
		facts := mustFault(t, err).Facts
		if !cmp.Equal(facts["below"], c.below) || !cmp.Equal(facts["above"], c.above) {
			t.Errorf("%v of %+v suggests %v and %v, want %v and %v", c.q, c.rule, facts["below"], facts["above"], c.below, c.above)
		}
	}
}

func TestTheRefusalSaysWhatToOrder(t *testing.T) {
	t.Parallel()
	f := mustFault(t, qty.Rule{Multiple: 10 * one}.Check(25*one))
	if got, want := f.Sentence(fault.Chinese, f.Facts), "数量必须是 10 的整数倍，最近的可订数量：20 / 30。"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	impossible := qty.Rule{Minimum: qty.MaxLine, Multiple: 7 * one}
	for _, q := range []qty.Quantity{-1, 1, qty.MaxLine, qty.Max} {
		f := mustFault(t, impossible.Check(q))
		for _, lang := range []fault.Language{fault.Chinese, fault.English} {
			if s := f.Sentence(lang, f.Facts); strings.ContainsAny(s, "{}") {
				t.Errorf("a fact is missing in %s", s)
			}
		}
	}
	if _, ok := impossible.First(); ok {
		t.Error("a rule that admits nothing has a first quantity")
	}
}

// Small numbers, so that every quantity between can be tried.
func TestSuggestionsAreRightAndNearest(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		rule := qty.Rule{
			Minimum:  qty.Quantity(rapid.Int64Range(-2, 60).Draw(t, "minimum")),
			Multiple: qty.Quantity(rapid.Int64Range(-2, 30).Draw(t, "multiple")),
		}
		q := qty.Quantity(rapid.Int64Range(-5, 100).Draw(t, "quantity"))
		below, above := rule.Nearest(q)
		var wantBelow, wantAbove qty.Quantity
		for n := q; n > 0 && wantBelow == 0; n-- {
			if rule.Check(n) == nil {
				wantBelow = n
			}
		}
		for n := q; wantAbove == 0; n++ {
			if rule.Check(n) == nil {
				wantAbove = n
			}
		}
		if below != wantBelow || above != wantAbove {
			t.Fatalf("nearest of %v are %v and %v, want %v and %v", q, below, above, wantBelow, wantAbove)
		}
	})
}

// Any numbers at all: what is suggested passes, and nothing overflows.
func TestSuggestionsPassTheirRule(t *testing.T) {
	t.Parallel()
	anyQuantity := rapid.Map(rapid.OneOf(rapid.Int64(), rapid.Int64Range(0, int64(qty.MaxLine)),
		rapid.Int64Range(int64(qty.MaxLine)-5, int64(qty.MaxLine)+5)),
		func(n int64) qty.Quantity { return qty.Quantity(n) })
	rapid.Check(t, func(t *rapid.T) {
		rule := qty.Rule{Minimum: anyQuantity.Draw(t, "minimum"), Multiple: anyQuantity.Draw(t, "multiple")}
		q := anyQuantity.Draw(t, "quantity")
		below, above := rule.Nearest(q)
		for _, suggestion := range []qty.Quantity{below, above} {
			if suggestion != 0 && rule.Check(suggestion) != nil {
				t.Fatalf("%v is suggested, but %v", suggestion, rule.Check(suggestion))
			}
		}
		if below != 0 && below > q || above != 0 && above < q {
			t.Fatalf("%v is not between %v and %v", q, below, above)
		}
		if (rule.Check(q) == nil) != (q > 0 && below == q && above == q) {
			t.Fatalf("%v lies between %v and %v, yet %v", q, below, above, rule.Check(q))
		}
	})
}

func mustFault(t *testing.T, err error) *fault.Fault {
	t.Helper()
	f, ok := fault.As(err)
	if !ok {
		t.Fatalf("%v is no fault", err)
	}
	return f
}
