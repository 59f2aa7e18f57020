package view

import (
	"time"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/notification"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/spreadsheet"
)

// Message tells its reader what happened to a document.
type Message struct {
	ID     id.ID             `json:"id"`
	Kind   notification.Kind `json:"kind" enum:"order_accepted,order_rejected,order_expired,order_cancelled,order_shipped,order_partly_shipped,comment_from_brand,comment_from_dealer,import_done,import_partly,import_failed"`
	Title  string            `json:"title" doc:"In the caller's language."`
	Text   string            `json:"text" doc:"A sentence in the caller's language."`
	Link   *MessageLink      `json:"link,omitempty" doc:"The document it is about."`
	Dealer *org.Ref          `json:"dealer,omitempty" doc:"Whom it is about, for staff."`
	Seen   bool              `json:"seen" doc:"By the caller."`
	At     time.Time         `json:"at" doc:"When it happened."`
}

// MessageLink is a document that has a page.
type MessageLink struct {
	Kind string `json:"kind" enum:"order,run"`
	ID   string `json:"id" doc:"The number of an order, the id of a run."`
}

// MessageOf is a message in a reader's language. Staff is told whom it is about.
func MessageOf(lang fault.Language, staff bool) func(notification.Message) Message {
	return func(m notification.Message) Message {
		out := Message{ID: m.ID, Kind: m.Kind, Seen: m.Seen, At: m.At}
		out.Title, out.Text = m.Text(lang)
		if staff {
			out.Dealer = m.Dealer
		}
		if m.DocKind == order.DocKind || m.DocKind == spreadsheet.DocKind {
			out.Link = &MessageLink{Kind: m.DocKind, ID: m.DocID}
		}
		return out
	}
}
