package secret

import (
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/danielgtaylor/huma/v2"
)

const hidden = "***"

// Text is a secret: a password as typed, a key, a token. It is read from JSON, from the environment
// and from flags, and prints as ***, whether it is empty or not. It holds a pointer, so that even
// printing an unexported field of this type shows nothing. The driver cannot store it.
type Text struct{ value *string }

// NewText makes a secret of a plain text.
func NewText(plain string) Text { return Text{&plain} }

// Reveal returns the plain text.
func (t Text) Reveal() string {
	if t.value == nil {
		return ""
	}
	return *t.value
}

// Empty reports whether there is no secret.
func (t Text) Empty() bool { return t.Reveal() == "" }

// Equal compares in a time that depends on the lengths alone.
func (t Text) Equal(other Text) bool {
	return subtle.ConstantTimeCompare([]byte(t.Reveal()), []byte(other.Reveal())) == 1
}

// Format prints the mask, whatever the verb.
func (Text) Format(out fmt.State, _ rune) { _, _ = io.WriteString(out, hidden) }

// LogValue logs the mask.
func (Text) LogValue() slog.Value { return slog.StringValue(hidden) }

// MarshalJSON writes the mask.
func (Text) MarshalJSON() ([]byte, error) { return []byte(`"` + hidden + `"`), nil }

// UnmarshalJSON reads the plain text. Its error does not quote what was read.
func (t *Text) UnmarshalJSON(data []byte) error {
	var plain *string
	if err := json.Unmarshal(data, &plain); err != nil || plain == nil {
		return errors.New("a secret must be text")
	}
	t.value = plain
	return nil
}

// UnmarshalText reads the plain text of a flag or an environment variable.
func (t *Text) UnmarshalText(plain []byte) error {
	*t = NewText(string(plain))
	return nil
}

// Schema describes the secret in the OpenAPI document.
func (Text) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeString, Format: "password", WriteOnly: true}
}
