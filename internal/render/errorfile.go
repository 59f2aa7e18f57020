package render

import (
	"context"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"qudao/internal/fault"
)

// ErrorFile writes the wrong rows of a file again, in the file's own layout, with a last column that
// says what is wrong with each. problems are sentences by Row.Number. The file can be imported again
// once it is corrected: the reason column is ignored. Formulas are replaced by their results.
func ErrorFile(ctx context.Context, w io.Writer, original File, sheet Sheet, lang fault.Language, problems map[int]string) error {
	in, err := Open(ctx, original, sheet)
	if err != nil {
		return fmt.Errorf("read the original: %w", err)
	}
	defer in.Close()
	out, err := newWorkbook(sheetName(sheet.Name.In(lang)))
	if err != nil {
		return err
	}
	defer out.close()
	kept := in.header.keptColumns()
	if err := out.beginErrors(in.header, kept, sheet.Columns, lang); err != nil {
		return err
	}
	for row, err := range in.Rows() {
		if err != nil {
			return fmt.Errorf("read the original: %w", err)
		}
		if problem, wrong := problems[row.Number]; wrong {
			if err := out.wrongRow(row.all, kept, problem); err != nil {
				return err
			}
		}
	}
	return out.finish(w)
}

// keptColumns are the columns of the file, by place, without an earlier reason column.
func (h header) keptColumns() []int {
	var kept []int
	for i, title := range h.titles {
		if !isReason(title.Text) {
			kept = append(kept, i)
		}
	}
	return kept
}

// beginErrors writes the header of the original and the reason column behind it.
func (out *workbook) beginErrors(h header, kept []int, columns []Column, lang fault.Language) error {
	titles := make([]excelize.Cell, 0, len(kept)+1)
	for n, i := range kept {
		column := Column{Title: Words{Chinese: h.titles[i].Text}}
		if h.place[i] >= 0 {
			column = columns[h.place[i]]
		}
		if err := out.stream.SetColWidth(n+1, n+1, float64(column.width(lang))); err != nil {
			return fmt.Errorf("set width: %w", err)
		}
		if err := out.stream.SetColStyle(n+1, n+1, out.styles.of(column.Kind, "")); err != nil {
			return fmt.Errorf("set style: %w", err)
		}
		titles = append(titles, excelize.Cell{StyleID: out.styles.title, Value: h.titles[i].Text})
	}
	const reasonWidth = 48
	if err := out.stream.SetColWidth(len(kept)+1, len(kept)+1, reasonWidth); err != nil {
		return fmt.Errorf("set width: %w", err)
	}
	return out.titles(append(titles, excelize.Cell{StyleID: out.styles.required, Value: reason.In(lang)}))
}

func (out *workbook) wrongRow(cells []Cell, kept []int, problem string) error {
	out.cells = out.cells[:0]
	for _, i := range kept {
		var cell Cell
		if i < len(cells) {
			cell = cells[i]
		}
		out.cells = append(out.cells, out.styles.cell(cell.Kind, cell.Text))
	}
	out.cells = append(out.cells, excelize.Cell{StyleID: out.styles.text, Value: problem})
	return out.flushRow()
}
