package catalog

import (
	"context"

	"qudao/internal/org"
)

// AttributeKind says what values an attribute takes.
type AttributeKind string

// The kinds of attributes.
const (
	KindText   AttributeKind = "text"
	KindNumber AttributeKind = "number"
	KindEnum   AttributeKind = "enum"
)

// Attribute is a property that products of a template have.
type Attribute struct {
	Code     string        `json:"code"`
	Name     string        `json:"name"`
	Unit     string        `json:"unit,omitempty"`
	Kind     AttributeKind `json:"kind"`
	Values   []string      `json:"values,omitempty"` // of an enum, in the order in which they are shown
	Required bool          `json:"required,omitempty"`
	Facet    bool          `json:"facet,omitempty"`
	Axis     bool          `json:"axis,omitempty"`
}

// Template is the set of attributes of a type of product.
type Template struct {
	ID         int32       `json:"-" db:"id"`
	Code       string      `json:"code" db:"code"`
	Name       string      `json:"name" db:"name"`
	Attributes []Attribute `json:"attributes" db:"attributes"`
	Version    int         `json:"version" db:"version"`
}

// TemplateIn is a template as it is given.
type TemplateIn struct {
	Code       string      `json:"code"`
	Name       string      `json:"name"`
	Attributes []Attribute `json:"attributes"`
}

// Templates returns every template. Needs product.read.
func (s *Service) Templates(ctx context.Context, who org.Actor) ([]Template, error) { panic("soon") }

// CreateTemplate adds a template. Needs product.edit. Errors: CodeTaken, AttributeInvalid.
func (s *Service) CreateTemplate(ctx context.Context, who org.Actor, in TemplateIn) (Template, error) {
	panic("soon")
}

// EditTemplate changes a template; no product loses a value by it. Needs product.edit.
// Errors: fault.NotFound, pg.VersionChanged, AttributeInvalid.
func (s *Service) EditTemplate(ctx context.Context, who org.Actor, code string, version int, in TemplateIn) (Template, error) {
	panic("soon")
}
