package render

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"qudao/internal/fault"
)

func TestMain(m *testing.M) {
	Child()
	os.Exit(m.Run())
}

// goods is a layout with a column of every kind.
func goods() Sheet {
	return Sheet{
		Name: Words{"商品", "Products"},
		Columns: []Column{
			{Key: "code", Title: Words{"商品编码", "Product code"}, Required: true, Help: Words{"唯一的编码", "A unique code"}, Example: "K-1001"},
			{Key: "name", Title: Words{"名称", "Name"}, Required: true, Aliases: []string{"品名"}, Help: Words{"显示的名称", "The name people see"}, Example: "单控开关"},
			{Key: "price", Title: Words{"单价", "Price"}, Kind: Money, Example: "12.50"},
			{Key: "weight", Title: Words{"重量", "Weight"}, Kind: Number, Example: "0.125"},
			{Key: "from", Title: Words{"生效日期", "Valid from"}, Kind: Date, Example: "2026-11-23"},
		},
	}
}

func list(rows ...[]string) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// edited makes a workbook with the library that people's tools resemble most.
func edited(t testing.TB, edit func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	edit(f)
	var out bytes.Buffer
	must(t, f.Write(&out))
	return out.Bytes()
}

// grown makes a large workbook with rows of the goods layout.
func grown(t testing.TB, rows int) []byte {
	t.Helper()
	var out bytes.Buffer
	must(t, Write(&out, goods(), fault.Chinese, func(yield func([]string, error) bool) {
		for i := range rows {
			row := []string{fmt.Sprintf("K-%06d", i), fmt.Sprintf("开关 %d 号", i), fmt.Sprintf("%d.%02d", i%900, i%100), "0.125", "2026-11-23"}
			if !yield(row, nil) {
				return
			}
		}
	}))
	return out.Bytes()
}

// part is one part of a workbook made by hand.
type part struct{ name, content string }

// byHand builds a workbook from its parts; sheet is the inside of sheetData.
func byHand(t testing.TB, sheet string, more ...part) []byte {
	t.Helper()
	const relation = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	parts := append([]part{
		{"[Content_Types].xml", `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships><Relationship Id="a" Type="` + relation + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns:r="` + relation + `"><sheets><sheet name="S" sheetId="1" r:id="b"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="b" Type="` + relation + `/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="c" Type="` + relation + `/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="d" Type="` + relation + `/styles" Target="styles.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", `<worksheet><sheetData>` + sheet + `</sheetData></worksheet>`},
		{"xl/styles.xml", `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`},
	}, more...)
	return zipped(t, parts)
}

func zipped(t testing.TB, parts []part) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		to, err := w.Create(p.name)
		must(t, err)
		_, err = io.WriteString(to, p.content)
		must(t, err)
	}
	must(t, w.Close())
	return out.Bytes()
}

func opened(t testing.TB, content []byte, sheet Sheet) *Reader {
	t.Helper()
	r, err := Open(context.Background(), Bytes(content), sheet)
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(r.Close)
	return r
}

func all(t testing.TB, r *Reader) []Row {
	t.Helper()
	var rows []Row
	for row, err := range r.Rows() {
		must(t, err)
		rows = append(rows, row)
	}
	return rows
}

func read(t testing.TB, content []byte, sheet Sheet) []Row {
	t.Helper()
	return all(t, opened(t, content, sheet))
}

func texts(row Row) []string {
	var out []string
	for _, cell := range row.Cells {
		out = append(out, cell.Text)
	}
	return out
}

// openFails opens a file that must be refused.
func openFails(t testing.TB, content []byte, sheet Sheet, want *fault.Definition) *fault.Fault {
	t.Helper()
	r, err := Open(context.Background(), Bytes(content), sheet)
	if err == nil {
		r.Close()
		t.Fatalf("opened, want %s", want.Code)
	}
	if !errors.Is(err, want) {
		t.Fatalf("got %v, want %s", err, want.Code)
	}
	f, _ := fault.As(err)
	return f
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func same(t testing.TB, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " | "), strings.Join(want, " | "))
	}
}

type nopCloser struct{ io.Reader }

func (nopCloser) Close() error { return nil }

func readAll(from io.Reader) ([]byte, error) { return io.ReadAll(from) }

func mustZip(t testing.TB, content []byte) *zip.Reader {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	must(t, err)
	return archive
}

func deflated(t testing.TB, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.DefaultCompression)
	must(t, err)
	_, err = io.WriteString(w, text)
	must(t, err)
	must(t, w.Close())
	return out.Bytes()
}

// bareParts are the parts of a workbook without its sheet.
func bareParts(t testing.TB) []part {
	t.Helper()
	var out []part
	for _, entry := range mustZip(t, byHand(t, "")).File {
		if strings.HasSuffix(entry.Name, "sheet1.xml") {
			continue
		}
		from, err := entry.Open()
		must(t, err)
		content, err := io.ReadAll(from)
		must(t, err)
		out = append(out, part{entry.Name, string(content)})
	}
	return out
}

func newWireWriter(to io.Writer) *wireWriter { return &wireWriter{to: bufio.NewWriter(to)} }

// checkFrames reads an answer as the parent would: it must be whole and end with a fault or the end.
func checkFrames(t testing.TB, from io.Reader) {
	t.Helper()
	r := wireReader{from: bufio.NewReader(from)}
	_, _, err := r.total()
	for last := 0; err == nil; {
		var number int
		number, _, err = r.row()
		if err == nil && number <= last {
			t.Fatalf("row %d after row %d", number, last)
		}
		last = number
	}
	if _, refused := fault.As(err); !refused && !errors.Is(err, io.EOF) {
		t.Fatalf("answer ends with %v", err)
	}
}

func newBuffered(from io.Reader) *bufio.Reader { return bufio.NewReader(from) }

func (f File) reader() io.Reader { return io.NewSectionReader(f.At, 0, f.Size) }
