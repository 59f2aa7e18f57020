package seed

import (
	"context"
	"crypto/sha256"
	"fmt"
	"time"

	"qudao/internal/catalog"
	"qudao/internal/demo"
	"qudao/internal/drawing"
	"qudao/internal/id"
	"qudao/internal/picture"
	"qudao/internal/storefront"
)

// storefront loads the blocks of the portal's first page, with the pictures of the banners.
func (l *load) storefront(ctx context.Context) error {
	for i, b := range l.brand.Blocks() {
		key := l.numbers('b', i).id(l.now.Add(-time.Hour))
		kind, image := storefront.Notice, ""
		switch {
		case b.Subject.Shape != "":
			kind = storefront.Banner
			var err error
			if image, err = l.hangBanner(ctx, b, key); err != nil {
				return fmt.Errorf("block %s: %w", b.Title, err)
			}
		case b.Category != "":
			kind = storefront.Products
		}
		if _, err := l.tx.Exec(ctx, blockSQL, key, string(kind), b.Title, b.Body, image, b.LinkKind, b.LinkTo, b.Category, b.Products,
			len(b.Audiences) == 0, ids(l.audiences, b.Audiences), !b.Draft, i+1, l.now.Add(-time.Hour), l.keepers["E005"].name); err != nil {
			return fmt.Errorf("block %s: %w", b.Title, err)
		}
	}
	return nil
}

// hangBanner draws the picture of a banner, keeps it and notes that the block uses it.
func (l *load) hangBanner(ctx context.Context, b demo.Block, block id.ID) (address string, err error) {
	p, err := picture.Read(drawing.Banner(b.Subject, b.Ground, b.Disc))
	if err != nil {
		return "", err
	}
	f := p.Files[0]
	key := sha256.Sum256(f.Content)
	if _, err := l.tx.Exec(ctx, hangSQL, []string{p.Hash}, []string{p.Type}, []int32{int32(p.Width)}, []int32{int32(p.Height)}, []int32{int32(f.Size)},
		[][]byte{f.Content}, [][]byte{key[:]}, []id.ID{l.numbers('c', int(block[15])).id(l.start)}, l.start); err != nil {
		return "", err
	}
	_, err = l.tx.Exec(ctx, pictureUseSQL, "storefront:"+block.String(), p.Hash)
	return catalog.PictureAddress + p.Hash, err
}

// comments are what dealers and the brand wrote to the latest orders of each dealer, one in each state.
func (l *load) comments(ctx context.Context) error {
	if _, err := l.tx.Exec(ctx, commentsSQL, l.now.Add(-heard), l.now.Add(-90*time.Minute), l.keepers["E014"].name); err != nil {
		return fmt.Errorf("comments: %w", err)
	}
	return nil
}
