package org_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"qudao/internal/fault"
	"qudao/internal/identity"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/secret"
)

// brand is an organisation with the standard roles, an administrator and an order desk.
type brand struct {
	*org.Service
	db          *pg.DB
	ids         *identity.Service
	admin, desk org.Actor
	logins      map[string]org.Member
}

var password = secret.NewText("Lantern-2026")

func open(t *testing.T) *brand {
	t.Helper()
	db, _ := pgtest.Open(t)
	b := &brand{db: db, ids: identity.New(db), logins: map[string]org.Member{}}
	b.Service = org.New(db, b.ids)
	if err := db.Write(t.Context(), org.NewSystem("test").Scope(), func(tx *pg.Tx) error { return org.UpsertStandardRolesTx(t.Context(), tx) }); err != nil {
		t.Fatal(err)
	}
	b.admin = b.hire(t, "E001", "admin", org.ScopeAll, "admin")
	b.desk = b.hire(t, "E002", "orders", org.ScopeAll, "order_desk")
	return b
}

func (b *brand) hire(t *testing.T, code, username string, scope org.DataScope, roles ...string) org.Actor {
	t.Helper()
	m, err := b.CreateMember(t.Context(), org.NewSystem("test"), org.MemberInput{
		Code: code, Username: username, Password: password, Name: "沈明远", Roles: roles, DataScope: scope,
	})
	if err != nil {
		t.Fatal(err)
	}
	b.logins[code] = m
	return b.actor(t, code)
}

