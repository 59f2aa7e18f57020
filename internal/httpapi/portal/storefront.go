package portal

import (
	"context"
	"net/http"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/storefront"
)

func (s *surface) storefront() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "storefront.read", Method: http.MethodGet, Path: "/storefront", Surface: httpapi.Portal,
		Permission: org.ProductRead, Object: httpapi.Dealer, Zh: "首页板块", En: "List the blocks of the first page that are for the dealer now, from above"}, s.readStorefront)
}

// Block is a part of the first page, as the brand composed it for the dealer.
type Block struct {
	ID       id.ID           `json:"id"`
	Kind     storefront.Kind `json:"kind" enum:"banner,products,notice"`
	Title    string          `json:"title"`
	Body     string          `json:"body,omitempty" doc:"Plain text, one paragraph a line."`
	Image    string          `json:"image,omitempty" doc:"Of a banner: the address of its picture."`
	Link     *view.BlockLink `json:"link,omitempty"`
	Products []ProductCard   `json:"products,omitempty" doc:"Of a row: what is published to the dealer."`
}

type storefrontOutput struct {
	Body struct {
		Items []Block `json:"items" nullable:"false"`
	}
}

func (s *surface) readStorefront(ctx context.Context, who org.Actor, _ *struct{}) (*storefrontOutput, error) {
	list, err := s.Storefront.Current(ctx, who)
	if err != nil {
		return nil, err
	}
	var skus []int32
	for _, b := range list {
		for _, c := range b.Cards {
			skus = append(skus, c.SKUs...)
		}
	}
	lang := httpapi.Language(ctx)
	shelf, err := s.Purchasing.Shelf(ctx, who, skus, lang)
	if err != nil {
		return nil, err
	}
	out := &storefrontOutput{}
	out.Body.Items = view.Each(list, func(b storefront.Seen) Block {
		v := Block{ID: b.ID, Kind: b.Kind, Title: b.Title, Body: b.Body, Image: b.Image, Link: view.BlockLinkOf(b.Link)}
		for _, c := range b.Cards {
			v.Products = append(v.Products, cardOf(c, shelf, lang))
		}
		return v
	})
	return out, nil
}
