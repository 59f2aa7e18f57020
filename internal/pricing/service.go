package pricing

import (
	"context"

	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/queue"
)

// Service keeps the price lists and answers what something costs. Make it with New.
type Service struct {
	db   *pg.DB
	book *Book
}

// New makes the service upon a database, with an empty book.
func New(db *pg.DB) *Service { return &Service{db: db, book: NewBook(db)} }

// Book is the snapshot that pages and placement price with.
func (s *Service) Book() *Book { return s.book }

// Facts about price lists. Their document is "price_list" and the list's code, their seq its version.
const (
	DocKind         = "price_list"
	FactListChanged = "price_list.changed" // a list was made, or what it is was changed
	FactChanged     = "price.changed"      // prices in a list were changed; the data is a Changed
)

// Hear freshens the book by what another server (or this one) has changed.
func (s *Service) Hear(n queue.Note) {
	switch {
	case n.Kind == queue.Refresh, n.DocKind == DocKind && n.Kind == FactListChanged:
		s.book.Forget()
	case n.DocKind == DocKind && n.Kind == FactChanged:
		s.book.ForgetCode(n.DocID)
	}
}

// Ref names a piece of master data.
type Ref struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// resolve turns the code of whom a list is for into its id, nil for a base list. A dealer out of reach is
// unknown.
func resolve(ctx context.Context, tx *pg.Tx, in ListInput, reach int32) (audience, dealer *int32, err error) {
	switch in.Kind {
	case KindAudience:
		audience, err = lookUp(ctx, tx, AudienceUnknown.At("audience", "audience", in.Audience), audienceIDSQL, in.Audience)
	case KindDealer:
		dealer, err = lookUp(ctx, tx, DealerUnknown.At("dealer", "dealer", in.Dealer), dealerIDSQL, in.Dealer, reach)
	}
	return audience, dealer, err
}

func lookUp(ctx context.Context, tx *pg.Tx, unknown *fault.Fault, sql string, args ...any) (*int32, error) {
	found, err := pg.Column[int32](ctx, tx, sql, args...)
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, unknown
	}
	return &found[0], nil
}

// read runs fn in a reading transaction of an actor who may see prices.
func (s *Service) read(ctx context.Context, who org.Actor, fn func(tx *pg.Tx) error) error {
	if err := who.Require(org.PriceRead); err != nil {
		return err
	}
	return s.db.Read(ctx, who.Scope(), fn)
}

// state stores a fact about a list.
func state(ctx context.Context, tx *pg.Tx, kind, code string, version int, data any) error {
	f, err := queue.Of(kind, DocKind, code, version, 0, data)
	if err != nil {
		return err
	}
	return queue.PutTx(ctx, tx, f)
}
