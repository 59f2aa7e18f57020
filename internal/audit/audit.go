package audit

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// Action is what happened to a row.
type Action string

// The actions. A refusal and a read changed nothing.
const (
	ActionInsert  Action = "insert"
	ActionUpdate  Action = "update"
	ActionDelete  Action = "delete"
	ActionRefused Action = "refused"
	ActionRead    Action = "read"
)

// Change is one line of the record.
type Change struct {
	ID       int64           `db:"id" json:"id"`
	At       time.Time       `db:"at" json:"at"`
	Actor    string          `db:"actor" json:"actor"` // org.Actor.Principal: "staff:E001", "account:<id>", "key:<id>"
	Address  string          `db:"address" json:"address"`
	Trace    string          `db:"trace" json:"trace"`
	Action   Action          `db:"action" json:"action"`
	Table    string          `db:"tbl" json:"table"` // "dealer.dealer"; of a refusal the operation
	Key      string          `db:"key" json:"key"`   // the row's code or id; of a refusal the fault's code
	DealerID *int32          `db:"dealer_id" json:"dealer_id,omitempty"`
	Before   json.RawMessage `db:"before" json:"before,omitempty"`
	After    json.RawMessage `db:"after" json:"after,omitempty"`
}

// Filter narrows a list; empty fields do not.
type Filter struct {
	Actor string
	Table string
	Key   string
	From  time.Time // included
	To    time.Time // not included
}

// Service reads the record.
type Service struct{ db *pg.DB }

// New makes the service.
func New(db *pg.DB) *Service { return &Service{db: db} }

// Keys are those of the sealed fields of the rows that List returns.
func (s *Service) Keys() *secret.Keyring { return s.db.Keys() }

// List returns the changes that the scope may see, newest first.
func (s *Service) List(ctx context.Context, scope pg.Scope, f Filter, r page.Request) (page.List[Change], error) {
	var out page.List[Change]
	r, err := r.Normal()
	if err != nil {
		return out, err
	}
	var at *time.Time
	var id int64
	if r.Cursor != "" {
		if err := page.Decode(r.Cursor, &at, &id); err != nil {
			return out, err
		}
	}
	err = s.db.Read(ctx, scope, func(tx *pg.Tx) error {
		rows, err := pg.All[Change](ctx, tx, listSQL, f.Actor, f.Table, f.Key, moment(f.From), moment(f.To), at, id, r.Limit+1)
		if err != nil {
			return fmt.Errorf("list changes: %w", err)
		}
		out = page.Cut(rows, r.Limit, func(c Change) []any { return []any{c.At, c.ID} })
		return nil
	})
	return out, err
}

func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

// RefusedTx records in the caller's transaction that an operation was refused, with the fault's code
// and facts. It is for a refusal whose transaction commits, as that of a wrong password.
func RefusedTx(ctx context.Context, tx *pg.Tx, operation, code string, facts map[string]any) error {
	return record(ctx, tx, ActionRefused, operation, code, facts)
}

// Refused records a refusal in a transaction of its own, because that of the operation is rolled back.
func (s *Service) Refused(ctx context.Context, scope pg.Scope, operation, code string, facts map[string]any) error {
	return s.db.Write(ctx, scope, func(tx *pg.Tx) error { return RefusedTx(ctx, tx, operation, code, facts) })
}

// Read records that something sensitive was looked at.
func Read(ctx context.Context, db *pg.DB, scope pg.Scope, table, key string, facts map[string]any) error {
	return db.Write(ctx, scope, func(tx *pg.Tx) error { return ReadTx(ctx, tx, table, key, 0, facts) })
}

// ReadTx is Read in the caller's transaction, of what belongs to a dealer; 0 is nobody's.
func ReadTx(ctx context.Context, tx *pg.Tx, table, key string, dealer int32, facts map[string]any) error {
	text, err := json.Marshal(facts)
	if err != nil {
		return fmt.Errorf("record a look at %s: %w", table, err)
	}
	if facts == nil {
		text = []byte("{}")
	}
	_, err = tx.Exec(ctx, readSQL, table, key, text, dealer)
	return err
}

// ChangedTx records a change of a row whose table no trigger watches because the rest of it is explained
// elsewhere: before and after are what people changed of it. A nil before is a new row, a nil after one
// that is gone.
func ChangedTx(ctx context.Context, tx *pg.Tx, table, key string, before, after any) error {
	action := ActionUpdate
	switch {
	case before == nil:
		action = ActionInsert
	case after == nil:
		action = ActionDelete
	}
	was, err := json.Marshal(before)
	if err != nil {
		return fmt.Errorf("record %s of %s: %w", action, table, err)
	}
	is, err := json.Marshal(after)
	if err != nil {
		return fmt.Errorf("record %s of %s: %w", action, table, err)
	}
	_, err = tx.Exec(ctx, changedSQL, string(action), table, key, was, is)
	return err
}

func record(ctx context.Context, tx *pg.Tx, action Action, table, key string, facts map[string]any) error {
	if facts == nil {
		facts = map[string]any{}
	}
	text, err := json.Marshal(facts)
	if err != nil {
		return fmt.Errorf("record %s of %s: %w", action, table, err)
	}
	_, err = tx.Exec(ctx, recordSQL, string(action), table, key, text)
	return err
}
