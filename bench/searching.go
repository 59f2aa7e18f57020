package main

import (
	"bytes"
	"context"
	"math/rand/v2"
	"net/url"
	"strconv"
)

// searchSize is the page the portal asks for.
const searchSize = 24

// searching asks for products by text, as random dealers.
type searching struct {
	*caller
	buyers []buyer
	goods  goods
}

func (s *searching) cookie(random *rand.Rand) string {
	return s.buyers[random.IntN(len(s.buyers))].Cookie
}

// search asks for the products that two Chinese characters find, with the facets of all of them.
func (s *searching) search(ctx context.Context, _ int, random *rand.Rand) outcome {
	query := url.Values{"q": {s.goods.Words[random.IntN(len(s.goods.Words))]}, "limit": {strconv.Itoa(searchSize)}}
	answer, o := s.call(ctx, s.cookie(random), "/api/portal/products?"+query.Encode(), nil)
	if o.refused == "" && !bytes.Contains(answer, []byte(`"facets":[`)) {
		o.refused = "no facets"
	}
	return o
}

// suggest asks what a part number that is not known may mean.
func (s *searching) suggest(ctx context.Context, _ int, random *rand.Rand) outcome {
	type line struct {
		Part     string `json:"part"`
		Quantity int    `json:"quantity"`
	}
	body := struct {
		Lines []line `json:"lines"`
	}{[]line{{mistype(s.goods.Parts[random.IntN(len(s.goods.Parts))], random), 1}}}
	answer, o := s.call(ctx, s.cookie(random), "/api/portal/parts", body)
	// What is recognised all the same needs no suggestion; and of what the dealer may not see there is none.
	o.aside = o.refused == "" && !bytes.Contains(answer, []byte(`"suggestions":[{`))
	return o
}

// mistype doubles a random character, which a part number keeps few likenesses of.
func mistype(part string, random *rand.Rand) string {
	text := []rune(part)
	at := random.IntN(len(text))
	return string(text[:at+1]) + string(text[at:])
}
