package seed

import (
	"context"
	"fmt"
	"time"

	"qudao/internal/notification"
)

// heard is how far back people were told what became of their orders. Dealers have not looked for days, staff
// since yesterday.
const (
	heard    = 14 * 24 * time.Hour
	dealers  = 4 * 24 * time.Hour
	everyday = 30 * time.Hour
)

// news loads what the brand has announced, and what dealers and staff were told of the last orders. The latest
// of it nobody has seen yet, so that there is something to read.
func (l *load) news(ctx context.Context) error {
	list := l.brand.Announcements()
	for i, a := range list {
		state, version := notification.Draft, 1
		if !a.PublishedAt.IsZero() {
			state, version = notification.Published, 2
		}
		updated := later(a.PublishedAt, a.WrittenAt)
		if !a.WithdrawnAt.IsZero() {
			state, version, updated = notification.Withdrawn, 3, a.WithdrawnAt
		}
		_, err := l.tx.Exec(ctx, announcementSQL, l.numbers('n', i).id(a.WrittenAt), fmt.Sprintf("AN%06d", i+1), a.Title, a.Body, len(a.Audiences) == 0,
			ids(l.audiences, a.Audiences), timeOrNil(a.Until), a.Pinned, string(state), version, a.WrittenAt, l.keepers[a.By].name, updated,
			timeOrNil(a.PublishedAt), timeOrNil(a.WithdrawnAt))
		if err != nil {
			return fmt.Errorf("announcement %s: %w", a.Title, err)
		}
	}
	if _, err := l.tx.Exec(ctx, announcementNumbersSQL, len(list)); err != nil {
		return err
	}
	since, dealersKnow, staffKnows := l.now.Add(-heard), l.now.Add(-dealers), l.now.Add(-everyday)
	for _, step := range []struct {
		sql  string
		args []any
	}{
		{dealerMessagesSQL, []any{since}}, {readersSQL, []any{dealersKnow, staffKnows}}, {seenSQL, []any{dealersKnow}},
	} {
		if _, err := l.tx.Exec(ctx, step.sql, step.args...); err != nil {
			return fmt.Errorf("messages: %w", err)
		}
	}
	return nil
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func timeOrNil(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}
