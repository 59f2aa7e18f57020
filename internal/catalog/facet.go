package catalog

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"qudao/internal/org"
	"qudao/internal/pg"
)

// Value is a value of a facet and how many of the products found have it.
type Value struct {
	Value string `json:"value"`
	Label string `json:"label"`
	Count int    `json:"count"`
}

// Facet is an attribute by which the products found can be narrowed. Its counts ignore what is
// selected of the facet itself.
type Facet struct {
	Code   string  `json:"code"`
	Name   string  `json:"name"`
	Unit   string  `json:"unit,omitempty"`
	Values []Value `json:"values" nullable:"false"`
}

// CategoryCount is a category and how many of the products found lie in it or below. Its counts
// ignore the selected category.
type CategoryCount struct {
	Code   string `json:"code" db:"code"`
	Name   string `json:"name" db:"name"`
	Level  int    `json:"level" db:"level"`
	Parent string `json:"parent,omitempty" db:"parent"`
	Count  int    `json:"count" db:"count"`
}

type countRow struct {
	Kind  string
	Code  string
	Value string
	Count int
}

// Categories returns the categories in which something is published to the dealer, with how much.
func (s *Service) Categories(ctx context.Context, who org.Actor) (out []CategoryCount, err error) {
	if err := who.Require(org.ProductRead); err != nil {
		return nil, err
	}
	if found, ok, err := s.categoriesIndex(ctx, who); ok || err != nil {
		return nonNil(found), err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = pg.All[CategoryCount](ctx, tx, visibleCategoriesSQL, pooled(who, audiences(who))...)
		return err
	})
	return nonNil(out), err
}

// sum turns the counted rows into what a page shows. Series are listed only below the selected
// category: of the whole catalogue they are too many.
func (f *Found) sum(counts []countRow, tree []Category, attributes []Attribute, selected string) {
	perCategory, perFacet := map[string]int{}, map[string][]Value{}
	for _, r := range counts {
		switch r.Kind {
		case "n":
			f.Count = r.Count
		case "c":
			perCategory[r.Code] = r.Count
		case "f":
			perFacet[r.Code] = append(perFacet[r.Code], Value{Value: r.Value, Label: r.Value, Count: r.Count})
		}
	}
	f.Categories = []CategoryCount{}
	for _, c := range shown(tree, selected) {
		if n := perCategory[strconv.Itoa(int(c.ID))]; n > 0 {
			f.Categories = append(f.Categories, CategoryCount{c.Code, c.Name, c.Level, c.Parent, n})
		}
	}
	f.Facets = facets(perFacet, attributes)
}

// shown are the categories that a page counts.
func shown(tree []Category, selected string) []Category {
	at := slices.IndexFunc(tree, func(c Category) bool { return c.Code == selected })
	return slices.DeleteFunc(slices.Clone(tree), func(c Category) bool {
		return c.Level == SeriesLevel && (at < 0 || !below(c, tree[at]))
	})
}

// below reports whether c lies at or below top, or beside it as a series of the same category.
func below(c, top Category) bool {
	if top.Level == SeriesLevel {
		return c.Parent == top.Parent
	}
	return slices.Contains(c.Path, top.ID)
}

// declared are the attributes of all templates, each once, as the first template that has it says; the
// choices of an enum are those of all.
func declared(templates []Template) []Attribute {
	var out []Attribute
	at := map[string]int{}
	for _, t := range templates {
		for _, a := range t.Attributes {
			i, ok := at[a.Code]
			if !ok {
				at[a.Code] = len(out)
				a.Values = slices.Clone(a.Values)
				out = append(out, a)
				continue
			}
			for _, v := range a.Values {
				if !slices.Contains(out[i].Values, v) {
					out[i].Values = append(out[i].Values, v)
				}
			}
		}
	}
	return out
}

// facets are the counted attributes, the one that most of the products have in front.
func facets(counted map[string][]Value, attributes []Attribute) []Facet {
	out := []Facet{}
	covers := map[string]int{}
	for _, a := range attributes {
		values := counted[a.Code]
		if len(values) == 0 {
			continue
		}
		arrange(values, a)
		for _, v := range values {
			covers[a.Code] += v.Count
		}
		out = append(out, Facet{Code: a.Code, Name: a.Name, Unit: a.Unit, Values: values})
	}
	slices.SortStableFunc(out, func(a, b Facet) int { return cmp.Compare(covers[b.Code], covers[a.Code]) })
	return out
}

// arrange sorts values: numbers by size, choices as the template lists them, texts by how many there are.
func arrange(values []Value, a Attribute) {
	slices.SortFunc(values, func(x, y Value) int {
		switch a.Kind {
		case KindNumber:
			if c := compareNumbers(x.Value, y.Value); c != 0 {
				return c
			}
		case KindEnum:
			if c := cmp.Compare(place(a.Values, x.Value), place(a.Values, y.Value)); c != 0 {
				return c
			}
		}
		return cmp.Or(cmp.Compare(y.Count, x.Count), cmp.Compare(x.Value, y.Value))
	})
}

func place(list []string, v string) int {
	if i := slices.Index(list, v); i >= 0 {
		return i
	}
	return len(list)
}
