package office

import (
	"context"
	"net/http"
	"time"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/id"
	"qudao/internal/mail"
	"qudao/internal/org"
	"qudao/internal/page"
)

func (s *surface) outbox() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "outbox.list", Method: http.MethodGet, Path: "/outbox", Surface: httpapi.Office,
		Permission: org.StaffEdit, Object: httpapi.Brand, Zh: "本地发件箱", En: "List the letters of an installation without a mail server",
		Doc: "Letters hold links that open logins, so only who may set passwords reads them. Missing where letters are sent by SMTP. Kept for 30 days."}, s.listOutbox)
}

// Letter is a letter of the local outbox.
type Letter struct {
	ID      id.ID     `json:"id"`
	To      string    `json:"to"`
	Subject string    `json:"subject"`
	Text    string    `json:"text"`
	At      time.Time `json:"at"`
}

type listOutboxInput struct{ page.Request }

type listOutboxOutput struct{ Body page.List[Letter] }

func (s *surface) listOutbox(ctx context.Context, who org.Actor, in *listOutboxInput) (*listOutboxOutput, error) {
	list, err := s.Mail.Outbox(ctx, who.Scope(), in.Request)
	if err != nil {
		return nil, err
	}
	// Whom a letter is for is what the page is about.
	shown := view.Each(list.Items, func(m mail.Sent) Letter {
		return Letter{ID: m.ID, To: m.To.Reveal(), Subject: m.Subject, Text: m.Text, At: m.At}
	})
	return &listOutboxOutput{page.List[Letter]{Items: shown, Next: list.Next}}, nil
}
