package render

import (
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"qudao/internal/fault"
)

// Write writes a workbook with one sheet: a bold header that stays in sight, then the rows. A row is
// one text per column: plain decimal for Number and Money, ISO for Date, anything for Text. A text
// that does not fit its column's kind is written as text, and so is a number with more digits than
// Excel keeps, so nothing is ever rounded or run.
func Write(w io.Writer, sheet Sheet, lang fault.Language, rows iter.Seq2[[]string, error]) error {
	out, err := newWorkbook(sheetName(sheet.Name.In(lang)))
	if err != nil {
		return err
	}
	defer out.close()
	if err := out.begin(sheet.Columns, lang); err != nil {
		return err
	}
	for row, err := range rows {
		if err != nil {
			return err
		}
		if err := out.typedRow(sheet.Columns, row); err != nil {
			return err
		}
	}
	return out.finish(w)
}

// workbook is a file being written, sheet by sheet. Rows go to a temporary file once they are many,
// so memory stays the same.
type workbook struct {
	file   *excelize.File
	stream *excelize.StreamWriter
	styles styles
	row    int
	cells  []any
}

func newWorkbook(first string) (*workbook, error) {
	out := &workbook{file: excelize.NewFile()}
	err := out.file.SetSheetName("Sheet1", first)
	if err == nil {
		out.styles, err = newStyles(out.file)
	}
	if err == nil {
		err = out.startSheet(first)
	}
	if err != nil {
		out.close()
		return nil, fmt.Errorf("start workbook: %w", err)
	}
	return out, nil
}

func (out *workbook) startSheet(name string) (err error) {
	out.row = 0
	out.stream, err = out.file.NewStreamWriter(name)
	return err
}

// addSheet ends the sheet at hand and starts another behind it.
func (out *workbook) addSheet(name string) error {
	if err := out.stream.Flush(); err != nil {
		return fmt.Errorf("end sheet: %w", err)
	}
	if _, err := out.file.NewSheet(name); err != nil {
		return fmt.Errorf("add sheet: %w", err)
	}
	return out.startSheet(name)
}

// begin sets widths and styles of the declared columns and writes their titles.
func (out *workbook) begin(columns []Column, lang fault.Language) error {
	titles := make([]excelize.Cell, len(columns))
	for i, column := range columns {
		if err := out.stream.SetColWidth(i+1, i+1, float64(column.width(lang))); err != nil {
			return fmt.Errorf("set width: %w", err)
		}
		// What people type below the header gets the same form as what is written.
		if err := out.stream.SetColStyle(i+1, i+1, out.styles.of(column.Kind, "")); err != nil {
			return fmt.Errorf("set style: %w", err)
		}
		style := out.styles.title
		if column.Required {
			style = out.styles.required
		}
		titles[i] = excelize.Cell{StyleID: style, Value: column.Title.In(lang)}
	}
	return out.titles(titles)
}

func (out *workbook) titles(titles []excelize.Cell) error {
	err := out.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
	if err != nil {
		return fmt.Errorf("freeze header: %w", err)
	}
	out.cells = out.cells[:0]
	for _, title := range titles {
		out.cells = append(out.cells, title)
	}
	return out.flushRow()
}

func (out *workbook) typedRow(columns []Column, texts []string) error {
	out.cells = out.cells[:0]
	for i, text := range texts[:min(len(texts), len(columns))] {
		out.cells = append(out.cells, out.styles.cell(columns[i].Kind, text))
	}
	return out.flushRow()
}

// flushRow writes the gathered cells as the next row.
func (out *workbook) flushRow() error {
	out.row++
	if err := out.stream.SetRow("A"+strconv.Itoa(out.row), out.cells); err != nil {
		return fmt.Errorf("write row %d: %w", out.row, err)
	}
	return nil
}

func (out *workbook) finish(w io.Writer) error {
	if err := out.stream.Flush(); err != nil {
		return fmt.Errorf("end sheet: %w", err)
	}
	if err := out.file.Write(w); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

// close frees what the library keeps on disk. Nothing is lost by an error here: the file is written.
func (out *workbook) close() { _ = out.file.Close() }

func (c Column) width(lang fault.Language) int {
	if c.Width > 0 {
		return c.Width
	}
	title := 2
	for _, r := range c.Title.In(lang) {
		title++
		if r > 0x2e80 { // a Chinese character is as wide as two letters
			title++
		}
	}
	usual := map[Kind]int{Text: 18, Number: 12, Money: 14, Date: 19, Bool: 8}
	return max(title, usual[c.Kind])
}

// sheetName makes a text fit to name a sheet.
func sheetName(name string) string {
	const longest = 31
	name = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return ' '
		}
		return r
	}, name), "' ")
	runes := []rune(name)
	if name = string(runes[:min(len(runes), longest)]); name == "" {
		return "Sheet1"
	}
	return name
}
