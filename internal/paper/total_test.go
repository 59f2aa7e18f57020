package paper

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"qudao/internal/money"
	"qudao/internal/qty"
)

func TestGroupingLosesNoDigit(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := money.Amount(rapid.Int64Range(-int64(money.MaxAmount), int64(money.MaxAmount)).Draw(t, "cents")).String()
		got := grouped(text)
		if strings.ReplaceAll(got, ",", "") != text {
			t.Fatalf("%s became %s", text, got)
		}
		whole, _, _ := strings.Cut(strings.TrimPrefix(got, "-"), ".")
		for i, group := range strings.Split(whole, ",") {
			if len(group) > 3 || len(group) == 0 || i > 0 && len(group) != 3 {
				t.Fatalf("%s became %s", text, got)
			}
		}
	})
}

func TestAPriceHasTwoDecimalsAtLeast(t *testing.T) {
	t.Parallel()
	for micro, want := range map[money.Price]string{12_500_000: "12.50", 12_000_000: "12.00", 12_345_600: "12.3456", 70_000: "0.07"} {
		if got := priceText(micro); got != want {
			t.Errorf("%v is %s, want %s", micro, got, want)
		}
	}
}

func TestPiecesAndMetresMakeNoSum(t *testing.T) {
	t.Parallel()
	var sum total
	sum.add("只", 5*qty.One)
	sum.add("只", 1500)
	if sum.unit() != "只" || sum.text() != "6.5" {
		t.Errorf("%s %s", sum.text(), sum.unit())
	}
	sum.add("米", qty.One)
	if sum.unit()+sum.text() != "" {
		t.Errorf("%s %s", sum.text(), sum.unit())
	}
}
