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
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/secret"
)

const right = "Lantern-2026"

var scope = pg.Scope{Actor: "staff:E001", All: true}

// hand is a clock that a test turns.
type hand struct{ at atomic.Int64 }

func (h *hand) now() time.Time          { return time.UnixMicro(h.at.Load()) }
func (h *hand) forward(d time.Duration) { h.at.Add(d.Microseconds()) }

// door is one database with a login, a clock, and as many servers as a test wants.
type door struct {
	*identity.Service
	db    *pg.DB
	clock *hand
	login id.ID
}

func open(t *testing.T, kind identity.Kind, username string) *door {
	t.Helper()
	d := &door{clock: &hand{}}
	d.clock.at.Store(time.Now().Truncate(time.Second).UnixMicro())
	d.db = pgtest.OpenURL(t, pgtest.New(t).App, d.clock.now)
	d.Service = identity.New(d.db)
	hash, err := d.HashPassword(t.Context(), username, secret.NewText(right))
	if err != nil {
		t.Fatal(err)
	}
	err = d.db.Write(t.Context(), scope, func(tx *pg.Tx) (err error) {
		d.login, err = identity.CreateLoginTx(t.Context(), tx, identity.NewLogin{Kind: kind, Username: username, Password: hash})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// server is another server over the same database, with memories of its own.
func (d *door) server() *identity.Service { return identity.New(d.db) }

func (d *door) signIn(ctx context.Context, username, password, address string) (string, error) {
	token, _, err := d.SignIn(ctx, identity.Credentials{Kind: identity.KindStaff, Username: username, Password: secret.NewText(password), Address: address})
	return token, err
}

func TestFiveWrongPasswordsLockTheNameAtThatAddressAlone(t *testing.T) {
	t.Parallel()
	// A name that does not exist is treated alike.
	for _, username := range []string{"desk", "nobody"} {
		d := open(t, identity.KindStaff, "desk")
		for range identity.MaxFailed {
			if _, err := d.signIn(t.Context(), username, "Wrong-12345", "10.0.0.1"); !errors.Is(err, identity.LoginWrong) {
				t.Fatalf("%s: got %v", username, err)
			}
		}
		_, err := d.signIn(t.Context(), username, right, "10.0.0.1")
		f, _ := fault.As(err)
		if !errors.Is(err, identity.LoginLocked) || f.HTTP() != 429 || f.Facts["minutes"] != 15 {
			t.Fatalf("%s: got %v", username, err)
		}
		if _, err := d.signIn(t.Context(), username, "Wrong-12345", "10.0.0.2"); !errors.Is(err, identity.LoginWrong) {
			t.Fatalf("%s: another address is locked too: %v", username, err)
		}
		d.clock.forward(identity.LockedFor + time.Second)
		want := identity.LoginWrong
		if username == "desk" {
			want = nil
		}
		if _, err := d.signIn(t.Context(), username, right, "10.0.0.1"); want == nil && err != nil || want != nil && !errors.Is(err, want) {
			t.Fatalf("%s: after the lock: %v", username, err)
		}
	}
}

func TestARightPasswordForgivesTheWrongOnes(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	for range 3 {
		for range identity.MaxFailed - 1 {
			_, _ = d.signIn(t.Context(), "desk", "Wrong-12345", "10.0.0.1")
		}
		if _, err := d.signIn(t.Context(), " Desk ", right, "10.0.0.1"); err != nil {
			t.Fatal(err)
		}
	}
}

func TestGuessesAtOnceCountOneByOne(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	var wrong, locked atomic.Int64
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			switch _, err := d.signIn(t.Context(), "desk", "Wrong-12345", "10.0.0.1"); {
			case errors.Is(err, identity.LoginWrong):
				wrong.Add(1)
			case errors.Is(err, identity.LoginLocked):
				locked.Add(1)
			default:
				t.Errorf("got %v", err)
			}
		})
	}
	all.Wait()
	if wrong.Load() != identity.MaxFailed || locked.Load() != 20-identity.MaxFailed {
		t.Fatalf("%d were told wrong, %d locked", wrong.Load(), locked.Load())
	}
}

func TestUnlockingForgetsTheWrongPasswords(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	for range identity.MaxFailed {
		_, _ = d.signIn(t.Context(), "desk", "Wrong-12345", "10.0.0.1")
	}
	if err := d.db.Write(t.Context(), scope, func(tx *pg.Tx) error { return identity.UnlockTx(t.Context(), tx, d.login) }); err != nil {
		t.Fatal(err)
	}
	if _, err := d.signIn(t.Context(), "desk", right, "10.0.0.1"); err != nil {
		t.Fatal(err)
	}
}

