package spreadsheet

import (
	"errors"
	"strings"

	"qudao/internal/fault"
	"qudao/internal/money"
	"qudao/internal/qty"
	"qudao/internal/render"
)

// cells reads the cells of one row by their columns' keys, and notes what is wrong with them. What it
// returns for a wrong cell is of no use: the row is not applied.
type cells struct {
	row     render.Row
	columns []render.Column
	wrong   *problems
}

func (c *cells) number() int { return c.row.Number }

// bad reports whether anything was wrong with the row so far.
func (c *cells) bad() bool { return c.wrong.has(c.row.Number) }

func (c *cells) note(d *fault.Definition, key string, pairs ...any) {
	c.wrong.add(c.row.Number, d, append([]any{"column", c.title(key)}, pairs...)...)
}

// title is what the column is called in the reader's language.
func (c *cells) title(key string) string {
	return columnTitle(c.columns, key, c.wrong.lang)
}

func columnTitle(columns []render.Column, key string, lang fault.Language) string {
	for _, column := range columns {
		if column.Key == key {
			return column.Title.In(lang)
		}
	}
	return key
}

// cell returns a cell that may be used: one with a formula or an error value is wrong.
func (c *cells) cell(key string) (render.Cell, bool) {
	cell := c.row.Cell(key)
	switch {
	case cell.Formula:
		c.note(CellFormula, key)
		return cell, false
	case cell.Kind == render.Error:
		c.note(CellError, key, "value", cell.Text)
		return cell, false
	}
	return cell, true
}

// text is a name or remark, as typed.
func (c *cells) text(key string) string {
	cell, ok := c.cell(key)
	if !ok {
		return ""
	}
	return render.Trim(cell.Text)
}

// code is a code, in the form machines expect.
func (c *cells) code(key string) string {
	cell, ok := c.cell(key)
	if !ok {
		return ""
	}
	return render.Clean(cell.Text)
}

// must reads by read, and notes an empty cell.
func (c *cells) must(key string, read func(string) string) string {
	before := len(c.wrong.rows[c.row.Number])
	text := read(key)
	if text == "" && len(c.wrong.rows[c.row.Number]) == before {
		c.note(CellMissing, key)
	}
	return text
}

// codes are codes parted by commas of any kind.
func (c *cells) codes(key string) []string {
	return strings.FieldsFunc(c.code(key), func(r rune) bool { return strings.ContainsRune(",;、 \n", r) })
}

// fixed is a number in units of 10^-places. ok is false where the cell is empty or wrong.
func (c *cells) fixed(key string, places int) (value int64, ok bool) {
	cell, usable := c.cell(key)
	text := render.Clean(cell.Text)
	if !usable || text == "" {
		return 0, false
	}
	if cell.Kind == render.Date || cell.Kind == render.Bool {
		c.note(CellNumber, key, "value", text)
		return 0, false
	}
	value, _, err := money.ParseFixed(text, places)
	switch {
	case err == nil:
		return value, true
	case errors.Is(err, money.ErrFixedPlaces):
		c.note(CellPrecise, key, "places", places, "value", text)
	case errors.Is(err, money.ErrFixedRange):
		c.note(CellRange, key, "value", text)
	default:
		c.note(CellNumber, key, "value", text)
	}
	return 0, false
}

// quantity is a quantity from 0 to most.
func (c *cells) quantity(key string, most qty.Quantity) (qty.Quantity, bool) {
	value, ok := c.fixed(key, 3)
	if !ok {
		return 0, false
	}
	if value < 0 || qty.Quantity(value) > most {
		c.note(CellRange, key, "value", qty.Quantity(value))
		return 0, false
	}
	return qty.Quantity(value), true
}

// price is a unit price above zero.
func (c *cells) price(key string) (money.Price, bool) {
	value, ok := c.fixed(key, 6)
	switch price := money.Price(value); {
	case !ok:
		return 0, false
	case price <= 0:
		c.note(PricePositive, key, "value", price)
		return 0, false
	case price > money.MaxPrice:
		c.note(CellRange, key, "value", price)
		return 0, false
	default:
		return price, true
	}
}

// whole is a whole number from 0 to most.
func (c *cells) whole(key string, most int64) (int, bool) {
	value, ok := c.fixed(key, 0)
	if ok && (value < 0 || value > most) {
		c.note(CellRange, key, "value", value)
		return 0, false
	}
	return int(value), ok
}

// filled notes an empty cell where a number must be, and passes ok on.
func (c *cells) filled(key string, ok bool) bool {
	if !ok && render.Clean(c.row.Cell(key).Text) == "" && !c.row.Cell(key).Formula {
		c.note(CellMissing, key)
	}
	return ok
}
