package office

import (
	"context"
	"net/http"
	"time"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/notification"
	"qudao/internal/org"
	"qudao/internal/page"
)

func (s *surface) announcements() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "announcement.list", Method: http.MethodGet, Path: "/announcements", Surface: httpapi.Office,
		Permission: org.AnnouncementRead, Object: httpapi.Brand, Zh: "公告列表", En: "List announcements, the newest first"}, s.listAnnouncements)
	httpapi.Handle(s.api, httpapi.Operation{ID: "announcement.read", Method: http.MethodGet, Path: "/announcements/{number}", Surface: httpapi.Office,
		Permission: org.AnnouncementRead, Object: httpapi.Brand, Zh: "公告详情", En: "Read an announcement"}, s.readAnnouncement)
	httpapi.Handle(s.api, httpapi.Operation{ID: "announcement.reach", Method: http.MethodPost, Path: "/announcements/reach", Surface: httpapi.Office,
		Permission: org.AnnouncementRead, Object: httpapi.Brand, Zh: "公告覆盖的经销商数", En: "Count the dealers whom an announcement would reach",
		Doc: "Of the dealers the caller sees."}, s.reachAnnouncement)
	httpapi.Handle(s.api, httpapi.Operation{ID: "announcement.create", Method: http.MethodPost, Path: "/announcements", Surface: httpapi.Office,
		Permission: org.AnnouncementEdit, Object: httpapi.Brand, Idempotent: true, Zh: "新建公告", En: "Create an announcement as a draft"}, s.createAnnouncement)
	httpapi.Handle(s.api, httpapi.Operation{ID: "announcement.edit", Method: http.MethodPut, Path: "/announcements/{number}", Surface: httpapi.Office,
		Permission: org.AnnouncementEdit, Object: httpapi.Brand, Zh: "修改公告", En: "Change an announcement",
		Doc: "What is published stays so, and its dealers see the change at once."}, s.editAnnouncement)
	httpapi.Handle(s.api, httpapi.Operation{ID: "announcement.publish", Method: http.MethodPost, Path: "/announcements/{number}/publish", Surface: httpapi.Office,
		Permission: org.AnnouncementEdit, Object: httpapi.Brand, Idempotent: true, Zh: "发布公告", En: "Publish a draft to its dealers"}, s.publishAnnouncement)
	httpapi.Handle(s.api, httpapi.Operation{ID: "announcement.withdraw", Method: http.MethodPost, Path: "/announcements/{number}/withdraw", Surface: httpapi.Office,
		Permission: org.AnnouncementEdit, Object: httpapi.Brand, Idempotent: true, Zh: "撤回公告", En: "Take a published announcement back"}, s.withdrawAnnouncement)
}

// Announcement is what the brand tells dealers.
type Announcement struct {
	Number      string             `json:"number"`
	Title       string             `json:"title"`
	Body        string             `json:"body" doc:"Plain text, one paragraph a line."`
	Everybody   bool               `json:"everybody" doc:"To every dealer; else to those of any of the audiences."`
	Audiences   []org.Ref          `json:"audiences" nullable:"false"`
	Since       *time.Time         `json:"since,omitempty" doc:"From its publication where it is left out."`
	Until       *time.Time         `json:"until,omitempty" doc:"Exclusive; until it is withdrawn where it is left out."`
	Pinned      bool               `json:"pinned"`
	State       notification.State `json:"state" enum:"draft,published,withdrawn"`
	Version     int                `json:"version"`
	CreatedAt   time.Time          `json:"created_at"`
	CreatedBy   string             `json:"created_by"`
	UpdatedAt   time.Time          `json:"updated_at"`
	PublishedAt *time.Time         `json:"published_at,omitempty"`
	WithdrawnAt *time.Time         `json:"withdrawn_at,omitempty"`
}

// AnnouncementFields are an announcement as it is given.
type AnnouncementFields struct {
	Title     string     `json:"title"`
	Body      string     `json:"body" doc:"Plain text, one paragraph a line."`
	Everybody bool       `json:"everybody,omitempty"`
	Audiences []string   `json:"audiences,omitempty" doc:"Codes. A draft may be for nobody yet."`
	Since     *time.Time `json:"since,omitempty"`
	Until     *time.Time `json:"until,omitempty" doc:"Exclusive."`
	Pinned    bool       `json:"pinned,omitempty"`
}

