package org

import (
	"context"
	"fmt"
	"strings"

	"qudao/internal/fault"
	"qudao/internal/identity"
	"qudao/internal/once"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// Invitation is how a new member of staff is let in: by a letter where an e-mail address is given, and by
// the link, which the inviter may hand over.
type Invitation struct {
	Email    secret.Email
	Language fault.Language
	Inviter  string // the brand, as the invited knows it
}

// Invited is a member of staff with the path of the invitation. A repetition of the same request brings the
// member without the path: it is shown once and kept nowhere.
type Invited struct {
	Member
	Path string `json:"-"`
}

// Invite makes a member of staff who chooses the password. Until then nobody can sign in as them.
//
// Errors: InvalidInput, CodeTaken, identity.UsernameTaken; GrantBeyond and GrantRows where the new one would
// have more than who invites them.
func (s *Service) Invite(ctx context.Context, who Actor, in MemberInput, how Invitation) (out Invited, err error) {
	if err := who.Require(StaffEdit); err != nil {
		return out, err
	}
	if err := in.invited(how); err != nil {
		return out, err
	}
	err = s.rights(ctx, who, func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (out Invited, err error) {
			link, err := identity.InviteTx(ctx, tx, how.of(in))
			if err != nil {
				return out, err
			}
			out.Path = link.Path
			out.Member, err = createTx(ctx, tx, in, link.LoginID)
			return out, err
		})
		return err
	})
	return out, err
}

// Reinvite makes a new invitation for a member who did not accept the last one, which ends.
//
// Errors: identity.LoginInUse, MightierMember.
func (s *Service) Reinvite(ctx context.Context, who Actor, code string, how Invitation) (out Invited, err error) {
	if err := who.Require(StaffEdit); err != nil {
		return out, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		if out.Member, err = memberTx(ctx, tx, code); err != nil {
			return err
		}
		if more, err := mightier(ctx, tx, who, out.ID); err != nil || more {
			if err == nil {
				err = MightierMember.With()
			}
			return err
		}
		link, err := identity.ReinviteTx(ctx, tx, out.LoginID, how.of(MemberInput{Username: out.Username, Name: out.Name}))
		out.Path = link.Path
		return err
	})
	return out, err
}

// ResetLink makes a link to a new password for a member of staff, to be handed over.
//
// Errors: MightierMember.
func (s *Service) ResetLink(ctx context.Context, who Actor, code string) (link identity.Link, err error) {
	if err := who.Require(StaffEdit); err != nil {
		return link, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		member, err := memberTx(ctx, tx, code)
		if err != nil {
			return err
		}
		if more, err := mightier(ctx, tx, who, member.ID); err != nil || more {
			if err == nil {
				err = MightierMember.With()
			}
			return err
		}
		link, err = identity.ResetLinkTx(ctx, tx, member.LoginID)
		return err
	})
	return link, err
}

func (in *MemberInput) invited(how Invitation) error {
	var fields fault.Fields
	in.check(&fields)
	CheckCode(&fields, "code", in.Code)
	identity.CheckUsername(&fields, "username", in.Username)
	identity.CheckEmail(&fields, "email", how.Email)
	return fields.Err()
}

func (how Invitation) of(in MemberInput) identity.Invite {
	return identity.Invite{Kind: identity.KindStaff, Username: in.Username, Name: in.Name, Email: how.Email, Language: how.Language, Inviter: how.Inviter}
}

// Accept accepts an invitation with the name the person goes by, and begins the first session.
//
// Errors: identity.LinkDead, InvalidInput.
func (s *Service) Accept(ctx context.Context, link, name string, password secret.Text, from identity.Visit) (token string, session identity.Session, err error) {
	invited, err := s.ids.Invitation(ctx, identity.KindStaff, link)
	if err != nil {
		return "", session, err
	}
	var fields fault.Fields
	CheckName(&fields, "name", name)
	identity.CheckPassword(&fields, "password", invited.Username, password)
	if err := fields.Err(); err != nil {
		return "", session, err
	}
	hash, err := s.ids.HashPassword(ctx, invited.Username, password)
	if err != nil {
		return "", session, err
	}
	scope := pg.Scope{Actor: "login:staff/" + invited.Username, Address: from.Address, Trace: from.Trace}
	err = s.db.Write(ctx, scope, func(tx *pg.Tx) error {
		if token, session, err = identity.AcceptTx(ctx, tx, identity.KindStaff, link, hash, from); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, nameMemberSQL, session.LoginID, strings.TrimSpace(name)); err != nil {
			return fmt.Errorf("name a member of staff: %w", err)
		}
		return nil
	})
	s.actors.Drop()
	return token, session, err
}
