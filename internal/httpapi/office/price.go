package office

import (
	"context"
	"net/http"

	"qudao/internal/fault"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pricing"
	"qudao/internal/qty"
)

func (s *surface) prices() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "price.list", Method: http.MethodGet, Path: "/price-lists/{code}/prices", Surface: httpapi.Office,
		Permission: org.PriceRead, Object: httpapi.Brand, Zh: "价目表中的价格", En: "List the prices of a list by SKU"}, s.listPrices)
	httpapi.Handle(s.api, httpapi.Operation{ID: "price.change", Method: http.MethodPut, Path: "/price-lists/{code}/prices", Surface: httpapi.Office,
		Permission: org.PriceEdit, Object: httpapi.Brand, Idempotent: true, Zh: "修改价格", En: "Change prices of a list, all or none",
		Doc: "No tiers take an SKU out of the list. However many prices change, the list's version steps once."}, s.changePrices)
	httpapi.Handle(s.api, httpapi.Operation{ID: "price.explain", Method: http.MethodGet, Path: "/prices/explain", Surface: httpapi.Office,
		Permission: org.PriceRead, Object: httpapi.Dealer, Zh: "价格说明", En: "Tell what an SKU costs a dealer now, and why"}, s.explainPrice)
}

// Price is an SKU's ladder in a list.
type Price struct {
	SKU   string        `json:"sku"`
	Name  string        `json:"name"`
	Unit  string        `json:"unit"`
	Tiers pricing.Tiers `json:"tiers"`
	Base  *money.Price  `json:"base,omitempty" doc:"First tier of the base list; absent in the base list itself."`
}

type listPricesInput struct {
	ByCode
	page.Request
	Text string `query:"q" maxLength:"100" doc:"Words of the code, the name, the model, the order code or the barcode; each must be there."`
}

type listPricesOutput struct{ Body page.List[Price] }

func (s *surface) listPrices(ctx context.Context, who org.Actor, in *listPricesInput) (*listPricesOutput, error) {
	list, err := s.Pricing.Prices(ctx, who, in.Code, pricing.PricesFilter{Text: in.Text, Request: in.Request})
	if err != nil {
		return nil, err
	}
	items := view.Each(list.Items, func(r pricing.PriceRow) Price {
		return Price{SKU: r.SKU, Name: r.Name, Unit: r.Unit, Tiers: view.Full(r.Tiers), Base: r.Base}
	})
	return &listPricesOutput{page.List[Price]{Items: items, Next: list.Next}}, nil
}

type changePricesInput struct {
	ByCode
	Body struct {
		Changes []PriceChange `json:"changes" minItems:"1" maxItems:"1000"`
	}
}

// PriceChange is what an SKU's ladder is to be.
type PriceChange struct {
	SKU   string        `json:"sku"`
	Tiers pricing.Tiers `json:"tiers"`
}

type changePricesOutput struct{ Body PricesChanged }

// PricesChanged is what a change of prices came to.
type PricesChanged struct {
	Changed int `json:"changed" doc:"SKUs whose prices are others now."`
	Version int `json:"version" doc:"Of the list."`
}

func (s *surface) changePrices(ctx context.Context, who org.Actor, in *changePricesInput) (*changePricesOutput, error) {
	changed, err := s.Pricing.Change(ctx, who, in.Code, view.Each(in.Body.Changes, func(c PriceChange) pricing.Change { return pricing.Change(c) }))
	if err != nil {
		return nil, err
	}
	return &changePricesOutput{PricesChanged(changed)}, nil
}

type explainInput struct {
	Dealer   string `query:"dealer" required:"true" maxLength:"64"`
	SKU      string `query:"sku" required:"true" maxLength:"64"`
	Quantity string `query:"quantity" doc:"At most three decimals; the smallest that may be ordered where it is left out."`
}

type explainOutput struct{ Body Explanation }

// Explanation is what an SKU costs a dealer, and how that came about.
type Explanation struct {
	Dealer   org.Ref       `json:"dealer"`
	SKU      org.Ref       `json:"sku"`
	Quantity qty.Quantity  `json:"quantity"`
	Currency string        `json:"currency,omitempty"`
	Price    *money.Price  `json:"price,omitempty" doc:"Absent where no list has a price: the dealer cannot order it."`
	Amount   *money.Amount `json:"amount,omitempty"`
	Net      *money.Amount `json:"net,omitempty"`
	Tax      *money.Amount `json:"tax,omitempty"`
	Tiers    pricing.Tiers `json:"tiers" doc:"The ladder of the list that was applied."`
	Trace    pricing.Trace `json:"trace"`
}

func (s *surface) explainPrice(ctx context.Context, who org.Actor, in *explainInput) (*explainOutput, error) {
	quantity := qty.Quantity(0)
	if in.Quantity != "" {
		q, err := qty.Parse(in.Quantity)
		if f, ok := fault.As(err); ok {
			return nil, f.Definition.At("quantity", pairs(f.Facts)...)
		}
		quantity = q
	}
	e, err := s.Pricing.Explain(ctx, who, in.Dealer, in.SKU, quantity)
	if err != nil {
		return nil, err
	}
	out := Explanation{Dealer: org.Ref(e.Dealer), SKU: org.Ref(e.SKU), Quantity: e.Quantity, Tiers: view.Full(e.Tiers), Trace: e.Trace}
	out.Trace.Steps = view.Full(out.Trace.Steps)
	if e.List != nil {
		out.Currency, out.Price, out.Amount, out.Net, out.Tax = string(e.List.Currency), &e.Price, &e.Amount, &e.Net, &e.Tax
	}
	return &explainOutput{out}, nil
}

func pairs(facts map[string]any) []any {
	var out []any
	for name, value := range facts {
		out = append(out, name, value)
	}
	return out
}
