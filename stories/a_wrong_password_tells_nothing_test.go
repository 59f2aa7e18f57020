package stories_test

import (
	"strconv"
	"testing"
	"time"

	"qudao/internal/apitest"
	"qudao/internal/httpapi"
)

// knock tries a name and a password at the door of a surface.
func (s *story) knock(surface httpapi.Surface, username, password string, language ...apitest.Header) *apitest.Answer {
	s.t.Helper()
	return s.Anonymous(surface).Post("/session", map[string]string{"username": username, "password": password}, language...)
}

func TestNobodyLearnsWhichNamesExist(t *testing.T) {
	s := begin(t)
	for _, surface := range []httpapi.Surface{httpapi.Portal, httpapi.Office} {
		known := map[httpapi.Surface]string{httpapi.Portal: "dealer1", httpapi.Office: "desk"}[surface]
		for try := range 6 {
			a, b := s.knock(surface, known, "Wrong-horse-1"), s.knock(surface, "nobody-here", "Wrong-horse-1")
			status, code := 401, "login_wrong"
			if try == 5 {
				status, code = 429, "login_locked"
				one, other := seconds(a), seconds(b)
				if one < 890 || one > 900 || one-other > 5 || other-one > 5 {
					t.Errorf("wait %d seconds for a name that exists, %d for one that does not", one, other)
				}
			}
			one, other := a.Refused(status, code), b.Refused(status, code)
			if one.Detail != other.Detail {
				t.Errorf("try %d: %q for a name that exists, %q for one that does not", try, one.Detail, other.Detail)
			}
		}
		// The right password does not open a locked door, and its refusal is the same.
		s.knock(surface, known, apitest.Password).Refused(429, "login_locked")
	}
}

// seconds is how long an answer says to wait.
func seconds(a *apitest.Answer) int {
	n, err := strconv.Atoi(a.Header.Get("Retry-After"))
	if err != nil {
		return -1
	}
	return n
}

func TestAWrongPasswordBeginsNoSession(t *testing.T) {
	s := begin(t)
	for _, c := range []struct {
		username, password string
		status             int
		code               string
	}{
		{"dealer1", "Wrong-horse-1", 401, "login_wrong"},
		{"dealer2", "", 401, "login_wrong"},
		{"DEALER3 ", "Wrong-horse-1", 401, "login_wrong"},
		{"desk", apitest.Password, 401, "login_wrong"}, // staff, at the dealers' door
		{"", apitest.Password, 422, "invalid_input"},
	} {
		var said [2]string
		for i, language := range []apitest.Header{{Name: "Accept-Language", Value: "zh-CN"}, apitest.English()} {
			answer := s.knock(httpapi.Portal, c.username, c.password, language)
			said[i] = answer.Refused(c.status, c.code).Detail
			if cookie := answer.Header.Get("Set-Cookie"); cookie != "" {
				t.Errorf("%q gets a cookie: %s", c.username, cookie)
			}
		}
		s.words(said[0], said[1])
	}
	if n := s.Int(`SELECT count(*)::int FROM identity.session`); n != 0 {
		t.Errorf("%d sessions began", n)
	}
}

func TestALockOpensByItself(t *testing.T) {
	s, now := beginAt(t, time.Now())
	for range 5 {
		s.knock(httpapi.Portal, "dealer1", "Wrong-horse-1").Refused(401, "login_wrong")
	}
	s.knock(httpapi.Portal, "dealer1", apitest.Password).Refused(429, "login_locked")
	now.forward(16 * time.Minute)
	s.knock(httpapi.Portal, "dealer1", apitest.Password).OK()
}

// A session that nobody used for too long is over: half an hour for staff, two weeks for a dealer. The
// cookie is worth nothing after it.
func TestAnExpiredSessionIsNobodys(t *testing.T) {
	s, now := beginAt(t, time.Now())
	d, desk := s.buyer("dealer1"), s.staff("desk")
	o := desk.accepts(d.places(want("S2", 1)).Number)
	now.forward(31 * time.Minute)
	// What a server knew of a session is at most a second old.
	s.eventually("the session of staff is over", func() bool { return desk.Get("/me").Status == 401 })
	s.refuses(no{401, "session_expired", "", ""}, func(language apitest.Header) *apitest.Answer {
		return desk.Post("/orders/"+o.ID+"/cancel", fields{"reason": "x"}, apitest.Key(), apitest.Version(o.Version), language)
	})
	d.Get("/me").OK()
	now.forward(14*24*time.Hour + time.Hour)
	s.eventually("the session of the dealer is over", func() bool { return d.Get("/me").Status == 401 })
	s.refuses(no{401, "session_expired", "", ""}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/orders", d.order(want("S2", 1)), apitest.Key(), language)
	})
}
