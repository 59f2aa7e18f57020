package catalog

import (
	"qudao/internal/money"
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
	Spec         map[string]string
	Packs        []Pack
	Rule         qty.Rule
	TaxRate      money.Rate
	LeadDays     int
	ProductID    int32
	ProductCode  string
	CategoryPath []int32 // from the root to the category or, where there is one, the series
	Divisions    []int32
	Allow        []int32
	Deny         []int32
	Live         bool // the product is published, the SKU active and complete
	Version      int  // steps whenever the SKU or its product changes
}

// VisibleTo reports whether a dealer in these audiences may see, and so order, the item.
func (i *Item) VisibleTo(audiences []int32) bool {
	return i.Live && intersects(i.Allow, audiences) && !intersects(i.Deny, audiences)
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
