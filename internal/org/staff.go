package org

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/once"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// DataScope says whose rows a member of staff sees.
type DataScope string

// The data scopes.
const (
	ScopeAll DataScope = "all" // every dealer
	ScopeOwn DataScope = "own" // the dealers whose rep it is
)

// StaffState says whether a member of staff works here.
type StaffState string

// The states. Who left cannot sign in; the name stays on what they did.
const (
	StaffActive StaffState = "active"
	StaffLeft   StaffState = "left"
)

// Member is a member of staff.
type Member struct {
	ID          int32        `db:"id" json:"-"`
	LoginID     id.ID        `db:"login_id" json:"-"`
	Code        string       `db:"code" json:"code"`
	Name        string       `db:"name" json:"name"`
	Username    string       `db:"username" json:"username"`
	Email       secret.Email `db:"email" json:"-"`
	Invited     bool         `db:"invited" json:"invited"` // did not accept the invitation yet
	Department  string       `db:"department" json:"department"`
	Roles       []Ref        `db:"roles" json:"roles"`
	DataScope   DataScope    `db:"data_scope" json:"data_scope"`
	State       StaffState   `db:"state" json:"state"`
	LockedUntil *time.Time   `db:"locked_until" json:"locked_until,omitempty"` // after wrong passwords, from any address
	Version     int          `db:"version" json:"version"`
}

// MemberInput is what a page says of a member of staff. Code and Username count at creation only.
type MemberInput struct {
	Code       string
	Username   string
	Password   secret.Text // at an edit: empty keeps the old one
	Name       string
	Department string
	Roles      []string // codes
	DataScope  DataScope
	State      StaffState // empty is active
}

// Validate names everything that is wrong with a new member.
func (in *MemberInput) Validate() error { return in.validate(true) }

func (in *MemberInput) validate(creating bool) error {
	var fields fault.Fields
	if creating {
		CheckCode(&fields, "code", in.Code)
		identity.CheckUsername(&fields, "username", in.Username)
	}
	if creating || !in.Password.Empty() {
		identity.CheckPassword(&fields, "password", in.Username, in.Password)
	}
	in.check(&fields)
	return fields.Err()
}

// check adds what is wrong beside login and password.
func (in *MemberInput) check(fields *fault.Fields) {
	CheckName(fields, "name", in.Name)
	CheckText(fields, "department", in.Department, 100)
	CheckOneOf(fields, "data_scope", in.DataScope, ScopeAll, ScopeOwn)
	if in.State == "" {
		in.State = StaffActive
	}
	CheckOneOf(fields, "state", in.State, StaffActive, StaffLeft)
	in.Roles = distinct(in.Roles)
}

// Members lists the staff by code.
func (s *Service) Members(ctx context.Context, who Actor) (out []Member, err error) {
	if err := who.Require(StaffRead); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = pg.All[Member](ctx, tx, membersSQL, "")
		return err
	})
	return out, err
}

// Member returns one member of staff. Everybody may ask for themselves.
func (s *Service) Member(ctx context.Context, who Actor, code string) (out Member, err error) {
	if who.Kind != Staff || who.ID != code {
		if err := who.Require(StaffRead); err != nil {
			return out, err
		}
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = memberTx(ctx, tx, code)
		return err
	})
	return out, err
}

func memberTx(ctx context.Context, tx *pg.Tx, code string) (Member, error) {
	if code == "" {
		return Member{}, fault.NotFound.With()
	}
	return pg.One[Member](ctx, tx, membersSQL, code)
}

// CreateMember makes a member of staff with a login.
//
// Errors: InvalidInput, CodeTaken, identity.UsernameTaken.
func (s *Service) CreateMember(ctx context.Context, who Actor, in MemberInput) (out Member, err error) {
	if err := who.Require(StaffEdit); err != nil {
		return out, err
	}
	if err := in.validate(true); err != nil {
		return out, err
	}
	password, err := s.ids.HashPassword(ctx, in.Username, in.Password)
	if err != nil {
		return out, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (Member, error) { return CreateMemberTx(ctx, tx, in, password) })
		return err
	})
	return out, err
}

// CreateMemberTx makes a member of staff with a password that is hashed already.
func CreateMemberTx(ctx context.Context, tx *pg.Tx, in MemberInput, password identity.Hash) (Member, error) {
	login, err := identity.CreateLoginTx(ctx, tx, identity.NewLogin{Kind: identity.KindStaff, Username: in.Username, Password: password})
	if err != nil {
		return Member{}, err
	}
	return createTx(ctx, tx, in, login)
}

