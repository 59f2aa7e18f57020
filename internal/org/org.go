package org

import (
	"context"
	"fmt"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/pg"
	"qudao/internal/recent"
)

// Service keeps staff, roles, divisions and API keys.
type Service struct {
	db     *pg.DB
	ids    *identity.Service
	actors *recent.Cache[id.ID, Actor]
}

// New makes the service.
func New(db *pg.DB, ids *identity.Service) *Service {
	return &Service{db: db, ids: ids, actors: recent.New[id.ID, Actor](identity.Fresh)}
}

// Division is a business unit that dealers have contracts with.
type Division struct {
	ID   int32  `db:"id" json:"-"`
	Code string `db:"code" json:"code"`
	Name string `db:"name" json:"name"`
}

// Divisions lists the business units by code. Everybody may know them.
func (s *Service) Divisions(ctx context.Context, who Actor) (out []Division, err error) {
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = pg.All[Division](ctx, tx, divisionsSQL)
		return err
	})
	return out, err
}

// UpsertDivisionsTx makes or renames divisions by code.
func UpsertDivisionsTx(ctx context.Context, tx *pg.Tx, divisions []Ref) error {
	codes, names, err := split("divisions", divisions)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, upsertDivisionsSQL, codes, names)
	return err
}

func split(path string, refs []Ref) (codes, names []string, err error) {
	var fields fault.Fields
	for i, ref := range refs {
		CheckCode(&fields, fmt.Sprintf("%s[%d].code", path, i), ref.Code)
		CheckName(&fields, fmt.Sprintf("%s[%d].name", path, i), ref.Name)
		codes, names = append(codes, ref.Code), append(names, ref.Name)
	}
	return codes, names, fields.Err()
}
