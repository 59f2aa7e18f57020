package inventory

import (
	"qudao/internal/org"
	"qudao/internal/pg"
)

// Service is the stock. Make it with New.
type Service struct {
	db       *pg.DB
	displays displayCache
}

// New makes the stock upon a database.
func New(db *pg.DB) *Service { return &Service{db: db} }

// Ref names a piece of master data.
type Ref = org.Ref

// system is who reads what is the same for everybody.
var system = pg.Scope{Actor: "system:inventory", All: true}
