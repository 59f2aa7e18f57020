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

// IdentityNumber is the number of a person's identity card. It prints as 330****1234.
type IdentityNumber string

// LicenceNumber is the number of a licence or certificate of a person or a company. It prints as 330****1234.
type LicenceNumber string

// Class is a class of personal data: who may see one in full is decided by class.
type Class string

// The classes.
const (
	ClassContact  Class = "contact"  // telephone numbers, names, e-mail addresses
	ClassBank     Class = "bank"     // bank accounts
	ClassIdentity Class = "identity" // numbers of identity cards and licences
)

// Personal is a value that identifies somebody.
type Personal interface {
	Reveal() string // the value
	Masked() string // what everybody may see of it
	Class() Class
}

// Class says who may see it in full.
func (Phone) Class() Class { return ClassContact }

// Class says who may see it in full.
func (Name) Class() Class { return ClassContact }

// Class says who may see it in full.
func (Email) Class() Class { return ClassContact }

// Class says who may see it in full.
func (BankAccount) Class() Class { return ClassBank }

// Class says who may see it in full.
func (IdentityNumber) Class() Class { return ClassIdentity }

// Class says who may see it in full.
func (LicenceNumber) Class() Class { return ClassIdentity }

// Reveal returns the number.
func (n IdentityNumber) Reveal() string { return string(n) }

// Reveal returns the number.
func (n LicenceNumber) Reveal() string { return string(n) }

// Format prints the mask, whatever the verb.
func (n IdentityNumber) Format(out fmt.State, _ rune) { _, _ = io.WriteString(out, n.Masked()) }

// Format prints the mask, whatever the verb.
func (n LicenceNumber) Format(out fmt.State, _ rune) { _, _ = io.WriteString(out, n.Masked()) }

// LogValue logs the mask.
func (n IdentityNumber) LogValue() slog.Value { return slog.StringValue(n.Masked()) }

// LogValue logs the mask.
func (n LicenceNumber) LogValue() slog.Value { return slog.StringValue(n.Masked()) }

// MarshalJSON writes the mask.
func (n IdentityNumber) MarshalJSON() ([]byte, error) { return json.Marshal(n.Masked()) }

// MarshalJSON writes the mask.
func (n LicenceNumber) MarshalJSON() ([]byte, error) { return json.Marshal(n.Masked()) }

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
