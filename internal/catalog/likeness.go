package catalog

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// fewSlips is the likeness, in percent, from which slips of the hand explain what differs.
const fewSlips = 60

// likeliest are the items that a text most probably means: those whose codes differ from it by the fewest
// slips, or whose names, pinyin included, share the most with it.
func likeliest(text string, items []*Item) []Ref {
	type scored struct {
		item  *Item
		score int
	}
	var list []scored
	m := meant{short: []rune(bare(text)), pieces: pieces(nil, text), pinyin: !strings.ContainsFunc(text, func(r rune) bool { return r < 'a' || r > 'z' })}
	for _, i := range items {
		if score := m.by(i); score >= guessAt {
			list = append(list, scored{i, score})
		}
	}
	slices.SortFunc(list, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.item.Code, b.item.Code))
	})
	list = slices.CompactFunc(list, func(a, b scored) bool { return a.item == b.item })
	var out []Ref
	for _, s := range list[:min(len(list), maxSuggestions)] {
		out = append(out, Ref{Code: s.item.Code, Name: s.item.Name})
	}
	return out
}

// meant compares one folded text with many items: hundreds of names for one mistyped number.
type meant struct {
	short  []rune // without punctuation
	pieces []gram
	pinyin bool // it may be pinyin

	named []gram
	code  []rune
	rows  [3][]int
}

// by is how probably an item is meant, in percent.
func (m *meant) by(i *Item) (score int) {
	for _, code := range [...]string{i.Code, i.OrderCode, i.Model, i.Barcode} {
		if code == "" {
			continue
		}
		code = fold(code)
		m.named = pieces(m.named[:0], code)
		score = max(score, likeness(m.pieces, m.named), m.slips(bare(code)))
	}
	name := fold(i.Name)
	m.named = pieces(m.named[:0], name)
	score = max(score, likeness(m.pieces, m.named))
	if m.pinyin {
		for word := range strings.FieldsSeq(name) {
			for _, spelled := range spellings(word) {
				score = max(score, m.slips(spelled))
			}
		}
	}
	return score
}

// likeness is in percent: twice the common pieces over all pieces.
func likeness(x, y []gram) int {
	if len(x)+len(y) == 0 {
		return 0
	}
	common := 0
	for _, g := range x {
		if slices.Contains(y, g) {
			common++
		}
	}
	return 200 * common / (len(x) + len(y))
}

// pieces are the pairs of a text, each once, appended to what is given.
func pieces(to []gram, text string) []gram {
	last := ' '
	for _, r := range text {
		if !unicode.IsSpace(last) && !unicode.IsSpace(r) {
			if g := pair(last, r); !slices.Contains(to, g) {
				to = append(to, g)
			}
		}
		last = r
	}
	return to
}

// mistaken is the sign that a sign is easily taken for.
func mistaken(r rune) rune {
	switch r {
	case 'o':
		return '0'
	case 'i', 'l':
		return '1'
	case 'z':
		return '2'
	case 's':
		return '5'
	case 'b':
		return '8'
	}
	return r
}

// slips is how much of the text stands when each slip of the hand is counted: a sign too many, too few,
// another, or two in the wrong order. In percent; a sign that is easily taken for another is half a slip.
func (m *meant) slips(code string) int {
	m.code = append(m.code[:0], []rune(code)...)
	longest := max(len(m.short), len(m.code))
	if longest == 0 || 2*min(len(m.short), len(m.code)) < longest {
		return 0
	}
	score := 100 - 100*distance(m.short, m.code, &m.rows)/(2*longest)
	if score < fewSlips {
		return 0 // two texts of one length have something in common by chance
	}
	return score
}

// distance is twice the number of slips between two texts, neighbours that changed places being one.
func distance(a, b []rune, rows *[3][]int) int {
	for i := range rows {
		rows[i] = append(rows[i][:0], make([]int, len(b)+1)...)
	}
	before, row, next := rows[0], rows[1], rows[2]
	for j := range row {
		row[j] = 2 * j
	}
	for i := range a {
		next[0] = 2 * (i + 1)
		for j := range b {
			cost := 2
			switch {
			case a[i] == b[j]:
				cost = 0
			case mistaken(a[i]) == mistaken(b[j]):
				cost = 1
			}
			next[j+1] = min(row[j+1]+2, next[j]+2, row[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+2)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}
