package office

import (
	"time"

	"qudao/internal/catalog"
	"qudao/internal/httpapi/view"
	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/qty"
)

// ProductFields are a product as it is given.
type ProductFields struct {
	Code        string            `json:"code,omitempty" doc:"Of a new product; afterwards it stays."`
	Name        string            `json:"name"`
	Category    string            `json:"category" doc:"Code or name."`
	Series      string            `json:"series,omitempty" doc:"Code, or the name within the category."`
	Template    string            `json:"template,omitempty" doc:"Code."`
	Unit        string            `json:"unit,omitempty"`
	Description string            `json:"description,omitempty"`
	Images      []string          `json:"images,omitempty" doc:"Addresses; in an edit those that are stored stay where this is left out."`
	Attributes  map[string]string `json:"attributes,omitempty" doc:"Values by the attribute's code."`
	Allow       []string          `json:"allow,omitempty" doc:"Codes of the audiences that may see it."`
	Deny        []string          `json:"deny,omitempty" doc:"Codes of the audiences that may not, whatever else says yes."`
	Divisions   []string          `json:"divisions,omitempty" doc:"Codes."`
	SKUs        []SKUFields       `json:"skus,omitempty"`
}

// SKUFields are an SKU as it is given.
type SKUFields struct {
	Code      string            `json:"code"`
	OrderCode string            `json:"order_code,omitempty"`
	Model     string            `json:"model,omitempty"`
	Barcode   string            `json:"barcode,omitempty"`
	Name      string            `json:"name,omitempty" doc:"Empty: the product's name and the values of spec."`
	Spec      map[string]string `json:"spec,omitempty" doc:"Values by the axis's code."`
	Packs     []SKUPack         `json:"packs,omitempty"`
	Minimum   qty.Quantity      `json:"minimum,omitempty" doc:"0: one unit."`
	Multiple  qty.Quantity      `json:"multiple,omitempty" doc:"0: one unit."`
	LeadDays  *int              `json:"lead_days,omitempty"`
	TaxRate   *money.Rate       `json:"tax_rate,omitempty" doc:"Basis points; needed before publishing."`
	State     catalog.SKUState  `json:"state,omitempty" enum:"active,archived"`
}

// SKUPack is a larger unit and how many base units it holds.
type SKUPack struct {
	Unit   string       `json:"unit"`
	Factor qty.Quantity `json:"factor"`
}

func (f ProductFields) input() catalog.ProductIn {
	return catalog.ProductIn{Code: f.Code, Name: f.Name, Category: f.Category, Series: f.Series, Template: f.Template, Unit: f.Unit,
		Description: f.Description, Images: f.Images, Attributes: f.Attributes, Allow: f.Allow, Deny: f.Deny, Divisions: f.Divisions,
		SKUs: view.Each(f.SKUs, SKUFields.input)}
}

func (f SKUFields) input() catalog.SKUIn {
	return catalog.SKUIn{Code: f.Code, OrderCode: f.OrderCode, Model: f.Model, Barcode: f.Barcode, Name: f.Name, Spec: f.Spec,
		Packs:   view.Each(f.Packs, func(p SKUPack) catalog.Pack { return catalog.Pack(p) }),
		Minimum: f.Minimum, Multiple: f.Multiple, LeadDays: f.LeadDays, TaxRate: f.TaxRate, State: f.State}
}

// Product is a product with its SKUs.
type Product struct {
	Code        string            `json:"code"`
	Name        string            `json:"name"`
	Category    org.Ref           `json:"category"`
	Series      *org.Ref          `json:"series,omitempty"`
	Template    string            `json:"template,omitempty" doc:"Code."`
	Divisions   []string          `json:"divisions" doc:"Codes."`
	Unit        string            `json:"unit"`
	Description string            `json:"description"`
	Images      []string          `json:"images" doc:"Addresses, the main picture first. Behind one that begins with /media/, /96, /320 or /800 asks for that size."`
	Attributes  map[string]string `json:"attributes"`
	Allow       []string          `json:"allow"`
	Deny        []string          `json:"deny"`
	State       catalog.State     `json:"state" enum:"draft,published,archived"`
	PublishedAt *time.Time        `json:"published_at,omitempty"`
	Version     int               `json:"version"`
	CreatedAt   time.Time         `json:"created_at"`
	UpdatedAt   time.Time         `json:"updated_at"`
	SKUs        []SKU             `json:"skus"`
}

// SKU is one form of a product that is priced, stocked and ordered.
type SKU struct {
	Code      string            `json:"code"`
	OrderCode string            `json:"order_code"`
	Model     string            `json:"model"`
	Barcode   string            `json:"barcode"`
	Name      string            `json:"name"`
	Spec      map[string]string `json:"spec"`
	Unit      string            `json:"unit"`
	Packs     []SKUPack         `json:"packs"`
	Minimum   qty.Quantity      `json:"minimum"`
	Multiple  qty.Quantity      `json:"multiple"`
	LeadDays  int               `json:"lead_days"`
	TaxRate   *money.Rate       `json:"tax_rate,omitempty"`
	State     catalog.SKUState  `json:"state" enum:"active,archived"`
	Version   int               `json:"version"`
}

func product(p catalog.Product) Product {
	out := Product{Code: p.Code, Name: p.Name, Category: org.Ref(p.Category), Series: (*org.Ref)(p.Series),
		Divisions: view.Each(p.Divisions, func(r catalog.Ref) string { return r.Code }), Unit: p.Unit, Description: p.Description,
		Images: view.Full(p.Images), Attributes: words(p.Attributes), Allow: view.Full(p.Allow), Deny: view.Full(p.Deny), State: p.State,
		PublishedAt: p.PublishedAt, Version: p.Version, CreatedAt: p.CreatedAt, UpdatedAt: p.UpdatedAt, SKUs: view.Each(p.SKUs, sku)}
	if p.Template != nil {
		out.Template = p.Template.Code
	}
	return out
}

func sku(k catalog.SKU) SKU {
	return SKU{Code: k.Code, OrderCode: k.OrderCode, Model: k.Model, Barcode: k.Barcode, Name: k.Name, Spec: words(k.Spec), Unit: k.Unit,
		Packs:   view.Each(k.Packs, func(p catalog.Pack) SKUPack { return SKUPack(p) }),
		Minimum: k.Minimum, Multiple: k.Multiple, LeadDays: k.LeadDays, TaxRate: k.TaxRate, State: k.State, Version: k.Version}
}

// words are values by code, {} rather than null where there are none.
func words(values map[string]string) map[string]string {
	if values == nil {
		return map[string]string{}
	}
	return values
}
