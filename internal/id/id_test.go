package id_test

import (
	"bytes"
	"testing"
	"time"

	"pgregory.net/rapid"

	"qudao/internal/id"
)

// A key lies at or above the floor of its own millisecond and below the floor of the next: the
// bounds of partitions would otherwise lose rows.
func TestAKeyLiesInItsMillisecond(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := time.UnixMilli(rapid.Int64Range(0, 1<<45).Draw(t, "ms"))
		key := id.At(at, bytes.NewReader(rapid.SliceOfN(rapid.Byte(), 10, 10).Draw(t, "random")))
		low, high := id.Floor(at), id.Floor(at.Add(time.Millisecond))
		if bytes.Compare(low[:], key[:]) > 0 || bytes.Compare(key[:], high[:]) >= 0 {
			t.Fatalf("%v is outside %v..%v", key, low, high)
		}
		if !id.Time(key).Equal(at) {
			t.Fatalf("time of %v is %v, want %v", key, id.Time(key), at)
		}
		if key.Version() != 7 {
			t.Fatalf("version %d", key.Version())
		}
	})
}
