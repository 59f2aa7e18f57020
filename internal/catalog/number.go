package catalog

import (
	"cmp"
	"strings"
)

// isNumber reports whether an attribute's value is a plain decimal number: 10, -0.5.
func isNumber(s string) bool {
	whole, part, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return digits(whole) && (!point || digits(part))
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// compareNumbers orders decimal numbers by size without leaving their digits. What is no number comes
// after those that are.
func compareNumbers(a, b string) int {
	if x, y := isNumber(a), isNumber(b); !x || !y {
		switch {
		case x:
			return -1
		case y:
			return 1
		}
		return strings.Compare(a, b)
	}
	a, minusA := strings.CutPrefix(a, "-")
	b, minusB := strings.CutPrefix(b, "-")
	switch {
	case minusA && minusB:
		return compareDigits(b, a)
	case minusA:
		return -1
	case minusB:
		return 1
	}
	return compareDigits(a, b)
}

func compareDigits(a, b string) int {
	wholeA, partA, _ := strings.Cut(a, ".")
	wholeB, partB, _ := strings.Cut(b, ".")
	wholeA, wholeB = strings.TrimLeft(wholeA, "0"), strings.TrimLeft(wholeB, "0")
	return cmp.Or(cmp.Compare(len(wholeA), len(wholeB)), strings.Compare(wholeA, wholeB),
		strings.Compare(strings.TrimRight(partA, "0"), strings.TrimRight(partB, "0")))
}
