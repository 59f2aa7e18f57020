package portal

import (
	"context"
	"net/http"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/identity"
	"qudao/internal/org"
	"qudao/internal/secret"
)

// links are the operations of who is let in by a link: invitations and forgotten passwords. Nobody is known
// there, so each is bounded by address as signing in is.
func (s *surface) links() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "invitation.look", Method: http.MethodPost, Path: "/invitation", Surface: httpapi.Portal,
		Permission: httpapi.Public, Object: httpapi.Own, PerMinute: s.api.SignIns(), Zh: "查看邀请", En: "See an invitation by the token of its link",
		Doc: "A link that was used, ended or replaced is missing, as one that never was."}, s.lookAtInvitation)
	httpapi.Handle(s.api, httpapi.Operation{ID: "invitation.accept", Method: http.MethodPost, Path: "/invitation/accept", Surface: httpapi.Portal,
		Permission: httpapi.Public, Object: httpapi.Own, PerMinute: s.api.SignIns(), Zh: "接受邀请", En: "Choose name and password, and begin the first session"}, s.acceptInvitation)
	httpapi.Handle(s.api, httpapi.Operation{ID: "reset.ask", Method: http.MethodPost, Path: "/reset", Surface: httpapi.Portal,
		Permission: httpapi.Public, Object: httpapi.Own, PerMinute: s.api.SignIns(), Zh: "忘记密码", En: "Ask for a letter with a link to a new password",
		Doc: "The answer is the same whether the username exists or not."}, s.askReset)
	httpapi.Handle(s.api, httpapi.Operation{ID: "reset.look", Method: http.MethodPost, Path: "/reset/look", Surface: httpapi.Portal,
		Permission: httpapi.Public, Object: httpapi.Own, PerMinute: s.api.SignIns(), Zh: "查看重置链接", En: "See whose password a link sets"}, s.lookAtReset)
	httpapi.Handle(s.api, httpapi.Operation{ID: "reset.use", Method: http.MethodPost, Path: "/reset/use", Surface: httpapi.Portal,
		Permission: httpapi.Public, Object: httpapi.Own, PerMinute: s.api.SignIns(), Zh: "重置密码", En: "Set a new password; all sessions end"}, s.useReset)
}

// visit is from where a request comes that nobody is known for.
func (s *surface) visit(ctx context.Context, agent string) identity.Visit {
	return identity.Visit{Address: httpapi.Address(ctx), Agent: agent, Trace: httpapi.Trace(ctx), Language: httpapi.Language(ctx)}
}

func (s *surface) lookAtInvitation(ctx context.Context, _ org.Actor, in *view.Link) (*view.Invitation, error) {
	invitation, err := s.Identity.Invitation(ctx, identity.KindAccount, in.Body.Token)
	if err != nil {
		return nil, err
	}
	return view.InvitationOf(invitation), nil
}

func (s *surface) acceptInvitation(ctx context.Context, _ org.Actor, in *view.Acceptance) (*signInOutput, error) {
	token, session, err := s.Dealer.Accept(ctx, in.Body.Token, secret.Name(in.Body.Name), in.Body.Password, s.visit(ctx, in.UserAgent))
	if err != nil {
		return nil, err
	}
	return s.begun(ctx, token, session)
}

func (s *surface) askReset(ctx context.Context, _ org.Actor, in *view.Forgotten) (*struct{}, error) {
	return nil, s.Identity.AskReset(ctx, identity.KindAccount, in.Body.Username, s.visit(ctx, ""))
}

func (s *surface) lookAtReset(ctx context.Context, _ org.Actor, in *view.Link) (*view.ResetOf, error) {
	username, err := s.Identity.ResetOf(ctx, identity.KindAccount, in.Body.Token)
	if err != nil {
		return nil, err
	}
	out := &view.ResetOf{}
	out.Body.Username = username
	return out, nil
}

func (s *surface) useReset(ctx context.Context, _ org.Actor, in *view.NewPassword) (*struct{}, error) {
	return nil, s.Identity.Reset(ctx, identity.KindAccount, in.Body.Token, in.Body.Password, s.visit(ctx, ""))
}
