package money_test

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"qudao/internal/money"
)

func TestAnAmountIsWrittenInCapitals(t *testing.T) {
	t.Parallel()
	for cents, want := range map[money.Amount]string{
		0: "零元整", 1: "壹分", 10: "壹角整", 11: "壹角壹分", 100: "壹元整", 1000: "壹拾元整", 105: "壹元零伍分",
		140950: "壹仟肆佰零玖元伍角整", 600714: "陆仟零柒元壹角肆分", 168032: "壹仟陆佰捌拾元叁角贰分", 1640902: "壹万陆仟肆佰零玖元零贰分",
		32504: "叁佰贰拾伍元零肆分", 10700053: "壹拾万柒仟元伍角叁分", 100000000: "壹佰万元整", 1000000000100: "壹佰亿零壹元整",
		1000100000: "壹仟万壹仟元整", 100010001000: "壹拾亿零壹拾万零壹拾元整", -1250: "负壹拾贰元伍角整",
		money.MaxAmount: "玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
	} {
		if got := cents.Capitals(); got != want {
			t.Errorf("%v is %s, want %s", cents, got, want)
		}
	}
	if got := money.Amount(math.MinInt64).Capitals(); !strings.HasPrefix(got, "负玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿") {
		t.Errorf("the smallest amount is %s", got)
	}
}

// Whoever reads the capitals back by their own rule gets the same cents, and no two zeros stand together.
func TestCapitalsCanBeReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.OneOf(anAmount(), rapid.Map(rapid.Int64Range(0, 1_000_000), func(n int64) money.Amount { return money.Amount(n) }),
			rapid.Map(rapid.Int64Range(0, 1<<20), sparse)).Draw(t, "amount")
		text := want.Capitals()
		if got := readCapitals(t, text); got != want {
			t.Fatalf("%v is %s, which reads %v", want, text, got)
		}
		for _, wrong := range []string{"零零", "零元角", "零万", "零亿", "角零", "分整", "零整"} {
			if strings.Contains(text, wrong) {
				t.Fatalf("%v is %s", want, text)
			}
		}
	})
}

// sparse spreads the bits of a number over the digits of an amount, so that most of them are zero.
func sparse(n int64) money.Amount {
	out := money.Amount(0)
	for ; n > 0; n >>= 1 {
		out = (out*10 + money.Amount(n&1)*7) % money.MaxAmount
	}
	return out
}

// readCapitals sums up digits times units; 万 and 亿 multiply what stands before them.
func readCapitals(t *rapid.T, text string) money.Amount {
	text, negative := strings.CutPrefix(text, "负")
	var total, section, digit int64
	cents := int64(0)
	for _, r := range text {
		if n := strings.IndexRune("零壹贰叁肆伍陆柒捌玖", r); n >= 0 {
			digit = int64(n / len("零"))
			continue
		}
		switch r {
		case '拾', '佰', '仟':
			section += digit * map[rune]int64{'拾': 10, '佰': 100, '仟': 1000}[r]
		case '万':
			section = (section + digit) * 10_000
		case '亿':
			total, section = (total+section+digit)*100_000_000, 0
		case '元':
			cents = (total + section + digit) * 100
		case '角':
			cents += digit * 10
		case '分':
			cents += digit
		case '整':
		default:
			t.Fatalf("%s has an unknown %c", text, r)
		}
		digit = 0
	}
	if negative {
		cents = -cents
	}
	return money.Amount(cents)
}
