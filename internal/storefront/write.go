package storefront

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/queue"
)

// Create adds a block below the others. Needs storefront.edit. Errors: what Validate says, org.CodeUnknown,
// catalog.PictureNotKept, TooManyBlocks.
func (s *Service) Create(ctx context.Context, who org.Actor, in Input) (Block, error) {
	return s.put(ctx, who, in, func(tx *pg.Tx) (id.ID, string, error) {
		all, err := pg.Column[id.ID](ctx, tx, allSQL)
		if err != nil {
			return id.Nil, "", err
		}
		if len(all) >= maxBlocks {
			return id.Nil, "", TooManyBlocks.With("maximum", maxBlocks)
		}
		now, err := tx.Now(ctx)
		return id.At(now, nil), createSQL, err
	})
}

// Edit makes a block what in says, upon the version the editor saw. Needs storefront.edit. Errors: those of
// Create, fault.NotFound, pg.VersionChanged.
func (s *Service) Edit(ctx context.Context, who org.Actor, block id.ID, version int, in Input) (Block, error) {
	return s.put(ctx, who, in, func(tx *pg.Tx) (id.ID, string, error) {
		return block, editSQL, lockTx(ctx, tx, block, version)
	})
}

// put writes a block as it is given. prepare says under which key and by which statement.
func (s *Service) put(ctx context.Context, who org.Actor, in Input, prepare func(*pg.Tx) (id.ID, string, error)) (Block, error) {
	if err := who.Require(org.StorefrontEdit); err != nil {
		return Block{}, err
	}
	if err := in.Validate(); err != nil {
		return Block{}, err
	}
	in = in.normal()
	return s.write(ctx, who, func(tx *pg.Tx) (Block, error) {
		key, sql, err := prepare(tx)
		if err != nil {
			return Block{}, err
		}
		audiences, products, err := refsTx(ctx, tx, in)
		if err != nil {
			return Block{}, err
		}
		if _, err := tx.Exec(ctx, sql, key, in.Kind, in.Title, in.Body, in.Image, in.Link.Kind, in.Link.To, products, in.Everybody, pg.Sorted(audiences),
			in.Since, in.Until, in.Shown, who.Name); err != nil {
			return Block{}, fmt.Errorf("write a block: %w", err)
		}
		var images []string
		if in.Image != "" {
			images = []string{in.Image}
		}
		if err := s.goods.UsePicturesTx(ctx, tx, user(key), "image", images); err != nil {
			return Block{}, err
		}
		b, err := pg.One[Block](ctx, tx, blockSQL, key)
		if err != nil {
			return Block{}, err
		}
		return b, stateTx(ctx, tx, key, b.Version)
	})
}

// Remove takes a block away, upon the version the editor saw. Needs storefront.edit. Errors: fault.NotFound,
// pg.VersionChanged.
func (s *Service) Remove(ctx context.Context, who org.Actor, block id.ID, version int) error {
	if err := who.Require(org.StorefrontEdit); err != nil {
		return err
	}
	return s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		if err := lockTx(ctx, tx, block, version); err != nil {
			return err
		}
		if err := s.goods.UsePicturesTx(ctx, tx, user(block), "", nil); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, removeSQL, block); err != nil {
			return fmt.Errorf("remove a block: %w", err)
		}
		return stateTx(ctx, tx, block, version+1)
	})
}

// Arrange puts the blocks in an order: all of them, each once. Needs storefront.edit. Errors: OrderOvertaken.
func (s *Service) Arrange(ctx context.Context, who org.Actor, order []id.ID) error {
	if err := who.Require(org.StorefrontEdit); err != nil {
		return err
	}
	return s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		all, err := pg.Column[id.ID](ctx, tx, allSQL)
		if err != nil {
			return err
		}
		same := len(all) == len(order)
		for i, key := range order {
			same = same && slices.Contains(all, key) && !slices.Contains(order[:i], key)
		}
		if !same {
			return OrderOvertaken.With()
		}
		keys := make([][16]byte, len(order))
		for i, key := range order {
			keys[i] = key
		}
		n, err := tx.Exec(ctx, arrangeSQL, keys)
		if err != nil || n == 0 {
			return err
		}
		return stateTx(ctx, tx, order[0], 0)
	})
}

// KeepPicture makes a picture safe and keeps it for a banner; the answer is its address. One that no block comes
// to show goes after a week. Needs storefront.edit. Errors: those of picture.Read.
func (s *Service) KeepPicture(ctx context.Context, who org.Actor, content []byte) (address string, err error) {
	if err := who.Require(org.StorefrontEdit); err != nil {
		return "", err
	}
	return s.goods.KeepPicture(ctx, who, content)
}

// user is in whose name catalog keeps the picture of a block.
func user(block id.ID) string { return "storefront:" + block.String() }

func (s *Service) write(ctx context.Context, who org.Actor, fn func(*pg.Tx) (Block, error)) (out Block, err error) {
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (Block, error) { return fn(tx) })
		return err
	})
	return out, err
}

func lockTx(ctx context.Context, tx *pg.Tx, block id.ID, version int) error {
	has, err := pg.Value[int](ctx, tx, lockSQL, block)
	if errors.Is(err, pgx.ErrNoRows) {
		return fault.NotFound.With()
	}
	if err == nil && has != version {
		err = pg.VersionChanged.With("version", has)
	}
	return err
}

func stateTx(ctx context.Context, tx *pg.Tx, block id.ID, version int) error {
	fact, err := queue.Of(FactChanged, DocBlock, block.String(), version, 0, nil)
	if err != nil {
		return err
	}
	return queue.PutTx(ctx, tx, fact)
}

// refsTx are the keys of what an input names; everything unknown is named at once.
func refsTx(ctx context.Context, tx *pg.Tx, in Input) (audiences, products []int32, err error) {
	var wrong fault.Fields
	gather := func(err error) error {
		f, ok := fault.As(err)
		if !ok {
			return err
		}
		wrong = append(wrong, f.Fields...)
		return nil
	}
	audiences, err = keysTx(ctx, tx, audiencesSQL, in.Audiences, audiencePath)
	if err := gather(err); err != nil {
		return nil, nil, err
	}
	products, err = keysTx(ctx, tx, productsSQL, in.Products, productPath)
	if err := gather(err); err != nil {
		return nil, nil, err
	}
	there, err := pg.Value[bool](ctx, tx, linkSQL, string(in.Link.Kind), in.Link.To)
	if err != nil {
		return nil, nil, err
	}
	if !there {
		wrong.Add("link.to", org.CodeUnknown, "code", in.Link.To)
	}
	return audiences, products, wrong.Err()
}

// keysTx are the keys of codes, in their order; every unknown code is named by its place.
func keysTx(ctx context.Context, tx *pg.Tx, sql string, codes []string, path func(int) string) ([]int32, error) {
	ids := []int32{}
	if len(codes) == 0 {
		return ids, nil
	}
	type row struct {
		ID   int32  `db:"id"`
		Code string `db:"code"`
	}
	rows, err := pg.All[row](ctx, tx, sql, codes)
	if err != nil {
		return nil, err
	}
	var wrong fault.Fields
	for i, code := range codes {
		at := slices.IndexFunc(rows, func(r row) bool { return r.Code == code })
		if at < 0 {
			wrong.Add(path(i), org.CodeUnknown, "code", code)
			continue
		}
		ids = append(ids, rows[at].ID)
	}
	return ids, wrong.Err()
}
