package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
	"io"
	"sync"

	"golang.org/x/image/webp"
)

// formats are how photographs begin and how they are read.
var formats = []struct {
	magic  string // ? stands for any byte
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}{
	{"\x89PNG\r\n\x1a\n", png.DecodeConfig, png.Decode},
	{"\xff\xd8\xff", jpeg.DecodeConfig, jpeg.Decode},
	{"RIFF????WEBP", webp.DecodeConfig, webp.Decode},
}

// decoding lets one photograph be decoded at a time: the largest takes some hundred MB.
var decoding sync.Mutex

const quality = 86 // of JPEG

func readPhotograph(content []byte) (Picture, error) {
	for _, f := range formats {
		if !begins(content, f.magic) {
			continue
		}
		c, err := f.config(bytes.NewReader(content))
		if err != nil {
			return Picture{}, Broken.With().Because(err)
		}
		// Compared in 64 bits by division: the sides are the sender's claim.
		if c.Width <= 0 || c.Height <= 0 {
			return Picture{}, Broken.With()
		}
		if int64(c.Width) > MaxPixels/int64(c.Height) {
			return Picture{}, TooManyDots.With("width", c.Width, "height", c.Height, "limit", MaxPixels/1_000_000)
		}
		decoding.Lock()
		defer decoding.Unlock()
		m, err := f.decode(bytes.NewReader(content))
		if err != nil {
			return Picture{}, Broken.With().Because(err)
		}
		return sized(upright(m, orientation(content)))
	}
	return Picture{}, TypeWrong.With()
}

func begins(content []byte, magic string) bool {
	if len(content) < len(magic) {
		return false
	}
	for i := range len(magic) {
		if magic[i] != '?' && magic[i] != content[i] {
			return false
		}
	}
	return true
}

// sized encodes a photograph at every size it has. Each size is made of the next larger one.
func sized(m *image.RGBA) (Picture, error) {
	p := Picture{Type: JPEG}
	if !m.Opaque() {
		p.Type = PNG
	}
	longer := max(m.Rect.Dx(), m.Rect.Dy())
	due := sizes
	for i, s := range sizes {
		if s >= longer {
			due = sizes[:i+1]
			break
		}
	}
	for i := len(due) - 1; i >= 0; i-- {
		m = fit(m, due[i])
		if i == len(due)-1 {
			p.Width, p.Height = m.Rect.Dx(), m.Rect.Dy()
		}
		content, err := encode(m, p.Type)
		if err != nil {
			return Picture{}, err
		}
		p.Files = append([]File{{due[i], content}}, p.Files...)
	}
	return p, nil
}

func encode(m *image.RGBA, kind string) ([]byte, error) {
	var out bytes.Buffer
	var err error
	if kind == JPEG {
		err = jpeg.Encode(&out, m, &jpeg.Options{Quality: quality})
	} else {
		err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, m)
	}
	if err != nil {
		return nil, fmt.Errorf("encode a picture: %w", err)
	}
	return out.Bytes(), nil
}

// rgba is the picture in the one form that the rest works on.
func rgba(m image.Image) *image.RGBA {
	if same, ok := m.(*image.RGBA); ok && same.Rect.Min == (image.Point{}) {
		return same
	}
	out := image.NewRGBA(image.Rect(0, 0, m.Bounds().Dx(), m.Bounds().Dy()))
	draw.Draw(out, out.Rect, m, m.Bounds().Min, draw.Src)
	return out
}
