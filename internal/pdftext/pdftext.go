// Package pdftext reads the texts of a PDF that package render printed, for tests: what a reader who selects
// a page would copy. It knows only what such a PDF is made of.
package pdftext

import (
	"bytes"
	"compress/zlib"
	"io"
	"strings"
	"testing"
	"unicode/utf16"
)

// Pages returns the texts of each page, in the order in which they were printed.
func Pages(t testing.TB, pdf []byte) (pages [][]string) {
	t.Helper()
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || !bytes.Contains(pdf[max(0, len(pdf)-16):], []byte("%%EOF")) {
		t.Fatalf("no whole PDF: %.40q", pdf)
	}
	begin, end := []byte("stream\n"), []byte("\nendstream")
	for rest := pdf; ; {
		at := bytes.Index(rest, begin)
		if at < 0 {
			return pages
		}
		rest = rest[at+len(begin):]
		stop := bytes.Index(rest, end)
		if stop < 0 {
			t.Fatal("a stream does not end")
		}
		content := inflated(rest[:stop])
		if bytes.Contains(content, []byte("BT /F")) {
			pages = append(pages, texts(content))
		}
		rest = rest[stop+len(end):]
	}
}

// Text is all texts of a PDF, one a line.
func Text(t testing.TB, pdf []byte) string {
	t.Helper()
	var out strings.Builder
	for _, page := range Pages(t, pdf) {
		out.WriteString(strings.Join(page, "\n") + "\n")
	}
	return out.String()
}

// inflated is a stream's content; nothing where it is of another kind.
func inflated(stream []byte) []byte {
	from, err := zlib.NewReader(bytes.NewReader(stream))
	if err != nil {
		return nil
	}
	content, err := io.ReadAll(from)
	if err != nil {
		return nil
	}
	return content
}

// texts are the strings that a page shows: "(…) Tj", in UTF-16.
func texts(content []byte) (out []string) {
	for i := 0; i < len(content); i++ {
		if content[i] != '(' {
			continue
		}
		var units []byte
		for i++; i < len(content) && content[i] != ')'; i++ {
			if content[i] == '\\' {
				i++
				if content[i] == 'r' {
					units = append(units, '\r')
					continue
				}
			}
			units = append(units, content[i])
		}
		if bytes.HasPrefix(content[i+1:], []byte(" Tj")) {
			out = append(out, decode(units))
		}
	}
	return out
}

func decode(units []byte) string {
	text := make([]uint16, len(units)/2)
	for i := range text {
		text[i] = uint16(units[2*i])<<8 | uint16(units[2*i+1])
	}
	return string(utf16.Decode(text))
}
