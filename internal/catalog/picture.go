package catalog

import (
	"context"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"

	"qudao/internal/blob"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/picture"
)

// PictureAddress is where the addresses of pictures kept here begin; their hash follows, and behind a
// further slash the size that is asked for. It is part of what other programs keep.
const PictureAddress = "/media/"

// maxPictures is the most pictures of a product that are uploaded.
const maxPictures = 20

// AddPicture puts an uploaded picture behind those a product has; the first is its main one. A picture it
// has already stays where it is. Needs product.edit. Errors: fault.NotFound, PicturesTooMany, those of
// picture.Read.
func (s *Service) AddPicture(ctx context.Context, who org.Actor, code string, content []byte) (Product, error) {
	return s.upload(ctx, who, code, [][]byte{content}, func(has, given []string) ([]string, error) {
		if slices.Contains(has, given[0]) {
			return has, nil
		}
		return append(has, given[0]), nil
	})
}

// SetPictures makes the uploads the product's pictures, in their order. Saying the same again changes
// nothing. Needs product.edit. Errors: as AddPicture; the number of the file is in the field's path.
func (s *Service) SetPictures(ctx context.Context, who org.Actor, code string, contents [][]byte) (Product, error) {
	return s.upload(ctx, who, code, contents, func(_, given []string) ([]string, error) {
		seen := map[string]bool{}
		return slices.DeleteFunc(given, func(a string) bool { was := seen[a]; seen[a] = true; return was }), nil
	})
}

// ArrangePictures makes some of the pictures that a product has all of them, in a new order, upon the
// version the editor saw. Needs product.edit. Errors: fault.NotFound, pg.VersionChanged, PictureUnknown.
func (s *Service) ArrangePictures(ctx context.Context, who org.Actor, code string, version int, images []string) (Product, error) {
	return s.change(ctx, who, func(tx *pg.Tx) (*plan, *refs, error) {
		p, r, err := planImages(ctx, tx, code, func(has []string) ([]string, error) {
			var wrong fault.Fields
			for i, a := range images {
				switch {
				case !slices.Contains(has, a):
					wrong.Add(fmt.Sprintf("images[%d]", i), PictureUnknown)
				case slices.Contains(images[:i], a):
					wrong.Add(fmt.Sprintf("images[%d]", i), Repeated, "value", a)
				}
			}
			return images, wrong.Err()
		})
		if err != nil {
			return nil, nil, err
		}
		return p, r, p.expect(version)
	})
}

// upload makes files safe before anything is locked, keeps them and plans the product's new list, which
// choose makes of what it has and what was given.
func (s *Service) upload(ctx context.Context, who org.Actor, code string, contents [][]byte, choose func(has, given []string) ([]string, error)) (Product, error) {
	if err := office(who, org.ProductEdit); err != nil {
		return Product{}, err
	}
	if len(contents) > maxPictures {
		return Product{}, PicturesTooMany.With("maximum", maxPictures)
	}
	pictures := make([]picture.Picture, len(contents))
	given := make([]string, len(contents))
	for i, content := range contents {
		var err error
		if pictures[i], err = picture.Read(content); err != nil {
			if f, ok := fault.As(err); ok && len(contents) > 1 {
				var wrong fault.Fields
				wrong = append(wrong, fault.Field{Path: fmt.Sprintf("files[%d]", i), Definition: f.Definition, Facts: f.Facts})
				err = wrong.Err()
			}
			return Product{}, err
		}
		given[i] = PictureAddress + pictures[i].Hash
	}
	return s.change(ctx, who, func(tx *pg.Tx) (*plan, *refs, error) {
		for _, p := range pictures {
			if err := putPicture(ctx, tx, p); err != nil {
				return nil, nil, err
			}
		}
		return planImages(ctx, tx, code, func(has []string) ([]string, error) {
			list, err := choose(has, slices.Clone(given))
			if err == nil && len(list) > max(maxPictures, len(has)) {
				err = PicturesTooMany.With("maximum", maxPictures)
			}
			return list, err
		})
	})
}

// planImages plans another list of pictures, made of the one that is stored, and nothing else.
func planImages(ctx context.Context, tx *pg.Tx, code string, choose func(has []string) ([]string, error)) (*plan, *refs, error) {
	has, err := pg.Value[[]string](ctx, tx, imagesSQL, tidyCode(code))
	if err != nil {
		return nil, nil, err
	}
	images, err := choose(has)
	if err != nil {
		return nil, nil, err
	}
	plans, r, err := planTx(ctx, tx, []ProductIn{{Code: code, Images: nonNil(images)}}, false)
	if err != nil {
		return nil, nil, err
	}
	return plans[0], r, nil
}

