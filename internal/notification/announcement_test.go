package notification_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/notification"
	"qudao/internal/ordertest"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
)

// office is a brand with two dealers, of whom the first is in audience VIP, and who may announce.
func office(t *testing.T) (*ordertest.World, *notification.Service, org.Actor) {
	t.Helper()
	w := ordertest.New(t, 2, 1)
	return w, notification.New(w.DB), w.Staff("E1", org.AnnouncementRead, org.AnnouncementEdit, org.OrderReview, org.OrderShip, org.OrderRead)
}

func published(t *testing.T, s *notification.Service, who org.Actor, in notification.AnnouncementInput) notification.Announcement {
	t.Helper()
	a, err := s.CreateAnnouncement(t.Context(), who, in)
	if err == nil {
		a, err = s.Publish(t.Context(), who, a.Number, a.Version)
	}
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func titles(t *testing.T, s *notification.Service, who org.Actor) string {
	t.Helper()
	list, err := s.Current(t.Context(), who)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, a := range list {
		out = append(out, a.Title)
	}
	return strings.Join(out, " ")
}

func TestADealerSeesWhatIsPublishedToItNow(t *testing.T) {
	t.Parallel()
	w, s, who := office(t)
	vip := published(t, s, who, notification.AnnouncementInput{Title: "战略客户", Body: "一", Audiences: []string{"VIP"}})
	published(t, s, who, notification.AnnouncementInput{Title: "全部", Body: "二", Everybody: true, Pinned: true})
	tomorrow := time.Now().Add(24 * time.Hour)
	published(t, s, who, notification.AnnouncementInput{Title: "明天", Body: "三", Everybody: true, Since: &tomorrow})
	over := published(t, s, who, notification.AnnouncementInput{Title: "昨天", Body: "四", Everybody: true})
	w.Exec(`UPDATE notification.announcement SET until = now() - interval '1 second' WHERE number = $1`, over.Number)
	if _, err := s.CreateAnnouncement(t.Context(), who, notification.AnnouncementInput{Title: "草稿", Body: "五", Everybody: true}); err != nil {
		t.Fatal(err)
	}
	if got := titles(t, s, w.Dealer(1)); got != "全部 战略客户" {
		t.Errorf("D1 sees %q", got)
	}
	if got := titles(t, s, w.Dealer(2)); got != "全部" {
		t.Errorf("D2 sees %q", got)
	}
	if _, err := s.Open(t.Context(), w.Dealer(2), vip.Number); !errors.Is(err, fault.NotFound) {
		t.Errorf("another audience's announcement: %v", err)
	}
	if err := s.SeeAnnouncement(t.Context(), w.Dealer(2), vip.Number); !errors.Is(err, fault.NotFound) {
		t.Errorf("another audience's announcement was seen: %v", err)
	}
	if _, err := s.Withdraw(t.Context(), who, vip.Number, vip.Version); err != nil {
		t.Fatal(err)
	}
	if got := titles(t, s, w.Dealer(1)); got != "全部" {
		t.Errorf("after one was withdrawn D1 sees %q", got)
	}
	w.Holds()
}

func TestEachAccountHasSeenWhatItHasSeen(t *testing.T) {
	t.Parallel()
	w, s, who := office(t)
	a := published(t, s, who, notification.AnnouncementInput{Title: "上新", Body: "一", Everybody: true})
	one, colleague := w.Dealer(1), w.Dealer(1)
	colleague.AccountID = id.New()
	colleague.ID = colleague.AccountID.String()
	for range 2 { // again changes nothing
		if err := s.SeeAnnouncement(t.Context(), one, a.Number); err != nil {
			t.Fatal(err)
		}
	}
	for who, want := range map[*org.Actor]int{&one: 0, &colleague: 1} {
		if n, err := s.Count(t.Context(), *who); err != nil || n.Announcements != want {
			t.Errorf("%d unseen, want %d, %v", n.Announcements, want, err)
		}
	}
}

func TestAnAnnouncementIsRefusedWithEverythingThatIsWrong(t *testing.T) {
	t.Parallel()
	w, s, who := office(t)
	now, before := time.Now(), time.Now().Add(-time.Hour)
	_, err := s.CreateAnnouncement(t.Context(), who, notification.AnnouncementInput{Title: " ", Body: "\n", Everybody: true, Audiences: []string{"VIP"}, Since: &now, Until: &before})
	if f, ok := fault.As(err); !ok || len(f.Fields) != 4 {
		t.Errorf("refused with %v", err)
	}
	_, err = s.CreateAnnouncement(t.Context(), who, notification.AnnouncementInput{Title: "x", Body: "x", Audiences: []string{"VIP", "NONE"}})
	if f, ok := fault.As(err); !ok || len(f.Fields) != 1 || f.Fields[0].Path != "audiences[1]" || f.Fields[0].Definition != org.CodeUnknown {
		t.Errorf("an unknown audience: %v", err)
	}
	for _, may := range []org.Actor{w.Staff("E2", org.AnnouncementRead), w.Dealer(1)} {
		if _, err := s.CreateAnnouncement(t.Context(), may, notification.AnnouncementInput{Title: "x", Body: "x"}); !errors.Is(err, org.Forbidden) {
			t.Errorf("%s announces: %v", may.Principal(), err)
		}
	}
	if _, err := s.Announcements(t.Context(), w.Dealer(1), notification.AnnouncementFilter{}); !errors.Is(err, org.Forbidden) {
		t.Errorf("a dealer lists announcements as staff does: %v", err)
	}
}

func TestTheMovesOfAnAnnouncement(t *testing.T) {
	t.Parallel()
	_, s, who := office(t)
	ctx, past := t.Context(), time.Now().Add(-time.Hour)
	a, err := s.CreateAnnouncement(ctx, who, notification.AnnouncementInput{Title: " 上新 ", Body: "一\r\n\r\n\r\n\r\n二  \n"})
	if err != nil || a.Title != "上新" || a.Body != "一\n\n二" || a.State != notification.Draft {
		t.Fatalf("%+v, %v", a, err)
	}
	if _, err := s.Publish(ctx, who, a.Number, a.Version); !errors.Is(err, notification.TargetMissing) {
		t.Errorf("published to nobody: %v", err)
	}
	if _, err := s.Withdraw(ctx, who, a.Number, a.Version); !errors.Is(err, notification.NotPublished) {
		t.Errorf("a draft was withdrawn: %v", err)
	}
	a, err = s.EditAnnouncement(ctx, who, a.Number, a.Version, notification.AnnouncementInput{Title: "上新", Body: "一", Audiences: []string{"VIP"}, Until: &past})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Publish(ctx, who, a.Number, a.Version); !errors.Is(err, notification.PeriodOver) {
		t.Errorf("published after its end: %v", err)
	}
	if _, err := s.EditAnnouncement(ctx, who, a.Number, a.Version-1, notification.AnnouncementInput{Title: "x", Body: "x"}); !errors.Is(err, pg.VersionChanged) {
		t.Errorf("edited on an old version: %v", err)
	}
	edit := notification.AnnouncementInput{Title: "上新", Body: "一", Everybody: true}
	if a, err = s.EditAnnouncement(ctx, who, a.Number, a.Version, edit); err != nil {
		t.Fatal(err)
	}
	if a, err = s.Publish(ctx, who, a.Number, a.Version); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Publish(ctx, who, a.Number, a.Version); !errors.Is(err, notification.NotDraft) {
		t.Errorf("published twice: %v", err)
	}
	edit.Everybody = false
	if _, err := s.EditAnnouncement(ctx, who, a.Number, a.Version, edit); !errors.Is(err, notification.TargetMissing) {
		t.Errorf("a published one is for nobody: %v", err)
	}
	if a, err = s.Withdraw(ctx, who, a.Number, a.Version); err != nil {
		t.Fatal(err)
	}
	edit.Everybody = true
	if _, err := s.EditAnnouncement(ctx, who, a.Number, a.Version, edit); !errors.Is(err, notification.Gone) {
		t.Errorf("a withdrawn one was edited: %v", err)
	}
	if _, err := s.Announcement(ctx, who, "AN999999"); !errors.Is(err, fault.NotFound) {
		t.Errorf("one that does not exist: %v", err)
	}
}

func TestTheListOfAnnouncementsAndWhomTheyReach(t *testing.T) {
	t.Parallel()
	w, s, who := office(t)
	for _, title := range []string{"一", "二", "三"} {
		published(t, s, who, notification.AnnouncementInput{Title: title, Body: "x", Everybody: true})
	}
	first, err := s.Announcements(t.Context(), who, notification.AnnouncementFilter{State: notification.Published, Request: page.Request{Limit: 2}})
	if err != nil || len(first.Items) != 2 || first.Items[0].Title != "三" {
		t.Fatalf("%+v, %v", first, err)
	}
	rest, err := s.Announcements(t.Context(), who, notification.AnnouncementFilter{Request: page.Request{Limit: 2, Cursor: first.Next}})
	if err != nil || len(rest.Items) != 1 || rest.Items[0].Title != "一" || rest.Next != "" {
		t.Errorf("%+v, %v", rest, err)
	}
	w.Exec(`INSERT INTO pg.scope_dealer VALUES (1, 2)`)
	narrow := who
	narrow.OwnDealers = true
	for _, c := range []struct {
		who       org.Actor
		everybody bool
		audiences []string
		want      int
	}{{who, true, nil, 2}, {who, false, []string{"VIP"}, 1}, {who, false, []string{"VIP", "ALL"}, 2}, {who, false, nil, 0}, {narrow, true, nil, 1}, {narrow, false, []string{"VIP"}, 0}} {
		if n, err := s.Reach(t.Context(), c.who, c.everybody, c.audiences); err != nil || n != c.want {
			t.Errorf("%v %v reaches %d, want %d, %v", c.everybody, c.audiences, n, c.want, err)
		}
	}
}
