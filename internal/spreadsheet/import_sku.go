package spreadsheet

import (
	"strings"

	"qudao/internal/catalog"
	"qudao/internal/money"
	"qudao/internal/qty"
	"qudao/internal/render"
)

const maxLeadDays = 3650

// readSKU takes what a row says of its SKU.
func readSKU(c *cells, extras []render.Column) catalog.SKUIn {
	sku := catalog.SKUIn{
		Code: c.must("sku", c.code), OrderCode: c.code("order_code"), Model: c.text("model"),
		Barcode: c.code("barcode"), Name: c.text("sku_name"), TaxRate: taxRate(c, "tax_rate"), Packs: packs(c, "packs"),
		State: catalog.SKUState(stateOf(c, "sku_state", skuStates)),
	}
	sku.Minimum, _ = c.quantity("minimum", qty.MaxLine)
	sku.Multiple, _ = c.quantity("multiple", qty.MaxLine)
	if days, ok := c.whole("lead_days", maxLeadDays); ok {
		sku.LeadDays = &days
	}
	for _, column := range extras {
		if axis, ok := strings.CutPrefix(column.Key, specPrefix); ok {
			if value := c.text(column.Key); value != "" {
				if sku.Spec == nil {
					sku.Spec = map[string]string{}
				}
				sku.Spec[axis] = value
			}
		}
	}
	return sku
}

// taxRate reads per cent: 13 or 13%. A number below one is refused: it is what Excel stores for a cell
// that shows 13%, and would be read as 0.13 %.
func taxRate(c *cells, key string) *money.Rate {
	cell, ok := c.cell(key)
	text := render.Clean(cell.Text)
	if !ok || text == "" {
		return nil
	}
	number, marked := strings.CutSuffix(text, "%")
	value, _, err := money.ParseFixed(strings.TrimSpace(number), 2) // hundredths of a per cent
	rate := money.Rate(value)
	if err != nil || value < 0 || value > int64(money.MaxRate) || !marked && value > 0 && value < 100 {
		c.note(CellRate, key, "value", text)
		return nil
	}
	return &rate
}

// packs reads 箱=20;托=400.
func packs(c *cells, key string) (out []catalog.Pack) {
	text := c.code(key)
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == ',' || r == '\n' }) {
		unit, factor, _ := strings.Cut(part, "=")
		n, err := qty.Parse(strings.TrimSpace(factor))
		if unit = strings.TrimSpace(unit); unit == "" || err != nil || n <= 0 {
			c.note(CellPacks, key, "value", text)
			return nil
		}
		out = append(out, catalog.Pack{Unit: unit, Factor: n})
	}
	return out
}
