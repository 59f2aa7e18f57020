package render

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"qudao/internal/fault"
)

// injections are texts that a spreadsheet would run, were they not written as text.
var injections = []string{
	"=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=HYPERLINK(\"http://x\",\"y\")", "＝1+1", "＋1", "－1", "＠x",
	"'=1", "=DDE(\"x\")", "%0A-1", "\u200b=1", " =1",
}

func written(t testing.TB, sheet Sheet, rows ...[]string) []byte {
	t.Helper()
	var out bytes.Buffer
	must(t, Write(&out, sheet, fault.Chinese, list(rows...)))
	return out.Bytes()
}

func library(t testing.TB, content []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	must(t, err)
	t.Cleanup(func() { f.Close() })
	return f
}

func TestWrittenRowsComeBack(t *testing.T) {
	t.Parallel()
	rows := [][]string{
		{"K-1", "单控开关 “白”", "12.5", "0.125", "2026-11-23"},
		{"0012", "<&>\"'_x000D_", "-3", "6901234567890", "2026-11-23T08:30:00"},
		{"K-3", "两行\n文字", "1234567890123.45", "0.000001", "1900-01-01"},
		{"K-4", "长", "不是数字", "123456789012345678", "明天"},
	}
	got := read(t, written(t, goods(), rows...), goods())
	if len(got) != len(rows) {
		t.Fatalf("%d rows", len(got))
	}
	for i, row := range got {
		same(t, texts(row), rows[i])
	}
	if got[3].Cell("weight").Kind != Text {
		t.Error("a number Excel cannot keep must be text")
	}
	if got[1].Cell("weight").Kind != Number || got[0].Cell("from").Kind != Date || got[0].Cell("code").Kind != Text {
		t.Error("kinds are wrong")
	}
}

func TestAnyTextComesBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("=+-@'\"<>&_x0 9A开关，\n\t／１"))).Draw(r, "text")
		number := rapid.StringMatching(`-?[1-9][0-9]{0,8}\.[0-9]{0,5}[1-9]`).Draw(r, "number")
		content := written(t, goods(), []string{"K", text, number, number, ""})
		var out bytes.Buffer
		w := newWireWriter(&out)
		must(t, w.finish(sendRows(Bytes(content), request{Rows: 10}, w)))
		from := wireReader{from: newBuffered(&out)}
		_, _, err := from.total()
		must(t, err)
		_, _, err = from.row()
		must(t, err)
		_, cells, err := from.row()
		must(t, err)
		want := text
		if Trim(text) == "" {
			want = ""
		}
		if cells[1].Text != want || cells[2].Text != number || cells[3].Text != number {
			r.Fatalf("%q, %s came back as %q, %s", text, number, cells[1].Text, cells[2].Text)
		}
	})
}

func TestInjectionsStayText(t *testing.T) {
	t.Parallel()
	var rows [][]string
	for _, text := range injections {
		rows = append(rows, []string{text, text, text, text, text})
	}
	content := written(t, goods(), rows...)
	f := library(t, content)
	for i, text := range injections {
		for _, column := range "ABCDE" {
			cell := fmt.Sprintf("%c%d", column, i+2)
			formula, err := f.GetCellFormula("商品", cell)
			must(t, err)
			kind, err := f.GetCellType("商品", cell)
			must(t, err)
			if number := text == "-1" && column != 'A'; formula != "" || kind != excelize.CellTypeInlineString && !number {
				t.Errorf("%s %q: formula %q, type %v", cell, text, formula, kind)
			}
		}
	}
	for i, row := range read(t, content, goods()) {
		if got := row.Cell("name"); got.Text != injections[i] || got.Formula {
			t.Errorf("%q came back as %+v", injections[i], got)
		}
	}
}

func TestWorkbookLooksRight(t *testing.T) {
	t.Parallel()
	f := library(t, written(t, goods(), []string{"K-1", "开关", "1234.5", "6901234567890", "2026-11-23"}))
	for cell, want := range map[string]string{"A1": "商品编码", "C2": "1,234.50", "D2": "6901234567890", "E2": "2026-11-23"} {
		if got, err := f.GetCellValue("商品", cell); err != nil || got != want {
			t.Errorf("%s shows %q, want %q (%v)", cell, got, want, err)
		}
	}
	panes, err := f.GetPanes("商品")
	must(t, err)
	if !panes.Freeze || panes.YSplit != 1 {
		t.Error("the header is not frozen")
	}
	style, err := f.GetCellStyle("商品", "A1")
	must(t, err)
	look, err := f.GetStyle(style)
	must(t, err)
	if look.Font == nil || !look.Font.Bold {
		t.Error("the header is not bold")
	}
}

func TestTemplateCanBeImportedAsItIs(t *testing.T) {
	t.Parallel()
	for _, lang := range []fault.Language{fault.Chinese, fault.English} {
		var out bytes.Buffer
		must(t, Template(&out, goods(), lang))
		r := opened(t, out.Bytes(), goods())
		if r.Total() != 0 || len(r.Unknown()) != 0 || len(all(t, r)) != 0 {
			t.Errorf("%s: %d rows, unknown %v", lang, r.Total(), r.Unknown())
		}
		f := library(t, out.Bytes())
		same(t, f.GetSheetList(), []string{goods().Name.In(lang), helpName.In(lang)})
		help, err := f.GetRows(helpName.In(lang))
		must(t, err)
		same(t, help[1], []string{goods().Columns[0].Title.In(lang), yesWord.In(lang), kindWords[Text].In(lang), goods().Columns[0].Help.In(lang), "K-1001"})
		same(t, help[len(help)-1], []string{"K-1001", "单控开关", "12.50", "0.125", "2026-11-23"})
	}
}

