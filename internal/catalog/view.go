package catalog

import (
	"context"
	"slices"

	"qudao/internal/org"
	"qudao/internal/pg"
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
	Images      []string         `json:"images" nullable:"false" doc:"Addresses, the main picture first. Behind one that begins with /media/, /96, /320 or /800 asks for that size."`
	Attributes  []AttributeValue `json:"attributes" nullable:"false"`
	Axes        []Axis           `json:"axes" nullable:"false"`
	Version     int              `json:"version"`
	Items       []*Item          `json:"-"`
}

// View returns a product that is published to the dealer. Errors: fault.NotFound, for what is not
// published to it as for what does not exist.
func (s *Service) View(ctx context.Context, who org.Actor, code string) (out View, err error) {
	if err := who.Require(org.ProductRead); err != nil {
		return View{}, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		r, err := pg.One[viewRow](ctx, tx, viewSQL, pooled(who, audiences(who), tidyCode(code))...)
		if err != nil {
			return err
		}
		path, err := pg.All[Category](ctx, tx, categoriesByIDSQL, r.CategoryPath)
		if err != nil {
			return err
		}
		items, err := loadItems(ctx, tx, itemsOfProductsSQL, []int32{r.ID})
		if err != nil {
			return err
		}
		out = r.view(path, items)
		return nil
	})
	return out, err
}

type viewRow struct {
	ID           int32
	Code         string
	Name         string
	Description  string
	CategoryPath []int32
	Divisions    []Ref
	Unit         string
	Images       []string
	Attributes   map[string]string
	Declared     []Attribute
	Version      int
}

// view puts the product together. Values that its template no longer knows are kept, but have no name
// to show them by.
func (r viewRow) view(path []Category, items []*Item) View {
	v := View{ID: r.ID, Code: r.Code, Name: r.Name, Description: r.Description, Divisions: nonNil(r.Divisions), Unit: r.Unit,
		Images: nonNil(r.Images), Attributes: []AttributeValue{}, Axes: []Axis{}, Version: r.Version, Items: items}
	for _, c := range path {
		if c.Level == SeriesLevel {
			v.Series = &Ref{Code: c.Code, Name: c.Name}
			continue
		}
		v.Path = append(v.Path, Ref{Code: c.Code, Name: c.Name})
	}
	for _, a := range r.Declared {
		if value := r.Attributes[a.Code]; value != "" {
			v.Attributes = append(v.Attributes, AttributeValue{a.Code, a.Name, value, a.Unit})
		}
		if values := axisValues(items, a); len(values) > 0 {
			v.Axes = append(v.Axes, Axis{a.Code, a.Name, a.Unit, values})
		}
	}
	return v
}

func axisValues(items []*Item, a Attribute) []string {
	var out []Value
	for _, i := range items {
		value := i.Spec.Of(a.Code)
		if value != "" && !slices.ContainsFunc(out, func(v Value) bool { return v.Value == value }) {
			out = append(out, Value{Value: value})
		}
	}
	if a.Kind != KindText {
		arrange(out, a)
	}
	list := make([]string, len(out))
	for i, v := range out {
		list[i] = v.Value
	}
	return list
}
