package identity

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

//go:embed common.txt
var commonSource string

// commonWords are what many people make their passwords of: words, names and walks over the keyboard.
var commonWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, word := range strings.Fields(commonSource) {
		words[word] = true
	}
	return words
})

// common reports whether a password is one of those that are tried first: a common word, or such a word with
// figures and signs before or behind it ("Password-2026!"), or fewer than five different characters.
func common(plain string) bool {
	lower := strings.ToLower(plain)
	different := map[rune]bool{}
	for _, r := range lower {
		different[r] = true
	}
	if len(different) < 5 {
		return true
	}
	words := commonWords()
	return words[lower] || words[strings.TrimFunc(lower, func(r rune) bool { return !unicode.IsLetter(r) })] || words[strings.TrimFunc(lower, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })]
}
