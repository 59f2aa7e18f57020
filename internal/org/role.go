package org

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"qudao/internal/fault"
	"qudao/internal/once"
	"qudao/internal/pg"
)

// Role is a named set of permissions that staff hold.
type Role struct {
	ID          int32        `db:"id" json:"-"`
	Code        string       `db:"code" json:"code"`
	Name        string       `db:"name" json:"name"`
	Permissions []Permission `db:"permissions" json:"permissions"`
	Scope       RoleScope    `db:"scope" json:"scope"`
	StaffCount  int          `db:"staff_count" json:"staff_count"` // active holders
	Version     int          `db:"version" json:"version"`
}

// RoleInput is what a page says of a role. Code counts at creation only.
type RoleInput struct {
	Code        string
	Name        string
	Permissions []Permission
	Scope       ScopeInput // left out: of a new role their own dealers, else as it was
}

func (in *RoleInput) validate(creating bool) error {
	var fields fault.Fields
	if creating {
		CheckCode(&fields, "code", in.Code)
		in.Scope.Sees = cmp.Or(in.Scope.Sees, SeesSelf)
	}
	CheckName(&fields, "name", in.Name)
	for i, p := range in.Permissions {
		if !Known(p) {
			fields.Add(fmt.Sprintf("permissions[%d]", i), PermissionUnknown, "permission", string(p))
		}
	}
	if in.Scope.Sees != "" {
		in.Scope.check(&fields)
	}
	in.Permissions = distinct(in.Permissions)
	return fields.Err()
}

// Roles lists the roles by code.
func (s *Service) Roles(ctx context.Context, who Actor) (out []Role, err error) {
	if err := who.Require(StaffRead); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = pg.All[Role](ctx, tx, rolesSQL, "")
		return err
	})
	return out, err
}

// CreateRole makes a role.
//
// Errors: InvalidInput, CodeTaken, GrantBeyond for a permission its maker lacks.
func (s *Service) CreateRole(ctx context.Context, who Actor, in RoleInput) (out Role, err error) {
	if err := who.Require(StaffEdit); err != nil {
		return out, err
	}
	if err := in.validate(true); err != nil {
		return out, err
	}
	if err := checkGrants(who, in.Permissions, nil); err != nil {
		return out, err
	}
	err = s.rights(ctx, who, func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (Role, error) {
			divisions, err := in.Scope.divisionIDs(ctx, tx)
			if err != nil {
				return Role{}, err
			}
			n, err := tx.Exec(ctx, createRoleSQL, in.Code, in.Name, in.Permissions, string(in.Scope.Sees), in.Scope.Regions, divisions, in.Scope.Audiences)
			if err != nil {
				return Role{}, fmt.Errorf("create a role: %w", err)
			}
			if n == 0 {
				return Role{}, CodeTaken.At("code", "code", in.Code)
			}
			return pg.One[Role](ctx, tx, rolesSQL, in.Code)
		})
		return err
	})
	return out, err
}

// EditRole changes a role, made on the given version. It is in force at its holders' next request, and what
// they see follows in the same transaction.
//
// Errors: InvalidInput, pg.VersionChanged, OwnRights where it would give the editor more than before,
// GrantBeyond and GrantRows where it would give others what the editor lacks, LastAdministrator.
func (s *Service) EditRole(ctx context.Context, who Actor, code string, version int, in RoleInput) (out Role, err error) {
	if err := who.Require(StaffEdit); err != nil {
		return out, err
	}
	in.Code = code
	if err := in.validate(false); err != nil {
		return out, err
	}
	err = s.rights(ctx, who, func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (Role, error) { return editRole(ctx, tx, who, version, in) })
		return err
	})
	return out, err
}

func editRole(ctx context.Context, tx *pg.Tx, who Actor, version int, in RoleInput) (Role, error) {
	old, err := pg.One[Role](ctx, tx, rolesSQL, in.Code)
	if err != nil {
		return Role{}, err
	}
	if old.Version != version {
		return Role{}, pg.VersionChanged.With("version", old.Version)
	}
	gains := slices.ContainsFunc(in.Permissions, func(p Permission) bool { return !who.May(p) })
	holds, err := pg.Value[bool](ctx, tx, holdsRoleSQL, who.StaffID, old.ID)
	if err != nil {
		return Role{}, err
	}
	if gains && holds {
		return Role{}, OwnRights.With()
	}
	if err := checkGrants(who, in.Permissions, old.Permissions); err != nil {
		return Role{}, err
	}
	if in.Scope.Sees == "" {
		in.Scope = ScopeInput{Sees: old.Scope.Sees, Regions: old.Scope.Regions, Divisions: codes(old.Scope.Divisions), Audiences: old.Scope.Audiences}
	}
	divisions, err := in.Scope.divisionIDs(ctx, tx)
	if err != nil {
		return Role{}, err
	}
	if _, err := tx.Exec(ctx, editRoleSQL, old.ID, in.Name, in.Permissions, string(in.Scope.Sees), in.Scope.Regions, divisions, in.Scope.Audiences); err != nil {
		return Role{}, fmt.Errorf("edit a role: %w", err)
	}
	return pg.One[Role](ctx, tx, rolesSQL, in.Code)
}

// UpsertStandardRolesTx makes the standard roles that are not there yet; those that are stay as the
// brand has made them.
func UpsertStandardRolesTx(ctx context.Context, tx *pg.Tx) error {
	for _, r := range StandardRoles {
		if _, err := tx.Exec(ctx, createRoleSQL, r.Code, r.Name, r.Permissions, string(r.Sees), []int32{}, []int32{}, []int32{}); err != nil {
			return fmt.Errorf("make role %s: %w", r.Code, err)
		}
	}
	return nil
}
