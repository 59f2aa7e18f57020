package seed

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"qudao/internal/catalog"
	"qudao/internal/demo"
	"qudao/internal/pg"
)

var (
	categories = into("catalog", "category", "id code name parent_id level path sort")
	templates  = into("catalog", "template", "id code name attributes")
	products   = into("catalog", "product", "id code name category_id category_path template_id division_ids unit description images attributes facets allow_ids deny_ids state published_at created_at updated_at")
	skus       = into("catalog", "sku", "id product_id code order_code model barcode name spec unit packs minimum multiple lead_days tax_rate weight_g volume_cm3 sort")
	searches   = into("catalog", "search", "product_id words grams")
)

// goodsBatch is how many products are made before they are copied.
const goodsBatch = 2_000

// goods loads the catalogue.
func (l *load) goods(ctx context.Context) error {
	series, derived := l.placesAndDerived()
	shop, err := l.tree(ctx, series)
	if err != nil {
		return err
	}
	if err := l.templates(ctx, shop, derived); err != nil {
		return err
	}
	count, total := 0, 0
	for p := range l.brand.Products() {
		count++
		total += p.SKUs
	}
	first, err := l.reserve(ctx, products, count)
	if err != nil {
		return err
	}
	if l.firstSKU, err = l.reserve(ctx, skus, total); err != nil {
		return err
	}
	l.skus = make(map[string]int, total)
	pictures := newGallery()
	for batch := range chunks(l.brand.Products(), goodsBatch) {
		before := len(l.skus)
		if err := l.copyGoods(ctx, shop, pictures, first, batch); err != nil {
			return err
		}
		if n := len(l.skus); n/100_000 != before/100_000 {
			l.say("%d SKUs so far", n)
		}
	}
	l.say("%d products with %d SKUs", count, total)
	return l.hang(ctx, pictures)
}

// shop is what the rows of products refer to.
type shop struct {
	categories map[string][]int32 // path by code; of a series, by category and series
	names      map[string]string
	templates  map[string]int32
}

// seriesIn is a series within a category of the third level: a node of the fourth.
type seriesIn struct{ category, series string }

func (s seriesIn) code() string { return s.category + "-" + s.series }

// placesAndDerived finds which series are sold in which categories, and which attributes of a template
// differ between the SKUs of a product without being chosen, such as the luminous flux.
func (l *load) placesAndDerived() ([]seriesIn, map[string]map[string]bool) {
	seen, derived := map[seriesIn]bool{}, map[string]map[string]bool{}
	for p := range l.brand.Products() {
		seen[seriesIn{p.Category, p.Series}] = true
		for _, v := range l.brand.SKU(p.FirstSKU).Attributes {
			if derived[p.Template] == nil {
				derived[p.Template] = map[string]bool{}
			}
			derived[p.Template][v.Code] = true
		}
	}
	out := make([]seriesIn, 0, len(seen))
	for s := range seen {
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b seriesIn) int { return strings.Compare(a.code(), b.code()) })
	return out, derived
}

func (l *load) tree(ctx context.Context, series []seriesIn) (*shop, error) {
	first, err := l.reserve(ctx, categories, len(l.brand.Categories)+len(series))
	if err != nil {
		return nil, err
	}
	s := &shop{categories: map[string][]int32{}, names: map[string]string{}}
	var rows [][]any
	add := func(code, name, parent string, sort int) {
		above := s.categories[parent]
		var parentID *int32
		if len(above) > 0 {
			parentID = &above[len(above)-1]
		}
		id := first + int32(len(rows))
		path := append(slices.Clone(above), id)
		s.categories[code], s.names[code] = path, name
		rows = append(rows, []any{id, code, name, parentID, int16(len(path)), path, int32(sort)})
	}
	for i, c := range l.brand.Categories {
		add(c.Code, c.Name, c.Parent, i)
	}
	for _, x := range series {
		at := slices.IndexFunc(l.brand.Series, func(d demo.Series) bool { return d.Code == x.series })
		add(x.code(), l.brand.Series[at].Name, x.category, at)
	}
	_, err = l.copyRows(ctx, categories, slices.Values(rows))
	return s, err
}

