package pricing

import (
	"cmp"
	"slices"
	"time"

	"qudao/internal/money"
	"qudao/internal/qty"
)

// Kind is what a price list is for.
type Kind string

// The kinds, from the most specific to the most general.
const (
	KindDealer   Kind = "dealer"   // one dealer's special prices
	KindAudience Kind = "audience" // everybody in an audience, by priority
	KindBase     Kind = "base"     // everybody; there is one
)

func (k Kind) rank() int {
	switch k {
	case KindDealer:
		return 0
	case KindAudience:
		return 1
	default:
		return 2
	}
}

// List is a price list without its prices.
type List struct {
	ID          int32          `db:"id"`
	Code        string         `db:"code"`
	Name        string         `db:"name"`
	Kind        Kind           `db:"kind"`
	AudienceID  *int32         `db:"audience_id"`
	DealerID    *int32         `db:"dealer_id"`
	Priority    int            `db:"priority"`
	Currency    money.Currency `db:"currency"`
	TaxIncluded bool           `db:"tax_included"`
	ValidFrom   *time.Time     `db:"valid_from"` // nil: always was
	ValidTo     *time.Time     `db:"valid_to"`   // exclusive; nil: for ever
	Version     int            `db:"version"`
}

// ValidAt reports whether the list holds at the moment.
func (l *List) ValidAt(at time.Time) bool {
	return (l.ValidFrom == nil || !at.Before(*l.ValidFrom)) && (l.ValidTo == nil || at.Before(*l.ValidTo))
}

// precedes orders the sources: kind, then priority, then the newest list.
func precedes(a, b *List) int {
	return cmp.Or(cmp.Compare(a.Kind.rank(), b.Kind.rank()), cmp.Compare(b.Priority, a.Priority), cmp.Compare(b.ID, a.ID))
}

// Sort puts lists into the order in which they are asked for a price.
func Sort(lists []*List) { slices.SortFunc(lists, precedes) }

// Tier is a price from a quantity upwards.
type Tier struct {
	Minimum qty.Quantity `json:"minimum"` // 0 is from the first piece
	Price   money.Price  `json:"price"`
}

// Tiers is a SKU's ladder in one list, by rising minimum. None is no price.
type Tiers []Tier

// At returns the step that holds for a quantity: the last whose minimum is not above it.
func (t Tiers) At(q qty.Quantity) (Tier, bool) {
	at, found := slices.BinarySearchFunc(t, q, func(t Tier, q qty.Quantity) int { return cmp.Compare(t.Minimum, q) })
	if found {
		return t[at], true
	}
	if at == 0 {
		return Tier{}, false
	}
	return t[at-1], true
}
