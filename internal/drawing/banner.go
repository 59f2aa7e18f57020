package drawing

import (
	"bytes"
	"fmt"
)

// Banner is the drawing of a subject upon a wide ground of its own, 1600 × 800: the subject stands right of the
// middle, before a disc of the second colour.
func Banner(s Subject, ground, disc string) []byte {
	inside := Draw(s)
	inside = inside[bytes.IndexByte(inside, '>')+1 : bytes.LastIndex(inside, []byte("</svg>"))]
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 800"><rect width="1600" height="800" fill="%s"/>`+
		`<circle cx="800" cy="400" r="360" fill="%s"/><g transform="translate(440 40) scale(0.9)">%s</g></svg>`, ground, disc, inside)
}
