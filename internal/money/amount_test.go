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

func TestAnAmountIsReadAsItIsWritten(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]struct {
		cents     int64
		canonical string
	}{
		"1234.50":          {123450, "1234.50"},
		"12":               {1200, "12.00"},
		"12.5":             {1250, "12.50"},
		"0":                {0, "0.00"},
		"-0.00":            {0, "0.00"},
		"-0.07":            {-7, "-0.07"},
		"9999999999999.99": {int64(money.MaxAmount), "9999999999999.99"},
	} {
		got, err := money.ParseAmount(text)
		if err != nil || int64(got) != want.cents || got.String() != want.canonical {
			t.Errorf("%q is %d (%v), %v; want %d (%s)", text, int64(got), got, err, want.cents, want.canonical)
		}
	}
}

func TestAWrongAmountIsRefused(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]error{
		"": money.ErrAmountInvalid, "-": money.ErrAmountInvalid, ".": money.ErrAmountInvalid,
		".5": money.ErrAmountInvalid, "5.": money.ErrAmountInvalid, "+5": money.ErrAmountInvalid,
		"05": money.ErrAmountInvalid, "1e3": money.ErrAmountInvalid, "1,000": money.ErrAmountInvalid,
		" 1": money.ErrAmountInvalid, "1.2.3": money.ErrAmountInvalid, "--1": money.ErrAmountInvalid,
		"NaN": money.ErrAmountInvalid, "１２": money.ErrAmountInvalid, "1.234": money.ErrAmountInvalid,
		"-.5": money.ErrAmountInvalid, "10000000000000": money.ErrAmountTooLarge,
		"-10000000000000.00": money.ErrAmountTooLarge, "99999999999999999999999": money.ErrAmountTooLarge,
	} {
		if got, err := money.ParseAmount(text); !errors.Is(err, want) || got != 0 {
			t.Errorf("%q gives %v, %v; want %v", text, got, err, want)
		}
	}
}

func TestAnAmountInJSONIsAString(t *testing.T) {
	t.Parallel()
	var got struct{ Total money.Amount }
	if err := json.Unmarshal([]byte(`{"Total":"-12.30"}`), &got); err != nil || got.Total != -1230 {
		t.Fatalf("%v, %v", got, err)
	}
	if out, err := json.Marshal(got); err != nil || string(out) != `{"Total":"-12.30"}` {
		t.Fatalf("%s, %v", out, err)
	}
	for _, wrong := range []string{`12.30`, `null`, `""`, `"12."`, `"12.300"`, `true`, `{}`, `"1\u0030.00"`} {
		if err := json.Unmarshal([]byte(`{"Total":`+wrong+`}`), &got); !errors.Is(err, money.ErrAmountInvalid) {
			t.Errorf("%s gives %v", wrong, err)
		}
	}
	for _, short := range []string{`"12"`, `"12.0"`, `"12.00"`} {
		if err := json.Unmarshal([]byte(`{"Total":`+short+`}`), &got); err != nil || got.Total != 1200 {
			t.Errorf("%s gives %v, %v", short, got.Total, err)
		}
	}
}

func TestAnAmountSurvivesItsText(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := anAmount().Draw(t, "amount")
		if got, err := money.ParseAmount(want.String()); err != nil || got != want {
			t.Fatalf("%v came back as %v, %v", want, got, err)
		}
		text, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got money.Amount
		if err := json.Unmarshal(text, &got); err != nil || got != want {
			t.Fatalf("%s came back as %v, %v", text, got, err)
		}
	})
}

func TestEveryIntegerHasAText(t *testing.T) {
	t.Parallel()
	if got := money.Amount(math.MinInt64).String(); got != "-92233720368547758.08" {
		t.Errorf("smallest amount is %s", got)
	}
	if got := money.Price(math.MinInt64).String(); got != "-9223372036854.775808" {
		t.Errorf("smallest price is %s", got)
	}
}

func TestASumIsExactOrRefused(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		amounts := rapid.SliceOf(rapid.OneOf(
			anAmount(),
			rapid.Map(rapid.Int64(), func(n int64) money.Amount { return money.Amount(n) }),
		)).Draw(t, "amounts")
		want := new(big.Int)
		for _, a := range amounts {
			want.Add(want, big.NewInt(int64(a)))
		}
		fits := want.CmpAbs(big.NewInt(int64(money.MaxAmount))) <= 0
		got, err := money.Sum(amounts...)
		if fits && (err != nil || big.NewInt(int64(got)).Cmp(want) != 0) {
			t.Fatalf("sum is %v, %v; want %v", got, err, want)
		}
		if !fits && !errors.Is(err, money.ErrAmountTooLarge) {
			t.Fatalf("sum of %v gives %v", want, err)
		}
	})
}

func FuzzParseAmount(f *testing.F) {
	for _, seed := range []string{"0", "1234.50", "-0.07", "9999999999999.99", "10000000000000.00", "1e9", "0x1p4", "1_000", "٣.٥", "\xff", "-", ".1", "00.1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := money.ParseAmount(text)
		if err != nil {
			return
		}
		checkExact(t, text, int64(got), 100)
		if back, err := money.ParseAmount(got.String()); err != nil || back != got {
			t.Fatalf("%q is %v, which comes back as %v, %v", text, got, back, err)
		}
	})
}

// checkExact compares a scaled integer with the text it was read from, as fractions.
func checkExact(t *testing.T, text string, value, scale int64) {
	t.Helper()
	want, ok := new(big.Rat).SetString(text)
	if !ok || want.Cmp(big.NewRat(value, scale)) != 0 {
		t.Fatalf("%q was read as %d/%d", text, value, scale)
	}
}
