package catalog

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
)

// answer is what the index says of a query.
type answer struct {
	places []key // of one page and the first product after it
	counts []countRow
}

// key is a product and what it is sorted by, as in a cursor.
type key struct {
	k1 int64
	k2 string
	id int32
}

// answer is false where there is no index.
func (x *index) answer(c compiled) (tree, answer, bool) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	if !x.ready {
		return tree{}, answer{}, false
	}
	var text *matched
	if c.text != "" {
		if text = x.texts.get(c.text); text == nil {
			text = x.match(c.text, c.exact)
			x.texts.keep(c.text, text)
		}
	}
	n := x.narrow(c, text)
	return x.tree, answer{x.page(n.all, text, c), x.count(n, c)}, true
}

// narrowed is what is left of what a dealer sees: after the text, and after all or all but one of the
// selections.
type narrowed struct {
	all     *roaring.Bitmap
	without map[string]*roaring.Bitmap // by the attribute left out, "" the category; only selected ones
}

// but is what is left without a selection of this attribute.
func (n narrowed) but(attribute string) *roaring.Bitmap {
	if s := n.without[attribute]; s != nil {
		return s
	}
	return n.all
}

func (x *index) narrow(c compiled, text *matched) narrowed {
	base := x.visible(c.audiences)
	if text != nil {
		base.And(text.all)
	}
	chosen := map[string]*roaring.Bitmap{}
	for attribute, values := range c.chosen {
		chosen[attribute] = union(x.facets[attribute], values)
	}
	if c.category != "" {
		chosen[""] = x.below(c.category)
	}
	n := narrowed{all: base, without: map[string]*roaring.Bitmap{}}
	for left := range chosen {
		rest := base.Clone()
		for attribute, s := range chosen {
			if attribute != left {
				rest.And(s)
			}
		}
		n.without[left] = rest
	}
	for left, s := range chosen {
		n.all = roaring.And(n.without[left], s)
		break
	}
	return n
}

// below is the set of products in the category with a code; none where it is unknown.
func (x *index) below(code string) *roaring.Bitmap {
	for _, c := range x.tree.categories {
		if c.Code == code {
			if s := x.under[c.ID]; s != nil {
				return s
			}
		}
	}
	return roaring.New()
}

// count is what countsSQL counts, as far as Found.sum shows it.
func (x *index) count(n narrowed, c compiled) []countRow {
	out := []countRow{{Kind: "n", Count: int(n.all.GetCardinality())}}
	for _, a := range declared(x.tree.templates) {
		if !faceted(x.tree.templates, a.Code) {
			continue
		}
		left := n.but(a.Code)
		for value, s := range x.facets[a.Code] {
			if k := left.AndCardinality(s); k > 0 {
				out = append(out, countRow{Kind: "f", Code: a.Code, Value: value, Count: int(k)})
			}
		}
	}
	left := n.but("")
	for _, cat := range shown(x.tree.categories, c.category) {
		if s := x.under[cat.ID]; s != nil {
			out = append(out, countRow{Kind: "c", Code: strconv.Itoa(int(cat.ID)), Count: int(left.AndCardinality(s))})
		}
	}
	return out
}

// faceted reports whether some template makes the attribute a facet.
func faceted(templates []Template, code string) bool {
	return slices.ContainsFunc(templates, func(t Template) bool {
		return slices.ContainsFunc(t.Attributes, func(a Attribute) bool { return a.Code == code && a.Facet })
	})
}

// page is the products after the cursor, one more than the page holds.
func (x *index) page(set *roaring.Bitmap, text *matched, c compiled) (out []key) {
	n := c.limit + 1
	switch c.sort {
	case SortName:
		for _, id := range x.byName.take(set, c.from, n) {
			out = append(out, key{0, x.entries[id].Name, id})
		}
	case SortNewest:
		from := 0
		if c.more {
			from = x.after(x.byNewest, &entry{Newest: c.after.k1, ID: c.after.id}, compareNewest)
		}
		for _, id := range x.byNewest.take(set, from, n) {
			out = append(out, key{x.entries[id].Newest, "", id})
		}
	default:
		for class := range classes {
			part, from := set, 0
			if text != nil {
				part = roaring.And(set, text.classes[class])
			} else if class > 0 {
				break
			}
			switch {
			case !c.more || int64(class) > c.after.k1:
			case int64(class) < c.after.k1:
				continue
			default:
				from = x.after(x.byCode, &entry{Code: c.after.k2, ID: c.after.id}, compareCodes)
			}
			for _, id := range x.byCode.take(part, from, n-len(out)) {
				out = append(out, key{int64(class), x.entries[id].Code, id})
			}
		}
	}
	return out
}

// after is the first place behind what a cursor names.
func (x *index) after(o ranking, last *entry, compare func(a, b *entry) int) int {
	return sort.Search(len(o.ids), func(i int) bool { return compare(x.entries[o.ids[i]], last) > 0 })
}

// matches are all products that a query finds, by id.
func (x *index) matches(c compiled) (out []Match, ok bool) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	if !x.ready {
		return nil, false
	}
	var text *matched
	if c.text != "" {
		// The classes do not matter here: nothing of it is kept.
		text = &matched{all: x.holding(strings.Fields(c.text))}
	}
	set := x.narrow(c, text).all
	out = make([]Match, 0, set.GetCardinality())
	for it := set.Iterator(); it.HasNext(); {
		e := x.entries[int32(it.Next())]
		out = append(out, Match{ID: e.ID, SKUs: e.SKUs})
	}
	return out, true
}

// categories counts what is visible in each category, in the order of the tree.
func (x *index) categories(audiences []int32) (now tree, out []CategoryCount, ok bool) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	if !x.ready {
		return tree{}, nil, false
	}
	visible := x.visible(audiences)
	for _, c := range x.tree.categories {
		if s := x.under[c.ID]; s != nil {
			if n := visible.AndCardinality(s); n > 0 {
				out = append(out, CategoryCount{c.Code, c.Name, c.Level, c.Parent, int(n)})
			}
		}
	}
	return x.tree, out, true
}
