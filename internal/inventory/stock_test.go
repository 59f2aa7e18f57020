package inventory_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"qudao/internal/fault"
	"qudao/internal/inventory"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/qty"
)

func TestAnAdjustmentWritesItsMovement(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	w.set("S1", "A", 100)
	row, err := w.Adjust(ctx, w.staff, inventory.Adjustment{SKU: "S1", Warehouse: "A", Delta: whole(-30), Reason: "破损"})
	if err != nil || row.OnHand != 70*qty.One || row.Available != 70*qty.One || row.Warehouse.Name != "宁波总仓" {
		t.Fatal(row, err)
	}
	w.set("S1", "A", 70) // as it is: nothing moves
	list, err := w.Movements(ctx, w.staff, "S1", page.Request{Limit: 1})
	if err != nil || len(list.Items) != 1 || list.Next == "" {
		t.Fatal(list, err)
	}
	if m := list.Items[0]; m.Quantity != -30*qty.One || m.Reason != "破损" || m.Kind != "adjustment" || m.Actor != "staff:stock" {
		t.Errorf("latest %+v", m)
	}
	list, err = w.Movements(ctx, w.staff, "S1", page.Request{Limit: 1, Cursor: list.Next})
	if err != nil || len(list.Items) != 1 || list.Next != "" || list.Items[0].Kind != "count" {
		t.Errorf("first %+v %v", list, err)
	}
	_, err = w.Movements(ctx, w.staff, "S9", page.Request{})
	wants(t, err, fault.NotFound)
	if n := value[int](w, `SELECT count(*)::int FROM queue.fact WHERE kind = 'stock.changed'`); n != 2 {
		t.Errorf("%d facts, want one for each change", n)
	}
}

func TestAnAdjustmentIsRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	w.set("S1", "A", 100)
	w.reserve("S1", "A", 40)
	good := inventory.Adjustment{SKU: "S1", Warehouse: "A", Delta: whole(1), Reason: "r"}
	for name, c := range map[string]struct {
		change func(*inventory.Adjustment)
		want   *fault.Definition
	}{
		"below reserved by delta":  {func(a *inventory.Adjustment) { a.Delta = whole(-61) }, inventory.BelowReserved},
		"below reserved by figure": {func(a *inventory.Adjustment) { a.Delta, a.OnHand = nil, whole(39) }, inventory.BelowReserved},
		"below zero":               {func(a *inventory.Adjustment) { a.SKU, a.Delta = "S2", whole(-1) }, inventory.BelowReserved},
		"no SKU":                   {func(a *inventory.Adjustment) { a.SKU = "S9" }, inventory.SKUUnknown},
		"no warehouse":             {func(a *inventory.Adjustment) { a.Warehouse = "Z" }, inventory.WarehouseUnknown},
		"both figures":             {func(a *inventory.Adjustment) { a.OnHand = whole(1) }, fault.InvalidInput},
		"no figure":                {func(a *inventory.Adjustment) { a.Delta = nil }, fault.InvalidInput},
		"change of zero":           {func(a *inventory.Adjustment) { a.Delta = whole(0) }, fault.InvalidInput},
		"no reason":                {func(a *inventory.Adjustment) { a.Reason = " " }, fault.InvalidInput},
		"too much":                 {func(a *inventory.Adjustment) { q := qty.Max; a.Delta = &q }, qty.ErrOutOfRange},
	} {
		in := good
		c.change(&in)
		_, err := w.Adjust(ctx, w.staff, in)
		f, ok := fault.As(err)
		if !ok || f.Definition != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want.Code)
		}
		if c.want == inventory.BelowReserved && in.SKU == "S1" && f.Facts["reserved"] != 40*qty.One {
			t.Errorf("%s: facts %v", name, f.Facts)
		}
	}
	_, err := w.Adjust(ctx, org.Actor{Kind: org.Dealer, Permissions: org.Portal}, good)
	wants(t, err, org.Forbidden)
	if got := value[int64](w, `SELECT sum(on_hand)::bigint FROM inventory.level`); got != 100_000 {
		t.Errorf("on hand %d after refusals", got)
	}
}

func TestOneKeyAdjustsOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := once.With(t.Context(), once.Key{Principal: w.staff.Principal(), Route: "adjust", Key: "k", Body: []byte("b")})
	for range 2 {
		row, err := w.Adjust(ctx, w.staff, inventory.Adjustment{SKU: "S1", Warehouse: "A", Delta: whole(5), Reason: "r"})
		if err != nil || row.OnHand != 5*qty.One {
			t.Fatal(row, err)
		}
	}
}

func TestABatchTakesEachItemOnItsOwn(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	w.set("S1", "A", 100)
	w.reserve("S1", "A", 40)
	in := inventory.Counts{Source: "erp", Version: 7, Items: []inventory.Count{
		{Warehouse: "A", SKU: "S1", OnHand: 10 * qty.One}, {Warehouse: "A", SKU: "S2", OnHand: 20 * qty.One, ExternalID: "x1"},
		{Warehouse: "Z", SKU: "S2", OnHand: 1}, {Warehouse: "B", SKU: "S9", OnHand: 1}, {Warehouse: "B", SKU: "S2", OnHand: 0},
		{Warehouse: "A", SKU: "S2", OnHand: 25 * qty.One}, {Warehouse: "A", SKU: "S2", OnHand: 99 * qty.One, ExternalID: "x1"}}}
	want := []inventory.Outcome{"failed", "updated", "failed", "failed", "unchanged", "updated", "repeated"}
	for _, do := range []func(inventory.Counts) ([]inventory.Result, error){
		func(c inventory.Counts) ([]inventory.Result, error) { return w.CheckOnHand(ctx, w.staff, c) },
		func(c inventory.Counts) ([]inventory.Result, error) { return w.SetOnHand(ctx, w.staff, c) },
	} {
		results, err := do(in)
		if err != nil {
			t.Fatal(err)
		}
		var got []inventory.Outcome
		for _, r := range results {
			got = append(got, r.Outcome)
		}
		if !slices.Equal(got, want) {
			t.Errorf("outcomes %v, want %v", got, want)
		}
		wants(t, results[0].Problem, inventory.BelowReserved)
		wants(t, results[2].Problem, inventory.WarehouseUnknown)
		wants(t, results[3].Problem, inventory.SKUUnknown)
	}
	if got := value[int64](w, `SELECT on_hand FROM inventory.level WHERE sku_id = 2 AND warehouse_id = 1`); got != 25_000 {
		t.Errorf("on hand %d, want the last figure", got)
	}
	// Said again: the external id is taken, the figure stands. An older version comes too late.
	again := inventory.Counts{Source: "erp", Version: 6, Items: []inventory.Count{{Warehouse: "A", SKU: "S2", OnHand: qty.One, ExternalID: "x1"}, {Warehouse: "A", SKU: "S2", OnHand: qty.One}}}
	results, err := w.SetOnHand(ctx, w.staff, again)
	if err != nil || results[0].Outcome != inventory.Repeated || results[1].Outcome != inventory.Outdated {
		t.Errorf("again: %v %v", results, err)
	}
	// Another source has ids and versions of its own.
	again.Source, again.Version = "wms", 1
	results, err = w.SetOnHand(ctx, w.staff, again)
	if err != nil || results[0].Outcome != inventory.Updated || results[1].Outcome != inventory.Unchanged {
		t.Errorf("another source: %v %v", results, err)
	}
}

func TestWhatIsAvailable(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	w.set("S1", "A", 100)
	w.set("S1", "B", 5)
	w.set("S1", "C", 1000) // closed
	w.reserve("S1", "A", 40)
	if _, err := w.SetSafety(ctx, w.staff, "S1", "A", 10*qty.One); err != nil {
		t.Fatal(err)
	}
	if _, err := w.SetSafety(ctx, w.staff, "S1", "B", 8*qty.One); err != nil { // more than there is takes nothing from A
		t.Fatal(err)
	}
	got, err := w.Available(ctx, []int32{1, 2})
	if err != nil || got[1] != 50*qty.One || got[2] != 0 {
		t.Errorf("available %v %v", got, err)
	}
	_, err = w.SetSafety(ctx, w.staff, "S1", "A", -1)
	wants(t, err, inventory.SafetyWrong)
	low, err := w.List(ctx, w.staff, inventory.Filter{Low: true})
	if err != nil || len(low.Items) != 1 || low.Items[0].Warehouse.Code != "B" || low.Items[0].Available != 0 {
		t.Errorf("low %+v %v", low, err)
	}
}

