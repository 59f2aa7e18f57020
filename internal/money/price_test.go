package money_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"qudao/internal/money"
)

func TestAPriceKeepsSixDecimalsAndWritesTwoAtLeast(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]struct {
		micros    int64
		canonical string
	}{
		"12":                  {12_000_000, "12.00"},
		"12.5":                {12_500_000, "12.50"},
		"12.340":              {12_340_000, "12.34"},
		"12.3456":             {12_345_600, "12.3456"},
		"0.000001":            {1, "0.000001"},
		"-0.010000":           {-10_000, "-0.01"},
		"999999999999.999999": {int64(money.MaxPrice), "999999999999.999999"},
	} {
		got, err := money.ParsePrice(text)
		if err != nil || int64(got) != want.micros || got.String() != want.canonical {
			t.Errorf("%q is %d (%v), %v; want %d (%s)", text, int64(got), got, err, want.micros, want.canonical)
		}
	}
}

func TestAWrongPriceIsRefused(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]error{
		"": money.ErrPriceInvalid, "1.2345678": money.ErrPriceInvalid, "1.0000000": money.ErrPriceInvalid,
		"¥12": money.ErrPriceInvalid, "1e3": money.ErrPriceInvalid,
		"1000000000000": money.ErrPriceTooLarge, "-99999999999999999999": money.ErrPriceTooLarge,
	} {
		if got, err := money.ParsePrice(text); !errors.Is(err, want) || got != 0 {
			t.Errorf("%q gives %v, %v; want %v", text, got, err, want)
		}
	}
	for _, wrong := range []string{`12.34`, `null`, `"12."`, `"12.3456789"`, `[]`} {
		var p money.Price
		if err := json.Unmarshal([]byte(wrong), &p); !errors.Is(err, money.ErrPriceInvalid) {
			t.Errorf("%s gives %v", wrong, err)
		}
	}
	// People and programs write 12; an answer says 12.00.
	for _, short := range []string{`"12"`, `"12.0"`, `"12.00"`} {
		var p money.Price
		if err := json.Unmarshal([]byte(short), &p); err != nil || p.String() != "12.00" {
			t.Errorf("%s gives %v, %v", short, p, err)
		}
	}
}

func TestAPriceSurvivesItsText(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := aPrice().Draw(t, "price")
		text, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got money.Price
		if err := json.Unmarshal(text, &got); err != nil || got != want {
			t.Fatalf("%s came back as %v, %v", text, got, err)
		}
	})
}

func TestHalfACentRoundsAwayFromZero(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		price    money.Price
		quantity int64
		want     money.Amount
	}{
		{2_345_000, 1000, 235}, // 2.345 is 2.35, not the even 2.34
		{2_344_999, 1000, 234},
		{5_000, 1000, 1}, // half a cent
		{4_999, 1000, 0},
		{-2_345_000, 1000, -235}, // a return mirrors the sale
		{2_345_000, -1000, -235},
		{1, 1, 0},
		{12_345_600, 2500, 3086}, // 30.864
	} {
		if got, err := c.price.Times(c.quantity); err != nil || got != c.want {
			t.Errorf("%v × %d/1000 is %v, %v; want %v", c.price, c.quantity, got, err, c.want)
		}
	}
}

// Products just beyond 64 bits would wrap round to small amounts.
func TestATooLargeProductIsRefused(t *testing.T) {
	t.Parallel()
	for _, quantity := range []int64{20_000_000, -20_000_000, math.MaxInt64, math.MinInt64} {
		if got, err := money.Price(math.MaxInt64).Times(quantity); !errors.Is(err, money.ErrAmountTooLarge) || got != 0 {
			t.Errorf("× %d is %v, %v", quantity, got, err)
		}
	}
}

func TestTimesIsTheRoundedProduct(t *testing.T) {
	t.Parallel()
	anyInt := rapid.OneOf(rapid.Int64(), rapid.Int64Range(-1e9, 1e9),
		rapid.SampledFrom([]int64{0, 1, -1, 500, 5000, math.MaxInt64, math.MinInt64}))
	rapid.Check(t, func(t *rapid.T) {
		price, quantity := anyInt.Draw(t, "price"), anyInt.Draw(t, "quantity")
		want := roundedQuotient(price, quantity, 10_000_000)
		got, err := money.Price(price).Times(quantity)
		if want.CmpAbs(big.NewInt(int64(money.MaxAmount))) > 0 {
			if !errors.Is(err, money.ErrAmountTooLarge) || got != 0 {
				t.Fatalf("%v gives %v, %v", want, got, err)
			}
			return
		}
		if err != nil || big.NewInt(int64(got)).Cmp(want) != 0 {
			t.Fatalf("is %d, %v; want %v", int64(got), err, want)
		}
	})
}

func FuzzParsePrice(f *testing.F) {
	for _, seed := range []string{"0", "12.3456", "-0.000001", "999999999999.999999", "1000000000000", "1e9", "1.0000000", "\x00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := money.ParsePrice(text)
		if err != nil {
			return
		}
		checkExact(t, text, int64(got), 1_000_000)
		if back, err := money.ParsePrice(got.String()); err != nil || back != got {
			t.Fatalf("%q is %v, which comes back as %v, %v", text, got, back, err)
		}
	})
}