func (b *brand) actor(t *testing.T, code string) org.Actor {
	t.Helper()
	a, err := b.StaffActor(t.Context(), b.logins[code].LoginID)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func (b *brand) departments(t *testing.T, in ...org.DepartmentInput) {
	t.Helper()
	if err := b.db.Write(t.Context(), org.NewSystem("test").Scope(), func(tx *pg.Tx) error { return org.UpsertDepartmentsTx(t.Context(), tx, in) }); err != nil {
		t.Fatal(err)
	}
}

func edit(m org.Member) org.MemberInput {
	in := org.MemberInput{Name: m.Name, DataScope: m.DataScope, State: m.State}
	for _, d := range m.Departments {
		in.Departments = append(in.Departments, d.Code)
	}
	for _, g := range m.Within {
		in.Within = append(in.Within, org.Grant{Role: g.Role.Code, Department: g.Department.Code})
	}
	for _, r := range m.Roles {
		in.Roles = append(in.Roles, r.Code)
	}
	return in
}

func TestPermissionsAreTheUnionOverRoles(t *testing.T) {
	t.Parallel()
	b := open(t)
	both := b.hire(t, "E003", "both", org.ScopeOwn, "warehouse", "service")
	for p, want := range map[org.Permission]bool{org.OrderShip: true, org.OrderCancel: true, org.StockRead: true, org.PriceEdit: false} {
		if both.May(p) != want {
			t.Errorf("%s: %v", p, both.May(p))
		}
	}
	if s := both.Scope(); s.All || s.Staff != both.StaffID || s.Actor != "staff:E003" {
		t.Errorf("scope %+v", s)
	}
	if s := b.admin.Scope(); !s.All {
		t.Errorf("scope %+v", s)
	}
	if _, err := b.Members(t.Context(), both); !errors.Is(err, org.Forbidden) {
		t.Errorf("the list without permission: %v", err)
	}
	if m, err := b.Member(t.Context(), both, "E003"); err != nil || m.Username != "both" || len(m.Roles) != 2 {
		t.Errorf("oneself: %+v, %v", m, err)
	}
}

func TestAnEditIsInForceWithinASecond(t *testing.T) {
	t.Parallel()
	b := open(t)
	other := org.New(b.db, b.ids)
	if _, err := other.StaffActor(t.Context(), b.logins["E002"].LoginID); err != nil {
		t.Fatal(err)
	}
	in := edit(b.logins["E002"])
	in.Roles = []string{"service"}
	m, err := b.EditMember(t.Context(), b.admin, "E002", 1, in)
	if err != nil || m.Version != 2 {
		t.Fatalf("got %+v, %v", m, err)
	}
	if b.actor(t, "E002").May(org.OrderReview) {
		t.Error("on the same server the role goes on")
	}
	time.Sleep(identity.Fresh)
	a, err := other.StaffActor(t.Context(), m.LoginID)
	if err != nil || a.May(org.OrderReview) {
		t.Errorf("on another server: %v, %v", a.Permissions.List(), err)
	}
	if _, err := b.EditMember(t.Context(), b.admin, "E002", 1, in); !errors.Is(err, pg.VersionChanged) {
		t.Errorf("on an old version: %v", err)
	}
	in.State = org.StaffLeft
	if _, err := b.EditMember(t.Context(), b.admin, "E002", 2, in); err != nil {
		t.Fatal(err)
	}
	if _, err := b.StaffActor(t.Context(), m.LoginID); !errors.Is(err, identity.SessionMissing) {
		t.Errorf("who left: %v", err)
	}
	if _, _, err := b.ids.SignIn(t.Context(), identity.Credentials{Kind: identity.KindStaff, Username: "orders", Password: password}); !errors.Is(err, identity.LoginWrong) {
		t.Errorf("who left signs in: %v", err)
	}
}

func TestNobodyChangesTheirOwnRights(t *testing.T) {
	t.Parallel()
	b := open(t)
	in := edit(b.logins["E001"])
	in.Name = "沈明"
	if _, err := b.EditMember(t.Context(), b.admin, "E001", 1, in); err != nil {
		t.Fatalf("the own name: %v", err)
	}
	b.departments(t, org.DepartmentInput{Code: "IT", Name: "信息部"})
	in.Departments = []string{"IT"}
	if _, err := b.EditMember(t.Context(), b.admin, "E001", 2, in); !errors.Is(err, org.OwnRights) {
		t.Errorf("the own department: %v", err)
	}
	in.Departments = nil
	in.Roles = append(in.Roles, "price")
	if _, err := b.EditMember(t.Context(), b.admin, "E001", 2, in); !errors.Is(err, org.OwnRights) {
		t.Errorf("the own roles: %v", err)
	}
	clerk := b.hire(t, "E005", "clerk", org.ScopeAll)
	hr, err := b.CreateRole(t.Context(), b.admin, org.RoleInput{Code: "hr", Name: "人事", Permissions: []org.Permission{org.StaffRead, org.StaffEdit}})
	if err != nil {
		t.Fatal(err)
	}
	in = edit(b.logins["E005"])
	in.Roles = []string{"hr"}
	if _, err := b.EditMember(t.Context(), b.admin, clerk.ID, 1, in); err != nil {
		t.Fatal(err)
	}
	more := org.RoleInput{Name: "人事", Permissions: append(hr.Permissions, org.PriceEdit)}
	if _, err := b.EditRole(t.Context(), b.actor(t, "E005"), "hr", 1, more); !errors.Is(err, org.OwnRights) {
		t.Errorf("more through the own role: %v", err)
	}
}

func TestTheLastAdministratorStays(t *testing.T) {
	t.Parallel()
	b := open(t)
	second := b.hire(t, "E003", "second", org.ScopeAll, "admin")
	leave := edit(b.logins["E001"])
	leave.State = org.StaffLeft
	if _, err := b.EditMember(t.Context(), second, "E001", 1, leave); err != nil {
		t.Fatalf("one of two: %v", err)
	}
	// The system has no roles of its own to protect, so only the last rule can refuse it.
	leave = edit(b.logins["E003"])
	leave.State = org.StaffLeft
	if _, err := b.EditMember(t.Context(), org.NewSystem("test"), "E003", 1, leave); !errors.Is(err, org.LastAdministrator) {
		t.Errorf("the last one leaves: %v", err)
	}
	if _, err := b.EditRole(t.Context(), org.NewSystem("test"), "admin", 1, org.RoleInput{Name: "管理员", Permissions: []org.Permission{org.OrderRead}}); !errors.Is(err, org.LastAdministrator) {
		t.Errorf("the last role loses it: %v", err)
	}
}

func TestARoleHoldsDeclaredPermissionsOnly(t *testing.T) {
	t.Parallel()
	b := open(t)
	_, err := b.CreateRole(t.Context(), b.admin, org.RoleInput{Code: "x", Name: "甲", Permissions: []org.Permission{org.OrderRead, "order.delete"}})
	f, _ := fault.As(err)
	if !errors.Is(err, fault.InvalidInput) || f.Fields[0].Path != "permissions[1]" || f.Fields[0].Definition != org.PermissionUnknown {
		t.Errorf("got %v", err)
	}
	if _, err := b.CreateRole(t.Context(), b.admin, org.RoleInput{Code: "admin", Name: "甲"}); !errors.Is(err, org.CodeTaken) {
		t.Errorf("a code twice: %v", err)
	}
	_, err = b.CreateMember(t.Context(), b.admin, org.MemberInput{Code: "E9", Username: "nine", Password: password, Name: "甲", Roles: []string{"order_desk", "pilot"}, DataScope: org.ScopeAll})
	if f, _ := fault.As(err); !errors.Is(err, fault.InvalidInput) || f.Fields[0].Path != "roles[1]" || f.Fields[0].Definition != org.CodeUnknown {
		t.Errorf("an unknown role: %v", err)
	}
	roles, err := b.Roles(t.Context(), b.admin)
	at := slices.IndexFunc(roles, func(r org.Role) bool { return r.Code == "admin" })
	if err != nil || len(roles) != len(org.StandardRoles) || roles[at].StaffCount != 1 {
		t.Errorf("got %+v, %v", roles, err)
	}
}

func TestUnlockingLetsStaffInAgain(t *testing.T) {
	t.Parallel()
	b := open(t)
	try := func(p secret.Text) error {
		_, _, err := b.ids.SignIn(t.Context(), identity.Credentials{Kind: identity.KindStaff, Username: "orders", Password: p, Address: "10.0.0.1"})
		return err
	}
	for range identity.MaxFailed {
		_ = try(secret.NewText("Wrong-12345"))
	}
	if m, err := b.Member(t.Context(), b.admin, "E002"); err != nil || m.LockedUntil == nil {
		t.Fatalf("the list does not tell of the lock: %+v, %v", m, err)
	}
	if m, err := b.Unlock(t.Context(), b.admin, "E002"); err != nil || m.LockedUntil != nil {
		t.Fatalf("got %+v, %v", m, err)
	}
	if err := try(password); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Unlock(t.Context(), b.desk, "E002"); !errors.Is(err, org.Forbidden) {
		t.Errorf("without permission: %v", err)
	}
}

func TestAKeyActsWithItsScopes(t *testing.T) {
	t.Parallel()
	b := open(t)
	issued, err := b.CreateKey(t.Context(), b.admin, identity.NewKey{Name: "ERP", Scopes: []string{"order.read"}})
	if err != nil {
		t.Fatal(err)
	}
	key, err := b.ids.ResolveKey(t.Context(), issued.Plain, "10.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	a := org.ProgramActor(key)
	if !a.May(org.OrderRead) || a.May(org.OrderShip) || a.Principal() != "key:"+key.ID.String() || !a.Scope().All {
		t.Errorf("got %+v", a)
	}
	if keys, err := b.Keys(t.Context(), b.admin); err != nil || len(keys) != 1 || keys[0].UsedAt == nil {
		t.Errorf("got %+v, %v", keys, err)
	}
	for name, in := range map[string]identity.NewKey{
		"no scope": {Name: "a"}, "an unknown scope": {Name: "a", Scopes: []string{"order.write"}},
		"no address": {Name: "a", Scopes: []string{"order.read"}, Addresses: []string{"10.0.0.300"}},
	} {
		if _, err := b.CreateKey(t.Context(), b.admin, in); !errors.Is(err, fault.InvalidInput) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := b.CreateKey(t.Context(), b.desk, identity.NewKey{Name: "a", Scopes: []string{"order.read"}}); !errors.Is(err, org.Forbidden) {
		t.Errorf("without permission: %v", err)
	}
	if err := b.RevokeKey(t.Context(), b.admin, key.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := b.ids.ResolveKey(t.Context(), issued.Plain, "10.0.0.1"); !errors.Is(err, identity.KeyInvalid) {
		t.Errorf("after it was revoked: %v", err)
	}
}
