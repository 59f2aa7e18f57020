package render

const (
	padX, padY = 1.5, 1.25
	headSize   = 8.5
	rowSize    = 8.5
)

// formTable is a form's table on its way over the pages.
type formTable struct {
	*press
	form   *Form
	widths []float64
	turn   func()  // begins a new page
	from   float64 // where the part on this page begins
}

func (p *press) table(f *Form, turn func()) *formTable {
	t := &formTable{press: p, form: f, widths: make([]float64, len(f.Columns)), turn: turn}
	sum := 0.0
	for _, c := range f.Columns {
		sum += c.Width
	}
	for i, c := range f.Columns {
		t.widths[i] = c.Width / sum * inner
	}
	return t
}

// print prints all rows. closing is how much room what follows the table wants: the last row goes to the
// next page with it, so that no page holds signatures alone.
func (t *formTable) print(closing float64) {
	t.head()
	for i, row := range t.form.Rows {
		cells := t.cells(row, false)
		need := height(cells)
		if i == len(t.form.Rows)-1 {
			if t.form.Totals != nil {
				need += height(t.cells(t.form.Totals, true))
			}
			need += closing
		}
		if t.y+need > bottom && (i > 0 && need < bottom-top-20 || t.y+height(cells) > bottom) {
			t.next()
		}
		t.row(cells, false)
	}
	if t.form.Totals != nil {
		cells := t.cells(t.form.Totals, true)
		if t.y+height(cells) > bottom {
			t.next()
		}
		t.line(margin, t.y, margin+inner, t.y, firm, black)
		t.row(cells, true)
	}
	t.end()
	if t.y+closing > bottom {
		t.turn()
	}
}

// next goes on on a new page, under the heads of the columns.
func (t *formTable) next() {
	t.end()
	t.turn()
	t.head()
}

// head prints the heads of the columns on grey ground.
func (t *formTable) head() {
	titles := make([][]string, len(t.form.Columns))
	for i, c := range t.form.Columns {
		titles[i] = t.wrap(c.Title, t.widths[i]-2*padX, style{size: headSize, bold: true})
	}
	t.from = t.y
	high := height(titles)
	t.pdf.SetFillColor(pale, pale, pale)
	t.pdf.Rect(margin, t.y, inner, high, "F")
	t.put(titles, func(i int) style { return style{size: headSize, bold: true, align: t.form.Columns[i].Align} })
	t.line(margin, t.y, margin+inner, t.y, fine, black)
}

// cells are the texts of a row, broken into lines.
func (t *formTable) cells(row []string, bold bool) [][]string {
	out := make([][]string, len(t.widths))
	for i := range out {
		text := ""
		if i < len(row) {
			text = row[i]
		}
		s := style{size: rowSize, bold: bold || t.form.Columns[i].Bold}
		if width := t.widths[i] - 2*padX; t.form.Columns[i].Align == Right && t.fits(text, width, s) {
			out[i] = []string{text} // a number is not broken
		} else {
			out[i] = t.wrap(text, width, s)
		}
	}
	return out
}

func height(cells [][]string) float64 {
	most := 1
	for _, lines := range cells {
		most = max(most, len(lines))
	}
	return float64(most)*style{size: rowSize}.leading() + 2*padY
}

// row prints a row, in parts where a page cannot hold it.
func (t *formTable) row(cells [][]string, bold bool) {
	of := func(i int) style {
		return style{size: rowSize, bold: bold || t.form.Columns[i].Bold, align: t.form.Columns[i].Align}
	}
	for t.y+height(cells) > bottom {
		fits := max(1, int((bottom-t.y-2*padY)/style{size: rowSize}.leading()))
		part, rest := make([][]string, len(cells)), make([][]string, len(cells))
		for i, lines := range cells {
			at := min(fits, len(lines))
			part[i], rest[i] = lines[:at], lines[at:]
		}
		t.put(part, of)
		cells = rest
		t.next()
	}
	t.put(cells, of)
	t.line(margin, t.y, margin+inner, t.y, hair, grey)
}

// put prints the lines of the cells of one row and moves on.
func (t *formTable) put(cells [][]string, of func(column int) style) {
	x := margin
	for i, lines := range cells {
		t.lines(lines, x+padX, t.y+padY, t.widths[i]-2*padX, of(i))
		x += t.widths[i]
	}
	t.y += height(cells)
}

// end closes the part of the table on this page with its frame and the rules between columns.
func (t *formTable) end() {
	x := margin
	for _, width := range t.widths[:max(0, len(t.widths)-1)] {
		x += width
		t.line(x, t.from, x, t.y, hair, grey)
	}
	t.pdf.SetLineWidth(firm)
	t.pdf.SetDrawColor(black, black, black)
	t.pdf.Rect(margin, t.from, inner, t.y-t.from, "D")
}
