package demo

import (
	"fmt"
	"time"

	"qudao/internal/money"
	"qudao/internal/qty"
)

// Kinds of price lists, in the reverse of the order in which they win.
const (
	ListBase     = "base"
	ListAudience = "audience"
	ListDealer   = "dealer"
)

// List is a price list. All prices are in CNY and include tax.
type List struct {
	Code, Name string
	// Kind is one of the List constants.
	Kind string
	// Audience is the code of the one an audience list is for, Dealer that of a dealer list.
	Audience, Dealer string
	// Priority orders audience lists: the higher number wins. No two are equal.
	Priority int
	// ValidFrom is the first instant, ValidTo the first one after; zero is without end.
	ValidFrom, ValidTo time.Time
}

// tier is a share of the base price in 1/10,000, from a quantity on.
type tier struct{ from, share int }

// list is a List with what its prices are computed from.
type list struct {
	List
	audience int   // bit of the named audience, -1 for none
	dealer   int   // -1 for none
	covers   []int // categories of any level; nil is all
	except   []int
	tiers    []tier
	// A dealer list has only SKUs whose number leaves rest when divided by step.
	step, rest int
}

// byRegion are heavy goods whose price follows the freight, not the dealer's level.
var byRegion = []int{31, 44, 451, 453, 454, 602, 604}

// Price is one row of a price list: what one base unit costs from a quantity on.
type Price struct {
	List, SKU   string
	MinQuantity qty.Quantity
	Price       money.Price
}

// makeLists gives the base list, one for each level and sales area, those for trades and seasons,
// and dealers' own lists as far as count goes.
func (b *Brand) makeLists(count int) []list {
	from := b.start.AddDate(0, -6, 0)
	named := func(code, name, audience string, priority int, covers []int, tiers ...tier) list {
		return list{
			List:     List{Code: code, Name: name, Kind: ListAudience, Audience: audience, Priority: priority, ValidFrom: from},
			audience: b.audienceBit(audience), dealer: -1, covers: covers, tiers: tiers,
		}
	}
	out := []list{{List: List{Code: "P-BASE", Name: "基准价", Kind: ListBase, ValidFrom: from}, audience: -1, dealer: -1, tiers: []tier{{1, 10_000}}}}
	for i, l := range levels {
		row := named("P-"+l.Code, l.Name+"等级价", fmt.Sprintf("LV%d", i+1), 200+i, nil, tier{1, 7200 + 600*i})
		row.except = byRegion
		out = append(out, row)
	}
	for i, area := range areas {
		share := 8300 + 80*i
		out = append(out, named("P-R-"+area.Code, area.Name+"区域价", area.Code, 100+i, byRegion, tier{1, share}, tier{100, share - 150}, tier{500, share - 300}))
	}
	out = append(out,
		named("P-ENG", "工程渠道价", "ENG", 310, []int{30, 31, 42, 43, 44, 45}, tier{1, 6950}, tier{100, 6750}, tier{500, 6500}),
		named("P-ENG-HD", "华东工程价", "ENG-HD", 320, []int{44, 45}, tier{1, 6850}, tier{100, 6650}, tier{500, 6400}),
		named("P-ECOM", "电商渠道价", "ECOM", 305, []int{20, 40, 413}, tier{1, 7050}),
		named("P-CHAIN", "五金连锁价", "CHAIN", 304, []int{10, 11, 20, 606}, tier{1, 7100}, tier{100, 6950}, tier{500, 6750}),
		named("P-DECO", "家装渠道价", "DECO", 303, []int{10, 41, 42}, tier{1, 7080}),
		named("P-COUNTY", "县级市场扶持价", "COUNTY", 302, []int{401, 403, 201}, tier{1, 7090}),
		named("P-WHOLE", "批发大户价", "WHOLE", 306, []int{601, 602, 604, 606}, tier{1, 7000}, tier{100, 6900}, tier{500, 6700}),
		named("P-SMART", "智能家居伙伴价", "SMART", 307, []int{5}, tier{1, 6900}, tier{100, 6700}),
		named("P-PILOT", "新品试点价", "PILOT", 308, []int{502, 524}, tier{1, 6600}),
		b.season(named("P-NEW", "新客首单价", "NEW", 410, []int{111, 101, 401}, tier{1, 6800}), -60, 120),
		b.season(named("P-S1", "往期备货节特价", "OFFLINE", 420, []int{10, 11, 40}, tier{1, 6750}, tier{500, 6550}), -330, -300),
		b.season(named("P-S2", "开春备货价", "OFFLINE", 421, []int{42, 43}, tier{1, 6850}), 20, 80),
	)
	return b.dealerLists(out, count)
}

// season bounds a list by days from now.
func (b *Brand) season(l list, from, to int) list {
	l.ValidFrom, l.ValidTo = b.today.AddDate(0, 0, from), b.today.AddDate(0, 0, to)
	return l
}

// dealerLists fills up to count with lists of single dealers, or cuts what is too much. A dealer has
// one list at most.
func (b *Brand) dealerLists(out []list, count int) []list {
	if count <= len(out) {
		return out[:count]
	}
	own := min(count-len(out), b.opt.Dealers)
	apart := min(max(b.opt.Dealers/own, 1), 4)
	for k := range own {
		i := k * apart
		d := b.Dealer(i)
		share := 6600 + 60*int(mix(uint64(i))%6)
		row := list{
			List:     List{Code: "P-" + d.Code, Name: d.ShortName + "专属价", Kind: ListDealer, Dealer: d.Code, ValidFrom: b.start},
			audience: -1, dealer: i, tiers: []tier{{1, share}},
			step: max(20, b.opt.SKUs/500),
		}
		row.rest = int(mix(uint64(i)+1) % uint64(row.step))
		if k%3 == 0 {
			row.tiers = append(row.tiers, tier{100, share - 150}, tier{500, share - 350})
		}
		out = append(out, row)
	}
	return out
}

// audienceBit is the place of a named audience.
func (b *Brand) audienceBit(code string) int {
	for i, a := range namedAudiences() {
		if a.Code == code {
			return i
		}
	}
	panic(fmt.Errorf("no audience %s", code))
}

// validAt tells whether the list counts at an instant.
func (l *List) validAt(at time.Time) bool {
	return !at.Before(l.ValidFrom) && (l.ValidTo.IsZero() || at.Before(l.ValidTo))
}

// has tells whether the list has a price for an SKU of a category.
func (l *list) has(sku, category int) bool {
	if l.step > 0 {
		return sku%l.step == l.rest
	}
	return (l.covers == nil || among(category, l.covers)) && !among(category, l.except)
}

// among tells whether a category is one of these or under one of them.
func among(category int, of []int) bool {
	for _, c := range of {
		if category == c || category/10 == c || category/100 == c {
			return true
		}
	}
	return false
}
