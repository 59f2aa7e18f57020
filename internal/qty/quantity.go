package qty

import (
	"errors"

	"github.com/danielgtaylor/huma/v2"

	"qudao/internal/money"
)

// Quantity is a number of units in thousandths of the unit: 1.5 m is 1500. Negative is a change
// downwards. In JSON it is a number, 1.5, with at most three decimals and without trailing zeros.
type Quantity int64

const (
	// One is a single unit.
	One Quantity = 1000

	// Max bounds, in both directions, what is read: 10¹² units. Up to here every quantity is exact
	// also in the floating point of a browser.
	Max = 1_000_000_000_000 * One

	// MaxLine is the most that one line may order: 10⁹ units.
	MaxLine = 1_000_000_000 * One
)

const places = 3

// Parse reads a quantity: "12", "1.5", "-0.001"; at most three decimals, no exponent.
// It fails with ErrInvalid, ErrTooPrecise or ErrOutOfRange.
func Parse(text string) (Quantity, error) { return parse(text) }

func parse[T string | []byte](text T) (Quantity, error) {
	value, _, err := money.ParseFixed(text, places)
	if errors.Is(err, money.ErrFixedForm) {
		return 0, ErrInvalid.With()
	}
	if errors.Is(err, money.ErrFixedPlaces) {
		return 0, ErrTooPrecise.With()
	}
	if q := Quantity(value); err != nil || q > Max || q < -Max {
		return 0, ErrOutOfRange.With("maximum", Max)
	}
	return Quantity(value), nil
}

// String is the decimal text without trailing zeros: "12", "1.5".
func (q Quantity) String() string {
	return string(money.AppendFixed(nil, int64(q), places, 0))
}

// MarshalJSON writes the number.
func (q Quantity) MarshalJSON() ([]byte, error) {
	return money.AppendFixed(nil, int64(q), places, 0), nil
}

// UnmarshalJSON reads a number from its digits. A string or null is refused: null must not become
// zero; a quantity that may be absent is a *Quantity.
func (q *Quantity) UnmarshalJSON(data []byte) error {
	value, err := parse(data)
	if err != nil {
		return err
	}
	*q = value
	return nil
}

// Schema describes the quantity in the OpenAPI document. The three decimals are said in words:
// multipleOf would be checked in floating point and refuse right quantities.
func (Quantity) Schema(huma.Registry) *huma.Schema {
	low, high := -float64(Max/One), float64(Max/One)
	return &huma.Schema{
		Type: huma.TypeNumber, Minimum: &low, Maximum: &high,
		Description: "Quantity in the unit of the product: at most three decimals, no exponent.",
		Examples:    []any{12, 1.5},
	}
}

// At is the price of the quantity at p for one unit, rounded once, half away from zero.
// It fails with money.ErrAmountTooLarge.
func (q Quantity) At(p money.Price) (money.Amount, error) { return p.Times(int64(q)) }
