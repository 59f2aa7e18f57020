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
	if _, err := s.App.Org.CreateRole(s.t.Context(), org.NewSystem("apitest"), org.RoleInput{Code: role, Name: role, Permissions: may}); err != nil {
		s.t.Fatal(err)
	}
	return s.Hire(username, scope, role)
}

// Hire makes a member of staff with roles, named by their codes. The code is "E-" and the username.
func (s *Server) Hire(username string, scope org.DataScope, roles ...string) (code string) {
	s.t.Helper()
	password, err := hashed()
	if err != nil {
		s.t.Fatal(err)
	}
	code = "E-" + username
	s.Write(func(ctx context.Context, tx *pg.Tx) error {
		_, err := org.CreateMemberTx(ctx, tx, org.MemberInput{Code: code, Username: username, Name: "陈" + username, Roles: roles, DataScope: scope}, password)
		return err
	})
	return code
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
