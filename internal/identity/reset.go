package identity

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/mail"
	"qudao/internal/pg"
	"qudao/internal/queue"
	"qudao/internal/secret"
)

const (
	// ResetLife is how long a link to a new password may be used.
	ResetLife = 30 * time.Minute
	// MaxResets is how many such links one login is sent in an hour.
	MaxResets = 3
	// FactResetAsked is the fact that somebody asked for a new password, under a name that may not exist.
	FactResetAsked = "login.reset_asked"
)

type resetAsked struct {
	Kind     Kind           `json:"kind"`
	Username string         `json:"username"`
	Language fault.Language `json:"language"`
}

// AskReset notes that somebody has forgotten a password. Whether the name exists is looked up by a job
// (SendReset): the answer and the work are the same for every name.
func (s *Service) AskReset(ctx context.Context, kind Kind, username string, from Visit) error {
	f, err := queue.Of(FactResetAsked, "reset", id.New().String(), 1, 0, resetAsked{Kind: kind, Username: normal(username), Language: from.Language})
	if err != nil {
		return err
	}
	return s.db.Write(ctx, from.scope(), func(tx *pg.Tx) error { return queue.PutTx(ctx, tx, f) })
}

// SendReset writes to the login that FactResetAsked names, if there is one that may sign in and has an
// e-mail address. The same fact makes one letter, however often it is worked.
func (s *Service) SendReset(ctx context.Context, f queue.Fact) error {
	var asked resetAsked
	if err := json.Unmarshal(f.Data, &asked); err != nil {
		return fmt.Errorf("read who forgot a password: %w", err)
	}
	return s.db.Write(ctx, pg.Scope{Actor: "system:session"}, func(tx *pg.Tx) error {
		to, err := pg.One[contactRow](ctx, tx, resetContactSQL, string(asked.Kind), asked.Username)
		if errors.Is(err, pgx.ErrNoRows) || err == nil && (to.Email == "" || to.State != "active") {
			return nil
		}
		if err != nil {
			return fmt.Errorf("find who forgot a password: %w", err)
		}
		sent, err := pg.One[sentLinks](ctx, tx, sentLinksSQL, to.ID, linkReset, f.ID)
		if err != nil {
			return fmt.Errorf("count links: %w", err)
		}
		if sent.Same || sent.Lately >= MaxResets {
			return nil
		}
		link, err := linkTx(ctx, tx, newLink{ID: f.ID, Login: to.ID, Kind: to.Kind, Purpose: linkReset, Life: ResetLife})
		if err != nil {
			return err
		}
		return mail.PutTx(ctx, tx, resetLetter(to, link, asked.Language))
	})
}

type sentLinks struct {
	Same   bool `db:"same"`
	Lately int  `db:"lately"`
}

// ResetLinkTx makes a link to a new password that the caller hands over, for a login without an e-mail
// address. Other links of the login end.
func ResetLinkTx(ctx context.Context, tx *pg.Tx, login id.ID) (Link, error) {
	row, err := pg.One[contactRow](ctx, tx, contactSQL, login)
	if err != nil {
		return Link{}, err
	}
	return linkTx(ctx, tx, newLink{ID: id.New(), Login: login, Kind: row.Kind, Purpose: linkReset, Life: ResetLife})
}

// ResetOf tells whose password a link would set. One that was used, ended or replaced is missing.
//
// Errors: LinkDead.
func (s *Service) ResetOf(ctx context.Context, kind Kind, token string) (username string, err error) {
	err = s.db.Read(ctx, pg.Scope{Actor: "system:session"}, func(tx *pg.Tx) error {
		username, err = pg.Value[string](ctx, tx, resetOfSQL, secret.Hash(token), string(kind))
		if errors.Is(err, pgx.ErrNoRows) || fault.Is(err, fault.Missing) {
			return LinkDead.With()
		}
		return err
	})
	return username, err
}

// Reset gives the login of a link a new password. All its sessions end, wrong passwords are forgotten,
// and a letter tells the person. Nobody is signed in by it: a second factor is still to be shown.
//
// Errors: LinkDead, and what is wrong with the password at "password".
func (s *Service) Reset(ctx context.Context, kind Kind, token string, password secret.Text, from Visit) error {
	username, err := s.ResetOf(ctx, kind, token)
	if err != nil {
		return err
	}
	hash, err := s.HashPassword(ctx, username, password)
	if err != nil {
		return err
	}
	scope := from.scope()
	scope.Actor = "login:" + string(kind) + "/" + username
	err = s.db.Write(ctx, scope, func(tx *pg.Tx) error {
		used, err := useLinkTx(ctx, tx, kind, token, linkReset)
		if err != nil {
			return err
		}
		if err := setPasswordTx(ctx, tx, used.LoginID, hash, nil); err != nil {
			return err
		}
		if err := UnlockTx(ctx, tx, used.LoginID); err != nil {
			return err
		}
		return toldTx(ctx, tx, used.LoginID, from.Language, passwordLetter)
	})
	s.sessions.Drop()
	return err
}

// toldTx writes to a login about what was done to it.
func toldTx(ctx context.Context, tx *pg.Tx, login id.ID, lang fault.Language, write func(contactRow, fault.Language, time.Time) mail.Letter) error {
	to, err := pg.One[contactRow](ctx, tx, contactSQL, login)
	if err != nil {
		return fmt.Errorf("find whom to tell: %w", err)
	}
	return mail.PutTx(ctx, tx, write(to, lang, tx.Began()))
}
