package identity

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"

	"qudao/internal/fault"
	"qudao/internal/secret"
)

const (
	minPassword = 10
	maxPassword = 128
)

var cost = &argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

var decoy = sync.OnceValue(func() string {
	token, _ := secret.NewToken()
	hash, err := argon2id.CreateHash(token, cost)
	if err != nil {
		panic(fmt.Errorf("hash the decoy: %w", err)) // no randomness is left in the machine
	}
	return hash
})

// Hash is a password fit to be stored. Make it with HashPassword, before the transaction begins.
type Hash struct{ text string }

// CheckPassword adds to fields what is wrong with a new password, at path.
func CheckPassword(fields *fault.Fields, path, username string, password secret.Text) {
	plain := password.Reveal()
	switch n := utf8.RuneCountInString(plain); {
	case n < minPassword:
		fields.Add(path, PasswordShort, "minimum", minPassword)
	case n > maxPassword:
		fields.Add(path, PasswordLong, "maximum", maxPassword)
	}
	if kinds(plain) < 2 {
		fields.Add(path, PasswordPlain)
	}
	if n := utf8.RuneCountInString(plain); minPassword <= n && n <= maxPassword && common(plain) {
		fields.Add(path, PasswordCommon)
	}
	// A name of four letters or less may well be a part of an honest password.
	name, lower := normal(username), strings.ToLower(plain)
	if lower == name || len(name) > 4 && strings.Contains(lower, name) {
		fields.Add(path, PasswordUsername)
	}
}

func kinds(plain string) int {
	var lower, upper, digit, other int
	for _, r := range plain {
		switch {
		case unicode.IsLower(r):
			lower = 1
		case unicode.IsUpper(r):
			upper = 1
		case unicode.IsDigit(r):
			digit = 1
		default:
			other = 1
		}
	}
	return lower + upper + digit + other
}

// HashPassword checks a new password and hashes it, waiting while too many others are being hashed.
//
// Errors: InvalidInput naming every rule the password breaks, at the field "password".
func (s *Service) HashPassword(ctx context.Context, username string, password secret.Text) (Hash, error) {
	return s.hash(ctx, "password", username, password)
}

func (s *Service) hash(ctx context.Context, path, username string, password secret.Text) (Hash, error) {
	var fields fault.Fields
	CheckPassword(&fields, path, username, password)
	if err := fields.Err(); err != nil {
		return Hash{}, err
	}
	if err := s.enter(ctx); err != nil {
		return Hash{}, err
	}
	defer s.leave()
	text, err := argon2id.CreateHash(password.Reveal(), cost)
	if err != nil {
		return Hash{}, fmt.Errorf("hash a password: %w", err)
	}
	return Hash{text}, nil
}

// matches compares in the time of one hash, also for a name without a hash.
func (s *Service) matches(ctx context.Context, password secret.Text, hash string) (bool, error) {
	known := hash != ""
	if !known {
		hash = s.decoy
	}
	plain := password.Reveal()
	if len(plain) > maxPassword*utf8.UTFMax {
		plain, known = plain[:maxPassword], false // cannot be anybody's, and must not cost more
	}
	if err := s.enter(ctx); err != nil {
		return false, err
	}
	defer s.leave()
	ok, err := argon2id.ComparePasswordAndHash(plain, hash)
	if err != nil {
		return false, fmt.Errorf("compare a password: %w", err)
	}
	return ok && known, nil
}

func (s *Service) enter(ctx context.Context) error {
	select {
	case s.hashing <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (s *Service) leave() { <-s.hashing }
