package catalog

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"qudao/internal/fault"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
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
	Values   []string      `json:"values,omitempty"`   // of an enum, in the order in which they are shown
	Required bool          `json:"required,omitempty"` // before publishing
	Facet    bool          `json:"facet,omitempty"`    // dealers filter by it
	Axis     bool          `json:"axis,omitempty"`     // may tell SKUs of a product apart
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

const maxAttributes = 100

func (in *TemplateIn) check() error {
	in.Code, in.Name = tidyCode(in.Code), tidy(in.Name)
	var wrong fault.Fields
	if in.Code == "" {
		wrong.Add("code", FieldMissing)
	}
	if in.Name == "" {
		wrong.Add("name", FieldMissing)
	}
	short(&wrong, "code", in.Code, maxCode)
	short(&wrong, "name", in.Name, maxName)
	few(&wrong, "attributes", len(in.Attributes), maxAttributes)
	in.Attributes = nonNil(slices.Clone(in.Attributes))
	seen := map[string]bool{}
	for i := range in.Attributes {
		a := &in.Attributes[i]
		a.Name, a.Unit = tidy(a.Name), tidy(a.Unit)
		if seen[a.Code] || !a.valid() {
			wrong.Add("attributes", AttributeInvalid, "value", a.Code)
		}
		seen[a.Code] = true
	}
	return wrong.Err()
}

func (a *Attribute) valid() bool {
	if a.Code == "" || len(a.Code) > maxCode || strings.Trim(a.Code, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" ||
		a.Name == "" || len(a.Name) > maxName || len(a.Unit) > maxUnit {
		return false
	}
	if a.Kind != KindEnum {
		a.Values = nil
		return a.Kind == KindText || a.Kind == KindNumber
	}
	seen := map[string]bool{}
	for i, v := range a.Values {
		v = tidy(v)
		if v == "" || len(v) > maxValue || seen[v] {
			return false
		}
		seen[v], a.Values[i] = true, v
	}
	return len(a.Values) > 0 && len(a.Values) <= 500
}

// Templates returns every template. Needs product.read.
func (s *Service) Templates(ctx context.Context, who org.Actor) (out []Template, err error) {
	if err := office(who, org.ProductRead); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = pg.All[Template](ctx, tx, templatesSQL)
		return err
	})
	return nonNil(out), err
}

// CreateTemplate adds a template. Needs product.edit. Errors: CodeTaken, AttributeInvalid.
func (s *Service) CreateTemplate(ctx context.Context, who org.Actor, in TemplateIn) (Template, error) {
	out, err := s.putTemplate(ctx, who, in, func(tx *pg.Tx, in TemplateIn, attributes string) error {
		_, err := tx.Exec(ctx, insertTemplateSQL, in.Code, in.Name, attributes)
		return err
	})
	if f := conflict(err); f != nil {
		return Template{}, CodeTaken.At("code", "value", in.Code)
	}
	return out, err
}

// EditTemplate changes a template; no product loses a value by it. Needs product.edit. What is published
// stays so, even where the template now requires more; it is asked for at the next edit.
// Errors: fault.NotFound, pg.VersionChanged, AttributeInvalid.
func (s *Service) EditTemplate(ctx context.Context, who org.Actor, code string, version int, in TemplateIn) (Template, error) {
	in.Code = code
	return s.putTemplate(ctx, who, in, func(tx *pg.Tx, in TemplateIn, attributes string) error {
		was, err := pg.One[Template](ctx, tx, lockTemplateSQL, in.Code)
		if err != nil {
			return err
		}
		if was.Version != version {
			return pg.VersionChanged.With("version", was.Version)
		}
		_, err = tx.Exec(ctx, updateTemplateSQL, was.ID, in.Name, attributes)
		return err
	})
}

func (s *Service) putTemplate(ctx context.Context, who org.Actor, in TemplateIn, write func(tx *pg.Tx, in TemplateIn, attributes string) error) (out Template, err error) {
	if err := office(who, org.ProductEdit); err != nil {
		return Template{}, err
	}
	if err := in.check(); err != nil {
		return Template{}, err
	}
	attributes, err := json.Marshal(in.Attributes)
	if err != nil {
		return Template{}, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = once.Do(ctx, tx, func() (Template, error) {
			if err := write(tx, in, string(attributes)); err != nil {
				return Template{}, err
			}
			return pg.One[Template](ctx, tx, templateSQL, in.Code)
		})
		return err
	})
	return out, err
}
