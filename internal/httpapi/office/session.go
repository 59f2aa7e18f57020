package office

import (
	"context"
	"net/http"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/identity"
	"qudao/internal/org"
	"qudao/internal/secret"
)

func (s *surface) session() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "session.create", Method: http.MethodPost, Path: "/session", Surface: httpapi.Office,
		Permission: httpapi.Public, Object: httpapi.Own, PerMinute: s.api.SignIns(), Zh: "登录", En: "Sign in"}, s.signIn)
	httpapi.Handle(s.api, httpapi.Operation{ID: "session.delete", Method: http.MethodDelete, Path: "/session", Surface: httpapi.Office,
		Permission: httpapi.Public, Object: httpapi.Own, Zh: "退出登录", En: "Sign out"}, s.signOut)
	httpapi.Handle(s.api, httpapi.Operation{ID: "me.read", Method: http.MethodGet, Path: "/me", Surface: httpapi.Office,
		Permission: httpapi.SignedIn, Object: httpapi.Own, Zh: "当前员工", En: "Who is signed in, and what they may do"}, s.readMe)
	httpapi.Handle(s.api, httpapi.Operation{ID: "me.password", Method: http.MethodPut, Path: "/me/password", Surface: httpapi.Office,
		Permission: httpapi.SignedIn, Object: httpapi.Own, PerMinute: s.api.SignIns(), Zh: "修改密码", En: "Change one's own password"}, s.changePassword)
}

type signInInput struct {
	UserAgent string `header:"User-Agent" hidden:"true"`
	Body      struct {
		Username string      `json:"username" minLength:"1" maxLength:"64"`
		Password secret.Text `json:"password"`
	}
}

type signInOutput struct {
	SetCookie string `header:"Set-Cookie"`
	Body      Me
}

// Me is the member of staff who is signed in.
type Me struct {
	Staff       Person           `json:"staff"`
	Roles       []org.Ref        `json:"roles"`
	Permissions []org.Permission `json:"permissions" doc:"What the roles allow together."`
	DataScope   org.DataScope    `json:"data_scope" enum:"all,own" doc:"own: not every dealer."`
	Departments []org.Ref        `json:"departments"`
	Language    string           `json:"language" enum:"zh-CN,en"`
}

// Person names a member of staff.
type Person struct {
	Code     string `json:"code"`
	Name     string `json:"name"`
	Username string `json:"username"`
}

func (s *surface) signIn(ctx context.Context, _ org.Actor, in *signInInput) (*signInOutput, error) {
	token, session, err := s.Identity.SignIn(ctx, identity.Credentials{Kind: identity.KindStaff, Username: in.Body.Username,
		Password: in.Body.Password, Address: httpapi.Address(ctx), Agent: in.UserAgent, Trace: httpapi.Trace(ctx)})
	if err != nil {
		return nil, err
	}
	return s.begun(ctx, token, session)
}

// begun is the answer that brings a new session.
func (s *surface) begun(ctx context.Context, token string, session identity.Session) (*signInOutput, error) {
	who, err := s.Org.StaffActor(ctx, session.LoginID)
	if err != nil {
		return nil, err
	}
	me, err := s.me(ctx, who)
	if err != nil {
		return nil, err
	}
	return &signInOutput{SetCookie: s.api.SessionCookie(httpapi.Office, token), Body: me}, nil
}

type signOutOutput struct {
	SetCookie string `header:"Set-Cookie"`
}

func (s *surface) signOut(ctx context.Context, _ org.Actor, _ *struct{}) (*signOutOutput, error) {
	if token := httpapi.Token(ctx); token != "" {
		if err := s.Identity.SignOut(ctx, token); err != nil {
			return nil, err
		}
	}
	return &signOutOutput{SetCookie: s.api.NoSession(httpapi.Office)}, nil
}

type meOutput struct{ Body Me }

func (s *surface) readMe(ctx context.Context, who org.Actor, _ *struct{}) (*meOutput, error) {
	me, err := s.me(ctx, who)
	return &meOutput{me}, err
}

func (s *surface) me(ctx context.Context, who org.Actor) (Me, error) {
	member, err := s.Org.Member(ctx, who, who.ID)
	if err != nil {
		return Me{}, err
	}
	return Me{Staff: Person{Code: member.Code, Name: member.Name, Username: member.Username}, Roles: member.Roles,
		Permissions: who.Permissions.List(), DataScope: seen(who), Departments: view.Full(member.Departments), Language: string(httpapi.Language(ctx))}, nil
}

// seen is whether somebody sees every dealer.
func seen(who org.Actor) org.DataScope {
	if who.OwnDealers {
		return org.ScopeOwn
	}
	return org.ScopeAll
}

type passwordInput struct {
	Body struct {
		Old secret.Text `json:"old"`
		New secret.Text `json:"new"`
	}
}

// changePassword ends the other sessions of the login; this one stays.
func (s *surface) changePassword(ctx context.Context, who org.Actor, in *passwordInput) (*struct{}, error) {
	session, err := s.Identity.Resolve(ctx, httpapi.Token(ctx), httpapi.Address(ctx))
	if err != nil {
		return nil, err
	}
	return nil, s.Identity.ChangePassword(ctx, who.Scope(), session, in.Body.Old, in.Body.New, httpapi.Language(ctx))
}
