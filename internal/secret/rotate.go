package secret

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/tink-crypto/tink-go/v2/keyset"
	tinkpb "github.com/tink-crypto/tink-go/v2/proto/tink_go_proto"
)

// Key is one key of a keyring, as people are told of it.
type Key struct {
	Use     string    // "fields", "index", "seals"
	ID      string    // in hexadecimal, as sealed values name it
	Made    time.Time // zero: not known
	Primary bool      // what is written now is written with it
}

// ErrNothingAdded is the error of rotating to a key that was not added before.
var ErrNothingAdded = errors.New("no key was added since the last rotation: add one first, and give every server time to read it")

// Keys lists the keys, by use, the oldest first.
func (k *Keyring) Keys() ([]Key, error) {
	held, err := k.keys()
	if err != nil {
		return nil, err
	}
	var out []Key
	for use, handle := range held.handles {
		info := handle.KeysetInfo()
		for _, one := range info.GetKeyInfo() {
			id := one.GetKeyId()
			out = append(out, Key{Use: use, ID: fmt.Sprintf("%08x", id), Made: held.made[keyName(use, id)], Primary: id == info.GetPrimaryKeyId()})
		}
	}
	slices.SortFunc(out, func(a, b Key) int {
		return cmp.Or(cmp.Compare(a.Use, b.Use), a.Made.Compare(b.Made), cmp.Compare(a.ID, b.ID))
	})
	return out, nil
}

// Add adds a key of each use. Nothing is written with them before Rotate, so that every server can read them by
// then.
func (k *Keyring) Add(now time.Time) error {
	now = now.UTC().Truncate(time.Second)
	return k.change(func(made map[string]time.Time) change {
		return func(use string, m *keyset.Manager, _ *keyset.Handle) error {
			id, err := m.Add(templates[use]())
			if err != nil {
				return fmt.Errorf("make a key for %s: %w", use, err)
			}
			made[keyName(use, id)] = now
			return nil
		}
	})
}

// Rotate makes the newest key of each use the primary one. The older ones go on reading.
//
// Errors: ErrNothingAdded, ErrGiven.
func (k *Keyring) Rotate() error {
	return k.change(func(map[string]time.Time) change {
		return func(_ string, m *keyset.Manager, have *keyset.Handle) error {
			all := have.KeysetInfo().GetKeyInfo()
			newest := all[len(all)-1] // a keyset keeps its keys in the order in which they were added
			if newest.GetKeyId() == have.KeysetInfo().GetPrimaryKeyId() || newest.GetStatus() != tinkpb.KeyStatusType_ENABLED {
				return ErrNothingAdded
			}
			return m.SetPrimary(newest.GetKeyId())
		}
	})
}

type change = func(use string, m *keyset.Manager, have *keyset.Handle) error

// change reads the keys as they are kept now, changes a copy, and keeps it.
func (k *Keyring) change(how func(made map[string]time.Time) change) error {
	if k == nil {
		return ErrNoKeyring
	}
	held, err := k.reload()
	if err != nil {
		return err
	}
	made := map[string]time.Time{}
	next, err := held.changed(how(made))
	if err != nil {
		return err
	}
	for name, at := range made {
		next.made[name] = at
	}
	text, err := next.text()
	if err != nil {
		return err
	}
	if k.source != nil {
		if err := k.source.Write(text); err != nil {
			return err
		}
	}
	k.now.Store(next)
	return nil
}
