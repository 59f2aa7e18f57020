package pricing_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"qudao/internal/money"
	"qudao/internal/pricing"
	"qudao/internal/qty"
)

var noon = time.Date(2026, time.November, 20, 12, 0, 0, 0, time.UTC)

func yuan(n int64) money.Price { return money.Price(n * 1_000_000) }

func list(kind pricing.Kind, code string) *pricing.List {
	return &pricing.List{Code: code, Name: code, Kind: kind, TaxIncluded: true}
}

func plain(price int64) pricing.Tiers { return pricing.Tiers{{Price: yuan(price)}} }

func TestTheFirstSourceThatHasAPriceWins(t *testing.T) {
	t.Parallel()
	own, high, low, base := list(pricing.KindDealer, "own"), list(pricing.KindAudience, "high"), list(pricing.KindAudience, "low"), list(pricing.KindBase, "base")
	ended, notYet := list(pricing.KindDealer, "ended"), list(pricing.KindAudience, "not-yet")
	before, after := noon.Add(-time.Second), noon.Add(time.Second)
	ended.ValidTo, notYet.ValidFrom = &before, &after
	lastMoment, firstMoment := list(pricing.KindDealer, "last-moment"), list(pricing.KindAudience, "first-moment")
	lastMoment.ValidTo, firstMoment.ValidFrom = &noon, &noon
	ladder := pricing.Tiers{{Minimum: 10 * qty.One, Price: yuan(9)}, {Minimum: 100 * qty.One, Price: yuan(8)}}
	for name, c := range map[string]struct {
		offers  []pricing.Offer
		count   qty.Quantity
		want    string
		price   money.Price
		refused []string
	}{
		"the dealer's own list before all others": {
			[]pricing.Offer{{own, plain(5)}, {high, plain(6)}, {base, plain(9)}}, qty.One, "own", yuan(5),
			[]string{"high lower_priority", "base lower_priority"},
		},
		"dearer or not": {[]pricing.Offer{{own, plain(50)}, {base, plain(9)}}, qty.One, "own", yuan(50), []string{"base lower_priority"}},
		"the audience list of the higher priority": {
			[]pricing.Offer{{high, plain(6)}, {low, plain(4)}, {base, plain(9)}}, qty.One, "high", yuan(6),
			[]string{"low lower_priority", "base lower_priority"},
		},
		"the base list when no other has the SKU": {[]pricing.Offer{{own, nil}, {base, plain(9)}}, qty.One, "base", yuan(9), nil},
		"not a list that has ended, nor one that has not begun": {
			[]pricing.Offer{{ended, plain(1)}, {notYet, plain(2)}, {base, plain(9)}}, qty.One, "base", yuan(9),
			[]string{"ended not_valid", "not-yet not_valid"},
		},
		"a list ends before its last instant": {[]pricing.Offer{{lastMoment, plain(1)}, {base, plain(9)}}, qty.One, "base", yuan(9), []string{"last-moment not_valid"}},
		"and holds from its first":            {[]pricing.Offer{{firstMoment, plain(1)}, {base, plain(9)}}, qty.One, "first-moment", yuan(1), []string{"base lower_priority"}},
		"below the first tier the next source is asked": {
			[]pricing.Offer{{own, ladder}, {base, plain(12)}}, 10*qty.One - 1, "base", yuan(12), []string{"own below_first_tier"},
		},
		"at a tier's minimum it holds": {[]pricing.Offer{{own, ladder}}, 10 * qty.One, "own", yuan(9), nil},
		"just below the next tier":     {[]pricing.Offer{{own, ladder}}, 100*qty.One - 1, "own", yuan(9), nil},
		"from the next tier upwards":   {[]pricing.Offer{{own, ladder}}, 5000 * qty.One, "own", yuan(8), nil},
		"no source, no price":          {nil, qty.One, "", 0, nil},
		"nor from lists that do not apply": {
			[]pricing.Offer{{ended, plain(1)}, {own, ladder}}, qty.One, "", 0, []string{"ended not_valid", "own below_first_tier"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b, err := pricing.Evaluate([]pricing.Line{{SKU: 1, Quantity: c.count, TaxRate: 1300, Offers: c.offers}}, noon)
			if err != nil {
				t.Fatal(err)
			}
			got := b.Lines[0]
			code, refused := "", []string(nil)
			if got.List != nil {
				code = got.List.Code
			}
			applied := 0
			for _, s := range got.Trace.Steps {
				if s.Applied {
					applied++
					if s.Rule != c.want || s.Price != c.price || s.Reason != "" {
						t.Errorf("applied %+v", s)
					}
				} else {
					refused = append(refused, s.Rule+" "+s.Reason)
				}
			}
			if code != c.want || got.Price != c.price || !slices.Equal(refused, c.refused) || applied > 1 || (applied == 1) != (c.want != "") {
				t.Errorf("%s at %s, refused %q; want %s at %s, refused %q", code, got.Price, refused, c.want, c.price, c.refused)
			}
			if c.want == "" && (b.Total != 0 || got.Amount != 0 || got.List != nil) {
				t.Errorf("no price, yet %+v", got)
			}
		})
	}
}

