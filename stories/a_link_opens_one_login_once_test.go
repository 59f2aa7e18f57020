package stories_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"qudao/internal/apitest"
	"qudao/internal/app"
	"qudao/internal/httpapi"
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/pg"
)

// letter is one of the local outbox.
type letter struct {
	To, Subject, Text string
}

// letters are those for an address, the latest first, once everything so far is sent.
func (s *story) letters(to string) (out []letter) {
	s.t.Helper()
	s.Settle()
	var list struct{ Items []letter }
	s.staff("admin").Get("/outbox").Into(&list)
	for _, l := range list.Items {
		if l.To == to {
			out = append(out, l)
		}
	}
	return out
}

// tokenOf is what stands behind the # of a link.
func (s *story) tokenOf(text string) string {
	s.t.Helper()
	_, rest, found := strings.Cut(text, "#")
	if !found {
		s.t.Fatalf("no link in %q", text)
	}
	token, _, _ := strings.Cut(rest, "\n")
	return strings.TrimSpace(token)
}

// hasEmail gives somebody signed in an e-mail address.
func (s *story) hasEmail(who person, email string) {
	s.t.Helper()
	who.Put("/me/email", fields{"email": email, "password": apitest.Password}).OK()
}

func TestADeadLinkIsAsGoodAsNone(t *testing.T) {
	s := begin(t)
	var made struct{ Path string }
	admin := s.staff("admin")
	invitation := fields{"code": "E70", "name": "方晴", "username": "fang", "roles": []string{"order_desk"}, "data_scope": "all"}
	admin.Post("/staff/invitations", invitation, apitest.Key()).Into(&made)
	first := s.tokenOf(made.Path)
	admin.Post("/staff/E70/invitation", nil, apitest.Key()).Into(&made)
	last := s.tokenOf(made.Path)
	accept := func(token string) fields {
		return fields{"token": token, "name": "方晴", "password": "Harbour-2027"}
	}
	used := func() string {
		s.Anonymous(httpapi.Office).Post("/invitation/accept", accept(last)).OK()
		return last
	}()
	for name, token := range map[string]string{"forged": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG", "replaced": first, "used": used} {
		for _, surface := range []httpapi.Surface{httpapi.Portal, httpapi.Office} {
			for path, body := range map[string]fields{"/invitation": {"token": token}, "/invitation/accept": accept(token), "/reset/look": {"token": token},
				"/reset/use": {"token": token, "password": "Harbour-2027"}} {
				answer := s.Anonymous(surface).Post(path, body)
				if p := answer.Refused(404, "link_dead"); p.Detail != "链接无效、已过期或已使用，请重新获取。" {
					t.Errorf("%s link at %s: %s", name, path, p.Detail)
				}
				if answer.Header.Get("Set-Cookie") != "" {
					t.Errorf("%s link at %s gets a cookie", name, path)
				}
			}
		}
	}
	admin.Post("/staff/E70/invitation", nil, apitest.Key()).Refused(409, "login_in_use")
}

func TestAnInvitationEndsByItself(t *testing.T) {
	s, now := beginAt(t, time.Now())
	var made struct{ Path string }
	s.staff("admin").Post("/staff/invitations", fields{"code": "E70", "name": "方晴", "username": "fang", "roles": []string{}, "data_scope": "all"}, apitest.Key()).Into(&made)
	s.Anonymous(httpapi.Office).Post("/invitation", fields{"token": s.tokenOf(made.Path)}).OK()
	now.forward(7*24*time.Hour + time.Minute)
	s.Anonymous(httpapi.Office).Post("/invitation", fields{"token": s.tokenOf(made.Path)}).Refused(404, "link_dead")
}

