package catalog

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"qudao/internal/org"
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

// counted is what a question found, whoever asked: all that matches, and the counts.
type counted struct {
	all    *roaring.Bitmap
	counts []countRow
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
		var known bool
		if text, known = x.texts.get(c.text); !known {
			text = x.match(c.text, c.exact)
			x.texts.keep(c.text, text)
		}
	}
	question := x.question(c)
	found, known := x.answers.get(question)
	if !known {
		n := x.narrow(c, text)
		found = &counted{n.all, x.count(n, c)}
		x.answers.keep(question, found)
	}
	return x.tree, answer{x.page(found.all, text, c), found.counts}, true
}

// question names what is asked for, but for the page: of the audiences only those that something is
// published to or kept from.
func (x *index) question(c compiled) string {
	return fmt.Sprintf("%v %s %q %q %q", x.deciding(c.audiences), poolName(c.pool), c.text, c.category, c.chosen)
}

// narrowed is what is left of what a dealer sees: after the text, and after all or all but one of the
// selections. The sets are shared with what is kept.
type narrowed struct {
	seen    *sight
	all     *roaring.Bitmap
	without map[string]*roaring.Bitmap // by the attribute left out, "" the category; only selected ones
}

func (x *index) narrow(c compiled, text *matched) narrowed {
	seen := x.visible(c.audiences, c.pool)
	base := seen.set
	if text != nil {
		base = roaring.And(base, text.all)
	}
	chosen := map[string]*roaring.Bitmap{}
	for attribute, values := range c.chosen {
		some := roaring.New()
		for _, v := range values {
			if s := x.tags.set(tag{attribute, v}); s != nil {
				some.Or(s)
			}
		}
		chosen[attribute] = some
	}
	if c.category != "" {
		chosen[""] = x.below(c.category)
	}
	n := narrowed{seen: seen, all: base, without: map[string]*roaring.Bitmap{}}
	for left := range chosen {
		rest := base
		for attribute, s := range chosen {
			if attribute != left {
				rest = roaring.And(rest, s)
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
			if s := x.tags.set(categoryTag(c.ID)); s != nil {
				return s
			}
		}
	}
	return roaring.New()
}

// count is what countsSQL counts, as far as Found.sum shows it.
func (x *index) count(n narrowed, c compiled) []countRow {
	tally := func(set *roaring.Bitmap) []int32 {
		if set == n.seen.set {
			return n.seen.counts
		}
		return x.tally(set)
	}
	counts := slices.Clone(tally(n.all))
	for attribute, left := range n.without {
		for i, k := range tally(left) {
			if x.tags.names[i].attribute == attribute {
				counts[i] = k
			}
		}
	}
	open := map[tag]bool{}
	for _, cat := range shown(x.tree.categories, c.category) {
		open[categoryTag(cat.ID)] = true
	}
	out := []countRow{{Kind: "n", Count: int(n.all.GetCardinality())}}
	for i, k := range counts {
		switch t := x.tags.names[i]; {
		case k == 0:
		case t.attribute == "":
			if open[t] {
				out = append(out, countRow{Kind: "c", Code: t.value, Count: int(k)})
			}
		case x.tree.faceted[t.attribute]:
			out = append(out, countRow{Kind: "f", Code: t.attribute, Value: t.value, Count: int(k)})
		}
	}
	return out
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
		e := x.entries[it.Next()]
		out = append(out, Match{ID: e.ID, SKUs: e.SKUs})
	}
	return out, true
}

// categories counts what is visible in each category, in the order of the tree.
func (x *index) categories(audiences []int32, pool *org.Pool) (now tree, out []CategoryCount, ok bool) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	if !x.ready {
		return tree{}, nil, false
	}
	counts := x.visible(audiences, pool).counts
	for _, c := range x.tree.categories {
		if n, ok := x.tags.numbers[categoryTag(c.ID)]; ok && counts[n] > 0 {
			out = append(out, CategoryCount{c.Code, c.Name, c.Level, c.Parent, int(counts[n])})
		}
	}
	return x.tree, out, true
}
