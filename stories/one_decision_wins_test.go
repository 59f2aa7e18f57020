package stories_test

import (
	"slices"
	"sync"
	"testing"

	"qudao/internal/apitest"
)

// Two operators open the same order and press accept at the same moment.
func TestTwoOperatorsAcceptAtOnceAndOneDoes(t *testing.T) {
	s := begin(t)
	d, desk, admin := s.buyer("dealer2"), s.staff("desk"), s.staff("admin")
	o := desk.sees(d.places(want("S2", 10)).Number)
	var all sync.WaitGroup
	answers := make([]*apitest.Answer, 6)
	for i := range answers {
		all.Go(func() { answers[i] = []person{desk, admin}[i%2].moves(o, "accept") })
	}
	all.Wait()
	won := slices.DeleteFunc(slices.Clone(answers), func(a *apitest.Answer) bool { return a.Status != 200 })
	if len(won) != 1 {
		t.Fatalf("%d acceptances", len(won))
	}
	for _, a := range answers {
		if a.Status != 200 {
			a.Refused(409, "order_state")
		}
	}
	if now := desk.sees(o.Number); now.Version != o.Version+1 || len(now.Timeline) != 2 {
		t.Errorf("version %d, timeline %+v", now.Version, now.Timeline)
	}
	s.holds()
}

// Accept and cancel at once: the stock follows whoever won.
func TestAcceptAndCancelAtOnceAndOneWins(t *testing.T) {
	s := begin(t)
	d, desk := s.buyer("dealer2"), s.staff("desk")
	for range 5 {
		o := desk.sees(d.places(want("S2", 10)).Number)
		var accepted, cancelled *apitest.Answer
		var both sync.WaitGroup
		both.Go(func() { accepted = desk.moves(o, "accept") })
		both.Go(func() { cancelled = d.moves(o, "cancel") })
		both.Wait()
		if (accepted.Status == 200) == (cancelled.Status == 200) {
			t.Fatalf("accept: %d %s, cancel: %d %s", accepted.Status, accepted.Body, cancelled.Status, cancelled.Body)
		}
		state := desk.sees(o.Number).State
		if accepted.Status == 200 && state != "accepted" || cancelled.Status == 200 && state != "cancelled" {
			t.Errorf("it is %s", state)
		}
		if accepted.Status == 200 {
			desk.moves(desk.sees(o.Number), "cancel").OK()
		}
	}
	if n := s.free("S2"); n != 150 {
		t.Errorf("%d are free", n)
	}
	s.holds()
}

// Nobody decides on what they have not seen.
func TestADecisionNamesTheVersionItWasMadeOn(t *testing.T) {
	s := begin(t)
	d, desk := s.buyer("dealer2"), s.staff("desk")
	o := desk.sees(d.places(want("S2", 10)).Number)
	for _, move := range []string{"accept", "reject", "cancel"} {
		path, body := "/orders/"+o.ID+"/"+move, map[string]any{"reason": reasonOf(move)}
		s.refuses(no{428, "version_missing", "", ""}, func(language apitest.Header) *apitest.Answer {
			return desk.Post(path, body, apitest.Key(), language)
		})
		for _, wrong := range []string{`"0"`, `"-1"`, `1`, `W/"1"`, `"1", "2"`, `*`, `"99999999999999999999"`} {
			s.refuses(no{400, "version_invalid", "", ""}, func(language apitest.Header) *apitest.Answer {
				return desk.Post(path, body, apitest.Key(), apitest.Header{Name: "If-Match", Value: wrong}, language)
			})
		}
		said := s.refuses(no{412, "version_changed", "", ""}, func(language apitest.Header) *apitest.Answer {
			return desk.Post(path, body, apitest.Key(), apitest.Version(o.Version+1), language)
		})
		if said.Facts["version"] != float64(o.Version) {
			t.Errorf("the refusal names version %v", said.Facts["version"])
		}
	}
}

// Two people edit the same thing; the second is told, and the first's edit stays.
func TestAnEditOfAnOldVersionIsRefused(t *testing.T) {
	s := begin(t)
	desk, price := s.staff("desk"), s.staff("price")
	rule := map[string]any{"auto_accept_below": "100.00", "review_hours": 24}
	was := s.version(desk, "/order-rules")
	desk.Put("/order-rules", rule, apitest.Version(was)).OK()
	s.refuses(no{412, "version_changed", "", ""}, func(language apitest.Header) *apitest.Answer {
		return desk.Put("/order-rules", map[string]any{"auto_accept_below": "0.00", "review_hours": 1}, apitest.Version(was), language)
	})
	list := map[string]any{"name": "重点价(新)", "kind": "audience", "audience": "KEY", "priority": 10}
	was = s.version(price, "/price-lists/VIP")
	price.Put("/price-lists/VIP", list, apitest.Version(was)).OK()
	s.refuses(no{412, "version_changed", "", ""}, func(language apitest.Header) *apitest.Answer {
		return price.Put("/price-lists/VIP", map[string]any{"name": "旧", "kind": "audience", "audience": "KEY", "priority": 1}, apitest.Version(was), language)
	})
}

func TestARejectionSaysWhy(t *testing.T) {
	s := begin(t)
	d, desk := s.buyer("dealer2"), s.staff("desk")
	o := desk.sees(d.places(want("S2", 10)).Number)
	s.refuses(no{422, "invalid_input", "reason", "reason_missing"}, func(language apitest.Header) *apitest.Answer {
		return desk.Post("/orders/"+o.ID+"/reject", map[string]any{"reason": ""}, apitest.Key(), apitest.Version(o.Version), language)
	})
}
