package catalog

import (
	"context"
	"time"

	"qudao/internal/org"
	"qudao/internal/page"
)

// Filter is what the office looks for among all products.
type Filter struct {
	Text     string
	Category string
	State    State
	page.Request
}

// Row is a product in the office's list.
type Row struct {
	ID        int32     `json:"-"`
	Code      string    `json:"code"`
	Name      string    `json:"name"`
	Category  Ref       `json:"category"`
	Series    *Ref      `json:"series,omitempty"`
	Unit      string    `json:"unit"`
	State     State     `json:"state"`
	SKUCount  int       `json:"sku_count"`
	Version   int       `json:"version"`
	UpdatedAt time.Time `json:"updated_at"`
}

// Rows is a page of the office's list, with the count of the whole.
type Rows struct {
	page.List[Row]
	Count int `json:"count"`
}

// List returns products of every state, latest change first. Needs product.read.
func (s *Service) List(ctx context.Context, who org.Actor, f Filter) (Rows, error) { panic("soon") }

// Get returns a product with its SKUs, of whatever state. Needs product.read. Errors: fault.NotFound.
func (s *Service) Get(ctx context.Context, who org.Actor, code string) (Product, error) {
	panic("soon")
}

// GetMany returns products with their SKUs in the order of their codes, after a code: exports read the
// whole catalogue by it. Needs product.read.
func (s *Service) GetMany(ctx context.Context, who org.Actor, after string, limit int) ([]Product, error) {
	panic("soon")
}
