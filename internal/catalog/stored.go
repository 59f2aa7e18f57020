package catalog

import (
	"qudao/internal/money"
	"qudao/internal/qty"
)

// storedProduct is a row of catalog.product: read by its columns, written as JSON by
// jsonb_populate_recordset, compared as JSON.
type storedProduct struct {
	ID           int32               `json:"id" db:"id"`
	Code         string              `json:"code" db:"code"`
	Name         string              `json:"name" db:"name"`
	CategoryID   int32               `json:"category_id" db:"category_id"`
	CategoryPath []int32             `json:"category_path" db:"category_path"`
	TemplateID   *int32              `json:"template_id" db:"template_id"`
	DivisionIDs  []int32             `json:"division_ids" db:"division_ids"`
	Unit         string              `json:"unit" db:"unit"`
	Description  string              `json:"description" db:"description"`
	Images       []string            `json:"images" db:"images"`
	Attributes   map[string]string   `json:"attributes" db:"attributes"`
	Facets       map[string][]string `json:"facets" db:"facets"`
	AllowIDs     []int32             `json:"allow_ids" db:"allow_ids"`
	DenyIDs      []int32             `json:"deny_ids" db:"deny_ids"`
	State        State               `json:"state" db:"state"`
	Version      int                 `json:"-" db:"version"`
}

// storedSKU is a row of catalog.sku. Quantities are its thousandths, as the columns keep them.
type storedSKU struct {
	ID        int32             `json:"id" db:"id"`
	ProductID int32             `json:"product_id" db:"product_id"`
	Code      string            `json:"code" db:"code"`
	OrderCode *string           `json:"order_code" db:"order_code"`
	Model     string            `json:"model" db:"model"`
	Barcode   *string           `json:"barcode" db:"barcode"`
	Name      string            `json:"name" db:"name"`
	Spec      map[string]string `json:"spec" db:"spec"`
	Unit      string            `json:"unit" db:"unit"`
	Packs     []Pack            `json:"packs" db:"packs"`
	Minimum   int64             `json:"minimum" db:"minimum"`
	Multiple  int64             `json:"multiple" db:"multiple"`
	LeadDays  int               `json:"lead_days" db:"lead_days"`
	TaxRate   *money.Rate       `json:"tax_rate" db:"tax_rate"`
	Sort      int               `json:"sort" db:"sort"`
	State     SKUState          `json:"state" db:"state"`
}

// rule is the SKU's rule of quantities.
func (k storedSKU) rule() qty.Rule {
	return qty.Rule{Minimum: qty.Quantity(k.Minimum), Multiple: qty.Quantity(k.Multiple)}
}

func text(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// facetsOf are the values a product is filtered by: its attributes and the specifications of the SKUs
// that are sold, whatever its template says of them, so that a template may change its mind.
func facetsOf(attributes map[string]string, skus []storedSKU) map[string][]string {
	out := map[string][]string{}
	add := func(code, value string) {
		for _, v := range out[code] {
			if v == value {
				return
			}
		}
		if value != "" {
			out[code] = append(out[code], value)
		}
	}
	for code, value := range attributes {
		add(code, value)
	}
	for _, k := range skus {
		if k.State == SKUActive {
			for code, value := range k.Spec {
				add(code, value)
			}
		}
	}
	return out
}
