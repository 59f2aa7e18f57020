package dealer

import (
	"cmp"
	"slices"

	"qudao/internal/fault"
)

// Rule says which dealers an audience holds, in codes. Every condition that is not empty must hold.
// DealersIn are in and DealersOut are out whatever the conditions say; out wins. A rule without any
// condition holds every dealer, but with DealersIn alone it holds only these.
type Rule struct {
	Levels     []string `json:"levels,omitempty"`      // one of these
	Regions    []int    `json:"regions,omitempty"`     // in or under one of these
	TagsAny    []string `json:"tags_any,omitempty"`    // one of these at least
	TagsAll    []string `json:"tags_all,omitempty"`    // each of these
	TagsNone   []string `json:"tags_none,omitempty"`   // none of these
	Divisions  []string `json:"divisions,omitempty"`   // a contract with one of these
	DealersIn  []string `json:"dealers_in,omitempty"`  // these too
	DealersOut []string `json:"dealers_out,omitempty"` // never these
}

// Facts are what a rule looks at.
type Facts struct {
	Code      string
	Level     string
	Regions   []int // the dealer's own and every one above it
	Tags      []string
	Divisions []string
}

// Match reports whether the rule holds the dealer, and by which conditions; of one it does not hold,
// the first condition that fails.
func (r Rule) Match(f Facts) (bool, Because) {
	if slices.Contains(r.DealersOut, f.Code) {
		return false, Because{{Condition: ConditionOut, Code: f.Code}}
	}
	if slices.Contains(r.DealersIn, f.Code) {
		return true, Because{{Condition: ConditionNamed, Code: f.Code}}
	}
	if r.open() {
		if len(r.DealersIn) > 0 {
			return false, Because{{Condition: ConditionNamed}}
		}
		return true, Because{{Condition: ConditionAll}}
	}
	var because Because
	for _, check := range []func(Facts) (Because, bool){r.matchLevel, r.matchRegion, r.matchAny, r.matchAll, r.matchNone, r.matchDivision} {
		reasons, ok := check(f)
		if !ok {
			return false, reasons
		}
		because = append(because, reasons...)
	}
	return true, because
}

// open reports whether the rule has no condition on facts.
func (r Rule) open() bool {
	return len(r.Levels)+len(r.Regions)+len(r.TagsAny)+len(r.TagsAll)+len(r.TagsNone)+len(r.Divisions) == 0
}

func (r Rule) matchLevel(f Facts) (Because, bool) {
	if len(r.Levels) == 0 {
		return nil, true
	}
	return Because{{Condition: ConditionLevel, Code: f.Level}}, slices.Contains(r.Levels, f.Level)
}

func (r Rule) matchRegion(f Facts) (Because, bool) { return one(ConditionRegion, r.Regions, f.Regions) }

func (r Rule) matchAny(f Facts) (Because, bool) { return one(ConditionTag, r.TagsAny, f.Tags) }

func (r Rule) matchDivision(f Facts) (Because, bool) {
	return one(ConditionDivision, r.Divisions, f.Divisions)
}

func (r Rule) matchAll(f Facts) (because Because, _ bool) {
	for _, tag := range r.TagsAll {
		if !slices.Contains(f.Tags, tag) {
			return Because{{Condition: ConditionTag, Code: tag}}, false
		}
		because = append(because, Reason{Condition: ConditionTag, Code: tag})
	}
	return because, true
}

func (r Rule) matchNone(f Facts) (because Because, _ bool) {
	for _, tag := range r.TagsNone {
		if slices.Contains(f.Tags, tag) {
			return Because{{Condition: ConditionNoTag, Code: tag}}, false
		}
		because = append(because, Reason{Condition: ConditionNoTag, Code: tag})
	}
	return because, true
}

// one checks a condition of which one value must hold; none wanted is no condition.
func one[T comparable](c Condition, wanted, has []T) (because Because, _ bool) {
	if len(wanted) == 0 {
		return nil, true
	}
	for _, value := range wanted {
		if slices.Contains(has, value) {
			because = append(because, Reason{Condition: c, Code: text(value)})
		}
	}
	if because == nil {
		return Because{{Condition: c}}, false
	}
	return because, true
}

// normal returns the rule with each list in order and without repetition.
func (r Rule) normal() Rule {
	return Rule{
		Levels: ordered(r.Levels), Regions: ordered(r.Regions),
		TagsAny: ordered(r.TagsAny), TagsAll: ordered(r.TagsAll), TagsNone: ordered(r.TagsNone),
		Divisions: ordered(r.Divisions), DealersIn: ordered(r.DealersIn), DealersOut: ordered(r.DealersOut),
	}
}

// contradicts adds to fields why the rule can never match anybody. Conditions that contradict one
// another are borne where named dealers remain.
func (r Rule) contradicts(fields *fault.Fields) {
	out := func(code string) bool { return slices.Contains(r.DealersOut, code) }
	none := func(code string) bool { return slices.Contains(r.TagsNone, code) }
	if slices.ContainsFunc(r.DealersIn, func(code string) bool { return !out(code) }) {
		return
	}
	if r.open() && len(r.DealersIn) > 0 {
		fields.Add("rule.dealers_in", NamedAllExcluded)
	}
	for _, tag := range r.TagsAll {
		if none(tag) {
			fields.Add("rule.tags_none", TagsContradict, "code", tag)
		}
	}
	if len(r.TagsAny) > 0 && !slices.ContainsFunc(r.TagsAny, func(tag string) bool { return !none(tag) }) {
		fields.Add("rule.tags_any", AnyTagUnwanted)
	}
}

// ordered returns the values in order, each once, and never nil.
func ordered[T cmp.Ordered](values []T) []T {
	out := append([]T{}, values...)
	slices.Sort(out)
	return slices.Compact(out)
}
