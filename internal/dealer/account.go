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

// Role says what an account does for its dealer.
type Role string

// The roles.
const (
	RoleMaster   Role = "master"
	RoleBuyer    Role = "buyer"
	RoleApprover Role = "approver"
	RoleFinance  Role = "finance"
	RoleViewer   Role = "viewer"
)

// rights are what each role may do with its own dealer's rows.
var rights = map[Role]org.Permissions{
	RoleMaster:   org.Portal,
	RoleBuyer:    org.Portal,
	RoleApprover: org.Portal,
	RoleFinance:  org.Of(org.OrderRead, org.ProductRead, org.ExportRun),
	RoleViewer:   org.Of(org.OrderRead, org.ProductRead),
}

// Account is a person of a dealer, with a login.
type Account struct {
	ID       id.ID       `db:"id" json:"id"`
	Name     secret.Name `db:"name" json:"name"`
	Username string      `db:"username" json:"username"`
	Role     Role        `db:"role" json:"role"`
	State    string      `db:"state" json:"state"` // active, disabled
}

// AccountInput is what is said of a new account.
type AccountInput struct {
	Name     secret.Name
	Username string
	Password secret.Text
	Role     Role // empty is master
}

// Accounts lists the people of the dealer whose account asks, in the order in which they joined.
func (s *Service) Accounts(ctx context.Context, who org.Actor) (out []Account, err error) {
	if who.Kind != org.Dealer {
		return nil, fault.NotFound.With()
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = pg.All[Account](ctx, tx, accountsSQL, who.DealerID)
		return err
	})
	return out, err
}

// AddAccount makes an account with a login for a dealer.
//
// Errors: InvalidInput, identity.UsernameTaken.
func (s *Service) AddAccount(ctx context.Context, who org.Actor, dealer string, in AccountInput) (out Account, err error) {
	if err := who.Require(org.DealerEdit); err != nil {
		return out, err
	}
	if in.Role == "" {
		in.Role = RoleMaster
	}
	var fields fault.Fields
	org.CheckName(&fields, "name", in.Name.Reveal())
	org.CheckOneOf(&fields, "role", in.Role, RoleMaster, RoleBuyer, RoleApprover, RoleFinance, RoleViewer)
	identity.CheckUsername(&fields, "username", in.Username)
	identity.CheckPassword(&fields, "password", in.Username, in.Password)
	if err := fields.Err(); err != nil {
		return out, err
	}
	hash, err := s.ids.HashPassword(ctx, in.Username, in.Password)
	if err != nil {
		return out, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		d, err := pg.Value[int32](ctx, tx, lockOneSQL, dealer, who.Reach())
		if err != nil {
			return err
		}
		account, err := once.Do(ctx, tx, func() (id.ID, error) {
			ids, err := PutAccountsTx(ctx, tx, []NewAccount{{DealerID: d, Name: in.Name, Username: in.Username, Password: hash, Role: in.Role}})
			if err != nil {
				return id.Nil, err
			}
			return ids[0], nil
		})
		if err != nil {
			return err
		}
		out, err = pg.One[Account](ctx, tx, accountSQL, d, account)
		return err
	})
	return out, err
}

// NewAccount is an account whose password is hashed already.
type NewAccount struct {
	DealerID int32
	Name     secret.Name
	Username string
	Password identity.Hash
	Role     Role
}

// PutAccountsTx makes many accounts with their logins in two statements and returns their ids in the
// same order.
//
// Errors: identity.UsernameTaken, identity.UsernameInvalid.
func PutAccountsTx(ctx context.Context, tx *pg.Tx, in []NewAccount) ([]id.ID, error) {
	n := len(in)
	logins := make([]identity.NewLogin, n)
	dealers, ids, names, roles := make([]int32, n), make([]id.ID, n), make([]string, n), make([]string, n)
	for i, a := range in {
		logins[i] = identity.NewLogin{Kind: identity.KindAccount, Username: a.Username, Password: a.Password}
		dealers[i], ids[i], names[i], roles[i] = a.DealerID, id.New(), a.Name.Reveal(), string(a.Role)
	}
	loginIDs, err := identity.CreateLoginsTx(ctx, tx, logins)
	if err != nil {
		return nil, err
	}
	if _, err := tx.Exec(ctx, putAccountsSQL, dealers, ids, loginIDs, names, roles); err != nil {
		return nil, fmt.Errorf("store accounts: %w", err)
	}
	_, err = tx.Exec(ctx, putAccountLoginsSQL, loginIDs, dealers, ids)
	return ids, err
}
