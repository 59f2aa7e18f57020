package render

import (
	"strings"
	"unicode"
)

// Trim removes what people cannot see from both ends of a text: spaces of every width, no-break and
// zero-width ones, line ends and byte order marks. The inside of the text is left alone, so it is
// right for names and remarks.
func Trim(s string) string { return strings.TrimFunc(s, unseen) }

// Clean brings a code or a number into the form a machine expects: full-width letters, digits and
// signs become half-width, invisible characters go, spaces of every kind become plain ones and are
// trimmed, and one leading apostrophe is dropped (it is how people and CSV files say "this is text").
// It is not meant for names, where full-width punctuation is right.
func Clean(s string) string {
	if plainASCII(s) {
		return strings.TrimPrefix(strings.TrimSpace(s), "'")
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case unicode.IsSpace(r), r == '\u3000':
			return ' '
		case unseen(r):
			return -1
		}
		return r
	}, s)
	s = strings.TrimSpace(s)
	for _, mark := range []string{"'", "‘", "’"} {
		if rest, ok := strings.CutPrefix(s, mark); ok {
			return strings.TrimSpace(rest)
		}
	}
	return s
}

func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

func unseen(r rune) bool {
	switch r {
	case '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff', '\u00ad', 0:
		return true
	}
	return unicode.IsSpace(r) || unicode.IsControl(r)
}

// sameTitle is the form in which two headers are compared: clean, one case, single spaces, without
// the asterisk that marks a compulsory column.
func sameTitle(s string) string {
	s = strings.Trim(Clean(s), "* ")
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}
