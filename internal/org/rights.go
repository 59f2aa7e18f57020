package org

import (
	"context"
	"fmt"
	"slices"

	"qudao/internal/pg"
)

// rights runs a change of staff, roles or departments. Such changes come one after another. What everybody
// sees follows in the same transaction, and before it commits nobody may have got what the one who changes
// it does not have.
//
// Errors: OwnRights, GrantBeyond, GrantRows, LastAdministrator, and those of fn.
func (s *Service) rights(ctx context.Context, who Actor, fn func(tx *pg.Tx) error) error {
	err := s.db.Write(ctx, everyRow(who), func(tx *pg.Tx) error {
		return changeRights(ctx, tx, who, func() error { return fn(tx) })
	})
	s.actors.Drop()
	return err
}

// everyRow is the scope of a change of rights: which dealers a scope holds is computed over all of them,
// whatever the one who changes it sees.
func everyRow(who Actor) pg.Scope {
	scope := who.Scope()
	scope.All, scope.Staff = true, 0
	return scope
}

func changeRights(ctx context.Context, tx *pg.Tx, who Actor, fn func() error) error {
	if _, err := tx.Exec(ctx, lockRightsSQL); err != nil {
		return err
	}
	before, err := everybody(ctx, tx)
	if err != nil {
		return err
	}
	if err := fn(); err != nil {
		return err
	}
	if err := keepScopesTx(ctx, tx); err != nil {
		return err
	}
	after, err := everybody(ctx, tx)
	if err != nil {
		return err
	}
	if err := granted(who, before, after); err != nil {
		return err
	}
	return keepAdministrator(ctx, tx)
}

// keepScopesTx makes what everybody sees what the roles say. PostgreSQL follows with the dealers
// (dealer.follow_wants). The transaction must see every dealer.
func keepScopesTx(ctx context.Context, tx *pg.Tx) error {
	for _, sql := range []string{keepSeesAllSQL, keepWantsSQL} {
		if _, err := tx.Exec(ctx, sql); err != nil {
			return fmt.Errorf("keep data scopes: %w", err)
		}
	}
	return nil
}

// holding is what a member of staff at work may do and see.
type holding struct {
	ID          int32    `db:"id"`
	SeesAll     bool     `db:"sees_all"`
	Permissions []string `db:"permissions"`
	Wants       []string `db:"wants"` // "rep:12", "region:330000"
}

func everybody(ctx context.Context, tx *pg.Tx) (map[int32]holding, error) {
	rows, err := pg.All[holding](ctx, tx, holdingsSQL)
	if err != nil {
		return nil, fmt.Errorf("rights of everybody: %w", err)
	}
	out := make(map[int32]holding, len(rows))
	for _, h := range rows {
		out[h.ID] = h
	}
	return out, nil
}

// granted refuses what somebody got by a change that the one who changed does not have, and whatever that
// one got by it. Who may grant anything (StaffGrant) gives others what there is, and still not themselves.
func granted(who Actor, before, after map[int32]holding) error {
	if who.Kind != Staff {
		return nil // the system acts for who was checked already
	}
	mine := before[who.StaffID]
	for id, now := range after {
		was := before[id]
		permissions, rows := beyond(now.Permissions, was.Permissions), gainedRows(now, was)
		if id == who.StaffID {
			if len(permissions)+len(rows) > 0 {
				return OwnRights.With()
			}
			continue
		}
		if who.May(StaffGrant) {
			continue
		}
		if more := beyond(permissions, mine.Permissions); len(more) > 0 {
			return GrantBeyond.With("permission", more[0])
		}
		if !mine.SeesAll && len(beyond(rows, mine.Wants)) > 0 {
			return GrantRows.With()
		}
	}
	return nil
}

// gainedRows are the wants that came. Seeing everything is one that nobody narrow has; the dealers whose rep
// somebody is are theirs with the dealer, and not granted by a role.
func gainedRows(now, was holding) []string {
	if was.SeesAll {
		return nil
	}
	if now.SeesAll {
		return []string{"all"}
	}
	own := fmt.Sprintf("rep:%d", now.ID)
	return slices.DeleteFunc(beyond(now.Wants, was.Wants), func(want string) bool { return want == own })
}

// beyond are the texts of a list that another does not hold.
func beyond(list, other []string) []string {
	out := []string{}
	for _, text := range list {
		if !slices.Contains(other, text) {
			out = append(out, text)
		}
	}
	return out
}

// mightier reports whether somebody at work may do or see what the actor may not: then their password is not
// the actor's to set.
func mightier(ctx context.Context, tx *pg.Tx, who Actor, staff int32) (bool, error) {
	if who.Kind != Staff || who.May(StaffGrant) {
		return false, nil
	}
	all, err := everybody(ctx, tx)
	if err != nil {
		return false, err
	}
	theirs, mine := all[staff], all[who.StaffID]
	rows := gainedRows(theirs, holding{ID: staff})
	return len(beyond(theirs.Permissions, mine.Permissions)) > 0 || !mine.SeesAll && len(beyond(rows, mine.Wants)) > 0, nil
}

// keepAdministrator refuses a change after which nobody could change rights any more. The caller
// holds the lock of rights, so that two such changes at once see one another.
func keepAdministrator(ctx context.Context, tx *pg.Tx) error {
	left, err := pg.Value[int](ctx, tx, administratorsSQL, string(StaffEdit), string(StaffGrant))
	if err != nil {
		return err
	}
	if left == 0 {
		return LastAdministrator.With()
	}
	return nil
}

// checkGrants refuses a permission that a role gains and that the actor may not grant, whether or not
// somebody holds the role.
func checkGrants(who Actor, wanted, had []Permission) error {
	if who.Kind != Staff || who.May(StaffGrant) {
		return nil
	}
	for _, p := range wanted {
		if !slices.Contains(had, p) && !who.May(p) {
			return GrantBeyond.At("permissions", "permission", string(p))
		}
	}
	return nil
}
