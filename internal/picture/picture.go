package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
)

const (
	// MaxBytes is the largest file that is taken.
	MaxBytes = 20 << 20
	// MaxPixels is the most pixels a photograph may have: 25 million, more than a camera of 24 makes.
	MaxPixels = 25_000_000
)

// The sizes, in pixels of the longer side. A picture smaller than a size has none beyond its own.
var sizes = []int{96, 320, 800, 1600}

// Sizes are the sizes a picture can be asked for, the smallest first.
func Sizes() []int { return append([]int(nil), sizes...) }

// Media types of results.
const (
	PNG  = "image/png"
	JPEG = "image/jpeg"
	SVG  = "image/svg+xml"
)

// Picture is an upload made safe.
type Picture struct {
	// Hash names the content: 32 hexadecimal digits of the SHA-256 of the largest file.
	Hash          string
	Type          string
	Width, Height int // of the largest file, in pixels; of a drawing, in units of its own
	// Files are the sizes there are, the smallest first. A drawing has one, for every size.
	Files []File
}

// File is a picture at one size.
type File struct {
	Size    int // the size it is for: it fits into so many pixels
	Content []byte
}

// Reader reads the file.
func (f File) Reader() *bytes.Reader { return bytes.NewReader(f.Content) }

// Read makes an upload safe. Errors: TooLarge, TypeWrong, Broken, TooManyDots, SVGUnsafe, SVGTooDeep,
// SVGEmpty.
func Read(content []byte) (Picture, error) {
	if len(content) > MaxBytes {
		return Picture{}, TooLarge.With("limit_mib", MaxBytes>>20)
	}
	var p Picture
	var err error
	switch {
	case looksDrawn(content):
		p, err = readDrawing(content)
	default:
		p, err = readPhotograph(content)
	}
	if err != nil {
		return Picture{}, err
	}
	sum := sha256.Sum256(p.Files[len(p.Files)-1].Content)
	p.Hash = hex.EncodeToString(sum[:16])
	return p, nil
}

// looksDrawn tells whether the file begins as XML does.
func looksDrawn(content []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(content, []byte("\xef\xbb\xbf")), " \t\r\n")
	return len(head) > 0 && head[0] == '<'
}
