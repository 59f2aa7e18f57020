package dealer

import (
	"strings"

	"github.com/mozillazg/go-pinyin"
)

// searchText is what a dealer is found by: its code, its names, their pinyin and the initials of it,
// in lower case. A word that begins in one and ends in the next must not match: a line lies between.
func searchText(code, name, short string) string {
	parts := []string{code, name, initials(name), full(name)}
	if short != "" && short != name {
		parts = append(parts, short, initials(short), full(short))
	}
	return strings.ToLower(strings.Join(parts, "\n"))
}

func initials(text string) string { return spell(text, pinyin.FirstLetter) }

func full(text string) string { return spell(text, pinyin.Normal) }

// spell writes Chinese characters as pinyin and keeps letters and digits.
func spell(text string, style int) string {
	args := pinyin.NewArgs()
	args.Style = style
	args.Fallback = func(r rune, _ pinyin.Args) []string {
		if r < 128 && r != ' ' {
			return []string{string(r)}
		}
		return nil
	}
	return strings.Join(pinyin.LazyPinyin(text, args), "")
}
