package qty

import "strings"

// Rule says which quantities of a product may be ordered: above zero, at most MaxLine, at least
// Minimum, and a whole number of times Multiple, counted from zero. A Minimum or Multiple of zero or
// less sets no such limit.
type Rule struct {
	Minimum  Quantity `json:"minimum"`
	Multiple Quantity `json:"multiple"`
}

// Check fails if q may not be ordered, with the first that applies of ErrNotPositive, ErrTooLarge,
// ErrBelowMinimum and ErrNotMultiple.
//
// The facts are "quantity"; the limits "maximum", and "minimum" and "multiple" where set; "below"
// and "above", the nearest right quantities on either side where there are any; and "nearest", the
// same as text for the sentence.
func (r Rule) Check(q Quantity) error {
	definition := ErrNotMultiple
	switch {
	case q <= 0:
		definition = ErrNotPositive
	case q > MaxLine:
		definition = ErrTooLarge
	case q < r.Minimum:
		definition = ErrBelowMinimum
	case q%r.step() == 0:
		return nil
	}
	return definition.With(r.facts(q)...)
}

// Nearest returns the greatest right quantity that is at most q, and the smallest that is at least
// q; both are q if q is right. Zero means that there is none on that side.
func (r Rule) Nearest(q Quantity) (below, above Quantity) {
	first, last := r.bounds()
	switch {
	case first > last:
		return 0, 0
	case q < first:
		return 0, first
	case q > last:
		return last, 0
	}
	below = q - q%r.step()
	if below == q {
		return q, q
	}
	return below, below + r.step()
}

// First returns the smallest quantity that may be ordered. It is false if the rule admits none.
func (r Rule) First() (Quantity, bool) {
	_, above := r.Nearest(0)
	return above, above > 0
}

// bounds returns the smallest and the greatest right quantity; the first is above the last if
// there is none.
func (r Rule) bounds() (first, last Quantity) {
	step := r.step()
	if r.Minimum > MaxLine || step > MaxLine {
		return 1, 0
	}
	least := max(r.Minimum, 1)
	return (least + step - 1) / step * step, MaxLine / step * step
}

func (r Rule) step() Quantity { return max(r.Multiple, 1) }

func (r Rule) facts(q Quantity) []any {
	facts := []any{"quantity", q, "maximum", MaxLine}
	if r.Minimum > 0 {
		facts = append(facts, "minimum", r.Minimum)
	}
	if r.Multiple > 0 {
		facts = append(facts, "multiple", r.Multiple)
	}
	var nearest []string
	below, above := r.Nearest(q)
	if below > 0 {
		facts = append(facts, "below", below)
		nearest = append(nearest, below.String())
	}
	if above > 0 {
		facts = append(facts, "above", above)
		nearest = append(nearest, above.String())
	}
	if nearest == nil {
		nearest = []string{"-"}
	}
	return append(facts, "nearest", strings.Join(nearest, " / "))
}
