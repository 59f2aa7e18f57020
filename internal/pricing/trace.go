package pricing

import (
	"qudao/internal/money"
	"qudao/internal/qty"
)

// Why a source that had the SKU was not applied.
const (
	ReasonLowerPriority  = "lower_priority"
	ReasonNotValid       = "not_valid"
	ReasonBelowFirstTier = "below_first_tier"
)

// Trace tells how a line's money came about. It is stored with the order line.
type Trace struct {
	Steps       []Step       `json:"steps"`
	Quantity    qty.Quantity `json:"quantity"`
	Rate        money.Rate   `json:"rate"`
	TaxIncluded bool         `json:"tax_included"`
	Price       money.Price  `json:"price"`
	Amount      money.Amount `json:"amount"`
}

// Step is one rule that was asked, applied or refused.
type Step struct {
	Stage   string       `json:"stage"`          // "price"
	Kind    Kind         `json:"kind"`           // of the list
	Rule    string       `json:"rule,omitempty"` // code of the list; not shown to dealers
	Label   string       `json:"label,omitempty"`
	Applied bool         `json:"applied"`
	Reason  string       `json:"reason,omitempty"` // why not
	Minimum qty.Quantity `json:"minimum"`          // the tier's
	Price   money.Price  `json:"price"`
}

func (t *Trace) apply(l *List, step Tier) { t.add(l, step, "") }

func (t *Trace) refuse(l *List, step Tier, reason string) { t.add(l, step, reason) }

func (t *Trace) add(l *List, step Tier, reason string) {
	t.Steps = append(t.Steps, Step{Stage: "price", Kind: l.Kind, Rule: l.Code, Label: l.Name,
		Applied: reason == "", Reason: reason, Minimum: step.Minimum, Price: step.Price})
}

// Replay computes the amounts again from what the trace holds. Amount is with tax and is rounded half
// up once; net and tax are a split of it (or it is their sum, for a list without tax).
func (t *Trace) Replay() (amount, net, tax money.Amount, err error) {
	amount, err = t.Quantity.At(t.Price)
	if err != nil {
		return 0, 0, 0, err
	}
	if t.TaxIncluded {
		net, tax = t.Rate.Included(amount)
		return amount, net, tax, nil
	}
	net = amount
	amount, tax = t.Rate.OnTop(net)
	return amount, net, tax, nil
}

// Redacted is the trace as a dealer may see it: what was applied and what kind of source it was, no
// names of lists and nothing about sources that were not applied.
func (t *Trace) Redacted() Trace {
	out := *t
	out.Steps = []Step{}
	for _, s := range t.Steps {
		if s.Applied {
			s.Rule, s.Label = "", ""
			out.Steps = append(out.Steps, s)
		}
	}
	return out
}
