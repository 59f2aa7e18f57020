package catalog

import (
	"qudao/internal/org"
	"qudao/internal/pg"
)

// Service is the catalogue. Make it with New.
type Service struct {
	db    *pg.DB
	items *items
	index *index
	media *media
}

// New makes the catalogue upon a database.
func New(db *pg.DB) *Service {
	return &Service{db: db, items: newItems(maxItems), index: newIndex(), media: newMedia()}
}

// Ref names a piece of master data.
type Ref = org.Ref

// State is where a product stands in its life.
type State string

// The states of a product.
const (
	StateDraft     State = "draft"
	StatePublished State = "published"
	StateArchived  State = "archived"
)

// SKUState says whether an SKU of a product is still sold.
type SKUState string

// The states of an SKU.
const (
	SKUActive   SKUState = "active"
	SKUArchived SKUState = "archived"
)

// system is who reads what the cache keeps for everybody.
var system = pg.Scope{Actor: "system:catalog", All: true}
