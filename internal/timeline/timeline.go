package timeline

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"qudao/internal/id"
	"qudao/internal/pg"
)

// Node is one thing that happened.
type Node struct {
	Dealer  int32           `db:"dealer_id" json:"-"`
	DocID   id.ID           `db:"doc_id" json:"-"`
	Seq     int             `db:"seq" json:"seq"`
	DocKind string          `db:"doc_kind" json:"-"`
	Node    string          `db:"node" json:"node"`
	At      time.Time       `db:"at" json:"at"`
	Actor   string          `db:"actor" json:"-"`
	Who     string          `db:"who" json:"who"`
	Data    json.RawMessage `db:"data" json:"data"`
}

// PutTx writes nodes in the transaction of the moves they tell of. Their time is the transaction's.
func PutTx(ctx context.Context, tx *pg.Tx, nodes ...Node) error {
	_, err := tx.Exec(ctx, fmt.Sprintf(PutManySQL, 1, 2, 3, 4, 5, 6, 7, 8), Columns(nodes)...)
	return err
}

// Columns are the nodes as the eight arrays that PutManySQL takes.
func Columns(nodes []Node) []any {
	n := len(nodes)
	dealers, docs, seqs, kinds := make([]int32, n), make([][16]byte, n), make([]int, n), make([]string, n)
	names, actors, who, data := make([]string, n), make([]string, n), make([]string, n), make([]string, n)
	for i, d := range nodes {
		dealers[i], docs[i], seqs[i], kinds[i], names[i], actors[i], who[i] = d.Dealer, d.DocID, d.Seq, d.DocKind, d.Node, d.Actor, d.Who
		data[i] = "{}"
		if len(d.Data) > 0 {
			data[i] = string(d.Data)
		}
	}
	return []any{dealers, docs, seqs, kinds, names, actors, who, data}
}

// OfTx returns a document's nodes from the first to the last.
func OfTx(ctx context.Context, tx *pg.Tx, dealer int32, doc id.ID) ([]Node, error) {
	return pg.All[Node](ctx, tx, ofSQL, dealer, doc)
}
