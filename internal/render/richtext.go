package render

import (
	"bytes"
	"errors"
	"strconv"
)

// maxText is the longest text of one cell, in bytes. Excel allows 32,767 characters.
const maxText = 128 << 10

var errLongText = errors.New("text longer than any cell may hold")

// richText gathers the letters of a text that may come in runs of different looks. Furigana ("rPh")
// beside the text is not part of it.
type richText struct {
	text     []byte
	inT      bool
	phonetic int
}

func (r *richText) reset() { *r = richText{text: r.text[:0]} }

func (r *richText) start(element string) {
	switch element {
	case "t":
		r.inT = true
	case "rPh":
		r.phonetic++
	}
}

func (r *richText) end(element string) {
	switch element {
	case "t":
		r.inT = false
	case "rPh":
		r.phonetic = max(0, r.phonetic-1)
	}
}

func (r *richText) add(letters []byte) error {
	if !r.inT || r.phonetic > 0 {
		return nil
	}
	return appendText(&r.text, letters)
}

func appendText(to *[]byte, letters []byte) error {
	if len(*to)+len(letters) > maxText {
		return damaged(errLongText)
	}
	*to = append(*to, letters...)
	return nil
}

// unescape resolves Excel's own "_x000D_" form, in which it stores characters XML has no place for.
func unescape(text []byte) []byte {
	at := bytes.Index(text, []byte("_x"))
	if at < 0 {
		return text
	}
	out := make([]byte, 0, len(text))
	for at >= 0 {
		out = append(out, text[:at]...)
		text = text[at:]
		used := 2
		if len(text) >= 7 && text[6] == '_' {
			if code, err := strconv.ParseUint(string(text[2:6]), 16, 16); err == nil {
				out = append(out, string(rune(code))...)
				text, used = text[7:], 0
			}
		}
		out, text = append(out, text[:used]...), text[used:]
		at = bytes.Index(text, []byte("_x"))
	}
	return append(out, text...)
}
