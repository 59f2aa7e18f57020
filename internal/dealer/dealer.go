package dealer

import (
	"time"

	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/recent"
	"qudao/internal/secret"
)

// State says what a dealer may do.
type State string

// The states. The people of a frozen dealer sign in and see, but do not order; those of a closed one
// are refused at their next request.
const (
	StateActive State = "active"
	StateFrozen State = "frozen"
	StateClosed State = "closed"
)

// RegionRef names a region: an official code and the name from the province down.
type RegionRef struct {
	Code int    `json:"code"`
	Name string `json:"name"`
}

// Card is a dealer as lists show it.
type Card struct {
	ID        int32     `db:"id" json:"-"`
	Code      string    `db:"code" json:"code"`
	Name      string    `db:"name" json:"name"`
	ShortName string    `db:"short_name" json:"short_name"`
	Level     org.Ref   `db:"level" json:"level"`
	Region    RegionRef `db:"region" json:"region"`
	Tags      []org.Ref `db:"tags" json:"tags"`
	State     State     `db:"state" json:"state"`
	Rep       *org.Ref  `db:"rep" json:"rep,omitempty"`
	Version   int       `db:"version" json:"version"`
}

// Dealer is a dealer with all that belongs to it.
type Dealer struct {
	Card
	Divisions  []org.Ref    `db:"divisions" json:"divisions"`
	Contact    secret.Name  `db:"contact" json:"contact"`
	Phone      secret.Phone `db:"phone" json:"phone"`
	CreditCode string       `db:"credit_code" json:"credit_code"` // unified social credit code
	CreatedAt  time.Time    `db:"created_at" json:"created_at"`
	UpdatedAt  time.Time    `db:"updated_at" json:"updated_at"`
	Addresses  []Address    `db:"-" json:"addresses"`
	Accounts   []Account    `db:"-" json:"accounts"`
	Audiences  []Membership `db:"-" json:"audiences"`
}

// Membership is an audience a dealer is in, and by which conditions.
type Membership struct {
	org.Ref
	Because Because `json:"because"`
}

// Address is where a dealer's goods go.
type Address struct {
	DealerID   int32        `db:"dealer_id" json:"-"`
	ID         id.ID        `db:"id" json:"id"`
	Name       secret.Name  `db:"name" json:"name"` // who receives
	Phone      secret.Phone `db:"phone" json:"phone"`
	RegionCode int          `db:"region_code" json:"region_code"`
	RegionName string       `db:"region_name" json:"region_name"` // from the province down
	Detail     string       `db:"detail" json:"detail"`
	Default    bool         `db:"is_default" json:"default"`
}

// Service keeps dealers and audiences.
type Service struct {
	db     *pg.DB
	ids    *identity.Service
	known  *recent.Cache[int32, *Known]
	actors *recent.Cache[id.ID, org.Actor]
}

// New makes the service.
func New(db *pg.DB, ids *identity.Service) *Service {
	return &Service{
		db: db, ids: ids,
		known:  recent.New[int32, *Known](knownFor),
		actors: recent.New[id.ID, org.Actor](identity.Fresh),
	}
}
