package mail

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/pg"
	"qudao/internal/queue"
	"qudao/internal/secret"
)

// FactPut is the fact of a letter that waits to be sent.
const FactPut = "letter.put"

// Kept is how long a sent letter's row, and what lies in the outbox, is kept.
const Kept = 30 * 24 * time.Hour

// Letter is what somebody is written.
type Letter struct {
	To       secret.Email
	Language fault.Language // empty is Chinese
	Content
}

// Content is what a letter says, in its language.
type Content struct {
	Subject    string   `json:"subject"`
	Paragraphs []string `json:"paragraphs"`
	Button     *Button  `json:"button,omitempty"`
	Note       string   `json:"note,omitempty"` // the small print at the end
}

// Button is a link to a page of this installation.
type Button struct {
	Label string `json:"label"`
	Path  string `json:"path"` // "/office/invitation#…"
}

// PutTx puts letters into the caller's transaction. Each is sent after it commits, and not at all where it
// does not. A letter to nobody is left out.
func PutTx(ctx context.Context, tx *pg.Tx, letters ...Letter) error {
	for _, l := range letters {
		if l.To == "" {
			continue
		}
		if l.Language == "" {
			l.Language = fault.Chinese
		}
		content, err := json.Marshal(l.Content)
		if err != nil {
			return fmt.Errorf("write a letter: %w", err)
		}
		letter := id.New()
		if _, err := tx.Exec(ctx, putSQL, letter, l.To.Reveal(), string(l.Language), content); err != nil {
			return fmt.Errorf("put a letter: %w", err)
		}
		f, err := queue.Of(FactPut, "letter", letter.String(), 1, 0, nil)
		if err != nil {
			return err
		}
		if err := queue.PutTx(ctx, tx, f); err != nil {
			return err
		}
	}
	return nil
}

// Service sends letters.
type Service struct {
	db      *pg.DB
	channel Channel
	box     *Outbox // nil where letters leave the installation
	base    string
}

// New makes the service as configured. A wrong address of a mail server is the only error.
func New(db *pg.DB, c Config) (*Service, error) {
	if c.SMTP == "" {
		return Local(db, c.Base), nil
	}
	channel, err := NewSMTP(c.SMTP, c.From)
	if err != nil {
		return nil, err
	}
	return &Service{db: db, base: c.Base, channel: channel}, nil
}

// Local makes the service with the outbox. base is the address of the installation's pages.
func Local(db *pg.DB, base string) *Service {
	box := NewOutbox(db)
	return &Service{db: db, base: base, channel: box, box: box}
}

type letterRow struct {
	To       secret.Email    `db:"recipient"`
	Language string          `db:"language"`
	Content  json.RawMessage `db:"content"`
}

// Send hands a waiting letter to the channel. One that is sent already, or is gone, is done.
func (s *Service) Send(ctx context.Context, letter string) error {
	var key id.ID
	if err := key.UnmarshalText([]byte(letter)); err != nil {
		return fmt.Errorf("send a letter: %w", err)
	}
	var row letterRow
	err := s.db.Read(ctx, system, func(tx *pg.Tx) (err error) {
		row, err = pg.One[letterRow](ctx, tx, waitingSQL, key)
		return err
	})
	if errors.Is(err, pgx.ErrNoRows) || fault.Is(err, fault.Missing) {
		return nil
	}
	if err != nil {
		return err
	}
	var content Content
	if err := json.Unmarshal(row.Content, &content); err != nil {
		return fmt.Errorf("read a letter: %w", err)
	}
	message, err := content.render(s.base, fault.Language(row.Language))
	if err != nil {
		return err
	}
	message.ID, message.To = key, row.To
	if err := s.channel.Send(ctx, message); err != nil {
		return errors.Join(err, s.db.Write(ctx, system, func(tx *pg.Tx) error {
			_, err := tx.Exec(ctx, failedSQL, key)
			return err
		}))
	}
	return s.db.Write(ctx, system, func(tx *pg.Tx) error {
		_, err := tx.Exec(ctx, sentSQL, key)
		return err
	})
}

// Forget removes what is older than Kept, and returns how many rows went.
func (s *Service) Forget(ctx context.Context) (gone int64, err error) {
	err = s.db.Write(ctx, system, func(tx *pg.Tx) error {
		gone = 0
		for _, sql := range []string{forgetSQL, forgetOutboxSQL} {
			n, err := tx.Exec(ctx, sql, Kept)
			if err != nil {
				return err
			}
			gone += n
		}
		return nil
	})
	return gone, err
}

var system = pg.Scope{Actor: "system:mail"}
