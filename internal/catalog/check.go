package catalog

import (
	"strings"
	"unicode/utf8"

	"qudao/internal/fault"
	"qudao/internal/qty"
)

const (
	maxCode     = 64
	maxName     = 200
	maxUnit     = 16
	maxValue    = 200
	maxLong     = 20_000
	maxSKUs     = 500
	maxList     = 100
	maxLeadDays = 3650
)

// checkTexts finds what is too long or too many before anything looks closer.
func checkTexts(in ProductIn, wrong *fault.Fields) {
	if tidyCode(in.Code) == "" {
		wrong.Add("code", FieldMissing)
	}
	short(wrong, "code", in.Code, maxCode)
	short(wrong, "name", in.Name, maxName)
	short(wrong, "unit", in.Unit, maxUnit)
	short(wrong, "description", in.Description, maxLong)
	few(wrong, "attributes", len(in.Attributes), maxList)
	for code, value := range in.Attributes {
		sound(wrong, "attributes", code)
		short(wrong, "attributes."+code, value, maxValue)
	}
	few(wrong, "images", len(in.Images), maxList)
	for _, url := range in.Images {
		short(wrong, "images", url, 500)
	}
	few(wrong, "skus", len(in.SKUs), maxSKUs)
	for i, k := range in.SKUs {
		short(wrong, at(i, "code"), k.Code, maxCode)
		short(wrong, at(i, "order_code"), k.OrderCode, maxCode)
		short(wrong, at(i, "model"), k.Model, maxCode)
		short(wrong, at(i, "barcode"), k.Barcode, maxCode)
		short(wrong, at(i, "name"), k.Name, maxName)
		few(wrong, at(i, "spec"), len(k.Spec), 20)
		for code, value := range k.Spec {
			sound(wrong, at(i, "spec"), code)
			short(wrong, at(i, "spec."+code), value, maxValue)
		}
		few(wrong, at(i, "packs"), len(k.Packs), 20)
	}
}

func short(wrong *fault.Fields, path, value string, maximum int) {
	if utf8.RuneCountInString(value) > maximum {
		wrong.Add(path, FieldTooLong, "maximum", maximum)
	}
}

// sound refuses codes of attributes that are none: without a template, nothing else would.
func sound(wrong *fault.Fields, path, code string) {
	if code == "" || code != tidyCode(code) || utf8.RuneCountInString(code) > maxCode {
		wrong.Add(path, AttributeUnknown, "value", tidyCode(code))
	}
}

func few(wrong *fault.Fields, path string, n, maximum int) {
	if n > maximum {
		wrong.Add(path, TooMany, "maximum", maximum)
	}
}

// checkValue checks one value against the template's attribute. A product without a template takes any.
func checkValue(path, code, value string, t *Template, unknown *fault.Definition, wrong *fault.Fields) {
	if t == nil {
		return
	}
	a, ok := t.find(code)
	switch {
	case !ok:
		wrong.Add(path, unknown, "value", code)
	case a.Kind == KindNumber && !isNumber(value):
		wrong.Add(path, AttributeNumber, "name", a.Name)
	case a.Kind == KindEnum && place(a.Values, value) == len(a.Values):
		wrong.Add(path, AttributeChoice, "name", a.Name, "value", value, "values", strings.Join(a.Values, "、"))
	}
}

func checkPacks(path string, packs []Pack, wrong *fault.Fields) []Pack {
	out := []Pack{}
	seen := map[string]bool{}
	for _, p := range packs {
		p.Unit = tidy(p.Unit)
		if p.Unit == "" || utf8.RuneCountInString(p.Unit) > maxUnit || seen[p.Unit] || p.Factor <= 0 || p.Factor > qty.MaxLine {
			wrong.Add(path, PackWrong)
			continue
		}
		seen[p.Unit] = true
		out = append(out, p)
	}
	return out
}

// incomplete is what keeps a product from being published, each missing thing named; nil for nothing.
func incomplete(p storedProduct, skus []storedSKU, t *Template) *fault.Fault {
	var missing fault.Fields
	if p.Unit == "" {
		missing.Add("unit", UnitMissing)
	}
	active := 0
	for i, k := range skus {
		if k.State != SKUActive {
			continue
		}
		active++
		if k.TaxRate == nil {
			missing.Add(at(i, "tax_rate"), TaxRateMissing, "sku", k.Code)
		}
	}
	if active == 0 {
		missing.Add("skus", SKUMissing)
	}
	if t != nil {
		for _, a := range t.Attributes {
			if a.Required && p.Attributes[a.Code] == "" && !everySKUHas(skus, a) {
				missing.Add("attributes."+a.Code, AttributeMissing, "name", a.Name)
			}
		}
	}
	if len(missing) == 0 {
		return nil
	}
	f := Incomplete.With("count", len(missing))
	f.Fields = missing
	return f
}

// everySKUHas reports whether a required attribute is an axis that every SKU on sale has a value on.
func everySKUHas(skus []storedSKU, a Attribute) bool {
	has := false
	for _, k := range skus {
		if k.State != SKUActive {
			continue
		}
		if k.Spec[a.Code] == "" {
			return false
		}
		has = true
	}
	return has && a.Axis
}
