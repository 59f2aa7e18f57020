package org

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// DataScope is a limit on one member of staff, whatever the roles let see.
type DataScope string

// The limits.
const (
	ScopeAll DataScope = "all" // none: all that the roles let see
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
	Departments []Ref        `db:"departments" json:"departments"`
	Roles       []Ref        `db:"roles" json:"roles"`   // for the whole brand
	Within      []Granted    `db:"within" json:"within"` // roles within a department
	DataScope   DataScope    `db:"data_scope" json:"data_scope"`
	SeesAll     bool         `db:"sees_all" json:"sees_all"` // every dealer, at this moment
	State       StaffState   `db:"state" json:"state"`
	LockedUntil *time.Time   `db:"locked_until" json:"locked_until,omitempty"` // after wrong passwords, from any address
	Version     int          `db:"version" json:"version"`
}

// Granted is a role that somebody holds within a department: what it lets see is measured from there.
type Granted struct {
	Role       Ref `json:"role"`
	Department Ref `json:"department"`
}

// Grant is Granted in codes, as it is said.
type Grant struct {
	Role       string `json:"role"`
	Department string `json:"department"`
}

// MemberInput is what a page says of a member of staff. Code and Username count at creation only.
type MemberInput struct {
	Code        string
	Username    string
	Password    secret.Text // at an edit: empty keeps the old one
	Name        string
	Departments []string // codes
	Roles       []string // codes
	Within      []Grant
	DataScope   DataScope
	State       StaffState // empty is active
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
	CheckOneOf(fields, "data_scope", in.DataScope, ScopeAll, ScopeOwn)
	if in.State == "" {
		in.State = StaffActive
	}
	CheckOneOf(fields, "state", in.State, StaffActive, StaffLeft)
	in.Roles, in.Departments = distinct(in.Roles), distinct(in.Departments)
	slices.SortFunc(in.Within, func(a, b Grant) int {
		return cmp.Or(cmp.Compare(a.Role, b.Role), cmp.Compare(a.Department, b.Department))
	})
	in.Within = slices.Compact(in.Within)
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
	ID          int32    `db:"id"`
	Code        string   `db:"code"`
	Name        string   `db:"name"`
	SeesAll     bool     `db:"sees_all"`
	Permissions []string `db:"permissions"`
}

func (r staffRow) actor() Actor {
	return Actor{
		Kind: Staff, ID: r.Code, Name: r.Name, StaffID: r.ID, OwnDealers: !r.SeesAll,
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
