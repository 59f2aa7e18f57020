package office

import (
	"context"
	"net/http"
	"strings"

	"qudao/internal/catalog"
	"qudao/internal/dealer"
	"qudao/internal/httpapi"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pricing"
)

func (s *surface) find() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "find.all", Method: http.MethodGet, Path: "/find", Surface: httpapi.Office,
		Permission: httpapi.SignedIn, Object: httpapi.Dealer, Zh: "全局查找", En: "Find orders, dealers, products, SKUs and price lists",
		Doc: "Orders by number, dealers by name, code or pinyin, products and SKUs by code, name or pinyin, price lists by code or name: " +
			"at most five of each kind, and only what the caller may see."}, s.findAll)
}

// mostFound is how many of each kind are answered.
const mostFound = 5

type findInput struct {
	Text string `query:"q" maxLength:"64" doc:"What is looked for; nothing finds nothing."`
}

type findOutput struct{ Body List[Found] }

// Found is one thing that the text may mean.
type Found struct {
	Kind   string `json:"kind" enum:"order,dealer,product,sku,price_list"`
	Code   string `json:"code" doc:"What its page is found by: of an order the number."`
	Name   string `json:"name"`
	Parent string `json:"parent,omitempty" doc:"Of a SKU the code of its product."`
	State  string `json:"state,omitempty"`
}

// finder adds what one kind has to offer.
type finder struct {
	needs org.Permission
	find  func(ctx context.Context, who org.Actor, text string) ([]Found, error)
}

func (s *surface) findAll(ctx context.Context, who org.Actor, in *findInput) (*findOutput, error) {
	out := &findOutput{List[Found]{Items: []Found{}}}
	text := strings.TrimSpace(in.Text)
	if text == "" {
		return out, nil
	}
	for _, f := range []finder{
		{org.OrderRead, s.findOrders}, {org.DealerRead, s.findDealers}, {org.ProductRead, s.findProducts}, {org.ProductRead, s.findSKUs}, {org.PriceRead, s.findLists},
	} {
		if !who.May(f.needs) {
			continue
		}
		some, err := f.find(ctx, who, text)
		if err != nil {
			return nil, err
		}
		out.Body.Items = append(out.Body.Items, some...)
	}
	return out, nil
}

func (s *surface) findOrders(ctx context.Context, who org.Actor, text string) ([]Found, error) {
	list, err := s.Order.Numbered(ctx, who, text, mostFound)
	return found(list, err, func(o order.Head) Found {
		return Found{Kind: "order", Code: o.Number, Name: o.DealerName, State: string(o.State())}
	})
}

func (s *surface) findDealers(ctx context.Context, who org.Actor, text string) ([]Found, error) {
	list, err := s.Dealer.Find(ctx, who, text, mostFound)
	return found(list, err, func(d dealer.Found) Found {
		return Found{Kind: "dealer", Code: d.Code, Name: d.Name, State: string(d.State)}
	})
}

func (s *surface) findProducts(ctx context.Context, who org.Actor, text string) ([]Found, error) {
	list, err := s.Catalog.List(ctx, who, catalog.Filter{Text: text, Request: page.Request{Limit: mostFound}})
	return found(list.Items, err, func(p catalog.Row) Found {
		return Found{Kind: "product", Code: p.Code, Name: p.Name, State: string(p.State)}
	})
}

func (s *surface) findSKUs(ctx context.Context, who org.Actor, text string) ([]Found, error) {
	list, err := s.Catalog.FindSKUs(ctx, who, text, mostFound)
	return found(list, err, func(k catalog.FoundSKU) Found {
		return Found{Kind: "sku", Code: k.Code, Name: k.Name, Parent: k.Product, State: string(k.State)}
	})
}

func (s *surface) findLists(ctx context.Context, who org.Actor, text string) ([]Found, error) {
	list, err := s.Pricing.Lists(ctx, who, pricing.ListsFilter{Text: text, Request: page.Request{Limit: mostFound}})
	return found(list.Items, err, func(l pricing.Entry) Found {
		return Found{Kind: "price_list", Code: l.Code, Name: l.Name, State: string(l.State)}
	})
}

func found[T any](list []T, err error, show func(T) Found) ([]Found, error) {
	out := make([]Found, len(list))
	for i, one := range list {
		out[i] = show(one)
	}
	return out, err
}
