package order

import (
	"context"
	"time"

	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// deedsKept is how far back it is shown who did what.
const deedsKept = 90 * 24 * time.Hour

// Deed is something that somebody of a dealer did: to an order, or to an account of the dealer.
type Deed struct {
	At     time.Time   `db:"at"`
	Key    string      `db:"key"` // tells deeds of one moment apart
	Who    string      `db:"who"`
	Deed   string      `db:"deed"`   // order_placed, account_changed …
	Number string      `db:"number"` // of the order
	Whom   secret.Name `db:"whom"`   // the account it was done to
}

// Deeds lists who of the dealer that asks did what, the latest first: everybody, or one account.
func (s *Service) Deeds(ctx context.Context, who org.Actor, account id.ID, p page.Request) (out page.List[Deed], err error) {
	if err := who.Require(org.AccountEdit); err != nil {
		return out, err
	}
	if p, err = p.Normal(); err != nil {
		return out, err
	}
	var before *time.Time
	key := ""
	if p.Cursor != "" {
		if err := page.Decode(p.Cursor, &before, &key); err != nil {
			return out, err
		}
	}
	actor := ""
	if account != id.Nil {
		actor = string(org.Dealer) + ":" + account.String()
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		now, err := tx.Now(ctx)
		if err != nil {
			return err
		}
		since := now.Add(-deedsKept)
		rows, err := pg.All[Deed](ctx, tx, deedsSQL, who.DealerID, since, id.Floor(since), actor, before, key, p.Limit+1)
		if err != nil {
			return err
		}
		out = page.Cut(rows, p.Limit, func(d Deed) []any { return []any{d.At, d.Key} })
		return nil
	})
	return out, err
}