func TestASessionEndsWithoutUseAndAtItsLimit(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	token, err := d.signIn(t.Context(), "desk", right, "10.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	if s, err := d.Resolve(t.Context(), token, "10.0.0.1"); err != nil || s.LoginID != d.login || s.Username != "desk" {
		t.Fatalf("got %+v, %v", s, err)
	}
	// In use every 25 minutes it lives on, to 12 hours and no further.
	lived := time.Duration(0)
	for ; lived+25*time.Minute < 12*time.Hour; lived += 25 * time.Minute {
		d.clock.forward(25 * time.Minute)
		if _, err := d.server().Resolve(t.Context(), token, "10.0.0.1"); err != nil {
			t.Fatalf("after %v: %v", lived, err)
		}
	}
	d.clock.forward(25 * time.Minute)
	if _, err := d.server().Resolve(t.Context(), token, "10.0.0.1"); !errors.Is(err, identity.SessionExpired) {
		t.Fatalf("beyond 12 hours: %v", err)
	}
	token, _ = d.signIn(t.Context(), "desk", right, "10.0.0.1")
	d.clock.forward(31 * time.Minute)
	if _, err := d.server().Resolve(t.Context(), token, "10.0.0.1"); !errors.Is(err, identity.SessionExpired) {
		t.Fatalf("after 31 idle minutes: %v", err)
	}
	if _, err := d.server().Resolve(t.Context(), "forged", ""); !errors.Is(err, identity.SessionMissing) {
		t.Fatalf("a forged token: %v", err)
	}
	d.clock.forward(48 * time.Hour)
	if gone, err := d.Sweep(t.Context()); err != nil || gone != 2 {
		t.Fatalf("swept %d, %v", gone, err)
	}
}

func TestARevokedSessionStopsOnEveryServerWithinASecond(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	token, _ := d.signIn(t.Context(), "desk", right, "10.0.0.1")
	other := d.server()
	if _, err := other.Resolve(t.Context(), token, ""); err != nil {
		t.Fatal(err)
	}
	sessions, err := d.Sessions(t.Context(), d.login)
	if err != nil || len(sessions) != 1 {
		t.Fatalf("got %v, %v", sessions, err)
	}
	if err := d.Revoke(t.Context(), scope, d.login, sessions[0].ID); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Resolve(t.Context(), token, ""); !errors.Is(err, identity.SessionMissing) {
		t.Fatalf("on the server that revoked: %v", err)
	}
	time.Sleep(identity.Fresh)
	if _, err := other.Resolve(t.Context(), token, ""); !errors.Is(err, identity.SessionMissing) {
		t.Fatalf("on another server: %v", err)
	}
}

func TestAnotherPasswordEndsTheOtherSessions(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	mine, _ := d.signIn(t.Context(), "desk", right, "10.0.0.1")
	stolen, _ := d.signIn(t.Context(), "desk", right, "10.9.9.9")
	session, _ := d.Resolve(t.Context(), mine, "10.0.0.1")
	if err := d.ChangePassword(t.Context(), scope, session, secret.NewText("Wrong-12345"), secret.NewText("Harbour-2027"), fault.Chinese); !errors.Is(err, identity.PasswordWrong) {
		t.Fatalf("with a wrong old password: %v", err)
	}
	if err := d.ChangePassword(t.Context(), scope, session, secret.NewText(right), secret.NewText("Harbour-2027"), fault.Chinese); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Resolve(t.Context(), mine, ""); err != nil {
		t.Fatalf("the own session ended: %v", err)
	}
	if _, err := d.Resolve(t.Context(), stolen, ""); !errors.Is(err, identity.SessionMissing) {
		t.Fatalf("the other session goes on: %v", err)
	}
	if _, err := d.signIn(t.Context(), "desk", right, "10.0.0.1"); !errors.Is(err, identity.LoginWrong) {
		t.Fatalf("the old password: %v", err)
	}
}

func TestADisabledLoginIsOut(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	token, _ := d.signIn(t.Context(), "desk", right, "10.0.0.1")
	if err := d.db.Write(t.Context(), scope, func(tx *pg.Tx) error { return identity.SetStateTx(t.Context(), tx, d.login, false) }); err != nil {
		t.Fatal(err)
	}
	if _, err := d.server().Resolve(t.Context(), token, ""); !errors.Is(err, identity.SessionMissing) {
		t.Fatalf("its session: %v", err)
	}
	if _, err := d.signIn(t.Context(), "desk", right, "10.0.0.1"); !errors.Is(err, identity.LoginWrong) {
		t.Fatalf("its password: %v", err)
	}
}

