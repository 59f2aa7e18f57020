package catalog

import (
	"context"
	"encoding/json"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
)

// Sort is an order of search results.
type Sort string

// The orders. Prices are not the catalogue's: to sort by price take Matches and sort its SKUs.
const (
	SortRelevance Sort = "relevance"
	SortName      Sort = "name"
	SortNewest    Sort = "newest"
)

const maxText = 100 // characters of a search

// Query is what a dealer searches for. The zero Query finds all that is published to it.
type Query struct {
	Text     string              // terms split on spaces; all must match
	Category string              // code of a category or series
	Facets   map[string][]string // attribute code: values, any of which must match
	Sort     Sort                // "" is relevance
	page.Request
}

// Card is a product in a list of search results.
type Card struct {
	ID          int32     `json:"-"`
	Code        string    `json:"code"`
	Name        string    `json:"name"`
	Category    Ref       `json:"category"`
	Series      *Ref      `json:"series,omitempty"`
	Unit        string    `json:"unit"`
	SKUCount    int       `json:"sku_count"`
	Image       string    `json:"image,omitempty" doc:"Address of the main picture. Behind one that begins with /media/, /96, /320 or /800 asks for that size."`
	SKUs        []int32   `json:"-"` // its active SKUs, in order
	Path        []int32   `json:"-"` // of its category or series
	PublishedAt time.Time `json:"-"`
}

// Found is one page of search results with what the whole result holds.
type Found struct {
	page.List[Card]
	Count      int             `json:"count"`
	Facets     []Facet         `json:"facets" nullable:"false"`
	Categories []CategoryCount `json:"categories" nullable:"false"`
}

// Match is a product found, without what a page shows of it.
type Match struct {
	ID   int32   `db:"id"`
	SKUs []int32 `db:"skus"` // its active SKUs
}

// Search returns a page of the products published to the dealer that match the query, with exact
// counts. Errors: those of a page request, SortUnknown, SearchTooLong.
func (s *Service) Search(ctx context.Context, who org.Actor, q Query) (Found, error) {
	if err := who.Require(org.ProductRead); err != nil {
		return Found{}, err
	}
	c, err := q.compile(who)
	if err != nil {
		return Found{}, err
	}
	if found, ok, err := s.searchIndex(ctx, who, q, c); ok || err != nil {
		return found, err
	}
	var cards []cardRow
	var counts []countRow
	var categories []Category
	var templates []Template
	b := &pgx.Batch{}
	b.Queue(pageSQL[shape{c.sort, c.text != ""}], c.page...).Query(collect(&cards))
	b.Queue(countsSQL[c.text != ""], c.base...).Query(collect(&counts))
	b.Queue(categoriesSQL).Query(collect(&categories))
	b.Queue(templatesSQL).Query(collect(&templates))
	if err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error { return tx.Send(ctx, b) }); err != nil {
		return Found{}, err
	}
	list := page.Cut(cards, c.limit, func(r cardRow) []any { return []any{string(c.sort), r.K1, r.K2, r.ID} })
	out := Found{List: page.List[Card]{Items: make([]Card, len(list.Items)), Next: list.Next}}
	for i, r := range list.Items {
		out.Items[i] = r.card()
	}
	out.sum(counts, categories, declared(templates), q.Category)
	return out, nil
}

// Matches returns every product that matches, by id, without a page: for an order the catalogue does
// not know (price). Sort, Limit and Cursor of the query are not looked at.
func (s *Service) Matches(ctx context.Context, who org.Actor, q Query) (out []Match, err error) {
	if err := who.Require(org.ProductRead); err != nil {
		return nil, err
	}
	q.Sort, q.Request = "", page.Request{}
	c, err := q.compile(who)
	if err != nil {
		return nil, err
	}
	if found, ok := s.index.matches(c); ok {
		return found, nil
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = pg.All[Match](ctx, tx, matchesSQL[c.text != ""], c.base...)
		return err
	})
	return out, err
}

// Cards returns the cards of products by id; what is not published to the dealer is left out.
func (s *Service) Cards(ctx context.Context, who org.Actor, products []int32) (map[int32]Card, error) {
	if err := who.Require(org.ProductRead); err != nil {
		return nil, err
	}
	var rows []cardRow
	err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		rows, err = pg.All[cardRow](ctx, tx, cardsSQL, pooled(who, audiences(who), products)...)
		return err
	})
	out := make(map[int32]Card, len(rows))
	for _, r := range rows {
		out[r.ID] = r.card()
	}
	return out, err
}