func TestTheListIsPagedAndFiltered(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, sku := range []string{"S3", "S1", "S2"} {
		w.set(sku, "B", 1)
		w.set(sku, "A", 1)
	}
	for _, c := range []struct {
		filter inventory.Filter
		want   string
	}{
		{inventory.Filter{}, "[S1A S1B S2A S2B S3A S3B]"}, {inventory.Filter{Warehouse: "B"}, "[S1B S2B S3B]"},
		{inventory.Filter{Text: "开关 2"}, "[S2A S2B]"}, {inventory.Filter{Text: "%"}, "[]"}, {inventory.Filter{SKUs: []string{"S3"}}, "[S3A S3B]"},
		{inventory.Filter{Low: true}, "[]"},
	} {
		got := []string{}
		c.filter.Limit = 2
		for {
			list, err := w.List(t.Context(), w.staff, c.filter)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range list.Items {
				got = append(got, r.SKU+r.Warehouse.Code)
			}
			if c.filter.Cursor = list.Next; list.Next == "" {
				break
			}
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%+v: %v, want %s", c.filter, got, c.want)
		}
	}
	warehouses, err := w.Warehouses(t.Context(), w.staff)
	if err != nil || len(warehouses) != 3 || warehouses[0].Code != "A" {
		t.Errorf("warehouses %v %v", warehouses, err)
	}
}

// Whatever is asked, what is on hand is the sum of the movements, and never below what is reserved.
func TestOnHandIsTheSumOfMovements(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	rapid.Check(t, func(rt *rapid.T) {
		count := rapid.Custom(func(t *rapid.T) inventory.Count {
			return inventory.Count{SKU: rapid.SampledFrom([]string{"S1", "S2", "S3", "S4"}).Draw(t, "sku"), Warehouse: rapid.SampledFrom([]string{"A", "B"}).Draw(t, "in"),
				OnHand: qty.Quantity(rapid.IntRange(-5, 50).Draw(t, "q")), ExternalID: rapid.SampledFrom([]string{"", "", "e1", "e2"}).Draw(t, "id")}
		})
		for _, c := range rapid.SliceOfN(count, 1, 4).Draw(rt, "adjust") {
			// Refusals are part of it.
			_, _ = w.Adjust(t.Context(), w.staff, inventory.Adjustment{SKU: c.SKU, Warehouse: c.Warehouse, Delta: &c.OnHand, Reason: "r"})
			w.exec(`UPDATE inventory.level SET reserved = on_hand / 2 WHERE sku_id = 1`)
		}
		in := inventory.Counts{Source: fmt.Sprint(rapid.IntRange(0, 9).Draw(rt, "source")), Version: int64(rapid.IntRange(0, 3).Draw(rt, "version")), Items: rapid.SliceOfN(count, 1, 6).Draw(rt, "count")}
		if _, err := w.SetOnHand(t.Context(), w.staff, in); err != nil {
			rt.Fatal(err)
		}
		wrong := value[int](w, `SELECT count(*)::int FROM inventory.level l FULL JOIN
			(SELECT sku_id, warehouse_id, sum(quantity) AS q FROM inventory.movement GROUP BY 1, 2) m USING (sku_id, warehouse_id)
			WHERE coalesce(l.on_hand, -1) <> coalesce(m.q, 0)`)
		if wrong != 0 {
			rt.Fatalf("%d levels differ from their movements", wrong)
		}
	})
}

func TestManyAtOnceLoseNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	skus := []string{"S1", "S2", "S3"}
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for range 10 {
				for j := range skus {
					_, err := w.Adjust(t.Context(), w.staff, inventory.Adjustment{SKU: skus[(i+j)%3], Warehouse: "A", Delta: whole(1), Reason: "r"})
					if err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	all.Wait()
	if got := value[int64](w, `SELECT sum(on_hand)::bigint FROM inventory.level`); got != 240_000 {
		t.Errorf("on hand %d, want 240 units", got)
	}
}
