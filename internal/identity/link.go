package identity

import (
	"context"
	"errors"
	"fmt"
	netmail "net/mail"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// The purposes of one-time links, as they stand in the path.
const (
	linkInvitation = "invitation"
	linkReset      = "reset"
)

// Link is a one-time link. The token stands in the link and is kept nowhere: only its hash is stored.
type Link struct {
	LoginID   id.ID
	Token     string
	ExpiresAt time.Time
	Path      string // of the page it leads to, below the address of the installation
}

// Visit is from where somebody acts who has no session yet.
type Visit struct {
	Address  string
	Agent    string
	Trace    string         // the request's id
	Language fault.Language // of letters about it
}

func (v Visit) scope() pg.Scope {
	return pg.Scope{Actor: "system:session", Address: clip(v.Address, 64), Trace: v.Trace}
}

type newLink struct {
	ID            id.ID
	Login         id.ID
	Kind          Kind
	Purpose       string
	Life          time.Duration
	Inviter, Name string
}

// linkTx makes a link; an earlier one of the login for the same purpose ends.
func linkTx(ctx context.Context, tx *pg.Tx, in newLink) (Link, error) {
	if err := endLinksTx(ctx, tx, in.Login, in.Purpose); err != nil {
		return Link{}, err
	}
	token, hash := secret.NewToken()
	ends, err := pg.Value[time.Time](ctx, tx, linkSQL, in.ID, in.Login, in.Purpose, hash, in.Life, in.Inviter, in.Name)
	if err != nil {
		return Link{}, fmt.Errorf("make a link: %w", err)
	}
	// Behind the #: browsers send that part to no server, so that it stands in no log on the way.
	path := "/" + in.Purpose + "#" + token
	if in.Kind == KindStaff {
		path = "/office" + path
	}
	return Link{LoginID: in.Login, Token: token, ExpiresAt: ends, Path: path}, nil
}

func endLinksTx(ctx context.Context, tx *pg.Tx, login id.ID, purpose string) error {
	if _, err := tx.Exec(ctx, endLinksSQL, login, purpose); err != nil {
		return fmt.Errorf("end links: %w", err)
	}
	return nil
}

type usedLink struct {
	LoginID  id.ID  `db:"login_id"`
	Username string `db:"username"`
}

// useLinkTx uses a link up. Of two who use it at once one finds it dead.
func useLinkTx(ctx context.Context, tx *pg.Tx, kind Kind, token, purpose string) (usedLink, error) {
	used, err := pg.One[usedLink](ctx, tx, useLinkSQL, secret.Hash(token), purpose, string(kind))
	if errors.Is(err, pgx.ErrNoRows) {
		return used, LinkDead.With()
	}
	if err != nil {
		return used, fmt.Errorf("use a link: %w", err)
	}
	return used, nil
}

// contactRow is how a login can be reached.
type contactRow struct {
	ID       id.ID        `db:"id"`
	Kind     Kind         `db:"kind"`
	Username string       `db:"username"`
	Email    secret.Email `db:"email"`
	State    string       `db:"state"`
}

// CheckEmail adds to fields what is wrong with an e-mail address, at path. None is right.
func CheckEmail(fields *fault.Fields, path string, email secret.Email) {
	if email == "" {
		return
	}
	parsed, err := netmail.ParseAddress(email.Reveal())
	if err != nil || parsed.Address != email.Reveal() || len(email) > 200 {
		fields.Add(path, EmailInvalid)
	}
}

// SetEmailTx says where letters to a login go; empty is nowhere.
//
// Errors: EmailInvalid at "email".
func SetEmailTx(ctx context.Context, tx *pg.Tx, login id.ID, email secret.Email) error {
	var fields fault.Fields
	CheckEmail(&fields, "email", email)
	if err := fields.Err(); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, setEmailSQL, login, email.Reveal()); err != nil {
		return fmt.Errorf("set an e-mail address: %w", err)
	}
	return nil
}
