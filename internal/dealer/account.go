package dealer

import (
	"context"
	"fmt"
	"strings"

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

// rights are what each role may do with its own dealer's rows. An account with several roles may do what any
// of them may.
var rights = map[Role][]org.Permission{
	RoleMaster:   org.Portal.List(),
	RoleBuyer:    {org.OrderRead, org.OrderPlace, org.OrderCancel, org.OrderReceive, org.OrderComment, org.ProductRead, org.ExportRun},
	RoleApprover: {org.OrderRead, org.OrderComment, org.ProductRead, org.ExportRun},
	RoleFinance:  {org.OrderRead, org.OrderComment, org.ProductRead, org.ExportRun},
	RoleViewer:   {org.OrderRead, org.ProductRead},
}

// SubRoles are the roles of sub-accounts.
var SubRoles = []Role{RoleBuyer, RoleApprover, RoleFinance, RoleViewer}

func allowed(roles []Role) org.Permissions {
	var may []org.Permission
	for _, r := range roles {
		may = append(may, rights[r]...)
	}
	return org.Of(may...)
}

// AccountState says whether an account can be used.
type AccountState string

// The states of an account.
const (
	AccountInvited  AccountState = "invited"  // the invitation is not accepted yet
	AccountActive   AccountState = "active"   // it can sign in
	AccountDisabled AccountState = "disabled" // blocked: it cannot sign in, and has no session
	accountRemoved  AccountState = "removed"  // gone for everybody but the record
)

// Account is a person of a dealer, with a login.
type Account struct {
	ID       id.ID        `db:"id" json:"id"`
	LoginID  id.ID        `db:"login_id" json:"-"`
	Name     secret.Name  `db:"name" json:"name"`
	Username string       `db:"username" json:"username"`
	Role     Role         `db:"role" json:"role"`   // the first of Roles
	Roles    []Role       `db:"roles" json:"roles"` // all of them
	State    AccountState `db:"state" json:"state"`
	Version  int          `db:"version" json:"version"`
	limitRow
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
	Further  []Role // roles beside Role
	Limits   *org.Limits
}

// PutAccountsTx makes many accounts with their logins in two statements and returns their ids in the
// same order.
//
// Errors: identity.UsernameTaken, identity.UsernameInvalid.
func PutAccountsTx(ctx context.Context, tx *pg.Tx, in []NewAccount) ([]id.ID, error) {
	n := len(in)
	logins := make([]identity.NewLogin, n)
	dealers, ids, names, roles := make([]int32, n), make([]id.ID, n), make([]string, n), make([]string, n)
	further := make([]string, n)
	for i, a := range in {
		logins[i] = identity.NewLogin{Kind: identity.KindAccount, Username: a.Username, Password: a.Password}
		dealers[i], ids[i], names[i], roles[i] = a.DealerID, id.New(), a.Name.Reveal(), string(a.Role)
		further[i] = array(a.Further)
	}
	loginIDs, err := identity.CreateLoginsTx(ctx, tx, logins)
	if err != nil {
		return nil, err
	}
	if _, err := tx.Exec(ctx, putAccountsSQL, dealers, ids, loginIDs, names, roles, further); err != nil {
		return nil, fmt.Errorf("store accounts: %w", err)
	}
	if _, err := tx.Exec(ctx, putAccountLoginsSQL, loginIDs, dealers, ids); err != nil {
		return nil, err
	}
	for i, a := range in {
		if a.Limits == nil {
			continue
		}
		if err := setLimitsTx(ctx, tx, a.DealerID, ids[i], a.Limits); err != nil {
			return nil, err
		}
	}
	return ids, nil
}

// array is roles as the text of an array: arrays of arrays have one length.
func array(roles []Role) string {
	texts := make([]string, len(roles))
	for i, r := range roles {
		texts[i] = string(r)
	}
	return "{" + strings.Join(texts, ",") + "}"
}
