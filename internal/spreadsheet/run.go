package spreadsheet

import (
	"encoding/json"
	"fmt"
	"time"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/org"
)

// Kind names a list that is imported or exported.
type Kind string

// The kinds. Products, prices and stock go both ways.
const (
	Products Kind = "products"
	Prices   Kind = "prices"
	Stock    Kind = "stock"
	Orders   Kind = "orders"
	Dealers  Kind = "dealers"
	Audit    Kind = "audit"

	Audiences  Kind = "audiences"
	Members    Kind = "members" // of one audience
	PriceLists Kind = "price_lists"
	Categories Kind = "categories"
	Warehouses Kind = "warehouses"
	Movements  Kind = "movements" // of stock
	Staff      Kind = "staff"
	Roles      Kind = "roles"
)

// State of a run.
type State string

// The states; Done and Failed are final.
const (
	Waiting State = "waiting"
	Running State = "running"
	Done    State = "done"
	Failed  State = "failed"
)

// Direction says whether rows come in or go out.
type Direction string

// The directions.
const (
	In  Direction = "in"
	Out Direction = "out"
)

// Run is one import or export as its owner sees it.
type Run struct {
	ID         id.ID      `json:"id"`
	Direction  Direction  `json:"direction"`
	Kind       Kind       `json:"kind"`
	Name       string     `json:"name"` // of the file
	State      State      `json:"state"`
	Done       int        `json:"done"`   // rows worked
	Total      int        `json:"total"`  // rows in all, once known
	OK         int        `json:"ok"`     // rows applied
	Failed     int        `json:"failed"` // rows with something wrong
	ByKind     []Count    `json:"by_kind" nullable:"false"`
	Problem    *Problem   `json:"problem,omitempty"`
	HasFile    bool       `json:"file"`        // an exported file is ready
	HasErrors  bool       `json:"errors_file"` // an error file is ready
	CreatedAt  time.Time  `json:"created_at"`
	FinishedAt *time.Time `json:"finished_at,omitempty"`
	Undoable   bool       `json:"undoable"` // what it wrote can be taken back, as far as nothing was written there since
	UndoneAt   *time.Time `json:"undone_at,omitempty"`
	Undone     int        `json:"undone,omitempty"` // SKUs whose prices, or levels whose stock, are again what they were
}

// Problem is why a run as a whole failed, in its owner's language.
type Problem struct {
	Code   string `json:"code"`
	Detail string `json:"detail"`
}

// Count is how many rows had one kind of problem. Detail is the first row's sentence.
type Count struct {
	Code   string `json:"code"`
	Detail string `json:"detail"`
	Count  int    `json:"count"`
}

// Params say what an import is for.
type Params struct {
	List     string         `json:"list,omitempty"` // price list code, for prices
	Language fault.Language `json:"-"`              // of what is told; empty is Chinese
}

// Filter narrows an export. Fields that do not concern its kind are ignored.
type Filter struct {
	Query     string         `json:"q,omitempty"`
	State     string         `json:"state,omitempty"`
	Dealer    string         `json:"dealer,omitempty"`    // code
	From      *time.Time     `json:"from,omitempty"`      // orders placed, changes made
	To        *time.Time     `json:"to,omitempty"`        // exclusive
	Category  string         `json:"category,omitempty"`  // code
	Level     string         `json:"level,omitempty"`     // code
	Region    string         `json:"region,omitempty"`    // official code; at or under
	Tag       string         `json:"tag,omitempty"`       // code
	Audience  string         `json:"audience,omitempty"`  // code
	Warehouse string         `json:"warehouse,omitempty"` // code
	Low       bool           `json:"low,omitempty"`       // only stock of which nothing is free to promise
	List      string         `json:"list,omitempty"`      // price list code; required for prices
	Kind      string         `json:"kind,omitempty"`      // of price lists
	SKU       string         `json:"sku,omitempty"`       // code
	Role      string         `json:"role,omitempty"`      // code
	Actor     string         `json:"actor,omitempty"`
	Table     string         `json:"table,omitempty"`
	Key       string         `json:"key,omitempty"`
	Language  fault.Language `json:"-"`
}

// row is a run as it is stored.
type row struct {
	ID         id.ID           `db:"id"`
	Owner      string          `db:"owner"`
	Actor      json.RawMessage `db:"actor"`
	DealerID   *int32          `db:"dealer_id"`
	Direction  Direction       `db:"direction"`
	Kind       Kind            `db:"kind"`
	Language   fault.Language  `db:"language"`
	Params     json.RawMessage `db:"params"`
	Name       string          `db:"name"`
	State      State           `db:"state"`
	FileID     *id.ID          `db:"file_id"`
	ErrorsID   *id.ID          `db:"errors_id"`
	Total      int             `db:"total"`
	Done       int             `db:"done"`
	OK         int             `db:"ok"`
	Failed     int             `db:"failed"`
	ByKind     []Count         `db:"by_kind"`
	Problem    *Problem        `db:"problem"`
	Attempt    int             `db:"attempt"`
	AppliedAt  *time.Time      `db:"applied_at"`
	Problems   json.RawMessage `db:"problems"`
	Version    int             `db:"version"`
	CreatedAt  time.Time       `db:"created_at"`
	FinishedAt *time.Time      `db:"finished_at"`
	UndoneAt   *time.Time      `db:"undone_at"`
	Undone     int             `db:"undone"`
}

func (r row) run() Run {
	out := Run{
		ID: r.ID, Direction: r.Direction, Kind: r.Kind, Name: r.Name, State: r.State, Done: r.Done, Total: r.Total,
		OK: r.OK, Failed: r.Failed, ByKind: r.ByKind, Problem: r.Problem, CreatedAt: r.CreatedAt, FinishedAt: r.FinishedAt,
		HasFile: r.Direction == Out && r.FileID != nil, HasErrors: r.ErrorsID != nil, UndoneAt: r.UndoneAt, Undone: r.Undone,
	}
	_, takesBack := undoable[r.Kind]
	out.Undoable = takesBack && r.Direction == In && r.State == Done && r.OK > 0 && r.UndoneAt == nil
	if out.ByKind == nil {
		out.ByKind = []Count{}
	}
	return out
}

// params are what an import is for. What cannot be read says nothing.
func (r row) params() (p Params) {
	if err := json.Unmarshal(r.Params, &p); err != nil {
		return Params{}
	}
	return p
}

func (r row) dealer() int32 {
	if r.DealerID == nil {
		return 0
	}
	return *r.DealerID
}

// starter is an actor as a run keeps it: the work is done in its name and scope.
type starter struct {
	org.Actor
	Permissions []org.Permission
}

func keepActor(who org.Actor) (json.RawMessage, error) {
	return json.Marshal(starter{Actor: who, Permissions: who.Permissions.List()})
}

// who is the actor that started the run.
func (r row) who() (org.Actor, error) {
	var s starter
	if err := json.Unmarshal(r.Actor, &s); err != nil {
		return org.Actor{}, fmt.Errorf("read who started run %s: %w", r.ID, err)
	}
	s.Actor.Permissions = org.Of(s.Permissions...)
	if s.Kind == org.System {
		s.Actor.Permissions = org.Everything
	}
	return s.Actor, nil
}
