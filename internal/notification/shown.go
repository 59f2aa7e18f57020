package notification

import (
	"context"
	"time"

	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// mostShown is how many announcements a dealer is shown, the pinned and the newest first.
const mostShown = 100

// Shown is an announcement as the account of a dealer sees it.
type Shown struct {
	ID     id.ID      `db:"id"`
	Number string     `db:"number"`
	Title  string     `db:"title"`
	Body   string     `db:"body"`
	Pinned bool       `db:"pinned"`
	At     time.Time  `db:"at"` // since when it is shown
	Until  *time.Time `db:"until"`
	Seen   bool       `db:"seen"` // by this account
}

// Current lists what is published to the actor's dealer now, the pinned and the newest first.
func (s *Service) Current(ctx context.Context, who org.Actor) (out []Shown, err error) {
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = pg.All[Shown](ctx, tx, currentSQL, who.Audiences, who.Principal(), mostShown)
		return err
	})
	return out, err
}

// Open returns one announcement that is published to the actor's dealer now. Errors: fault.NotFound.
func (s *Service) Open(ctx context.Context, who org.Actor, number string) (out Shown, err error) {
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = pg.One[Shown](ctx, tx, openSQL, who.Audiences, who.Principal(), number)
		return err
	})
	return out, err
}

// SeeAnnouncement notes that the actor has seen an announcement. To note it again changes nothing. Errors:
// fault.NotFound.
func (s *Service) SeeAnnouncement(ctx context.Context, who org.Actor, number string) error {
	return s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		shown, err := pg.One[Shown](ctx, tx, openSQL, who.Audiences, who.Principal(), number)
		if err != nil || shown.Seen {
			return err
		}
		_, err = tx.Exec(ctx, seeSQL, who.Principal(), shown.ID)
		return err
	})
}
