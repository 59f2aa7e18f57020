package secret

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/tink-crypto/tink-go/v2/aead/subtle"
)

// Source is where a keyring is kept: a file, or what the program was given.
type Source interface {
	// Read returns the keyring as it is kept now. No keyring at all is fs.ErrNotExist.
	Read() ([]byte, error)
	// Write keeps a keyring in place of the one before.
	Write(text []byte) error
	// String names the place for people, without telling anything of the keys.
	String() string
}

// ErrGiven is the error of changing a keyring that the program was given: it can only be replaced where it comes
// from.
var ErrGiven = errors.New("the keyring was given by the environment: it cannot be changed from here")

// Given is a keyring from the environment: its text, or that in base64.
func Given(text Text) Source { return given{text} }

type given struct{ text Text }

func (g given) Read() ([]byte, error) {
	text := []byte(g.text.Reveal())
	if raw, err := base64.StdEncoding.DecodeString(string(text)); err == nil {
		text = raw
	}
	return text, nil
}

func (given) Write([]byte) error { return ErrGiven }

func (given) String() string { return "the environment" }

// File is a keyring in a file that only its owner may read. With a lock, 32 bytes in base64 that are kept
// elsewhere, what is written is encrypted by it; a file without is still read.
func File(path string, lock Text) (Source, error) {
	f := file{path: path}
	if !lock.Empty() {
		key, err := base64.StdEncoding.DecodeString(lock.Reveal())
		if err != nil || len(key) != 32 {
			return nil, errors.New("the key that unlocks the keyring must be 32 bytes in base64")
		}
		if f.lock, err = subtle.NewAESGCM(key); err != nil {
			return nil, fmt.Errorf("the key that unlocks the keyring: %w", err)
		}
	}
	return f, nil
}

type file struct {
	path string
	lock *subtle.AESGCM
}

// lockedPrefix begins a file that is encrypted.
var lockedPrefix = []byte("qudao-keyring-1:")

func (f file) String() string { return f.path }

func (f file) Read() ([]byte, error) {
	text, err := os.ReadFile(f.path)
	if err != nil {
		return nil, fmt.Errorf("read the keyring: %w", err)
	}
	info, err := os.Stat(f.path)
	if err != nil {
		return nil, fmt.Errorf("read the keyring: %w", err)
	}
	if info.Mode().Perm()&0o077 != 0 {
		return nil, fmt.Errorf("others can read the keyring %s: chmod 600 it", f.path)
	}
	body, locked := bytes.CutPrefix(text, lockedPrefix)
	if !locked {
		return text, nil
	}
	if f.lock == nil {
		return nil, fmt.Errorf("the keyring %s is encrypted, and the key that unlocks it is missing", f.path)
	}
	raw, err := base64.StdEncoding.DecodeString(string(bytes.TrimSpace(body)))
	if err == nil {
		text, err = f.lock.Decrypt(raw, lockedPrefix)
	}
	if err != nil {
		return nil, fmt.Errorf("the keyring %s cannot be unlocked with this key", f.path)
	}
	return text, nil
}

// Write replaces the file at once: whoever reads meanwhile gets the old or the new one whole. It stays its
// owner's.
func (f file) Write(text []byte) error {
	if f.lock != nil {
		raw, err := f.lock.Encrypt(text, lockedPrefix)
		if err != nil {
			return fmt.Errorf("lock the keyring: %w", err)
		}
		text = append(bytes.Clone(lockedPrefix), base64.StdEncoding.EncodeToString(raw)...)
	}
	if err := os.MkdirAll(filepath.Dir(f.path), 0o711); err != nil {
		return fmt.Errorf("write the keyring: %w", err)
	}
	draft, err := os.CreateTemp(filepath.Dir(f.path), ".keyring-*") // mode 0600
	if err != nil {
		return fmt.Errorf("write the keyring: %w", err)
	}
	defer os.Remove(draft.Name())
	if _, err = draft.Write(text); err == nil {
		err = draft.Sync()
	}
	err = errors.Join(err, draft.Close())
	if err == nil {
		err = os.Rename(draft.Name(), f.path)
	}
	if err != nil {
		return fmt.Errorf("write the keyring: %w", err)
	}
	return nil
}

// OpenKeyring reads a keyring. No keyring at all is fs.ErrNotExist.
func OpenKeyring(s Source) (*Keyring, error) {
	text, err := s.Read()
	if err != nil {
		return nil, err
	}
	held, err := parseKeys(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s, err)
	}
	return keep(s, held), nil
}

// MakeKeyring makes a keyring with new keys and keeps it, where there is none yet.
func MakeKeyring(s Source, now time.Time) (*Keyring, error) {
	if _, err := s.Read(); !errors.Is(err, fs.ErrNotExist) {
		return nil, errors.Join(fmt.Errorf("%s holds a keyring already", s), err)
	}
	held, err := newKeys(now)
	if err != nil {
		return nil, err
	}
	text, err := held.text()
	if err != nil {
		return nil, err
	}
	if err := s.Write(text); err != nil {
		return nil, err
	}
	return keep(s, held), nil
}

// Ephemeral is a keyring of the memory alone: what is sealed by it is lost with the program. It is for tests and
// for databases that are thrown away.
func Ephemeral() *Keyring {
	held, err := newKeys(time.Now())
	if err != nil {
		panic(err) // no randomness, or a broken library: nothing could be kept secret
	}
	return keep(nil, held)
}

func keep(s Source, held *keys) *Keyring {
	k := &Keyring{source: s, checked: time.Now()}
	k.now.Store(held)
	return k
}