// compiled is a query as the arguments of its statements, and as the index wants it.
type compiled struct {
	text  string
	sort  Sort
	limit int
	base  []any
	page  []any

	audiences []int32
	pool      *org.Pool
	chosen    map[string][]string
	category  string
	more      bool    // a cursor was given
	after     key     // what it says
	exact     []int32 // products with the text as a part number, where the index does not know the text
	from      int     // where the page begins among the names
}

func (q Query) compile(who org.Actor) (compiled, error) {
	r, err := q.Request.Normal()
	if err != nil {
		return compiled{}, err
	}
	c := compiled{sort: q.Sort, limit: r.Limit}
	if c.sort == "" {
		c.sort = SortRelevance
	}
	if _, ok := order[c.sort]; !ok {
		return c, SortUnknown.At("sort", "value", string(c.sort))
	}
	if utf8.RuneCountInString(q.Text) > maxText {
		return c, SearchTooLong.At("q", "maximum", maxText)
	}
	if r.Cursor != "" {
		var of string
		if err := page.Decode(r.Cursor, &of, &c.after.k1, &c.after.k2, &c.after.id); err != nil {
			return c, err
		}
		if of != string(c.sort) {
			return c, page.ErrCursorInvalid.At("cursor")
		}
	}
	terms := strings.Fields(fold(q.Text))
	c.text = strings.Join(terms, " ")
	c.audiences, c.chosen, c.category, c.more = audiences(who), selection(q.Facets), tidyCode(q.Category), r.Cursor != ""
	chosen, err := json.Marshal(c.chosen)
	if err != nil {
		return c, err
	}
	c.pool = who.Pool()
	c.base = pooled(who, c.audiences, nonNil(Grams(c.text)), patterns(terms), string(chosen), c.category)
	c.page = append(c.base[:7:7], c.more, c.after.k1, c.after.k2, c.after.id, c.limit+1, c.text)
	return c, nil
}

// selection is the selected facets; an attribute without values selects nothing.
func selection(facets map[string][]string) map[string][]string {
	chosen := map[string][]string{}
	for code, values := range facets {
		if code = tidy(code); code == "" || len(values) == 0 {
			continue
		}
		for _, v := range values {
			chosen[code] = append(chosen[code], tidy(v))
		}
	}
	return chosen
}

// patterns are terms as patterns of LIKE.
func patterns(terms []string) []string {
	out := make([]string, len(terms))
	for i, t := range terms {
		out[i] = "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(t) + "%"
	}
	return out
}

// audiences are those the actor is in. Nobody but a dealer is in any, so nobody else sees anything here.
func audiences(who org.Actor) []int32 { return nonNil(who.Audiences) }

// pooled are the arguments of a statement that answers a dealer: its own, and last the categories and products
// of the actor's pool, NULL where it has none.
func pooled(who org.Actor, args ...any) []any {
	var categories, products []int32
	if p := who.Pool(); p != nil {
		categories, products = nonNil(p.Categories), nonNil(p.Products)
	}
	return append(args, categories, products)
}

func nonNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// collect reads the rows of a batch's statement as structs.
func collect[T any](into *[]T) func(pgx.Rows) error {
	return func(rows pgx.Rows) (err error) {
		*into, err = pgx.CollectRows(rows, pgx.RowToStructByName[T])
		return err
	}
}

type cardRow struct {
	ID           int32
	Code         string
	Name         string
	Unit         string
	Path         []int32
	PublishedAt  *time.Time
	Image        string
	CategoryCode string
	CategoryName string
	SeriesCode   *string
	SeriesName   *string
	SKUs         []int32 `db:"skus"`
	K1           int64   `db:"k1"`
	K2           string  `db:"k2"`
}

func (r cardRow) card() Card {
	c := Card{ID: r.ID, Code: r.Code, Name: r.Name, Category: Ref{Code: r.CategoryCode, Name: r.CategoryName}, Series: ref(r.SeriesCode, r.SeriesName),
		Unit: r.Unit, SKUCount: len(r.SKUs), Image: r.Image, SKUs: r.SKUs, Path: r.Path}
	if r.PublishedAt != nil {
		c.PublishedAt = *r.PublishedAt
	}
	return c
}

func ref(code, name *string) *Ref {
	if code == nil || name == nil {
		return nil
	}
	return &Ref{Code: *code, Name: *name}
}
