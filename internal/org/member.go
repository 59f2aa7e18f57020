package org

import (
	"context"
	"fmt"
	"slices"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/once"
	"qudao/internal/pg"
)

// CreateMember makes a member of staff with a login.
//
// Errors: InvalidInput, CodeTaken, identity.UsernameTaken; GrantBeyond and GrantRows where the new one would
// have more than who makes them.
func (s *Service) CreateMember(ctx context.Context, who Actor, in MemberInput) (out Member, err error) {
	if err := who.Require(StaffEdit); err != nil {
		return out, err
	}
	if err := in.validate(true); err != nil {
		return out, err
	}
	password, err := s.ids.HashPassword(ctx, in.Username, in.Password)
	if err != nil {
		return out, err
	}
	err = s.rights(ctx, who, func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (Member, error) { return CreateMemberTx(ctx, tx, in, password) })
		return err
	})
	return out, err
}

// CreateMemberTx makes a member of staff with a password that is hashed already. The transaction must see
// every dealer.
func CreateMemberTx(ctx context.Context, tx *pg.Tx, in MemberInput, password identity.Hash) (Member, error) {
	login, err := identity.CreateLoginTx(ctx, tx, identity.NewLogin{Kind: identity.KindStaff, Username: in.Username, Password: password})
	if err != nil {
		return Member{}, err
	}
	return createTx(ctx, tx, in, login)
}

func createTx(ctx context.Context, tx *pg.Tx, in MemberInput, login id.ID) (Member, error) {
	staff, err := pg.Value[int32](ctx, tx, createMemberSQL, in.Code, in.Name, login, string(in.DataScope))
	if pg.Violates(err, "staff_code_key") {
		return Member{}, CodeTaken.At("code", "code", in.Code)
	}
	if err != nil {
		return Member{}, fmt.Errorf("create staff: %w", err)
	}
	if err := place(ctx, tx, staff, in); err != nil {
		return Member{}, err
	}
	if err := keepScopesTx(ctx, tx); err != nil {
		return Member{}, err
	}
	return memberTx(ctx, tx, in.Code)
}

// EditMember changes a member of staff, made on the given version.
//
// Errors: InvalidInput, pg.VersionChanged, OwnRights, GrantBeyond, GrantRows, MightierMember,
// LastAdministrator.
func (s *Service) EditMember(ctx context.Context, who Actor, code string, version int, in MemberInput) (out Member, err error) {
	if err := who.Require(StaffEdit); err != nil {
		return out, err
	}
	in.Code = code
	if err := in.validate(false); err != nil {
		return out, err
	}
	var password identity.Hash
	if !in.Password.Empty() {
		if password, err = s.ids.HashPassword(ctx, in.Username, in.Password); err != nil {
			return out, err
		}
	}
	err = s.rights(ctx, who, func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (Member, error) { return edit(ctx, tx, who, version, in, password) })
		return err
	})
	return out, err
}

func edit(ctx context.Context, tx *pg.Tx, who Actor, version int, in MemberInput, password identity.Hash) (Member, error) {
	old, err := memberTx(ctx, tx, in.Code)
	if err != nil {
		return Member{}, err
	}
	if old.Version != version {
		return Member{}, pg.VersionChanged.With("version", old.Version)
	}
	if who.Kind == Staff && who.ID == in.Code && in.otherRights(old) {
		return Member{}, OwnRights.With()
	}
	if password != (identity.Hash{}) {
		if more, err := mightier(ctx, tx, who, old.ID); err != nil || more {
			if err == nil {
				err = MightierMember.At("password")
			}
			return Member{}, err
		}
		if err := identity.SetPasswordTx(ctx, tx, old.LoginID, password); err != nil {
			return Member{}, err
		}
	}
	if _, err := tx.Exec(ctx, editMemberSQL, old.ID, in.Name, string(in.DataScope), string(in.State)); err != nil {
		return Member{}, fmt.Errorf("edit staff: %w", err)
	}
	if err := place(ctx, tx, old.ID, in); err != nil {
		return Member{}, err
	}
	if err := identity.SetStateTx(ctx, tx, old.LoginID, in.State == StaffActive); err != nil {
		return Member{}, err
	}
	return memberTx(ctx, tx, in.Code)
}

