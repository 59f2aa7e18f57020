package identity

import (
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/audit"
	"qudao/internal/id"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// Credentials are what somebody shows at the door.
type Credentials struct {
	Kind     Kind
	Username string
	Password secret.Text
	Address  string // where from
	Agent    string // what program, as it says itself
	Trace    string // the request's id
}

// attempt names what wrong passwords are counted by.
type attempt struct {
	Kind     Kind
	Username string
	Address  string
}

type login struct {
	ID       id.ID  `db:"id"`
	Username string `db:"username"`
	Hash     string `db:"password_hash"`
	State    string `db:"state"`
}

// SignIn proves a name and a password and begins a session. The token goes to the person's cookie and
// is kept nowhere.
//
// Errors: LoginWrong; LoginLocked after MaxFailed wrong passwords of this name from this address, also
// when the password is right.
func (s *Service) SignIn(ctx context.Context, c Credentials) (token string, session Session, _ error) {
	try := attempt{Kind: c.Kind, Username: normal(c.Username), Address: clip(c.Address, 64)}
	scope := pg.Scope{Actor: "login:" + string(c.Kind) + "/" + try.Username, Address: try.Address, Trace: c.Trace}
	err := s.prove(ctx, scope, try, c.Password, func(tx *pg.Tx, l login) (refusal, err error) {
		token, session, err = beginTx(ctx, tx, c.Kind, l, Visit{Address: try.Address, Agent: c.Agent}, false)
		return nil, err
	})
	if err != nil {
		return "", Session{}, err
	}
	return token, session, nil
}

// beginTx begins a session. A strong one was begun with a second factor.
func beginTx(ctx context.Context, tx *pg.Tx, kind Kind, l login, from Visit, strong bool) (string, Session, error) {
	now, err := tx.Now(ctx)
	if err != nil {
		return "", Session{}, err
	}
	token, hash := secret.NewToken()
	session := Session{ID: sessionID(hash), LoginID: l.ID, Kind: kind, Username: l.Username, Strong: strong, CreatedAt: now, SeenAt: now,
		ExpiresAt: now.Add(absolute[kind]), Address: clip(from.Address, 64), Agent: clip(from.Agent, 200)}
	if _, err := tx.Exec(ctx, beginSQL, hash, l.ID, session.ExpiresAt, session.Address, session.Agent, strong); err != nil {
		return "", Session{}, fmt.Errorf("begin a session: %w", err)
	}
	return token, session, nil
}

// prove runs fn in a transaction when the password is right. The password is compared outside of any
// transaction; what it led to is decided under the lock of the attempt's row, so that guesses made at
// once count one by one, and none after the lock learns whether it was right. fn may refuse and still
// keep what it wrote, such as the count of a wrong code.
func (s *Service) prove(ctx context.Context, scope pg.Scope, try attempt, password secret.Text, fn func(*pg.Tx, login) (refusal, err error)) error {
	found, err := s.find(ctx, scope, try)
	if err != nil {
		return err
	}
	right, err := s.matches(ctx, password, found.Hash)
	if err != nil {
		return err
	}
	var refusal error
	err = s.db.Write(ctx, scope, func(tx *pg.Tx) error {
		refusal = nil // this function may run again
		until, err := lockAttempt(ctx, tx, try)
		if err != nil {
			return err
		}
		now, err := tx.Now(ctx)
		if err != nil {
			return err
		}
		if until.After(now) {
			refusal = locked(until, now)
			return nil
		}
		current := login{}
		if right {
			if current, err = pg.One[login](ctx, tx, holdLoginSQL, found.ID); err != nil && !errors.Is(err, pgx.ErrNoRows) {
				return fmt.Errorf("hold the login: %w", err)
			}
		}
		// A password changed or a login disabled meanwhile is a wrong one.
		if current.Hash == "" || current.Hash != found.Hash || current.State != "active" {
			refusal = LoginWrong.With()
			return fail(ctx, tx, try)
		}
		if refusal, err = fn(tx, current); refusal != nil || err != nil {
			return err
		}
		_, err = tx.Exec(ctx, forgiveSQL, string(try.Kind), try.Username, try.Address)
		return err
	})
	if err != nil {
		return err
	}
	return refusal
}

// find returns the login to compare with, empty for a name that does not exist, or LoginLocked.
func (s *Service) find(ctx context.Context, scope pg.Scope, try attempt) (found login, err error) {
	err = s.db.Read(ctx, scope, func(tx *pg.Tx) error {
		until, err := pg.Value[time.Time](ctx, tx, lockedSQL, string(try.Kind), try.Username, try.Address)
		if err != nil && !errors.Is(err, pgx.ErrNoRows) {
			return fmt.Errorf("look for a lock: %w", err)
		}
		if until.After(tx.Began()) {
			return locked(until, tx.Began())
		}
		found, err = pg.One[login](ctx, tx, findLoginSQL, string(try.Kind), try.Username)
		if errors.Is(err, pgx.ErrNoRows) {
			return nil
		}
		return err
	})
	return found, err
}

// lockAttempt locks the row of the attempt, making it where needed, and returns until when it is locked.
func lockAttempt(ctx context.Context, tx *pg.Tx, try attempt) (time.Time, error) {
	until, err := pg.Value[*time.Time](ctx, tx, lockAttemptSQL, string(try.Kind), try.Username, try.Address)
	if err != nil {
		return time.Time{}, fmt.Errorf("lock the attempt: %w", err)
	}
	if until == nil {
		return time.Time{}, nil
	}
	return *until, nil
}

// fail counts a wrong password. The one that locks the name goes into the audit trail.
func fail(ctx context.Context, tx *pg.Tx, try attempt) error {
	failed, err := pg.Value[int](ctx, tx, failSQL, string(try.Kind), try.Username, try.Address, MaxFailed, LockedFor)
	if err != nil {
		return fmt.Errorf("count a wrong password: %w", err)
	}
	if failed < MaxFailed {
		return nil
	}
	return audit.RefusedTx(ctx, tx, "identity.sign_in", LoginLocked.Code, map[string]any{"kind": try.Kind, "username": try.Username})
}

func locked(until, now time.Time) error {
	minutes := int(math.Ceil(until.Sub(now).Minutes()))
	return LoginLocked.With("minutes", minutes, "until", until.UTC().Format(time.RFC3339))
}
