package office

import (
	"context"
	"net/http"
	"time"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/org"
	"qudao/internal/secret"
)

func (s *surface) staff() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "staff.list", Method: http.MethodGet, Path: "/staff", Surface: httpapi.Office,
		Permission: org.StaffRead, Object: httpapi.Brand, Zh: "员工列表", En: "List staff"}, s.listStaff)
	httpapi.Handle(s.api, httpapi.Operation{ID: "staff.read", Method: http.MethodGet, Path: "/staff/{code}", Surface: httpapi.Office,
		Permission: org.StaffRead, Object: httpapi.Brand, Zh: "员工详情", En: "Read a member of staff"}, s.readStaff)
	httpapi.Handle(s.api, httpapi.Operation{ID: "staff.create", Method: http.MethodPost, Path: "/staff", Surface: httpapi.Office,
		Permission: org.StaffEdit, Object: httpapi.Brand, Idempotent: true, Zh: "新建员工", En: "Create a member of staff with a login"}, s.createStaff)
	httpapi.Handle(s.api, httpapi.Operation{ID: "staff.edit", Method: http.MethodPut, Path: "/staff/{code}", Surface: httpapi.Office,
		Permission: org.StaffEdit, Object: httpapi.Brand, Zh: "修改员工", En: "Change a member of staff",
		Doc: "Nobody changes their own roles, departments, data scope or state, nor gives others what they do not have themselves. The username stays; a password left out stays."}, s.editStaff)
	httpapi.Handle(s.api, httpapi.Operation{ID: "staff.unlock", Method: http.MethodPost, Path: "/staff/{code}/unlock", Surface: httpapi.Office,
		Permission: org.StaffEdit, Object: httpapi.Brand, Zh: "解锁员工", En: "Forget the wrong passwords of a member of staff"}, s.unlockStaff)
}

// Staff is a member of staff.
type Staff struct {
	Code        string         `json:"code"`
	Name        string         `json:"name"`
	Username    string         `json:"username"`
	Email       secret.Email   `json:"email" doc:"Masked. Where letters to them go."`
	Invited     bool           `json:"invited" doc:"Has not accepted the invitation yet."`
	Departments []org.Ref      `json:"departments"`
	Roles       []org.Ref      `json:"roles" doc:"For the whole brand."`
	Within      []org.Granted  `json:"within" doc:"Roles held within a department: what they let see is measured from there."`
	DataScope   org.DataScope  `json:"data_scope" enum:"all,own"`
	SeesAll     bool           `json:"sees_all" doc:"Every dealer, at this moment."`
	State       org.StaffState `json:"state" enum:"active,left"`
	LockedUntil *time.Time     `json:"locked_until,omitempty" doc:"After wrong passwords."`
	Version     int            `json:"version"`
}

// StaffFields are a member of staff as it is given.
type StaffFields struct {
	Code        string         `json:"code,omitempty" doc:"Of a new member; afterwards it stays."`
	Name        string         `json:"name"`
	Username    string         `json:"username,omitempty" doc:"Of a new member; afterwards it stays."`
	Password    secret.Text    `json:"password,omitempty" doc:"In an edit: stays where it is left out."`
	Departments []string       `json:"departments,omitempty" maxItems:"50" doc:"Codes."`
	Roles       []string       `json:"roles" maxItems:"50" doc:"Codes."`
	Within      []org.Grant    `json:"within,omitempty" maxItems:"50" doc:"Roles within a department, in codes."`
	DataScope   org.DataScope  `json:"data_scope" enum:"all,own" doc:"all: what the roles let see. own: only the dealers whose rep it is, whatever they let see."`
	State       org.StaffState `json:"state,omitempty" enum:"active,left" doc:"active where it is left out."`
}

func (f StaffFields) input() org.MemberInput {
	return org.MemberInput{Code: f.Code, Username: f.Username, Password: f.Password, Name: f.Name, Departments: f.Departments,
		Roles: f.Roles, Within: f.Within, DataScope: f.DataScope, State: f.State}
}

func staff(m org.Member) Staff {
	return Staff{Code: m.Code, Name: m.Name, Username: m.Username, Email: m.Email, Invited: m.Invited, Departments: view.Full(m.Departments), Roles: view.Full(m.Roles), Within: view.Full(m.Within),
		DataScope: m.DataScope, SeesAll: m.SeesAll,
		State: m.State, LockedUntil: m.LockedUntil, Version: m.Version}
}

func (s *surface) listStaff(ctx context.Context, who org.Actor, _ *struct{}) (*listOutput[Staff], error) {
	list, err := s.Org.Members(ctx, who)
	return listed(list, err, staff)
}

type staffOutput struct{ Body Staff }

func shownStaff(m org.Member, err error) (*staffOutput, error) {
	if err != nil {
		return nil, err
	}
	return &staffOutput{staff(m)}, nil
}

func (s *surface) readStaff(ctx context.Context, who org.Actor, in *ByCode) (*staffOutput, error) {
	return shownStaff(s.Org.Member(ctx, who, in.Code))
}

type createStaffInput struct{ Body StaffFields }

func (s *surface) createStaff(ctx context.Context, who org.Actor, in *createStaffInput) (*staffOutput, error) {
	return shownStaff(s.Org.CreateMember(ctx, who, in.Body.input()))
}

type editStaffInput struct {
	httpapi.Edit
	ByCode
	Body StaffFields
}

func (s *surface) editStaff(ctx context.Context, who org.Actor, in *editStaffInput) (*staffOutput, error) {
	if err := sameCode(in.Code, in.Body.Code); err != nil {
		return nil, err
	}
	return shownStaff(s.Org.EditMember(ctx, who, in.Code, in.Version, in.Body.input()))
}

func (s *surface) unlockStaff(ctx context.Context, who org.Actor, in *ByCode) (*staffOutput, error) {
	return shownStaff(s.Org.Unlock(ctx, who, in.Code))
}
