package org

import (
	"context"
	"fmt"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/once"
	"qudao/internal/pg"
)

// ProgramActor is the actor of a program that showed a key: its scopes are its permissions, and it
// sees every dealer.
func ProgramActor(key identity.Key) Actor {
	return Actor{Kind: Program, ID: key.ID.String(), Name: key.Name, Permissions: Of(permissions(key.Scopes)...)}
}

// IssuedKey is a new key with its plain text. A repetition of the same request brings the key
// without the text: it is shown once and kept nowhere.
type IssuedKey struct {
	identity.Key
	Plain string `json:"-"`
}

// CreateKey makes an API key. Nobody gives a program more than they may do themselves.
//
// Errors: KeySeesAll, InvalidInput, Forbidden, identity.KeyEndPast.
func (s *Service) CreateKey(ctx context.Context, who Actor, in identity.NewKey) (out IssuedKey, err error) {
	if err := who.Require(KeyEdit); err != nil {
		return out, err
	}
	if who.OwnDealers {
		return out, KeySeesAll.With()
	}
	var fields fault.Fields
	CheckName(&fields, "name", in.Name)
	if len(in.Scopes) == 0 {
		fields.Add("scopes", Required)
	}
	for i, scope := range in.Scopes {
		if !Known(Permission(scope)) {
			fields.Add(fmt.Sprintf("scopes[%d]", i), PermissionUnknown, "permission", scope)
		}
	}
	in.Validate(&fields)
	if err := fields.Err(); err != nil {
		return out, err
	}
	for _, scope := range in.Scopes {
		if err := who.Require(Permission(scope)); err != nil {
			return out, err
		}
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (out IssuedKey, err error) {
			out.Key, out.Plain, err = identity.CreateKeyTx(ctx, tx, in)
			return out, err
		})
		return err
	})
	return out, err
}

// Keys lists the API keys, the latest first.
func (s *Service) Keys(ctx context.Context, who Actor) (out []identity.Key, err error) {
	if err := who.Require(KeyEdit); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = identity.KeysTx(ctx, tx)
		return err
	})
	return out, err
}

// RevokeKey ends an API key for good, within identity.Fresh on every server.
func (s *Service) RevokeKey(ctx context.Context, who Actor, key id.ID) error {
	if err := who.Require(KeyEdit); err != nil {
		return err
	}
	return s.ids.RevokeKey(ctx, who.Scope(), key)
}