func (f AnnouncementFields) input() notification.AnnouncementInput {
	return notification.AnnouncementInput{Title: f.Title, Body: f.Body, Everybody: f.Everybody, Audiences: f.Audiences, Since: f.Since, Until: f.Until, Pinned: f.Pinned}
}

func announcement(a notification.Announcement) Announcement {
	return Announcement{Number: a.Number, Title: a.Title, Body: a.Body, Everybody: a.Everybody, Audiences: view.Full(a.Audiences), Since: a.Since, Until: a.Until,
		Pinned: a.Pinned, State: a.State, Version: a.Version, CreatedAt: a.CreatedAt, CreatedBy: a.CreatedBy, UpdatedAt: a.UpdatedAt,
		PublishedAt: a.PublishedAt, WithdrawnAt: a.WithdrawnAt}
}

type listAnnouncementsInput struct {
	page.Request
	Text  string             `query:"q" maxLength:"100" doc:"In number or title."`
	State notification.State `query:"state" enum:"draft,published,withdrawn"`
}

type listAnnouncementsOutput struct{ Body page.List[Announcement] }

func (s *surface) listAnnouncements(ctx context.Context, who org.Actor, in *listAnnouncementsInput) (*listAnnouncementsOutput, error) {
	list, err := s.Notification.Announcements(ctx, who, notification.AnnouncementFilter{Text: in.Text, State: in.State, Request: in.Request})
	if err != nil {
		return nil, err
	}
	return &listAnnouncementsOutput{page.List[Announcement]{Items: view.Each(list.Items, announcement), Next: list.Next}}, nil
}

// ByNumber names a document by its number. Embed it in an input.
type ByNumber struct {
	Number string `path:"number" maxLength:"64"`
}

type announcementOutput struct{ Body Announcement }

func shownAnnouncement(a notification.Announcement, err error) (*announcementOutput, error) {
	if err != nil {
		return nil, err
	}
	return &announcementOutput{announcement(a)}, nil
}

func (s *surface) readAnnouncement(ctx context.Context, who org.Actor, in *ByNumber) (*announcementOutput, error) {
	return shownAnnouncement(s.Notification.Announcement(ctx, who, in.Number))
}

type reachInput struct {
	Body struct {
		Everybody bool     `json:"everybody,omitempty"`
		Audiences []string `json:"audiences,omitempty" maxItems:"100" doc:"Codes."`
	}
}

// Reach is how many dealers something is for.
type Reach struct {
	Count int `json:"count"`
}

type reachOutput struct{ Body Reach }

func (s *surface) reachAnnouncement(ctx context.Context, who org.Actor, in *reachInput) (*reachOutput, error) {
	n, err := s.Notification.Reach(ctx, who, in.Body.Everybody, in.Body.Audiences)
	if err != nil {
		return nil, err
	}
	return &reachOutput{Reach{Count: n}}, nil
}

type createAnnouncementInput struct{ Body AnnouncementFields }

func (s *surface) createAnnouncement(ctx context.Context, who org.Actor, in *createAnnouncementInput) (*announcementOutput, error) {
	return shownAnnouncement(s.Notification.CreateAnnouncement(ctx, who, in.Body.input()))
}

type editAnnouncementInput struct {
	httpapi.Edit
	ByNumber
	Body AnnouncementFields
}

func (s *surface) editAnnouncement(ctx context.Context, who org.Actor, in *editAnnouncementInput) (*announcementOutput, error) {
	return shownAnnouncement(s.Notification.EditAnnouncement(ctx, who, in.Number, in.Version, in.Body.input()))
}

type moveAnnouncementInput struct {
	httpapi.Edit
	ByNumber
}

func (s *surface) publishAnnouncement(ctx context.Context, who org.Actor, in *moveAnnouncementInput) (*announcementOutput, error) {
	return shownAnnouncement(s.Notification.Publish(ctx, who, in.Number, in.Version))
}

func (s *surface) withdrawAnnouncement(ctx context.Context, who org.Actor, in *moveAnnouncementInput) (*announcementOutput, error) {
	return shownAnnouncement(s.Notification.Withdraw(ctx, who, in.Number, in.Version))
}
