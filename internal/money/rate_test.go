package money_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"qudao/internal/money"
)

func TestTaxOfKnownInvoices(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rate            money.Rate
		gross, net, tax money.Amount
	}{
		{1300, 11300, 10000, 1300},
		{1300, 10000, 8850, 1150}, // 11.504…
		{900, 100, 92, 8},         // 0.0825…
		{600, 53, 50, 3},
		{0, 99, 99, 0},
		{10000, 1, 0, 1}, // half a cent goes to the tax
		{1300, -10000, -8850, -1150},
	} {
		if net, tax := c.rate.Included(c.gross); net != c.net || tax != c.tax {
			t.Errorf("%v in %v is %v + %v; want %v + %v", c.rate, c.gross, net, tax, c.net, c.tax)
		}
	}
	if gross, tax := money.Rate(1300).OnTop(50); gross != 57 || tax != 7 { // 0.065
		t.Errorf("13%% on 0.50 is %v, tax %v", gross, tax)
	}
}

func TestNetAndTaxMakeTheGross(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		rate, amount := aRate().Draw(t, "rate"), anAmount().Draw(t, "amount")
		net, tax := rate.Included(amount)
		if net+tax != amount {
			t.Fatalf("%v + %v is not %v", net, tax, amount)
		}
		if want := roundedQuotient(int64(amount), int64(rate), 10_000+int64(rate)); want.Cmp(big.NewInt(int64(tax))) != 0 {
			t.Fatalf("included tax is %v, want %v cents", tax, want)
		}
		gross, tax := rate.OnTop(amount)
		if gross-tax != amount {
			t.Fatalf("%v - %v is not %v", gross, tax, amount)
		}
		if want := roundedQuotient(int64(amount), int64(rate), 10_000); want.Cmp(big.NewInt(int64(tax))) != 0 {
			t.Fatalf("tax on top is %v, want %v cents", tax, want)
		}
	})
}

// A credit note carries the tax of its invoice with the sign turned, to the cent.
func TestTaxMirrors(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		rate, amount := aRate().Draw(t, "rate"), anAmount().Draw(t, "amount")
		net, tax := rate.Included(amount)
		if backNet, backTax := rate.Included(-amount); backNet != -net || backTax != -tax {
			t.Fatalf("%v + %v back is %v + %v", net, tax, backNet, backTax)
		}
	})
}

func TestARateInJSONIsBasisPoints(t *testing.T) {
	t.Parallel()
	var r money.Rate
	if err := json.Unmarshal([]byte(`1300`), &r); err != nil || r != 1300 || r.String() != "13%" {
		t.Fatalf("%v, %v", r, err)
	}
	if out, err := json.Marshal(r); err != nil || string(out) != `1300` {
		t.Fatalf("%s, %v", out, err)
	}
	if got := money.Rate(50).String(); got != "0.5%" {
		t.Errorf("50 basis points are %s", got)
	}
	for _, wrong := range []string{`-1`, `10001`, `13.0`, `0.13`, `1e3`, `"13"`, `null`, `99999999999999999999`} {
		if err := json.Unmarshal([]byte(wrong), &r); !errors.Is(err, money.ErrRateInvalid) {
			t.Errorf("%s gives %v", wrong, err)
		}
	}
}

func TestARateOutOfRangeNeverBecomesTax(t *testing.T) {
	t.Parallel()
	for _, r := range []money.Rate{-1, -10_000, 10_001} {
		if !errors.Is(r.Check(), money.ErrRateInvalid) {
			t.Errorf("%d passes", int32(r))
		}
		mustPanic(t, func() { r.Included(100) })
		mustPanic(t, func() { r.OnTop(100) })
	}
}

func mustPanic(t *testing.T, f func()) {
	t.Helper()
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	f()
}
