package stories_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"qudao/internal/apitest"
)

// row is one row of a workbook by the titles of its columns.
type row map[string]any

// formula is a cell that holds one.
type formula string

// template downloads the empty workbook of a kind.
func (p person) template(kind string) []byte {
	p.s.t.Helper()
	answer := p.Get("/imports/" + kind + "/template").OK()
	if got := answer.Header.Get("Content-Disposition"); !strings.HasPrefix(got, "attachment") || !strings.Contains(got, kind+".xlsx") {
		p.s.t.Errorf("the template of %s comes as %q", kind, got)
	}
	return answer.Body
}

// fill writes rows below the header of a workbook's first sheet.
func fill(t testing.TB, workbook []byte, rows ...row) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(workbook))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheet := f.GetSheetName(0)
	have, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range rows {
		for title, value := range r {
			at := slices.Index(have[0], title)
			if at < 0 {
				t.Fatalf("there is no column %s among %v", title, have[0])
			}
			cell, _ := excelize.CoordinatesToCellName(at+1, i+2)
			if text, ok := value.(formula); ok {
				err = f.SetCellFormula(sheet, cell, string(text))
			} else {
				err = f.SetCellValue(sheet, cell, value)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	return written(t, f)
}

// book is a workbook with a header and rows of its own.
func book(t testing.TB, titles []string, rows ...row) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetRow(f.GetSheetName(0), "A1", &titles); err != nil {
		t.Fatal(err)
	}
	return fill(t, written(t, f), rows...)
}

func written(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// bulk is a workbook whose only sheet has so many rows of two numbers, below a header. Its parts are
// stored, not deflated: the rows are all alike and would look like a bomb.
func bulk(t testing.TB, first, second string, rows int) []byte {
	t.Helper()
	var sheet strings.Builder
	sheet.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	fmt.Fprintf(&sheet, `<row r="1"><c r="A1" t="inlineStr"><is><t>%s</t></is></c><c r="B1" t="inlineStr"><is><t>%s</t></is></c></row>`, first, second)
	for i := 2; i <= rows+1; i++ {
		fmt.Fprintf(&sheet, `<row r="%d"><c r="A%d"><v>%d</v></c><c r="B%d"><v>1</v></c></row>`, i, i, i, i)
	}
	sheet.WriteString(`</sheetData></worksheet>`)
	return workbook(t, zip.Store, sheet.String())
}

// workbook is a file with the parts that a workbook needs and one sheet as given.
func workbook(t testing.TB, method uint16, sheet string) []byte {
	t.Helper()
	var out bytes.Buffer
	file := zip.NewWriter(&out)
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", sheet},
	} {
		w, err := file.CreateHeader(&zip.FileHeader{Name: part.name, Method: method})
		if err == nil {
			_, err = w.Write([]byte(part.content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// run is an import or an export as its owner sees it.
type run struct {
	ID, State               string
	Done, Total, OK, Failed int
	ErrorsFile              bool `json:"errors_file"`
	File                    bool
	Problem                 *struct{ Code, Detail string }
	ByKind                  []struct {
		Code, Detail string
		Count        int
	} `json:"by_kind"`
}

// imports uploads a workbook and waits until it is worked off.
func (p person) imports(kind string, content []byte, list string, headers ...apitest.Header) run {
	p.s.t.Helper()
	var fields map[string]string
	if list != "" {
		fields = map[string]string{"list": list}
	}
	var r run
	p.Upload("/imports/"+kind, "表格.xlsx", content, fields, append(headers, apitest.Key())...).Into(&r)
	return p.finished(r)
}

// finished waits until a run is over.
func (p person) finished(r run) run {
	p.s.t.Helper()
	p.s.eventually("the run is over", func() bool {
		p.Get("/runs/" + r.ID).Into(&r)
		return r.State == "done" || r.State == "failed"
	})
	return r
}

// wrong are the rows of the error file below its header, each with the reason as its last cell.
func (p person) wrong(r run) [][]string {
	p.s.t.Helper()
	return rowsOf(p.s.t, p.Get("/runs/"+r.ID+"/errors").OK().Body)[1:]
}

// rowsOf are the texts of a workbook's first sheet.
func rowsOf(t testing.TB, content []byte) [][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
