package portal

import (
	"context"
	"net/http"
	"time"

	"qudao/internal/dealer"
	"qudao/internal/httpapi"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/secret"
)

func (s *surface) invitations() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "account.invite", Method: http.MethodPost, Path: "/accounts", Surface: httpapi.Portal,
		Permission: org.AccountEdit, Object: httpapi.Dealer, Idempotent: true, Zh: "邀请子账号", En: "Make a sub-account and the link by which its person comes in",
		Doc: "The link is told once: a repetition of the same request has none."}, s.inviteAccount)
	httpapi.Handle(s.api, httpapi.Operation{ID: "account.invite_again", Method: http.MethodPost, Path: "/accounts/{id}/invitation", Surface: httpapi.Portal,
		Permission: org.AccountEdit, Object: httpapi.Dealer, Idempotent: true, Zh: "重新邀请", En: "Make a new link for somebody who has not come in yet; the last one ends"}, s.inviteAgain)
}

type inviteInput struct {
	Body struct {
		PersonInput
		Username string `json:"username" maxLength:"64"`
		Email    string `json:"email,omitempty" maxLength:"200" doc:"Where the link is sent. Without one it is handed over."`
	}
}

type invitedOutput struct{ Body InvitedAccount }

// InvitedAccount is an account that waits for its person.
type InvitedAccount struct {
	Account   CompanyAccount `json:"account"`
	Path      string         `json:"path,omitempty" doc:"Of the link, below the address of the installation; told once."`
	ExpiresAt *time.Time     `json:"expires_at,omitempty"`
}

func (s *surface) invited(ctx context.Context, who org.Actor, in dealer.Invited) (*invitedOutput, error) {
	account, err := s.companyAccount(ctx, who, in.Account, nil)
	out := InvitedAccount{Account: account}
	if in.Link.Token != "" {
		out.Path, out.ExpiresAt = in.Link.Path, &in.Link.ExpiresAt
	}
	return &invitedOutput{out}, err
}

func (s *surface) inviteAccount(ctx context.Context, who org.Actor, in *inviteInput) (*invitedOutput, error) {
	person, err := s.person(ctx, who, in.Body.PersonInput)
	if err != nil {
		return nil, err
	}
	made, err := s.Dealer.Invite(ctx, who, dealer.InviteInput{PersonInput: person, Username: in.Body.Username, Email: secret.Email(in.Body.Email), Language: httpapi.Language(ctx)})
	if err != nil {
		return nil, err
	}
	return s.invited(ctx, who, made)
}

type accountInput struct {
	ID id.ID `path:"id"`
}

func (s *surface) inviteAgain(ctx context.Context, who org.Actor, in *accountInput) (*invitedOutput, error) {
	made, err := s.Dealer.Reinvite(ctx, who, in.ID, httpapi.Language(ctx))
	if err != nil {
		return nil, err
	}
	return s.invited(ctx, who, made)
}