func TestAPasswordMustBeHardToGuess(t *testing.T) {
	t.Parallel()
	for password, want := range map[string]*fault.Definition{
		"Short-1": identity.PasswordShort, "onlyletters": identity.PasswordPlain, "12345678901": identity.PasswordPlain,
		"Warehouse-7": identity.PasswordUsername, strings.Repeat("aB3", 60): identity.PasswordLong,
		"红灯笼挂在屋檐下a1": nil, "two-kinds-here": nil,
	} {
		var fields fault.Fields
		identity.CheckPassword(&fields, "password", "warehouse", secret.NewText(password))
		if want == nil && len(fields) > 0 || want != nil && (len(fields) != 1 || fields[0].Definition != want) {
			t.Errorf("%s: got %v", password, fields.Err())
		}
	}
}

func TestAUsernameIsTakenOnceAtEachDoor(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	hash, _ := d.HashPassword(t.Context(), "", secret.NewText(right))
	create := func(kind identity.Kind, username string) error {
		return d.db.Write(t.Context(), scope, func(tx *pg.Tx) error {
			_, err := identity.CreateLoginTx(t.Context(), tx, identity.NewLogin{Kind: kind, Username: username, Password: hash})
			return err
		})
	}
	if err := create(identity.KindStaff, "DESK"); !errors.Is(err, identity.UsernameTaken) {
		t.Errorf("taken: %v", err)
	}
	if err := create(identity.KindAccount, "desk"); err != nil {
		t.Errorf("at the other door: %v", err)
	}
	if err := create(identity.KindStaff, "a b"); !errors.Is(err, fault.InvalidInput) {
		t.Errorf("malformed: %v", err)
	}
}

func TestAnAPIKeyHasScopesAnEndAndAddresses(t *testing.T) {
	t.Parallel()
	d := open(t, identity.KindStaff, "desk")
	end := d.clock.now().Add(time.Hour)
	var key identity.Key
	var plain string
	create := func(in identity.NewKey) error {
		return d.db.Write(t.Context(), scope, func(tx *pg.Tx) (err error) {
			key, plain, err = identity.CreateKeyTx(t.Context(), tx, in)
			return err
		})
	}
	if err := create(identity.NewKey{Name: "ERP", Scopes: []string{"order.read"}, Addresses: []string{"10.1.0.0/16", "::1"}, ExpiresAt: &end}); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(plain, "qk_") || !strings.HasPrefix(plain, key.Prefix) {
		t.Fatalf("the key does not say what it is: %s", key.Prefix)
	}
	got, err := d.ResolveKey(t.Context(), plain, "10.1.2.3")
	if err != nil || got.Name != "ERP" || got.Scopes[0] != "order.read" || got.CreatedBy != "staff:E001" {
		t.Fatalf("got %+v, %v", got, err)
	}
	// The address is checked although the answer is remembered.
	if _, err := d.ResolveKey(t.Context(), plain, "10.2.0.1"); !errors.Is(err, identity.KeyAddress) {
		t.Fatalf("from a foreign address: %v", err)
	}
	d.clock.forward(2 * time.Hour)
	if _, err := d.server().ResolveKey(t.Context(), plain, "10.1.2.3"); !errors.Is(err, identity.KeyInvalid) {
		t.Fatalf("after its end: %v", err)
	}
	if err := create(identity.NewKey{Name: "late", Scopes: []string{"order.read"}, ExpiresAt: &end}); !errors.Is(err, identity.KeyEndPast) {
		t.Fatalf("an end in the past: %v", err)
	}

	if err := create(identity.NewKey{Name: "ERP 2", Scopes: []string{"order.read"}}); err != nil {
		t.Fatal(err)
	}
	other := d.server()
	if _, err := other.ResolveKey(t.Context(), plain, "192.0.2.1"); err != nil {
		t.Fatal(err)
	}
	if err := d.RevokeKey(t.Context(), scope, key.ID); err != nil {
		t.Fatal(err)
	}
	time.Sleep(identity.Fresh)
	if _, err := other.ResolveKey(t.Context(), plain, "192.0.2.1"); !errors.Is(err, identity.KeyInvalid) {
		t.Fatalf("after it was revoked: %v", err)
	}
	if _, err := d.ResolveKey(t.Context(), "qk_forged", ""); !errors.Is(err, identity.KeyInvalid) {
		t.Fatalf("a forged one: %v", err)
	}
}
