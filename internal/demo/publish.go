package demo

import "slices"

// publication is who may see a product.
type publication struct {
	allow, deny         []string
	allowMask, denyMask uint64
}

// offline are the series kept from online shops to protect the dealers with a counter.
var offline = []string{"和光", "青禾", "惠民"}

// restricted are the series of the smart home for dealers who can install them.
var restricted = []string{"灵境", "知微", "触界", "灵光", "识昼"}

// publish decides for whom a product is. Most are for everyone; n spreads the rest.
func publish(l *line, d design, n int) publication {
	p := publication{allow: []string{AudienceAll}}
	switch {
	case l.category == 452:
		p.allow = []string{"XB", "XN", "HB", "ENG"}
	case l.category == 303, l.category == 442, l.category == 451, l.category == 454, l.name == "球场高杆投光灯", l.name == "工程配电箱":
		if n%2 == 0 {
			p.allow = []string{"ENG"}
		}
	case slices.Contains(restricted, d.Name):
		p.allow = []string{audienceGold}
	case l.name == "边缘主机":
		p.allow = []string{"PILOT", "SMART"}
	}
	if slices.Contains(offline, d.Name) || l.category == 604 {
		p.deny = []string{audienceOnline}
	}
	named := namedAudiences()
	p.allowMask, p.denyMask = maskOf(named, p.allow), maskOf(named, p.deny)
	return p
}

// StockDisplay says how dealers of an audience see stock. Of those that hold a dealer, the one with
// the highest priority counts.
type StockDisplay struct {
	Audience string
	Priority int
	// Mode is exact, banded or hidden.
	Mode string
	// Thresholds cut the bands of a banded display in base units: none, few, some, plenty.
	Thresholds []int
}

func stockDisplays() []StockDisplay {
	return []StockDisplay{
		{Audience: AudienceAll, Priority: 0, Mode: "banded", Thresholds: []int{0, 10, 100, 999}},
		{Audience: audienceKey, Priority: 20, Mode: "exact"},
		{Audience: audienceOnline, Priority: 30, Mode: "hidden"},
	}
}

// Visible tells whether a dealer may see and order an SKU: the product is published to it, and one
// of the product's divisions has a contract with it.
func (b *Brand) Visible(dealer, sku int) bool {
	return visible(b.facts()[dealer], &b.goods.prototypes[b.goods.place(sku).prototype])
}

func visible(f dealerFacts, p *prototype) bool {
	return f.member&p.allowMask != 0 && f.member&p.denyMask == 0 && f.divisions&p.line.divisionsMask != 0
}
