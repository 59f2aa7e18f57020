package portal

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strings"

	"qudao/internal/catalog"
	"qudao/internal/fault"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/inventory"
	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/purchasing"
	"qudao/internal/qty"
)

func (s *surface) catalogue() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "category.list", Method: http.MethodGet, Path: "/categories", Surface: httpapi.Portal,
		Permission: org.ProductRead, Object: httpapi.Dealer, Zh: "分类", En: "List the categories that hold something for the dealer"}, s.listCategories)
	httpapi.Handle(s.api, httpapi.Operation{ID: "product.list", Method: http.MethodGet, Path: "/products", Surface: httpapi.Portal,
		Permission: org.ProductRead, Object: httpapi.Dealer, Zh: "搜索商品", En: "Search the dealer's own catalogue"}, s.listProducts)
	httpapi.Handle(s.api, httpapi.Operation{ID: "product.read", Method: http.MethodGet, Path: "/products/{code}", Surface: httpapi.Portal,
		Permission: org.ProductRead, Object: httpapi.Dealer, Zh: "商品详情", En: "Read a product"}, s.readProduct)
	httpapi.Handle(s.api, httpapi.Operation{ID: "part.recognise", Method: http.MethodPost, Path: "/parts", Surface: httpapi.Portal,
		Permission: org.ProductRead, Object: httpapi.Dealer, Zh: "识别型号", En: "Recognise part numbers"}, s.recogniseParts)
}

type categoriesOutput struct {
	Body struct {
		Items []catalog.CategoryCount `json:"items"`
	}
}

func (s *surface) listCategories(ctx context.Context, who org.Actor, _ *struct{}) (*categoriesOutput, error) {
	list, err := s.Catalog.Categories(ctx, who)
	out := &categoriesOutput{}
	out.Body.Items = list
	return out, err
}

type searchInput struct {
	page.Request
	Text     string   `query:"q" maxLength:"100"`
	Category string   `query:"category" maxLength:"64"`
	Facets   []string `query:"f,explode" maxItems:"50" doc:"attribute:value, repeated; values of one attribute are alternatives."`
	Sort     string   `query:"sort" enum:",relevance,price,-price,name,newest"`
}

type searchOutput struct{ Body ProductList }

// ProductList is a page of the dealer's catalogue, with exact counts over the whole result.
type ProductList struct {
	Items      []ProductCard           `json:"items"`
	Next       string                  `json:"next,omitempty"`
	Count      int                     `json:"count"`
	Facets     []catalog.Facet         `json:"facets"`
	Categories []catalog.CategoryCount `json:"categories"`
}

// ProductCard is a product in a list.
type ProductCard struct {
	catalog.Card
	PriceFrom *money.Price     `json:"price_from,omitempty"`
	PriceTo   *money.Price     `json:"price_to,omitempty"`
	TaxIn     bool             `json:"tax_included"`
	Stock     *inventory.Shown `json:"stock,omitempty" doc:"Of the only SKU, or of the best stocked one."`
	SKU       *view.SKUCard    `json:"sku,omitempty" doc:"Where the product has one SKU only."`
}

func (s *surface) listProducts(ctx context.Context, who org.Actor, in *searchInput) (*searchOutput, error) {
	q := catalog.Query{Text: in.Text, Category: in.Category, Facets: facetsOf(in.Facets), Request: in.Request}
	byPrice := in.Sort == "price" || in.Sort == "-price"
	if !byPrice {
		q.Sort = catalog.Sort(in.Sort)
	}
	if byPrice && who.HidesPrices() {
		return nil, purchasing.PricesHidden.At("sort")
	}
	if byPrice {
		q.Cursor = "" // the cursor is of our own order
	}
	found, err := s.Catalog.Search(ctx, who, q)
	if err != nil {
		return nil, err
	}
	cards, next := found.Items, found.Next
	if byPrice {
		if cards, next, err = s.cheapest(ctx, who, q, in); err != nil {
			return nil, err
		}
	}
	var skus []int32
	for _, c := range cards {
		skus = append(skus, c.SKUs...)
	}
	lang := httpapi.Language(ctx)
	shelf, err := s.Purchasing.Shelf(ctx, who, skus, lang)
	if err != nil {
		return nil, err
	}
	out := ProductList{Items: make([]ProductCard, len(cards)), Next: next, Count: found.Count, Facets: found.Facets, Categories: found.Categories}
	for i, c := range cards {
		out.Items[i] = cardOf(c, shelf, lang)
	}
	return &searchOutput{out}, nil
}

func facetsOf(list []string) map[string][]string {
	out := map[string][]string{}
	for _, f := range list {
		if attribute, value, ok := strings.Cut(f, ":"); ok {
			out[attribute] = append(out[attribute], value)
		}
	}
	return out
}

// cheapest is a page in the order of the dealer's own prices, which the catalogue does not know.
// Products without a price come last.
func (s *surface) cheapest(ctx context.Context, who org.Actor, q catalog.Query, in *searchInput) (cards []catalog.Card, next string, err error) {
	p, err := in.Request.Normal()
	if err != nil {
		return nil, "", err
	}
	matches, err := s.Catalog.Matches(ctx, who, q)
	if err != nil {
		return nil, "", err
	}
	var skus []int32
	for _, m := range matches {
		skus = append(skus, m.SKUs...)
	}
	shelf, err := s.Purchasing.Shelf(ctx, who, skus, fault.Chinese)
	if err != nil {
		return nil, "", err
	}
	ranked := make([]rankedCard, len(matches))
	for i, m := range matches {
		ranked[i] = rank(m, shelf, in.Sort == "-price")
	}
	slices.SortFunc(ranked, compareRanked)
	if p.Cursor != "" {
		var last rankedKey
		if err := page.Decode(p.Cursor, &last.Key, &last.ID); err != nil {
			return nil, "", err
		}
		at, found := slices.BinarySearchFunc(ranked, last, func(r rankedCard, k rankedKey) int { return compareRanked(r, rankedCard{rankedKey: k}) })
		if found {
			at++
		}
		ranked = ranked[at:]
	}
	list := page.Cut(ranked[:min(len(ranked), p.Limit+1)], p.Limit, func(r rankedCard) []any { return []any{r.Key, r.ID} })
	ids := make([]int32, len(list.Items))
	for i, r := range list.Items {
		ids[i] = r.ID
	}
	byID, err := s.Catalog.Cards(ctx, who, ids)
	if err != nil {
		return nil, "", err
	}
	for _, product := range ids {
		if c, ok := byID[product]; ok {
			cards = append(cards, c)
		}
	}
	return cards, list.Next, nil
}

