package render

import (
	"bytes"
	"io"

	"qudao/internal/fault"
)

// File is a file at hand: an upload in memory, on disk or in a store.
type File struct {
	At   io.ReaderAt
	Size int64 // in bytes
}

// Bytes is a file that lies in memory.
func Bytes(b []byte) File { return File{At: bytes.NewReader(b), Size: int64(len(b))} }

// Words is one text in both languages of the program.
type Words struct{ Chinese, English string }

// In returns the text in a language, or the other one where it has none.
func (w Words) In(lang fault.Language) string {
	if (lang == fault.English && w.English != "") || w.Chinese == "" {
		return w.English
	}
	return w.Chinese
}

// String is both languages, for a sentence whose reader's language is not known yet.
func (w Words) String() string {
	if w.Chinese == "" || w.English == "" || w.Chinese == w.English {
		return w.In(fault.Chinese)
	}
	return w.Chinese + " / " + w.English
}

// Kind says what a column is declared to hold, or what a cell was found to hold.
type Kind uint8

// The kinds. A Money column reads as Number; Error is only ever found, never declared.
const (
	Text   Kind = iota // as typed; codes and barcodes too, so that no digit is lost
	Number             // plain decimal text: "-12.5"
	Money              // a Number shown with two decimals
	Date               // "2006-01-02", with a time of day "2006-01-02T15:04:05", a time alone "15:04:05"
	Bool               // "TRUE" or "FALSE"
	Error              // what a formula left when it failed: "#N/A"
)

// Column declares one column, for reading, writing, the template and its help sheet.
type Column struct {
	Key      string   // the name the program uses; also accepted as a title
	Title    Words    // the header; either language is accepted
	Aliases  []string // other headers accepted when reading
	Kind     Kind
	Required bool   // the header must be there; whether a row may leave it blank is the caller's rule
	Width    int    // in characters; 0 is a width fit for the kind
	Help     Words  // one sentence for the help sheet
	Example  string // one value, in the form Write takes
}

// Sheet declares the layout of one sheet.
type Sheet struct {
	// Name is written as the sheet's name. When reading, a workbook with a single visible sheet is
	// taken as it is; among several the one of this name, in either language, is meant. An empty
	// name means the first visible sheet.
	Name    Words
	Columns []Column
	// MaxRows is the most data rows a file may have; 0 is what Excel can hold.
	MaxRows int
}

// Cell is one cell as it was stored.
type Cell struct {
	Text    string // raw; see Clean and Trim
	Kind    Kind   // what was stored: Text, Number, Date, Bool or Error
	Formula bool   // Text is the stored result of a formula, which was not evaluated
}

// Row is one row that is not blank.
type Row struct {
	Number int    // as Excel shows it
	Cells  []Cell // in the order of Sheet.Columns, whatever the order in the file

	index map[string]int
	all   []Cell // as in the file, unknown columns too
}

// Cell returns the cell of the column with this key, or an empty one when there is no such column.
func (r Row) Cell(key string) Cell {
	if i, ok := r.index[key]; ok {
		return r.Cells[i]
	}
	return Cell{}
}

// Text returns the cell's text, trimmed.
func (r Row) Text(key string) string { return Trim(r.Cell(key).Text) }

func (s Sheet) index() map[string]int {
	index := make(map[string]int, len(s.Columns))
	for i, column := range s.Columns {
		index[column.Key] = i
	}
	return index
}
