package crash

import (
	"strings"
	"testing"
)

// What the comparison must find, each made by one change to a state that agrees.
func TestTheComparisonFindsEachDifference(t *testing.T) {
	t.Parallel()
	agreeing := func() state {
		s := newState()
		s.Orders["1"] = order{ID: "1", Number: "SO1", Key: "a", Lines: map[string]int64{"S1": 5}, Moves: []string{"placed", "accepted", "shipped"}, Shipments: map[string]int{"x": 1}}
		s.Orders["2"] = order{ID: "2", Number: "SO2", Key: "b", Lines: map[string]int64{"S1": 5}, Moves: []string{"placed"}, Shipments: map[string]int{}}
		s.Adjustments["c"] = 1
		return s
	}
	if said := compare(agreeing(), agreeing()); len(said) > 0 {
		t.Fatalf("two equal states differ: %q", said)
	}
	for name, c := range map[string]struct {
		change func(told, stored *state)
		want   string
	}{
		"one more acknowledged":  {func(told, _ *state) { told.Orders["3"] = order{ID: "3", Number: "SO3"} }, "lost: order SO3"},
		"one row gone":           {func(_, stored *state) { delete(stored.Orders, "2") }, "lost: order SO2"},
		"an order nobody asked":  {func(told, _ *state) { delete(told.Orders, "2") }, "SO2 2 of key b is there and nobody was told"},
		"two orders of one key":  {func(_, stored *state) { stored.Orders["3"] = order{ID: "3", Number: "SO3", Key: "a"} }, "key a placed two orders"},
		"a move undone":          {func(_, stored *state) { stored.Orders["1"] = moved(stored.Orders["1"], "placed", "accepted") }, "acknowledged moves [placed accepted shipped], stored [placed accepted]"},
		"a move made twice":      {func(_, stored *state) { stored.Orders["2"] = moved(stored.Orders["2"], "placed", "placed") }, "stored [placed placed]"},
		"another quantity":       {func(_, stored *state) { stored.Orders["2"].Lines["S1"] = 6 }, "stored with map[S1:6]"},
		"a shipment twice":       {func(_, stored *state) { stored.Orders["1"].Shipments["x"] = 2 }, "stored map[x:2]"},
		"another number":         {func(told, _ *state) { o := told.Orders["1"]; o.Number = "SO9"; told.Orders["1"] = o }, "acknowledged as SO9"},
		"an adjustment lost":     {func(_, stored *state) { delete(stored.Adjustments, "c") }, "adjustment c: acknowledged 1 movements, stored 0"},
		"an adjustment repeated": {func(_, stored *state) { stored.Adjustments["c"] = 2 }, "stored 2"},
		"an adjustment unasked":  {func(_, stored *state) { stored.Adjustments["d"] = 1 }, "adjustment d is there"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			told, stored := agreeing(), agreeing()
			c.change(&told, &stored)
			if said := strings.Join(compare(told, stored), "\n"); !strings.Contains(said, c.want) {
				t.Errorf("said %q, not %q", said, c.want)
			}
		})
	}
}

func moved(o order, moves ...string) order {
	o.Moves = moves
	return o
}
