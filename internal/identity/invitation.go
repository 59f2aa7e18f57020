package identity

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/mail"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// InvitationLife is how long an invitation may be accepted.
const InvitationLife = 7 * 24 * time.Hour

// Invite is a login to be made for somebody who chooses the password.
type Invite struct {
	Kind     Kind
	Username string
	Email    secret.Email   // where the link is sent; empty: the inviter hands the link over
	Language fault.Language // of the letter; empty is Chinese
	Inviter  string         // who invites, in the letter and on the page: "启明电气"
	Name     string         // of the invited, as the inviter knows it; the invited may correct it
}

// InviteTx makes a login that nobody can sign in with until its invitation is accepted, and the
// invitation. The caller ties its account or member of staff to Link.LoginID in the same transaction,
// and shows the link or not: where an e-mail address is known, a letter with it goes out by itself.
//
// Errors: UsernameInvalid, UsernameTaken, EmailInvalid.
func InviteTx(ctx context.Context, tx *pg.Tx, in Invite) (Link, error) {
	var fields fault.Fields
	CheckUsername(&fields, "username", in.Username)
	CheckEmail(&fields, "email", in.Email)
	if err := fields.Err(); err != nil {
		return Link{}, err
	}
	login := id.New()
	taken, err := pg.Value[bool](ctx, tx, createInvitedSQL, login, string(in.Kind), normal(in.Username), in.Email.Reveal())
	if err != nil {
		return Link{}, fmt.Errorf("create an invited login: %w", err)
	}
	if taken {
		return Link{}, UsernameTaken.At("username", "username", normal(in.Username))
	}
	return inviteTx(ctx, tx, login, in)
}

// ReinviteTx makes a new invitation for a login that did not accept the last one, which ends. Of in
// only Email, Language, Inviter and Name count; an empty Email keeps the one that is known.
//
// Errors: EmailInvalid, LoginInUse for one that has a password.
func ReinviteTx(ctx context.Context, tx *pg.Tx, login id.ID, in Invite) (Link, error) {
	var fields fault.Fields
	CheckEmail(&fields, "email", in.Email)
	if err := fields.Err(); err != nil {
		return Link{}, err
	}
	row, err := pg.One[contactRow](ctx, tx, contactSQL, login)
	if err != nil {
		return Link{}, err
	}
	if row.State != "invited" {
		return Link{}, LoginInUse.With("username", row.Username)
	}
	if in.Email == "" {
		in.Email = row.Email
	}
	if err := SetEmailTx(ctx, tx, login, in.Email); err != nil {
		return Link{}, err
	}
	in.Kind, in.Username = row.Kind, row.Username
	return inviteTx(ctx, tx, login, in)
}

// UninviteTx ends the invitation of a login, if there is one.
func UninviteTx(ctx context.Context, tx *pg.Tx, login id.ID) error {
	return endLinksTx(ctx, tx, login, linkInvitation)
}

func inviteTx(ctx context.Context, tx *pg.Tx, login id.ID, in Invite) (Link, error) {
	link, err := linkTx(ctx, tx, newLink{ID: id.New(), Login: login, Kind: in.Kind, Purpose: linkInvitation, Life: InvitationLife,
		Inviter: clip(in.Inviter, 100), Name: clip(in.Name, 100)})
	if err != nil {
		return Link{}, err
	}
	return link, mail.PutTx(ctx, tx, invitationLetter(in, link))
}

// Invitation is what the invited sees before accepting.
type Invitation struct {
	LoginID   id.ID     `db:"login_id"`
	Kind      Kind      `db:"kind"`
	Username  string    `db:"username"`
	Inviter   string    `db:"inviter"`
	Name      string    `db:"name"`
	ExpiresAt time.Time `db:"expires_at"`
}

// Invitation finds an invitation by the token of its link. One that was accepted, ended or replaced is
// missing, exactly as one that never was.
//
// Errors: LinkDead.
func (s *Service) Invitation(ctx context.Context, kind Kind, token string) (out Invitation, err error) {
	err = s.db.Read(ctx, pg.Scope{Actor: "system:session"}, func(tx *pg.Tx) error {
		out, err = pg.One[Invitation](ctx, tx, invitationSQL, secret.Hash(token), string(kind))
		if errors.Is(err, pgx.ErrNoRows) || fault.Is(err, fault.Missing) {
			return LinkDead.With()
		}
		return err
	})
	return out, err
}

// AcceptTx accepts an invitation: the login gets its password and its first session, whose token goes
// to the person's cookie. The caller hashed the password (Service.HashPassword) with the invitation's
// username before the transaction.
//
// Errors: LinkDead, also where another request was faster.
func AcceptTx(ctx context.Context, tx *pg.Tx, kind Kind, token string, password Hash, from Visit) (string, Session, error) {
	used, err := useLinkTx(ctx, tx, kind, token, linkInvitation)
	if err != nil {
		return "", Session{}, err
	}
	if err := setPasswordTx(ctx, tx, used.LoginID, password, nil); err != nil {
		return "", Session{}, err
	}
	if _, err := tx.Exec(ctx, activateSQL, used.LoginID); err != nil {
		return "", Session{}, fmt.Errorf("activate a login: %w", err)
	}
	return beginTx(ctx, tx, kind, login{ID: used.LoginID, Username: used.Username}, from, false)
}
