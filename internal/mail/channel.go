package mail

import (
	"context"

	"qudao/internal/id"
	"qudao/internal/secret"
)

// Config says how letters leave the installation.
type Config struct {
	SMTP string // address of a mail server (NewSMTP); empty: the outbox
	From string // who writes: "启明电气 <no-reply@example.com>"
	Base string // address of the installation's pages as people know it: "https://order.example.com"
}

// Message is a letter as it leaves.
type Message struct {
	ID      id.ID
	To      secret.Email
	Subject string
	Text    string
	HTML    string
}

// Channel brings messages to people. Send returns once the message is somebody else's care; it may be
// called again with the same message, which then has the same ID.
type Channel interface {
	Send(ctx context.Context, m Message) error
}
