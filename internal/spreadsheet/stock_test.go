package spreadsheet_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"qudao/internal/pg"
	"qudao/internal/spreadsheet"
)

var stockHead = []any{"仓库编码", "物料编码", "现存量"}

func TestStockIsSetToWhatTheFileSays(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1", "A-2")
	w.counts(w.take(spreadsheet.Stock, spreadsheet.Params{}, book(t, stockHead,
		[]any{"WH-EAST", "A-1", 100}, []any{"WH-WEST", "A-1", 20.5}, []any{"WH-EAST", "A-2", 0})), 3, 0)
	if got := w.levels(); got != "WH-EAST/A-1=100000 WH-EAST/A-2=0 WH-WEST/A-1=20500" {
		t.Fatalf("levels %s", got)
	}
	w.counts(w.take(spreadsheet.Stock, spreadsheet.Params{}, book(t, stockHead, []any{"WH-EAST", "A-1", 70})), 1, 0)
	if got := value[string](w, `SELECT string_agg(kind || quantity, ' ' ORDER BY m.id) FROM inventory.movement m JOIN inventory.warehouse w ON w.id = m.warehouse_id WHERE w.code = 'WH-EAST'`); got != "count100000 count-30000" {
		t.Errorf("movements %s", got)
	}
}

func TestWrongStockRowsAreToldAndDoNotStopRightOnes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		rows [][]any
		code string
	}{
		{"an unknown SKU", [][]any{{"WH-EAST", "X-9", 5}}, "stock_sku_unknown"},
		{"an unknown warehouse", [][]any{{"WH-MOON", "A-2", 5}}, "warehouse_unknown"},
		{"text for a number", [][]any{{"WH-EAST", "A-2", "很多"}}, "cell_not_number"},
		{"a formula", [][]any{{"WH-EAST", "A-2", formula("1+1")}}, "cell_formula"},
		{"less than nothing", [][]any{{"WH-EAST", "A-2", -1}}, "cell_out_of_range"},
		{"too many decimals", [][]any{{"WH-EAST", "A-2", "1.2345"}}, "cell_too_precise"},
		{"no figure", [][]any{{"WH-EAST", "A-2", nil}}, "cell_missing"},
		{"no warehouse", [][]any{{nil, "A-2", 4}}, "cell_missing"},
		{"the same level twice", [][]any{{"WH-EAST", "A-2", 4}, {"WH-EAST", "A-2", 5}}, "row_repeated"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			w.sell("A-1", "A-2")
			run := w.take(spreadsheet.Stock, spreadsheet.Params{}, book(t, append([][]any{stockHead, {"WH-EAST", "A-1", 5}}, c.rows...)...))
			w.counts(run, 1, len(c.rows), fmt.Sprintf("%s×%d", c.code, len(c.rows)))
			if got := w.levels(); got != "WH-EAST/A-1=5000" {
				t.Errorf("levels %s", got)
			}
			if got := w.wrong(run); len(got) != len(c.rows) {
				t.Errorf("the error file has %d rows", len(got))
			}
		})
	}
}

func TestStockBelowWhatIsReservedIsRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1", "A-2")
	w.take(spreadsheet.Stock, spreadsheet.Params{}, book(t, stockHead, []any{"WH-EAST", "A-1", 10}, []any{"WH-EAST", "A-2", 10}))
	w.exec(`UPDATE inventory.level SET reserved = 6000`)
	run := w.take(spreadsheet.Stock, spreadsheet.Params{}, book(t, stockHead, []any{"WH-EAST", "A-1", 5}, []any{"WH-EAST", "A-2", 6}))
	w.counts(run, 1, 1, "stock_below_reserved×1")
	if got := w.levels(); got != "WH-EAST/A-1=10000 WH-EAST/A-2=6000" {
		t.Errorf("levels %s", got)
	}
}

func TestWhatLeftSinceACrashDoesNotComeBack(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1", "A-2")
	content := book(t, stockHead, []any{"WH-EAST", "A-1", 10}, []any{"WH-EAST", "A-2", 10})
	run, err := w.StartImport(t.Context(), w.staff, spreadsheet.Stock, spreadsheet.Params{}, "x.xlsx", bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	w.perform(run.ID)
	// As if the worker had died between applying the first row and saying so, and goods had left then.
	w.exec(`UPDATE spreadsheet.run SET state = 'running', beat_at = NULL, applied_at = NULL, finished_at = NULL`,
		`UPDATE inventory.level SET on_hand = 3000`,
		`UPDATE inventory.counted SET version = 1 WHERE sku_id = (SELECT id FROM catalog.sku WHERE code = 'A-2')`)
	w.counts(w.perform(run.ID), 2, 0)
	if got := w.levels(); got != "WH-EAST/A-1=3000 WH-EAST/A-2=10000" {
		t.Errorf("levels %s", got)
	}
}

func TestAnOlderImportDoesNotReplaceANewerOne(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1")
	older, err := w.StartImport(t.Context(), w.staff, spreadsheet.Stock, spreadsheet.Params{}, "x.xlsx", bytes.NewReader(book(t, stockHead, []any{"WH-EAST", "A-1", 1})))
	if err != nil {
		t.Fatal(err)
	}
	w.counts(w.take(spreadsheet.Stock, spreadsheet.Params{}, book(t, stockHead, []any{"WH-EAST", "A-1", 2})), 1, 0)
	w.counts(w.perform(older.ID), 0, 1, "row_outdated×1")
	if got := w.levels(); got != "WH-EAST/A-1=2000" {
		t.Errorf("levels %s", got)
	}
}

func TestExportedStockComesBackAsItWas(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1", "A-2")
	w.take(spreadsheet.Stock, spreadsheet.Params{}, book(t, stockHead, []any{"WH-EAST", "A-1", "123456.789"}, []any{"WH-WEST", "A-2", 0}))
	before := w.levels()
	file := w.give(w.staff, spreadsheet.Stock, spreadsheet.Filter{})
	w.exec(`UPDATE inventory.level SET on_hand = 1`)
	w.counts(w.take(spreadsheet.Stock, spreadsheet.Params{}, file), 2, 0)
	if got := w.levels(); got != before {
		t.Errorf("came back as %s, not %s", got, before)
	}
}

func (w *world) levels() string {
	w.t.Helper()
	var out []string
	err := w.db.Read(w.t.Context(), all, func(tx *pg.Tx) (err error) {
		out, err = pg.Column[string](w.t.Context(), tx, `SELECT w.code || '/' || s.code || '=' || l.on_hand FROM inventory.level l
			JOIN inventory.warehouse w ON w.id = l.warehouse_id JOIN catalog.sku s ON s.id = l.sku_id ORDER BY w.code, s.code`)
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return strings.Join(out, " ")
}