func TestAForgottenPasswordTellsNothingAboutNames(t *testing.T) {
	s := begin(t)
	s.hasEmail(person{s.Portal("dealer1"), s}, "wang@example.com")
	var first []byte
	for _, username := range []string{"dealer1", "nobody-here", "dealer2", "desk", "DEALER1 "} {
		answer := s.Anonymous(httpapi.Portal).Post("/reset", fields{"username": username}).OK()
		if first == nil {
			first = answer.Body
		}
		if answer.Status != 204 || string(answer.Body) != string(first) {
			t.Errorf("%q is answered %d %s", username, answer.Status, answer.Body)
		}
	}
	if got := s.letters("wang@example.com"); len(got) != 2 {
		t.Errorf("%d letters", len(got))
	}
	s.Settle()
	if n := s.Int(`SELECT count(*)::int FROM mail.letter`); n != 2 {
		t.Errorf("%d letters in all", n)
	}
}

func TestSomebodyInvitedChoosesThePasswordAndIsIn(t *testing.T) {
	s := begin(t)
	admin := s.staff("admin")
	var made struct {
		Path  string
		Staff struct{ Invited bool }
	}
	key := apitest.Key()
	body := fields{"code": "E70", "name": "方青", "username": "fang", "email": "fang@example.com", "roles": []string{"order_desk"}, "data_scope": "all"}
	admin.Post("/staff/invitations", body, key).Into(&made)
	if !made.Staff.Invited || made.Path == "" {
		t.Fatalf("%+v", made)
	}
	link := made.Path
	// The same request again brings the person, and no second look at the link.
	made.Path = ""
	if admin.Post("/staff/invitations", body, key).Into(&made); made.Path != "" {
		t.Errorf("the link is told twice")
	}
	s.knock(httpapi.Office, "fang", apitest.Password).Refused(401, "login_wrong")
	got := s.letters("fang@example.com")
	if len(got) != 1 || !strings.Contains(got[0].Text, link) {
		t.Fatalf("%+v", got)
	}
	newcomer := s.Anonymous(httpapi.Office)
	var seen struct{ Username, Name, Inviter string }
	newcomer.Post("/invitation", fields{"token": s.tokenOf(got[0].Text)}).Into(&seen)
	if seen.Username != "fang" || seen.Name != "方青" || seen.Inviter == "" {
		t.Errorf("%+v", seen)
	}
	common := newcomer.Post("/invitation/accept", fields{"token": s.tokenOf(link), "name": "", "password": "Password-2026"}).Refused(422, "invalid_input")
	if len(common.Errors) != 2 {
		t.Errorf("%+v", common.Errors)
	}
	newcomer.Post("/invitation/accept", fields{"token": s.tokenOf(link), "name": "方晴", "password": "Harbour-2027"}).OK()
	var me struct {
		Staff struct{ Name string }
		Roles []struct{ Code string }
	}
	newcomer.Get("/me").Into(&me)
	if me.Staff.Name != "方晴" || len(me.Roles) != 1 {
		t.Errorf("%+v", me)
	}
	newcomer.Get("/orders").OK()
	s.knock(httpapi.Office, "fang", "Harbour-2027").OK()
}

func TestANewPasswordByALetterEndsEverySession(t *testing.T) {
	s := begin(t)
	old := person{s.Portal("dealer1"), s}
	s.hasEmail(old, "wang@example.com")
	s.Anonymous(httpapi.Portal).Post("/reset", fields{"username": "dealer1"}, apitest.English()).OK()
	got := s.letters("wang@example.com")
	if len(got) != 1 || got[0].Subject != "Set a new password" {
		t.Fatalf("%+v", got)
	}
	token := s.tokenOf(got[0].Text)
	somebody := s.Anonymous(httpapi.Portal)
	var whose struct{ Username string }
	somebody.Post("/reset/look", fields{"token": token}).Into(&whose)
	if whose.Username != "dealer1" {
		t.Errorf("%+v", whose)
	}
	answer := somebody.Post("/reset/use", fields{"token": token, "password": "Harbour-2027"}).OK()
	if answer.Header.Get("Set-Cookie") != "" {
		t.Error("a new password signs in by itself")
	}
	s.eventually("the old session is over", func() bool { return old.Get("/me").Status == 401 })
	s.knock(httpapi.Portal, "dealer1", apitest.Password).Refused(401, "login_wrong")
	s.knock(httpapi.Portal, "dealer1", "Harbour-2027").OK()
	if got := s.letters("wang@example.com"); len(got) != 2 || got[0].Subject != "您的密码已修改" {
		t.Errorf("%+v", got)
	}
}

