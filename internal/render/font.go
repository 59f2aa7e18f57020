package render

import (
	_ "embed"
	"encoding/binary"
	"strings"
	"sync"
	"unicode"
)

// The faces of printed forms: Noto Sans SC, cut by scripts/fonts.sh to the characters of GB 2312, those of
// the table of standard Chinese characters (通用规范汉字表) and Latin-1. Their licence lies beside them.
var (
	//go:embed font/NotoSansSC-Regular.ttf
	regularFace []byte
	//go:embed font/NotoSansSC-Bold.ttf
	boldFace []byte
)

// geta stands for a character that the faces do not have, as printers have always shown a missing type.
const geta = '〓'

// printable is the text as the faces can print it: a character they lack is shown as 〓 and never vanishes;
// what moves a typewriter becomes a space, and what nobody sees goes.
func printable(text string) string {
	has := covered()
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '\u3000':
			return ' '
		case unseen(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
			return -1
		case r > 0xffff || !has[r]:
			return geta
		}
		return r
	}, text)
}

// covered are the characters that both faces have.
var covered = sync.OnceValue(func() *[1 << 16]bool {
	out := coverage(regularFace)
	bold := coverage(boldFace)
	for r := range out {
		out[r] = out[r] && bold[r]
	}
	return out
})

// coverage reads which characters a TrueType face has a glyph for, from the format 4 part of its cmap table.
func coverage(face []byte) *[1 << 16]bool {
	out := new([1 << 16]bool)
	u16 := func(at int) int { return int(binary.BigEndian.Uint16(face[at:])) }
	u32 := func(at int) int { return int(binary.BigEndian.Uint32(face[at:])) }
	cmap := 0
	for i := range u16(4) {
		if record := 12 + 16*i; string(face[record:record+4]) == "cmap" {
			cmap = u32(record + 8)
		}
	}
	for i := range u16(cmap + 2) {
		table := cmap + u32(cmap+4+8*i+4)
		if u16(table) != 4 {
			continue
		}
		segments := u16(table+6) / 2
		ends := table + 14
		starts := ends + 2*segments + 2
		deltas, offsets := starts+2*segments, starts+4*segments
		for s := range segments {
			for r := u16(starts + 2*s); r <= u16(ends+2*s) && r != 0xffff; r++ {
				glyph, offset := r, u16(offsets+2*s)
				if offset != 0 {
					glyph = u16(offsets + 2*s + offset + 2*(r-u16(starts+2*s)))
				}
				if glyph != 0 {
					glyph = (glyph + u16(deltas+2*s)) & 0xffff
				}
				out[r] = glyph != 0
			}
		}
	}
	return out
}
