package catalog

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"qudao/internal/fault"
)

// plan is what becomes of one product that was given: decided without touching anything.
type plan struct {
	n       int // index in the input
	in      ProductIn
	outcome Outcome
	problem *fault.Fault

	old     *storedProduct // nil: new
	oldSKUs []storedSKU
	product storedProduct
	skus    []storedSKU // all of the product; those without an id are new
	changed []bool      // of each SKU
}

func (p *plan) fail(f *fault.Fault) { p.outcome, p.problem = Failed, f }

// decide merges what was given into what is stored. whole: what is left out is empty afterwards
// (Create, Edit); else it stays (Upsert).
func (p *plan) decide(r *refs, whole bool) {
	var wrong fault.Fields
	checkTexts(p.in, &wrong)
	if p.old != nil {
		p.product = *p.old
	} else {
		p.product = storedProduct{Code: p.in.Code, State: StateDraft}
	}
	p.mergeProduct(r, whole, &wrong)
	p.mergeSKUs(r, whole, &wrong)
	p.product.Facets = facetsOf(p.product.Attributes, p.skus)
	if err := wrong.Err(); err != nil {
		f, _ := fault.As(err)
		p.fail(f)
		return
	}
	if p.product.State == StatePublished {
		if f := incomplete(p.product, p.skus, r.templateOf(p.product)); f != nil {
			p.fail(f)
			return
		}
	}
	p.compare()
}

func (p *plan) mergeProduct(r *refs, whole bool, wrong *fault.Fields) {
	in, to := p.in, &p.product
	fresh := whole || p.old == nil
	set(&to.Name, tidy(in.Name), fresh)
	set(&to.Unit, tidy(in.Unit), fresh)
	set(&to.Description, tidy(in.Description), fresh)
	if to.Name == "" {
		wrong.Add("name", FieldMissing)
	}
	if in.Category == "" && in.Series == "" && fresh {
		wrong.Add("category", FieldMissing)
	} else if fresh || in.Category != "" || in.Series != "" {
		p.mergePlace(r, fresh, wrong)
	}
	if fresh || in.Template != "" {
		to.TemplateID = nil
		if in.Template != "" {
			if id, ok := r.template.find(in.Template); ok {
				to.TemplateID = &id
			} else {
				wrong.Add("template", TemplateUnknown, "value", in.Template)
			}
		}
	}
	if fresh || in.Divisions != nil {
		to.DivisionIDs = r.division.all("divisions", in.Divisions, DivisionUnknown, wrong)
	}
	if fresh || in.Allow != nil {
		to.AllowIDs = r.audience.all("allow", in.Allow, AudienceUnknown, wrong)
	}
	if fresh || in.Deny != nil {
		to.DenyIDs = r.audience.all("deny", in.Deny, AudienceUnknown, wrong)
	}
	// No form sends the images back: what is left out stays.
	if p.old == nil || in.Images != nil {
		to.Images = []string{}
		for _, url := range in.Images {
			to.Images = append(to.Images, tidyCode(url))
		}
	}
	to.Attributes = p.mergeAttributes(r.templateOf(*to), whole, wrong)
	if in.State != "" {
		if !in.State.known() {
			wrong.Add("state", StateUnknown, "value", string(in.State))
		}
		to.State = in.State
	}
}

// mergePlace finds the product's place in the tree. The category it is in, said again without the
// series, does not take it out of the series.
func (p *plan) mergePlace(r *refs, fresh bool, wrong *fault.Fields) {
	category, to := p.in.Category, &p.product
	if category == "" && !fresh {
		category = r.categories[to.CategoryID].Code
	}
	id, path := r.place(category, p.in.Series, wrong)
	if !fresh && p.in.Series == "" && id == to.CategoryID {
		return
	}
	to.CategoryID, to.CategoryPath = id, path
}

// mergeAttributes never drops a value that the template does not know: it came from an earlier form of
// the template, which no page can show or send back.
func (p *plan) mergeAttributes(t *Template, whole bool, wrong *fault.Fields) map[string]string {
	var had map[string]string
	if p.old != nil {
		had = p.old.Attributes
	}
	out := map[string]string{}
	for code, value := range had {
		if !whole || !t.has(code) {
			out[code] = value
		}
	}
	for _, code := range slices.Sorted(maps.Keys(p.in.Attributes)) {
		value := tidy(p.in.Attributes[code])
		if value == "" {
			delete(out, code)
			continue
		}
		if value != had[code] {
			checkValue("attributes."+code, code, value, t, AttributeUnknown, wrong)
		}
		out[code] = value
	}
	return out
}

// compare decides between created, updated and unchanged.
func (p *plan) compare() {
	if p.old == nil {
		p.outcome = Created
		p.changed = slices.Repeat([]bool{true}, len(p.skus))
		return
	}
	p.outcome = Unchanged
	if !same(*p.old, p.product) {
		p.outcome = Updated
	}
	before := map[int32]storedSKU{}
	for _, k := range p.oldSKUs {
		before[k.ID] = k
	}
	p.changed = make([]bool, len(p.skus))
	for i, k := range p.skus {
		if p.changed[i] = k.ID == 0 || !same(before[k.ID], k); p.changed[i] {
			p.outcome = Updated
		}
	}
}

// same compares rows as they would be stored: an empty list is no list.
func same[T any](a, b T) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

func set(to *string, value string, whole bool) {
	if whole || value != "" {
		*to = value
	}
}

// templateOf is the template of a product, nil where it has none.
func (r *refs) templateOf(p storedProduct) *Template {
	if p.TemplateID == nil {
		return nil
	}
	t := r.templates[*p.TemplateID]
	return &t
}

func (t *Template) find(code string) (Attribute, bool) {
	if t == nil {
		return Attribute{}, false
	}
	i := slices.IndexFunc(t.Attributes, func(a Attribute) bool { return a.Code == code })
	if i < 0 {
		return Attribute{}, false
	}
	return t.Attributes[i], true
}

func (t *Template) has(code string) bool { _, ok := t.find(code); return ok || t == nil }

func at(i int, field string) string { return fmt.Sprintf("skus[%d].%s", i, field) }

// variant names an SKU after its product and what it is.
func variant(product string, spec map[string]string, t *Template) string {
	parts := []string{product}
	rest := maps.Clone(spec)
	if t != nil {
		for _, a := range t.Attributes {
			if v := rest[a.Code]; v != "" {
				parts = append(parts, v+a.Unit)
				delete(rest, a.Code)
			}
		}
	}
	for _, code := range slices.Sorted(maps.Keys(rest)) {
		parts = append(parts, rest[code])
	}
	return strings.TrimSpace(strings.Join(parts, " "))
}
