package office

import (
	"context"
	"net/http"
	"net/netip"
	"time"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/org"
)

func (s *surface) apiKeys() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "api_key.list", Method: http.MethodGet, Path: "/api-keys", Surface: httpapi.Office,
		Permission: org.KeyEdit, Object: httpapi.Brand, Zh: "接口密钥列表", En: "List API keys, the latest first"}, s.listKeys)
	httpapi.Handle(s.api, httpapi.Operation{ID: "api_key.create", Method: http.MethodPost, Path: "/api-keys", Surface: httpapi.Office,
		Permission: org.KeyEdit, Object: httpapi.Brand, Idempotent: true, Zh: "新建接口密钥", En: "Create an API key",
		Doc: "The key itself is in this answer and nowhere else; a repetition of the request brings it without. Nobody gives a program more than they may do themselves."}, s.createKey)
	httpapi.Handle(s.api, httpapi.Operation{ID: "api_key.revoke", Method: http.MethodDelete, Path: "/api-keys/{id}", Surface: httpapi.Office,
		Permission: org.KeyEdit, Object: httpapi.Brand, Zh: "吊销接口密钥", En: "Revoke an API key for good"}, s.revokeKey)
}

// APIKey is a program's key without its secret.
type APIKey struct {
	ID        id.ID      `json:"id"`
	Name      string     `json:"name"`
	Prefix    string     `json:"prefix" doc:"Its first characters, to tell keys apart."`
	Scopes    []string   `json:"scopes" doc:"Permissions."`
	Addresses []string   `json:"addresses" doc:"From where it may be used; everywhere where there is none."`
	ExpiresAt *time.Time `json:"expires_at,omitempty"`
	CreatedAt time.Time  `json:"created_at"`
	CreatedBy string     `json:"created_by"`
	UsedAt    *time.Time `json:"used_at,omitempty" doc:"To the minute."`
	RevokedAt *time.Time `json:"revoked_at,omitempty"`
}

// NewAPIKey is a key that was just made.
type NewAPIKey struct {
	APIKey
	Key string `json:"key,omitempty" doc:"The key itself, shown this once."`
}

func apiKey(k identity.Key) APIKey {
	return APIKey{ID: k.ID, Name: k.Name, Prefix: k.Prefix, Scopes: view.Full(k.Scopes), Addresses: view.Each(k.Addresses, netip.Prefix.String),
		ExpiresAt: k.ExpiresAt, CreatedAt: k.CreatedAt, CreatedBy: k.CreatedBy, UsedAt: k.UsedAt, RevokedAt: k.RevokedAt}
}

func (s *surface) listKeys(ctx context.Context, who org.Actor, _ *struct{}) (*listOutput[APIKey], error) {
	list, err := s.Org.Keys(ctx, who)
	if err != nil {
		return nil, err
	}
	names, err := s.Org.Names(ctx, who, view.Each(list, func(k identity.Key) string { return k.CreatedBy }))
	return listed(list, err, func(k identity.Key) APIKey {
		k.CreatedBy = named(names, k.CreatedBy)
		return apiKey(k)
	})
}

type createKeyInput struct {
	Body struct {
		Name      string     `json:"name"`
		Scopes    []string   `json:"scopes" maxItems:"200" doc:"Permissions."`
		ExpiresAt *time.Time `json:"expires_at,omitempty" doc:"Never where it is left out."`
		Addresses []string   `json:"addresses,omitempty" maxItems:"100" doc:"IP addresses or ranges such as 10.1.0.0/16."`
	}
}

type createKeyOutput struct{ Body NewAPIKey }

func (s *surface) createKey(ctx context.Context, who org.Actor, in *createKeyInput) (*createKeyOutput, error) {
	k, err := s.Org.CreateKey(ctx, who, identity.NewKey{Name: in.Body.Name, Scopes: in.Body.Scopes, Addresses: in.Body.Addresses, ExpiresAt: in.Body.ExpiresAt})
	if err != nil {
		return nil, err
	}
	out := NewAPIKey{APIKey: apiKey(k.Key), Key: k.Plain}
	out.CreatedBy = who.Name
	return &createKeyOutput{out}, nil
}

type revokeKeyInput struct {
	ID id.ID `path:"id"`
}

func (s *surface) revokeKey(ctx context.Context, who org.Actor, in *revokeKeyInput) (*struct{}, error) {
	return nil, s.Org.RevokeKey(ctx, who, in.ID)
}

// named is what a principal is called, or the principal where it has no name here.
func named(names map[string]string, principal string) string {
	if name, ok := names[principal]; ok {
		return name
	}
	return principal
}
