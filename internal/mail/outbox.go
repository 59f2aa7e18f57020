package mail

import (
	"context"
	"fmt"
	"time"

	"qudao/internal/id"
	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// Outbox is the channel that keeps what others would send.
type Outbox struct{ db *pg.DB }

// NewOutbox makes the channel.
func NewOutbox(db *pg.DB) *Outbox { return &Outbox{db: db} }

// Send keeps the message, once.
func (o *Outbox) Send(ctx context.Context, m Message) error {
	return o.db.Write(ctx, system, func(tx *pg.Tx) error {
		_, err := tx.Exec(ctx, keepSQL, m.ID, m.To.Reveal(), m.Subject, m.Text, m.HTML)
		return err
	})
}

// Sent is a message in the outbox.
type Sent struct {
	ID      id.ID        `db:"id" json:"id"`
	To      secret.Email `db:"recipient" json:"-"`
	Subject string       `db:"subject" json:"subject"`
	Text    string       `db:"body" json:"text"`
	HTML    string       `db:"html" json:"-"`
	At      time.Time    `db:"at" json:"at"`
}

// Local reports whether letters stay in the outbox.
func (s *Service) Local() bool { return s.box != nil }

// Outbox lists what lies in the outbox, the latest first. The caller has made sure that it may be read.
//
// Errors: NoOutbox.
func (s *Service) Outbox(ctx context.Context, scope pg.Scope, r page.Request) (out page.List[Sent], err error) {
	if s.box == nil {
		return out, NoOutbox.With()
	}
	if r, err = r.Normal(); err != nil {
		return out, err
	}
	var at *time.Time
	var after id.ID
	if r.Cursor != "" {
		if err := page.Decode(r.Cursor, &at, &after); err != nil {
			return out, err
		}
	}
	err = s.db.Read(ctx, scope, func(tx *pg.Tx) error {
		rows, err := pg.All[Sent](ctx, tx, outboxSQL, at, after, r.Limit+1)
		if err != nil {
			return fmt.Errorf("list the outbox: %w", err)
		}
		out = page.Cut(rows, r.Limit, func(m Sent) []any { return []any{m.At, m.ID} })
		return nil
	})
	return out, err
}
