package storefront

import (
	"context"
	"slices"

	"qudao/internal/catalog"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// DocBlock is the kind of document in facts.
const DocBlock = "storefront"

// FactChanged is stated when a block, or the order of blocks, is another.
const FactChanged = "storefront.changed"

// Service is the use cases of this package.
type Service struct {
	db    *pg.DB
	goods *catalog.Service
}

// New returns the service.
func New(db *pg.DB, goods *catalog.Service) *Service { return &Service{db: db, goods: goods} }

// Blocks lists every block in its place, from above. Needs storefront.edit.
func (s *Service) Blocks(ctx context.Context, who org.Actor) (out []Block, err error) {
	if err := who.Require(org.StorefrontEdit); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = pg.All[Block](ctx, tx, blocksSQL)
		return err
	})
	return out, err
}

// Current lists what is shown to the actor's dealer now, from above. A row shows the products that are published
// to it; without any it is left out. Needs product.read.
func (s *Service) Current(ctx context.Context, who org.Actor) ([]Seen, error) {
	return s.seen(ctx, who, who)
}

// Preview lists what every dealer of an audience is shown now, whatever else it is in; every dealer at all for
// "". Needs storefront.edit. Errors: org.CodeUnknown.
func (s *Service) Preview(ctx context.Context, who org.Actor, audience string) ([]Seen, error) {
	if err := who.Require(org.StorefrontEdit); err != nil {
		return nil, err
	}
	reader := org.Actor{Kind: org.Dealer, Permissions: org.Of(org.ProductRead)}
	// Over every dealer, whichever of them the editor sees: only which audiences they share comes of it.
	err := s.db.Read(ctx, org.NewSystem("storefront").Scope(), func(tx *pg.Tx) error {
		var of *int32
		if audience != "" {
			ids, err := keysTx(ctx, tx, audiencesSQL, []string{audience}, func(int) string { return "audience" })
			if err != nil {
				return err
			}
			of = &ids[0]
		}
		common, err := pg.Column[int32](ctx, tx, commonSQL, of)
		if of != nil {
			common = append(common, *of) // of an audience that has no dealer yet
		}
		reader.Audiences = pg.Sorted(append([]int32{}, common...))
		return err
	})
	if err != nil {
		return nil, err
	}
	return s.seen(ctx, who, reader)
}

type seenRow struct {
	ID       id.ID   `db:"id"`
	Kind     Kind    `db:"kind"`
	Title    string  `db:"title"`
	Body     string  `db:"body"`
	Image    string  `db:"image"`
	LinkKind Target  `db:"link_kind"`
	LinkTo   string  `db:"link_to"`
	Products []int32 `db:"product_ids"`
}

// seen is what a reader is shown, asked for by who.
func (s *Service) seen(ctx context.Context, who, reader org.Actor) ([]Seen, error) {
	var rows []seenRow
	err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		rows, err = pg.All[seenRow](ctx, tx, currentSQL, reader.Audiences)
		return err
	})
	if err != nil {
		return nil, err
	}
	var products []int32
	for _, r := range rows {
		products = append(products, r.Products...)
	}
	cards := map[int32]catalog.Card{}
	if len(products) > 0 {
		if cards, err = s.goods.Cards(ctx, reader, pg.Sorted(slices.Clone(products))); err != nil {
			return nil, err
		}
	}
	out := []Seen{}
	for _, r := range rows {
		b := Seen{ID: r.ID, Kind: r.Kind, Title: r.Title, Body: r.Body, Image: r.Image, Link: Link{r.LinkKind, r.LinkTo}}
		for _, p := range r.Products {
			if c, published := cards[p]; published {
				b.Cards = append(b.Cards, c)
			}
		}
		if r.Kind == Products && len(b.Cards) == 0 {
			continue
		}
		out = append(out, b)
	}
	return out, nil
}
