package spreadsheet_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"qudao/internal/fault"
	"qudao/internal/spreadsheet"
)

var (
	base      = spreadsheet.Params{List: "BASE"}
	priceHead = []any{"物料编码", "起始数量", "单价"}
)

func TestPricesArePublishedByOneStep(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1", "A-2", "A-3")
	version := w.version("BASE")
	run := w.take(spreadsheet.Prices, base, book(t, priceHead,
		[]any{"A-1", 0, 12.5}, []any{"A-2", nil, "0.012345"}, []any{"A-1", 100, 11}, []any{" a-3　", 0, "１２"}))
	// Codes are compared as they are stored; A-3 in small letters is another.
	w.counts(run, 3, 1, "list_price_sku_unknown×1")
	if got := w.prices("BASE"); got != "A-1:0=12500000 A-1:100=11000000 A-2:0=12345" {
		t.Fatalf("prices %s", got)
	}
	if got := w.version("BASE"); got != version+1 {
		t.Fatalf("the list went from version %d to %d", version, got)
	}
	if got := value[string](w, `SELECT actor || ' ' || address FROM audit.change WHERE tbl = 'pricing.price' LIMIT 1`); got != "staff:goods 10.0.0.8" {
		t.Errorf("audit says %s", got)
	}
}

func TestWrongPriceRowsAreToldAndDoNotStopRightOnes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		rows [][]any
		code string
		says string
	}{
		{"a formula", [][]any{{"A-2", 0, formula("6*7")}}, "cell_formula", "“单价”是公式，请改为数值或文本。"},
		{"text for a number", [][]any{{"A-2", 0, "面议"}}, "cell_not_number", "“单价”不是数字：面议。"},
		{"a date for a number", [][]any{{"A-2", 0, time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)}}, "cell_not_number", "“单价”不是数字：2026-03-01。"},
		{"an unknown SKU", [][]any{{"X-9", 0, 1}}, "list_price_sku_unknown", "没有物料编码 X-9。"},
		{"no SKU", [][]any{{nil, 0, 1}}, "cell_missing", "“物料编码”不能为空。"},
		{"no price", [][]any{{"A-2", 0, nil}}, "cell_missing", "“单价”不能为空。"},
		{"a price of zero", [][]any{{"A-2", 0, 0}}, "price_not_positive", "单价必须大于 0：0.00。"},
		{"a negative price", [][]any{{"A-2", 0, -3.5}}, "price_not_positive", "单价必须大于 0：-3.50。"},
		{"too many decimals", [][]any{{"A-2", 0, "1.2345678"}}, "cell_too_precise", "“单价”最多 6 位小数：1.2345678。"},
		{"a tier from below zero", [][]any{{"A-2", -1, 3}}, "cell_out_of_range", "“起始数量”超出范围：-1。"},
		{"an error value", [][]any{{"A-2", 0, formula("NA()")}}, "cell_formula", "“单价”是公式，请改为数值或文本。"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			w.sell("A-1", "A-2")
			run := w.take(spreadsheet.Prices, base, book(t, append([][]any{priceHead, {"A-1", 0, 5}}, c.rows...)...))
			w.counts(run, 1, len(c.rows), fmt.Sprintf("%s×%d", c.code, len(c.rows)))
			if got := w.wrong(run); len(got) != 1 || got[0][len(got[0])-1] != c.says {
				t.Errorf("the error file says %q", got)
			}
			if got := w.prices("BASE"); got != "A-1:0=5000000" {
				t.Errorf("prices %s", got)
			}
		})
	}
}

func TestAWrongRowHoldsBackItsLadder(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1", "A-2", "A-3")
	w.take(spreadsheet.Prices, base, book(t, priceHead, []any{"A-1", 0, 9}, []any{"A-2", 0, 9}))
	run := w.take(spreadsheet.Prices, base, book(t, priceHead,
		[]any{"A-1", 0, 5}, []any{"A-1", 100, "?"}, // one wrong
		[]any{"A-2", 0, 5}, []any{"A-2", 0, 6}, // twice the same tier
		[]any{"A-3", 0, 7}))
	w.counts(run, 1, 4, "cell_not_number×1", "row_repeated×1", "list_price_ladder_wrong×2")
	if got := w.prices("BASE"); got != "A-1:0=9000000 A-2:0=9000000 A-3:0=7000000" {
		t.Errorf("prices %s", got)
	}
}

