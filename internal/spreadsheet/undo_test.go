package spreadsheet_test

import (
	"testing"

	"qudao/internal/fault"
	"qudao/internal/inventory"
	"qudao/internal/org"
	"qudao/internal/pricing"
	"qudao/internal/qty"
	"qudao/internal/spreadsheet"
)

func (w *world) undo(run spreadsheet.Run, partly bool) (spreadsheet.Run, error) {
	w.t.Helper()
	return w.Undo(w.t.Context(), w.staff, run.ID, partly)
}

// undone fails the test unless the run is taken back at so many places.
func (w *world) undone(run spreadsheet.Run, err error, count int) {
	w.t.Helper()
	if err != nil || run.Undone != count || run.UndoneAt == nil || run.Undoable {
		w.t.Fatalf("run %+v, %v; want %d taken back", run, err, count)
	}
}

// blocked fails the test unless err says that these places were changed since.
func blocked(t *testing.T, err error, paths ...string) {
	t.Helper()
	f, ok := fault.As(err)
	if !ok || f.Definition != spreadsheet.ChangedSince || len(f.Fields) != len(paths) {
		t.Fatalf("got %v, want %v to be in the way", err, paths)
	}
	for i, path := range paths {
		if f.Fields[i].Path != path {
			t.Errorf("in the way is %s, want %s", f.Fields[i].Path, path)
		}
	}
}

func TestImportedPricesAreTakenBack(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1", "A-2", "A-3")
	w.take(spreadsheet.Prices, base, book(t, priceHead, []any{"A-1", 0, 9}, []any{"A-1", 100, 8}, []any{"A-2", 0, 7}))
	before := w.prices("BASE")
	// A-1 loses a tier and changes one, A-2 stays as it is, A-3 is new in the list.
	mistake := w.take(spreadsheet.Prices, base, book(t, priceHead, []any{"A-1", 0, 90}, []any{"A-2", 0, 7}, []any{"A-3", 0, 70}))
	if !mistake.Undoable {
		t.Fatalf("run %+v cannot be taken back", mistake)
	}
	version := w.version("BASE")
	run, err := w.undo(mistake, false)
	w.undone(run, err, 2)
	if got := w.prices("BASE"); got != before {
		t.Errorf("prices %s, want %s", got, before)
	}
	if got := w.version("BASE"); got != version+1 {
		t.Errorf("the list went from version %d to %d", version, got)
	}
	_, err = w.undo(mistake, false)
	refused(t, err, spreadsheet.UndoneBefore)
}

func TestPricesThatWereChangedSinceStay(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1", "A-2")
	mistake := w.take(spreadsheet.Prices, base, book(t, priceHead, []any{"A-1", 0, 5}, []any{"A-2", 0, 6}))
	// Another tier of the same ladder counts too: it was set beside the price of the import.
	if _, err := w.price.Change(t.Context(), w.staff, "BASE", []pricing.Change{
		{SKU: "A-2", Tiers: pricing.Tiers{{Minimum: 0, Price: 6_000_000}, {Minimum: 50_000, Price: 5_500_000}}}}); err != nil {
		t.Fatal(err)
	}
	_, err := w.undo(mistake, false)
	blocked(t, err, "A-2")
	if got := w.prices("BASE"); got != "A-1:0=5000000 A-2:0=6000000 A-2:50=5500000" {
		t.Fatalf("a refused undo left %s", got)
	}
	run, err := w.undo(mistake, true)
	w.undone(run, err, 1)
	if got := w.prices("BASE"); got != "A-2:0=6000000 A-2:50=5500000" {
		t.Errorf("prices %s", got)
	}
}

func TestNothingIsTakenBackWhereAllWasChangedSince(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1")
	mistake := w.take(spreadsheet.Prices, base, book(t, priceHead, []any{"A-1", 0, 5}))
	w.take(spreadsheet.Prices, base, book(t, priceHead, []any{"A-1", 0, 6}))
	_, err := w.undo(mistake, true)
	blocked(t, err, "A-1")
}

func TestImportedStockIsTakenBack(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1", "A-2")
	w.take(spreadsheet.Stock, spreadsheet.Params{}, book(t, stockHead, []any{"WH-EAST", "A-1", 100}, []any{"WH-WEST", "A-1", 20}))
	mistake := w.take(spreadsheet.Stock, spreadsheet.Params{}, book(t, stockHead,
		[]any{"WH-EAST", "A-1", 7}, []any{"WH-WEST", "A-1", 20}, []any{"WH-EAST", "A-2", 3}))
	run, err := w.undo(mistake, false)
	w.undone(run, err, 2)
	if got := w.levels(); got != "WH-EAST/A-1=100000 WH-EAST/A-2=0 WH-WEST/A-1=20000" {
		t.Errorf("levels %s", got)
	}
	if got := value[string](w, `SELECT string_agg(m.kind || m.quantity || ' ' || m.reason, ', ' ORDER BY m.id) FROM inventory.movement m
		JOIN catalog.sku k ON k.id = m.sku_id WHERE k.code = 'A-2'`); got != "count3000 表格.xlsx, adjustment-3000 撤销导入：表格.xlsx" {
		t.Errorf("movements %s", got)
	}
}

func TestStockThatMovedSinceStays(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1", "A-2", "A-3")
	mistake := w.take(spreadsheet.Stock, spreadsheet.Params{}, book(t, stockHead,
		[]any{"WH-EAST", "A-1", 10}, []any{"WH-EAST", "A-2", 20}, []any{"WH-EAST", "A-3", 30}))
	out := qty.Quantity(-1000)
	if _, err := w.stock.Adjust(t.Context(), w.staff, inventory.Adjustment{Warehouse: "WH-EAST", SKU: "A-1", Delta: &out, Reason: "破损"}); err != nil {
		t.Fatal(err)
	}
	w.exec(`UPDATE inventory.level SET reserved = 5000 WHERE sku_id = (SELECT id FROM catalog.sku WHERE code = 'A-2')`)
	_, err := w.undo(mistake, false)
	blocked(t, err, "WH-EAST/A-1", "WH-EAST/A-2")
	run, err := w.undo(mistake, true)
	w.undone(run, err, 1)
	if got := w.levels(); got != "WH-EAST/A-1=9000 WH-EAST/A-2=20000 WH-EAST/A-3=0" {
		t.Errorf("levels %s", got)
	}
}

func TestOnlyWhatIsDoneAndKnownIsTakenBack(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1")
	w.take(spreadsheet.Prices, base, book(t, priceHead, []any{"A-1", 0, 5}))
	same := w.take(spreadsheet.Prices, base, book(t, priceHead, []any{"A-1", 0, 5}))
	_, err := w.undo(same, false)
	refused(t, err, spreadsheet.NothingToUndo)
	failed := w.take(spreadsheet.Prices, base, book(t, priceHead))
	_, err = w.undo(failed, false)
	refused(t, err, spreadsheet.NotUndoable)
	export, err := w.StartExport(t.Context(), w.staff, spreadsheet.Stock, spreadsheet.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.undo(export, false)
	refused(t, err, spreadsheet.NotUndoable)
	other := w.staff
	other.ID = "E-other"
	_, err = w.Undo(t.Context(), other, same.ID, false)
	refused(t, err, fault.NotFound)
	weak := w.staff
	weak.Permissions = org.Of(org.ImportRun)
	_, err = w.Undo(t.Context(), weak, same.ID, false)
	refused(t, err, org.Forbidden)
}