type rankedKey struct {
	Key int64
	ID  int32
}

type rankedCard struct{ rankedKey }

func compareRanked(a, b rankedCard) int {
	return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.ID, b.ID))
}

// rank is a product's place by its lowest price, or by the highest first.
func rank(m catalog.Match, shelf map[int32]purchasing.Offer, dearest bool) rankedCard {
	key := int64(1<<63 - 1)
	for _, sku := range m.SKUs {
		if o, ok := shelf[sku]; ok && o.Price != nil {
			price := int64(o.Price.Price)
			if dearest {
				price = -price
			}
			key = min(key, price)
		}
	}
	return rankedCard{rankedKey{Key: key, ID: m.ID}}
}

func cardOf(c catalog.Card, shelf map[int32]purchasing.Offer, lang fault.Language) ProductCard {
	out := ProductCard{Card: c}
	for _, sku := range c.SKUs {
		o, ok := shelf[sku]
		if !ok {
			continue
		}
		if out.Stock == nil || better(o.Stock, *out.Stock) {
			stock := o.Stock
			out.Stock = &stock
		}
		if len(c.SKUs) == 1 {
			card := view.SKUCardOf(o, lang)
			out.SKU = &card
		}
		if o.Price == nil {
			continue
		}
		price := o.Price.Price
		out.TaxIn = o.Price.List.TaxIncluded
		if out.PriceFrom == nil || price < *out.PriceFrom {
			out.PriceFrom = &price
		}
		if out.PriceTo == nil || price > *out.PriceTo {
			out.PriceTo = &price
		}
	}
	return out
}

// better compares only what may be shown.
func better(a, b inventory.Shown) bool {
	return a.Available != nil && *a.Available && (b.Available == nil || !*b.Available)
}

type productInput struct {
	Code string `path:"code"`
}

type productOutput struct{ Body Product }

// Product is a product with its SKUs as the dealer sees them.
type Product struct {
	catalog.View
	SKUs []view.SKUCard `json:"skus"`
}

func (s *surface) readProduct(ctx context.Context, who org.Actor, in *productInput) (*productOutput, error) {
	v, err := s.Catalog.View(ctx, who, in.Code)
	if err != nil {
		return nil, err
	}
	skus := make([]int32, len(v.Items))
	for i, item := range v.Items {
		skus[i] = item.ID
	}
	lang := httpapi.Language(ctx)
	shelf, err := s.Purchasing.Shelf(ctx, who, skus, lang)
	if err != nil {
		return nil, err
	}
	out := Product{View: v, SKUs: []view.SKUCard{}}
	for _, sku := range skus {
		if o, ok := shelf[sku]; ok {
			out.SKUs = append(out.SKUs, view.SKUCardOf(o, lang))
		}
	}
	return &productOutput{out}, nil
}

type partsInput struct {
	Body struct {
		Text  string     `json:"text,omitempty" maxLength:"100000" doc:"A pasted list: a part number and a quantity in each line."`
		Lines []partLine `json:"lines,omitempty" maxItems:"1000"`
	}
}

type partLine struct {
	Part     string       `json:"part" maxLength:"200"`
	Quantity qty.Quantity `json:"quantity"`
}

type partsOutput struct {
	Body struct {
		Items []RecognisedPart `json:"items"`
	}
}

// RecognisedPart is what became of one line.
type RecognisedPart struct {
	Row         int               `json:"row"`
	Input       string            `json:"input"`
	Quantity    qty.Quantity      `json:"quantity"`
	SKU         *view.SKUCard     `json:"sku,omitempty"`
	Problem     *view.LineProblem `json:"problem,omitempty"`
	Suggestions []catalog.Ref     `json:"suggestions"`
}

func (s *surface) recogniseParts(ctx context.Context, who org.Actor, in *partsInput) (*partsOutput, error) {
	rows := purchasing.ReadPaste(in.Body.Text)
	for _, l := range in.Body.Lines {
		rows = append(rows, purchasing.PastedRow{Row: len(rows) + 1, Part: l.Part, Quantity: l.Quantity})
	}
	lang := httpapi.Language(ctx)
	recognised, err := s.Purchasing.Recognise(ctx, who, rows, lang)
	if err != nil {
		return nil, err
	}
	out := &partsOutput{}
	out.Body.Items = make([]RecognisedPart, len(recognised))
	for i, r := range recognised {
		v := RecognisedPart{Row: r.Row, Input: r.Part, Quantity: r.Quantity, Problem: view.ProblemOf(r.Problem, lang), Suggestions: r.Suggestions}
		if r.Offer != nil {
			card := view.SKUCardOf(*r.Offer, lang)
			v.SKU = &card
		}
		if v.Suggestions == nil {
			v.Suggestions = []catalog.Ref{}
		}
		out.Body.Items[i] = v
	}
	return out, nil
}
