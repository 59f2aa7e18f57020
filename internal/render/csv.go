package render

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"qudao/internal/fault"
)

// byteOrderMark makes Excel read a CSV file as UTF-8.
const byteOrderMark = "\ufeff"

// WriteCSV writes the rows as CSV that Excel opens without harm: UTF-8 with its mark, CR LF line
// ends, and a leading apostrophe on every text a spreadsheet would take for a formula. Clean removes
// it again. A right number in a Number or Money column stays a number, negative ones too.
func WriteCSV(w io.Writer, sheet Sheet, lang fault.Language, rows iter.Seq2[[]string, error]) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	record := make([]string, len(sheet.Columns))
	for i, column := range sheet.Columns {
		record[i] = guardCSV(Text, column.Title.In(lang))
	}
	if err := out.Write(record); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	for row, err := range rows {
		if err != nil {
			return err
		}
		for i := range record {
			record[i] = ""
			if i < len(row) {
				record[i] = guardCSV(sheet.Columns[i].Kind, row[i])
			}
		}
		if err := out.Write(record); err != nil {
			return fmt.Errorf("write csv: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	return nil
}

// guardCSV puts an apostrophe before a text that a spreadsheet would run. Invisible characters in
// front do not hide the sign: some programs drop them.
func guardCSV(kind Kind, text string) string {
	if text == "" || (kind == Number || kind == Money) && isDecimal(text) {
		return text
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(text, unseen))
	if strings.ContainsRune("\t\r\n\x00", rune(text[0])) || strings.ContainsRune("=+-@＝＋－＠", first) {
		return "'" + text
	}
	return text
}
