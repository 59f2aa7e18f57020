package inventory_test

import (
	"testing"

	"qudao/internal/fault"
	"qudao/internal/inventory"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

func TestWarehousesAreMadeAndChanged(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	in := inventory.WarehouseInput{Code: "D", Name: " 宁波二仓 ", Region: 330200, Priority: 20}
	made, err := w.CreateWarehouse(t.Context(), w.staff, in)
	if err != nil || made.Name != "宁波二仓" || made.State != inventory.WarehouseActive || made.Version != 1 {
		t.Fatalf("%+v, %v", made, err)
	}
	list, err := w.Warehouses(t.Context(), w.staff)
	if err != nil || len(list) != 4 || list[0] != made {
		t.Errorf("%+v, %v", list, err)
	}
	w.set("S1", "D", 5)
	in.Name, in.Priority, in.State = "宁波新仓", -1, inventory.WarehouseClosed
	closed, err := w.EditWarehouse(t.Context(), w.staff, "D", 1, in)
	if err != nil || closed.Name != "宁波新仓" || closed.Priority != -1 || closed.State != inventory.WarehouseClosed || closed.Version != 2 {
		t.Errorf("%+v, %v", closed, err)
	}
	if n := value[int](w, `SELECT count(*)::int FROM queue.fact WHERE kind = $1 AND doc_kind = 'warehouse' AND doc_id = 'D'`, inventory.FactWarehouseChanged); n != 2 {
		t.Errorf("%d facts", n)
	}
}

func TestWarehousesRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	good := inventory.WarehouseInput{Code: "D", Name: "宁波二仓", Region: 330200}
	with := func(change func(*inventory.WarehouseInput)) inventory.WarehouseInput {
		in := good
		change(&in)
		return in
	}
	f := wants(t, second(w.CreateWarehouse(t.Context(), w.staff, inventory.WarehouseInput{Code: "-", Priority: 9e6, State: "asleep"})), fault.InvalidInput)
	if len(f.Fields) != 4 {
		t.Errorf("%v", f)
	}
	wants(t, second(w.CreateWarehouse(t.Context(), w.staff, with(func(in *inventory.WarehouseInput) { in.Code = "A" }))), org.CodeTaken)
	wants(t, second(w.CreateWarehouse(t.Context(), w.staff, with(func(in *inventory.WarehouseInput) { in.Region = 1 }))), org.CodeUnknown)
	wants(t, second(w.EditWarehouse(t.Context(), w.staff, "NONE", 1, good)), fault.NotFound)
	f = wants(t, second(w.EditWarehouse(t.Context(), w.staff, "A", 7, good)), pg.VersionChanged)
	if f.Facts["version"] != 1 {
		t.Errorf("%v", f.Facts)
	}
	reader := org.Actor{Kind: org.Staff, ID: "reader", Permissions: org.Of(org.StockRead)}
	wants(t, second(w.CreateWarehouse(t.Context(), reader, good)), org.Forbidden)
	wants(t, second(w.EditWarehouse(t.Context(), reader, "A", 1, good)), org.Forbidden)
}

func TestAWarehouseWithReservationsStaysOpen(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.set("S1", "A", 10)
	w.set("S2", "A", 10)
	w.reserve("S1", "A", 4)
	closing := inventory.WarehouseInput{Name: "宁波总仓", Region: 330200, Priority: 9, State: inventory.WarehouseClosed}
	f := wants(t, second(w.EditWarehouse(t.Context(), w.staff, "A", 1, closing)), inventory.WarehouseHolds)
	if f.Facts["count"] != 1 || f.Facts["warehouse"] != "宁波总仓" {
		t.Errorf("%v", f.Facts)
	}
	// Everything else about it can be changed all the same.
	renaming := closing
	renaming.Name, renaming.State = "宁波主仓", inventory.WarehouseActive
	if _, err := w.EditWarehouse(t.Context(), w.staff, "A", 1, renaming); err != nil {
		t.Error(err)
	}
	w.reserve("S1", "A", 0)
	if _, err := w.EditWarehouse(t.Context(), w.staff, "A", 2, closing); err != nil {
		t.Error(err)
	}
	available, err := w.Available(t.Context(), []int32{1, 2})
	if err != nil || available[1] != qty.Quantity(0) || available[2] != qty.Quantity(0) {
		t.Errorf("a closed warehouse offers %v, %v", available, err)
	}
}

func second[T any](_ T, err error) error { return err }
