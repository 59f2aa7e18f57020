package pricing

import (
	"fmt"

	"qudao/internal/fault"
	"qudao/internal/qty"
)

// maxTiers bounds a ladder, which is sent whole to every page that shows the price.
const maxTiers = 20

// Check names everything that is wrong with a ladder for goods that are ordered by the rule: minimums
// rise without repetition, the first is within what may be ordered first, every price is above zero.
// Paths are those of the tiers in a JSON array. No tiers are right: they say that there is no price.
func (t Tiers) Check(rule qty.Rule) fault.Fields {
	var wrong fault.Fields
	if len(t) > maxTiers {
		wrong.Add("tiers", TooManyTiers, "maximum", maxTiers)
		return wrong
	}
	for i, tier := range t {
		path := fmt.Sprintf("tiers[%d]", i)
		if tier.Price <= 0 {
			wrong.Add(path+".price", PriceTooLow)
		}
		first, any := rule.First()
		switch {
		case tier.Minimum < 0 || tier.Minimum > qty.MaxLine:
			wrong.Add(path+".minimum", MinimumInvalid, "maximum", qty.Quantity(qty.MaxLine))
		case i > 0 && tier.Minimum <= t[i-1].Minimum:
			wrong.Add(path+".minimum", MinimumNotUp)
		case i == 0 && any && tier.Minimum > first:
			// Otherwise quantities that may be ordered would have no price in this list.
			wrong.Add(path+".minimum", FirstTooHigh, "first", first)
		}
	}
	return wrong
}
