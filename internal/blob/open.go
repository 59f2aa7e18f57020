package blob

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/pg"
)

// File is a stored file. It reads chunk by chunk, in transactions of its own, and keeps one chunk in
// memory. It may be read from several goroutines.
type File struct {
	Name      string
	Type      string // media type
	Size      int64  // bytes
	CreatedAt time.Time

	chunks [][]byte // hashes
	read   func(hash []byte) ([]byte, error)

	mu   sync.Mutex
	held int // the chunk at hand, -1 for none
	data []byte
}

type head struct {
	Name      string    `db:"name"`
	Type      string    `db:"type"`
	Size      int64     `db:"size"`
	Chunks    [][]byte  `db:"chunks"`
	CreatedAt time.Time `db:"created_at"`
}

// Open finds a file. It fails with fault.NotFound when there is none, or none that the scope may see.
// The context is kept for reading.
func Open(ctx context.Context, db *pg.DB, scope pg.Scope, file id.ID) (*File, error) {
	var f *File
	err := db.Read(ctx, scope, func(tx *pg.Tx) error {
		head, err := pg.One[head](ctx, tx, openSQL, file)
		f = &File{Name: head.Name, Type: head.Type, Size: head.Size, CreatedAt: head.CreatedAt, chunks: head.Chunks, held: -1}
		return err
	})
	if err != nil {
		return nil, err
	}
	f.read = func(hash []byte) (data []byte, err error) {
		err = db.Read(ctx, scope, func(tx *pg.Tx) error {
			data, err = pg.Value[[]byte](ctx, tx, chunkSQL, hash)
			return err
		})
		if fault.Is(err, fault.Missing) {
			return nil, fmt.Errorf("file %s lacks a chunk: %v", file, err) // our defect, not a missing file
		}
		return data, err
	}
	return f, nil
}

// Reader reads the file from its beginning.
func (f *File) Reader() *io.SectionReader { return io.NewSectionReader(f, 0, f.Size) }

// ReadAt reads at a place of the file, as io.ReaderAt says.
func (f *File) ReadAt(to []byte, at int64) (n int, err error) {
	if at < 0 {
		return 0, errors.New("blob: read before the beginning")
	}
	for n < len(to) {
		if at >= f.Size {
			return n, io.EOF
		}
		data, err := f.chunk(int(at / chunkSize))
		if err != nil {
			return n, err
		}
		got := copy(to[n:], data[at%chunkSize:])
		n, at = n+got, at+int64(got)
	}
	return n, nil
}

func (f *File) chunk(i int) ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.held == i {
		return f.data, nil
	}
	data, err := f.read(f.chunks[i])
	if err != nil {
		return nil, err
	}
	if want := min(chunkSize, f.Size-int64(i)*chunkSize); int64(len(data)) != want {
		return nil, fmt.Errorf("blob: chunk %d holds %d bytes, not %d", i, len(data), want)
	}
	f.held, f.data = i, data
	return data, nil
}

// DeleteTx removes a file in the caller's transaction, as Delete does.
func DeleteTx(ctx context.Context, tx *pg.Tx, file id.ID) error {
	n, err := tx.Exec(ctx, deleteSQL, file)
	if err == nil && n == 0 {
		return fault.NotFound.With()
	}
	return err
}
