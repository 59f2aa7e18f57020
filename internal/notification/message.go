package notification

import (
	"context"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
)

// MostCounted is how far unseen messages are counted.
const MostCounted = 100

// Message (消息) tells a receiver what happened to a document.
type Message struct {
	ID      id.ID             `db:"id"`
	Kind    Kind              `db:"kind"`
	DocKind string            `db:"doc_kind"`
	DocID   string            `db:"doc_id"` // as the document's page is addressed: an order's number, a run's id
	Data    map[string]string `db:"data"`   // what the text names
	Dealer  *org.Ref          `db:"dealer"` // whom it is about, for staff
	At      time.Time         `db:"at"`     // of the fact
	Seen    bool              `db:"seen"`
}

// last is above every key: where a list that begins with the newest begins.
var last = id.ID{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}

func dealerReceiver(dealer int32) string { return "dealer:" + strconv.Itoa(int(dealer)) }

func staffReceiver(code string) string { return string(org.Staff) + ":" + code }

// inboxTx is whose messages an actor reads, as the arguments of the statements over messages: the receivers,
// whether messages about dealers are among them, the staff scope, the principal, and its mark.
func inboxTx(ctx context.Context, tx *pg.Tx, who org.Actor, more ...any) ([]any, error) {
	mark, err := pg.Value[id.ID](ctx, tx, markSQL, who.Principal())
	if err != nil {
		return nil, err
	}
	receivers, orders := []string{}, who.May(org.OrderRead)
	switch who.Kind {
	case org.Dealer:
		receivers = append(receivers, dealerReceiver(who.DealerID))
	case org.Staff:
		orders = who.May(org.OrderReview)
		receivers = append(receivers, staffReceiver(who.ID))
		if orders && who.Reach() == 0 {
			receivers = append(receivers, everyone(org.OrderReview))
		}
	}
	return append([]any{receivers, orders, who.Reach(), who.Principal(), mark}, more...), nil
}

// MessageFilter narrows the list of messages.
type MessageFilter struct {
	Unseen bool // only those not seen yet
	page.Request
}

// Messages lists the actor's own messages, the newest first.
func (s *Service) Messages(ctx context.Context, who org.Actor, f MessageFilter) (page.List[Message], error) {
	req, err := f.Normal()
	if err != nil {
		return page.List[Message]{}, err
	}
	below := last
	if req.Cursor != "" {
		if err := page.Decode(req.Cursor, &below); err != nil {
			return page.List[Message]{}, err
		}
	}
	var rows []Message
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		args, err := inboxTx(ctx, tx, who, f.Unseen, below, req.Limit+1)
		if err != nil {
			return err
		}
		rows, err = pg.All[Message](ctx, tx, messagesSQL, args...)
		return err
	})
	return page.Cut(rows, req.Limit, func(m Message) []any { return []any{m.ID} }), err
}

// Unseen is how much waits to be seen.
type Unseen struct {
	Messages      int // at most MostCounted: then there may be more
	Announcements int
	Reviews       Reviews // for staff
}

// Reviews is how many orders wait for the review of a member of staff.
type Reviews struct {
	Count int        `db:"count"` // at most MostCounted
	Since *time.Time `db:"since"` // when the oldest of them was placed
}

// Count counts what the actor has not seen yet, and what waits for it.
func (s *Service) Count(ctx context.Context, who org.Actor) (out Unseen, err error) {
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		args, err := inboxTx(ctx, tx, who, MostCounted)
		if err != nil {
			return err
		}
		if out.Messages, err = pg.Value[int](ctx, tx, countSQL, args...); err != nil {
			return err
		}
		if who.Kind == org.Staff && who.May(org.OrderReview) {
			out.Reviews, err = pg.One[Reviews](ctx, tx, reviewsSQL, who.Reach(), MostCounted)
		}
		if err != nil || who.Kind != org.Dealer {
			return err
		}
		out.Announcements, err = pg.Value[int](ctx, tx, countAnnouncementsSQL, who.Audiences, who.Principal())
		return err
	})
	return out, err
}

// See notes that the actor has seen one of its messages. To note it again changes nothing. Errors:
// fault.NotFound.
func (s *Service) See(ctx context.Context, who org.Actor, message id.ID) error {
	return s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		args, err := inboxTx(ctx, tx, who, message)
		if err != nil {
			return err
		}
		mine, err := pg.Value[bool](ctx, tx, mineSQL, args...)
		if err == nil && !mine {
			err = fault.NotFound.With()
		}
		if err != nil {
			return err
		}
		_, err = tx.Exec(ctx, seeSQL, who.Principal(), message)
		return err
	})
}

// late is how long a message may take from being made to being committed. What is younger is noted one by
// one, so that a message which appears a moment later does not appear seen.
const late = 30 * time.Second

// SeeAll notes that the actor has seen every message, and every announcement that is shown now.
func (s *Service) SeeAll(ctx context.Context, who org.Actor) error {
	return s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		now, err := tx.Now(ctx)
		if err != nil {
			return err
		}
		to := id.Floor(now.Add(-late))
		args, err := inboxTx(ctx, tx, who, to)
		if err != nil {
			return err
		}
		var b pgx.Batch
		b.Queue(seeNewSQL, args...)
		b.Queue(seeToSQL, who.Principal(), to)
		b.Queue(tidySQL, who.Principal(), to)
		if who.Kind == org.Dealer {
			b.Queue(seeShownSQL, who.Audiences, who.Principal())
		}
		return tx.Send(ctx, &b)
	})
}
