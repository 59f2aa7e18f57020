package render

import (
	"bytes"
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"qudao/internal/fault"
)

func TestCellsComeAsStored(t *testing.T) {
	t.Parallel()
	content := edited(t, func(f *excelize.File) {
		set := func(cell string, value any) { must(t, f.SetCellValue("Sheet1", cell, value)) }
		must(t, f.SetSheetRow("Sheet1", "A1", &[]any{"商品编码", "名称", "单价", "重量", "生效日期"}))
		set("A2", 6901234567890.0) // a barcode typed into a number cell
		set("B2", "  单控开关 ")
		set("C2", "十二元") // text in a number cell
		set("D2", 0.1)
		must(t, f.SetCellFormula("Sheet1", "E2", "TODAY()")) // never calculated, so no result is stored
		set("A3", "0012")
		set("B3", true)
		set("C3", 19.9)
		style, err := f.NewStyle(&excelize.Style{NumFmt: 31})
		must(t, err)
		set("E3", 46349)
		must(t, f.SetCellStyle("Sheet1", "E3", "E3", style))
		set("A6", "after two blank rows")
		set("A7", " \u00a0")
	})
	rows := read(t, content, goods())
	if len(rows) != 3 || rows[0].Number != 2 || rows[1].Number != 3 || rows[2].Number != 6 {
		t.Fatalf("got %v", rows)
	}
	same(t, texts(rows[0]), []string{"6901234567890", "  单控开关 ", "十二元", "0.1", ""})
	same(t, texts(rows[1]), []string{"0012", "TRUE", "19.9", "", "2026-11-23"})
	if rows[0].Text("name") != "单控开关" || rows[0].Cell("no such column") != (Cell{}) {
		t.Error("access by key is wrong")
	}
	for key, want := range map[string]Cell{
		"code": {Text: "6901234567890", Kind: Number}, "price": {Text: "十二元", Kind: Text}, "from": {Formula: true},
	} {
		if got := rows[0].Cell(key); got != want {
			t.Errorf("%s = %+v, want %+v", key, got, want)
		}
	}
	if rows[1].Cell("from").Kind != Date || rows[1].Cell("name").Kind != Bool {
		t.Error("kinds are wrong")
	}
}

func TestFormulasAreNotEvaluated(t *testing.T) {
	t.Parallel()
	rows := read(t, byHand(t, `
		<row r="1"><c r="A1" t="inlineStr"><is><t>code</t></is></c><c r="B1" t="inlineStr"><is><t>name</t></is></c></row>
		<row r="2"><c r="A2" t="str"><f>WEBSERVICE("http://x")</f><v>stored</v></c><c r="B2"><f>1+1</f><v>3</v></c></row>
		<row r="3"><c r="A3" t="str"><f>IF(Z1="","","x")</f><v></v></c></row>
		<row r="4"><c r="A4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`), goods())
	if len(rows) != 2 {
		t.Fatalf("a formula that gives nothing is a blank cell: %v", rows)
	}
	if got := rows[0].Cell("code"); got != (Cell{Text: "stored", Formula: true}) {
		t.Errorf("got %+v", got)
	}
	if got := rows[0].Cell("name"); got != (Cell{Text: "3", Kind: Number, Formula: true}) {
		t.Errorf("got %+v", got)
	}
	if got := rows[1].Cell("code"); got != (Cell{Text: "#DIV/0!", Kind: Error, Formula: true}) {
		t.Errorf("got %+v", got)
	}
}

func TestColumnsAreFoundByTitle(t *testing.T) {
	t.Parallel()
	content := edited(t, func(f *excelize.File) {
		must(t, f.SetSheetRow("Sheet1", "A1", &[]any{"启明电气 2026 年价目"}))
		must(t, f.SetSheetRow("Sheet1", "B3", &[]any{"备注", " PRICE ", "品名 ", "＊商品编码*", "错误原因"}))
		must(t, f.SetSheetRow("Sheet1", "B4", &[]any{"新品", 12.5, "开关", "K-1", "旧的"}))
	})
	r := opened(t, content, goods())
	same(t, r.Unknown(), []string{"备注"})
	if r.Total() != 1 {
		t.Errorf("total %d", r.Total())
	}
	rows := all(t, r)
	if len(rows) != 1 || rows[0].Number != 4 {
		t.Fatalf("got %v", rows)
	}
	same(t, texts(rows[0]), []string{"K-1", "开关", "12.5", "", ""})
}

