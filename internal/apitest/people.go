package apitest

import (
	"context"

	"qudao/internal/dealer"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// Employ makes a member of staff who may do exactly this. The code is "E-" and the username.
func (s *Server) Employ(username string, scope org.DataScope, may ...org.Permission) (code string) {
	s.t.Helper()
	role := "only-" + username
	if _, err := s.App.Org.CreateRole(s.t.Context(), org.NewSystem("apitest"), org.RoleInput{Code: role, Name: role, Permissions: may, Scope: org.ScopeInput{Sees: org.SeesAll}}); err != nil {
		s.t.Fatal(err)
	}
	return s.Hire(username, scope, role)
}

// Hire makes a member of staff with roles, named by their codes. The code is "E-" and the username.
func (s *Server) Hire(username string, scope org.DataScope, roles ...string) (code string) {
	s.t.Helper()
	return s.hire(org.MemberInput{Username: username, Roles: roles, DataScope: scope})
}

// HireInto makes a member of staff of a department, all named by codes, with roles that say what they see.
func (s *Server) HireInto(department, username string, roles ...string) (code string) {
	s.t.Helper()
	return s.hire(org.MemberInput{Username: username, Departments: []string{department}, Roles: roles, DataScope: org.ScopeAll})
}

func (s *Server) hire(in org.MemberInput) (code string) {
	s.t.Helper()
	password, err := hashed()
	if err != nil {
		s.t.Fatal(err)
	}
	in.Code, in.Name = "E-"+in.Username, "陈"+in.Username
	s.Write(func(ctx context.Context, tx *pg.Tx) error {
		_, err := org.CreateMemberTx(ctx, tx, in, password)
		return err
	})
	return in.Code
}

// Enrol makes an account of a dealer, named by its code, in a role.
func (s *Server) Enrol(code, username string, role dealer.Role) {
	s.t.Helper()
	password, err := hashed()
	if err != nil {
		s.t.Fatal(err)
	}
	key := s.DealerID(code)
	s.Write(func(ctx context.Context, tx *pg.Tx) error {
		_, err := dealer.PutAccountsTx(ctx, tx, []dealer.NewAccount{{DealerID: key, Name: "李小红", Username: username, Password: password, Role: role}})
		return err
	})
}
