package office

import (
	"context"
	"net/http"

	"qudao/internal/fault"
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
	httpapi.Handle(s.api, httpapi.Operation{ID: "permission.list", Method: http.MethodGet, Path: "/permissions", Surface: httpapi.Office,
		Permission: org.StaffRead, Object: httpapi.Brand, Zh: "权限列表", En: "List every permission there is, in the order in which they are shown"}, s.listPermissions)
}

// Role is a named set of permissions that staff hold.
type Role struct {
	Code        string           `json:"code"`
	Name        string           `json:"name"`
	Permissions []org.Permission `json:"permissions"`
	StaffCount  int              `json:"staff_count" doc:"Active holders."`
	Version     int              `json:"version"`
}

// RoleFields are a role as it is given.
type RoleFields struct {
	Code        string           `json:"code,omitempty" doc:"Of a new role; afterwards it stays."`
	Name        string           `json:"name"`
	Permissions []org.Permission `json:"permissions" maxItems:"200"`
}

func role(r org.Role) Role {
	return Role{Code: r.Code, Name: r.Name, Permissions: view.Full(r.Permissions), StaffCount: r.StaffCount, Version: r.Version}
}

func (s *surface) listRoles(ctx context.Context, who org.Actor, _ *struct{}) (*listOutput[Role], error) {
	list, err := s.Org.Roles(ctx, who)
	return listed(list, err, role)
}

type roleOutput struct{ Body Role }

func shownRole(r org.Role, err error) (*roleOutput, error) {
	if err != nil {
		return nil, err
	}
	return &roleOutput{role(r)}, nil
}

type createRoleInput struct{ Body RoleFields }

func (s *surface) createRole(ctx context.Context, who org.Actor, in *createRoleInput) (*roleOutput, error) {
	return shownRole(s.Org.CreateRole(ctx, who, org.RoleInput(in.Body)))
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
	return shownRole(s.Org.EditRole(ctx, who, in.Code, in.Version, org.RoleInput(in.Body)))
}

// Permission is one thing that a role can allow.
type Permission struct {
	Code  org.Permission `json:"code"`
	Name  string         `json:"name" doc:"In the caller's language."`
	Group string         `json:"group" doc:"Permissions are shown in groups."`
}

func (s *surface) listPermissions(ctx context.Context, _ org.Actor, _ *struct{}) (*listOutput[Permission], error) {
	return listed(org.All, nil, func(d org.Declared) Permission {
		if httpapi.Language(ctx) == fault.English {
			return Permission{Code: d.Code, Name: d.En, Group: d.Group}
		}
		return Permission{Code: d.Code, Name: d.Zh, Group: d.Group}
	})
}