func TestMissingAndRepeatedColumnsAreNamed(t *testing.T) {
	t.Parallel()
	headed := func(titles ...any) []byte {
		return edited(t, func(f *excelize.File) { must(t, f.SetSheetRow("Sheet1", "A1", &titles)) })
	}
	if f := openFails(t, headed("商品编码", "单价"), goods(), ColumnsMissing); f.Facts["columns"] != "名称 / Name" {
		t.Errorf("facts %v", f.Facts)
	}
	if f := openFails(t, headed("甲", "乙"), goods(), ColumnsMissing); f.Facts["columns"] != "商品编码 / Product code, 名称 / Name" {
		t.Errorf("facts %v", f.Facts)
	}
	if f := openFails(t, headed("商品编码", "名称", "Name"), goods(), ColumnsRepeated); f.Facts["columns"] != "名称 / Name" {
		t.Errorf("facts %v", f.Facts)
	}
	openFails(t, edited(t, func(*excelize.File) {}), goods(), ColumnsMissing)
}

func TestTooManyRowsAreRefusedAtOnce(t *testing.T) {
	// Not parallel: it counts what this process allocates.
	content := grown(t, 200_000)
	sheet := goods()
	sheet.MaxRows = 100_000
	before := allocated()
	if f := openFails(t, content, sheet, SheetTooManyRows); f.Facts["limit"] != 100_000 {
		t.Errorf("facts %v", f.Facts)
	}
	if used := allocated() - before; used > 8<<20 {
		t.Errorf("refusing took %d bytes of this process", used)
	}
}

func TestRowLimitIsExact(t *testing.T) {
	t.Parallel()
	for _, rows := range []int{1, 19, 20, 21, 50} {
		content := grown(t, rows)
		sheet := goods()
		sheet.MaxRows = rows
		if got := read(t, content, sheet); len(got) != rows {
			t.Errorf("%d rows read as %d", rows, len(got))
		}
		if sheet.MaxRows--; sheet.MaxRows > 0 {
			openFails(t, content, sheet, SheetTooManyRows)
		}
	}
}

func TestManyRowsInLittleMemory(t *testing.T) {
	const rows = 20_000
	r := opened(t, grown(t, rows), goods())
	if r.Total() != rows {
		t.Fatalf("total %d", r.Total())
	}
	runtime.GC()
	before, n := held(), 0
	for row, err := range r.Rows() {
		must(t, err)
		if row.Number != n+2 || row.Cells[3].Text != "0.125" || row.Cells[4].Text != "2026-11-23" {
			t.Fatalf("row %d is %v", n, row)
		}
		if n++; n == rows/2 {
			runtime.GC()
			if now := held(); now > before+4<<20 {
				t.Errorf("half-way, %d bytes more are held", now-before)
			}
		}
	}
	if n != rows {
		t.Errorf("got %d rows", n)
	}
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

func held() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func TestDamagedSheets(t *testing.T) {
	t.Parallel()
	head := `<row r="1"><c r="A1" t="inlineStr"><is><t>code</t></is></c><c r="B1" t="inlineStr"><is><t>name</t></is></c></row>`
	for name, c := range map[string]struct {
		rows string
		want *fault.Definition
	}{
		"broken xml":        {head + `<row r="2"><c r="A2"><v>1</w`, FileUnreadable},
		"entity":            {head + `<row r="2"><c r="A2" t="str"><v>&boom;</v></c></row>`, FileUnreadable},
		"rows backwards":    {head + `<row r="1"><c r="A1"><v>1</v></c></row>`, FileUnreadable},
		"cells backwards":   {head + `<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>`, FileUnreadable},
		"row past the last": {head + `<row r="1048577"><c r="A1048577"><v>1</v></c></row>`, FileUnreadable},
		"text not there":    {head + `<row r="2"><c r="A2" t="s"><v>7</v></c></row>`, FileUnreadable},
		"endless text":      {head + `<row r="2"><c r="A2" t="str"><v>` + strings.Repeat("ab", maxText) + `</v></c></row>`, FileUnreadable},
		"very wide":         {head + `<row r="2"><c r="XFD2"><v>1</v></c></row>`, SheetTooWide},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			parts := byHand(t, c.rows)
			openFails(t, parts, goods(), c.want)
		})
	}
}

