package money

import (
	"errors"

	"github.com/danielgtaylor/huma/v2"
)

// Price is the price of one unit of goods, in 10⁻⁶ of the currency unit: a screw may cost 0.0125.
//
// In JSON it is a decimal string with two to six decimals, "12.3456"; zeros beyond the second
// decimal are not written. No price is never a Price of zero: it is an absent one.
type Price int64

// MaxPrice bounds, in both directions, what is read: 999,999,999,999.999999.
const MaxPrice Price = 999_999_999_999_999_999

const (
	pricePlaces   = 6
	priceDecimals = 2 // written at least

	// A price at 10⁻⁶ by a quantity at 10⁻³ is money at 10⁻⁹; a cent is 10⁷ of those.
	productPerCent = 10_000_000
)

// ParsePrice reads what a person or a table gives: "12", "12.5", "0.012345"; at most six decimals.
// It fails with ErrPriceInvalid or ErrPriceTooLarge.
func ParsePrice(text string) (Price, error) {
	return parsePrice(text)
}

func parsePrice[T string | []byte](text T) (Price, error) {
	value, _, err := ParseFixed(text, pricePlaces)
	if err != nil && !errors.Is(err, ErrFixedRange) {
		return 0, ErrPriceInvalid.With()
	}
	if p := Price(value); err != nil || p > MaxPrice || p < -MaxPrice {
		return 0, ErrPriceTooLarge.With("maximum", MaxPrice)
	}
	return Price(value), nil
}

// String is the decimal text with two to six decimals.
func (p Price) String() string {
	return string(AppendFixed(nil, int64(p), pricePlaces, priceDecimals))
}

// MarshalJSON writes the decimal string.
func (p Price) MarshalJSON() ([]byte, error) {
	out := AppendFixed([]byte{'"'}, int64(p), pricePlaces, priceDecimals)
	return append(out, '"'), nil
}

// UnmarshalJSON reads a string with at most six decimals. A number or null is refused: null must not
// become a price of zero; a price that may be absent is a *Price.
func (p *Price) UnmarshalJSON(data []byte) error {
	text, ok := quoted(data)
	if !ok {
		return ErrPriceInvalid.With()
	}
	value, err := parsePrice(text)
	if err != nil {
		return err
	}
	*p = value
	return nil
}

// Schema describes the price in the OpenAPI document. The pattern admits what UnmarshalJSON accepts
// and nothing else, so that a wrong price is reported at its own field.
func (Price) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{
		Type:               huma.TypeString,
		Pattern:            `^-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?$`,
		PatternDescription: "decimal with at most six decimals",
		Description:        "Price of one unit in the document's currency, as a decimal string with at most six decimals; answers have at least two.",
		Examples:           []any{"12.3456"},
	}
}

// Times is the price of a quantity given in thousandths of the unit: multiplied in 128 bits and
// rounded once, half away from zero. It fails with ErrAmountTooLarge beyond MaxAmount.
func (p Price) Times(thousandths int64) (Amount, error) {
	cents, ok := mulDiv(int64(p), thousandths, productPerCent)
	if !ok {
		return 0, amountTooLarge()
	}
	if err := Amount(cents).Check(); err != nil {
		return 0, err
	}
	return Amount(cents), nil
}
