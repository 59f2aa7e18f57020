package org_test

import (
	"errors"
	"slices"
	"testing"

	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

func (b *brand) role(t *testing.T, code string, scope org.ScopeInput, may ...org.Permission) {
	t.Helper()
	if _, err := b.CreateRole(t.Context(), org.NewSystem("test"), org.RoleInput{Code: code, Name: code, Permissions: may, Scope: scope}); err != nil {
		t.Fatal(err)
	}
}

func (b *brand) member(t *testing.T, code string) org.Member {
	t.Helper()
	m, err := b.Member(t.Context(), org.NewSystem("test"), code)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Whoever edits staff gives what they have, and no more, by any of the ways there are.
func TestNobodyGrantsWhatTheyDoNotHave(t *testing.T) {
	t.Parallel()
	b := open(t)
	all := org.ScopeInput{Sees: org.SeesAll}
	b.role(t, "hr", all, org.StaffRead, org.StaffEdit, org.OrderRead)
	b.role(t, "reader", all, org.OrderRead)
	b.role(t, "pricer", all, org.PriceEdit)
	hr := b.hire(t, "E010", "people", org.ScopeAll, "hr")
	b.hire(t, "E011", "clerk", org.ScopeAll)
	newcomer := func(roles ...string) org.MemberInput {
		return org.MemberInput{Code: "E012", Username: "newcomer", Password: password, Name: "新人", Roles: roles, DataScope: org.ScopeAll}
	}
	if _, err := b.CreateMember(t.Context(), hr, newcomer("admin")); !errors.Is(err, org.GrantBeyond) {
		t.Errorf("a login with more rights: %v", err)
	}
	in := edit(b.member(t, "E011"))
	in.Roles = []string{"pricer"}
	if _, err := b.EditMember(t.Context(), hr, "E011", 1, in); !errors.Is(err, org.GrantBeyond) {
		t.Errorf("a role with more rights: %v", err)
	}
	if _, err := b.CreateRole(t.Context(), hr, org.RoleInput{Code: "own", Name: "x", Permissions: []org.Permission{org.PriceEdit}, Scope: all}); !errors.Is(err, org.GrantBeyond) {
		t.Errorf("a role to be given later: %v", err)
	}
	if _, err := b.EditRole(t.Context(), hr, "reader", 1, org.RoleInput{Name: "x", Permissions: []org.Permission{org.OrderRead, org.PriceEdit}}); !errors.Is(err, org.GrantBeyond) {
		t.Errorf("a role that others hold: %v", err)
	}
	stolen := edit(b.member(t, "E001"))
	stolen.Password = secret.NewText("Another-horse-8")
	if _, err := b.EditMember(t.Context(), hr, "E001", 1, stolen); !errors.Is(err, org.MightierMember) {
		t.Errorf("an administrator's password: %v", err)
	}
	// What they have they may give, and who may grant anything gives anything.
	in.Roles = []string{"reader"}
	if _, err := b.EditMember(t.Context(), hr, "E011", 1, in); err != nil {
		t.Errorf("a right they have: %v", err)
	}
	in.Roles, in.Password = []string{"pricer"}, secret.NewText("Another-horse-8")
	if _, err := b.EditMember(t.Context(), b.admin, "E011", 2, in); err != nil {
		t.Errorf("an administrator: %v", err)
	}
	if _, err := b.CreateMember(t.Context(), hr, newcomer("reader", "hr")); err != nil {
		t.Errorf("a login like their own: %v", err)
	}
}

// Nor does anybody let others see what they do not see: by a wider role, a department, or a move in the tree.
func TestNobodyShowsWhatTheyDoNotSee(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.departments(t, org.DepartmentInput{Code: "NORTH", Name: "北区"}, org.DepartmentInput{Code: "SOUTH", Name: "南区"}, org.DepartmentInput{Code: "CITY", Name: "市区", Parent: "SOUTH"})
	b.role(t, "team", org.ScopeInput{Sees: org.SeesBelow}, org.StaffRead, org.StaffEdit)
	b.role(t, "whole", org.ScopeInput{Sees: org.SeesAll}, org.StaffRead)
	hire := func(code, department string, roles ...string) {
		t.Helper()
		if _, err := b.CreateMember(t.Context(), org.NewSystem("test"), org.MemberInput{Code: code, Username: "u" + code, Password: password, Name: "员工", Departments: []string{department}, Roles: roles, DataScope: org.ScopeAll}); err != nil {
			t.Fatal(err)
		}
		b.logins[code] = b.member(t, code)
	}
	hire("E020", "NORTH", "team")
	hire("E021", "NORTH")
	hire("E022", "CITY")
	north := b.actor(t, "E020")
	if !north.OwnDealers || north.Reach() == 0 {
		t.Fatalf("the head of a team sees everything: %+v", north)
	}
	in := edit(b.member(t, "E021"))
	in.Roles = []string{"whole"}
	if _, err := b.EditMember(t.Context(), north, "E021", 1, in); !errors.Is(err, org.GrantRows) {
		t.Errorf("a role that sees all: %v", err)
	}
	in.Roles, in.Within = nil, []org.Grant{{Role: "team", Department: "SOUTH"}}
	if _, err := b.EditMember(t.Context(), north, "E021", 1, in); !errors.Is(err, org.GrantRows) {
		t.Errorf("a role within another department: %v", err)
	}
	city, err := b.Departments(t.Context(), b.admin)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(city, func(d org.Department) bool { return d.Code == "CITY" })
	if city[at].Parent != "SOUTH" || len(city[at].Members) != 1 {
		t.Errorf("%+v", city[at])
	}
	// Moving a department under one's own would show its dealers to oneself.
	if _, err := b.EditDepartment(t.Context(), north, "CITY", city[at].Version, org.DepartmentInput{Name: "市区", Parent: "NORTH"}); !errors.Is(err, org.OwnRights) {
		t.Errorf("another department under the own: %v", err)
	}
	if _, err := b.EditDepartment(t.Context(), north, "NORTH", 1, org.DepartmentInput{Name: "北区", Head: "E020"}); !errors.Is(err, org.OwnRights) {
		t.Errorf("oneself as head: %v", err)
	}
	in.Within = []org.Grant{{Role: "team", Department: "NORTH"}}
	if _, err := b.EditMember(t.Context(), north, "E021", 1, in); err != nil {
		t.Errorf("what they see themselves: %v", err)
	}
	// And with it the same page tells why.
	r, err := b.Rights(t.Context(), b.admin, "E021")
	if err != nil || r.Member.SeesAll || len(r.Sees) != 1 || r.Sees[0].Departments[0].Code != "NORTH" || len(r.May) != 2 || r.May[0].By[0].Department.Code != "NORTH" {
		t.Errorf("got %+v, %v", r, err)
	}
	holders, err := b.Holders(t.Context(), b.admin, org.StaffEdit)
	codes := []string{}
	for _, h := range holders {
		codes = append(codes, h.Staff.Code)
	}
	if err != nil || !slices.Equal(codes, []string{"E001", "E020", "E021"}) || !holders[0].SeesAll || holders[2].By[0].Department.Name != "北区" {
		t.Errorf("got %+v, %v", holders, err)
	}
	if _, err := b.Holders(t.Context(), b.admin, "moon.land"); !errors.Is(err, org.PermissionUnknown) {
		t.Errorf("an unknown permission: %v", err)
	}
}

func TestTheTreeOfDepartments(t *testing.T) {
	t.Parallel()
	b := open(t)
	found := func(code, parent, head string) (org.Department, error) {
		return b.CreateDepartment(t.Context(), b.admin, org.DepartmentInput{Code: code, Name: "部门" + code, Parent: parent, Head: head})
	}
	if _, err := found("TOP", "", ""); err != nil {
		t.Fatal(err)
	}
	if _, err := found("MID", "TOP", "E002"); err != nil {
		t.Fatal(err)
	}
	for what, c := range map[string]struct {
		in   org.DepartmentInput
		want error
	}{
		"a code twice":           {org.DepartmentInput{Code: "TOP", Name: "x"}, org.CodeTaken},
		"an unknown parent":      {org.DepartmentInput{Code: "A", Name: "x", Parent: "NONE"}, fault.InvalidInput},
		"a head who is nobody":   {org.DepartmentInput{Code: "A", Name: "x", Head: "E999"}, fault.InvalidInput},
		"no name":                {org.DepartmentInput{Code: "A"}, fault.InvalidInput},
		"oneself as its head":    {org.DepartmentInput{Code: "A", Name: "x", Head: "E001"}, org.OwnRights},
		"a code that cannot be":  {org.DepartmentInput{Code: "-", Name: "x"}, fault.InvalidInput},
		"a name that is too big": {org.DepartmentInput{Code: "A", Name: string(long(101))}, fault.InvalidInput},
	} {
		if _, err := b.CreateDepartment(t.Context(), b.admin, c.in); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := b.EditDepartment(t.Context(), b.admin, "TOP", 1, org.DepartmentInput{Name: "总部", Parent: "MID"}); !errors.Is(err, org.DepartmentRing) {
		t.Errorf("below itself: %v", err)
	}
	if _, err := b.EditDepartment(t.Context(), b.admin, "TOP", 7, org.DepartmentInput{Name: "总部"}); !errors.Is(err, pg.VersionChanged) {
		t.Errorf("on an old version: %v", err)
	}
	if err := b.RemoveDepartment(t.Context(), b.admin, "TOP", 1); !errors.Is(err, org.DepartmentUsed) {
		t.Errorf("with another below: %v", err)
	}
	if _, err := b.Departments(t.Context(), b.desk); !errors.Is(err, org.Forbidden) {
		t.Errorf("without permission: %v", err)
	}
	// The head above: of the own department, of the next one where the member heads it, nobody where nobody is.
	low := edit(b.member(t, "E002"))
	low.Departments = []string{"MID"}
	if _, err := b.EditMember(t.Context(), b.admin, "E002", 1, low); err != nil {
		t.Fatal(err)
	}
	heads := func(staff string) (out []string) {
		t.Helper()
		err := b.db.Read(t.Context(), org.NewSystem("test").Scope(), func(tx *pg.Tx) error {
			refs, err := org.HeadsTx(t.Context(), tx, staff)
			for _, r := range refs {
				out = append(out, r.Code)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	clerk, err := b.CreateMember(t.Context(), b.admin, org.MemberInput{Code: "E030", Username: "clerk", Password: password, Name: "甲", Departments: []string{"MID"}, DataScope: org.ScopeAll})
	if err != nil {
		t.Fatal(err)
	}
	if got := heads("E030"); !slices.Equal(got, []string{"E002"}) {
		t.Errorf("the head of the own department: %v", got)
	}
	if got := heads("E002"); got != nil {
		t.Errorf("above the head nobody is: %v", got)
	}
	if _, err := b.EditDepartment(t.Context(), org.NewSystem("test"), "TOP", 1, org.DepartmentInput{Name: "总部", Head: "E001"}); err != nil {
		t.Fatal(err)
	}
	if got := heads("E002"); !slices.Equal(got, []string{"E001"}) {
		t.Errorf("the next head above: %v", got)
	}
	left := edit(b.member(t, "E002"))
	left.State = org.StaffLeft
	if _, err := b.EditMember(t.Context(), b.admin, "E002", 2, left); err != nil {
		t.Fatal(err)
	}
	if got := heads("E030"); !slices.Equal(got, []string{"E001"}) {
		t.Errorf("after the head left: %v", got)
	}
	out := edit(clerk)
	out.Departments = nil
	if _, err := b.EditMember(t.Context(), b.admin, "E030", 1, out); err != nil {
		t.Fatal(err)
	}
	gone := edit(b.member(t, "E002"))
	gone.Departments = nil
	if _, err := b.EditMember(t.Context(), b.admin, "E002", 3, gone); err != nil {
		t.Fatal(err)
	}
	if err := b.RemoveDepartment(t.Context(), b.admin, "MID", 1); err != nil {
		t.Errorf("what nothing stands on: %v", err)
	}
}

func long(n int) []rune { return slices.Repeat([]rune{'名'}, n) }
