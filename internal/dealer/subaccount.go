package dealer

import (
	"context"
	"fmt"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// MaxAccounts is how many accounts a dealer may have.
const MaxAccounts = 200

// InviteInput is what the master account says of somebody it invites.
type InviteInput struct {
	PersonInput
	Username string
	Email    secret.Email   // where the link is sent; empty: it is handed over
	Language fault.Language // of the letter
}

// Invited is an account that waits for its person, and the way in. A repetition of the same request brings
// the account without the way: it is shown once and kept nowhere.
type Invited struct {
	Account Account       `json:"-"`
	Link    identity.Link `json:"-"`
	ID      id.ID         `json:"id"`
}

// Invite makes a sub-account of the dealer whose master account asks. Nobody can sign in with it until the
// invitation is accepted.
//
// Errors: InvalidInput, identity.UsernameTaken, TooManyAccounts, AddressForeign.
func (s *Service) Invite(ctx context.Context, who org.Actor, in InviteInput) (out Invited, err error) {
	if err := master(who); err != nil {
		return out, err
	}
	var fields fault.Fields
	in.check(&fields)
	identity.CheckUsername(&fields, "username", in.Username)
	identity.CheckEmail(&fields, "email", in.Email)
	if err := fields.Err(); err != nil {
		return out, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (Invited, error) { return inviteTx(ctx, tx, who, in) })
		if err != nil {
			return err
		}
		out.Account, err = pg.One[Account](ctx, tx, accountSQL, who.DealerID, out.ID)
		return err
	})
	return out, err
}

func inviteTx(ctx context.Context, tx *pg.Tx, who org.Actor, in InviteInput) (out Invited, err error) {
	name, err := holdCompanyTx(ctx, tx, who)
	if err != nil {
		return out, err
	}
	n, err := pg.Value[int](ctx, tx, countAccountsSQL, who.DealerID)
	if err != nil {
		return out, err
	}
	if n >= MaxAccounts {
		return out, TooManyAccounts.With("limit", MaxAccounts)
	}
	out.Link, err = identity.InviteTx(ctx, tx, identity.Invite{Kind: identity.KindAccount, Username: in.Username, Email: in.Email, Language: in.Language, Inviter: name, Name: in.Name.Reveal()})
	if err != nil {
		return out, err
	}
	out.ID = id.New()
	if _, err := tx.Exec(ctx, putAccountsSQL, []int32{who.DealerID}, []id.ID{out.ID}, []id.ID{out.Link.LoginID}, []string{in.Name.Reveal()}, []string{string(in.Roles[0])}, []string{array(in.Roles[1:])}); err != nil {
		return out, fmt.Errorf("store an invited account: %w", err)
	}
	if _, err := tx.Exec(ctx, putAccountLoginsSQL, []id.ID{out.Link.LoginID}, []int32{who.DealerID}, []id.ID{out.ID}); err != nil {
		return out, err
	}
	if err := setLimitsTx(ctx, tx, who.DealerID, out.ID, in.Limits); err != nil {
		return out, err
	}
	return out, tellAccountTx(ctx, tx, who.DealerID, out.ID, 1)
}

// holdCompanyTx locks the dealer who asks, so that its accounts are counted one change after another, and
// returns its name.
func holdCompanyTx(ctx context.Context, tx *pg.Tx, who org.Actor) (string, error) {
	if _, err := pg.Value[int32](ctx, tx, lockOneSQL, who.DealerCode, who.Reach()); err != nil {
		return "", err
	}
	known, err := pg.One[Known](ctx, tx, knownSQL, who.DealerID)
	return known.Name, err
}

// Reinvite makes a new link for somebody who did not accept the last one, which ends.
//
// Errors: fault.NotFound, MasterKept, identity.LoginInUse.
func (s *Service) Reinvite(ctx context.Context, who org.Actor, account id.ID, lang fault.Language) (out Invited, err error) {
	err = s.change(ctx, who, account, 0, func(tx *pg.Tx, a Account) error {
		name, err := holdCompanyTx(ctx, tx, who)
		if err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, accountStateSQL, who.DealerID, account, string(AccountActive)); err != nil {
			return err
		}
		out.ID = account
		out.Link, err = identity.ReinviteTx(ctx, tx, a.LoginID, identity.Invite{Language: lang, Inviter: name, Name: a.Name.Reveal()})
		return err
	})
	if err != nil {
		return out, err
	}
	out.Account, err = s.Account(ctx, who, account)
	return out, err
}
