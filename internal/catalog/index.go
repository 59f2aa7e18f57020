package catalog

import (
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
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

	entries   map[int32]*entry          // by product; published ones only
	allow     map[int32]*roaring.Bitmap // by audience
	deny      map[int32]*roaring.Bitmap
	under     map[int32]*roaring.Bitmap             // by category or series, with all below
	facets    map[string]map[string]*roaring.Bitmap // by attribute and value
	grams     map[gram]*roaring.Bitmap
	byCode    ranking
	byName    ranking
	byNewest  ranking
	texts     texts
	marks     map[int32]string // what every product was when it was read, published or not
	threshold int

	heard heard
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
	Facets    map[string][]string
	Allow     []int32
	Deny      []int32
	SKUs      []int32 // the active ones, in order
	Words     string
	Live      bool // published
	Mark      string
}

// tree is what counts are named by, and the mark by which a change of it is found.
type tree struct {
	mark       string
	categories []Category
	templates  []Template
}

// indexFrom is the number of products from which a catalogue is indexed.
const indexFrom = 2_000

func newIndex() *index {
	x := &index{threshold: indexFrom, heard: newHeard()}
	x.clear()
	return x
}

// clear empties the index, under the lock.
func (x *index) clear() {
	x.ready = false
	x.entries, x.marks = map[int32]*entry{}, map[int32]string{}
	x.allow, x.deny, x.under = map[int32]*roaring.Bitmap{}, map[int32]*roaring.Bitmap{}, map[int32]*roaring.Bitmap{}
	x.facets, x.grams = map[string]map[string]*roaring.Bitmap{}, map[gram]*roaring.Bitmap{}
	x.byCode, x.byName, x.byNewest = ranking{}, ranking{}, ranking{}
	x.texts.clear()
}

// put takes products as they are now, under the lock. The orders are the caller's business.
func (x *index) put(list []*entry) {
	x.texts.clear()
	for _, e := range list {
		if old := x.entries[e.ID]; old != nil {
			x.mark(old, (*roaring.Bitmap).Remove)
			delete(x.entries, e.ID)
		}
		x.marks[e.ID] = e.Mark
		if e.Live {
			x.mark(e, (*roaring.Bitmap).Add)
			x.entries[e.ID] = e
		}
	}
}

// mark adds a product to every set that it belongs to, or removes it from them.
func (x *index) mark(e *entry, do func(*roaring.Bitmap, uint32)) {
	id := uint32(e.ID)
	for _, of := range []struct {
		sets map[int32]*roaring.Bitmap
		keys []int32
	}{{x.allow, e.Allow}, {x.deny, e.Deny}, {x.under, e.Path}} {
		for _, key := range of.keys {
			do(member(of.sets, key), id)
		}
	}
	for attribute, values := range e.Facets {
		sets := x.facets[attribute]
		if sets == nil {
			sets = map[string]*roaring.Bitmap{}
			x.facets[attribute] = sets
		}
		for _, v := range values {
			do(member(sets, v), id)
		}
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

// visible is what is published to a dealer in these audiences, a new set.
func (x *index) visible(audiences []int32) *roaring.Bitmap {
	out := union(x.allow, audiences)
	for _, a := range audiences {
		if s := x.deny[a]; s != nil {
			out.AndNot(s)
		}
	}
	return out
}
