package render

import (
	"fmt"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"qudao/internal/fault"
)

// Form is a printed document on A4: a head with a number and its barcode, facts, one table that may run over
// many pages, what it adds up to, and boxes to sign in. Every page repeats whose form it is and the heads of
// the table. Nothing is cut off: long texts wrap, and a row that is higher than a page goes on on the next.
type Form struct {
	Issuer  string // in whose name it is printed
	Details string // of the issuer: address, phone; may be empty
	Title   string
	Number  string // also the barcode, as Code 128; printable ASCII
	Mark    string // one word beside the title that changes how the form is read, such as that it was cancelled

	Facts   []Fact
	Columns []FormColumn
	Rows    [][]string // one text for each column
	Totals  []string   // closes the table, one text for each column; nil for none
	Remarks []Fact     // left beneath the table
	Sums    []Fact     // right beneath the table, the last one in bold
	Boxes   []string   // to sign in, side by side
	Foot    string     // at the left of every page's foot
}

// Fact is a labelled text. Two stand side by side, a wide one alone.
type Fact struct {
	Label, Text string
	Wide        bool
}

// FormColumn is a column of a form's table.
type FormColumn struct {
	Title string
	Width float64 // its share of the page's width, in the same measure for all columns
	Align Align
	Bold  bool
}

// Align says where the texts of a column stand.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Center
	Right
)

// WriteForms writes forms as one PDF, each beginning on a page of its own and counting its own pages. at is
// when it was made. Errors: those of w, and a number that cannot be a barcode.
func WriteForms(w io.Writer, title string, lang fault.Language, at time.Time, forms ...Form) error {
	p := newPress(lang, at, title)
	for i := range forms {
		if err := p.form(&forms[i]); err != nil {
			return fmt.Errorf("print %s: %w", forms[i].Number, err)
		}
	}
	p.feet(forms)
	if err := p.pdf.Output(w); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}

// The page, in millimetres.
const (
	pageWidth, pageHeight = 210.0, 297.0
	margin                = 14.0
	inner                 = pageWidth - 2*margin
	top                   = 13.0
	bottom                = pageHeight - 17 // where content ends
	footLine              = pageHeight - 14.0
)

// press prints forms. y is where the next thing goes.
type press struct {
	pdf   *fpdf.Fpdf
	lang  fault.Language
	y     float64
	pages []printed
}

// printed is whose page a page is.
type printed struct{ form, page int }

func newPress(lang fault.Language, at time.Time, title string) *press {
	pdf := fpdf.New("P", "mm", "A4", "")
	pdf.SetMargins(margin, top, margin)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCellMargin(0)
	pdf.AddUTF8FontFromBytes(family, "", regularFace)
	pdf.AddUTF8FontFromBytes(family, "B", boldFace)
	pdf.SetTitle(title, true)
	pdf.SetProducer("Qudao", true)
	pdf.SetLang(string(lang))
	pdf.SetCreationDate(at)
	pdf.SetModificationDate(at)
	pdf.SetCatalogSort(true) // the same form is the same bytes
	return &press{pdf: pdf, lang: lang}
}

func (p *press) say(chinese, english string) string {
	return Words{Chinese: chinese, English: english}.In(p.lang)
}

// form prints one form from its first page to its last.
func (p *press) form(f *Form) error {
	number := 0
	if len(p.pages) > 0 {
		number = p.pages[len(p.pages)-1].form + 1
	}
	turn := func() {
		p.pdf.AddPage()
		page := 1
		if n := len(p.pages); n > 0 && p.pages[n-1].form == number {
			page = p.pages[n-1].page + 1
		}
		p.pages = append(p.pages, printed{number, page})
		p.y = top
	}
	turn()
	if err := p.head(f); err != nil {
		return err
	}
	p.facts(f.Facts)
	t := p.table(f, func() { turn(); p.shortHead(f) })
	t.print(p.closingHeight(f))
	p.closing(f)
	return p.pdf.Error()
}

// feet are printed last, when it is known how many pages each form has.
func (p *press) feet(forms []Form) {
	counts := make([]int, len(forms))
	for _, at := range p.pages {
		counts[at.form]++
	}
	for i, at := range p.pages {
		p.pdf.SetPage(i + 1)
		p.line(margin, footLine, margin+inner, footLine, hair, grey)
		p.pdf.SetTextColor(soft, soft, soft)
		p.text(forms[at.form].Foot, margin, footLine+1, inner*0.7, 5, style{size: 7})
		pages := fmt.Sprintf(p.say("第 %d 页 / 共 %d 页", "Page %d of %d"), at.page, counts[at.form])
		p.text(pages, margin, footLine+1, inner, 5, style{size: 7, align: Right})
		p.pdf.SetTextColor(0, 0, 0)
	}
}
