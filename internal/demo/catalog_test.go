package demo

import (
	"slices"
	"strconv"
	"testing"

	"qudao/internal/money"
	"qudao/internal/qty"
)

func TestProductsFillTheirTemplate(t *testing.T) {
	t.Parallel()
	b := Make(Options{Seed: 1})
	templates := map[string]Template{}
	for _, x := range b.Templates {
		templates[x.Code] = x
	}
	kinds := map[string]Attribute{}
	for _, a := range b.Attributes {
		kinds[a.Code] = a
	}
	for p := range b.Products() {
		template := templates[p.Template]
		for i := p.FirstSKU; i < p.FirstSKU+p.SKUs; i++ {
			s := b.SKU(i)
			values := slices.Concat(p.Attributes, s.Axes, s.Attributes)
			for _, v := range values {
				checkValue(t, s, kinds[v.Code], v)
			}
			if s.Product != p.Code {
				t.Errorf("%s is of %s, not %s", s.Code, s.Product, p.Code)
			}
			checkTemplate(t, s, template, values)
		}
	}
}

// checkTemplate wants every required attribute, none twice, none foreign, and axes only where allowed.
func checkTemplate(t *testing.T, s SKU, template Template, values []Value) {
	t.Helper()
	given := map[string]int{}
	for _, v := range values {
		given[v.Code]++
		if given[v.Code] > 1 {
			t.Errorf("%s: %s twice", s.Name, v.Code)
		}
	}
	for _, a := range template.Attributes {
		if a.Required && given[a.Code] == 0 {
			t.Errorf("%s: no %s", s.Name, a.Code)
		}
		delete(given, a.Code)
		if !a.Axis && slices.ContainsFunc(s.Axes, func(v Value) bool { return v.Code == a.Code }) {
			t.Errorf("%s: %s is no axis of %s", s.Name, a.Code, template.Code)
		}
	}
	for code := range given {
		t.Errorf("%s: %s is not in template %s", s.Name, code, template.Code)
	}
}

func checkValue(t *testing.T, s SKU, a Attribute, v Value) {
	t.Helper()
	switch a.Type {
	case AttributeEnum:
		if !slices.Contains(a.Values, v.Value) {
			t.Errorf("%s: %s is no value of %s", s.Name, v.Value, a.Code)
		}
	case AttributeNumber:
		if _, err := strconv.ParseFloat(v.Value, 64); err != nil {
			t.Errorf("%s: %s is %s", s.Name, a.Code, v.Value)
		}
	case AttributeText:
	default:
		t.Errorf("%s: no attribute %s", s.Name, v.Code)
	}
}

func TestSKUsCanBeOrdered(t *testing.T) {
	t.Parallel()
	b := Make(Options{Seed: 1})
	within := map[string][2]money.Price{"111": {6e6, 32e6}, "421": {9e6, 140e6}, "301": {8e6, 200e6}, "451": {150e6, 1500e6}}
	for s := range b.SKUs() {
		if first, ok := (qty.Rule{Minimum: s.Minimum, Multiple: s.Multiple}).First(); !ok || first != s.Minimum {
			t.Errorf("%s: minimum %s is not a multiple of %s", s.Code, s.Minimum, s.Multiple)
		}
		for _, p := range s.Packs {
			if p.Size <= 0 || p.Size%s.Multiple != 0 {
				t.Errorf("%s: pack of %s against multiple %s", s.Code, p.Size, s.Multiple)
			}
		}
		if s.WeightGrams <= 0 || s.VolumeCM3 <= 0 || s.LeadDays <= 0 || s.TaxRate != 1300 {
			t.Errorf("%s: %+v", s.Code, s)
		}
		if span, ok := within[s.Code[3:6]]; ok && (s.BasePrice < span[0] || s.BasePrice > span[1]) {
			t.Errorf("%s costs %s", s.Name, s.BasePrice)
		}
	}
}

func TestPublicationIsVaried(t *testing.T) {
	t.Parallel()
	b := Make(Options{Seed: 1})
	everyone, some, denied := 0, 0, 0
	for p := range b.Products() {
		switch {
		case !slices.Equal(p.Allow, []string{AudienceAll}):
			some++
		case len(p.Deny) > 0:
			denied++
		default:
			everyone++
		}
		for _, a := range b.Audiences {
			// A product for nobody would be a mistake of the tables.
			if slices.Contains(p.Allow, a.Code) && slices.Contains(p.Deny, a.Code) {
				t.Errorf("%s is allowed and denied to %s", p.Name, a.Code)
			}
		}
	}
	if everyone < 350 || some < 30 || denied < 20 {
		t.Errorf("%d for everyone, %d for some, %d denied to some", everyone, some, denied)
	}
}

func TestVisibleFollowsTheRules(t *testing.T) {
	t.Parallel()
	b := Make(Options{Seed: 1})
	for d := 0; d < 300; d += 7 {
		dealer := b.Dealer(d)
		var member []string
		for _, a := range b.Audiences {
			if a.Rule.Matches(dealer) {
				member = append(member, a.Code)
			}
		}
		in := func(codes []string) bool {
			return slices.ContainsFunc(codes, func(c string) bool { return slices.Contains(member, c) })
		}
		seen := 0
		for p := range b.Products() {
			want := in(p.Allow) && !in(p.Deny) &&
				slices.ContainsFunc(p.Divisions, func(c string) bool { return slices.Contains(dealer.Divisions, c) })
			if got := b.Visible(d, p.FirstSKU); got != want {
				t.Errorf("%s sees %s: %v, want %v", dealer.Code, p.Name, got, want)
			}
			if want {
				seen++
			}
		}
		if seen < 10 {
			t.Errorf("%s sees %d products", dealer.Code, seen)
		}
	}
}

func TestEveryAudienceHoldsSomebody(t *testing.T) {
	t.Parallel()
	b := Make(Options{Seed: 1})
	held := map[string]int{}
	for d := range b.Dealers() {
		for _, a := range b.Audiences {
			if a.Rule.Matches(d) {
				held[a.Code]++
			}
		}
	}
	for _, a := range b.Audiences {
		if held[a.Code] == 0 {
			t.Errorf("%s holds nobody", a.Code)
		}
	}
	if held[AudienceAll] != 300 {
		t.Errorf("%d dealers in %s", held[AudienceAll], AudienceAll)
	}
}
