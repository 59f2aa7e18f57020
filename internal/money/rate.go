package money

import (
	"bytes"
	"fmt"

	"github.com/danielgtaylor/huma/v2"
)

// Rate is a tax rate in basis points, hundredths of a per cent: 1300 is 13 %. In JSON it is that
// whole number.
type Rate int32

// MaxRate is the highest rate: 100 %.
const MaxRate Rate = 10_000

const hundredPercent = 10_000 // basis points

// Check fails with ErrRateInvalid unless the rate is from 0 to MaxRate.
func (r Rate) Check() error {
	if r < 0 || r > MaxRate {
		return ErrRateInvalid.With("maximum", int32(MaxRate))
	}
	return nil
}

// String is the rate in per cent: "13%", "0.5%".
func (r Rate) String() string { return string(AppendFixed(nil, int64(r), 2, 0)) + "%" }

// UnmarshalJSON reads a whole number from 0 to MaxRate; null is refused.
func (r *Rate) UnmarshalJSON(data []byte) error {
	value, _, err := ParseFixed(bytes.TrimSpace(data), 0)
	if err != nil || value < 0 || value > int64(MaxRate) {
		return ErrRateInvalid.With("maximum", int32(MaxRate))
	}
	*r = Rate(value)
	return nil
}

// Schema describes the rate in the OpenAPI document.
func (Rate) Schema(huma.Registry) *huma.Schema {
	low, high := 0.0, float64(MaxRate)
	return &huma.Schema{
		Type: huma.TypeInteger, Format: "int32", Minimum: &low, Maximum: &high,
		Description: "Tax rate in basis points: 1300 is 13 %.",
		Examples:    []any{1300},
	}
}

// Included takes the tax out of an amount that includes it: tax = gross × rate / (1 + rate), rounded
// half away from zero, and net is the rest, so that net + tax is gross to the cent.
// A rate that Check refuses is a programming error and panics.
func (r Rate) Included(gross Amount) (net, tax Amount) {
	tax = r.share(gross, hundredPercent+int64(r))
	return gross - tax, tax
}

// OnTop adds the tax to an amount without it: tax = net × rate, rounded half away from zero.
// A rate that Check refuses is a programming error and panics.
func (r Rate) OnTop(net Amount) (gross, tax Amount) {
	tax = r.share(net, hundredPercent)
	return net + tax, tax
}

// share is a × rate / of. With a right rate it is never beyond a, so it fits.
func (r Rate) share(a Amount, of int64) Amount {
	if err := r.Check(); err != nil {
		panic(fmt.Sprintf("money: tax at %d basis points", int32(r)))
	}
	value, _ := mulDiv(int64(a), int64(r), of)
	return Amount(value)
}
