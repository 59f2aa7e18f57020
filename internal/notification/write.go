package notification

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
	"qudao/internal/page"
	"qudao/internal/pg"
)

// AnnouncementFilter narrows the list of announcements.
type AnnouncementFilter struct {
	Text  string // in number or title
	State State  // empty is all
	page.Request
}

// Announcements lists the announcements, the newest first. Needs announcement.read.
func (s *Service) Announcements(ctx context.Context, who org.Actor, f AnnouncementFilter) (page.List[Announcement], error) {
	req, err := f.Normal()
	if err != nil {
		return page.List[Announcement]{}, err
	}
	below := last
	if req.Cursor != "" {
		if err := page.Decode(req.Cursor, &below); err != nil {
			return page.List[Announcement]{}, err
		}
	}
	var rows []Announcement
	err = s.read(ctx, who, org.AnnouncementRead, func(tx *pg.Tx) error {
		rows, err = pg.All[Announcement](ctx, tx, announcementsSQL, f.Text, string(f.State), below, req.Limit+1)
		return err
	})
	return page.Cut(rows, req.Limit, func(a Announcement) []any { return []any{a.ID} }), err
}

// Announcement returns one announcement. Needs announcement.read. Errors: fault.NotFound.
func (s *Service) Announcement(ctx context.Context, who org.Actor, number string) (a Announcement, err error) {
	err = s.read(ctx, who, org.AnnouncementRead, func(tx *pg.Tx) error {
		a, err = pg.One[Announcement](ctx, tx, announcementSQL, number)
		return err
	})
	return a, err
}

// Reach counts the dealers, of those the actor sees, whom an announcement to everybody or to these
// audiences reaches. Needs announcement.read. Errors: org.CodeUnknown.
func (s *Service) Reach(ctx context.Context, who org.Actor, everybody bool, audiences []string) (n int, err error) {
	err = s.read(ctx, who, org.AnnouncementRead, func(tx *pg.Tx) error {
		ids, err := audiencesTx(ctx, tx, audiences)
		if err != nil {
			return err
		}
		n, err = pg.Value[int](ctx, tx, reachSQL, everybody, ids, who.Reach())
		return err
	})
	return n, err
}

// CreateAnnouncement makes a draft. Needs announcement.edit. Errors: what Validate says, org.CodeUnknown.
func (s *Service) CreateAnnouncement(ctx context.Context, who org.Actor, in AnnouncementInput) (Announcement, error) {
	if err := in.Validate(); err != nil {
		return Announcement{}, err
	}
	in = in.normal()
	return s.write(ctx, who, func(tx *pg.Tx) (Announcement, error) {
		ids, err := audiencesTx(ctx, tx, in.Audiences)
		if err != nil {
			return Announcement{}, err
		}
		now, err := tx.Now(ctx)
		if err != nil {
			return Announcement{}, err
		}
		n, err := pg.Value[int64](ctx, tx, numberSQL)
		if err != nil {
			return Announcement{}, err
		}
		number := fmt.Sprintf("AN%06d", n)
		if _, err := tx.Exec(ctx, createSQL, id.At(now, nil), number, in.Title, in.Body, in.Everybody, ids, in.Since, in.Until, in.Pinned, who.Name); err != nil {
			return Announcement{}, fmt.Errorf("create an announcement: %w", err)
		}
		return settleTx(ctx, tx, number, FactAnnouncementChanged)
	})
}

// EditAnnouncement makes an announcement what in says, upon the version the editor saw. What is published
// stays so. Needs announcement.edit. Errors: those of CreateAnnouncement, fault.NotFound, pg.VersionChanged,
// Gone, TargetMissing.
func (s *Service) EditAnnouncement(ctx context.Context, who org.Actor, number string, version int, in AnnouncementInput) (Announcement, error) {
	if err := in.Validate(); err != nil {
		return Announcement{}, err
	}
	in = in.normal()
	return s.write(ctx, who, func(tx *pg.Tx) (Announcement, error) {
		a, err := lockTx(ctx, tx, number, version)
		if err != nil {
			return Announcement{}, err
		}
		switch {
		case a.State == Withdrawn:
			return Announcement{}, Gone.With("number", number)
		case a.State == Published && !in.Everybody && len(in.Audiences) == 0:
			return Announcement{}, TargetMissing.At("audiences")
		}
		ids, err := audiencesTx(ctx, tx, in.Audiences)
		if err != nil {
			return Announcement{}, err
		}
		if _, err := tx.Exec(ctx, editSQL, a.ID, in.Title, in.Body, in.Everybody, ids, in.Since, in.Until, in.Pinned); err != nil {
			return Announcement{}, fmt.Errorf("edit an announcement: %w", err)
		}
		return settleTx(ctx, tx, number, FactAnnouncementChanged)
	})
}

