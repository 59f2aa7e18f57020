package render

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"qudao/internal/fault"
)

var (
	helpName  = Words{Chinese: "说明", English: "Help"}
	helpHeads = []Words{{"列", "Column"}, {"必填", "Required"}, {"类型", "Type"}, {"说明", "What it means"}, {"示例", "Example"}}
	helpRows  = Words{Chinese: "示例行（填写时请写在第一个工作表）", English: "An example row (your own rows go on the first sheet)"}
	helpNote  = Words{
		Chinese: "红色表头的列必须保留。列的顺序可以改变，多余的列会被忽略，公式只取其结果。",
		English: "Columns with a red title must stay. Their order may change, other columns are ignored, and of a formula only the result counts.",
	}
	yesWord   = Words{Chinese: "是", English: "yes"}
	noWord    = Words{Chinese: "否", English: "no"}
	kindWords = map[Kind]Words{
		Text: {"文本", "text"}, Number: {"数字", "number"}, Money: {"金额", "amount"},
		Date: {"日期", "date"}, Bool: {"TRUE / FALSE", "TRUE / FALSE"},
	}
)

// Template writes an empty file to fill in: the header on the first sheet, and on a second one what
// each column means and an example. The first sheet can be imported as it is.
func Template(w io.Writer, sheet Sheet, lang fault.Language) error {
	out, err := newWorkbook(sheetName(sheet.Name.In(lang)))
	if err != nil {
		return err
	}
	defer out.close()
	if err := out.begin(sheet.Columns, lang); err != nil {
		return err
	}
	if err := out.addSheet(helpName.In(lang)); err != nil {
		return err
	}
	if err := out.help(sheet.Columns, lang); err != nil {
		return err
	}
	return out.finish(w)
}

func (out *workbook) help(columns []Column, lang fault.Language) error {
	for i, width := range []int{22, 8, 10, 60, 24} {
		if err := out.stream.SetColWidth(i+1, i+1, float64(width)); err != nil {
			return fmt.Errorf("set width: %w", err)
		}
	}
	heads := make([]excelize.Cell, len(helpHeads))
	for i, head := range helpHeads {
		heads[i] = excelize.Cell{StyleID: out.styles.title, Value: head.In(lang)}
	}
	if err := out.titles(heads); err != nil {
		return err
	}
	for _, column := range columns {
		required := noWord
		if column.Required {
			required = yesWord
		}
		err := out.notes(column.Title.In(lang), required.In(lang), kindWords[column.Kind].In(lang), column.Help.In(lang), column.Example)
		if err != nil {
			return err
		}
	}
	if err := out.notes(); err != nil {
		return err
	}
	if err := out.notes(helpNote.In(lang)); err != nil {
		return err
	}
	return out.example(columns, lang)
}

// example lays one row out as on the first sheet, so that it can be copied there.
func (out *workbook) example(columns []Column, lang fault.Language) error {
	if err := out.notes(helpRows.In(lang)); err != nil {
		return err
	}
	titles, values := make([]string, len(columns)), make([]string, len(columns))
	for i, column := range columns {
		titles[i], values[i] = column.Title.In(lang), column.Example
	}
	if err := out.notes(titles...); err != nil {
		return err
	}
	return out.typedRow(columns, values)
}

func (out *workbook) notes(texts ...string) error {
	out.cells = out.cells[:0]
	for _, text := range texts {
		out.cells = append(out.cells, excelize.Cell{StyleID: out.styles.note, Value: text})
	}
	return out.flushRow()
}
