package org

import (
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/pg"
)

// Kind says what sort of principal acts.
type Kind string

// The principals.
const (
	Dealer  Kind = "account" // a dealer's account, on the portal
	Staff   Kind = "staff"   // a member of the brand's staff, in the office
	Program Kind = "key"     // a program with an API key
	System  Kind = "system"  // a job of our own
)

// Forbidden is the refusal of an actor without the permission. It names the permission, so that the
// page can say who could grant it.
var Forbidden = fault.Define(fault.Denied, "permission_missing", "没有权限：{permission}。可由管理员在“员工与角色”中授予。", "The permission {permission} is missing. An administrator can grant it under Staff and roles.")

// Actor is who asks. It is made by the edge (or NewSystem) and never from a request's content.
type Actor struct {
	Kind Kind
	ID   string // staff code, account id, key id, job name
	Name string // shown on timelines

	DealerID    int32   // of a dealer's account
	DealerCode  string  // of a dealer's account
	AccountID   id.ID   // of a dealer's account
	Limits      *Limits // of a dealer's account; nil: none
	Audiences   []int32 // audiences the dealer is in
	StaffID     int32   // of staff
	OwnDealers  bool    // staff that does not see every dealer: only those of its scope
	Permissions Permissions

	Address string // where from
	Trace   string // the request's id
}

// NewSystem is the actor of a job. It may do everything and sees all rows.
func NewSystem(job string) Actor {
	return Actor{Kind: System, ID: job, Name: "系统", Permissions: Everything}
}

// Principal names the actor in audit rows and idempotency keys.
func (a Actor) Principal() string { return string(a.Kind) + ":" + a.ID }

// Scope is the rows that exist for the actor.
func (a Actor) Scope() pg.Scope {
	s := pg.Scope{Actor: a.Principal(), Address: a.Address, Trace: a.Trace}
	switch a.Kind {
	case Dealer:
		s.Dealers, s.Audiences = []int32{a.DealerID}, a.Audiences
	case Staff:
		s.Staff = a.Reach()
		s.All = s.Staff == 0
	case Program, System:
		s.All = true
	}
	return s
}

// Sees reports whether rows of a dealer can be the actor's at all. Row-level security decides that for
// everybody; this is the application's own wall around the people of a dealer.
func (a Actor) Sees(dealer int32) bool { return a.Kind != Dealer || a.DealerID == dealer }

// Reach is the staff scope whose dealers alone can be the actor's, 0 where no staff scope narrows it. It is
// the application's own wall around reps: statements ask for a dealer in it, ($n = 0 OR dealer_id IN
// (SELECT dealer_id FROM pg.scope_dealer WHERE scope_id = $n)), whatever the policies say.
func (a Actor) Reach() int32 {
	if a.Kind == Staff && a.OwnDealers {
		return a.StaffID
	}
	return 0
}

// May reports whether the actor has the permission.
func (a Actor) May(p Permission) bool { return a.Permissions.Has(p) }

// Require refuses with Forbidden an actor without the permission.
func (a Actor) Require(p Permission) error {
	if a.May(p) {
		return nil
	}
	return Forbidden.With("permission", string(p))
}
