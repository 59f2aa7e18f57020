package catalog

import (
	"maps"
	"slices"

	"qudao/internal/fault"
	"qudao/internal/qty"
)

// mergeSKUs puts the SKUs given upon those stored. SKUs are never deleted: of a whole product, those
// left out are archived.
func (p *plan) mergeSKUs(r *refs, whole bool, wrong *fault.Fields) {
	t := r.templateOf(p.product)
	left := map[string]storedSKU{}
	next := 0
	for _, k := range p.oldSKUs {
		left[k.Code] = k
		next = max(next, k.Sort+1)
	}
	seen := map[string]bool{}
	merged := map[string]storedSKU{}
	for i, in := range p.in.SKUs {
		code := tidyCode(in.Code)
		if code == "" {
			wrong.Add(at(i, "code"), FieldMissing)
			continue
		}
		if seen[code] {
			wrong.Add(at(i, "code"), Repeated, "value", code)
			continue
		}
		seen[code] = true
		k, stored := left[code]
		if !stored {
			k = storedSKU{ProductID: p.product.ID, Code: code, Minimum: int64(qty.One), Multiple: int64(qty.One), State: SKUActive, Sort: next}
			next++
		}
		if whole {
			k.Sort = i
		}
		p.mergeSKU(i, in, &k, whole || !stored, t, wrong)
		merged[code] = k
		if !stored {
			p.skus = append(p.skus, k)
		}
	}
	kept := make([]storedSKU, 0, len(p.oldSKUs)+len(p.skus))
	for _, k := range p.oldSKUs {
		if m, given := merged[k.Code]; given {
			k = m
		} else if whole {
			k.State = SKUArchived
		}
		k.Unit = p.product.Unit
		kept = append(kept, k)
	}
	p.skus = append(kept, p.skus...)
	slices.SortStableFunc(p.skus, func(a, b storedSKU) int { return a.Sort - b.Sort })
	p.checkMatrix(wrong)
}

func (p *plan) mergeSKU(i int, in SKUIn, k *storedSKU, fresh bool, t *Template, wrong *fault.Fields) {
	set(&k.Model, tidyCode(in.Model), fresh)
	if fresh || in.OrderCode != "" {
		k.OrderCode = orNull(tidyCode(in.OrderCode))
	}
	if fresh || in.Barcode != "" {
		k.Barcode = orNull(tidyCode(in.Barcode))
	}
	if fresh || in.Spec != nil {
		k.Spec = p.mergeSpec(i, in.Spec, k.Spec, t, wrong)
	}
	if fresh || in.Packs != nil {
		k.Packs = checkPacks(at(i, "packs"), in.Packs, wrong)
	}
	if in.Minimum != 0 || fresh {
		k.Minimum = int64(orOne(in.Minimum))
	}
	if in.Multiple != 0 || fresh {
		k.Multiple = int64(orOne(in.Multiple))
	}
	if _, possible := k.rule().First(); !possible || k.Minimum < 0 || k.Multiple < 0 {
		wrong.Add(at(i, "minimum"), RuleWrong, "maximum", qty.MaxLine)
	}
	if in.LeadDays != nil {
		k.LeadDays = *in.LeadDays
	} else if fresh {
		k.LeadDays = 0
	}
	if k.LeadDays < 0 || k.LeadDays > maxLeadDays {
		wrong.Add(at(i, "lead_days"), LeadDaysWrong, "maximum", maxLeadDays)
	}
	if in.TaxRate != nil || fresh {
		k.TaxRate = in.TaxRate
	}
	if k.TaxRate != nil {
		if err := k.TaxRate.Check(); err != nil {
			f, _ := fault.As(err)
			wrong.Add(at(i, "tax_rate"), f.Definition, "maximum", f.Facts["maximum"])
		}
	}
	if in.State != "" {
		if in.State != SKUActive && in.State != SKUArchived {
			wrong.Add(at(i, "state"), StateUnknown, "value", string(in.State))
		}
		k.State = in.State
	} else if fresh {
		k.State = SKUActive
	}
	k.Unit = p.product.Unit
	if name := tidy(in.Name); name != "" {
		k.Name = name
	} else if fresh {
		k.Name = variant(p.product.Name, k.Spec, t)
	}
}

// mergeSpec takes the specification as given. Values of axes that the template no longer has stay.
func (p *plan) mergeSpec(i int, given, had map[string]string, t *Template, wrong *fault.Fields) map[string]string {
	out := map[string]string{}
	for code, value := range had {
		if !t.has(code) {
			out[code] = value
		}
	}
	for _, code := range slices.Sorted(maps.Keys(given)) {
		value := tidy(given[code])
		if value == "" {
			continue
		}
		if value != had[code] {
			path := at(i, "spec."+code)
			if a, ok := t.find(code); t != nil && (!ok || !a.Axis) {
				wrong.Add(path, AxisUnknown, "value", code)
			} else {
				checkValue(path, code, value, t, AxisUnknown, wrong)
			}
		}
		out[code] = value
	}
	return out
}

// checkMatrix refuses two SKUs on sale that nothing tells apart.
func (p *plan) checkMatrix(wrong *fault.Fields) {
	given := map[string]int{}
	for i, in := range p.in.SKUs {
		given[tidyCode(in.Code)] = i
	}
	var active []storedSKU
	for _, k := range p.skus {
		if k.State != SKUActive {
			continue
		}
		for _, other := range active {
			i, ok := given[k.Code]
			if len(k.Spec) > 0 && ok && maps.Equal(k.Spec, other.Spec) {
				wrong.Add(at(i, "spec"), SpecTwice, "sku", other.Code)
				break
			}
		}
		active = append(active, k)
	}
}

func orOne(q qty.Quantity) qty.Quantity {
	if q == 0 {
		return qty.One
	}
	return q
}
