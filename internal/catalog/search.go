package catalog

import (
	"context"
	"time"

	"qudao/internal/org"
	"qudao/internal/page"
)

// Sort is an order of search results.
type Sort string

// The orders. Prices are not the catalogue's: to sort by price take Matches and sort its SKUs.
const (
	SortRelevance Sort = "relevance"
	SortName      Sort = "name"
	SortNewest    Sort = "newest"
)

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
	Image       string    `json:"image,omitempty"`
	SKUs        []int32   `json:"-"` // its active SKUs, in order
	Path        []int32   `json:"-"` // of its category or series
	PublishedAt time.Time `json:"-"`
}

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
	Code   string `json:"code"`
	Name   string `json:"name"`
	Level  int    `json:"level"`
	Parent string `json:"parent,omitempty"`
	Count  int    `json:"count"`
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
// counts. Errors: those of a page request, SortUnknown.
func (s *Service) Search(ctx context.Context, who org.Actor, q Query) (Found, error) {
	panic("soon")
}

// Matches returns every product that matches, by id, without a page: for an order the catalogue does
// not know (price). Sort, Limit and Cursor of the query are not looked at.
func (s *Service) Matches(ctx context.Context, who org.Actor, q Query) ([]Match, error) {
	panic("soon")
}

// Cards returns the cards of products by id; what is not published to the dealer is left out.
func (s *Service) Cards(ctx context.Context, who org.Actor, products []int32) (map[int32]Card, error) {
	panic("soon")
}

// Categories returns the categories in which something is published to the dealer, with how much.
func (s *Service) Categories(ctx context.Context, who org.Actor) ([]CategoryCount, error) {
	panic("soon")
}
