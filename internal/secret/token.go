package secret

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
)

const tokenBytes = 32

// NewToken makes a random token of 256 bits, 43 characters of base64url, and its hash. The token
// goes to its holder and is kept nowhere; the hash is stored. A plain SHA-256 suffices, because
// there is nothing to guess in 256 random bits.
func NewToken() (token string, hash []byte) {
	random := make([]byte, tokenBytes)
	_, _ = rand.Read(random) // never fails: it ends the program instead
	token = base64.RawURLEncoding.EncodeToString(random)
	return token, Hash(token)
}

// Hash returns the SHA-256 of a token: the key to look it up by.
func Hash(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}
