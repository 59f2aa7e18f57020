package queue

import (
	"encoding/json"
	"fmt"
)

// Note tells a server that a fact was dispatched. It names the document and holds nothing of it: who
// wants to know more reads again, under a scope.
type Note struct {
	Kind    string // of the fact: "order.placed"
	DocKind string // "order"
	DocID   string
	Dealer  int32 // 0: a fact of the brand
	Seq     int
}

// Refresh is the Kind of a note that names no document: notes may have been missed, so whatever is
// kept must be read again.
const Refresh = "refresh"

// UnmarshalJSON reads the compact form in which notes travel.
func (n *Note) UnmarshalJSON(b []byte) error {
	fields := []any{&n.Kind, &n.DocKind, &n.DocID, &n.Dealer, &n.Seq}
	want := len(fields)
	if err := json.Unmarshal(b, &fields); err != nil {
		return err
	}
	if len(fields) != want {
		return fmt.Errorf("a note of %d fields", len(fields))
	}
	return nil
}