func TestTaxIsInThePriceOrOnTopOfIt(t *testing.T) {
	t.Parallel()
	with, without := list(pricing.KindBase, "with"), list(pricing.KindBase, "without")
	without.TaxIncluded = false
	line := func(l *pricing.List) pricing.Line {
		return pricing.Line{SKU: 1, Quantity: 3 * qty.One, TaxRate: 1300, Offers: []pricing.Offer{{l, plain(113)}}}
	}
	b, err := pricing.Evaluate([]pricing.Line{line(with), line(without)}, noon)
	if err != nil {
		t.Fatal(err)
	}
	type sums struct{ Amount, Net, Tax money.Amount }
	got := []sums{{b.Lines[0].Amount, b.Lines[0].Net, b.Lines[0].Tax}, {b.Lines[1].Amount, b.Lines[1].Net, b.Lines[1].Tax}}
	if want := []sums{{33900, 30000, 3900}, {38307, 33900, 4407}}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestMoneyBeyondAnAmountIsRefused(t *testing.T) {
	t.Parallel()
	huge := pricing.Tiers{{Price: money.MaxPrice}}
	_, err := pricing.Evaluate([]pricing.Line{{SKU: 1, Quantity: qty.MaxLine, Offers: []pricing.Offer{{list(pricing.KindBase, "base"), huge}}}}, noon)
	if err == nil {
		t.Error("an amount beyond all bounds was accepted")
	}
}

func TestDealersSeeTheirOwnPartOfATrace(t *testing.T) {
	t.Parallel()
	b, err := pricing.Evaluate([]pricing.Line{{SKU: 1, Quantity: qty.One, Offers: []pricing.Offer{
		{list(pricing.KindDealer, "own"), plain(5)}, {list(pricing.KindAudience, "secret"), plain(4)},
	}}}, noon)
	if err != nil {
		t.Fatal(err)
	}
	whole := b.Lines[0].Trace
	got := whole.Redacted()
	want := []pricing.Step{{Stage: "price", Kind: pricing.KindDealer, Applied: true, Price: yuan(5)}}
	if d := cmp.Diff(want, got.Steps); d != "" {
		t.Error(d)
	}
	if len(whole.Steps) != 2 || whole.Steps[0].Rule != "own" {
		t.Error("the whole trace was changed")
	}
}

// drawLines draws a basket of different SKUs with any offers.
func drawLines(t *rapid.T) []pricing.Line {
	lists := []*pricing.List{}
	for i, kind := range []pricing.Kind{pricing.KindDealer, pricing.KindAudience, pricing.KindAudience, pricing.KindBase} {
		l := list(kind, string(rune('a'+i)))
		l.TaxIncluded, l.Name = rapid.Bool().Draw(t, "tax included"), rapid.String().Draw(t, "name")
		if rapid.IntRange(0, 4).Draw(t, "ended") == 0 {
			l.ValidTo = &noon
		}
		lists = append(lists, l)
	}
	lines := make([]pricing.Line, rapid.IntRange(0, 12).Draw(t, "lines"))
	for i := range lines {
		lines[i] = pricing.Line{
			SKU: int32(i + 1), Quantity: qty.Quantity(rapid.Int64Range(1, 5_000_000).Draw(t, "quantity")),
			TaxRate: money.Rate(rapid.SampledFrom([]int32{0, 100, 600, 900, 1300, 10_000}).Draw(t, "rate")),
		}
		for _, l := range lists {
			lines[i].Offers = append(lines[i].Offers, pricing.Offer{List: l, Tiers: drawTiers(t)})
		}
	}
	return lines
}

func drawTiers(t *rapid.T) pricing.Tiers {
	var out pricing.Tiers
	at := rapid.Int64Range(0, 2_000).Draw(t, "first")
	for range rapid.IntRange(0, 4).Draw(t, "tiers") {
		out = append(out, pricing.Tier{Minimum: qty.Quantity(at), Price: money.Price(rapid.Int64Range(1, 2_000_000_000).Draw(t, "price"))})
		at += rapid.Int64Range(1, 1_000_000).Draw(t, "step")
	}
	return out
}

func TestTheOrderOfTheLinesDoesNotMatter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		lines := drawLines(t)
		want := mustEvaluate(t, lines)
		order := rapid.Permutation(seq(len(lines))).Draw(t, "order")
		shuffled := make([]pricing.Line, len(lines))
		for to, from := range order {
			shuffled[to] = lines[from]
		}
		got := mustEvaluate(t, shuffled)
		for to, from := range order {
			if d := cmp.Diff(want.Lines[from], got.Lines[to]); d != "" {
				t.Fatalf("line %d: %s", from, d)
			}
		}
		want.Lines, got.Lines = nil, nil
		if d := cmp.Diff(want, got); d != "" {
			t.Fatal(d)
		}
	})
}

