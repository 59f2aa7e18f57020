package audit

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/pg"
)

// SealRows is the most rows that one seal covers.
const SealRows = 2000

// digestBytes is what a seal keeps of each row: its id and the beginning of its hash, so that a row which is wrong
// can be named. What is signed is the whole hash.
const digestBytes = 16

// seal is one link of the chain.
type seal struct {
	Number   int64     `db:"number"`
	At       time.Time `db:"at"`
	FromAt   time.Time `db:"from_at"`
	ToAt     time.Time `db:"to_at"`
	Rows     int       `db:"rows"`
	Digests  []byte    `db:"digests"`
	Tag      []byte    `db:"tag"`
	UntilXID uint64    `db:"until_xid"`
	UntilID  int64     `db:"until_id"`
}

// sealedRow is a row as it is sealed.
type sealedRow struct {
	ID       int64     `db:"id"`
	At       time.Time `db:"at"`
	Actor    string    `db:"actor"`
	Address  string    `db:"address"`
	Trace    string    `db:"trace"`
	Action   string    `db:"action"`
	Table    string    `db:"tbl"`
	Key      string    `db:"key"`
	DealerID *int32    `db:"dealer_id"`
	Before   *string   `db:"before"`
	After    *string   `db:"after"`
	XID      uint64    `db:"xid"`
}

// hash is over everything of the row but the transaction it came with, which a restored dump changes.
func (r *sealedRow) hash() [sha256.Size]byte {
	b := binary.BigEndian.AppendUint64(make([]byte, 0, 512), uint64(r.ID))
	b = binary.BigEndian.AppendUint64(b, uint64(r.At.UnixMicro()))
	for _, text := range []*string{&r.Actor, &r.Address, &r.Trace, &r.Action, &r.Table, &r.Key, r.Before, r.After} {
		if text == nil {
			b = append(b, 0)
			continue
		}
		b = binary.BigEndian.AppendUint32(append(b, 1), uint32(len(*text)))
		b = append(b, *text...)
	}
	if r.DealerID != nil {
		b = binary.BigEndian.AppendUint32(append(b, 1), uint32(*r.DealerID))
	}
	return sha256.Sum256(b)
}

func (r *sealedRow) digest() []byte {
	hash := r.hash()
	return append(binary.BigEndian.AppendUint64(make([]byte, 0, digestBytes), uint64(r.ID)), hash[:digestBytes-8]...)
}

// signed is what a seal's tag is over: the chain of its rows' hashes begins with the tag before, so that no seal can
// be left out or put elsewhere.
func (s *seal) signed(before []byte, rows []sealedRow) []byte {
	chain := sha256.Sum256(before)
	for i := range rows {
		hash := rows[i].hash()
		chain = sha256.Sum256(append(chain[:], hash[:]...))
	}
	out := []byte("audit.seal")
	for _, n := range []int64{s.Number, s.At.UnixMicro(), s.FromAt.UnixMicro(), s.ToAt.UnixMicro(), int64(s.Rows), int64(len(before))} {
		out = binary.BigEndian.AppendUint64(out, uint64(n))
	}
	digests := sha256.Sum256(s.Digests)
	return append(append(append(out, before...), digests[:]...), chain[:]...)
}

var sealing = pg.Scope{Actor: "system:seal", All: true}

// Seal seals the rows that are settled, at most SealRows, and returns how many: 0 as well when another server is at
// it. It runs as the worker role, whose database has the keys.
func (s *Service) Seal(ctx context.Context) (n int, err error) {
	var made *seal
	err = s.db.Write(ctx, sealing, func(tx *pg.Tx) error {
		made, err = sealTx(ctx, tx)
		return err
	})
	if err != nil || made == nil {
		return 0, err
	}
	// Whoever keeps the log elsewhere can tell later that the newest seals were not taken away.
	slog.InfoContext(ctx, "the audit is sealed", "number", made.Number, "rows", made.Rows, "tag", hex.EncodeToString(made.Tag))
	return made.Rows, nil
}

func sealTx(ctx context.Context, tx *pg.Tx) (*seal, error) {
	mine, err := pg.Value[bool](ctx, tx, lockSealsSQL)
	if err != nil || !mine {
		return nil, err
	}
	// A later statement than the lock, so that it sees what the last holder left.
	last, err := pg.One[seal](ctx, tx, lastSealSQL)
	if err != nil && !errors.Is(err, pgx.ErrNoRows) {
		return nil, err
	}
	rows, err := pg.All[sealedRow](ctx, tx, unsealedSQL, last.UntilXID, last.UntilID, SealRows)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	now, err := tx.Now(ctx)
	if err != nil {
		return nil, err
	}
	next := &seal{Number: last.Number + 1, At: now, FromAt: rows[0].At, ToAt: rows[0].At, Rows: len(rows), UntilXID: rows[len(rows)-1].XID, UntilID: rows[len(rows)-1].ID}
	for i := range rows {
		r := &rows[i]
		next.Digests = append(next.Digests, r.digest()...)
		if r.At.Before(next.FromAt) {
			next.FromAt = r.At
		}
		if r.At.After(next.ToAt) {
			next.ToAt = r.At
		}
	}
	if next.Tag, err = tx.Keys().Sign(next.signed(last.Tag, rows)); err != nil {
		return nil, fmt.Errorf("seal the audit: %w", err)
	}
	_, err = tx.Exec(ctx, insertSealSQL, next.Number, next.At, next.FromAt, next.ToAt, next.Rows, next.Digests, next.Tag, next.UntilXID, next.UntilID)
	return next, err
}
