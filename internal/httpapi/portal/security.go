package portal

import (
	"context"
	"net/http"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/org"
	"qudao/internal/secret"
)

// security are the operations of somebody signed in over the own login: where it is signed in, and where
// letters to it go.
func (s *surface) security() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "me.security", Method: http.MethodGet, Path: "/me/security", Surface: httpapi.Portal,
		Permission: httpapi.SignedIn, Object: httpapi.Own, Zh: "登录与安全", En: "How the caller signs in"}, s.readSecurity)
	httpapi.Handle(s.api, httpapi.Operation{ID: "me.email", Method: http.MethodPut, Path: "/me/email", Surface: httpapi.Portal,
		Permission: httpapi.SignedIn, Object: httpapi.Own, PerMinute: s.api.SignIns(), Zh: "修改邮箱", En: "Say where letters to the caller go"}, s.changeEmail)
	httpapi.Handle(s.api, httpapi.Operation{ID: "session.list", Method: http.MethodGet, Path: "/me/sessions", Surface: httpapi.Portal,
		Permission: httpapi.SignedIn, Object: httpapi.Own, Zh: "登录设备", En: "List where the caller is signed in, the latest first"}, s.listSessions)
	httpapi.Handle(s.api, httpapi.Operation{ID: "session.revoke", Method: http.MethodDelete, Path: "/me/sessions/{id}", Surface: httpapi.Portal,
		Permission: httpapi.SignedIn, Object: httpapi.Own, Zh: "退出设备", En: "End one session of the caller's",
		Doc: "One that is over already, or is another's, is no error: nothing ends."}, s.revokeSession)
	httpapi.Handle(s.api, httpapi.Operation{ID: "session.revoke_all", Method: http.MethodPost, Path: "/me/sessions/end", Surface: httpapi.Portal,
		Permission: httpapi.SignedIn, Object: httpapi.Own, Zh: "全部退出", En: "End all sessions of the caller's, or all others"}, s.revokeSessions)
}

type securityOutput struct{ Body view.Security }

func (s *surface) readSecurity(ctx context.Context, _ org.Actor, _ *struct{}) (*securityOutput, error) {
	session, err := s.Identity.Resolve(ctx, httpapi.Token(ctx), httpapi.Address(ctx))
	if err != nil {
		return nil, err
	}
	email, err := s.Identity.Email(ctx, session.LoginID)
	if err != nil {
		return nil, err
	}
	return &securityOutput{view.Security{Email: email.Reveal()}}, nil // one's own is no secret to oneself
}

func (s *surface) changeEmail(ctx context.Context, who org.Actor, in *view.Email) (*struct{}, error) {
	session, err := s.Identity.Resolve(ctx, httpapi.Token(ctx), httpapi.Address(ctx))
	if err != nil {
		return nil, err
	}
	return nil, s.Identity.ChangeEmail(ctx, who.Scope(), session, in.Body.Password, secret.Email(in.Body.Email), httpapi.Language(ctx))
}

type sessionsOutput struct{ Body view.Sessions }

func (s *surface) listSessions(ctx context.Context, _ org.Actor, _ *struct{}) (*sessionsOutput, error) {
	session, err := s.Identity.Resolve(ctx, httpapi.Token(ctx), httpapi.Address(ctx))
	if err != nil {
		return nil, err
	}
	list, err := s.Identity.Sessions(ctx, session.LoginID)
	if err != nil {
		return nil, err
	}
	return &sessionsOutput{view.SessionsOf(list, session.ID)}, nil
}

func (s *surface) revokeSession(ctx context.Context, who org.Actor, in *view.BySession) (*struct{}, error) {
	session, err := s.Identity.Resolve(ctx, httpapi.Token(ctx), httpapi.Address(ctx))
	if err != nil {
		return nil, err
	}
	return nil, s.Identity.Revoke(ctx, who.Scope(), session.LoginID, in.ID)
}

func (s *surface) revokeSessions(ctx context.Context, who org.Actor, in *view.EndSessions) (*signOutOutput, error) {
	session, err := s.Identity.Resolve(ctx, httpapi.Token(ctx), httpapi.Address(ctx))
	if err != nil {
		return nil, err
	}
	if in.Body.Others {
		return &signOutOutput{}, s.Identity.RevokeAll(ctx, who.Scope(), session.LoginID, session.ID)
	}
	return &signOutOutput{SetCookie: s.api.NoSession(httpapi.Portal)}, s.Identity.RevokeAll(ctx, who.Scope(), session.LoginID, "")
}
