package portal

import (
	"context"
	"net/http"
	"time"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/notification"
	"qudao/internal/org"
)

func (s *surface) announcements() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "announcement.list", Method: http.MethodGet, Path: "/announcements", Surface: httpapi.Portal,
		Permission: httpapi.SignedIn, Object: httpapi.Dealer, Zh: "公告列表", En: "List what the brand announces to the dealer now",
		Doc: "At most 100, the pinned and the newest first."}, s.listAnnouncements)
	httpapi.Handle(s.api, httpapi.Operation{ID: "announcement.read", Method: http.MethodGet, Path: "/announcements/{number}", Surface: httpapi.Portal,
		Permission: httpapi.SignedIn, Object: httpapi.Dealer, Zh: "公告详情", En: "Read an announcement"}, s.readAnnouncement)
	httpapi.Handle(s.api, httpapi.Operation{ID: "announcement.see", Method: http.MethodPut, Path: "/announcements/{number}/seen", Surface: httpapi.Portal,
		Permission: httpapi.SignedIn, Object: httpapi.Dealer, Zh: "公告标为已读", En: "Note that the caller has seen an announcement"}, s.seeAnnouncement)
}

// Announcement is what the brand announces to the dealer.
type Announcement struct {
	Number string     `json:"number"`
	Title  string     `json:"title"`
	Body   string     `json:"body" doc:"Plain text, one paragraph a line."`
	Pinned bool       `json:"pinned"`
	At     time.Time  `json:"at" doc:"Since when it is shown."`
	Until  *time.Time `json:"until,omitempty" doc:"Exclusive."`
	Seen   bool       `json:"seen" doc:"By the caller."`
}

// AnnouncementList is everything that is announced now.
type AnnouncementList struct {
	Items []Announcement `json:"items" nullable:"false"`
}

func announcement(a notification.Shown) Announcement {
	return Announcement{Number: a.Number, Title: a.Title, Body: a.Body, Pinned: a.Pinned, At: a.At, Until: a.Until, Seen: a.Seen}
}

type announcementListOutput struct{ Body AnnouncementList }

func (s *surface) listAnnouncements(ctx context.Context, who org.Actor, _ *struct{}) (*announcementListOutput, error) {
	list, err := s.Notification.Current(ctx, who)
	if err != nil {
		return nil, err
	}
	return &announcementListOutput{AnnouncementList{view.Each(list, announcement)}}, nil
}

type announcementInput struct {
	Number string `path:"number" maxLength:"64"`
}

type announcementOutput struct{ Body Announcement }

func (s *surface) readAnnouncement(ctx context.Context, who org.Actor, in *announcementInput) (*announcementOutput, error) {
	a, err := s.Notification.Open(ctx, who, in.Number)
	if err != nil {
		return nil, err
	}
	return &announcementOutput{announcement(a)}, nil
}

func (s *surface) seeAnnouncement(ctx context.Context, who org.Actor, in *announcementInput) (*struct{}, error) {
	return nil, s.Notification.SeeAnnouncement(ctx, who, in.Number)
}