// A session that is ended on one server has no access at its next request on any other, within a second.
func TestADeviceIsSignedOutOnEveryServer(t *testing.T) {
	s := begin(t)
	twin := s.Twin(apitest.Config{Options: app.Options{}})
	type device struct {
		ID      string
		Current bool
		Kind    string
	}
	devices := func(who *apitest.Client) (out []device) {
		var list struct{ Items []device }
		who.Get("/me/sessions").Into(&list)
		return list.Items
	}
	here, there, third := s.Portal("dealer1"), twin.Portal("dealer1"), twin.Portal("dealer1")
	other := s.Portal("dealer2")
	there.Get("/me").OK()
	all := devices(here)
	if len(all) != 3 {
		t.Fatalf("%+v", all)
	}
	for _, d := range all {
		// Another's session is no error, and does not end.
		other.Delete("/me/sessions/" + d.ID).OK()
	}
	there.Get("/me").OK()
	theirs := ""
	for _, d := range devices(there) {
		if d.Current {
			theirs = d.ID
		}
	}
	here.Delete("/me/sessions/" + theirs).OK()
	gone := time.Now()
	for there.Get("/me").Status != 401 {
		if time.Since(gone) > 1500*time.Millisecond {
			t.Fatal("a session that was ended is let in on another server")
		}
		time.Sleep(50 * time.Millisecond)
	}
	third.Get("/me").OK()
	here.Post("/me/sessions/end", fields{"others": true}).OK()
	here.Get("/me").OK()
	s.eventually("the others are out", func() bool { return third.Get("/me").Status == 401 })
	if left := devices(here); len(left) != 1 || !left[0].Current {
		t.Errorf("%+v", left)
	}
	if cookie := here.Post("/me/sessions/end", fields{"others": false}).OK().Header.Get("Set-Cookie"); !strings.Contains(cookie, "Max-Age=0") {
		t.Errorf("the cookie stays: %q", cookie)
	}
	here.Get("/me").Refused(401, "session_missing")
	other.Get("/me").OK()
}

// invitesAccount invites an account of a dealer, as its master account would, and returns the link's token.
func (s *story) invitesAccount(dealer, username string) (token string) {
	s.t.Helper()
	s.Write(func(ctx context.Context, tx *pg.Tx) error {
		link, err := identity.InviteTx(ctx, tx, identity.Invite{Kind: identity.KindAccount, Username: username, Inviter: "杭州晨光电器"})
		if err != nil {
			return err
		}
		token = link.Token
		account := id.New()
		if _, err := tx.Exec(ctx, `INSERT INTO dealer.account (dealer_id, id, login_id, name, role) SELECT id, $2, $3, 'x', 'buyer' FROM dealer.dealer WHERE code = $1`, dealer, account, link.LoginID); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `INSERT INTO dealer.account_login (login_id, dealer_id, account_id) SELECT $2, id, $3 FROM dealer.dealer WHERE code = $1`, dealer, link.LoginID, account)
		return err
	})
	return token
}

// resetsAccount makes a link to a new password for an account.
func (s *story) resetsAccount(username string) (token string) {
	s.t.Helper()
	s.Write(func(ctx context.Context, tx *pg.Tx) error {
		login, err := pg.Value[id.ID](ctx, tx, `SELECT id FROM identity.login WHERE kind = 'account' AND username = $1`, username)
		if err != nil {
			return err
		}
		link, err := identity.ResetLinkTx(ctx, tx, login)
		token = link.Token
		return err
	})
	return token
}
