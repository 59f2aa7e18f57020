package money

import "strings"

const (
	capitalDigits = "零壹贰叁肆伍陆柒捌玖"
	capitalUnits  = " 拾佰仟"
)

// Capitals is the amount in Chinese capitals (大写金额), as a form is filled in so that no figure can be
// added to it: "壹仟肆佰零玖元伍角整", "陆仟零柒元壹角肆分". 整 closes what has no 分. A negative amount begins
// with 负. The currency's name is not part of it.
func (a Amount) Capitals() string {
	var out strings.Builder
	cents := uint64(a)
	if a < 0 {
		out.WriteString("负")
		cents = -cents
	}
	whole, jiao, fen := cents/100, cents/10%10, cents%10
	if whole > 0 || cents == 0 {
		out.WriteString(capitals(whole))
		out.WriteString("元")
	}
	if jiao > 0 {
		out.WriteString(capitalDigit(jiao) + "角")
	} else if whole > 0 && fen > 0 {
		out.WriteString("零")
	}
	if fen > 0 {
		out.WriteString(capitalDigit(fen) + "分")
	} else {
		out.WriteString("整")
	}
	return out.String()
}

// capitals reads a whole number. 亿 and 万 each stand behind a number that is read by itself; a 零 stands
// for every gap of zeros between two digits.
func capitals(n uint64) string {
	for _, large := range []struct {
		unit uint64
		name string
	}{{100_000_000, "亿"}, {10_000, "万"}} {
		if n < large.unit {
			continue
		}
		out := capitals(n/large.unit) + large.name
		rest := n % large.unit
		if rest == 0 {
			return out
		}
		if rest < large.unit/10 {
			out += "零"
		}
		return out + capitals(rest)
	}
	if n == 0 {
		return capitalDigit(0)
	}
	units := []rune(capitalUnits)
	out, gap := "", false
	for place, by := 3, uint64(1000); place >= 0; place, by = place-1, by/10 {
		digit := n / by % 10
		if digit == 0 {
			gap = true
			continue
		}
		if gap && out != "" {
			out += capitalDigit(0)
		}
		out, gap = out+capitalDigit(digit), false
		if place > 0 {
			out += string(units[place])
		}
	}
	return out
}

func capitalDigit(n uint64) string { return string([]rune(capitalDigits)[n]) }
