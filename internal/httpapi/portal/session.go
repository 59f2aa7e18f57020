package portal

import (
	"context"
	"net/http"
	"strconv"

	"qudao/internal/dealer"
	"qudao/internal/httpapi"
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/org"
	"qudao/internal/secret"
)

func (s *surface) session() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "session.create", Method: http.MethodPost, Path: "/session", Surface: httpapi.Portal,
		Permission: httpapi.Public, Object: httpapi.Own, PerMinute: s.api.SignIns(), Zh: "登录", En: "Sign in"}, s.signIn)
	httpapi.Handle(s.api, httpapi.Operation{ID: "session.delete", Method: http.MethodDelete, Path: "/session", Surface: httpapi.Portal,
		Permission: httpapi.Public, Object: httpapi.Own, Zh: "退出登录", En: "Sign out"}, s.signOut)
	httpapi.Handle(s.api, httpapi.Operation{ID: "me.read", Method: http.MethodGet, Path: "/me", Surface: httpapi.Portal,
		Permission: httpapi.SignedIn, Object: httpapi.Own, Zh: "当前账号", En: "Who is signed in, for which dealer"}, s.readMe)
	httpapi.Handle(s.api, httpapi.Operation{ID: "me.password", Method: http.MethodPut, Path: "/me/password", Surface: httpapi.Portal,
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

// Me is the account that is signed in, and the dealer it acts for.
type Me struct {
	Account  Account          `json:"account"`
	May      []org.Permission `json:"may" doc:"What the account may do now."`
	Limits   *AccountLimits   `json:"limits,omitempty" doc:"What narrows the account; absent: nothing."`
	Dealer   MyDealer         `json:"dealer"`
	State    dealer.State     `json:"state" enum:"active,frozen" doc:"A frozen dealer sees everything and orders nothing."`
	Language string           `json:"language" enum:"zh-CN,en"`
}

// Account is a person of a dealer.
type Account struct {
	ID       id.ID         `json:"id"`
	Name     string        `json:"name"`
	Username string        `json:"username"`
	Role     dealer.Role   `json:"role" enum:"master,buyer,approver,finance,viewer" doc:"The first of its roles."`
	Roles    []dealer.Role `json:"roles" enum:"master,buyer,approver,finance,viewer"`
}

// MyDealer is the caller's own dealer.
type MyDealer struct {
	Code   string  `json:"code"`
	Name   string  `json:"name"`
	Level  org.Ref `json:"level"`
	Region org.Ref `json:"region"`
}

func (s *surface) signIn(ctx context.Context, _ org.Actor, in *signInInput) (*signInOutput, error) {
	token, session, err := s.Identity.SignIn(ctx, identity.Credentials{Kind: identity.KindAccount, Username: in.Body.Username,
		Password: in.Body.Password, Address: httpapi.Address(ctx), Agent: in.UserAgent, Trace: httpapi.Trace(ctx)})
	if err != nil {
		return nil, err
	}
	return s.begun(ctx, token, session)
}

// begun is the answer that brings a new session.
func (s *surface) begun(ctx context.Context, token string, session identity.Session) (*signInOutput, error) {
	who, err := s.Dealer.AccountActor(ctx, session.LoginID)
	if err != nil {
		return nil, err
	}
	me, err := s.me(ctx, who)
	if err != nil {
		return nil, err
	}
	return &signInOutput{SetCookie: s.api.SessionCookie(httpapi.Portal, token), Body: me}, nil
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
	return &signOutOutput{SetCookie: s.api.NoSession(httpapi.Portal)}, nil
}

type meOutput struct{ Body Me }

func (s *surface) readMe(ctx context.Context, who org.Actor, _ *struct{}) (*meOutput, error) {
	me, err := s.me(ctx, who)
	return &meOutput{me}, err
}

func (s *surface) me(ctx context.Context, who org.Actor) (Me, error) {
	self, err := s.Dealer.Self(ctx, who)
	if err != nil {
		return Me{}, err
	}
	limits, err := s.limitsOf(ctx, who, who.Limits)
	if err != nil {
		return Me{}, err
	}
	return Me{
		// One's own name is no secret to oneself.
		Account: accountOf(self.Account), May: who.Permissions.List(), Limits: limits,
		Dealer: MyDealer{Code: self.Code, Name: self.Name, Level: self.Level,
			Region: org.Ref{Code: strconv.Itoa(self.Region.Code), Name: self.Region.Name}},
		State: self.State, Language: string(httpapi.Language(ctx)),
	}, nil
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
