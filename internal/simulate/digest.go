package simulate

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
)

// digest sums up what the servers answered, line by line.
type digest struct{ hash.Hash }

func newDigest() *digest { return &digest{sha256.New()} }

func (d *digest) add(format string, args ...any) {
	fmt.Fprintf(d, format+"\n", args...) // a hash never fails
}

func (d *digest) sum() string { return hex.EncodeToString(d.Sum(nil))[:32] }
