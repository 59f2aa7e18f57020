package order_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"qudao/internal/fault"
	"qudao/internal/order"
	. "qudao/internal/ordertest"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// Any slice gives the result of its orders one by one, in the order of arrival: the same are placed, from
// the same warehouses, and the others are refused with the same facts and take nothing.
func TestASliceIsItsOrdersOneByOne(t *testing.T) {
	t.Parallel()
	w := New(t, 4, 5)
	placing, err := pg.Open(t.Context(), pg.Config{URL: w.Database.App, Conns: 1, Params: order.PlacingParams()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(placing.Close)
	together, alone := order.NewSlices(w.Orders, placing), order.NewSlices(w.Orders, placing)
	addresses := map[int]order.PlaceInput{}
	for n := 1; n <= 4; n++ {
		addresses[n] = w.Input(n)
	}
	rapid.Check(t, func(r *rapid.T) {
		var who []org.Actor
		var in []order.PlaceInput
		for range rapid.IntRange(1, 8).Draw(r, "orders") {
			n := rapid.IntRange(1, 4).Draw(r, "dealer")
			one := addresses[n]
			skus := rapid.SliceOfNDistinct(rapid.IntRange(1, 5), 1, 3, rapid.ID[int]).Draw(r, "skus")
			for _, k := range skus {
				one.Lines = append(one.Lines, Want(fmt.Sprintf("S%d", k), rapid.IntRange(1, 9).Draw(r, "pieces")))
			}
			who, in = append(who, w.Dealer(n)), append(in, one)
		}
		shelves := rapid.SliceOfN(rapid.IntRange(0, 12), 10, 10).Draw(r, "pieces on the shelves")

		shelve(w, shelves)
		placed, errs := together.Place(t.Context(), who, in)
		want := outcomes(w, placed, errs)
		left := levels(w)

		shelve(w, shelves)
		var got []string
		for i := range who {
			placed, errs := alone.Place(t.Context(), who[i:i+1], in[i:i+1])
			got = append(got, outcomes(w, placed, errs)...)
		}
		if !slices.Equal(got, want) {
			r.Fatalf("together\n%q\none by one\n%q", want, got)
		}
		if now := levels(w); now != left {
			r.Fatalf("stock together %s, one by one %s", left, now)
		}
	})
	w.Holds()
}

// outcomes tells of each order what it took from where, or why it was refused.
func outcomes(w *World, placed []order.Placed, errs []error) []string {
	out := make([]string, len(placed))
	for i, p := range placed {
		if f, refused := fault.As(errs[i]); refused {
			out[i] = f.Definition.Code
			for _, wrong := range f.Fields {
				out[i] += fmt.Sprintf(" %s %s %v", wrong.Path, wrong.Definition.Code, wrong.Facts)
			}
			continue
		}
		if errs[i] != nil {
			out[i] = errs[i].Error()
			continue
		}
		out[i] = w.Text(`SELECT string_agg(format('%s: %s of %s from %s', line, open, sku_id, warehouse_id), ', ' ORDER BY line, warehouse_id) FROM inventory.held WHERE order_id = $1`, p.ID)
	}
	return out
}

// shelve takes all orders away and puts so many pieces of each SKU into each warehouse, on the record.
func shelve(w *World, pieces []int) {
	w.Exec(`TRUNCATE orders.orders, orders.line, inventory.reservation, timeline.node, queue.fact, inventory.movement`)
	w.Exec(`UPDATE inventory.level l SET reserved = 0, on_hand = 1000 * ($1::int[])[(l.sku_id - 1) * 2 + l.warehouse_id]`, pieces)
	w.Exec(`INSERT INTO inventory.movement (id, sku_id, warehouse_id, kind, quantity, actor, at)
	SELECT pg.uuid_floor(now() + sku_id * interval '1 ms'), sku_id, warehouse_id, 'opening', on_hand, 'test', now() FROM inventory.level WHERE on_hand > 0`)
}

func levels(w *World) string {
	return w.Text(`SELECT string_agg(format('%s/%s %s of %s', sku_id, warehouse_id, reserved, on_hand), ', ' ORDER BY sku_id, warehouse_id) FROM inventory.level`)
}
