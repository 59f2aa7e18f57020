package dealer

import (
	"context"
	"fmt"
	"slices"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/queue"
	"qudao/internal/secret"
)

// FactAccountChanged is the fact that somebody of a dealer was invited, changed, blocked or removed. Its
// document is "account", named by id.
const FactAccountChanged = "account.changed"

// PersonInput is what the master account says of a sub-account.
type PersonInput struct {
	Name   secret.Name
	Roles  []Role      // at least one of SubRoles
	Limits *org.Limits // nil: nothing narrows the account
}

func (in *PersonInput) check(fields *fault.Fields) {
	org.CheckName(fields, "name", in.Name.Reveal())
	in.Roles = ordered(in.Roles)
	if len(in.Roles) == 0 {
		fields.Add("roles", RolesEmpty)
	}
	for i, r := range in.Roles {
		org.CheckOneOf(fields, fmt.Sprintf("roles[%d]", i), r, SubRoles...)
	}
	// The first of an account's roles is the one that most may do.
	slices.SortFunc(in.Roles, func(a, b Role) int { return slices.Index(SubRoles, a) - slices.Index(SubRoles, b) })
	checkLimits(fields, in.Limits)
}

// EditAccount changes name, roles and limits of a sub-account, made on the given version. They are in force
// at its next request.
//
// Errors: InvalidInput, fault.NotFound, pg.VersionChanged, MasterKept, AddressForeign.
func (s *Service) EditAccount(ctx context.Context, who org.Actor, account id.ID, version int, in PersonInput) (Account, error) {
	if err := master(who); err != nil {
		return Account{}, err
	}
	var fields fault.Fields
	in.check(&fields)
	if err := fields.Err(); err != nil {
		return Account{}, err
	}
	err := s.change(ctx, who, account, version, func(tx *pg.Tx, _ Account) error {
		if _, err := tx.Exec(ctx, editAccountSQL, who.DealerID, account, in.Name.Reveal(), string(in.Roles[0]), in.Roles[1:]); err != nil {
			return fmt.Errorf("edit an account: %w", err)
		}
		return setLimitsTx(ctx, tx, who.DealerID, account, in.Limits)
	})
	if err != nil {
		return Account{}, err
	}
	return s.Account(ctx, who, account)
}

// BlockAccount keeps a sub-account out, or lets it in again. Whoever is blocked has no session any more.
//
// Errors: fault.NotFound, pg.VersionChanged, MasterKept, NotAccepted.
func (s *Service) BlockAccount(ctx context.Context, who org.Actor, account id.ID, version int, block bool) (Account, error) {
	to := AccountActive
	if block {
		to = AccountDisabled
	}
	err := s.change(ctx, who, account, version, func(tx *pg.Tx, a Account) error {
		if a.State == AccountInvited {
			return NotAccepted.With("name", a.Name.Reveal())
		}
		return stateTx(ctx, tx, who.DealerID, a, to)
	})
	if err != nil {
		return Account{}, err
	}
	return s.Account(ctx, who, account)
}

// RemoveAccount ends a sub-account for good: it cannot sign in, an open invitation ends, and nobody sees it
// any more. What it did stays under its name.
//
// Errors: fault.NotFound, pg.VersionChanged, MasterKept.
func (s *Service) RemoveAccount(ctx context.Context, who org.Actor, account id.ID, version int) error {
	return s.change(ctx, who, account, version, func(tx *pg.Tx, a Account) error {
		if err := identity.UninviteTx(ctx, tx, a.LoginID); err != nil {
			return err
		}
		return stateTx(ctx, tx, who.DealerID, a, accountRemoved)
	})
}

func stateTx(ctx context.Context, tx *pg.Tx, dealer int32, a Account, to AccountState) error {
	if _, err := tx.Exec(ctx, accountStateSQL, dealer, a.ID, string(to)); err != nil {
		return fmt.Errorf("change the state of an account: %w", err)
	}
	return identity.SetStateTx(ctx, tx, a.LoginID, to == AccountActive)
}

// Account returns one account of the dealer who asks. Errors: fault.NotFound.
func (s *Service) Account(ctx context.Context, who org.Actor, account id.ID) (out Account, err error) {
	if err := master(who); err != nil {
		return out, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = pg.One[Account](ctx, tx, accountSQL, who.DealerID, account)
		return err
	})
	return out, err
}

// change runs fn over a locked sub-account and tells of it. Version 0 changes it whatever it is.
func (s *Service) change(ctx context.Context, who org.Actor, account id.ID, version int, fn func(*pg.Tx, Account) error) error {
	if err := master(who); err != nil {
		return err
	}
	err := s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		_, err := once.Do(ctx, tx, func() (int, error) {
			has, err := pg.Value[int](ctx, tx, holdAccountSQL, who.DealerID, account)
			if err != nil {
				return 0, err
			}
			if version != 0 && has != version {
				return 0, pg.VersionChanged.With("version", has)
			}
			a, err := pg.One[Account](ctx, tx, accountSQL, who.DealerID, account)
			if err != nil {
				return 0, err
			}
			if a.Role == RoleMaster {
				return 0, MasterKept.With()
			}
			if err := fn(tx, a); err != nil {
				return 0, err
			}
			return has, tellAccountTx(ctx, tx, who.DealerID, account, has+1)
		})
		return err
	})
	s.actors.Drop()
	return err
}

// master lets the master account of a dealer through, and nobody of the brand: it looks after its people itself.
func master(who org.Actor) error {
	if err := who.Require(org.AccountEdit); err != nil {
		return err
	}
	if who.Kind != org.Dealer {
		return fault.NotFound.With()
	}
	return nil
}

func tellAccountTx(ctx context.Context, tx *pg.Tx, dealer int32, account id.ID, version int) error {
	f, err := queue.Of(FactAccountChanged, "account", account.String(), version, dealer, nil)
	if err != nil {
		return err
	}
	return queue.PutTx(ctx, tx, f)
}