// otherRights reports whether the input says anything of what the member may do or see that is not so now.
func (in MemberInput) otherRights(old Member) bool {
	within := make([]Grant, len(old.Within))
	for i, g := range old.Within {
		within[i] = Grant{Role: g.Role.Code, Department: g.Department.Code}
	}
	return !slices.Equal(codes(old.Roles), in.Roles) || !slices.Equal(codes(old.Departments), in.Departments) ||
		!slices.Equal(within, in.Within) || old.DataScope != in.DataScope || old.State != in.State
}

// LeaveTx lets a member of staff go: the login ends, and what they held is theirs no more. What they did, their
// departments and the dealers they have stay on record. It changes rights, inside the caller's transaction,
// which must see every dealer. Who called Forgets the actors afterwards.
//
// Errors: fault.NotFound, OwnRights, LastAdministrator.
func LeaveTx(ctx context.Context, tx *pg.Tx, who Actor, code string) error {
	if err := who.Require(StaffEdit); err != nil {
		return err
	}
	return changeRights(ctx, tx, who, func() error {
		member, err := memberTx(ctx, tx, code)
		if err != nil || member.State == StaffLeft {
			return err
		}
		if who.Kind == Staff && who.ID == code {
			return OwnRights.With()
		}
		if _, err := tx.Exec(ctx, editMemberSQL, member.ID, member.Name, string(member.DataScope), string(StaffLeft)); err != nil {
			return fmt.Errorf("let staff go: %w", err)
		}
		return identity.SetStateTx(ctx, tx, member.LoginID, false)
	})
}

// Forget makes the next StaffActor of everybody ask PostgreSQL.
func (s *Service) Forget() { s.actors.Drop() }

// Unlock forgets the wrong passwords of a member of staff.
func (s *Service) Unlock(ctx context.Context, who Actor, code string) (out Member, err error) {
	if err := who.Require(StaffEdit); err != nil {
		return out, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		member, err := memberTx(ctx, tx, code)
		if err != nil {
			return err
		}
		if err := identity.UnlockTx(ctx, tx, member.LoginID); err != nil {
			return err
		}
		out, err = memberTx(ctx, tx, code)
		return err
	})
	return out, err
}

// place makes a member's departments and roles exactly those of the input.
func place(ctx context.Context, tx *pg.Tx, staff int32, in MemberInput) error {
	roles, departments := slices.Clone(in.Roles), make([]string, len(in.Roles))
	for _, g := range in.Within {
		roles, departments = append(roles, g.Role), append(departments, g.Department)
	}
	if err := known(ctx, tx, in); err != nil {
		return err
	}
	for _, set := range []struct {
		sql  string
		args []any
	}{
		{dropDepartmentsSQL, []any{staff, in.Departments}}, {addDepartmentsSQL, []any{staff, in.Departments}},
		{dropGrantsSQL, []any{staff, roles, departments}}, {addGrantsSQL, []any{staff, roles, departments}},
	} {
		if _, err := tx.Exec(ctx, set.sql, set.args...); err != nil {
			return fmt.Errorf("place staff: %w", err)
		}
	}
	return nil
}

// known refuses codes of roles and departments that nothing has.
func known(ctx context.Context, tx *pg.Tx, in MemberInput) error {
	var fields fault.Fields
	has := func(sql string) (map[string]bool, error) {
		list, err := pg.Column[string](ctx, tx, sql)
		out := make(map[string]bool, len(list))
		for _, code := range list {
			out[code] = true
		}
		return out, err
	}
	roles, err := has(roleCodesSQL)
	if err != nil {
		return err
	}
	departments, err := has(departmentCodesSQL)
	if err != nil {
		return err
	}
	check := func(known map[string]bool, path, code string) {
		if !known[code] {
			fields.Add(path, CodeUnknown, "code", code)
		}
	}
	for i, code := range in.Departments {
		check(departments, fmt.Sprintf("departments[%d]", i), code)
	}
	for i, code := range in.Roles {
		check(roles, fmt.Sprintf("roles[%d]", i), code)
	}
	for i, g := range in.Within {
		check(roles, fmt.Sprintf("within[%d].role", i), g.Role)
		check(departments, fmt.Sprintf("within[%d].department", i), g.Department)
	}
	return fields.Err()
}
