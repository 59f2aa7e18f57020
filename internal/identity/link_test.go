package identity_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"qudao/internal/fault"
	"qudao/internal/identity"
	"qudao/internal/pg"
	"qudao/internal/queue"
	"qudao/internal/secret"
)

func (d *door) write(t *testing.T, fn func(ctx context.Context, tx *pg.Tx) error) error {
	t.Helper()
	return d.db.Write(t.Context(), scope, func(tx *pg.Tx) error { return fn(t.Context(), tx) })
}

func (d *door) invite(t *testing.T, username string, email secret.Email) identity.Link {
	t.Helper()
	var link identity.Link
	err := d.write(t, func(ctx context.Context, tx *pg.Tx) (err error) {
		link, err = identity.InviteTx(ctx, tx, identity.Invite{Kind: identity.KindStaff, Username: username, Email: email, Inviter: "启明电气", Name: "方晴"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return link
}

func (d *door) accept(t *testing.T, token string) (opened string, err error) {
	t.Helper()
	hash, err := d.HashPassword(t.Context(), "", secret.NewText(right))
	if err != nil {
		t.Fatal(err)
	}
	err = d.write(t, func(ctx context.Context, tx *pg.Tx) (err error) {
		opened, _, err = identity.AcceptTx(ctx, tx, identity.KindStaff, token, hash, identity.Visit{Address: "10.0.0.1"})
		return err
	})
	return opened, err
}

// letters are the texts of all letters so far that are for an address.
func (d *door) letters(t *testing.T, to string) (out []string) {
	t.Helper()
	err := d.db.Read(t.Context(), scope, func(tx *pg.Tx) (err error) {
		out, err = pg.Column[string](t.Context(), tx, `SELECT content::text FROM mail.letter WHERE recipient = $1 ORDER BY id`, to)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAnInvitationOpensNothingUntilItIsAcceptedAndThenOnce(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	link := d.invite(t, "fang", "fang@example.com")
	if !strings.HasPrefix(link.Path, "/office/invitation#"+link.Token) {
		t.Errorf("leads to %s", link.Path)
	}
	for _, token := range []string{"", "forged", link.Token + "x"} {
		if _, err := d.Invitation(t.Context(), identity.KindStaff, token); !errors.Is(err, identity.LinkDead) || !fault.Is(err, fault.Missing) {
			t.Errorf("%q: %v", token, err)
		}
	}
	if _, err := d.Invitation(t.Context(), identity.KindAccount, link.Token); !errors.Is(err, identity.LinkDead) {
		t.Errorf("at the other door: %v", err)
	}
	if _, err := d.signIn(t.Context(), "fang", "", "10.0.0.1"); !errors.Is(err, identity.LoginWrong) {
		t.Errorf("signing in without a password: %v", err)
	}
	found, err := d.Invitation(t.Context(), identity.KindStaff, link.Token)
	if err != nil || found.Username != "fang" || found.Inviter != "启明电气" || found.Name != "方晴" || found.LoginID != link.LoginID {
		t.Fatalf("%+v, %v", found, err)
	}
	token, err := d.accept(t, link.Token)
	if err != nil {
		t.Fatal(err)
	}
	if s, err := d.Resolve(t.Context(), token, ""); err != nil || s.LoginID != link.LoginID {
		t.Fatalf("the first session: %+v, %v", s, err)
	}
	if _, err := d.accept(t, link.Token); !errors.Is(err, identity.LinkDead) {
		t.Errorf("accepted twice: %v", err)
	}
	if _, err := d.Invitation(t.Context(), identity.KindStaff, link.Token); !errors.Is(err, identity.LinkDead) {
		t.Errorf("a used link is seen: %v", err)
	}
	if _, err := d.signIn(t.Context(), "fang", right, "10.0.0.1"); err != nil {
		t.Errorf("with the new password: %v", err)
	}
	if got := d.letters(t, "fang@example.com"); len(got) != 1 || !strings.Contains(got[0], link.Path) || !strings.Contains(got[0], "启明电气") {
		t.Errorf("letters: %q", got)
	}
}

func TestOfTwoWhoAcceptAtOnceOneDoes(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	link := d.invite(t, "fang", "")
	var done, dead atomic.Int64
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			switch _, err := d.accept(t, link.Token); {
			case err == nil:
				done.Add(1)
			case errors.Is(err, identity.LinkDead):
				dead.Add(1)
			default:
				t.Error(err)
			}
		})
	}
	all.Wait()
	if done.Load() != 1 || dead.Load() != 7 {
		t.Fatalf("%d accepted, %d were late", done.Load(), dead.Load())
	}
}

func TestANewInvitationEndsTheLastAndAnOldOneEndsByItself(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	first := d.invite(t, "fang", "")
	var second identity.Link
	err := d.write(t, func(ctx context.Context, tx *pg.Tx) (err error) {
		second, err = identity.ReinviteTx(ctx, tx, first.LoginID, identity.Invite{Email: "fang@example.com"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.accept(t, first.Token); !errors.Is(err, identity.LinkDead) {
		t.Errorf("the replaced one: %v", err)
	}
	d.clock.forward(identity.InvitationLife + time.Second)
	if _, err := d.accept(t, second.Token); !errors.Is(err, identity.LinkDead) {
		t.Errorf("after its time: %v", err)
	}
	err = d.write(t, func(ctx context.Context, tx *pg.Tx) (err error) {
		second, err = identity.ReinviteTx(ctx, tx, first.LoginID, identity.Invite{})
		return err
	})
	if err != nil || len(d.letters(t, "fang@example.com")) != 2 {
		t.Fatalf("the address was forgotten: %v", err)
	}
	if err := d.write(t, func(ctx context.Context, tx *pg.Tx) error { return identity.UninviteTx(ctx, tx, first.LoginID) }); err != nil {
		t.Fatal(err)
	}
	if _, err := d.accept(t, second.Token); !errors.Is(err, identity.LinkDead) {
		t.Errorf("withdrawn: %v", err)
	}
	err = d.write(t, func(ctx context.Context, tx *pg.Tx) error {
		_, err := identity.ReinviteTx(ctx, tx, d.login, identity.Invite{})
		return err
	})
	if !errors.Is(err, identity.LoginInUse) {
		t.Errorf("one with a password is invited: %v", err)
	}
}

func TestAnInvitedLoginThatIsLetInAgainIsInvitedStill(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	link := d.invite(t, "fang", "")
	for _, active := range []bool{false, true} {
		if err := d.write(t, func(ctx context.Context, tx *pg.Tx) error { return identity.SetStateTx(ctx, tx, link.LoginID, active) }); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.accept(t, link.Token); !errors.Is(err, identity.LinkDead) {
		t.Errorf("its old link: %v", err)
	}
	err := d.write(t, func(ctx context.Context, tx *pg.Tx) (err error) {
		link, err = identity.ReinviteTx(ctx, tx, link.LoginID, identity.Invite{})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.accept(t, link.Token); err != nil {
		t.Fatal(err)
	}
}

// asked are the facts that somebody forgot a password.
func (d *door) asked(t *testing.T) (out []queue.Fact) {
	t.Helper()
	err := d.db.Read(t.Context(), scope, func(tx *pg.Tx) (err error) {
		out, err = pg.All[queue.Fact](t.Context(), tx, `SELECT id, kind, doc_kind, doc_id, seq, dealer_id, at, actor, data FROM queue.fact WHERE kind = $1 ORDER BY id`, identity.FactResetAsked)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// forget asks for a new password and does the work that follows.
func (d *door) forget(t *testing.T, username string) {
	t.Helper()
	if err := d.AskReset(t.Context(), identity.KindStaff, username, identity.Visit{Address: "10.0.0.1"}); err != nil {
		t.Fatal(err)
	}
	facts := d.asked(t)
	for range 2 { // a job may be worked twice
		if err := d.SendReset(t.Context(), facts[len(facts)-1]); err != nil {
			t.Fatal(err)
		}
	}
}

// token is what the last letter's link carries.
func (d *door) token(t *testing.T, to string) string {
	t.Helper()
	all := d.letters(t, to)
	if len(all) == 0 {
		t.Fatal("there is no letter")
	}
	_, rest, found := strings.Cut(all[len(all)-1], "/office/reset#")
	token, _, ended := strings.Cut(rest, `"`)
	if !found || !ended {
		t.Fatalf("no link in %s", all[len(all)-1])
	}
	return token
}

func (d *door) email(t *testing.T, email secret.Email) {
	t.Helper()
	if err := d.write(t, func(ctx context.Context, tx *pg.Tx) error { return identity.SetEmailTx(ctx, tx, d.login, email) }); err != nil {
		t.Fatal(err)
	}
}

func TestAForgottenPasswordIsTheSameWorkForEveryName(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	d.email(t, "desk@example.com")
	rows := func() (n int) {
		err := d.db.Read(t.Context(), scope, func(tx *pg.Tx) (err error) {
			n, err = pg.Value[int](t.Context(), tx, `SELECT (SELECT count(*) FROM queue.fact)::int + (SELECT count(*) FROM identity.link)::int + (SELECT count(*) FROM mail.letter)::int`)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	for _, username := range []string{"desk", "nobody", " DESK ", "x\x00y"} {
		before := rows()
		if err := d.AskReset(t.Context(), identity.KindStaff, username, identity.Visit{}); err != nil {
			t.Fatalf("%q: %v", username, err)
		}
		if n := rows() - before; n != 1 {
			t.Errorf("%q: %d rows", username, n)
		}
	}
	for _, f := range d.asked(t) {
		if err := d.SendReset(t.Context(), f); err != nil {
			t.Fatal(err)
		}
	}
	if got := d.letters(t, "desk@example.com"); len(got) != 2 {
		t.Errorf("%d letters", len(got))
	}
}

func TestALinkToANewPasswordIsRefusedWhenItIsNotTheLastOrNotUnused(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	d.email(t, "desk@example.com")
	reset := func(token, password string) error {
		return d.Reset(t.Context(), identity.KindStaff, token, secret.NewText(password), identity.Visit{Address: "10.0.0.1"})
	}
	d.forget(t, "desk")
	first := d.token(t, "desk@example.com")
	d.forget(t, "desk")
	last := d.token(t, "desk@example.com")
	for _, token := range []string{"forged", first, d.invite(t, "fang", "").Token} {
		if err := reset(token, "Harbour-2027"); !errors.Is(err, identity.LinkDead) {
			t.Errorf("%v", err)
		}
	}
	if err := reset(last, "Password-2026"); !errors.Is(err, fault.InvalidInput) {
		t.Errorf("a common password: %v", err)
	}
	mine, err := d.signIn(t.Context(), "desk", right, "10.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	for range identity.MaxFailed {
		_, _ = d.signIn(t.Context(), "desk", "Wrong-12345", "10.0.0.9")
	}
	if err := reset(last, "Harbour-2027"); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Resolve(t.Context(), mine, ""); !errors.Is(err, identity.SessionMissing) {
		t.Errorf("an old session goes on: %v", err)
	}
	if _, err := d.signIn(t.Context(), "desk", "Harbour-2027", "10.0.0.9"); err != nil {
		t.Errorf("the new password, after wrong ones: %v", err)
	}
	if err := reset(last, "Harbour-2028"); !errors.Is(err, identity.LinkDead) {
		t.Errorf("used twice: %v", err)
	}
	all := d.letters(t, "desk@example.com")
	if said := all[len(all)-1]; !strings.Contains(said, "您的密码已修改") {
		t.Errorf("nobody told the person: %s", said)
	}
}

func TestALinkToANewPasswordEndsSoonAndWithThePassword(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	d.email(t, "desk@example.com")
	d.forget(t, "desk")
	token := d.token(t, "desk@example.com")
	d.clock.forward(identity.ResetLife + time.Second)
	if _, err := d.ResetOf(t.Context(), identity.KindStaff, token); !errors.Is(err, identity.LinkDead) {
		t.Errorf("after its time: %v", err)
	}
	d.forget(t, "desk")
	token = d.token(t, "desk@example.com")
	if username, err := d.ResetOf(t.Context(), identity.KindStaff, token); err != nil || username != "desk" {
		t.Fatalf("%q, %v", username, err)
	}
	open, err := d.signIn(t.Context(), "desk", right, "10.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	session, _ := d.Resolve(t.Context(), open, "")
	if err := d.ChangePassword(t.Context(), scope, session, secret.NewText(right), secret.NewText("Harbour-2027"), fault.Chinese); err != nil {
		t.Fatal(err)
	}
	if _, err := d.ResetOf(t.Context(), identity.KindStaff, token); !errors.Is(err, identity.LinkDead) {
		t.Errorf("after the password was changed: %v", err)
	}
}

func TestALoginIsSentFewLinksAnHour(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	d.forget(t, "desk") // has no address yet
	d.email(t, "desk@example.com")
	for range identity.MaxResets + 2 {
		d.forget(t, "desk")
	}
	if n := len(d.letters(t, "desk@example.com")); n != identity.MaxResets {
		t.Errorf("%d letters", n)
	}
	d.clock.forward(time.Hour + time.Second)
	d.forget(t, "desk")
	if n := len(d.letters(t, "desk@example.com")); n != identity.MaxResets+1 {
		t.Errorf("%d letters after an hour", n)
	}
}

func TestAnAddressIsChangedWithThePasswordAndTheOldOneHearsOfIt(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	d.email(t, "desk@example.com")
	token, _ := d.signIn(t.Context(), "desk", right, "10.0.0.1")
	session, _ := d.Resolve(t.Context(), token, "")
	change := func(password string, email secret.Email) error {
		return d.ChangeEmail(t.Context(), scope, session, secret.NewText(password), email, fault.English)
	}
	if err := change("Wrong-12345", "thief@example.com"); !errors.Is(err, identity.PasswordWrong) {
		t.Errorf("with a wrong password: %v", err)
	}
	for _, wrong := range []secret.Email{"nobody", "a@b@c", "Fang <fang@example.com>", "x@example.com\r\nBcc: y@example.com"} {
		if err := change(right, wrong); !errors.Is(err, fault.InvalidInput) {
			t.Errorf("%s: %v", wrong.Reveal(), err)
		}
	}
	d.forget(t, "desk")
	old := d.token(t, "desk@example.com")
	if err := change(right, "new@example.com"); err != nil {
		t.Fatal(err)
	}
	if _, err := d.ResetOf(t.Context(), identity.KindStaff, old); !errors.Is(err, identity.LinkDead) {
		t.Errorf("a link in the old mailbox still works: %v", err)
	}
	all := d.letters(t, "desk@example.com")
	if email, err := d.Email(t.Context(), d.login); err != nil || email != "new@example.com" || !strings.Contains(all[len(all)-1], "Your e-mail address was changed") {
		t.Errorf("%v; the last letter was %s", err, all[len(all)-1])
	}
}

func TestACommonPasswordIsRefused(t *testing.T) {
	t.Parallel()
	for password, want := range map[string]bool{
		"Password-2026": true, "qwerty123456": true, "1qaz2wsx3edc": true, "Woaini1314520": true, "Aa1Aa1Aa1Aa1": true, "admin@2026!!": true, "P@ssw0rd2026": true,
		"Lantern-2026": false, "Qudao-2026!": false, "Correct-horse-7": false, "红灯笼挂在屋檐下a1": false,
	} {
		var fields fault.Fields
		identity.CheckPassword(&fields, "password", "warehouse", secret.NewText(password))
		if got := len(fields) > 0 && fields[0].Definition == identity.PasswordCommon; got != want {
			t.Errorf("%s: %v", password, fields.Err())
		}
	}
}

func TestADeviceIsNamedAsPeopleKnowIt(t *testing.T) {
	t.Parallel()
	for agent, want := range map[string]identity.Device{
		"": {Kind: "program"}, "curl/8.0": {Kind: "program"},
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0":                            {Kind: "computer", System: "Windows", Browser: "Edge"},
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1":                  {Kind: "phone", System: "iOS", Browser: "Safari"},
		"Mozilla/5.0 (Linux; Android 14; PJD110) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50":   {Kind: "phone", System: "Android", Browser: "微信"},
		"Mozilla/5.0 (Linux; Android 14; SM-X910) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36":                                           {Kind: "tablet", System: "Android", Browser: "Chrome"},
		"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15":                                    {Kind: "computer", System: "macOS", Browser: "Safari"},
		"Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile HuaweiBrowser/5.0.4.300": {Kind: "phone", System: "HarmonyOS", Browser: "Chrome"},
		"Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0":                                                                                   {Kind: "computer", System: "Linux", Browser: "Firefox"},
		"Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0.0.0 Mobile/15E148 Safari/604.1":                        {Kind: "tablet", System: "iPadOS", Browser: "Chrome"},
	} {
		if got := identity.DeviceOf(agent); got != want {
			t.Errorf("%s: %+v", agent, got)
		}
	}
}