// Publish shows a draft to its dealers, from now or from its beginning. Needs announcement.edit. Errors:
// fault.NotFound, pg.VersionChanged, NotDraft, TargetMissing, PeriodOver.
func (s *Service) Publish(ctx context.Context, who org.Actor, number string, version int) (Announcement, error) {
	return s.write(ctx, who, func(tx *pg.Tx) (Announcement, error) {
		a, err := lockTx(ctx, tx, number, version)
		if err != nil {
			return Announcement{}, err
		}
		switch {
		case a.State != Draft:
			return Announcement{}, NotDraft.With("number", number)
		case !a.Everybody && len(a.Audiences) == 0:
			return Announcement{}, TargetMissing.At("audiences")
		case a.Until != nil && !a.Until.After(tx.Began()):
			return Announcement{}, PeriodOver.At("until")
		}
		if _, err := tx.Exec(ctx, publishSQL, a.ID); err != nil {
			return Announcement{}, fmt.Errorf("publish an announcement: %w", err)
		}
		return settleTx(ctx, tx, number, FactAnnouncementPublished)
	})
}

// Withdraw takes a published announcement back: no dealer sees it any more. Needs announcement.edit.
// Errors: fault.NotFound, pg.VersionChanged, NotPublished.
func (s *Service) Withdraw(ctx context.Context, who org.Actor, number string, version int) (Announcement, error) {
	return s.write(ctx, who, func(tx *pg.Tx) (Announcement, error) {
		a, err := lockTx(ctx, tx, number, version)
		if err != nil {
			return Announcement{}, err
		}
		if a.State != Published {
			return Announcement{}, NotPublished.With("number", number)
		}
		if _, err := tx.Exec(ctx, withdrawSQL, a.ID); err != nil {
			return Announcement{}, fmt.Errorf("withdraw an announcement: %w", err)
		}
		return settleTx(ctx, tx, number, FactAnnouncementWithdrawn)
	})
}

// write asks for the permission and runs fn once for the caller's key.
func (s *Service) write(ctx context.Context, who org.Actor, fn func(*pg.Tx) (Announcement, error)) (out Announcement, err error) {
	if err := who.Require(org.AnnouncementEdit); err != nil {
		return out, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (Announcement, error) { return fn(tx) })
		return err
	})
	return out, err
}

// lockTx locks an announcement for a change upon the version the editor saw.
func lockTx(ctx context.Context, tx *pg.Tx, number string, version int) (Announcement, error) {
	has, err := pg.Value[int](ctx, tx, lockSQL, number)
	if errors.Is(err, pgx.ErrNoRows) {
		return Announcement{}, fault.NotFound.With()
	}
	if err != nil {
		return Announcement{}, err
	}
	if has != version {
		return Announcement{}, pg.VersionChanged.With("version", has)
	}
	// A later statement than the lock, so that it sees what the last holder left.
	return pg.One[Announcement](ctx, tx, announcementSQL, number)
}

// settleTx ends a change: a fact tells of it.
func settleTx(ctx context.Context, tx *pg.Tx, number, fact string) (Announcement, error) {
	a, err := pg.One[Announcement](ctx, tx, announcementSQL, number)
	if err != nil {
		return Announcement{}, err
	}
	return a, stateTx(ctx, tx, fact, a)
}

// audiencesTx are the keys of audiences in order, each once; every unknown code is named by its place.
func audiencesTx(ctx context.Context, tx *pg.Tx, codes []string) ([]int32, error) {
	ids := []int32{}
	if len(codes) == 0 {
		return ids, nil
	}
	type row struct {
		ID   int32  `db:"id"`
		Code string `db:"code"`
	}
	rows, err := pg.All[row](ctx, tx, audiencesSQL, codes)
	if err != nil {
		return nil, err
	}
	var wrong fault.Fields
	for i, code := range codes {
		at := slices.IndexFunc(rows, func(r row) bool { return r.Code == code })
		if at < 0 {
			wrong.Add(audiencePath(i), org.CodeUnknown, "code", code)
			continue
		}
		ids = append(ids, rows[at].ID)
	}
	return pg.Sorted(ids), wrong.Err()
}
