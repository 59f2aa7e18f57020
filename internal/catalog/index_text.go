package catalog

import (
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
)

// gram is one character, or two neighbouring ones, of a word.
type gram uint64

func single(r rune) gram     { return gram(r) << 32 }
func pair(r, next rune) gram { return gram(r)<<32 | gram(next) }

// gramsOf are the characters and the pairs of them in a text, each once.
func gramsOf(words string) []gram {
	out := make([]gram, 0, 2*len(words))
	before := ' '
	for _, r := range words {
		if r != ' ' {
			out = append(out, single(r))
			if before != ' ' {
				out = append(out, pair(before, r))
			}
		}
		before = r
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// matched are the products whose words hold a text, and how well they do.
type matched struct {
	all     *roaring.Bitmap
	classes [classes]*roaring.Bitmap // disjoint, the best first; together they are all
}

// classes are how many grades of likeness there are: the exact part number or code; a name that is,
// begins with, and holds the text; the rest.
const classes = 5

// match finds the products that hold every term of a text, under the lock. exact are the products that
// have the text as a part number.
func (x *index) match(text string, exact []int32) *matched {
	m := &matched{all: x.holding(strings.Fields(text))}
	for i := range m.classes {
		m.classes[i] = roaring.New()
	}
	for _, id := range exact {
		m.classes[0].Add(uint32(id))
	}
	m.classes[0].And(m.all)
	for it := m.all.Iterator(); it.HasNext(); {
		id := it.Next()
		if c := x.entries[id].class(text); c > 0 {
			if !m.classes[0].Contains(id) {
				m.classes[c].Add(id)
			}
		} else {
			m.classes[0].Add(id)
		}
	}
	return m
}

// class is how well code and name fit a text that the product's words hold.
func (e *entry) class(text string) int {
	at := strings.Index(e.NameLower, text)
	switch {
	case e.CodeLower == text:
		return 0
	case at < 0:
		return 4
	case len(e.NameLower) == len(text):
		return 1
	case at == 0:
		return 2
	default:
		return 3
	}
}

// holding is the set of products whose words hold all the terms.
func (x *index) holding(terms []string) *roaring.Bitmap {
	var need []*roaring.Bitmap
	var check []string // terms that their pieces do not prove
	for _, term := range terms {
		runes := []rune(term)
		pieces := []gram{single(runes[0])}
		if len(runes) > 1 {
			pieces = nil
			for i := range runes[1:] {
				pieces = append(pieces, pair(runes[i], runes[i+1]))
			}
		}
		if len(pieces) > 1 {
			check = append(check, term)
		}
		for _, p := range pieces {
			s := x.grams[p]
			if s == nil {
				return roaring.New()
			}
			need = append(need, s)
		}
	}
	// The smallest first: the others only shrink it.
	slices.SortFunc(need, func(a, b *roaring.Bitmap) int { return int(a.GetCardinality()) - int(b.GetCardinality()) })
	out := need[0].Clone()
	for _, s := range need[1:] {
		out.And(s)
	}
	if len(check) == 0 {
		return out
	}
	var sure []uint32
	for it := out.Iterator(); it.HasNext(); {
		id := it.Next()
		if x.entries[id].holds(check) {
			sure = append(sure, id)
		}
	}
	return roaring.BitmapOf(sure...)
}

func (e *entry) holds(terms []string) bool {
	for _, t := range terms {
		if !strings.Contains(e.Words, t) {
			return false
		}
	}
	return true
}