func createTx(ctx context.Context, tx *pg.Tx, in MemberInput, login id.ID) (Member, error) {
	staff, err := pg.Value[int32](ctx, tx, createMemberSQL, in.Code, in.Name, login, in.Department, string(in.DataScope))
	if pg.Violates(err, "staff_code_key") {
		return Member{}, CodeTaken.At("code", "code", in.Code)
	}
	if err != nil {
		return Member{}, fmt.Errorf("create staff: %w", err)
	}
	if err := setRoles(ctx, tx, staff, in.Roles); err != nil {
		return Member{}, err
	}
	return memberTx(ctx, tx, in.Code)
}

// EditMember changes a member of staff, made on the given version.
//
// Errors: InvalidInput, pg.VersionChanged, OwnRights, LastAdministrator.
func (s *Service) EditMember(ctx context.Context, who Actor, code string, version int, in MemberInput) (out Member, err error) {
	if err := who.Require(StaffEdit); err != nil {
		return out, err
	}
	in.Code = code
	if err := in.validate(false); err != nil {
		return out, err
	}
	var password identity.Hash
	if !in.Password.Empty() {
		if password, err = s.ids.HashPassword(ctx, in.Username, in.Password); err != nil {
			return out, err
		}
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (Member, error) { return s.edit(ctx, tx, who, version, in, password) })
		return err
	})
	s.actors.Drop()
	return out, err
}

func (s *Service) edit(ctx context.Context, tx *pg.Tx, who Actor, version int, in MemberInput, password identity.Hash) (Member, error) {
	if _, err := tx.Exec(ctx, lockRightsSQL); err != nil {
		return Member{}, err
	}
	old, err := memberTx(ctx, tx, in.Code)
	if err != nil {
		return Member{}, err
	}
	if old.Version != version {
		return Member{}, pg.VersionChanged.With("version", old.Version)
	}
	rights := !slices.Equal(codes(old.Roles), in.Roles) || old.DataScope != in.DataScope || old.State != in.State
	if rights && who.Kind == Staff && who.ID == in.Code {
		return Member{}, OwnRights.With()
	}
	if _, err := tx.Exec(ctx, editMemberSQL, old.ID, in.Name, in.Department, string(in.DataScope), string(in.State)); err != nil {
		return Member{}, fmt.Errorf("edit staff: %w", err)
	}
	if err := setRoles(ctx, tx, old.ID, in.Roles); err != nil {
		return Member{}, err
	}
	if err := identity.SetStateTx(ctx, tx, old.LoginID, in.State == StaffActive); err != nil {
		return Member{}, err
	}
	if password != (identity.Hash{}) {
		if err := identity.SetPasswordTx(ctx, tx, old.LoginID, password); err != nil {
			return Member{}, err
		}
	}
	if err := keepAdministrator(ctx, tx); err != nil {
		return Member{}, err
	}
	return memberTx(ctx, tx, in.Code)
}

// Unlock forgets the wrong passwords of a member of staff.
func (s *Service) Unlock(ctx context.Context, who Actor, code string) (out Member, err error) {
	if err := who.Require(StaffEdit); err != nil {
		return out, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		member, err := memberTx(ctx, tx, code)
		if err != nil {
			return err
		}
		if err := identity.UnlockTx(ctx, tx, member.LoginID); err != nil {
			return err
		}
		out, err = memberTx(ctx, tx, code)
		return err
	})
	return out, err
}

// StaffActor tells who a login of staff is and what it may do: the union over its roles. The answer
// is at most identity.Fresh old. Address and Trace are the caller's to fill in.
//
// Errors: identity.SessionMissing for who is no active member of staff.
func (s *Service) StaffActor(ctx context.Context, login id.ID) (Actor, error) {
	return s.actors.Get(login, func() (a Actor, err error) {
		err = s.db.Read(ctx, pg.Scope{Actor: "system:session"}, func(tx *pg.Tx) error {
			row, err := pg.One[staffRow](ctx, tx, staffActorSQL, login)
			if errors.Is(err, pgx.ErrNoRows) {
				return identity.SessionMissing.With()
			}
			a = row.actor()
			return err
		})
		return a, err
	})
}

type staffRow struct {
	ID          int32     `db:"id"`
	Code        string    `db:"code"`
	Name        string    `db:"name"`
	DataScope   DataScope `db:"data_scope"`
	Permissions []string  `db:"permissions"`
}

func (r staffRow) actor() Actor {
	return Actor{
		Kind: Staff, ID: r.Code, Name: r.Name, StaffID: r.ID, OwnDealers: r.DataScope == ScopeOwn,
		Permissions: Of(permissions(r.Permissions)...),
	}
}

func permissions(codes []string) []Permission {
	out := make([]Permission, len(codes))
	for i, code := range codes {
		out[i] = Permission(code)
	}
	return out
}

func codes(refs []Ref) []string {
	out := make([]string, len(refs))
	for i, ref := range refs {
		out[i] = ref.Code
	}
	slices.Sort(out)
	return out
}
