package render

import (
	"strconv"
	"strings"
)

const (
	excelDigits = 15 // significant digits Excel shows and keeps
	maxShift    = 40 // the largest power of ten that still stands for something people count
)

// plain turns a stored number into plain decimal text, working on its digits only.
//
// A workbook stores a number as its nearest binary fraction, with 17 digits and perhaps an exponent:
// 19.899999999999999 for 19.9, 6.9012345678905E+12 for a barcode. People see 15 digits, so a fraction
// is rounded to those. A whole number written out in full is kept digit by digit even if it is
// longer: whoever wrote it knew them.
func plain(s string) (string, bool) {
	sign, rest := "", s
	if strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "+") {
		sign, rest = strings.TrimPrefix(rest[:1], "+"), rest[1:]
	}
	mantissa, shift, ok := exponent(rest)
	if !ok {
		return "", false
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	if whole+fraction == "" || !digits(whole) || !digits(fraction) || len(mantissa) > 400 {
		return "", false
	}
	all, point := whole+fraction, len(whole)+shift
	lead := len(all) - len(strings.TrimLeft(all, "0"))
	all, point = all[lead:], point-lead
	if len(all) > excelDigits && point < len(all) {
		all, point = roundUp(all[:excelDigits], all[excelDigits] >= '5', point)
	}
	all = strings.TrimRight(all, "0")
	if all == "" {
		return "0", true
	}
	if point > maxShift+excelDigits || point < -maxShift {
		return "", false
	}
	switch {
	case point <= 0:
		return sign + "0." + strings.Repeat("0", -point) + all, true
	case point >= len(all):
		return sign + all + strings.Repeat("0", point-len(all)), true
	}
	return sign + all[:point] + "." + all[point:], true
}

// exponent cuts "1.5E+12" into its digits and how far the point moves right.
func exponent(s string) (mantissa string, shift int, ok bool) {
	at := strings.IndexAny(s, "eE")
	if at < 0 {
		return s, 0, true
	}
	shift, err := strconv.Atoi(s[at+1:])
	if err != nil || shift > 400 || shift < -400 {
		return "", 0, false
	}
	return s[:at], shift, true
}

// roundUp adds one to the last digit if up is set. A carry out of the front moves the point.
func roundUp(s string, up bool, point int) (string, int) {
	if !up {
		return s, point
	}
	b := []byte(s)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] < '9' {
			b[i]++
			return string(b), point
		}
		b[i] = '0'
	}
	return "1" + string(b), point + 1
}

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// isDecimal reports whether s is plain decimal text such as "-12.50".
func isDecimal(s string) bool {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return whole != "" && digits(whole) && digits(fraction) && (!point || fraction != "")
}

// exactInExcel reports whether Excel keeps every digit of plain decimal text.
func exactInExcel(s string) bool {
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return len(strings.TrimLeft(whole+strings.TrimRight(fraction, "0"), "0")) <= excelDigits
}
