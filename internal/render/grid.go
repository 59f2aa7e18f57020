package render

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

const (
	maxColumns = 500
	maxRowsXL  = 1_048_576
)

// gridCell is a cell at its place in the sheet.
type gridCell struct {
	column int // from 0
	Cell
}

// grid streams the rows of a sheet.
type grid struct {
	book   *book
	tokens *xml.Decoder

	row    int
	column int
	cells  []gridCell

	cell    gridCell
	stored  string // the cell's t attribute: how its value is stored
	style   int
	value   []byte
	inV     bool
	hasV    bool
	inCell  bool
	rich    richText
	dismiss bool // the sheet's rows are over
}

// rows calls emit for every row of the sheet that is not blank, in order. The cells are only valid
// during the call.
func (b *book) rows(emit func(number int, cells []gridCell) error) error {
	from, err := b.parts.open(b.sheet)
	if err != nil {
		return err
	}
	defer from.Close()
	g := &grid{book: b, tokens: xml.NewDecoder(from)}
	for !g.dismiss {
		token, err := g.tokens.RawToken()
		if errors.Is(err, io.EOF) {
			return damaged(io.ErrUnexpectedEOF)
		}
		if err != nil {
			return damaged(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			err = g.start(t)
		case xml.EndElement:
			err = g.end(t.Name.Local, emit)
		case xml.CharData:
			err = g.text(t)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (g *grid) start(t xml.StartElement) error {
	switch t.Name.Local {
	case "row":
		g.cells, g.column = g.cells[:0], -1
		return g.startRow(t.Attr)
	case "c":
		return g.startCell(t.Attr)
	case "v":
		g.inV, g.hasV = g.inCell, true
	case "f":
		g.cell.Formula = g.inCell
	default:
		g.rich.start(t.Name.Local)
	}
	return nil
}

func (g *grid) startRow(attrs []xml.Attr) error {
	number := g.row + 1
	for _, a := range attrs {
		if a.Name.Local != "r" {
			continue
		}
		n, err := strconv.Atoi(a.Value)
		if err != nil || n < number {
			return damaged(errors.New("rows out of order"))
		}
		number = n
	}
	if number > maxRowsXL {
		return damaged(errors.New("row beyond the last one"))
	}
	g.row = number
	return nil
}

func (g *grid) startCell(attrs []xml.Attr) error {
	g.column++
	g.inCell, g.inV, g.hasV, g.stored, g.style = true, false, false, "", 0
	g.value = g.value[:0]
	g.rich.reset()
	for _, a := range attrs {
		switch a.Name.Local {
		case "r":
			column, ok := columnOf(a.Value)
			if !ok || column < g.column {
				return damaged(errors.New("cells out of order"))
			}
			g.column = column
		case "t":
			g.stored = a.Value
		case "s":
			g.style, _ = strconv.Atoi(a.Value)
		}
	}
	g.cell = gridCell{column: g.column}
	return nil
}

// columnOf reads the column, from 0, out of a reference such as "AB12".
func columnOf(ref string) (int, bool) {
	n := 0
	for i := 0; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			return n - 1, n > 0
		}
		n = n*26 + int(c-'A') + 1
	}
	return 0, false
}

func (g *grid) text(letters []byte) error {
	if g.inV {
		return appendText(&g.value, letters)
	}
	return g.rich.add(letters)
}

func (g *grid) end(element string, emit func(int, []gridCell) error) error {
	switch element {
	case "v":
		g.inV = false
	case "c":
		g.inCell = false
		return g.endCell()
	case "row":
		if len(g.cells) == 0 {
			return nil
		}
		return emit(g.row, g.cells)
	case "sheetData":
		g.dismiss = true
	default:
		g.rich.end(element)
	}
	return nil
}

// endCell decides what the cell holds. Blank cells are dropped, so that a blank row stays empty; but
// a formula whose result was never stored is kept, because its author sees a value there.
func (g *grid) endCell() error {
	value := g.value
	switch g.stored {
	case "s":
		index, err := strconv.Atoi(strings.TrimSpace(string(value)))
		shared, ok := g.book.strings.at(index)
		if (err != nil || !ok) && len(value) > 0 {
			return damaged(errors.New("cell points to no text"))
		}
		value = unescape(shared)
	case "inlineStr":
		value = unescape(g.rich.text)
	case "str":
		value = unescape(value)
	}
	text := string(value)
	if Trim(text) == "" && (g.hasV || !g.cell.Formula) {
		return nil
	}
	if g.column >= maxColumns {
		return SheetTooWide.With("row", strconv.Itoa(g.row), "limit", strconv.Itoa(maxColumns))
	}
	if text != "" {
		g.cell.Text, g.cell.Kind = g.typed(text)
	}
	g.cells = append(g.cells, g.cell)
	return nil
}

func (g *grid) typed(text string) (string, Kind) {
	switch g.stored {
	case "s", "inlineStr", "str":
		return text, Text
	case "b":
		if Trim(text) == "1" {
			return "TRUE", Bool
		}
		return "FALSE", Bool
	case "e":
		return text, Error
	case "d":
		return strings.TrimSuffix(Trim(text), "T00:00:00"), Date
	}
	number, ok := plain(Trim(text))
	if !ok {
		return text, Text
	}
	if g.style >= 0 && g.style < len(g.book.dates) && g.book.dates[g.style] {
		if date, ok := isoDate(number, g.book.from1904); ok {
			return date, Date
		}
	}
	return number, Number
}
