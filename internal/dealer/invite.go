package dealer

import (
	"context"
	"fmt"
	"strings"

	"qudao/internal/fault"
	"qudao/internal/identity"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// Accept accepts the invitation of an account with the name the person goes by, and begins the first
// session.
//
// Errors: identity.LinkDead, InvalidInput.
func (s *Service) Accept(ctx context.Context, link string, name secret.Name, password secret.Text, from identity.Visit) (token string, session identity.Session, err error) {
	invited, err := s.ids.Invitation(ctx, identity.KindAccount, link)
	if err != nil {
		return "", session, err
	}
	var fields fault.Fields
	org.CheckName(&fields, "name", name.Reveal())
	identity.CheckPassword(&fields, "password", invited.Username, password)
	if err := fields.Err(); err != nil {
		return "", session, err
	}
	hash, err := s.ids.HashPassword(ctx, invited.Username, password)
	if err != nil {
		return "", session, err
	}
	scope := pg.Scope{Actor: "login:account/" + invited.Username, Address: from.Address, Trace: from.Trace}
	var dealer int32
	err = s.db.Read(ctx, scope, func(tx *pg.Tx) (err error) {
		dealer, err = pg.Value[int32](ctx, tx, dealerOfLoginSQL, invited.LoginID)
		return err
	})
	if err != nil {
		return "", session, err
	}
	scope.Dealers = []int32{dealer}
	err = s.db.Write(ctx, scope, func(tx *pg.Tx) error {
		if token, session, err = identity.AcceptTx(ctx, tx, identity.KindAccount, link, hash, from); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, nameAccountSQL, dealer, session.LoginID, strings.TrimSpace(name.Reveal())); err != nil {
			return fmt.Errorf("name an account: %w", err)
		}
		return nil
	})
	s.actors.Drop()
	return token, session, err
}
