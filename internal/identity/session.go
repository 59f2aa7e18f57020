package identity

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

func sessionID(hash []byte) string { return hex.EncodeToString(hash) }

func sessionHash(session string) ([]byte, error) {
	hash, err := hex.DecodeString(session)
	if err != nil {
		return nil, fault.NotFound.With().Because(err)
	}
	return hash, nil
}

type sessionRow struct {
	Hash      []byte    `db:"token_hash"`
	LoginID   id.ID     `db:"login_id"`
	Kind      string    `db:"kind"`
	Username  string    `db:"username"`
	State     string    `db:"state"`
	CreatedAt time.Time `db:"created_at"`
	SeenAt    time.Time `db:"seen_at"`
	ExpiresAt time.Time `db:"expires_at"`
	Address   string    `db:"address"`
	Agent     string    `db:"agent"`
	Strong    bool      `db:"strong"`
}

func (r sessionRow) session() Session {
	return Session{
		ID: sessionID(r.Hash), LoginID: r.LoginID, Kind: Kind(r.Kind), Username: r.Username,
		CreatedAt: r.CreatedAt, SeenAt: r.SeenAt, ExpiresAt: r.ExpiresAt, Address: r.Address, Agent: r.Agent, Strong: r.Strong,
	}
}

// Resolve tells whose session a token is. The answer is at most Fresh old.
//
// Errors: SessionMissing, SessionExpired.
func (s *Service) Resolve(ctx context.Context, token, address string) (Session, error) {
	if token == "" {
		return Session{}, SessionMissing.With()
	}
	hash := secret.Hash(token)
	return s.sessions.Get(string(hash), func() (Session, error) { return s.load(ctx, hash, clip(address, 64)) })
}

// Peek is Resolve by something that is no use of the session, such as an open page that only listens:
// asking does not keep the session from ending.
func (s *Service) Peek(ctx context.Context, token, address string) (Session, error) {
	if token == "" {
		return Session{}, SessionMissing.With()
	}
	hash := secret.Hash(token)
	// Kept apart from Resolve, which would otherwise take this answer and note no use.
	return s.sessions.Get("peek"+string(hash), func() (Session, error) {
		session, _, err := s.read(ctx, hash, clip(address, 64))
		return session, err
	})
}

func (s *Service) load(ctx context.Context, hash []byte, address string) (Session, error) {
	session, now, err := s.read(ctx, hash, address)
	if err != nil || now.Sub(session.SeenAt) < seenEvery {
		return session, err
	}
	return session, s.db.Write(ctx, pg.Scope{Actor: "system:session", Address: address}, func(tx *pg.Tx) error {
		_, err := tx.Exec(ctx, seenSQL, hash, address, seenEvery)
		return err
	})
}

// read finds the session of a token's hash, and the time.
func (s *Service) read(ctx context.Context, hash []byte, address string) (session Session, now time.Time, err error) {
	err = s.db.Read(ctx, pg.Scope{Actor: "system:session", Address: address}, func(tx *pg.Tx) error {
		row, err := pg.One[sessionRow](ctx, tx, resolveSQL, hash)
		if errors.Is(err, pgx.ErrNoRows) || err == nil && row.State != "active" {
			return SessionMissing.With()
		}
		if err != nil {
			return fmt.Errorf("resolve a session: %w", err)
		}
		session, now = row.session(), tx.Began()
		if session.ended(now) {
			return SessionExpired.With()
		}
		return nil
	})
	return session, now, err
}

// SignOut ends the session of a token. One that is over already is no error.
func (s *Service) SignOut(ctx context.Context, token string) error {
	hash := secret.Hash(token)
	return s.revoke(ctx, pg.Scope{Actor: "system:session"}, revokeSQL, hash)
}

// Sessions lists where a login is signed in, the latest first.
func (s *Service) Sessions(ctx context.Context, login id.ID) ([]Session, error) {
	var out []Session
	err := s.db.Read(ctx, pg.Scope{Actor: "system:session"}, func(tx *pg.Tx) error {
		rows, err := pg.All[sessionRow](ctx, tx, sessionsSQL, login)
		if err != nil {
			return fmt.Errorf("list sessions: %w", err)
		}
		for _, row := range rows {
			if session := row.session(); !session.ended(tx.Began()) {
				out = append(out, session)
			}
		}
		return nil
	})
	return out, err
}

// Revoke ends one session of a login, named by Session.ID.
func (s *Service) Revoke(ctx context.Context, who pg.Scope, login id.ID, session string) error {
	hash, err := sessionHash(session)
	if err != nil {
		return err
	}
	return s.revoke(ctx, who, revokeOneSQL, login, hash)
}

// RevokeAll ends all sessions of a login, but the one named by keep; empty keeps none.
func (s *Service) RevokeAll(ctx context.Context, who pg.Scope, login id.ID, keep string) error {
	var hash []byte
	if keep != "" {
		var err error
		if hash, err = sessionHash(keep); err != nil {
			return err
		}
	}
	return s.revoke(ctx, who, revokeAllSQL, login, hash)
}

func (s *Service) revoke(ctx context.Context, who pg.Scope, sql string, args ...any) error {
	err := s.db.Write(ctx, who, func(tx *pg.Tx) error {
		_, err := tx.Exec(ctx, sql, args...)
		return err
	})
	s.sessions.Drop()
	return err
}

// Sweep deletes what nobody needs any more: sessions that ended a day ago, attempts of yesterday and links of
// last month.
// It returns how many rows went.
func (s *Service) Sweep(ctx context.Context) (gone int64, err error) {
	err = s.db.Write(ctx, pg.Scope{Actor: "system:session"}, func(tx *pg.Tx) error {
		sessions, err := tx.Exec(ctx, sweepSessionsSQL, idle[KindStaff], idle[KindAccount])
		if err != nil {
			return err
		}
		attempts, err := tx.Exec(ctx, sweepAttemptsSQL)
		if err != nil {
			return err
		}
		links, err := tx.Exec(ctx, sweepLinksSQL)
		gone = sessions + attempts + links
		return err
	})
	return gone, err
}
