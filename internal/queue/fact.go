package queue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/id"
	"qudao/internal/pg"
)

// Fact is something that happened to a document.
type Fact struct {
	ID       id.ID           `db:"id" json:"id"`
	Kind     string          `db:"kind" json:"kind"`         // "order.placed"
	DocKind  string          `db:"doc_kind" json:"doc_kind"` // "order"
	DocID    string          `db:"doc_id" json:"doc_id"`
	Seq      int             `db:"seq" json:"seq"`          // the document's version after the change
	DealerID *int32          `db:"dealer_id" json:"dealer"` // nil: a fact of the brand
	At       time.Time       `db:"at" json:"at"`
	Actor    string          `db:"actor" json:"actor"`
	Data     json.RawMessage `db:"data" json:"data"`
}

// Of makes a fact; data is what a reaction needs beyond the document itself, nil for nothing. The
// time is the transaction's, and so is the actor unless the fact names one (a transaction of several actors).
func Of(kind, docKind, docID string, seq int, dealer int32, data any) (Fact, error) {
	f := Fact{ID: id.New(), Kind: kind, DocKind: docKind, DocID: docID, Seq: seq, Data: json.RawMessage(`{}`)}
	if dealer != 0 {
		f.DealerID = &dealer
	}
	if data != nil {
		b, err := json.Marshal(data)
		if err != nil {
			return f, fmt.Errorf("fact %s: %w", kind, err)
		}
		f.Data = b
	}
	return f, nil
}

// PutTx stores facts in the caller's transaction.
func PutTx(ctx context.Context, tx *pg.Tx, facts ...Fact) error {
	if len(facts) == 0 {
		return nil
	}
	_, err := tx.Exec(ctx, fmt.Sprintf(PutManySQL, 1, 2, 3, 4, 5, 6, 7, 8), Columns(facts)...)
	return err
}

// Columns are the facts as the eight arrays that PutManySQL takes.
func Columns(facts []Fact) []any {
	n := len(facts)
	ids, kinds, docKinds, docs := make([][16]byte, n), make([]string, n), make([]string, n), make([]string, n)
	seqs, dealers, actors, data := make([]int, n), make([]*int32, n), make([]string, n), make([]string, n)
	for i, f := range facts {
		ids[i], kinds[i], docKinds[i], docs[i], seqs[i], dealers[i], actors[i], data[i] = f.ID, f.Kind, f.DocKind, f.DocID, f.Seq, f.DealerID, f.Actor, string(f.Data)
	}
	return []any{ids, kinds, docKinds, docs, seqs, dealers, actors, data}
}

// Cursor is a place in the stream of facts. The zero Cursor is its beginning.
type Cursor struct {
	XID uint64 `json:"x"`
	ID  id.ID  `json:"i"`
}

// Placed is a fact with its place in the stream.
type Placed struct {
	Fact
	XID uint64 `db:"xid"`
}

// Cursor is the place behind this fact.
func (p Placed) Cursor() Cursor { return Cursor{XID: p.XID, ID: p.ID} }

// SinceTx returns the next facts about a kind of document behind the cursor, in the order in which
// programs must take them, and only those that no open transaction can still precede.
func SinceTx(ctx context.Context, tx *pg.Tx, docKind string, after Cursor, limit int) ([]Placed, error) {
	return pg.All[Placed](ctx, tx, sinceSQL, docKind, after.XID, after.ID, floor(after), limit)
}

// floor is the smallest id a fact behind the cursor can have; it lets PostgreSQL skip old partitions.
// A transaction lives seconds, so an hour is beyond what commit order and clocks can differ.
func floor(after Cursor) id.ID {
	if after.ID == id.Nil {
		return id.Nil
	}
	return id.Floor(id.Time(after.ID).Add(-time.Hour))
}

// PositionTx returns how far a reader of facts has come. begun is false for one that never moved.
func PositionTx(ctx context.Context, tx *pg.Tx, reader string) (at Cursor, begun bool, err error) {
	at, err = pg.One[Cursor](ctx, tx, positionSQL, reader)
	if errors.Is(err, pgx.ErrNoRows) {
		return Cursor{}, false, nil
	}
	return at, err == nil, err
}

// MoveTx keeps how far a reader of facts has come, in the transaction of what it did with them.
func MoveTx(ctx context.Context, tx *pg.Tx, reader string, to Cursor) error {
	_, err := tx.Exec(ctx, moveSQL, reader, to.XID, to.ID)
	return err
}

// EndTx is the place before which every fact is committed and seen: a reader that begins there misses
// nothing that is stated later.
func EndTx(ctx context.Context, tx *pg.Tx) (Cursor, error) {
	xid, err := pg.Value[int64](ctx, tx, endSQL)
	return Cursor{XID: uint64(xid)}, err
}
