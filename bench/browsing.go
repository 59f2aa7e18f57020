package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/url"
	"strconv"
	"sync"
)

const (
	pageSize = 50
	// A client turns over so many pages of a category at most before it looks elsewhere.
	mostPages = 6
)

// browsing reads pages of dealers' catalogues: each client takes a random dealer and a random category
// of that dealer's, turns over a random number of pages, and begins again.
type browsing struct {
	*caller
	buyers []buyer
	walks  []walk // by client

	mu         sync.Mutex
	categories map[int][]string // by dealer: those with a full page
}

// walk is where a client is.
type walk struct {
	buyer    int
	category string
	cursor   string
	left     int // pages still to turn over; 0: elsewhere
}

func newBrowsing(c *caller, buyers []buyer, clients int) *browsing {
	return &browsing{caller: c, buyers: buyers, walks: make([]walk, clients), categories: map[int][]string{}}
}

// ask reads the next page. Pages that are not full are read but not counted.
func (p *browsing) ask(ctx context.Context, n int, random *rand.Rand) outcome {
	w := &p.walks[n]
	if w.left == 0 {
		next := walk{buyer: random.IntN(len(p.buyers)), left: 1 + random.IntN(mostPages)}
		categories, o := p.categoriesOf(ctx, next.buyer)
		if o.refused != "" {
			return o
		}
		next.category = categories[random.IntN(len(categories))]
		*w = next
	}
	query := url.Values{"limit": {strconv.Itoa(pageSize)}}
	if w.category != "" {
		query.Set("category", w.category)
	}
	if w.cursor != "" {
		query.Set("cursor", w.cursor)
	}
	answer, o := p.call(ctx, p.buyers[w.buyer].Cookie, "/api/portal/products?"+query.Encode(), nil)
	w.left--
	if o.refused != "" {
		w.left = 0
		return o
	}
	// Looked at without decoding, which would take the server's processors.
	items, priced, stocked := bytes.Count(answer, []byte(`"sku_count":`)), bytes.Count(answer, []byte(`"price_from":`)), bytes.Count(answer, []byte(`"stock":{`))
	if w.cursor = nextOf(answer); w.cursor == "" {
		w.left = 0
	}
	if o.aside = items < pageSize; !o.aside && (priced < pageSize/2 || stocked < pageSize/2) {
		o.refused = fmt.Sprintf("of %d products %d have a price and %d stock", items, priced, stocked)
	}
	return o
}

// nextOf is the cursor of the page after an answer.
func nextOf(answer []byte) string {
	_, rest, found := bytes.Cut(answer, []byte(`"next":"`))
	if !found {
		return ""
	}
	cursor, _, _ := bytes.Cut(rest, []byte(`"`))
	return string(cursor)
}

// categoriesOf are the categories in which a dealer sees a full page, and all products together.
func (p *browsing) categoriesOf(ctx context.Context, buyer int) ([]string, outcome) {
	p.mu.Lock()
	known := p.categories[buyer]
	p.mu.Unlock()
	if known != nil {
		return known, outcome{}
	}
	answer, o := p.call(ctx, p.buyers[buyer].Cookie, "/api/portal/categories", nil)
	if o.refused != "" {
		return nil, o
	}
	var list struct {
		Items []struct {
			Code  string `json:"code"`
			Count int    `json:"count"`
		} `json:"items"`
	}
	if err := json.Unmarshal(answer, &list); err != nil {
		o.refused = err.Error()
		return nil, o
	}
	known = []string{""}
	for _, c := range list.Items {
		if c.Count >= pageSize {
			known = append(known, c.Code)
		}
	}
	p.mu.Lock()
	p.categories[buyer] = known
	p.mu.Unlock()
	return known, o
}
