package catalog

import (
	"context"
	"slices"

	"qudao/internal/fault"
	"qudao/internal/pg"
)

// named is a row that others refer to.
type named struct {
	ID   int32
	Code string
	Name string
}

// directory resolves what people write to ids: a code or, where only one has it, a name.
type directory struct {
	codes map[string]int32
	names map[string][]int32
}

func newDirectory(list []named) directory {
	d := directory{codes: map[string]int32{}, names: map[string][]int32{}}
	for _, n := range list {
		d.codes[n.Code] = n.ID
		d.names[n.Name] = append(d.names[n.Name], n.ID)
	}
	return d
}

func (d directory) find(s string) (int32, bool) {
	s = tidyCode(s)
	if id, ok := d.codes[s]; ok {
		return id, true
	}
	if ids := d.names[s]; len(ids) == 1 && s != "" {
		return ids[0], true
	}
	return 0, false
}

// refs is everything products refer to, as one transaction sees it.
type refs struct {
	categories map[int32]Category
	category   directory // levels 1 to 3
	series     map[int32]directory
	anySeries  directory
	templates  map[int32]Template
	template   directory
	division   directory
	audience   directory
}

func loadRefs(ctx context.Context, tx *pg.Tx, in []ProductIn) (*refs, error) {
	r := &refs{categories: map[int32]Category{}, series: map[int32]directory{}, templates: map[int32]Template{}}
	tree, err := pg.All[Category](ctx, tx, categoriesSQL)
	if err != nil {
		return nil, err
	}
	var upper, series []named
	under := map[int32][]named{}
	for _, c := range tree {
		r.categories[c.ID] = c
		n := named{c.ID, c.Code, c.Name}
		if c.Level == SeriesLevel {
			series = append(series, n)
			under[c.Path[SeriesLevel-2]] = append(under[c.Path[SeriesLevel-2]], n)
		} else {
			upper = append(upper, n)
		}
	}
	r.category, r.anySeries = newDirectory(upper), newDirectory(series)
	for parent, list := range under {
		r.series[parent] = newDirectory(list)
	}
	templates, err := pg.All[Template](ctx, tx, templatesSQL)
	if err != nil {
		return nil, err
	}
	var list []named
	for _, t := range templates {
		r.templates[t.ID] = t
		list = append(list, named{t.ID, t.Code, t.Name})
	}
	r.template = newDirectory(list)
	if list, err = pg.All[named](ctx, tx, divisionsSQL); err != nil {
		return nil, err
	}
	r.division = newDirectory(list)
	if list, err = pg.All[named](ctx, tx, audiencesSQL, audienceCodes(in)); err != nil {
		return nil, err
	}
	r.audience = directory{codes: newDirectory(list).codes}
	return r, nil
}

func audienceCodes(in []ProductIn) []string {
	codes := []string{}
	for _, p := range in {
		for _, code := range slices.Concat(p.Allow, p.Deny) {
			codes = append(codes, tidyCode(code))
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// place finds the category and the path of a product from the names given, either of which may be
// empty. A series stands for its category, too.
func (r *refs) place(category, series string, wrong *fault.Fields) (id int32, path []int32) {
	if category != "" {
		var ok bool
		if id, ok = r.category.find(category); !ok {
			if s, isSeries := r.anySeries.find(category); isSeries && series == "" {
				return r.placeSeries(s)
			}
			wrong.Add("category", CategoryUnknown, "value", category)
			return 0, nil
		}
		path = r.categories[id].Path
	}
	if series == "" {
		return id, path
	}
	within := r.anySeries
	if id != 0 {
		within = r.series[id]
	}
	s, ok := within.find(series)
	if !ok {
		wrong.Add("series", SeriesUnknown, "value", series)
		return id, path
	}
	return r.placeSeries(s)
}

func (r *refs) placeSeries(series int32) (id int32, path []int32) {
	path = r.categories[series].Path
	return path[len(path)-2], path
}

// all finds a list of codes, sorted and each once.
func (d directory) all(path string, list []string, unknown *fault.Definition, wrong *fault.Fields) []int32 {
	out := []int32{}
	for _, s := range list {
		id, ok := d.find(s)
		if !ok {
			wrong.Add(path, unknown, "value", s)
			continue
		}
		out = append(out, id)
	}
	return pg.Sorted(out)
}
