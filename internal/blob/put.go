package blob

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"time"

	"qudao/internal/id"
	"qudao/internal/pg"
)

const (
	// MaxSize is the largest file, in bytes.
	MaxSize = 50 << 20

	chunkSize = 1 << 20
)

// Put stores a file in a transaction of its own and returns its id. It belongs to the scope's actor.
// It fails with TooLarge beyond MaxSize.
//
// The content is read once, so the transaction is not repeated after a deadlock; it cannot meet one,
// unless two files with the same chunks in another order are stored at once.
func Put(ctx context.Context, db *pg.DB, scope pg.Scope, name, contentType string, from io.Reader) (file id.ID, err error) {
	ran := false
	err = db.Write(ctx, scope, func(tx *pg.Tx) error {
		if ran {
			return pg.Busy.With()
		}
		ran = true
		file, err = PutTx(ctx, tx, name, contentType, from)
		return err
	})
	return file, err
}

// PutTx stores a file in the caller's transaction, which must not depend on being repeated: the content
// is read once.
func PutTx(ctx context.Context, tx *pg.Tx, name, contentType string, from io.Reader) (id.ID, error) {
	var hashes [][]byte
	var size int64
	buffer := make([]byte, chunkSize)
	for {
		n, err := io.ReadFull(from, buffer)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return id.Nil, fmt.Errorf("read the file to store: %w", err)
		}
		if size += int64(n); size > MaxSize {
			return id.Nil, TooLarge.With("limit_mib", MaxSize>>20)
		}
		if n > 0 {
			hash := sha256.Sum256(buffer[:n])
			if _, err := tx.Exec(ctx, putChunkSQL, hash[:], buffer[:n]); err != nil {
				return id.Nil, fmt.Errorf("store a chunk: %w", err)
			}
			hashes = append(hashes, hash[:])
		}
		if n < chunkSize {
			break
		}
	}
	if hashes == nil {
		hashes = [][]byte{}
	}
	file := id.New()
	if _, err := tx.Exec(ctx, putFileSQL, file, name, contentType, size, hashes); err != nil {
		return id.Nil, fmt.Errorf("store the file: %w", err)
	}
	return file, nil
}

// Delete removes a file. It fails with fault.NotFound where the scope has no such file.
func Delete(ctx context.Context, db *pg.DB, scope pg.Scope, file id.ID) error {
	return db.Write(ctx, scope, func(tx *pg.Tx) error { return DeleteTx(ctx, tx, file) })
}

// youngest is how long a chunk is left alone after a file came to hold it.
const youngest = 24 * time.Hour

// Sweep removes at most limit chunks that no file holds, and returns how many. It runs as the worker
// role; others may not delete chunks.
func Sweep(ctx context.Context, db *pg.DB, limit int) (gone int64, err error) {
	err = db.Write(ctx, pg.Scope{Actor: "system:blob", All: true}, func(tx *pg.Tx) error {
		now, err := tx.Now(ctx)
		if err != nil {
			return err
		}
		gone, err = tx.Exec(ctx, sweepSQL, now.Add(-youngest), limit)
		return err
	})
	return gone, err
}
