package secret

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
)

// Personal data is text by kind: it is read from JSON and stored by the driver as it is. None of
// these types has a String method, because the driver would then be free to store the mask.

// Phone is a telephone number. It prints as 138****8000.
type Phone string

// Name is the name of a person. It prints as 张*.
type Name string

// Email is an e-mail address. It prints as a***@example.com.
type Email string

// BankAccount is the number of a bank account. It prints as ****6789.
type BankAccount string

// Reveal returns the number.
func (p Phone) Reveal() string { return string(p) }

// Reveal returns the name.
func (n Name) Reveal() string { return string(n) }

// Reveal returns the address.
func (e Email) Reveal() string { return string(e) }

// Reveal returns the number.
func (b BankAccount) Reveal() string { return string(b) }

// Format prints the mask, whatever the verb.
func (p Phone) Format(out fmt.State, _ rune) { _, _ = io.WriteString(out, p.Masked()) }

// Format prints the mask, whatever the verb.
func (n Name) Format(out fmt.State, _ rune) { _, _ = io.WriteString(out, n.Masked()) }

// Format prints the mask, whatever the verb.
func (e Email) Format(out fmt.State, _ rune) { _, _ = io.WriteString(out, e.Masked()) }

// Format prints the mask, whatever the verb.
func (b BankAccount) Format(out fmt.State, _ rune) { _, _ = io.WriteString(out, b.Masked()) }

// LogValue logs the mask.
func (p Phone) LogValue() slog.Value { return slog.StringValue(p.Masked()) }

// LogValue logs the mask.
func (n Name) LogValue() slog.Value { return slog.StringValue(n.Masked()) }

// LogValue logs the mask.
func (e Email) LogValue() slog.Value { return slog.StringValue(e.Masked()) }

// LogValue logs the mask.
func (b BankAccount) LogValue() slog.Value { return slog.StringValue(b.Masked()) }

// MarshalJSON writes the mask.
func (p Phone) MarshalJSON() ([]byte, error) { return json.Marshal(p.Masked()) }

// MarshalJSON writes the mask.
func (n Name) MarshalJSON() ([]byte, error) { return json.Marshal(n.Masked()) }

// MarshalJSON writes the mask.
func (e Email) MarshalJSON() ([]byte, error) { return json.Marshal(e.Masked()) }

// MarshalJSON writes the mask.
func (b BankAccount) MarshalJSON() ([]byte, error) { return json.Marshal(b.Masked()) }
