package stories_test

import (
	"testing"
	"time"

	"qudao/internal/apitest"
	"qudao/internal/org"
)

type announcement struct {
	Number, Title, Body, State string
	Version                    int
	Pinned, Seen               bool
}

type unseen struct{ Messages, Announcements, Reviews int }

// announce writes an announcement and publishes it.
func (p person) announce(body fields) announcement {
	p.s.t.Helper()
	var a announcement
	p.Post("/announcements", body, apitest.Key()).Into(&a)
	p.Post("/announcements/"+a.Number+"/publish", nil, apitest.Key(), apitest.Version(a.Version)).Into(&a)
	return a
}

func (p person) announcements() (out []announcement) {
	p.s.t.Helper()
	var list struct{ Items []announcement }
	p.Get("/announcements").Into(&list)
	return list.Items
}

func (p person) unseen() (n unseen) {
	p.s.t.Helper()
	p.Get("/messages/unseen").Into(&n)
	return n
}

// What is announced to an audience is for its dealers. To every other dealer it does not exist, in the list,
// by its number, and in the count.
func TestAnAnnouncementReachesItsAudienceAndNobodyElse(t *testing.T) {
	s := begin(t)
	editor := s.staff("admin")
	key, other := s.buyer("dealer1").person, s.buyer("dealer2").person
	editor.Post("/audiences", fields{"code": "ONE", "name": "只此一家", "rule": fields{"dealers_in": []string{"D1"}}}, apitest.Key()).OK()
	before := key.unseen().Announcements
	a := editor.announce(fields{"title": "协议客户专享", "body": "本月返点提高。\n详情请联系业务员。", "audiences": []string{"ONE"}, "pinned": true})
	if got := key.announcements(); len(got) != 1 || got[0].Number != a.Number || got[0].Seen || !got[0].Pinned || key.unseen().Announcements != before+1 {
		t.Fatalf("its dealer sees %+v, %+v", got, key.unseen())
	}
	if got := other.announcements(); len(got) != 0 || other.unseen().Announcements != 0 {
		t.Errorf("another dealer sees %+v, %+v", got, other.unseen())
	}
	for _, path := range []string{"/announcements/" + a.Number, "/announcements/AN999999"} {
		other.Get(path).Refused(404, "not_found")
	}
	other.Put("/announcements/"+a.Number+"/seen", nil).Refused(404, "not_found")

	key.Put("/announcements/"+a.Number+"/seen", nil).OK()
	if got := key.announcements(); !got[0].Seen || key.unseen().Announcements != before {
		t.Errorf("it was seen: %+v, %+v", got, key.unseen())
	}
	editor.Post("/announcements/"+a.Number+"/withdraw", nil, apitest.Key(), apitest.Version(a.Version)).OK()
	key.Get("/announcements/"+a.Number).Refused(404, "not_found")
	if got := key.announcements(); len(got) != 0 {
		t.Errorf("it was withdrawn, and its dealer sees %+v", got)
	}
	s.holds()
}

// A draft, what begins tomorrow and what is over are nobody's.
func TestAnAnnouncementIsShownWithinItsPeriod(t *testing.T) {
	s, now := beginAt(t, time.Now())
	editor, buyer := s.staff("admin"), s.buyer("dealer1").person
	var draft announcement
	editor.Post("/announcements", fields{"title": "草稿", "body": "还没写完。", "everybody": true}, apitest.Key()).Into(&draft)
	editor.announce(fields{"title": "明天起", "body": "x", "everybody": true, "since": now.Now().Add(24 * time.Hour), "until": now.Now().Add(48 * time.Hour)})
	titles := func() (out string) {
		for _, a := range buyer.announcements() {
			out += a.Title
		}
		return out
	}
	if got := titles(); got != "" {
		t.Errorf("before: %s", got)
	}
	now.forward(25 * time.Hour)
	if got := titles(); got != "明天起" {
		t.Errorf("within: %s", got)
	}
	now.forward(24 * time.Hour)
	if got := titles(); got != "" {
		t.Errorf("after: %s", got)
	}
}

// What happens to an order is told to its dealer, to every account of it once, and to no other dealer; each
// account has seen what it has seen.
func TestADealerIsToldWhatBecomesOfItsOrders(t *testing.T) {
	s := begin(t)
	buyer, other := s.buyer("dealer1"), s.buyer("dealer2")
	s.Enrol("D1", "second", "buyer")
	second := person{s.Portal("second"), s}
	admin := s.staff("admin")
	before := admin.unseen().Reviews
	o := buyer.places(want("S2", 1))
	if n := admin.unseen().Reviews; n != before+1 {
		t.Errorf("who reviews was told of %d new orders", n-before)
	}
	admin.accepts(o.Number)
	if n := admin.unseen().Reviews; n != before {
		t.Errorf("after the review %d orders wait, %d did before", n, before)
	}
	s.Settle()
	admin.ships(o.Number, "W1", "SF-1", sent{1, 1}).OK()
	s.Settle()
	var list struct {
		Items []struct {
			ID, Kind, Title, Text string
			Link                  struct{ Kind, ID string }
			Seen                  bool
		}
	}
	buyer.Get("/messages").Into(&list)
	if len(list.Items) != 2 || list.Items[0].Kind != "order_shipped" || list.Items[1].Kind != "order_accepted" || list.Items[0].Link.ID != o.Number || list.Items[0].Seen {
		t.Fatalf("the dealer reads %+v", list)
	}
	buyer.Put("/messages/"+list.Items[0].ID+"/seen", nil).OK()
	if a, b := buyer.unseen().Messages, second.unseen().Messages; a != 1 || b != 2 {
		t.Errorf("unseen: %d by who read one, %d by the colleague", a, b)
	}
	other.Put("/messages/"+list.Items[0].ID+"/seen", nil).Refused(404, "not_found")
	if n := other.unseen().Messages; n != 0 {
		t.Errorf("another dealer has %d messages", n)
	}
	s.Employ("store", org.ScopeAll, org.OrderRead, org.OrderShip)
	if n := s.staff("store").unseen(); n.Messages != 0 || n.Reviews != 0 {
		t.Errorf("who may not review is told of %+v", n)
	}
	second.Put("/messages/seen", nil).OK()
	if n := second.unseen().Messages; n != 0 {
		t.Errorf("all was seen, %d was not", n)
	}
}
