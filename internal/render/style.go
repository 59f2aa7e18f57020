package render

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// styles are the looks a written file uses.
type styles struct {
	title, required      int // headers; a required column's is dark red
	text, plain, money   int
	date, moment, digits int // digits shows a long whole number in full
	note                 int
}

func newStyles(file *excelize.File) (styles, error) {
	var s styles
	var failed error
	add := func(style *excelize.Style) int {
		number, err := file.NewStyle(style)
		if err != nil && failed == nil {
			failed = fmt.Errorf("add style: %w", err)
		}
		return number
	}
	format := func(code string) int { return add(&excelize.Style{CustomNumFmt: &code}) }
	heading := func(colour string) int {
		return add(&excelize.Style{
			Font:      &excelize.Font{Bold: true, Color: colour},
			Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"EAF1FB"}},
			Alignment: &excelize.Alignment{Vertical: "center"},
			NumFmt:    49, // text
		})
	}
	s.title, s.required = heading("1F2937"), heading("B42318")
	s.text = add(&excelize.Style{NumFmt: 49})
	// Not the default style: that one gives way to the column's.
	s.plain = add(&excelize.Style{NumFmt: 0, Alignment: &excelize.Alignment{Vertical: "center"}})
	s.money = format("#,##0.00")
	s.digits = format("0")
	s.date = format("yyyy-mm-dd")
	s.moment = format("yyyy-mm-dd hh:mm:ss")
	s.note = add(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}, NumFmt: 49})
	return s, failed
}

// of is the style of a cell of a kind; the text matters where one kind has two looks.
func (s styles) of(kind Kind, text string) int {
	switch kind {
	case Money:
		return s.money
	case Number:
		if len(text) > 11 && isDecimal(text) && digits(text[1:]) {
			return s.digits // the general format would show 6.90123E+12
		}
		return s.plain
	case Date:
		if len(text) > len("2006-01-02") {
			return s.moment
		}
		return s.date
	}
	return s.text
}

// cell is the typed cell for a text, or nil for a blank one.
func (s styles) cell(kind Kind, text string) any {
	if text == "" {
		return nil
	}
	switch kind {
	case Number, Money:
		if value, ok := number(text); ok {
			return excelize.Cell{StyleID: s.of(kind, text), Value: value}
		}
	case Date:
		if at, _, ok := parseDate(text); ok {
			return excelize.Cell{StyleID: s.of(kind, text), Value: at}
		}
	case Bool:
		if text == "TRUE" || text == "FALSE" {
			return excelize.Cell{StyleID: s.plain, Value: text == "TRUE"}
		}
	}
	return excelize.Cell{StyleID: s.text, Value: text}
}

// number is the value the library writes for plain decimal text. A workbook's numbers are binary
// fractions whatever one does; with 15 digits or less the shortest text of the nearest fraction is
// the text it came from, so what lands in the file is digit for digit what was given.
func number(text string) (any, bool) {
	if !isDecimal(text) || !exactInExcel(text) {
		return nil, false
	}
	if whole, err := strconv.ParseInt(text, 10, 64); err == nil {
		return whole, true
	}
	value, err := strconv.ParseFloat(text, 64)
	return value, err == nil
}