func TestMissingColumnsRefuseTheWholeFile(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1")
	run := w.take(spreadsheet.Prices, base, book(t, []any{"物料编码", "价钱"}, []any{"A-1", 5}))
	if run.State != spreadsheet.Failed || run.Problem == nil || run.Problem.Code != "columns_missing" || !strings.Contains(run.Problem.Detail, "单价") {
		t.Fatalf("run %+v", run)
	}
	empty := w.take(spreadsheet.Prices, base, book(t, priceHead))
	if empty.State != spreadsheet.Failed || empty.Problem.Code != "run_no_rows" {
		t.Fatalf("run %+v", empty)
	}
}

func TestProblemsAreToldInTheStartersLanguage(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	params := spreadsheet.Params{List: "BASE", Language: fault.English}
	run := w.take(spreadsheet.Prices, params, book(t, []any{"SKU code", "Unit price"}, []any{"A-1", "x"}))
	w.counts(run, 0, 1, "cell_not_number×1")
	if run.ByKind[0].Detail != "Unit price is not a number: x." {
		t.Errorf("told %q", run.ByKind[0].Detail)
	}
}

func TestTheErrorFileIsImportedOnceCorrected(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1", "A-2")
	run := w.take(spreadsheet.Prices, base, book(t, priceHead, []any{"A-1", 0, 5}, []any{"A-2", 0, "面议"}))
	file, err := w.Errors(t.Context(), w.staff, run.ID)
	content := w.content(file, err)
	if file.Name != "错误-表格.xlsx" {
		t.Errorf("the error file is called %s", file.Name)
	}
	book, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if err := book.SetCellValue(book.GetSheetName(0), "C2", 6.25); err != nil {
		t.Fatal(err)
	}
	var corrected bytes.Buffer
	if err := book.Write(&corrected); err != nil {
		t.Fatal(err)
	}
	w.counts(w.take(spreadsheet.Prices, base, corrected.Bytes()), 1, 0)
	if got := w.prices("BASE"); got != "A-1:0=5000000 A-2:0=6250000" {
		t.Errorf("prices %s", got)
	}
}

func TestExportedPricesComeBackAsTheyWere(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1", "A-2", "00123")
	w.take(spreadsheet.Prices, base, book(t, priceHead, []any{"A-1", 0, 12.5}, []any{"A-1", 100, "0.000001"}, []any{"A-2", 0, "123456789.123456"}, []any{"00123", 0, 3}))
	before := w.prices("BASE")
	file := w.give(w.staff, spreadsheet.Prices, spreadsheet.Filter{List: "BASE"})
	version := w.version("BASE")
	w.counts(w.take(spreadsheet.Prices, base, file), 4, 0)
	if got := w.version("BASE"); got != version {
		t.Errorf("saying the same again stepped the list from %d to %d", version, got)
	}
	w.counts(w.take(spreadsheet.Prices, spreadsheet.Params{List: "EAST"}, file), 4, 0)
	if got := w.prices("EAST"); got != before {
		t.Errorf("came back as %s, not %s", got, before)
	}
}

func TestTwentyThousandPricesWithProgress(t *testing.T) {
	t.Parallel()
	const many = 20_000
	w := newWorld(t)
	w.sell("SEED")
	w.exec(fmt.Sprintf(`INSERT INTO catalog.sku (product_id, code, name, unit, tax_rate)
		SELECT (SELECT id FROM catalog.product), 'S-' || n, 'S', '只', 1300 FROM generate_series(1, %d) n`, many))
	sheet := [][]any{priceHead}
	for i := range many {
		sheet = append(sheet, []any{fmt.Sprintf("S-%d", i+1), 0, 1 + i%500})
	}
	began := time.Now()
	run := w.take(spreadsheet.Prices, base, book(t, sheet...))
	w.counts(run, many, 0)
	t.Logf("20,000 prices in %v", time.Since(began))
	if got := value[int64](w, `SELECT count(*) FROM pricing.price`); got != many {
		t.Errorf("%d prices", got)
	}
	kinds := value[string](w, `SELECT string_agg(kind, ' ' ORDER BY seq) FROM queue.fact WHERE doc_kind = 'run'`)
	if !strings.HasPrefix(kinds, spreadsheet.FactStarted+" "+spreadsheet.FactProgress) || !strings.HasSuffix(kinds, " "+spreadsheet.FactDone) {
		t.Errorf("facts %s", kinds)
	}
	if gaps := value[int64](w, `SELECT count(*) FROM (SELECT seq - lag(seq, 1, 0) OVER (ORDER BY seq) AS step FROM queue.fact WHERE doc_kind = 'run') s WHERE step <> 1`); gaps > 0 {
		t.Errorf("%d gaps in the sequence of the run's facts", gaps)
	}
}

func (w *world) version(list string) int {
	w.t.Helper()
	return value[int](w, `SELECT version FROM pricing.price_list WHERE code = $1`, list)
}
