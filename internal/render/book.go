package render

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// book is a workbook opened for reading one of its sheets. Only the child makes one.
type book struct {
	parts    *parts
	strings  sharedStrings
	dates    []bool // by style number: does it show a date
	from1904 bool
	sheet    string // the part that holds the sheet
}

// sheetEntry is a sheet as the workbook lists it.
type sheetEntry struct {
	Name  string `xml:"name,attr"`
	ID    string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
	ID2   string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"`
	State string `xml:"state,attr"`
}

// openBook reads everything that is needed before the first row.
func openBook(archive *zip.Reader, wanted Words) (*book, error) {
	b := &book{parts: newParts(archive)}
	if err := b.checkType(); err != nil {
		return nil, err
	}
	root, err := b.parts.relationsOf("")
	if err != nil {
		return nil, err
	}
	main := root.first(relationBook)
	if main == "" {
		return nil, FileNotXLSX.With()
	}
	rels, err := b.parts.relationsOf(main)
	if err != nil {
		return nil, err
	}
	if err := b.findSheet(main, rels, wanted); err != nil {
		return nil, err
	}
	if err := b.readStyles(rels.first(relationStyle)); err != nil {
		return nil, err
	}
	return b, b.readStrings(rels.first(relationText))
}

// checkType refuses other office documents, and workbooks with macros.
func (b *book) checkType() error {
	from, err := b.parts.open(contentTypes)
	if err != nil {
		return err
	}
	defer from.Close()
	text, err := io.ReadAll(io.LimitReader(from, maxSmallPart))
	if err != nil {
		return damaged(err)
	}
	if !strings.Contains(string(text), workbookType) {
		return FileNotXLSX.With()
	}
	return nil
}

// findSheet picks the sheet to read, as Sheet.Name describes.
func (b *book) findSheet(main string, rels relations, wanted Words) error {
	var doc struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []sheetEntry `xml:"sheets>sheet"`
	}
	if err := b.parts.parse(main, &doc); err != nil {
		return err
	}
	b.from1904 = doc.Properties.Date1904 == "1" || doc.Properties.Date1904 == "true"
	var visible []sheetEntry
	for _, entry := range doc.Sheets {
		shown := entry.State == "" || entry.State == "visible"
		if shown && rels[entry.ID+entry.ID2].kind == relationSheet {
			visible = append(visible, entry)
		}
	}
	chosen, ok := chooseSheet(visible, wanted)
	if !ok {
		return SheetMissing.With("sheet", wanted.String(), "found", sheetNames(visible))
	}
	b.sheet = rels[chosen.ID+chosen.ID2].target
	return nil
}

func chooseSheet(visible []sheetEntry, wanted Words) (sheetEntry, bool) {
	if len(visible) == 0 {
		return sheetEntry{}, false
	}
	if len(visible) == 1 || wanted == (Words{}) {
		return visible[0], true
	}
	for _, entry := range visible {
		name := sameTitle(entry.Name)
		if name == sameTitle(wanted.Chinese) || name == sameTitle(wanted.English) {
			return entry, true
		}
	}
	return sheetEntry{}, false
}

// sheetNames lists names for a sentence, cut short: the file's author chose them.
func sheetNames(entries []sheetEntry) string {
	const most, longest = 10, 31
	var names []string
	for i, entry := range entries {
		if i == most {
			names = append(names, "…")
			break
		}
		name := []rune(entry.Name)
		names = append(names, string(name[:min(len(name), longest)]))
	}
	return strings.Join(names, ", ")
}

// readStyles learns which cell styles show a date.
func (b *book) readStyles(part string) error {
	if part == "" {
		return nil
	}
	var doc struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := b.parts.parse(part, &doc); err != nil {
		return err
	}
	codes := make(map[int]string, len(doc.Formats))
	for _, format := range doc.Formats {
		codes[format.ID] = format.Code
	}
	for _, cell := range doc.Cells {
		b.dates = append(b.dates, dateFormat(cell.Format, codes[cell.Format]))
	}
	return nil
}

// readStrings reads the table that most text cells point into.
func (b *book) readStrings(part string) error {
	if part == "" {
		return nil
	}
	if _, ok := b.parts.byName[part]; !ok {
		return nil // some writers announce a table they do not need
	}
	from, err := b.parts.open(part)
	if err != nil {
		return err
	}
	defer from.Close()
	tokens := xml.NewDecoder(from)
	var text richText
	for {
		token, err := tokens.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return damaged(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == "si" {
				text.reset()
			}
			text.start(t.Name.Local)
		case xml.EndElement:
			text.end(t.Name.Local)
			if t.Name.Local != "si" {
				continue
			}
			if err := b.strings.add(text.text); err != nil {
				return err
			}
		case xml.CharData:
			if err := text.add(t); err != nil {
				return err
			}
		}
	}
}

const (
	maxSharedText = 64 << 20 // bytes
	maxShared     = 4_000_000
)

// sharedStrings keeps all texts in one buffer: a slice of a million strings would cost more than
// their letters.
type sharedStrings struct {
	text []byte
	ends []uint32
}

func (s *sharedStrings) add(text []byte) error {
	if len(s.text)+len(text) > maxSharedText || len(s.ends) >= maxShared {
		return FileTooHeavy.With()
	}
	s.text = append(s.text, text...)
	s.ends = append(s.ends, uint32(len(s.text)))
	return nil
}

func (s *sharedStrings) at(i int) ([]byte, bool) {
	if i < 0 || i >= len(s.ends) {
		return nil, false
	}
	begin := uint32(0)
	if i > 0 {
		begin = s.ends[i-1]
	}
	return s.text[begin:s.ends[i]], true
}
