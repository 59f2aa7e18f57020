package catalog

import (
	"fmt"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"

	"qudao/internal/org"
	"qudao/internal/pg"
)

// index answers what a large catalogue is asked for most, in this process: which published products a
// dealer sees that match a text and a selection, how many have each value, and in which order they come.
// It holds sets of product ids (Roaring bitmaps) by audience, category, facet value and piece of text;
// what a dealer sees is algebra over the sets of its audiences.
//
// It never decides. Products are read from PostgreSQL by id under the condition of publication before
// they are shown, so a product withdrawn a moment ago is not; only the counts are as of the last fact
// heard. Below indexFrom products there is none: PostgreSQL is quick enough, and always of this moment.
//
// One goroutine (Service.Index) writes it: methods that change it are that goroutine's alone.
type index struct {
	mu    sync.RWMutex
	ready bool
	tree  tree

	entries   []*entry                  // by product id; nil: not published
	live      int                       // how many are not nil
	allow     map[int32]*roaring.Bitmap // by audience
	deny      map[int32]*roaring.Bitmap
	tags      tags
	grams     map[gram]*roaring.Bitmap
	byCode    ranking
	byName    ranking
	byNewest  ranking
	sights    kept[*sight]
	texts     kept[*matched]
	answers   kept[*counted]
	marks     map[int32]string // what every product was when it was read, published or not
	threshold int              // products from which there is one
	anew      int              // changes found at once from which everything is sorted again

	heard heard
	first chan struct{} // closed, once, after the first reading
	tried sync.Once
}

// entry is what the index knows of a product.
type entry struct {
	ID        int32
	Code      string
	Name      string
	CodeLower string
	NameLower string
	Newest    int64 // falls as the time of publication rises
	Path      []int32
	Facets    map[string][]string // until it is put into the index: tags say the same in less
	Allow     []int32
	Deny      []int32
	SKUs      []int32 // the active ones, in order
	Words     string
	Live      bool // published
	Mark      string

	tags []int32
}

// tree is what counts are named by, and the mark by which a change of it is found.
type tree struct {
	mark       string
	categories []Category
	attributes []Attribute     // of all templates
	faceted    map[string]bool // attributes that are a facet of some template
}

// indexFrom is the number of products from which a catalogue is indexed.
const indexFrom = 2_000

// indexAnew is how many changes found at once have everything sorted again, while PostgreSQL answers.
const indexAnew = 5_000

func newIndex() *index {
	x := &index{threshold: indexFrom, anew: indexAnew, heard: newHeard(), first: make(chan struct{})}
	x.clear()
	return x
}

// clear empties the index, under the lock.
func (x *index) clear() {
	x.ready, x.live = false, 0
	x.entries, x.marks = nil, map[int32]string{}
	x.allow, x.deny, x.grams = map[int32]*roaring.Bitmap{}, map[int32]*roaring.Bitmap{}, map[gram]*roaring.Bitmap{}
	x.tags = tags{numbers: map[tag]int32{}}
	x.byCode, x.byName, x.byNewest = ranking{}, ranking{}, ranking{}
	x.unkeep()
}

// unkeep forgets what was worked out.
func (x *index) unkeep() {
	x.sights.clear()
	x.texts.clear()
	x.answers.clear()
}

// entry is the published product with an id, or nil.
func (x *index) entry(id int32) *entry {
	if id < 0 || int(id) >= len(x.entries) {
		return nil
	}
	return x.entries[id]
}

// put takes products as they are now, under the lock. The rankings are the caller's business.
func (x *index) put(list []*entry) {
	x.unkeep()
	for _, e := range list {
		if old := x.entry(e.ID); old != nil {
			x.mark(old, (*roaring.Bitmap).Remove)
			x.entries[e.ID] = nil
			x.live--
		}
		x.marks[e.ID] = e.Mark
		if !e.Live {
			continue
		}
		for int(e.ID) >= len(x.entries) {
			x.entries = append(x.entries, make([]*entry, 1+len(x.entries)/4)...)
		}
		e.tags, e.Facets = x.tags.of(e), nil
		x.mark(e, (*roaring.Bitmap).Add)
		x.entries[e.ID] = e
		x.live++
	}
}

// mark adds a product to every set that it belongs to, or removes it from them.
func (x *index) mark(e *entry, do func(*roaring.Bitmap, uint32)) {
	id := uint32(e.ID)
	for _, a := range e.Allow {
		do(member(x.allow, a), id)
	}
	for _, a := range e.Deny {
		do(member(x.deny, a), id)
	}
	for _, t := range e.tags {
		do(x.tags.sets[t], id)
	}
	for _, g := range gramsOf(e.Words) {
		do(member(x.grams, g), id)
	}
}

// member is the set with the key, made where there is none.
func member[K comparable](sets map[K]*roaring.Bitmap, key K) *roaring.Bitmap {
	s := sets[key]
	if s == nil {
		s = roaring.New()
		sets[key] = s
	}
	return s
}

// union is the set of all that is in one of the sets, a new one.
func union[K comparable](sets map[K]*roaring.Bitmap, keys []K) *roaring.Bitmap {
	var found []*roaring.Bitmap
	for _, key := range keys {
		if s := sets[key]; s != nil {
			found = append(found, s)
		}
	}
	return roaring.FastOr(found...)
}

// sight is what is published to dealers in the same audiences, and how many of it have each tag. It is kept
// for all of them, and nobody changes it.
type sight struct {
	set    *roaring.Bitmap
	counts []int32
}

// deciding are those of the audiences, in order, that something is published to or kept from.
func (x *index) deciding(audiences []int32) []int32 {
	var which []int32
	for _, a := range pg.Sorted(audiences) {
		if x.allow[a] != nil || x.deny[a] != nil {
			which = append(which, a)
		}
	}
	return which
}

// visible is what is published to a dealer in these audiences and lies in the pool, where there is one.
func (x *index) visible(audiences []int32, pool *org.Pool) *sight {
	which := x.deciding(audiences)
	name := fmt.Sprint(which, poolName(pool))
	if s, known := x.sights.get(name); known {
		return s
	}
	set := union(x.allow, which)
	for _, a := range which {
		if s := x.deny[a]; s != nil {
			set.AndNot(s)
		}
	}
	if pool != nil {
		set.And(x.within(pool))
	}
	s := &sight{set, x.tally(set)}
	x.sights.keep(name, s)
	return s
}

// within is every product of a pool, whoever may see it.
func (x *index) within(pool *org.Pool) *roaring.Bitmap {
	set := roaring.New()
	for _, c := range pool.Categories {
		if of := x.tags.set(categoryTag(c)); of != nil {
			set.Or(of)
		}
	}
	for _, p := range pool.Products {
		set.Add(uint32(p))
	}
	return set
}

// poolName tells pools apart; it is empty without one.
func poolName(pool *org.Pool) string {
	if pool == nil {
		return ""
	}
	return fmt.Sprint(pool.Categories, pool.Products)
}
