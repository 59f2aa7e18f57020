package office

import (
	"context"
	"net/http"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/org"
)

func (s *surface) departments() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "department.list", Method: http.MethodGet, Path: "/departments", Surface: httpapi.Office,
		Permission: org.StaffRead, Object: httpapi.Brand, Zh: "部门列表", En: "List every department, siblings in their order"}, s.listDepartments)
	httpapi.Handle(s.api, httpapi.Operation{ID: "department.create", Method: http.MethodPost, Path: "/departments", Surface: httpapi.Office,
		Permission: org.StaffEdit, Object: httpapi.Brand, Idempotent: true, Zh: "新建部门", En: "Create a department"}, s.createDepartment)
	httpapi.Handle(s.api, httpapi.Operation{ID: "department.edit", Method: http.MethodPut, Path: "/departments/{code}", Surface: httpapi.Office,
		Permission: org.StaffEdit, Object: httpapi.Brand, Zh: "修改部门", En: "Change a department, or move it in the tree",
		Doc: "What its members and those above them see follows at once. Nobody makes themselves a head."}, s.editDepartment)
	httpapi.Handle(s.api, httpapi.Operation{ID: "department.remove", Method: http.MethodDelete, Path: "/departments/{code}", Surface: httpapi.Office,
		Permission: org.StaffEdit, Object: httpapi.Brand, Zh: "删除部门", En: "Remove a department that nothing stands on"}, s.removeDepartment)
}

// Department is a place in the tree of the organisation.
type Department struct {
	Code    string    `json:"code"`
	Name    string    `json:"name"`
	Parent  string    `json:"parent,omitempty" doc:"Code; the top where it is left out."`
	Head    *org.Ref  `json:"head,omitempty"`
	Sort    int       `json:"sort" doc:"Among its siblings."`
	Members []org.Ref `json:"members" doc:"At work."`
	Version int       `json:"version"`
}

// DepartmentFields are a department as it is given.
type DepartmentFields struct {
	Code   string `json:"code,omitempty" doc:"Of a new department; afterwards it stays."`
	Name   string `json:"name"`
	Parent string `json:"parent,omitempty" doc:"Code; the top where it is left out."`
	Head   string `json:"head,omitempty" doc:"Code of staff at work; nobody where it is left out."`
	Sort   int    `json:"sort,omitempty" minimum:"-10000" maximum:"10000" doc:"Among its siblings."`
}

func department(d org.Department) Department {
	return Department{Code: d.Code, Name: d.Name, Parent: d.Parent, Head: d.Head, Sort: d.Sort, Members: view.Full(d.Members), Version: d.Version}
}

func (s *surface) listDepartments(ctx context.Context, who org.Actor, _ *struct{}) (*listOutput[Department], error) {
	list, err := s.Org.Departments(ctx, who)
	return listed(list, err, department)
}

type departmentOutput struct{ Body Department }

func shownDepartment(d org.Department, err error) (*departmentOutput, error) {
	if err != nil {
		return nil, err
	}
	return &departmentOutput{department(d)}, nil
}

type createDepartmentInput struct{ Body DepartmentFields }

func (s *surface) createDepartment(ctx context.Context, who org.Actor, in *createDepartmentInput) (*departmentOutput, error) {
	return shownDepartment(s.Org.CreateDepartment(ctx, who, org.DepartmentInput(in.Body)))
}

type editDepartmentInput struct {
	httpapi.Edit
	ByCode
	Body DepartmentFields
}

func (s *surface) editDepartment(ctx context.Context, who org.Actor, in *editDepartmentInput) (*departmentOutput, error) {
	if err := sameCode(in.Code, in.Body.Code); err != nil {
		return nil, err
	}
	return shownDepartment(s.Org.EditDepartment(ctx, who, in.Code, in.Version, org.DepartmentInput(in.Body)))
}

type removeDepartmentInput struct {
	httpapi.Edit
	ByCode
}

func (s *surface) removeDepartment(ctx context.Context, who org.Actor, in *removeDepartmentInput) (*struct{}, error) {
	return nil, s.Org.RemoveDepartment(ctx, who, in.Code, in.Version)
}
