package catalog

import (
	"strconv"

	"github.com/RoaringBitmap/roaring/v2"
)

// tag is what products are counted by: a value of an attribute, or a category or series by its id, whose
// attribute is empty.
type tag struct{ attribute, value string }

func categoryTag(id int32) tag { return tag{value: strconv.Itoa(int(id))} }

// tags are numbered, so that a product holds a few numbers and counting is adding one to each.
type tags struct {
	numbers map[tag]int32
	names   []tag
	sets    []*roaring.Bitmap
}

// of returns the numbers of a product's tags.
func (t *tags) of(e *entry) []int32 {
	out := make([]int32, 0, len(e.Path)+2*len(e.Facets))
	for _, id := range e.Path {
		out = append(out, t.number(categoryTag(id)))
	}
	for attribute, values := range e.Facets {
		for _, v := range values {
			if attribute != "" {
				out = append(out, t.number(tag{attribute, v}))
			}
		}
	}
	return out
}

func (t *tags) number(name tag) int32 {
	n, ok := t.numbers[name]
	if !ok {
		n = int32(len(t.names))
		t.numbers[name] = n
		t.names, t.sets = append(t.names, name), append(t.sets, roaring.New())
	}
	return n
}

// set are the products with a tag; nil where there never were any.
func (t *tags) set(name tag) *roaring.Bitmap {
	if n, ok := t.numbers[name]; ok {
		return t.sets[n]
	}
	return nil
}

// tally counts the products of a set by tag. A set of few is gone through; of one that is a good part of
// all, every tag's share is taken at once.
func (x *index) tally(set *roaring.Bitmap) []int32 {
	counts := make([]int32, len(x.tags.names))
	if int(set.GetCardinality()) > x.live/4 {
		for n, s := range x.tags.sets {
			counts[n] = int32(set.AndCardinality(s))
		}
		return counts
	}
	var part [256]uint32
	it := set.ManyIterator()
	for n := it.NextMany(part[:]); n > 0; n = it.NextMany(part[:]) {
		for _, id := range part[:n] {
			for _, t := range x.entries[id].tags {
				counts[t]++
			}
		}
	}
	return counts
}
