package office

import (
	"context"
	"net/http"

	"qudao/internal/dealer"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/org"
)

func (s *surface) roles() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "role.list", Method: http.MethodGet, Path: "/roles", Surface: httpapi.Office,
		Permission: org.StaffRead, Object: httpapi.Brand, Zh: "角色列表", En: "List roles"}, s.listRoles)
	httpapi.Handle(s.api, httpapi.Operation{ID: "role.create", Method: http.MethodPost, Path: "/roles", Surface: httpapi.Office,
		Permission: org.StaffEdit, Object: httpapi.Brand, Idempotent: true, Zh: "新建角色", En: "Create a role"}, s.createRole)
	httpapi.Handle(s.api, httpapi.Operation{ID: "role.edit", Method: http.MethodPut, Path: "/roles/{code}", Surface: httpapi.Office,
		Permission: org.StaffEdit, Object: httpapi.Brand, Zh: "修改角色", En: "Change a role; its holders have it at their next request"}, s.editRole)
}

// Role is a named set of permissions that staff hold.
type Role struct {
	Code        string           `json:"code"`
	Name        string           `json:"name"`
	Permissions []org.Permission `json:"permissions"`
	Scope       RoleScope        `json:"scope"`
	StaffCount  int              `json:"staff_count" doc:"Active holders."`
	Version     int              `json:"version"`
}

// RoleFields are a role as it is given.
type RoleFields struct {
	Code        string           `json:"code,omitempty" doc:"Of a new role; afterwards it stays."`
	Name        string           `json:"name"`
	Permissions []org.Permission `json:"permissions" maxItems:"200"`
	Scope       *RoleScopeFields `json:"scope,omitempty" doc:"Left out: of a new role the holders' own dealers; in an edit it stays."`
}

func role(names dealer.ScopeNames) func(org.Role) Role {
	return func(r org.Role) Role {
		return Role{Code: r.Code, Name: r.Name, Permissions: view.Full(r.Permissions), Scope: roleScope(r.Scope, names), StaffCount: r.StaffCount, Version: r.Version}
	}
}

func (s *surface) listRoles(ctx context.Context, who org.Actor, _ *struct{}) (*listOutput[Role], error) {
	list, err := s.Org.Roles(ctx, who)
	if err != nil {
		return nil, err
	}
	names, err := s.Dealer.NameScopes(ctx, who, view.Each(list, func(r org.Role) org.RoleScope { return r.Scope })...)
	return listed(list, err, role(names))
}

type roleOutput struct{ Body Role }

// shownRole answers who may edit roles and perhaps not read them.
func (s *surface) shownRole(ctx context.Context, r org.Role, err error) (*roleOutput, error) {
	if err != nil {
		return nil, err
	}
	names, err := s.Dealer.NameScopes(ctx, org.NewSystem("role"), r.Scope)
	if err != nil {
		return nil, err
	}
	return &roleOutput{role(names)(r)}, nil
}

type createRoleInput struct{ Body RoleFields }

func (s *surface) createRole(ctx context.Context, who org.Actor, in *createRoleInput) (*roleOutput, error) {
	scope, err := s.scope(ctx, who, in.Body.Scope)
	if err != nil {
		return nil, err
	}
	r, err := s.Org.CreateRole(ctx, who, org.RoleInput{Code: in.Body.Code, Name: in.Body.Name, Permissions: in.Body.Permissions, Scope: scope})
	return s.shownRole(ctx, r, err)
}

type editRoleInput struct {
	httpapi.Edit
	ByCode
	Body RoleFields
}

func (s *surface) editRole(ctx context.Context, who org.Actor, in *editRoleInput) (*roleOutput, error) {
	if err := sameCode(in.Code, in.Body.Code); err != nil {
		return nil, err
	}
	scope, err := s.scope(ctx, who, in.Body.Scope)
	if err != nil {
		return nil, err
	}
	r, err := s.Org.EditRole(ctx, who, in.Code, in.Version, org.RoleInput{Name: in.Body.Name, Permissions: in.Body.Permissions, Scope: scope})
	return s.shownRole(ctx, r, err)
}
