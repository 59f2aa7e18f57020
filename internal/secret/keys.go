package secret

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/tink-crypto/tink-go/v2/aead"
	"github.com/tink-crypto/tink-go/v2/insecurecleartextkeyset"
	"github.com/tink-crypto/tink-go/v2/keyset"
	"github.com/tink-crypto/tink-go/v2/mac"
	"github.com/tink-crypto/tink-go/v2/prf"
	tinkpb "github.com/tink-crypto/tink-go/v2/proto/tink_go_proto"
	"github.com/tink-crypto/tink-go/v2/tink"
)

// The uses of keys. Each has keys of its own: whoever finds out one kind learns nothing of the others.
const (
	useFields = "fields" // AES-256-GCM: values of fields
	useIndex  = "index"  // HMAC-SHA-256: blind indexes
	useSeals  = "seals"  // HMAC-SHA-256: seals of the audit
)

var templates = map[string]func() *tinkpb.KeyTemplate{
	useFields: aead.AES256GCMKeyTemplate, useIndex: prf.HMACSHA256PRFKeyTemplate, useSeals: mac.HMACSHA256Tag256KeyTemplate,
}

// written is a keyring as it is kept: a keyset of each use, and when each key was made. It is never printed.
type written struct {
	ID   []byte                     `json:"id"`   // of the keyring, random: see Check
	Keys map[string]json.RawMessage `json:"keys"` // by use
	Made map[string]time.Time       `json:"made"` // by use/id
}

// keys are the keys of a keyring, ready for use.
type keys struct {
	check         []byte
	handles       map[string]*keyset.Handle
	made          map[string]time.Time
	fields        tink.AEAD
	fieldIDs      []uint32
	fieldsPrimary uint32
	index         *prf.Set
	seals         tink.MAC
}

func (k *keys) holds(id uint32) bool { return slices.Contains(k.fieldIDs, id) }

// newKeys makes a keyring with one key of each use.
func newKeys(now time.Time) (*keys, error) {
	k := &keys{check: make([]byte, 16), handles: map[string]*keyset.Handle{}, made: map[string]time.Time{}}
	_, _ = rand.Read(k.check) // never fails: it ends the program instead
	for use, template := range templates {
		handle, err := keyset.NewHandle(template())
		if err != nil {
			return nil, fmt.Errorf("make a key for %s: %w", use, err)
		}
		k.handles[use] = handle
		k.made[keyName(use, handle.KeysetInfo().GetPrimaryKeyId())] = now.UTC().Truncate(time.Second)
	}
	return k, k.ready()
}

// parseKeys reads what text wrote. Its errors do not quote what was read.
func parseKeys(text []byte) (*keys, error) {
	var w written
	if err := json.Unmarshal(text, &w); err != nil || len(w.ID) == 0 {
		return nil, errors.New("the keyring cannot be read: it is no keyring, or the key that unlocks it is missing")
	}
	k := &keys{check: w.ID, handles: map[string]*keyset.Handle{}, made: w.Made}
	if k.made == nil {
		k.made = map[string]time.Time{}
	}
	for use := range templates {
		handle, err := insecurecleartextkeyset.Read(keyset.NewJSONReader(bytes.NewReader(w.Keys[use])))
		if err != nil {
			return nil, fmt.Errorf("the keyring holds no keys for %s", use)
		}
		k.handles[use] = handle
	}
	return k, k.ready()
}

// text is the keyring to be kept.
func (k *keys) text() ([]byte, error) {
	w := written{ID: k.check, Keys: map[string]json.RawMessage{}, Made: k.made}
	for use, handle := range k.handles {
		var out bytes.Buffer
		if err := insecurecleartextkeyset.Write(handle, keyset.NewJSONWriter(&out)); err != nil {
			return nil, fmt.Errorf("write the keys for %s: %w", use, err)
		}
		w.Keys[use] = out.Bytes()
	}
	return json.Marshal(w)
}

// ready makes of the keysets what values go through.
func (k *keys) ready() (err error) {
	if k.fields, err = aead.New(k.handles[useFields]); err != nil {
		return fmt.Errorf("keys for %s: %w", useFields, err)
	}
	if k.index, err = prf.NewPRFSet(k.handles[useIndex]); err != nil {
		return fmt.Errorf("keys for %s: %w", useIndex, err)
	}
	if k.seals, err = mac.New(k.handles[useSeals]); err != nil {
		return fmt.Errorf("keys for %s: %w", useSeals, err)
	}
	info := k.handles[useFields].KeysetInfo()
	k.fieldsPrimary, k.fieldIDs = info.GetPrimaryKeyId(), nil
	for _, one := range info.GetKeyInfo() {
		if one.GetStatus() == tinkpb.KeyStatusType_ENABLED {
			k.fieldIDs = append(k.fieldIDs, one.GetKeyId())
		}
	}
	return nil
}

// changed is a copy of the keys in which every keyset went through change.
func (k *keys) changed(change func(use string, m *keyset.Manager, have *keyset.Handle) error) (*keys, error) {
	out := &keys{check: k.check, handles: map[string]*keyset.Handle{}, made: map[string]time.Time{}}
	for name, at := range k.made {
		out.made[name] = at
	}
	for use, handle := range k.handles {
		m := keyset.NewManagerFromHandle(handle)
		if err := change(use, m, handle); err != nil {
			return nil, err
		}
		next, err := m.Handle()
		if err != nil {
			return nil, err
		}
		out.handles[use] = next
	}
	return out, out.ready()
}

func keyName(use string, id uint32) string { return fmt.Sprintf("%s/%08x", use, id) }