func TestABasketIsTheSumOfItsLines(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		b := mustEvaluate(t, drawLines(t))
		var goods, net, tax money.Amount
		for _, l := range b.Lines {
			if l.Amount != l.Net+l.Tax || (l.List == nil) != (l.Price == 0) || l.List == nil && l.Amount != 0 {
				t.Fatalf("line %+v", l)
			}
			goods, net, tax = goods+l.Amount, net+l.Net, tax+l.Tax
		}
		if b.Goods != goods || b.Net != net || b.Tax != tax || b.Total != b.Goods-b.Discount+b.Freight || b.Total != b.Net+b.Tax {
			t.Fatalf("%+v, lines sum to %s = %s + %s", b, goods, net, tax)
		}
	})
}

func TestAStoredTraceReplaysToTheSameMoney(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		for _, l := range mustEvaluate(t, drawLines(t)).Lines {
			kept, err := pricing.TraceOf([]byte(l.Trace.Stored()))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(l.Trace, kept); d != "" {
				t.Fatal(d)
			}
			amount, net, tax, err := kept.Replay()
			if err != nil || amount != l.Amount || net != l.Net || tax != l.Tax {
				t.Fatalf("%s = %s + %s (%v), was %s = %s + %s", amount, net, tax, err, l.Amount, l.Net, l.Tax)
			}
		}
	})
}

func TestTheLastTierNotAboveTheQuantityHolds(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		tiers, q := drawTiers(t), qty.Quantity(rapid.Int64Range(0, 4_000_000).Draw(t, "quantity"))
		var want pricing.Tier
		found := false
		for _, tier := range tiers {
			if tier.Minimum <= q {
				want, found = tier, true
			}
		}
		if got, ok := tiers.At(q); ok != found || got != want {
			t.Fatalf("%v at %v is %v %v, want %v %v", tiers, q, got, ok, want, found)
		}
	})
}

func TestALadderIsCheckedTierByTier(t *testing.T) {
	t.Parallel()
	rule := qty.Rule{Minimum: 5 * qty.One, Multiple: 10 * qty.One}
	for name, c := range map[string]struct {
		tiers pricing.Tiers
		want  []string
	}{
		"none at all":                      {nil, nil},
		"from the first piece":             {plain(1), nil},
		"from the smallest order":          {pricing.Tiers{{10 * qty.One, 1}, {20 * qty.One, 1}}, nil},
		"a smallest order without a price": {pricing.Tiers{{10*qty.One + 1, 1}}, []string{"tiers[0].minimum list_price_first_tier"}},
		"a price of zero and one below":    {pricing.Tiers{{0, 0}, {1, -1}}, []string{"tiers[0].price list_price_not_positive", "tiers[1].price list_price_not_positive"}},
		"falling and repeated minimums": {
			pricing.Tiers{{5, 3}, {5, 2}, {4, 1}}, []string{"tiers[1].minimum list_price_minimum_order", "tiers[2].minimum list_price_minimum_order"},
		},
		"a minimum below zero": {pricing.Tiers{{-1, 1}}, []string{"tiers[0].minimum list_price_minimum_invalid"}},
		"one nobody may order": {pricing.Tiers{{0, 1}, {qty.MaxLine + 1, 1}}, []string{"tiers[1].minimum list_price_minimum_invalid"}},
		"too many":             {make(pricing.Tiers, 21), []string{"tiers list_price_tiers_too_many"}},
	} {
		var got []string
		for _, f := range c.tiers.Check(rule) {
			got = append(got, f.Path+" "+f.Code)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func mustEvaluate(t *rapid.T, lines []pricing.Line) pricing.Basket {
	b, err := pricing.Evaluate(lines, noon)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func seq(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
