package notification

import (
	"context"

	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/queue"
)

// The documents of this package in facts.
const (
	DocAnnouncement = "announcement"
	DocMessage      = "message"       // a dealer's
	DocStaffMessage = "staff_message" // of the brand's own people, whomever it is about
)

// The facts. An announcement's document is its number, a message's its id.
const (
	FactAnnouncementChanged   = "announcement.changed"
	FactAnnouncementPublished = "announcement.published"
	FactAnnouncementWithdrawn = "announcement.withdrawn"
	FactMessageSent           = "message.sent"
	FactStaffMessageSent      = "staff_message.sent"
)

// Service is the use cases of this package.
type Service struct{ db *pg.DB }

// New returns the service.
func New(db *pg.DB) *Service { return &Service{db: db} }

// read asks for a permission and then runs fn in the actor's scope.
func (s *Service) read(ctx context.Context, who org.Actor, may org.Permission, fn func(*pg.Tx) error) error {
	if err := who.Require(may); err != nil {
		return err
	}
	return s.db.Read(ctx, who.Scope(), fn)
}

func stateTx(ctx context.Context, tx *pg.Tx, kind string, a Announcement) error {
	fact, err := queue.Of(kind, DocAnnouncement, a.Number, a.Version, 0, nil)
	if err != nil {
		return err
	}
	return queue.PutTx(ctx, tx, fact)
}
