package secret

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Field is a column whose values are kept sealed.
type Field struct {
	Table  string // "dealer.address"
	Column string // "phone"
}

// The form of a sealed value: prefix, id of the key in hexadecimal, ciphertext. Values that were stored before
// there were keys do not begin so and are read as they are, until Reseal has been over them.
const (
	sealedPrefix = "s1:"
	keyIDLength  = 8
	tinkPrefix   = 5 // bytes: 1, then the id of the key
)

// Sealed reports whether a stored value is sealed.
func Sealed(stored string) bool {
	return strings.HasPrefix(stored, sealedPrefix) && len(stored) > len(sealedPrefix)+keyIDLength &&
		stored[len(sealedPrefix)+keyIDLength] == ':'
}

// ErrNoKeyring is the error of whoever seals or opens without keys.
var ErrNoKeyring = errors.New("there is no keyring: sealed fields can be neither written nor read")

// Keyring seals values for the database, finds them again by a blind index, and signs what must not be
// changed behind the program's back. Its keys are outside the database. Several goroutines may use it. The
// methods of a nil keyring fail with ErrNoKeyring.
type Keyring struct {
	now    atomic.Pointer[keys]
	source Source

	mu      sync.Mutex
	checked time.Time // when the source was last asked for newer keys
}

// freshness bounds how long a keyring goes on with keys that another process has added to or changed.
const freshness = 5 * time.Second

// Seal encrypts a value for one row of a field. Row names the row as the audit names it (its key); a value that
// is moved to another row, column or table cannot be opened. What is empty stays empty.
func (k *Keyring) Seal(f Field, row, plain string) (string, error) {
	if plain == "" {
		return "", nil
	}
	held, err := k.keys()
	if err != nil {
		return "", err
	}
	cipher, err := held.fields.Encrypt([]byte(plain), place(f, row))
	if err != nil {
		return "", fmt.Errorf("seal %s.%s: %w", f.Table, f.Column, err)
	}
	id := binary.BigEndian.Uint32(cipher[1:tinkPrefix])
	return fmt.Sprintf("%s%08x:%s", sealedPrefix, id, base64.RawStdEncoding.EncodeToString(cipher[tinkPrefix:])), nil
}

// Open decrypts what Seal made for the same row of the same field. A value that was never sealed is returned as
// it is.
//
// The error does not quote the value.
func (k *Keyring) Open(f Field, row, stored string) (string, error) {
	if !Sealed(stored) {
		return stored, nil
	}
	held, err := k.keys()
	if err != nil {
		return "", err
	}
	cipher, id, err := parse(stored)
	if err == nil && !held.holds(id) {
		// Another process may have added the key since.
		if held, err = k.reload(); err == nil && !held.holds(id) {
			err = fmt.Errorf("key %08x is not in the keyring", id)
		}
	}
	var plain []byte
	if err == nil {
		plain, err = held.fields.Decrypt(cipher, place(f, row))
	}
	if err != nil {
		return "", fmt.Errorf("open %s.%s of %s: %w", f.Table, f.Column, row, err)
	}
	return string(plain), nil
}

// Keep seals a value, but keeps the sealed value that stands there where it holds the same already: a value that
// did not change does not look changed. A kept value stays under its key.
func (k *Keyring) Keep(f Field, row, stored, plain string) (string, error) {
	if Sealed(stored) {
		if was, err := k.Open(f, row, stored); err == nil && was == plain {
			return stored, nil
		}
	}
	return k.Seal(f, row, plain)
}

// Reseal puts a stored value under the primary key. The second result is false where it is already.
func (k *Keyring) Reseal(f Field, row, stored string) (string, bool, error) {
	fresh, err := k.FreshPrefix()
	if err != nil || stored == "" || strings.HasPrefix(stored, fresh) {
		return stored, false, err
	}
	plain, err := k.Open(f, row, stored)
	if err != nil {
		return stored, false, err
	}
	stored, err = k.Seal(f, row, plain)
	return stored, err == nil, err
}

// FreshPrefix is what every value begins with that is sealed under the primary key.
func (k *Keyring) FreshPrefix() (string, error) {
	held, err := k.keys()
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s%08x:", sealedPrefix, held.fieldsPrimary), nil
}

