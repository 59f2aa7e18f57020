package dealer

import (
	"context"
	"fmt"
	"time"

	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
)

// RepHeadsTx returns who heads the departments of a dealer's rep, as org.HeadsTx. None where the dealer has no
// rep. The transaction must see the dealer.
func RepHeadsTx(ctx context.Context, tx *pg.Tx, dealer int32) ([]org.Ref, error) {
	rep, err := RepTx(ctx, tx, dealer)
	if err != nil || rep == nil {
		return nil, err
	}
	return org.HeadsTx(ctx, tx, rep.Code)
}

// RepTx returns a dealer's rep, nil where it has none. The transaction must see the dealer.
func RepTx(ctx context.Context, tx *pg.Tx, dealer int32) (*org.Ref, error) {
	reps, err := pg.All[org.Ref](ctx, tx, repOfSQL, dealer)
	if err != nil {
		return nil, fmt.Errorf("rep of dealer %d: %w", dealer, err)
	}
	if len(reps) == 0 {
		return nil, nil
	}
	return &reps[0], nil
}

// Term is from when to when somebody was a dealer's rep.
type Term struct {
	Rep    org.Ref    `db:"rep"`
	Since  time.Time  `db:"since"`
	Until  *time.Time `db:"until"`
	Reason string     `db:"reason"` // of the handover that began it
	Actor  string     `db:"actor"`  // who made it so; "" is unknown
}

// Terms lists who was a dealer's rep, the latest first.
func (s *Service) Terms(ctx context.Context, who org.Actor, dealer string) (out []Term, err error) {
	if err := who.Require(org.DealerRead); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		id, err := pg.Value[int32](ctx, tx, idSQL, dealer, who.Reach())
		if err != nil {
			return err
		}
		out, err = pg.All[Term](ctx, tx, termsSQL, id)
		return err
	})
	return out, err
}

// Kept is a dealer that somebody was the rep of, from when to when.
type Kept struct {
	DealerID int32      `db:"dealer_id"`
	Dealer   org.Ref    `db:"dealer"`
	Since    time.Time  `db:"since"`
	Until    *time.Time `db:"until"`
	To       *org.Ref   `db:"successor"` // who came after, where somebody did
}

// Keeps lists the dealers of the actor's scope that somebody is or was the rep of, the latest first.
func (s *Service) Keeps(ctx context.Context, who org.Actor, staff string, r page.Request) (out page.List[Kept], err error) {
	if err := who.Require(org.DealerRead); err != nil {
		return out, err
	}
	r, err = r.Normal()
	if err != nil {
		return out, err
	}
	below := keptCursor{Since: farFuture}
	if r.Cursor != "" {
		if err := page.Decode(r.Cursor, &below.Since, &below.Dealer); err != nil {
			return out, err
		}
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		id, err := pg.Value[int32](ctx, tx, staffIDSQL, staff)
		if err != nil {
			return err
		}
		rows, err := pg.All[Kept](ctx, tx, keepsSQL, id, who.Reach(), below.Since, below.Dealer, r.Limit+1)
		out = page.Cut(rows, r.Limit, func(k Kept) []any { return []any{k.Since, k.DealerID} })
		return err
	})
	return out, err
}

type keptCursor struct {
	Since  time.Time
	Dealer int32
}

var farFuture = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

// Handover is a step in which dealers went from one rep to another.
type Handover struct {
	ID      string    `db:"id" json:"id"`
	From    org.Ref   `db:"from_rep" json:"from"`
	To      org.Ref   `db:"to_rep" json:"to"`
	Since   string    `db:"since" json:"since"` // business day, 2006-01-02
	Reason  string    `db:"reason" json:"reason"`
	Dealers int       `db:"dealers" json:"dealers"`
	Leaves  bool      `db:"leaves" json:"leaves"` // the old rep left with it
	At      time.Time `db:"at" json:"at"`
	Actor   string    `db:"actor" json:"actor"`
}

// Handovers lists the handovers from or to a member of staff, the latest first.
func (s *Service) Handovers(ctx context.Context, who org.Actor, staff string) (out []Handover, err error) {
	if err := who.Require(org.DealerRead); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		id, err := pg.Value[int32](ctx, tx, staffIDSQL, staff)
		if err != nil {
			return err
		}
		out, err = pg.All[Handover](ctx, tx, handoversSQL, id)
		return err
	})
	return out, err
}

// Holding is what somebody is the rep of, of the actor's scope.
type Holding struct {
	Active int `db:"active"`
	Frozen int `db:"frozen"`
	Closed int `db:"closed"`
}

// Holding counts the dealers of a rep.
func (s *Service) Holding(ctx context.Context, who org.Actor, staff string) (out Holding, err error) {
	if err := who.Require(org.DealerRead); err != nil {
		return out, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		id, err := pg.Value[int32](ctx, tx, staffIDSQL, staff)
		if err != nil {
			return err
		}
		out, err = pg.One[Holding](ctx, tx, holdingSQL, id, who.Reach())
		return err
	})
	return out, err
}
