package demo

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"qudao/internal/clock"
)

// Options are the seed and the sizes. A zero size takes the one of the demo brand.
type Options struct {
	Seed uint64
	// Dealers (300), SKUs (2,500), Lists (40) and Orders (12,000) are exact, except that there are
	// at least three dealers and not more dealers' own lists than dealers.
	Dealers, SKUs, Lists, Orders int
	// Audiences is the least number of them; those the brand works with are always there.
	Audiences int
	// Now is when the history ends. Zero is an afternoon fixed in this package.
	Now time.Time
}

// Brand is the content. What is small stands in its fields and must not be changed; what grows comes
// from its iterators. It is safe for use by several goroutines.
type Brand struct {
	Code, Name, NameEN string
	Address, Phone     string // at the head of its papers
	Divisions          []Division
	Categories         []Category
	Series             []Series
	Attributes         []Attribute
	Templates          []Template
	Regions            []Region
	Areas              []Area
	Levels             []Level
	Tags               []Tag
	Audiences          []Audience
	StockDisplays      []StockDisplay
	Warehouses         []Warehouse
	Lists              []List
	Roles              []Role
	Departments        []Department
	Staff              []Staff
	Handovers          []Handover

	opt               Options
	now, today, start time.Time
	atlas             atlas
	goods             *assortment
	names             []string
	cities            []int // running weights of atlas.cities
	lists             []list
	ranked            []int // audience lists, the highest priority first
	facts             func() []dealerFacts
	buyers            func() []int // running weights of the dealers
	calendar          calendar
}

// HistoryMonths is how far back the orders go.
const HistoryMonths = 18

// Make prepares the content; nothing that grows is made yet.
func Make(opt Options) *Brand {
	opt.Dealers = max(cmp.Or(opt.Dealers, 300), len(logins))
	opt.SKUs = cmp.Or(opt.SKUs, 2_500)
	opt.Lists = cmp.Or(opt.Lists, 40)
	opt.Orders = cmp.Or(opt.Orders, 12_000)
	if opt.Now.IsZero() {
		opt.Now = time.Date(2026, time.November, 20, 16, 30, 0, 0, clock.Zone)
	}
	b := &Brand{
		Code: "QM", Name: "启明电气", NameEN: "Qiming Electric", Address: "浙江省宁波市北仑区迎宾大道688号启明产业园", Phone: phone(100), Divisions: divisions, Categories: categoryTree(),
		Levels: levels, Tags: tags, Areas: areas, StockDisplays: stockDisplays(), Warehouses: warehouses, Roles: roles, Departments: departments, Staff: makeStaff(), Handovers: handovers,
		opt: opt, now: opt.Now.In(clock.Zone), today: clock.Day(opt.Now), atlas: loadAtlas(),
	}
	b.start = b.today.AddDate(0, -HistoryMonths, 0)
	b.Regions = b.atlas.all
	b.Audiences = makeAudiences(opt.Audiences, &b.atlas)
	b.goods = newAssortment(b.stream("assortment", 0))
	for _, d := range b.goods.designs {
		b.Series = append(b.Series, d.Series)
	}
	b.Attributes, b.Templates = b.usedValues(), templates
	b.names = tradeNames(b.stream("names", 0))
	b.cities = sums(len(b.atlas.cities), func(i int) int { return cityWeight(&b.atlas, b.atlas.cities[i]) })
	b.priceLists()
	b.calendar = newCalendar(b.start, b.now, opt.Orders)
	b.facts, b.buyers = sync.OnceValue(b.makeFacts), sync.OnceValue(b.makeBuyers)
	return b
}

// Now is when the history ends.
func (b *Brand) Now() time.Time { return b.now }

func (b *Brand) priceLists() {
	b.lists = b.makeLists(b.opt.Lists)
	for i, l := range b.lists {
		b.Lists = append(b.Lists, l.List)
		if l.Kind == ListAudience {
			b.ranked = append(b.ranked, i)
		}
	}
	slices.SortFunc(b.ranked, func(i, j int) int { return b.lists[j].Priority - b.lists[i].Priority })
}

// usedValues are the attributes, enums with the values that occur.
func (b *Brand) usedValues() []Attribute {
	out := slices.Clone(attributes)
	add := func(v Value) {
		i := slices.IndexFunc(out, func(a Attribute) bool { return a.Code == v.Code })
		if out[i].Type == AttributeEnum && !slices.Contains(out[i].Values, v.Value) {
			out[i].Values = append(out[i].Values, v.Value)
		}
	}
	for i := range out {
		out[i].Values = nil
	}
	for _, d := range b.goods.designs {
		for _, color := range d.colors {
			add(Value{"color", color})
		}
	}
	for _, l := range b.goods.lines {
		for _, v := range l.fixed {
			add(v)
		}
		for _, x := range l.axes {
			for _, s := range x.steps {
				add(Value{x.attribute, s.value})
			}
		}
	}
	return out
}
