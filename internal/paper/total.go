package paper

import (
	"strings"

	"qudao/internal/money"
	"qudao/internal/qty"
)

// total adds up quantities. Pieces and metres make no sum: with two units there is none.
type total struct {
	of    string
	mixed bool
	sum   qty.Quantity
}

func (t *total) add(unit string, q qty.Quantity) {
	t.mixed = t.mixed || t.of != "" && t.of != unit
	t.of, t.sum = unit, t.sum+q
}

func (t *total) unit() string {
	if t.mixed {
		return ""
	}
	return t.of
}

func (t *total) text() string {
	if t.mixed {
		return ""
	}
	return grouped(t.sum.String())
}

// grouped puts commas between the thousands of a decimal text.
func grouped(text string) string {
	sign, whole, rest := "", text, ""
	if cut, negative := strings.CutPrefix(whole, "-"); negative {
		sign, whole = "-", cut
	}
	if at := strings.IndexByte(whole, '.'); at >= 0 {
		whole, rest = whole[:at], whole[at:]
	}
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	return sign + whole + rest
}

// priceText is a unit price with two decimals at least.
func priceText(p money.Price) string {
	text := p.String()
	at := strings.IndexByte(text, '.')
	if at < 0 {
		return text + ".00"
	}
	return text + strings.Repeat("0", max(0, 3-(len(text)-at)))
}
