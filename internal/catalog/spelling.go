package catalog

import (
	"strings"
	"sync"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// maxSpellings bounds how many readings of one word are kept.
const maxSpellings = 16

// spellings returns a word in pinyin and in initials: "开关" is "kaiguan" and "kg". A character with
// several readings gives several words; characters that have none stay as they are. A word without
// Chinese characters has no spellings.
func spellings(word string) []string {
	var spelled [][]string
	chinese, count := false, 1
	for _, r := range word {
		read := readings(r)
		if read == nil {
			read = []string{string(r)}
		} else {
			chinese = true
		}
		count = min(count*len(read), maxSpellings+1)
		spelled = append(spelled, read)
	}
	if !chinese {
		return nil
	}
	var out []string
	for _, chosen := range combinations(spelled, count <= maxSpellings) {
		var full, initials strings.Builder
		for i, c := range chosen {
			full.WriteString(spelled[i][c])
			if len(spelled[i][c]) > 0 {
				r := []rune(spelled[i][c])
				initials.WriteRune(r[0])
			}
		}
		out = append(out, full.String(), initials.String())
	}
	return out
}

// combinations chooses a reading for each character. All ways where they are few; else the usual
// reading of all, and each other reading of each character alone.
func combinations(spelled [][]string, all bool) [][]int {
	usual := make([]int, len(spelled))
	out := [][]int{usual}
	for i := range spelled {
		from := out
		if !all {
			from = out[:1]
		}
		for c := 1; c < len(spelled[i]); c++ {
			for _, base := range from {
				if len(out) >= 2*maxSpellings {
					return out
				}
				next := append([]int(nil), base...)
				next[i] = c
				out = append(out, next)
			}
		}
	}
	return out
}

var known sync.Map // rune: []string

// readings returns the pinyin of a Chinese character without tones, the usual first; nil for others.
func readings(r rune) []string {
	if !unicode.Is(unicode.Han, r) {
		return nil
	}
	if v, ok := known.Load(r); ok {
		return v.([]string)
	}
	args := pinyin.NewArgs()
	args.Heteronym = true
	var list []string
	for _, p := range pinyin.SinglePinyin(r, args) {
		if p != "" && len(list) < 4 {
			list = append(list, p)
		}
	}
	if len(list) == 0 {
		list = nil
	}
	known.Store(r, list)
	return list
}