// putPicture keeps a picture that is not kept yet.
func putPicture(ctx context.Context, tx *pg.Tx, p picture.Picture) error {
	fresh, err := pg.Value[bool](ctx, tx, putPictureSQL, p.Hash, p.Type, p.Width, p.Height)
	if err != nil || !fresh {
		return err
	}
	for _, f := range p.Files {
		file, err := blob.PutTx(ctx, tx, p.Hash, p.Type, f.Reader())
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, putPictureFileSQL, p.Hash, f.Size, file); err != nil {
			return err
		}
	}
	return nil
}

// KeepPicture makes a file safe and keeps it for a page of another package, whose permission its caller asked
// for. The answer is its address. It is swept as one of a product that shows it no more, unless it is in use
// (UsePicturesTx). Errors: those of picture.Read.
func (s *Service) KeepPicture(ctx context.Context, who org.Actor, content []byte) (address string, err error) {
	p, err := picture.Read(content)
	if err != nil {
		return "", err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error { return putPicture(ctx, tx, p) })
	return PictureAddress + p.Hash, err
}

// UsePicturesTx makes these kept pictures all that are in use by something of another package; path is where
// the input names them. Errors: PictureNotKept.
func (s *Service) UsePicturesTx(ctx context.Context, tx *pg.Tx, by, path string, addresses []string) error {
	if _, err := tx.Exec(ctx, dropUseSQL, by); err != nil {
		return fmt.Errorf("use pictures: %w", err)
	}
	for _, address := range addresses {
		hash, kept := strings.CutPrefix(address, PictureAddress)
		n := int64(0)
		if kept {
			var err error
			if n, err = tx.Exec(ctx, usePictureSQL, by, hash); err != nil {
				return fmt.Errorf("use a picture: %w", err)
			}
		}
		if n == 0 {
			var wrong fault.Fields
			wrong.Add(path, PictureNotKept)
			return wrong.Err()
		}
	}
	return nil
}

// Medium is a file that pages show.
type Medium struct {
	Type    string
	Content []byte
}

var hashForm = regexp.MustCompile(`^[0-9a-f]{32}$`)

// Medium returns a picture by the hash of its content, at a size that picture.Sizes lists or, for 0, at the
// largest. Who asks is nobody's business: an address that names the content cannot be guessed. Errors:
// fault.NotFound.
func (s *Service) Medium(ctx context.Context, hash string, size int) (Medium, error) {
	sizes := picture.Sizes()
	if size == 0 {
		size = sizes[len(sizes)-1]
	}
	if !hashForm.MatchString(hash) || !slices.Contains(sizes, size) {
		return Medium{}, fault.NotFound.With()
	}
	key := fmt.Sprintf("%s/%d", hash, size)
	if m, ok := s.media.get(key); ok {
		return m, nil
	}
	var file id.ID
	err := s.db.Read(ctx, system, func(tx *pg.Tx) (err error) {
		file, err = pg.Value[id.ID](ctx, tx, pictureFileSQL, hash, size)
		return err
	})
	if err != nil {
		return Medium{}, err
	}
	f, err := blob.Open(ctx, s.db, system, file)
	if err != nil {
		return Medium{}, err
	}
	content, err := io.ReadAll(f.Reader())
	if err != nil {
		return Medium{}, fmt.Errorf("read picture %s: %w", key, err)
	}
	m := Medium{Type: f.Type, Content: content}
	s.media.keep(key, m)
	return m, nil
}

// unusedFor is how long a picture that no product shows is kept: somebody may take back what they did.
const unusedFor = 7 * 24 * time.Hour

// SweepPictures removes at most limit pictures that no product has shown for a week, and returns how many.
// It runs as the worker role.
func (s *Service) SweepPictures(ctx context.Context, limit int) (gone int, err error) {
	err = s.db.Write(ctx, system, func(tx *pg.Tx) error {
		now, err := tx.Now(ctx)
		if err != nil {
			return err
		}
		hashes, err := pg.Column[string](ctx, tx, lockUnusedSQL, now.Add(-unusedFor), limit)
		if gone = len(hashes); err != nil || gone == 0 {
			return err
		}
		files, err := pg.Column[id.ID](ctx, tx, filesOfPicturesSQL, hashes)
		if err != nil {
			return err
		}
		for _, file := range files {
			if err := blob.DeleteTx(ctx, tx, file); err != nil {
				return err
			}
		}
		_, err = tx.Exec(ctx, deletePicturesSQL, hashes)
		return err
	})
	return gone, err
}
