package office

import (
	"context"
	"net/http"

	"qudao/internal/fault"
	"qudao/internal/httpapi"
	"qudao/internal/org"
	"qudao/internal/secret"
)

func (s *surface) staffInvitations() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "staff.invite", Method: http.MethodPost, Path: "/staff/invitations", Surface: httpapi.Office,
		Permission: org.StaffEdit, Object: httpapi.Brand, Idempotent: true, Zh: "邀请员工", En: "Invite a member of staff, who chooses the password",
		Doc: "Where an e-mail address is given a letter goes out. The link is in the first answer only."}, s.inviteStaff)
	httpapi.Handle(s.api, httpapi.Operation{ID: "staff.reinvite", Method: http.MethodPost, Path: "/staff/{code}/invitation", Surface: httpapi.Office,
		Permission: org.StaffEdit, Object: httpapi.Brand, Zh: "重新邀请员工", En: "Make a new invitation; the last one ends"}, s.reinviteStaff)
	httpapi.Handle(s.api, httpapi.Operation{ID: "staff.reset_link", Method: http.MethodPost, Path: "/staff/{code}/reset-link", Surface: httpapi.Office,
		Permission: org.StaffEdit, Object: httpapi.Brand, Zh: "生成重置密码链接", En: "Make a link to a new password, to be handed over"}, s.resetLinkStaff)
}

// StaffInvitation are a member of staff as it is invited.
type StaffInvitation struct {
	Code        string        `json:"code"`
	Name        string        `json:"name"`
	Username    string        `json:"username"`
	Email       string        `json:"email,omitempty" maxLength:"200" doc:"Where the letter goes; without it hand the link over."`
	Departments []string      `json:"departments,omitempty" maxItems:"50" doc:"Codes."`
	Roles       []string      `json:"roles" maxItems:"50" doc:"Codes."`
	Within      []org.Grant   `json:"within,omitempty" maxItems:"50" doc:"Roles within a department, in codes."`
	DataScope   org.DataScope `json:"data_scope" enum:"all,own" doc:"all: what the roles let see. own: only the dealers whose rep it is, whatever they let see."`
}

// InvitedStaff is an invited member with the path of the link.
type InvitedStaff struct {
	Staff Staff  `json:"staff"`
	Path  string `json:"path,omitempty" doc:"Of the page that the link leads to, below the address of the installation."`
}

// StaffLink is a link for a member of staff.
type StaffLink struct {
	Path string `json:"path" doc:"Of the page that the link leads to, below the address of the installation."`
}

type invitedStaffOutput struct{ Body InvitedStaff }

func shownInvited(out org.Invited, err error) (*invitedStaffOutput, error) {
	if err != nil {
		return nil, err
	}
	return &invitedStaffOutput{InvitedStaff{Staff: staff(out.Member), Path: out.Path}}, nil
}

// inviter is the brand in a letter of the language.
func (s *surface) inviter(ctx context.Context, email string) (org.Invitation, error) {
	head, err := s.Paper.Letterhead(ctx, org.NewSystem("invitation"))
	if err != nil {
		return org.Invitation{}, err
	}
	lang, name := httpapi.Language(ctx), head.Name
	if lang == fault.English && head.NameEN != "" {
		name = head.NameEN
	}
	if name == "" {
		name = "Qudao"
	}
	return org.Invitation{Email: secret.Email(email), Language: lang, Inviter: name}, nil
}

type inviteStaffInput struct{ Body StaffInvitation }

func (s *surface) inviteStaff(ctx context.Context, who org.Actor, in *inviteStaffInput) (*invitedStaffOutput, error) {
	how, err := s.inviter(ctx, in.Body.Email)
	if err != nil {
		return nil, err
	}
	b := in.Body
	return shownInvited(s.Org.Invite(ctx, who, org.MemberInput{Code: b.Code, Username: b.Username, Name: b.Name, Departments: b.Departments, Roles: b.Roles, Within: b.Within, DataScope: b.DataScope}, how))
}

func (s *surface) reinviteStaff(ctx context.Context, who org.Actor, in *ByCode) (*invitedStaffOutput, error) {
	how, err := s.inviter(ctx, "")
	if err != nil {
		return nil, err
	}
	return shownInvited(s.Org.Reinvite(ctx, who, in.Code, how))
}

type staffLinkOutput struct{ Body StaffLink }

func (s *surface) resetLinkStaff(ctx context.Context, who org.Actor, in *ByCode) (*staffLinkOutput, error) {
	link, err := s.Org.ResetLink(ctx, who, in.Code)
	if err != nil {
		return nil, err
	}
	return &staffLinkOutput{StaffLink{link.Path}}, nil
}
