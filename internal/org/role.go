package org

import (
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
	StaffCount  int          `db:"staff_count" json:"staff_count"` // active holders
	Version     int          `db:"version" json:"version"`
}

// RoleInput is what a page says of a role. Code counts at creation only.
type RoleInput struct {
	Code        string
	Name        string
	Permissions []Permission
}

func (in *RoleInput) validate(creating bool) error {
	var fields fault.Fields
	if creating {
		CheckCode(&fields, "code", in.Code)
	}
	CheckName(&fields, "name", in.Name)
	for i, p := range in.Permissions {
		if !Known(p) {
			fields.Add(fmt.Sprintf("permissions[%d]", i), PermissionUnknown, "permission", string(p))
		}
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
// Errors: InvalidInput, CodeTaken.
func (s *Service) CreateRole(ctx context.Context, who Actor, in RoleInput) (out Role, err error) {
	if err := who.Require(StaffEdit); err != nil {
		return out, err
	}
	if err := in.validate(true); err != nil {
		return out, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (Role, error) {
			n, err := tx.Exec(ctx, createRoleSQL, in.Code, in.Name, in.Permissions)
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

// EditRole changes a role, made on the given version. It is in force at its holders' next request.
//
// Errors: InvalidInput, pg.VersionChanged, OwnRights where it would give the editor more than before,
// LastAdministrator.
func (s *Service) EditRole(ctx context.Context, who Actor, code string, version int, in RoleInput) (out Role, err error) {
	if err := who.Require(StaffEdit); err != nil {
		return out, err
	}
	in.Code = code
	if err := in.validate(false); err != nil {
		return out, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (Role, error) { return editRole(ctx, tx, who, version, in) })
		return err
	})
	s.actors.Drop()
	return out, err
}

func editRole(ctx context.Context, tx *pg.Tx, who Actor, version int, in RoleInput) (Role, error) {
	if _, err := tx.Exec(ctx, lockRightsSQL); err != nil {
		return Role{}, err
	}
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
	if _, err := tx.Exec(ctx, editRoleSQL, old.ID, in.Name, in.Permissions); err != nil {
		return Role{}, fmt.Errorf("edit a role: %w", err)
	}
	if err := keepAdministrator(ctx, tx); err != nil {
		return Role{}, err
	}
	return pg.One[Role](ctx, tx, rolesSQL, in.Code)
}

// UpsertStandardRolesTx makes the standard roles that are not there yet; those that are stay as the
// brand has made them.
func UpsertStandardRolesTx(ctx context.Context, tx *pg.Tx) error {
	for _, r := range StandardRoles {
		if _, err := tx.Exec(ctx, createRoleSQL, r.Code, r.Name, r.Permissions); err != nil {
			return fmt.Errorf("make role %s: %w", r.Code, err)
		}
	}
	return nil
}

// setRoles makes a member's roles exactly those with the codes.
func setRoles(ctx context.Context, tx *pg.Tx, staff int32, codes []string) error {
	unknown, err := pg.Column[string](ctx, tx, unknownRolesSQL, codes)
	if err != nil {
		return err
	}
	if len(unknown) > 0 {
		at := slices.Index(codes, unknown[0])
		return CodeUnknown.At(fmt.Sprintf("roles[%d]", at), "code", unknown[0])
	}
	if _, err := tx.Exec(ctx, dropRolesSQL, staff, codes); err != nil {
		return err
	}
	_, err = tx.Exec(ctx, addRolesSQL, staff, codes)
	return err
}

// keepAdministrator refuses a change after which nobody could change rights any more. The caller
// holds the lock of rights, so that two such changes at once see one another.
func keepAdministrator(ctx context.Context, tx *pg.Tx) error {
	left, err := pg.Value[int](ctx, tx, administratorsSQL, string(StaffEdit))
	if err != nil {
		return err
	}
	if left == 0 {
		return LastAdministrator.With()
	}
	return nil
}
