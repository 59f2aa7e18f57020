package app

import (
	"qudao/internal/dealer"
	"qudao/internal/identity"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/queue"
)

// Services are the domain, made in the order of the floors: each gets what stands below it.
type Services struct {
	DB       *pg.DB
	Identity *identity.Service
	Org      *org.Service
	Dealer   *dealer.Service
}

// NewServices makes the domain on one database.
func NewServices(db *pg.DB) *Services {
	s := &Services{DB: db}
	s.Identity = identity.New(db)
	s.Org = org.New(db, s.Identity)
	s.Dealer = dealer.New(db, s.Identity)
	return s
}

// heard makes caches forget what a fact has changed. A Refresh means that facts may have been missed:
// everything is forgotten.
func (s *Services) heard(n queue.Note) {
	switch {
	case n.Kind == queue.Refresh:
		s.Dealer.Forget()
	case n.DocKind == "dealer":
		s.Dealer.Forget(n.Dealer)
	}
}
