package org

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"qudao/internal/fault"
	"qudao/internal/pg"
)

// By is one reason why somebody may do something: a role, and the department within which it is held.
type By struct {
	Role       Ref  `json:"role"`
	Department *Ref `json:"department,omitempty"`
}

// Holder is a member of staff at work who holds a permission, and by what.
type Holder struct {
	Staff       Ref   `db:"staff" json:"staff"`
	Departments []Ref `db:"departments" json:"departments"`
	By          []By  `db:"reasons" json:"by"`
	SeesAll     bool  `db:"sees_all" json:"sees_all"`
	Dealers     int   `db:"dealers" json:"dealers"` // whose rows they see; 0 where they see every dealer
}

// Holders answers "who may do this?", by code.
//
// Errors: PermissionUnknown.
func (s *Service) Holders(ctx context.Context, who Actor, p Permission) (out []Holder, err error) {
	if err := who.Require(StaffRead); err != nil {
		return nil, err
	}
	if !Known(p) {
		return nil, PermissionUnknown.At("permission", "permission", string(p))
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = pg.All[Holder](ctx, tx, holdersSQL, string(p))
		return err
	})
	return out, err
}

// May is a permission somebody has, and by what.
type May struct {
	Permission Permission `json:"permission"`
	By         []By       `json:"by"`
}

// SeenBy is a role somebody holds, with what it lets them see.
type SeenBy struct {
	By
	Scope       RoleScope `json:"scope"`
	Departments []Ref     `json:"departments"` // from which it is measured, where it is by department
}

// Rights answers "what may this person do and see, and why?".
type Rights struct {
	Member  Member
	May     []May
	Sees    []SeenBy // by role
	Dealers int      // whose rows they see; 0 where they see every dealer
}

// Rights tells what a member of staff may do and see.
func (s *Service) Rights(ctx context.Context, who Actor, code string) (out Rights, err error) {
	if err := who.Require(StaffRead); err != nil {
		return out, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		if out.Member, err = memberTx(ctx, tx, code); err != nil {
			return err
		}
		grants, err := pg.All[grantRow](ctx, tx, grantsSQL, out.Member.ID)
		if err != nil {
			return fmt.Errorf("grants of %s: %w", code, err)
		}
		out.May, out.Sees = out.Member.explain(grants)
		out.Dealers, err = pg.Value[int](ctx, tx, scopeSizeSQL, out.Member.ID)
		return err
	})
	return out, err
}

type grantRow struct {
	Role        Ref          `db:"role"`
	Department  *Ref         `db:"department"`
	Permissions []Permission `db:"permissions"`
	Scope       RoleScope    `db:"scope"`
}

// explain turns the roles somebody holds around: by permission, and by what they let see.
func (m Member) explain(grants []grantRow) (may []May, sees []SeenBy) {
	by := map[Permission][]By{}
	may, sees = []May{}, []SeenBy{}
	for _, g := range grants {
		reason := By{Role: g.Role, Department: g.Department}
		for _, p := range g.Permissions {
			by[p] = append(by[p], reason)
		}
		one := SeenBy{By: reason, Scope: g.Scope, Departments: []Ref{}}
		if g.Scope.Sees == SeesDepartment || g.Scope.Sees == SeesBelow {
			one.Departments = m.Departments
			if g.Department != nil {
				one.Departments = []Ref{*g.Department}
			}
		}
		sees = append(sees, one)
	}
	for _, d := range All {
		if reasons := by[d.Code]; reasons != nil {
			may = append(may, May{d.Code, reasons})
		}
	}
	// What an older program declared and this one does not know allows nothing here, and is shown last.
	var unknown []May
	for p, reasons := range by {
		if !Known(p) {
			unknown = append(unknown, May{p, reasons})
		}
	}
	slices.SortFunc(unknown, func(a, b May) int { return cmp.Compare(a.Permission, b.Permission) })
	return append(may, unknown...), sees
}

// Reaches reports whether a dealer is in the scope of a member of staff who sees some dealers only, and
// refuses it as missing where it is not.
func ReachesTx(ctx context.Context, tx *pg.Tx, staff, dealer int32) error {
	in, err := pg.Value[bool](ctx, tx, reachesSQL, staff, dealer)
	if err != nil {
		return err
	}
	if !in {
		return fault.NotFound.With()
	}
	return nil
}
