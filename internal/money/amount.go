package money

import (
	"errors"
	"math/bits"

	"github.com/danielgtaylor/huma/v2"
)

// Currency is an ISO 4217 code. All amounts of a document are in its one currency.
type Currency string

// CNY is the renminbi yuan.
const CNY Currency = "CNY"

// Amount is money in cents (1/100 of the currency unit); negative is money the other way.
//
// In JSON it is a string with exactly two decimals, "1234.50", because many readers turn a JSON
// number into floating point. Add and subtract with + and -: amounts within MaxAmount leave room for
// 9,000 of them in an int64. Sum checks where the number of summands has no bound.
type Amount int64

// MaxAmount bounds, in both directions, what is read or computed: 9,999,999,999,999.99.
const MaxAmount Amount = 999_999_999_999_999

const amountPlaces = 2

// ParseAmount reads what a person or a table gives: "1234.5", "12", "-0.07"; at most two decimals.
// It fails with ErrAmountInvalid or ErrAmountTooLarge.
func ParseAmount(text string) (Amount, error) {
	return parseAmount(text)
}

func parseAmount[T string | []byte](text T) (Amount, error) {
	value, _, err := ParseFixed(text, amountPlaces)
	if errors.Is(err, ErrFixedRange) {
		return 0, amountTooLarge()
	}
	if err != nil {
		return 0, ErrAmountInvalid.With()
	}
	if err := Amount(value).Check(); err != nil {
		return 0, err
	}
	return Amount(value), nil
}

// Check fails with ErrAmountTooLarge if the amount is beyond MaxAmount in either direction.
func (a Amount) Check() error {
	if a > MaxAmount || a < -MaxAmount {
		return amountTooLarge()
	}
	return nil
}

func amountTooLarge() error { return ErrAmountTooLarge.With("maximum", MaxAmount) }

// String is the decimal text with exactly two decimals, without thousands separators.
func (a Amount) String() string {
	return string(AppendFixed(nil, int64(a), amountPlaces, amountPlaces))
}

// MarshalJSON writes the decimal string.
func (a Amount) MarshalJSON() ([]byte, error) {
	out := AppendFixed([]byte{'"'}, int64(a), amountPlaces, amountPlaces)
	return append(out, '"'), nil
}

// UnmarshalJSON reads a string with at most two decimals. A number or null is refused: null must
// not become zero; a value that may be absent is a *Amount.
func (a *Amount) UnmarshalJSON(data []byte) error {
	text, ok := quoted(data)
	if !ok {
		return ErrAmountInvalid.With()
	}
	value, err := parseAmount(text)
	if err != nil {
		return err
	}
	*a = value
	return nil
}

// Schema describes the amount in the OpenAPI document. The pattern admits what UnmarshalJSON
// accepts and nothing else, so that a wrong amount is reported at its own field.
func (Amount) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{
		Type:               huma.TypeString,
		Pattern:            `^-?(0|[1-9][0-9]{0,12})(\.[0-9]{1,2})?$`,
		PatternDescription: "decimal with at most two decimals",
		Description:        "Amount of money in the document's currency, as a decimal string with at most two decimals; answers have exactly two.",
		Examples:           []any{"1234.50"},
	}
}

// Sum adds up. It fails with ErrAmountTooLarge if the result is beyond MaxAmount; sums on the way
// may be, so the order of the amounts does not matter.
func Sum(amounts ...Amount) (Amount, error) {
	var hi, lo, carry uint64 // two's complement over 128 bits
	for _, a := range amounts {
		lo, carry = bits.Add64(lo, uint64(a), 0)
		hi += uint64(a>>63) + carry
	}
	sum := Amount(lo)
	if hi != uint64(sum>>63) {
		return 0, amountTooLarge()
	}
	return sum, sum.Check()
}

// quoted returns what stands between the quotes of a JSON string. Escapes are left as they are:
// no right amount or price has any.
func quoted(data []byte) ([]byte, bool) {
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return nil, false
	}
	return data[1 : len(data)-1], true
}
