package catalog

import (
	"context"

	"qudao/internal/org"
)

// AttributeValue is an attribute of a product, named for people.
type AttributeValue struct {
	Code  string `json:"code"`
	Name  string `json:"name"`
	Value string `json:"value"`
	Unit  string `json:"unit,omitempty"`
}

// Axis is an attribute that tells the SKUs of a product apart, with the values they have.
type Axis struct {
	Code   string   `json:"code"`
	Name   string   `json:"name"`
	Unit   string   `json:"unit,omitempty"`
	Values []string `json:"values" nullable:"false"`
}

// View is a product with its active SKUs, as a dealer sees it.
type View struct {
	ID          int32            `json:"-"`
	Code        string           `json:"code"`
	Name        string           `json:"name"`
	Description string           `json:"description"`
	Path        []Ref            `json:"category_path" nullable:"false"`
	Series      *Ref             `json:"series,omitempty"`
	Divisions   []Ref            `json:"divisions" nullable:"false"`
	Unit        string           `json:"unit"`
	Images      []string         `json:"images" nullable:"false"`
	Attributes  []AttributeValue `json:"attributes" nullable:"false"`
	Axes        []Axis           `json:"axes" nullable:"false"`
	Version     int              `json:"version"`
	Items       []*Item          `json:"-"`
}

// View returns a product that is published to the dealer. Errors: fault.NotFound, for what is not
// published to it as for what does not exist.
func (s *Service) View(ctx context.Context, who org.Actor, code string) (View, error) {
	panic("soon")
}
