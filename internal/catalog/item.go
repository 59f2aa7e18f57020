package catalog

import (
	"slices"
	"strings"
	"unique"

	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/qty"
)

// Item is an SKU with all that pricing and placement need of it and its product. Items are shared
// between callers: nobody changes one.
type Item struct {
	ID           int32
	Code         string
	OrderCode    string
	Model        string
	Barcode      string
	Name         string
	Unit         string
	Spec         Spec
	Packs        []Pack
	Rule         qty.Rule
	TaxRate      money.Rate
	LeadDays     int
	ProductID    int32
	ProductCode  string
	Image        string  // address of the product's main picture; "" where it has none
	CategoryPath []int32 // from the root to the category or, where there is one, the series
	Divisions    []int32
	Allow        []int32
	Deny         []int32
	Live         bool // the product is published, the SKU active and complete
	Version      int  // steps whenever the SKU or its product changes
}

// Spec is what an SKU is called by within its product, by attribute. A million of them are kept in memory, so
// it is a slice whose texts are shared, not a map.
type Spec []SpecValue

// SpecValue is the value of one attribute.
type SpecValue struct{ Attribute, Value string }

func specOf(values map[string]string) Spec {
	out := make(Spec, 0, len(values))
	for attribute, value := range values {
		out = append(out, SpecValue{shared(attribute), shared(value)})
	}
	slices.SortFunc(out, func(a, b SpecValue) int { return strings.Compare(a.Attribute, b.Attribute) })
	return out
}

// Of is the value of an attribute, empty where the SKU has none.
func (s Spec) Of(attribute string) string {
	for _, v := range s {
		if v.Attribute == attribute {
			return v.Value
		}
	}
	return ""
}

// Map is the spec by attribute.
func (s Spec) Map() map[string]string {
	out := make(map[string]string, len(s))
	for _, v := range s {
		out[v.Attribute] = v.Value
	}
	return out
}

// shared is the text, one in memory however often it is kept.
func shared(text string) string { return unique.Make(text).Value() }

// VisibleTo reports whether an account with this pool, of a dealer in these audiences, may see, and so order,
// the item.
func (i *Item) VisibleTo(audiences []int32, pool *org.Pool) bool {
	return i.Live && intersects(i.Allow, audiences) && !intersects(i.Deny, audiences) && pool.Holds(i.ProductID, i.CategoryPath)
}

// intersects is quadratic on purpose: both sides have a few elements.
func intersects(a, b []int32) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}