func (l *load) templates(ctx context.Context, s *shop, derived map[string]map[string]bool) error {
	first, err := l.reserve(ctx, templates, len(l.brand.Templates))
	if err != nil {
		return err
	}
	s.templates = map[string]int32{}
	var rows [][]any
	for i, t := range l.brand.Templates {
		list := make([]catalog.Attribute, len(t.Attributes))
		for k, use := range t.Attributes {
			at := slices.IndexFunc(l.brand.Attributes, func(a demo.Attribute) bool { return a.Code == use.Code })
			a := l.brand.Attributes[at]
			list[k] = catalog.Attribute{Code: a.Code, Name: a.Name, Unit: a.Unit, Kind: catalog.AttributeKind(a.Type), Values: a.Values,
				Required: use.Required, Facet: use.Facet, Axis: use.Axis || derived[t.Code][a.Code]}
		}
		text, err := json.Marshal(list)
		if err != nil {
			return err
		}
		s.templates[t.Code] = first + int32(i)
		rows = append(rows, []any{first + int32(i), t.Code, t.Name, text})
	}
	_, err = l.copyRows(ctx, templates, slices.Values(rows))
	return err
}

// copyGoods copies a batch of products with their SKUs and what they are found by.
func (l *load) copyGoods(ctx context.Context, s *shop, pictures *gallery, first int32, batch []demo.Product) error {
	var productRows, skuRows, searchRows [][]any
	for _, p := range batch {
		id := first + int32(p.Index)
		path := s.categories[seriesIn{p.Category, p.Series}.code()]
		facets := values{}
		attributes := facets.record(p.Attributes)
		names := catalog.Names{Names: []string{p.Name, s.names[p.Category], s.names[seriesIn{p.Category, p.Series}.code()]}, Codes: []string{p.Code}}
		for i := range p.SKUs {
			k := l.brand.SKU(p.FirstSKU + i)
			spec := facets.record(append(slices.Clone(k.Axes), k.Attributes...))
			packs := make([]catalog.Pack, len(k.Packs))
			for n, pack := range k.Packs {
				packs[n] = catalog.Pack{Unit: pack.Name, Factor: pack.Size}
			}
			skuRows = append(skuRows, []any{l.skuID(k.Index), id, k.Code, k.OrderCode, k.Model, k.Barcode, k.Name, encode(spec), k.Unit, encode(packs),
				int64(k.Minimum), int64(k.Multiple), int32(k.LeadDays), int32(k.TaxRate), int32(k.WeightGrams), int32(k.VolumeCM3), int32(i)})
			l.skus[k.Code] = k.Index
			names.Names, names.Codes = append(names.Names, k.Name), append(names.Codes, k.Code, k.OrderCode, k.Model, k.Barcode)
		}
		published := l.published(p.Index)
		productRows = append(productRows, []any{id, p.Code, p.Name, path[len(path)-2], path, s.templates[p.Template], ids(l.divisions, p.Divisions), p.Unit,
			p.Description, encode(pictures.of(l.brand.Pictures(p.Index))), encode(attributes), encode(facets), ids(l.audiences, p.Allow), ids(l.audiences, p.Deny), string(catalog.StatePublished), published, published, published})
		words := catalog.SearchWords(names)
		searchRows = append(searchRows, []any{id, words, catalog.Grams(words)})
	}
	for _, part := range []struct {
		table
		rows [][]any
	}{{products, productRows}, {skus, skuRows}, {searches, searchRows}} {
		if _, err := l.copyRows(ctx, part.table, slices.Values(part.rows)); err != nil {
			return err
		}
	}
	return nil
}

// skuID is the id of the SKU with the index.
func (l *load) skuID(index int) int32 { return l.firstSKU + int32(index) }

// published spreads the products over the year before the history.
func (l *load) published(product int) time.Time {
	return l.start.AddDate(0, 0, -1-product*97%365).Add(9*time.Hour + time.Duration(product*37%480)*time.Minute)
}

// values are the values that occur of each attribute: what a product is filtered by.
type values map[string][]string

// record notes the values of an attribute list, and returns them by code.
func (v values) record(list []demo.Value) map[string]string {
	out := make(map[string]string, len(list))
	for _, a := range list {
		out[a.Code] = a.Value
		if !slices.Contains(v[a.Code], a.Value) {
			v[a.Code] = append(v[a.Code], a.Value)
		}
	}
	return out
}

// ids are the ids of codes, in order.
func ids(of map[string]int32, codes []string) []int32 {
	out := make([]int32, len(codes))
	for i, code := range codes {
		out[i] = of[code]
	}
	return pg.Sorted(out)
}

// encode renders maps and lists, which always can be.
func encode(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return text
}