// indexBytes is the length of a blind index: 128 bits of an HMAC-SHA-256.
const indexBytes = 16

// Index is the blind index of a value of a field, under the primary key: equal values have equal ones, and
// without the key nothing can be told from it. The caller brings the value into its normal form (Phone.Digits).
// What is empty has none.
func (k *Keyring) Index(f Field, normal string) ([]byte, error) {
	if normal == "" {
		return nil, nil
	}
	held, err := k.keys()
	if err != nil {
		return nil, err
	}
	index, err := held.index.ComputePrimaryPRF(place(f, normal), indexBytes)
	if err != nil {
		return nil, fmt.Errorf("index %s.%s: %w", f.Table, f.Column, err)
	}
	return index, nil
}

// Indexes are the blind indexes of a value under every key there is, to look it up by while rows are being
// sealed anew: column = ANY ($1).
func (k *Keyring) Indexes(f Field, normal string) ([][]byte, error) {
	out := [][]byte{}
	if normal == "" {
		return out, nil
	}
	held, err := k.keys()
	if err != nil {
		return nil, err
	}
	for _, one := range held.index.PRFs {
		index, err := one.ComputePRF(place(f, normal), indexBytes)
		if err != nil {
			return nil, fmt.Errorf("index %s.%s: %w", f.Table, f.Column, err)
		}
		out = append(out, index)
	}
	return out, nil
}

// Sign returns a tag (HMAC-SHA-256 and the id of its key) over data.
func (k *Keyring) Sign(data []byte) ([]byte, error) {
	held, err := k.keys()
	if err != nil {
		return nil, err
	}
	return held.seals.ComputeMAC(data)
}

// Signed reports whether a tag is that of data, under any of the keys. An error says that it could not be told.
func (k *Keyring) Signed(data, tag []byte) (bool, error) {
	held, err := k.keys()
	if err != nil {
		return false, err
	}
	return held.seals.VerifyMAC(tag, data) == nil, nil
}

// Check tells keyrings apart without telling anything of a key. It stays the same when keys are added or rotated.
func (k *Keyring) Check() ([]byte, error) {
	held, err := k.keys()
	if err != nil {
		return nil, err
	}
	return bytes.Clone(held.check), nil
}

// keys returns the keys to use now, and looks for newer ones now and then.
func (k *Keyring) keys() (*keys, error) {
	if k == nil {
		return nil, ErrNoKeyring
	}
	k.mu.Lock()
	due := k.source != nil && time.Since(k.checked) > freshness
	if due {
		k.checked = time.Now()
	}
	k.mu.Unlock()
	if due {
		// What cannot be read now (a file half copied) is read again later; the keys held stay good.
		if held, err := k.reload(); err == nil {
			return held, nil
		}
	}
	return k.now.Load(), nil
}

func (k *Keyring) reload() (*keys, error) {
	if k.source == nil {
		return k.now.Load(), nil
	}
	text, err := k.source.Read()
	if err != nil {
		return nil, err
	}
	held, err := parseKeys(text)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(held.check, k.now.Load().check) {
		return nil, errors.New("this is another keyring")
	}
	k.now.Store(held)
	return held, nil
}

// place is the associated data that binds a value to its place. Lengths come first, so that no two places give
// the same bytes.
func place(f Field, row string) []byte {
	out := make([]byte, 0, len(f.Table)+len(f.Column)+len(row)+6)
	for _, part := range []string{f.Table, f.Column, row} {
		out = binary.BigEndian.AppendUint16(out, uint16(len(part)))
		out = append(out, part...)
	}
	return out
}

func parse(stored string) (cipher []byte, id uint32, err error) {
	at := len(sealedPrefix) + keyIDLength
	var raw [4]byte
	if _, err := hex.Decode(raw[:], []byte(stored[len(sealedPrefix):at])); err != nil {
		return nil, 0, errors.New("the value is damaged")
	}
	body, err := base64.RawStdEncoding.DecodeString(stored[at+1:])
	if err != nil {
		return nil, 0, errors.New("the value is damaged")
	}
	cipher = append(append(make([]byte, 0, tinkPrefix+len(body)), 1), raw[:]...)
	return append(cipher, body...), binary.BigEndian.Uint32(raw[:]), nil
}
