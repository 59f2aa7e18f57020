package seed

import (
	"context"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"

	"qudao/internal/catalog"
	"qudao/internal/drawing"
	"qudao/internal/id"
	"qudao/internal/picture"
)

// gallery draws each subject once and gives out its address.
type gallery struct {
	addresses map[drawing.Subject]string
	drawn     map[string]picture.Picture // by hash: subjects may look the same
	err       error
}

func newGallery() *gallery {
	return &gallery{addresses: map[drawing.Subject]string{}, drawn: map[string]picture.Picture{}}
}

// of are the addresses of pictures, which are drawn where they were not yet.
func (g *gallery) of(subjects []drawing.Subject) []string {
	out := make([]string, len(subjects))
	for i, s := range subjects {
		address, ok := g.addresses[s]
		if !ok {
			p, err := picture.Read(drawing.Draw(s))
			if err != nil {
				g.err = fmt.Errorf("draw %+v: %w", s, err)
			}
			address = catalog.PictureAddress + p.Hash
			g.addresses[s], g.drawn[p.Hash] = address, p
		}
		out[i] = address
	}
	return out
}

// hang keeps what was drawn, in one statement.
func (l *load) hang(ctx context.Context, g *gallery) error {
	if g.err != nil {
		return g.err
	}
	var hashes, types []string
	var widths, heights, sizes []int32
	var contents, keys [][]byte
	var files []id.ID
	at := l.numbers('p', 0)
	for _, hash := range slices.Sorted(maps.Keys(g.drawn)) {
		p := g.drawn[hash]
		f := p.Files[0]
		key := sha256.Sum256(f.Content)
		hashes, types, widths, heights = append(hashes, hash), append(types, p.Type), append(widths, int32(p.Width)), append(heights, int32(p.Height))
		sizes, contents, keys, files = append(sizes, int32(f.Size)), append(contents, f.Content), append(keys, key[:]), append(files, at.id(l.start))
	}
	if _, err := l.tx.Exec(ctx, hangSQL, hashes, types, widths, heights, sizes, contents, keys, files, l.start); err != nil {
		return fmt.Errorf("keep pictures: %w", err)
	}
	l.say("%d pictures drawn", len(hashes))
	return nil
}