func TestChildIsKilledWhenItIsSlow(t *testing.T) {
	t.Parallel()
	content := grown(t, 20_000)
	_, err := open(t.Context(), Bytes(content), goods(), limits{memory: usualLimits.memory, patience: time.Millisecond})
	if !errors.Is(err, FileTooHeavy) {
		t.Fatalf("got %v", err)
	}
}

func TestChildIsKilledWhenItNeedsMuchMemory(t *testing.T) {
	t.Parallel()
	letters := strings.Repeat("<si><t>abcdefghijklmnopqrstuvwxyz0123456789"+strings.Repeat("x", 300)+"</t></si>", 100_000)
	var b strings.Builder
	for i, text := range strings.SplitAfter(letters, "</si>") {
		b.WriteString(strings.Replace(text, "abc", numberedText(i), 1)) // so that it is no bomb by its ratio
	}
	content := byHand(t, "", part{"xl/sharedStrings.xml", "<sst>" + b.String() + "</sst>"})
	_, err := open(t.Context(), Bytes(content), goods(), limits{memory: 24 << 20, patience: usualLimits.patience})
	if !errors.Is(err, FileTooHeavy) {
		t.Fatalf("got %v", err)
	}
}

// numberedText is text that does not compress to nothing.
func numberedText(i int) string {
	x := uint64(i)*0x9e3779b97f4a7c15 + 1
	out := make([]byte, 64)
	for n := range out {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		out[n] = 'a' + byte(x%26)
	}
	return string(out)
}

func TestReadingEndsWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r, err := Open(ctx, Bytes(grown(t, 20_000)), goods())
	must(t, err)
	defer r.Close()
	var last error
	for _, err := range r.Rows() {
		cancel()
		last = err
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("got %v", last)
	}
}

func TestReaderMayBeLeftEarly(t *testing.T) {
	t.Parallel()
	r := opened(t, grown(t, 20_000), goods())
	for range r.Rows() {
		break
	}
	r.Close()
	r.Close()
	if r.process.command.ProcessState == nil {
		t.Error("the reading process is still there")
	}
}

func TestChildInheritsNothing(t *testing.T) {
	t.Setenv("DATABASE_URL", "postgres://secret")
	r := opened(t, grown(t, 1), goods())
	for _, entry := range r.process.command.Env {
		if strings.Contains(entry, "secret") {
			t.Errorf("the child's environment holds %s", entry)
		}
	}
}

// A store that fails must not make a good file look damaged.
func TestFailureOfTheStoreIsNoFault(t *testing.T) {
	t.Parallel()
	content := grown(t, 2000)
	for _, after := range []int64{0, 10_000, int64(len(content)), 3 * int64(len(content)) / 2} {
		file := File{At: &failing{Reader: bytes.NewReader(content), budget: after}, Size: int64(len(content))}
		_, err := Open(t.Context(), file, goods())
		if _, refused := fault.As(err); refused || !errors.Is(err, errStore) {
			t.Errorf("after %d bytes: %v", after, err)
		}
	}
}

var errStore = errors.New("store is gone")

// failing is a store that fails once it has given some bytes.
type failing struct {
	*bytes.Reader
	budget int64
}

func (f *failing) ReadAt(b []byte, at int64) (int, error) {
	if f.budget -= int64(len(b)); f.budget < 0 {
		return 0, errStore
	}
	return f.Reader.ReadAt(b, at)
}

func BenchmarkRead20000Rows(b *testing.B) {
	content := grown(b, 20_000)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		r, err := Open(b.Context(), Bytes(content), goods())
		must(b, err)
		n := 0
		for _, err := range r.Rows() {
			must(b, err)
			n++
		}
		if n != 20_000 {
			b.Fatalf("%d rows", n)
		}
	}
}

// BenchmarkReadByLibrary reads the same file with the editing library, in process: the yardstick.
func BenchmarkReadByLibrary20000Rows(b *testing.B) {
	content := grown(b, 20_000)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		f, err := excelize.OpenReader(Bytes(content).reader())
		must(b, err)
		rows, err := f.Rows("商品")
		must(b, err)
		for rows.Next() {
			_, err := rows.Columns()
			must(b, err)
		}
		must(b, rows.Close())
		must(b, f.Close())
	}
}
