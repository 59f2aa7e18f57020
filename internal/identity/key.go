package identity

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// keyPrefix marks a key, so that it is found when it leaks into a repository or a log.
const keyPrefix = "qk_"

// Key is an API key of a program, without its secret.
type Key struct {
	ID        id.ID          `db:"id" json:"id"`
	Name      string         `db:"name" json:"name"`
	Prefix    string         `db:"prefix" json:"prefix"` // its first characters, to tell keys apart
	Scopes    []string       `db:"scopes" json:"scopes"` // permissions
	Addresses []netip.Prefix `db:"addresses" json:"addresses"`
	ExpiresAt *time.Time     `db:"expires_at" json:"expires_at,omitempty"`
	CreatedAt time.Time      `db:"created_at" json:"created_at"`
	CreatedBy string         `db:"created_by" json:"created_by"`
	UsedAt    *time.Time     `db:"used_at" json:"used_at,omitempty"` // to the minute
	RevokedAt *time.Time     `db:"revoked_at" json:"revoked_at,omitempty"`
}

// NewKey is a key to be made. Whoever calls has checked the scopes.
type NewKey struct {
	Name      string
	Scopes    []string
	Addresses []string   // IP addresses or ranges ("10.1.0.0/16"); none allows all
	ExpiresAt *time.Time // nil: never
}

// Validate adds to fields what is wrong, as far as it can be told without the time.
func (in NewKey) Validate(fields *fault.Fields) {
	for i, address := range in.Addresses {
		if _, err := parseRange(address); err != nil {
			fields.Add(fmt.Sprintf("addresses[%d]", i), KeyAddressWrong, "address", address)
		}
	}
}

// CreateKeyTx makes a key and returns it with its plain text, which is shown once and kept nowhere.
func CreateKeyTx(ctx context.Context, tx *pg.Tx, in NewKey) (key Key, plain string, err error) {
	now, err := tx.Now(ctx)
	if err != nil {
		return key, "", err
	}
	if in.ExpiresAt != nil && !in.ExpiresAt.After(now) {
		return key, "", KeyEndPast.At("expires_at")
	}
	ranges := []netip.Prefix{}
	for _, address := range in.Addresses {
		r, err := parseRange(address)
		if err != nil {
			return key, "", KeyAddressWrong.At("addresses", "address", address)
		}
		ranges = append(ranges, r)
	}
	token, _ := secret.NewToken()
	plain = keyPrefix + token
	key, err = pg.One[Key](ctx, tx, createKeySQL, id.New(), in.Name, plain[:len(keyPrefix)+6], secret.Hash(plain), in.Scopes, ranges, in.ExpiresAt)
	if err != nil {
		return key, "", fmt.Errorf("create a key: %w", err)
	}
	return key, plain, nil
}

// KeysTx lists all keys, the latest first.
func KeysTx(ctx context.Context, tx *pg.Tx) ([]Key, error) { return pg.All[Key](ctx, tx, keysSQL) }

// RevokeKey ends a key for good. One that is revoked already is no error.
func (s *Service) RevokeKey(ctx context.Context, who pg.Scope, key id.ID) error {
	err := s.db.Write(ctx, who, func(tx *pg.Tx) error {
		n, err := tx.Exec(ctx, revokeKeySQL, key)
		if err == nil && n == 0 {
			return fault.NotFound.With()
		}
		return err
	})
	s.keys.Drop()
	return err
}

// ResolveKey tells which key a program shows. The answer is at most Fresh old.
//
// Errors: KeyInvalid, KeyAddress.
func (s *Service) ResolveKey(ctx context.Context, plain, address string) (Key, error) {
	if !strings.HasPrefix(plain, keyPrefix) {
		return Key{}, KeyInvalid.With()
	}
	hash := secret.Hash(plain)
	key, err := s.keys.Get(string(hash), func() (Key, error) { return s.loadKey(ctx, hash, clip(address, 64)) })
	if err != nil {
		return Key{}, err
	}
	// The address is checked each time: the answer may have been fetched for another one.
	if !key.allows(address) {
		return Key{}, KeyAddress.With("address", clip(address, 64))
	}
	return key, nil
}

func (s *Service) loadKey(ctx context.Context, hash []byte, address string) (key Key, err error) {
	scope := pg.Scope{Actor: "system:key", Address: address}
	var now time.Time
	err = s.db.Read(ctx, scope, func(tx *pg.Tx) error {
		key, err = pg.One[Key](ctx, tx, resolveKeySQL, hash)
		if errors.Is(err, pgx.ErrNoRows) {
			return KeyInvalid.With()
		}
		now = tx.Began()
		return err
	})
	if err != nil || !key.allows(address) || key.UsedAt != nil && now.Sub(*key.UsedAt) < seenEvery {
		return key, err
	}
	return key, s.db.Write(ctx, scope, func(tx *pg.Tx) error {
		_, err := tx.Exec(ctx, usedSQL, key.ID, seenEvery)
		return err
	})
}

func (k Key) allows(address string) bool {
	if len(k.Addresses) == 0 {
		return true
	}
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return false
	}
	ip = ip.Unmap().WithZone("")
	for _, r := range k.Addresses {
		if r.Contains(ip) {
			return true
		}
	}
	return false
}

func parseRange(text string) (netip.Prefix, error) {
	text = strings.TrimSpace(text)
	if ip, err := netip.ParseAddr(text); err == nil {
		ip = ip.Unmap().WithZone("")
		return netip.PrefixFrom(ip, ip.BitLen()), nil
	}
	r, err := netip.ParsePrefix(text)
	return r.Masked(), err
}
