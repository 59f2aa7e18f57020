package catalog

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"qudao/internal/pg"
)

// ranking is the products in one of the sorts, and where each stands. One is never changed: the next takes
// its place.
type ranking struct {
	ids  []int32
	rank []int32 // by product id; -1: not among them
}

func newRanking(sorted []int32) ranking {
	o := ranking{ids: sorted}
	most := int32(-1)
	for _, id := range sorted {
		most = max(most, id)
	}
	o.rank = make([]int32, most+1)
	for i := range o.rank {
		o.rank[i] = -1
	}
	for at, id := range sorted {
		o.rank[id] = int32(at)
	}
	return o
}

func (o ranking) at(id int32) int {
	if int(id) >= len(o.rank) {
		return -1
	}
	return int(o.rank[id])
}

// without are the ids of the order, a copy, but for these.
func (o ranking) without(gone []int32) []int32 {
	var places []int
	for _, id := range gone {
		if at := o.at(id); at >= 0 {
			places = append(places, at)
		}
	}
	slices.Sort(places)
	out := make([]int32, 0, len(o.ids)+len(gone))
	from := 0
	for _, at := range places {
		out = append(out, o.ids[from:at]...)
		from = at + 1
	}
	return append(out, o.ids[from:]...)
}

// with is the order after some products have changed, of which fresh are live now.
func (o ranking) with(changed []int32, fresh []*entry, entries []*entry, compare func(a, b *entry) int) ranking {
	ids := o.without(changed)
	for _, e := range fresh {
		at := sort.Search(len(ids), func(i int) bool { return compare(entries[ids[i]], e) > 0 })
		ids = slices.Insert(ids, at, e.ID)
	}
	return newRanking(ids)
}

func compareCodes(a, b *entry) int {
	return cmp.Or(strings.Compare(a.Code, b.Code), cmp.Compare(a.ID, b.ID))
}

func compareNewest(a, b *entry) int {
	return cmp.Or(cmp.Compare(a.Newest, b.Newest), cmp.Compare(a.ID, b.ID))
}

// sortedBelow is the size up to which a set is sorted itself; in a larger one the order is walked.
const sortedBelow = 4_000

// take returns the first products of a set that stand at from or later, at most n of them.
func (o ranking) take(set *roaring.Bitmap, from, n int) []int32 {
	if n <= 0 {
		return nil
	}
	var out []int32
	if set.GetCardinality() > sortedBelow {
		for _, id := range o.ids[min(from, len(o.ids)):] {
			if set.Contains(uint32(id)) {
				if out = append(out, id); len(out) == n {
					break
				}
			}
		}
		return out
	}
	for it := set.Iterator(); it.HasNext(); {
		if id := int32(it.Next()); o.at(id) >= from {
			out = append(out, id)
		}
	}
	slices.SortFunc(out, func(a, b int32) int { return o.at(a) - o.at(b) })
	return out[:min(n, len(out))]
}

// pivots is how many names PostgreSQL compares at once.
const pivots = 256

// standing finds where a name stands among sorted products. Only PostgreSQL knows how names sort, so it is
// asked: three small statements for a million products.
func standing(ctx context.Context, tx *pg.Tx, name string, id int32, sorted []int32, nameOf func(int32) string) (int, error) {
	low, high := 0, len(sorted)
	for low < high {
		step := max(1, (high-low)/pivots)
		var at []int
		var names []string
		var ids []int32
		for i := low + step - 1; i < high; i += step {
			at, names, ids = append(at, i), append(names, nameOf(sorted[i])), append(ids, sorted[i])
		}
		before, err := pg.Value[int](ctx, tx, namesBeforeSQL, names, ids, name, id)
		if err != nil {
			return 0, err
		}
		if before < len(at) {
			high = at[before]
		}
		if before > 0 {
			low = at[before-1] + 1
		}
	}
	return low, nil
}
