package catalog

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names is everything a product is found by.
type Names struct {
	Names []string // names of the product, its SKUs, its series and category
	Codes []string // product code, material numbers, order codes, models, barcodes
}

// SearchWords renders names and codes as the text that catalog.search keeps: lower case, half width,
// the names with their pinyin and initials, the codes also without their punctuation.
func SearchWords(n Names) string {
	w := words{seen: map[string]bool{}}
	for _, name := range n.Names {
		for _, token := range strings.Fields(fold(name)) {
			if w.add(token) {
				w.add(spellings(token)...)
			}
		}
	}
	for _, code := range n.Codes {
		for _, token := range strings.Fields(fold(code)) {
			w.add(token, bare(token))
		}
	}
	return strings.Join(w.list, " ")
}

// Grams returns the two-character pieces of a text that SearchWords made, as catalog.search keeps
// them: those of pg.bigrams, made here because a long text costs PostgreSQL quadratic time.
func Grams(words string) []string {
	seen := map[string]bool{}
	var out []string
	for token := range strings.FieldsSeq(words) {
		before := -1
		for at, r := range token {
			if before >= 0 {
				piece := token[before : at+utf8.RuneLen(r)]
				if !seen[piece] {
					seen[piece] = true
					out = append(out, piece)
				}
			}
			before = at
		}
	}
	return out
}

type words struct {
	list []string
	seen map[string]bool
}

// add reports whether the first word was new.
func (w *words) add(list ...string) (fresh bool) {
	for i, word := range list {
		if word == "" || w.seen[word] {
			continue
		}
		fresh = fresh || i == 0
		w.seen[word] = true
		w.list = append(w.list, word)
	}
	return fresh
}

// fold makes texts comparable: lower case, half width, spaces for all white space, nothing unprintable.
func fold(s string) string { return strings.ToLower(strings.Map(halfWidth, s)) }

// halfWidth maps full-width letters, digits and signs, which Chinese input methods give, to their
// usual form.
func halfWidth(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case unicode.IsSpace(r):
		return ' '
	case unicode.IsControl(r), r == unicode.ReplacementChar, unicode.Is(unicode.Cf, r):
		return -1
	}
	return r
}

// tidy is a text as it is stored: no space around it, nothing unprintable in it.
func tidy(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return r
		case unicode.IsControl(r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, s))
}

// tidyCode is a code as it is stored: half width, too, because nobody can see the difference.
func tidyCode(s string) string { return strings.TrimSpace(strings.Map(halfWidth, s)) }

// bare is a code without punctuation: people leave out the dashes.
func bare(token string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, token)
}
