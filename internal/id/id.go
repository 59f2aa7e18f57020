// Package id makes the keys of documents: UUIDv7, made in Go, ordered by time.
//
// The first 48 bits are the millisecond, so tables partitioned by month are cut by ranges of the
// key itself (Floor), and the newest documents lie together in every index.
package id

import (
	"crypto/rand"
	"encoding/binary"
	"io"
	"time"

	"github.com/google/uuid"
)

// ID is the key of a document.
type ID = uuid.UUID

// Nil is no document.
var Nil = uuid.Nil

// New returns a new key. It fails only when the machine has no randomness left, and then panics,
// because nothing sensible can follow.
func New() ID { return uuid.Must(uuid.NewV7()) }

// At returns a key as if made at t, with randomness from r. Seeders and tests use it; nil r is the
// machine's own randomness.
func At(t time.Time, r io.Reader) ID {
	if r == nil {
		r = rand.Reader
	}
	var out ID
	if _, err := io.ReadFull(r, out[6:]); err != nil {
		panic(err)
	}
	stamp(&out, t)
	out[6] = 0x70 | out[6]&0x0f
	out[8] = 0x80 | out[8]&0x3f
	return out
}

// Floor returns the smallest key that New could have made at t: the bound of a partition, or the
// start of a period in a query over keys.
func Floor(t time.Time) ID {
	var out ID
	stamp(&out, t)
	out[6] = 0x70
	out[8] = 0x80
	return out
}

// Time returns when the key was made, to the millisecond.
func Time(k ID) time.Time {
	var b [8]byte
	copy(b[2:], k[:6])
	return time.UnixMilli(int64(binary.BigEndian.Uint64(b[:])))
}

// Parse reads a key from its text form.
func Parse(s string) (ID, error) { return uuid.Parse(s) }

func stamp(k *ID, t time.Time) {
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], uint64(t.UnixMilli()))
	copy(k[:6], b[2:])
}
