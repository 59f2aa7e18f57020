package office

import (
	"context"
	"net/http"
	"time"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/id"
	"qudao/internal/notification"
	"qudao/internal/org"
	"qudao/internal/page"
)

func (s *surface) messages() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "message.list", Method: http.MethodGet, Path: "/messages", Surface: httpapi.Office,
		Permission: httpapi.SignedIn, Object: httpapi.Own, Zh: "消息列表", En: "List one's own messages, the latest first",
		Doc: "Messages are kept for 90 days."}, s.listMessages)
	httpapi.Handle(s.api, httpapi.Operation{ID: "message.count", Method: http.MethodGet, Path: "/messages/unseen", Surface: httpapi.Office,
		Permission: httpapi.SignedIn, Object: httpapi.Own, Zh: "未读数", En: "Count the messages not seen yet"}, s.countUnseen)
	httpapi.Handle(s.api, httpapi.Operation{ID: "message.see", Method: http.MethodPut, Path: "/messages/{id}/seen", Surface: httpapi.Office,
		Permission: httpapi.SignedIn, Object: httpapi.Own, Zh: "消息标为已读", En: "Note that the caller has seen a message"}, s.seeMessage)
	httpapi.Handle(s.api, httpapi.Operation{ID: "message.see_all", Method: http.MethodPut, Path: "/messages/seen", Surface: httpapi.Office,
		Permission: httpapi.SignedIn, Object: httpapi.Own, Zh: "全部标为已读", En: "Note that the caller has seen every message"}, s.seeAll)
}

type listMessagesInput struct {
	page.Request
	Unseen bool `query:"unseen" doc:"Only those not seen yet."`
}

type listMessagesOutput struct{ Body page.List[view.Message] }

func (s *surface) listMessages(ctx context.Context, who org.Actor, in *listMessagesInput) (*listMessagesOutput, error) {
	list, err := s.Notification.Messages(ctx, who, notification.MessageFilter{Unseen: in.Unseen, Request: in.Request})
	if err != nil {
		return nil, err
	}
	return &listMessagesOutput{page.List[view.Message]{Items: view.Each(list.Items, view.MessageOf(httpapi.Language(ctx), true)), Next: list.Next}}, nil
}

// Unseen is how much the caller has not seen yet.
type Unseen struct {
	Messages int        `json:"messages" doc:"Counted up to 100."`
	Reviews  int        `json:"reviews" doc:"Orders that wait for review, of those the caller may review; counted up to 100."`
	Since    *time.Time `json:"reviews_since,omitempty" doc:"When the oldest of these orders was placed."`
}

type unseenOutput struct{ Body Unseen }

func (s *surface) countUnseen(ctx context.Context, who org.Actor, _ *struct{}) (*unseenOutput, error) {
	n, err := s.Notification.Count(ctx, who)
	if err != nil {
		return nil, err
	}
	return &unseenOutput{Unseen{Messages: n.Messages, Reviews: n.Reviews.Count, Since: n.Reviews.Since}}, nil
}

type messageInput struct {
	ID id.ID `path:"id"`
}

func (s *surface) seeMessage(ctx context.Context, who org.Actor, in *messageInput) (*struct{}, error) {
	return nil, s.Notification.See(ctx, who, in.ID)
}

func (s *surface) seeAll(ctx context.Context, who org.Actor, _ *struct{}) (*struct{}, error) {
	return nil, s.Notification.SeeAll(ctx, who)
}
