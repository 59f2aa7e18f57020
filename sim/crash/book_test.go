package crash

import (
	"fmt"
	"maps"
	"slices"
	"sync"
)

// An order, as the answers told of it or as it is stored.
type order struct {
	ID, Number string
	Key        string           // of the request that placed it, which is also its remark
	Lines      map[string]int64 // SKU: quantity
	Moves      []string         // the nodes of its timeline, in order
	Shipments  map[string]int   // key of the request that shipped, which is also its tracking number: lines
}

// state is everything the clients changed.
type state struct {
	Orders      map[string]order // by id
	Adjustments map[string]int   // movements by the key of the request that adjusted stock, which is also its reason
}

func newState() state { return state{Orders: map[string]order{}, Adjustments: map[string]int{}} }

// compare says in what the stored differs from what was acknowledged. Nothing said: not at all.
func compare(acknowledged, stored state) (out []string) {
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	keys := map[string]string{}
	for _, id := range slices.Sorted(maps.Keys(acknowledged.Orders)) {
		want := acknowledged.Orders[id]
		got, there := stored.Orders[id]
		switch {
		case !there:
			say("lost: order %s %s was acknowledged and is not there", want.Number, id)
			continue
		case got.Number != want.Number || got.Key != want.Key:
			say("order %s: acknowledged as %s of key %s, stored as %s of key %s", id, want.Number, want.Key, got.Number, got.Key)
		}
		if !maps.Equal(got.Lines, want.Lines) {
			say("order %s: acknowledged with lines %v, stored with %v", want.Number, want.Lines, got.Lines)
		}
		if !slices.Equal(got.Moves, want.Moves) {
			say("order %s: acknowledged moves %v, stored %v", want.Number, want.Moves, got.Moves)
		}
		if !maps.Equal(got.Shipments, want.Shipments) {
			say("order %s: acknowledged shipments %v, stored %v", want.Number, want.Shipments, got.Shipments)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(stored.Orders)) {
		got := stored.Orders[id]
		if _, known := acknowledged.Orders[id]; !known {
			say("order %s %s of key %s is there and nobody was told of it", got.Number, id, got.Key)
		}
		if first, twice := keys[got.Key]; twice {
			say("key %s placed two orders, %s and %s", got.Key, first, got.Number)
		}
		keys[got.Key] = got.Number
	}
	for _, key := range slices.Sorted(maps.Keys(acknowledged.Adjustments)) {
		if n := stored.Adjustments[key]; n != acknowledged.Adjustments[key] {
			say("adjustment %s: acknowledged %d movements, stored %d", key, acknowledged.Adjustments[key], n)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(stored.Adjustments)) {
		if _, known := acknowledged.Adjustments[key]; !known {
			say("adjustment %s is there and nobody was told of it", key)
		}
	}
	return out
}

// book is where the clients write down what they were told.
type book struct {
	mu         sync.Mutex
	told       state
	complaints []string // answers that must not be

	acknowledged int // answers of success to changes
	refused      int
	unanswered   int // attempts that were cut, or answered with "try again"
	replayed     int // requests that needed more than one attempt and then were acknowledged
	repeated     int // acknowledged requests sent once more on purpose
}

func (b *book) write(change func(*state)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	change(&b.told)
}

func (b *book) complain(format string, args ...any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.complaints = append(b.complaints, fmt.Sprintf(format, args...))
}

func (b *book) count(what *int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	*what++
}

// move notes an acknowledged move of an order.
func (b *book) move(id, node string) {
	b.write(func(s *state) {
		o := s.Orders[id]
		o.Moves = append(o.Moves, node)
		s.Orders[id] = o
	})
}
