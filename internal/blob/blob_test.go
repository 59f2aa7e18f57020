package blob_test

import (
	"bytes"
	"crypto/sha256"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"qudao/internal/blob"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
)

var (
	owner    = pg.Scope{Actor: "account:one", Dealers: []int32{1}}
	stranger = pg.Scope{Actor: "account:two", Dealers: []int32{2}}
	all      = pg.Scope{Actor: "system:test", All: true}
)

func TestAFileComesBackAsItWas(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	for _, size := range []int{0, 1, 1 << 20, 1<<20 + 1, 3<<20 + 77} {
		content := noise(size)
		file := put(t, db, owner, content)
		got, err := blob.Open(t.Context(), db, owner, file)
		if err != nil {
			t.Fatal(err)
		}
		if got.Name != "订单.xlsx" || got.Type != "application/test" || got.Size != int64(size) {
			t.Errorf("came back as %q, %q, %d bytes", got.Name, got.Type, got.Size)
		}
		if err := iotest.TestReader(io.NewSectionReader(got, 0, min(got.Size, 1<<21)), content[:min(size, 1<<21)]); err != nil && size < 1<<20 {
			t.Errorf("%d bytes: %v", size, err)
		}
		back, err := io.ReadAll(got.Reader())
		if err != nil || !bytes.Equal(back, content) {
			t.Errorf("%d bytes: other content, %v", size, err)
		}
	}
}

func TestAnothersFileIsNotThere(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	file := put(t, db, owner, []byte("mine"))
	if _, err := blob.Open(t.Context(), db, stranger, file); !fault.Is(err, fault.Missing) {
		t.Errorf("a stranger opened it: %v", err)
	}
	if err := blob.Delete(t.Context(), db, stranger, file); !fault.Is(err, fault.Missing) {
		t.Errorf("a stranger deleted it: %v", err)
	}
	if _, err := blob.Open(t.Context(), db, pg.Scope{}, file); !fault.Is(err, fault.Missing) {
		t.Errorf("nobody opened it: %v", err)
	}
	if _, err := blob.Open(t.Context(), db, all, file); err != nil {
		t.Errorf("who sees all was refused: %v", err)
	}
	if _, err := blob.Open(t.Context(), db, owner, id.New()); !fault.Is(err, fault.Missing) {
		t.Errorf("a file that does not exist: %v", err)
	}
}

func TestADeletedFileIsGone(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	file := put(t, db, owner, []byte("mine"))
	if err := blob.Delete(t.Context(), db, owner, file); err != nil {
		t.Fatal(err)
	}
	if _, err := blob.Open(t.Context(), db, owner, file); !fault.Is(err, fault.Missing) {
		t.Errorf("it opened: %v", err)
	}
}

func TestTooLargeAFileIsRefusedAndLeavesNothing(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	endless := io.LimitReader(zeros{}, blob.MaxSize+1)
	_, err := blob.Put(t.Context(), db, owner, "zero", "", endless)
	if f, ok := fault.As(err); !ok || f.Code != blob.TooLarge.Code {
		t.Fatalf("got %v", err)
	}
	if n := chunks(t, db); n != 0 {
		t.Fatalf("%d chunks were left", n)
	}
}

func TestAFailingSourceStoresNothing(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	torn := io.MultiReader(strings.NewReader("half"), iotest.ErrReader(io.ErrClosedPipe))
	if _, err := blob.Put(t.Context(), db, owner, "torn", "", torn); err == nil {
		t.Fatal("half a file was stored")
	}
}

func TestEqualContentIsStoredOnceAndSweptWhenUnused(t *testing.T) {
	t.Parallel()
	d := pgtest.New(t)
	now := time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)
	db := pgtest.OpenURL(t, d.Worker, func() time.Time { return now })
	content := noise(2<<20 + 5)
	one, two := put(t, db, owner, content), put(t, db, stranger, content)
	if n := chunks(t, db); n != 3 {
		t.Fatalf("%d chunks, want 3", n)
	}
	remove(t, db, owner, one)
	now = now.Add(48 * time.Hour)
	if n := sweep(t, db); n != 0 {
		t.Fatalf("%d chunks that a file holds were swept", n)
	}
	remove(t, db, stranger, two)
	three := put(t, db, owner, content[:1<<20]) // used again just now
	remove(t, db, owner, three)
	if n := sweep(t, db); n != 2 {
		t.Fatalf("%d chunks swept, want the 2 old ones", n)
	}
	now = now.Add(48 * time.Hour)
	if n := sweep(t, db); n != 1 || chunks(t, db) != 0 {
		t.Fatalf("%d chunks swept at last, %d left", n, chunks(t, db))
	}
}

func noise(n int) []byte {
	out := make([]byte, n)
	rand.NewChaCha8(sha256.Sum256([]byte("blob"))).Read(out)
	return out
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) { clear(b); return len(b), nil }

func put(t *testing.T, db *pg.DB, scope pg.Scope, content []byte) id.ID {
	t.Helper()
	file, err := blob.Put(t.Context(), db, scope, "订单.xlsx", "application/test", bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func remove(t *testing.T, db *pg.DB, scope pg.Scope, file id.ID) {
	t.Helper()
	if err := blob.Delete(t.Context(), db, scope, file); err != nil {
		t.Fatal(err)
	}
}

func sweep(t *testing.T, db *pg.DB) int64 {
	t.Helper()
	n, err := blob.Sweep(t.Context(), db, 100)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func chunks(t *testing.T, db *pg.DB) (n int64) {
	t.Helper()
	err := db.Read(t.Context(), all, func(tx *pg.Tx) (err error) {
		n, err = pg.Value[int64](t.Context(), tx, "SELECT count(*) FROM blob.chunk")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}
