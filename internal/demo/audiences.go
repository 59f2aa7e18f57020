package demo

import (
	"fmt"
	"slices"
)

// Level is a grade of dealers, the best first.
type Level struct{ Code, Name, NameEN string }

var levels = []Level{
	{"L1", "战略", "Strategic"}, {"L2", "核心", "Core"}, {"L3", "金牌", "Gold"}, {"L4", "银牌", "Silver"}, {"L5", "普通", "Standard"},
}

// Tag is a mark that dealers carry, any number of them.
type Tag struct{ Code, Name, NameEN string }

var tags = []Tag{
	{"chain", "五金连锁", "Hardware chain"}, {"project", "工程渠道", "Project channel"}, {"ecom", "电商", "Online shop"},
	{"county", "县级", "County market"}, {"new", "新客", "New dealer"}, {"deco", "家装", "Home decoration"},
	{"wholesale", "批发", "Wholesale"}, {"retail", "门店零售", "Retail shop"}, {"smart", "智能体验店", "Smart-home showroom"},
	{"property", "物业维保", "Property maintenance"},
}

// Rule says which dealers an audience holds. Every condition that is not empty must hold; an empty
// rule holds everyone. DealersIn are in and DealersOut are out whatever the conditions say; out
// wins.
type Rule struct {
	Levels []string `json:"levels,omitempty"`
	// Regions are codes of any level, each meaning itself and all under it.
	Regions []int `json:"regions,omitempty"`
	// TagsAny wants one of them, TagsAll each, TagsNone none.
	TagsAny  []string `json:"tags_any,omitempty"`
	TagsAll  []string `json:"tags_all,omitempty"`
	TagsNone []string `json:"tags_none,omitempty"`
	// Divisions wants a contract with one of them.
	Divisions  []string `json:"divisions,omitempty"`
	DealersIn  []string `json:"dealers_in,omitempty"`
	DealersOut []string `json:"dealers_out,omitempty"`
}

// Matches tells whether the rule holds the dealer.
func (r Rule) Matches(d Dealer) bool {
	if slices.Contains(r.DealersOut, d.Code) {
		return false
	}
	if slices.Contains(r.DealersIn, d.Code) {
		return true
	}
	has := func(tag string) bool { return slices.Contains(d.Tags, tag) }
	under := func(region int) bool { return RegionUnder(d.Region, region) }
	sells := func(division string) bool { return slices.Contains(d.Divisions, division) }
	switch {
	case len(r.Levels) > 0 && !slices.Contains(r.Levels, d.Level),
		len(r.Regions) > 0 && !slices.ContainsFunc(r.Regions, under),
		len(r.TagsAny) > 0 && !slices.ContainsFunc(r.TagsAny, has),
		slices.ContainsFunc(r.TagsAll, func(tag string) bool { return !has(tag) }),
		slices.ContainsFunc(r.TagsNone, has),
		len(r.Divisions) > 0 && !slices.ContainsFunc(r.Divisions, sells):
		return false
	}
	return true
}

// Audience (客群) is a named set of dealers, given by a rule.
type Audience struct {
	Code, Name string
	Rule       Rule
}

// Codes of audiences that publication and stock display point to.
const (
	AudienceAll    = "ALL"
	audienceKey    = "LV12"
	audienceGold   = "LV13"
	audienceOnline = "ECOM"
)

// namedAudiences are those the brand works with; there are fewer than 64, so that membership fits
// one word.
func namedAudiences() []Audience {
	out := []Audience{{AudienceAll, "全部经销商", Rule{}}}
	for i, l := range levels {
		out = append(out, Audience{fmt.Sprintf("LV%d", i+1), l.Name + "经销商", Rule{Levels: []string{l.Code}}})
	}
	out = append(out,
		Audience{audienceKey, "重点客户（战略、核心）", Rule{Levels: []string{"L1", "L2"}}},
		Audience{audienceGold, "金牌及以上", Rule{Levels: []string{"L1", "L2", "L3"}}},
	)
	for _, area := range areas {
		out = append(out, Audience{area.Code, area.Name + "大区", Rule{Regions: area.Provinces}})
	}
	return append(out,
		Audience{"ENG", "工程渠道客户", Rule{TagsAny: []string{"project"}}},
		Audience{audienceOnline, "电商客户", Rule{TagsAny: []string{"ecom"}}},
		Audience{"OFFLINE", "线下渠道", Rule{TagsNone: []string{"ecom"}}},
		Audience{"CHAIN", "五金连锁客户", Rule{TagsAny: []string{"chain"}}},
		Audience{"DECO", "家装渠道客户", Rule{TagsAny: []string{"deco"}, Divisions: []string{"CIVIL", "LIGHT"}}},
		Audience{"COUNTY", "县级市场扶持", Rule{TagsAll: []string{"county"}, Levels: []string{"L4", "L5"}}},
		Audience{"NEW", "新客培育", Rule{TagsAny: []string{"new"}, TagsNone: []string{"ecom"}}},
		Audience{"WHOLE", "批发大户", Rule{TagsAny: []string{"wholesale"}, Levels: []string{"L1", "L2", "L3"}}},
		Audience{"ENG-HD", "华东工程客户", Rule{TagsAll: []string{"project"}, Regions: areas[0].Provinces}},
		Audience{"SMART", "智能家居伙伴", Rule{Levels: []string{"L1", "L2", "L3"}, Divisions: []string{"SMART"}, TagsNone: []string{"ecom"}}},
		Audience{"PILOT", "新品试点（杭州、成都、深圳）", Rule{
			Levels: []string{"L1", "L2"}, Regions: []int{330100, 510100, 440300}, DealersIn: []string{"D00003"}, DealersOut: []string{"D00002"},
		}},
	)
}

// makeAudiences gives the named audiences and, if more are wanted, one for each city and then for
// each level within it.
func makeAudiences(count int, a *atlas) []Audience {
	out := namedAudiences()
	for k := 0; len(out) < count; k++ {
		city := a.region(a.cities[k%len(a.cities)])
		extra := Audience{fmt.Sprintf("C-%d", city.Code), city.Path + "客户", Rule{Regions: []int{city.Code}}}
		if round := k / len(a.cities); round > 0 {
			level := levels[(round-1)%len(levels)]
			extra.Code += fmt.Sprintf("-%d", round)
			extra.Name += fmt.Sprintf("（%s，第 %d 组）", level.Name, round)
			extra.Rule.Levels = []string{level.Code}
		}
		out = append(out, extra)
	}
	return out
}

// membership is a bit for each named audience that holds the dealer.
func membership(named []Audience, d Dealer) (mask uint64) {
	for i, a := range named {
		if a.Rule.Matches(d) {
			mask |= 1 << i
		}
	}
	return mask
}

// maskOf is a bit for each of the named audiences with these codes.
func maskOf(named []Audience, codes []string) (mask uint64) {
	for i, a := range named {
		if slices.Contains(codes, a.Code) {
			mask |= 1 << i
		}
	}
	return mask
}
