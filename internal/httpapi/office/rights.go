package office

import (
	"context"
	"net/http"

	"qudao/internal/dealer"
	"qudao/internal/fault"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/org"
)

func (s *surface) rights() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "permission.list", Method: http.MethodGet, Path: "/permissions", Surface: httpapi.Office,
		Permission: org.StaffRead, Object: httpapi.Brand, Zh: "权限列表", En: "List every permission there is, in the order in which they are shown"}, s.listPermissions)
	httpapi.Handle(s.api, httpapi.Operation{ID: "permission.holders", Method: http.MethodGet, Path: "/permissions/{code}/holders", Surface: httpapi.Office,
		Permission: org.StaffRead, Object: httpapi.Brand, Zh: "谁有此权限", En: "Who may do this, and by which role"}, s.listHolders)
	httpapi.Handle(s.api, httpapi.Operation{ID: "staff.rights", Method: http.MethodGet, Path: "/staff/{code}/rights", Surface: httpapi.Office,
		Permission: org.StaffRead, Object: httpapi.Brand, Zh: "员工的权限由来", En: "What a member of staff may do and see, and why"}, s.readRights)
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

// Holder is a member of staff at work who holds a permission.
type Holder struct {
	Staff       org.Ref   `json:"staff"`
	Departments []org.Ref `json:"departments"`
	By          []org.By  `json:"by" doc:"The roles that allow it."`
	SeesAll     bool      `json:"sees_all"`
	Dealers     int       `json:"dealers" doc:"How many dealers they see; 0 where they see every one."`
}

func (s *surface) listHolders(ctx context.Context, who org.Actor, in *ByCode) (*listOutput[Holder], error) {
	list, err := s.Org.Holders(ctx, who, org.Permission(in.Code))
	return listed(list, err, func(h org.Holder) Holder {
		return Holder{Staff: h.Staff, Departments: view.Full(h.Departments), By: view.Full(h.By), SeesAll: h.SeesAll, Dealers: h.Dealers}
	})
}

// RoleScope is the data permission of a role.
type RoleScope struct {
	Sees      org.Sees           `json:"sees" enum:"self,department,department_below,regions,divisions,audiences,all"`
	Regions   []dealer.RegionRef `json:"regions"`
	Divisions []org.Ref          `json:"divisions"`
	Audiences []org.Ref          `json:"audiences"`
}

// RoleScopeFields are a data permission as it is given. A list is filled for its kind only.
type RoleScopeFields struct {
	Sees      org.Sees `json:"sees" enum:"self,department,department_below,regions,divisions,audiences,all"`
	Regions   []int    `json:"regions,omitempty" maxItems:"500" doc:"Official codes; what is under them is held too."`
	Divisions []string `json:"divisions,omitempty" maxItems:"100" doc:"Codes."`
	Audiences []string `json:"audiences,omitempty" maxItems:"100" doc:"Codes."`
}

// scope looks up what a data permission names.
func (s *surface) scope(ctx context.Context, who org.Actor, f *RoleScopeFields) (in org.ScopeInput, err error) {
	if f == nil {
		return in, nil
	}
	in = org.ScopeInput{Sees: f.Sees, Divisions: f.Divisions}
	in.Regions, in.Audiences, err = s.Dealer.ResolveScope(ctx, who, f.Regions, f.Audiences)
	return in, err
}

func roleScope(scope org.RoleScope, names dealer.ScopeNames) RoleScope {
	out := RoleScope{Sees: scope.Sees, Divisions: view.Full(scope.Divisions), Regions: []dealer.RegionRef{}, Audiences: []org.Ref{}}
	for _, code := range scope.Regions {
		out.Regions = append(out.Regions, names.Regions[code])
	}
	for _, id := range scope.Audiences {
		out.Audiences = append(out.Audiences, names.Audiences[id])
	}
	return out
}

// Rights are what a member of staff may do and see, and why.
type Rights struct {
	Staff   org.Ref    `json:"staff"`
	SeesAll bool       `json:"sees_all"`
	Limited bool       `json:"limited" doc:"To the dealers whose rep they are, whatever the roles let see."`
	Dealers int        `json:"dealers" doc:"How many dealers they see; 0 where they see every one."`
	May     []org.May  `json:"may"`
	Sees    []RoleSees `json:"sees" doc:"By role. Beside it everybody sees the dealers whose rep they are."`
}

// RoleSees is a role somebody holds, with what it lets them see.
type RoleSees struct {
	Role        org.Ref   `json:"role"`
	Department  *org.Ref  `json:"department,omitempty" doc:"Within which it is held."`
	Scope       RoleScope `json:"scope"`
	Departments []org.Ref `json:"departments" doc:"From which it is measured, where it is by department."`
}

type rightsOutput struct{ Body Rights }

func (s *surface) readRights(ctx context.Context, who org.Actor, in *ByCode) (*rightsOutput, error) {
	r, err := s.Org.Rights(ctx, who, in.Code)
	if err != nil {
		return nil, err
	}
	names, err := s.Dealer.NameScopes(ctx, who, view.Each(r.Sees, func(b org.SeenBy) org.RoleScope { return b.Scope })...)
	if err != nil {
		return nil, err
	}
	return &rightsOutput{Rights{
		Staff: org.Ref{Code: r.Member.Code, Name: r.Member.Name}, SeesAll: r.Member.SeesAll, Limited: r.Member.DataScope == org.ScopeOwn, Dealers: r.Dealers, May: view.Full(r.May),
		Sees: view.Each(r.Sees, func(b org.SeenBy) RoleSees {
			return RoleSees{Role: b.Role, Department: b.Department, Scope: roleScope(b.Scope, names), Departments: view.Full(b.Departments)}
		}),
	}}, nil
}
