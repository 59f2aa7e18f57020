package money

import (
	"errors"
	"math"
	"math/bits"
	"strconv"
)

// Why ParseFixed refuses a text. Callers turn them into their own faults.
var (
	ErrFixedForm   = errors.New("not a plain decimal number")
	ErrFixedPlaces = errors.New("too many decimals")
	ErrFixedRange  = errors.New("too many digits")
)

// ParseFixed reads a plain decimal number as an integer scaled by 10^places: "12.5" with 2 places is
// 1250. It also returns how many decimals were written. The form is that of a JSON number without
// exponent: no plus sign, no spaces, no leading zeros, a digit on both sides of the point. Decimals
// beyond places are refused even if they are zeros. A text wrong in several ways gets the first of
// ErrFixedForm, ErrFixedPlaces, ErrFixedRange.
func ParseFixed[T string | []byte](text T, places int) (value int64, decimals int, err error) {
	i, point := 0, -1
	if len(text) > 0 && text[0] == '-' {
		i = 1
	}
	first := i
	magnitude, fits := uint64(0), true
	for ; i < len(text); i++ {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			magnitude, fits = tenfold(magnitude, uint64(c-'0'), fits)
		case c == '.' && point < 0 && i > first:
			point = i
		default:
			return 0, 0, ErrFixedForm
		}
	}
	whole := len(text) - first
	if point >= 0 {
		whole, decimals = point-first, len(text)-point-1
	}
	if whole == 0 || point >= 0 && decimals == 0 || whole > 1 && text[first] == '0' {
		return 0, 0, ErrFixedForm
	}
	if decimals > places {
		return 0, 0, ErrFixedPlaces
	}
	for range places - decimals {
		magnitude, fits = tenfold(magnitude, 0, fits)
	}
	if !fits {
		return 0, 0, ErrFixedRange
	}
	return signed(magnitude, first == 1), decimals, nil
}

// AppendFixed appends value / 10^places as plain decimal text with at least the given decimals;
// zeros beyond those are left out. ParseFixed reads it back to the same value.
func AppendFixed(out []byte, value int64, places, atLeast int) []byte {
	if value < 0 {
		out = append(out, '-')
	}
	digits := strconv.FormatUint(absolute(value), 10)
	for len(digits) <= places {
		digits = "0" + digits
	}
	point := len(digits) - places
	end := len(digits)
	for end > point+atLeast && digits[end-1] == '0' {
		end--
	}
	out = append(out, digits[:point]...)
	if end > point {
		out = append(out, '.')
	}
	return append(out, digits[point:end]...)
}

// tenfold is n × 10 + digit; fits turns and stays false once the result leaves int64.
func tenfold(n, digit uint64, fits bool) (uint64, bool) {
	const last = (math.MaxInt64 - 9) / 10
	if !fits || n > last {
		return 0, false
	}
	return n*10 + digit, true
}

// mulDiv is a × b / d over 128 bits, rounded half away from zero; d > 0. It is false if the result
// does not fit.
func mulDiv(a, b, d int64) (int64, bool) {
	hi, lo := bits.Mul64(absolute(a), absolute(b))
	lo, carry := bits.Add64(lo, uint64(d)/2, 0)
	hi += carry
	if hi >= uint64(d) {
		return 0, false
	}
	quotient, _ := bits.Div64(hi, lo, uint64(d))
	if quotient > math.MaxInt64 {
		return 0, false
	}
	return signed(quotient, (a < 0) != (b < 0)), true
}

// absolute is right for every int64, the smallest included.
func absolute(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

func signed(magnitude uint64, negative bool) int64 {
	if negative {
		return -int64(magnitude)
	}
	return int64(magnitude)
}