func TestTemplateKeepsTypedCodesAsText(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	must(t, Template(&out, goods(), fault.Chinese))
	f := library(t, out.Bytes())
	style, err := f.GetColStyle("商品", "A")
	must(t, err)
	look, err := f.GetStyle(style)
	must(t, err)
	if look.NumFmt != 49 {
		t.Errorf("the code column has number format %d", look.NumFmt)
	}
}

func TestErrorFileComesBackCorrected(t *testing.T) {
	t.Parallel()
	content := edited(t, func(f *excelize.File) {
		for cell, row := range map[string][]any{
			"A1": {"价目"}, "A3": {"单价", "备注", "名称", "商品编码", "Reason"},
			"A4": {12.5, "a", "好", "K-1", ""}, "A5": {"贵", "=b", "坏", 6901234567890.0, "old"}, "A8": {0.1, nil, "坏", "K-3"},
		} {
			must(t, f.SetSheetRow("Sheet1", cell, &row))
		}
	})
	problems := map[int]string{5: "单价不是数字。", 8: "=没有这个商品。", 99: "no such row"}
	var out bytes.Buffer
	must(t, ErrorFile(t.Context(), &out, Bytes(content), goods(), fault.Chinese, problems))

	f := library(t, out.Bytes())
	rows, err := f.GetRows("商品")
	must(t, err)
	if len(rows) != 3 {
		t.Fatalf("got %v", rows)
	}
	same(t, rows[0], []string{"单价", "备注", "名称", "商品编码", "错误原因"})
	same(t, rows[1], []string{"贵", "=b", "坏", "6901234567890", "单价不是数字。"})
	same(t, rows[2], []string{"0.1", "", "坏", "K-3", "=没有这个商品。"})

	must(t, f.SetCellValue("商品", "A2", 99))
	var corrected bytes.Buffer
	must(t, f.Write(&corrected))
	r := opened(t, corrected.Bytes(), goods())
	same(t, r.Unknown(), []string{"备注"})
	back := all(t, r)
	if len(back) != 2 {
		t.Fatalf("got %v", back)
	}
	same(t, texts(back[0]), []string{"6901234567890", "坏", "99", "", ""})
	if back[0].Cell("code").Kind != Number {
		t.Error("a number became text on the way")
	}
}

func TestErrorFileOfWhatCannotBeRead(t *testing.T) {
	t.Parallel()
	err := ErrorFile(t.Context(), io.Discard, Bytes([]byte("x")), goods(), fault.Chinese, nil)
	if !errors.Is(err, FileNotXLSX) {
		t.Errorf("got %v", err)
	}
}

func TestWriteStopsAtTheFirstError(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	rows := func(yield func([]string, error) bool) { _ = yield([]string{"a"}, nil) && yield(nil, broken) }
	if err := Write(io.Discard, goods(), fault.Chinese, rows); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if err := WriteCSV(io.Discard, goods(), fault.Chinese, rows); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func TestSheetNames(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"商品": "商品", "": "Sheet1", "a/b:c": "a b c", "'x'": "x", strings.Repeat("长", 40): strings.Repeat("长", 31),
	} {
		if got := sheetName(name); got != want {
			t.Errorf("sheetName(%q) = %q", name, got)
		}
	}
}

func TestCSV(t *testing.T) {
	t.Parallel()
	rows := [][]string{{"K-1", "开关", "-12.50", "0.125", "2026-11-23"}, {"K-2", "a,\"b\"", "", "x"}}
	for _, text := range injections {
		rows = append(rows, []string{"K", text, "1", "1", ""})
	}
	var out bytes.Buffer
	must(t, WriteCSV(&out, goods(), fault.English, list(rows...)))
	text, marked := strings.CutPrefix(out.String(), byteOrderMark)
	if !marked || !strings.HasPrefix(text, "Product code,Name,Price,Weight,Valid from\r\nK-1,开关,-12.50,0.125,2026-11-23\r\n") {
		t.Errorf("got %q", out.String()[:80])
	}
	back, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	must(t, err)
	for _, record := range back[1:] {
		name := strings.TrimLeftFunc(record[1], unseen)
		if strings.ContainsAny(name[:1], "=+-@") || strings.HasPrefix(name, "＝") {
			t.Errorf("%q would run", record[1])
		}
	}
	same(t, back[2], []string{"K-2", "a,\"b\"", "", "x", ""})
}

func BenchmarkWrite10000Rows(b *testing.B) {
	rows := make([][]string, 10_000)
	for i := range rows {
		rows[i] = []string{fmt.Sprintf("K-%06d", i), "单控开关", "12.50", "0.125", "2026-11-23"}
	}
	for b.Loop() {
		must(b, Write(io.Discard, goods(), fault.Chinese, list(rows...)))
	}
}
