package org

import (
	"context"
	"fmt"

	"qudao/internal/fault"
	"qudao/internal/once"
	"qudao/internal/pg"
)

// Department is a place in the tree of the organisation.
type Department struct {
	ID      int32  `db:"id" json:"-"`
	Code    string `db:"code" json:"code"`
	Name    string `db:"name" json:"name"`
	Parent  string `db:"parent" json:"parent"` // code; "" stands at the top
	Head    *Ref   `db:"head" json:"head,omitempty"`
	HeadID  *int32 `db:"head_id" json:"-"`
	Sort    int    `db:"sort" json:"sort"`       // among its siblings
	Members []Ref  `db:"members" json:"members"` // at work, by code
	Version int    `db:"version" json:"version"`
}

// DepartmentInput is what is said of a department. Code counts at creation only.
type DepartmentInput struct {
	Code   string
	Name   string
	Parent string // code; empty is the top
	Head   string // code of staff at work; empty is nobody
	Sort   int
}

func (in *DepartmentInput) validate(creating bool) error {
	var fields fault.Fields
	if creating {
		CheckCode(&fields, "code", in.Code)
	}
	CheckName(&fields, "name", in.Name)
	return fields.Err()
}

// Departments lists the departments, siblings in their order. Everybody in the office may know them.
func (s *Service) Departments(ctx context.Context, who Actor) (out []Department, err error) {
	if err := who.Require(StaffRead); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = pg.All[Department](ctx, tx, departmentsSQL, "")
		return err
	})
	return out, err
}

// CreateDepartment makes a department.
//
// Errors: InvalidInput, CodeTaken, CodeUnknown at parent or head, OwnRights where its maker would head it.
func (s *Service) CreateDepartment(ctx context.Context, who Actor, in DepartmentInput) (out Department, err error) {
	if err := who.Require(StaffEdit); err != nil {
		return out, err
	}
	if err := in.validate(true); err != nil {
		return out, err
	}
	err = s.rights(ctx, who, func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (Department, error) {
			if who.Kind == Staff && in.Head == who.ID {
				return Department{}, OwnRights.With()
			}
			return CreateDepartmentTx(ctx, tx, in)
		})
		return err
	})
	return out, err
}

// CreateDepartmentTx makes a department.
func CreateDepartmentTx(ctx context.Context, tx *pg.Tx, in DepartmentInput) (Department, error) {
	parent, head, err := in.resolve(ctx, tx)
	if err != nil {
		return Department{}, err
	}
	n, err := tx.Exec(ctx, createDepartmentSQL, in.Code, in.Name, parent, head, in.Sort)
	if err != nil {
		return Department{}, fmt.Errorf("create a department: %w", err)
	}
	if n == 0 {
		return Department{}, CodeTaken.At("code", "code", in.Code)
	}
	return departmentTx(ctx, tx, in.Code)
}

// UpsertDepartmentsTx makes or changes departments by code, parents before those below them.
func UpsertDepartmentsTx(ctx context.Context, tx *pg.Tx, departments []DepartmentInput) error {
	for i, in := range departments {
		if err := in.validate(true); err != nil {
			return fmt.Errorf("department %d: %w", i, err)
		}
		parent, head, err := in.resolve(ctx, tx)
		if err != nil {
			return fmt.Errorf("department %s: %w", in.Code, err)
		}
		if _, err := tx.Exec(ctx, upsertDepartmentSQL, in.Code, in.Name, parent, head, in.Sort); err != nil {
			return fmt.Errorf("keep department %s: %w", in.Code, err)
		}
	}
	return nil
}

// EditDepartment changes a department or moves it in the tree, made on the given version. What its members
// and those above see follows in the same transaction.
//
// Errors: as CreateDepartment; pg.VersionChanged; DepartmentRing; OwnRights and those of granting where
// somebody would see more by it.
func (s *Service) EditDepartment(ctx context.Context, who Actor, code string, version int, in DepartmentInput) (out Department, err error) {
	if err := who.Require(StaffEdit); err != nil {
		return out, err
	}
	in.Code = code
	if err := in.validate(false); err != nil {
		return out, err
	}
	err = s.rights(ctx, who, func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (Department, error) { return editDepartment(ctx, tx, who, version, in) })
		return err
	})
	return out, err
}

func editDepartment(ctx context.Context, tx *pg.Tx, who Actor, version int, in DepartmentInput) (Department, error) {
	old, err := departmentTx(ctx, tx, in.Code)
	if err != nil {
		return Department{}, err
	}
	if old.Version != version {
		return Department{}, pg.VersionChanged.With("version", old.Version)
	}
	if was := old.Head != nil && old.Head.Code == in.Head; who.Kind == Staff && in.Head == who.ID && !was {
		return Department{}, OwnRights.With()
	}
	parent, head, err := in.resolve(ctx, tx)
	if err != nil {
		return Department{}, err
	}
	if parent != nil {
		inside, err := pg.Value[bool](ctx, tx, isBelowSQL, old.ID, *parent)
		if err != nil {
			return Department{}, err
		}
		if inside {
			return Department{}, DepartmentRing.At("parent")
		}
	}
	if _, err := tx.Exec(ctx, editDepartmentSQL, old.ID, in.Name, parent, head, in.Sort); err != nil {
		return Department{}, fmt.Errorf("edit a department: %w", err)
	}
	return departmentTx(ctx, tx, in.Code)
}

// RemoveDepartment takes away a department that nothing stands on, made on the given version.
//
// Errors: pg.VersionChanged; DepartmentUsed, which says by what.
func (s *Service) RemoveDepartment(ctx context.Context, who Actor, code string, version int) error {
	if err := who.Require(StaffEdit); err != nil {
		return err
	}
	return s.rights(ctx, who, func(tx *pg.Tx) error {
		old, err := departmentTx(ctx, tx, code)
		if err != nil {
			return err
		}
		if old.Version != version {
			return pg.VersionChanged.With("version", old.Version)
		}
		used, err := pg.One[usedBy](ctx, tx, departmentUsedSQL, old.ID)
		if err != nil {
			return err
		}
		if used != (usedBy{}) {
			return DepartmentUsed.With("below", used.Below, "members", used.Members, "roles", used.Roles)
		}
		_, err = tx.Exec(ctx, removeDepartmentSQL, old.ID)
		return err
	})
}

type usedBy struct {
	Below   int `db:"below"`
	Members int `db:"members"` // those who left too
	Roles   int `db:"roles"`   // given within it
}

func departmentTx(ctx context.Context, tx *pg.Tx, code string) (Department, error) {
	if code == "" {
		return Department{}, fault.NotFound.With()
	}
	return pg.One[Department](ctx, tx, departmentsSQL, code)
}

// resolve turns the codes of parent and head into ids.
func (in *DepartmentInput) resolve(ctx context.Context, tx *pg.Tx) (parent, head *int32, err error) {
	var fields fault.Fields
	find := func(path, code, sql string) *int32 {
		if code == "" || err != nil {
			return nil
		}
		var ids []int32
		if ids, err = pg.Column[int32](ctx, tx, sql, code); err != nil {
			return nil
		}
		if len(ids) == 0 {
			fields.Add(path, CodeUnknown, "code", code)
			return nil
		}
		return &ids[0]
	}
	parent, head = find("parent", in.Parent, departmentIDSQL), find("head", in.Head, workingIDSQL)
	if err != nil {
		return nil, nil, err
	}
	return parent, head, fields.Err()
}
