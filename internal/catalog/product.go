package catalog

import (
	"time"

	"qudao/internal/money"
	"qudao/internal/qty"
)

// Pack is a larger unit and how many base units it holds: a box of ten.
type Pack struct {
	Unit   string       `json:"unit"`
	Factor qty.Quantity `json:"factor"`
}

// Product is a product with its SKUs, as the office sees and edits it.
type Product struct {
	ID          int32             `json:"-"`
	Code        string            `json:"code"`
	Name        string            `json:"name"`
	Kind        string            `json:"kind"`
	Category    Ref               `json:"category"`
	Series      *Ref              `json:"series,omitempty"`
	Template    *Ref              `json:"template,omitempty"`
	Divisions   []Ref             `json:"divisions" nullable:"false"`
	Unit        string            `json:"unit"`
	Description string            `json:"description"`
	Images      []string          `json:"images" nullable:"false"`
	Attributes  map[string]string `json:"attributes"`
	Allow       []string          `json:"allow" nullable:"false" doc:"Codes of the audiences that may see it."`
	Deny        []string          `json:"deny" nullable:"false" doc:"Codes of the audiences that may not, whatever else says yes."`
	State       State             `json:"state"`
	PublishedAt *time.Time        `json:"published_at,omitempty"`
	Version     int               `json:"version"`
	CreatedAt   time.Time         `json:"created_at"`
	UpdatedAt   time.Time         `json:"updated_at"`
	SKUs        []SKU             `json:"skus" nullable:"false"`
}

// SKU is one form of a product that is priced, stocked and ordered, as the office sees it.
type SKU struct {
	ID        int32             `json:"-"`
	Code      string            `json:"code"`
	OrderCode string            `json:"order_code,omitempty"`
	Model     string            `json:"model"`
	Barcode   string            `json:"barcode,omitempty"`
	Name      string            `json:"name"`
	Spec      map[string]string `json:"spec"`
	Unit      string            `json:"unit"`
	Packs     []Pack            `json:"packs" nullable:"false"`
	Minimum   qty.Quantity      `json:"minimum"`
	Multiple  qty.Quantity      `json:"multiple"`
	LeadDays  int               `json:"lead_days"`
	TaxRate   *money.Rate       `json:"tax_rate,omitempty"`
	State     SKUState          `json:"state"`
	Version   int               `json:"version"`
}

// ProductIn is a product as it is given.
//
// For Create and Edit it is the whole product: what is left out is empty afterwards, an SKU left out is
// archived; only Images that are nil stay. For Upsert what is left out (nil, "" or 0) stays as it is stored, and SKUs left out stay.
//
// Category, Series, Template and Divisions are named by code or, where only one has it, by name; Allow
// and Deny are codes of audiences.
type ProductIn struct {
	Code        string            `json:"code"`
	Name        string            `json:"name"`
	Category    string            `json:"category"`
	Series      string            `json:"series,omitempty"`
	Template    string            `json:"template,omitempty"`
	Unit        string            `json:"unit,omitempty"`
	Description string            `json:"description,omitempty"`
	Images      []string          `json:"images,omitempty"`
	Attributes  map[string]string `json:"attributes,omitempty"`
	Allow       []string          `json:"allow,omitempty"`
	Deny        []string          `json:"deny,omitempty"`
	Divisions   []string          `json:"divisions,omitempty"`
	State       State             `json:"state,omitempty" doc:"Only for bulk upsert: elsewhere publish and archive are operations of their own."`
	SKUs        []SKUIn           `json:"skus,omitempty"`
}

// SKUIn is an SKU as it is given. A minimum or multiple of 0 is one unit for a new SKU.
type SKUIn struct {
	Code      string            `json:"code"`
	OrderCode string            `json:"order_code,omitempty"`
	Model     string            `json:"model,omitempty"`
	Barcode   string            `json:"barcode,omitempty"`
	Name      string            `json:"name,omitempty" doc:"The name of the product and the values of its specification, unless given."`
	Spec      map[string]string `json:"spec,omitempty"`
	Packs     []Pack            `json:"packs,omitempty"`
	Minimum   qty.Quantity      `json:"minimum,omitempty"`
	Multiple  qty.Quantity      `json:"multiple,omitempty"`
	LeadDays  *int              `json:"lead_days,omitempty"`
	TaxRate   *money.Rate       `json:"tax_rate,omitempty"`
	State     SKUState          `json:"state,omitempty"`
}
