package office

import (
	"context"
	"net/http"
	"time"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pricing"
)

func (s *surface) priceLists() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "price_list.list", Method: http.MethodGet, Path: "/price-lists", Surface: httpapi.Office,
		Permission: org.PriceRead, Object: httpapi.Brand, Zh: "价目表列表", En: "List price lists in the order in which they are asked for a price"}, s.listPriceLists)
	httpapi.Handle(s.api, httpapi.Operation{ID: "price_list.read", Method: http.MethodGet, Path: "/price-lists/{code}", Surface: httpapi.Office,
		Permission: org.PriceRead, Object: httpapi.Brand, Zh: "价目表详情", En: "Read a price list"}, s.readPriceList)
	httpapi.Handle(s.api, httpapi.Operation{ID: "price_list.create", Method: http.MethodPost, Path: "/price-lists", Surface: httpapi.Office,
		Permission: org.PriceEdit, Object: httpapi.Brand, Idempotent: true, Zh: "新建价目表", En: "Create a price list, empty"}, s.createPriceList)
	httpapi.Handle(s.api, httpapi.Operation{ID: "price_list.edit", Method: http.MethodPut, Path: "/price-lists/{code}", Surface: httpapi.Office,
		Permission: org.PriceEdit, Object: httpapi.Brand, Zh: "修改价目表", En: "Change what a price list is",
		Doc: "Kind, currency and tax stay as they were made."}, s.editPriceList)
}

// PriceList is a price list without its prices.
type PriceList struct {
	Code        string            `json:"code"`
	Name        string            `json:"name"`
	Kind        pricing.Kind      `json:"kind" enum:"dealer,audience,base"`
	Audience    *org.Ref          `json:"audience,omitempty"`
	Dealer      *org.Ref          `json:"dealer,omitempty"`
	Priority    int               `json:"priority"`
	Currency    money.Currency    `json:"currency"`
	TaxIncluded bool              `json:"tax_included"`
	ValidFrom   *time.Time        `json:"valid_from,omitempty"`
	ValidTo     *time.Time        `json:"valid_to,omitempty" doc:"Exclusive."`
	State       pricing.ListState `json:"state" enum:"active,archived"`
	Count       int               `json:"count" doc:"SKUs with a price in it."`
	Version     int               `json:"version"`
	UpdatedAt   time.Time         `json:"updated_at"`
}

// PriceListFields are a price list as it is given.
type PriceListFields struct {
	Code        string            `json:"code,omitempty" doc:"Of a new list; afterwards it stays."`
	Name        string            `json:"name"`
	Kind        pricing.Kind      `json:"kind" enum:"dealer,audience,base"`
	Audience    string            `json:"audience,omitempty" doc:"Code, of an audience list."`
	Dealer      string            `json:"dealer,omitempty" doc:"Code, of a dealer's list."`
	Priority    int               `json:"priority,omitempty" minimum:"-1000000" maximum:"1000000" doc:"Of audience lists: the higher one is asked first."`
	Currency    money.Currency    `json:"currency,omitempty" enum:"CNY"`
	TaxIncluded *bool             `json:"tax_included,omitempty" doc:"true where it is left out."`
	ValidFrom   *time.Time        `json:"valid_from,omitempty"`
	ValidTo     *time.Time        `json:"valid_to,omitempty" doc:"Exclusive."`
	State       pricing.ListState `json:"state,omitempty" enum:"active,archived" doc:"active where it is left out."`
}

func (f PriceListFields) input() pricing.ListInput {
	return pricing.ListInput{Code: f.Code, Name: f.Name, Kind: f.Kind, Audience: f.Audience, Dealer: f.Dealer, Priority: f.Priority,
		WithoutTax: f.TaxIncluded != nil && !*f.TaxIncluded, ValidFrom: f.ValidFrom, ValidTo: f.ValidTo, State: f.State}
}

func priceList(e pricing.Entry) PriceList {
	return PriceList{Code: e.Code, Name: e.Name, Kind: e.Kind, Audience: (*org.Ref)(e.Audience), Dealer: (*org.Ref)(e.Dealer), Priority: e.Priority,
		Currency: e.Currency, TaxIncluded: e.TaxIncluded, ValidFrom: e.ValidFrom, ValidTo: e.ValidTo, State: e.State, Count: e.Count,
		Version: e.Version, UpdatedAt: e.UpdatedAt}
}

type listPriceListsInput struct {
	page.Request
	Text  string            `query:"q" maxLength:"100" doc:"In code or name."`
	Kind  pricing.Kind      `query:"kind" enum:"dealer,audience,base"`
	State pricing.ListState `query:"state" enum:"active,archived"`
}

type listPriceListsOutput struct{ Body page.List[PriceList] }

func (s *surface) listPriceLists(ctx context.Context, who org.Actor, in *listPriceListsInput) (*listPriceListsOutput, error) {
	if in.Limit == 0 {
		in.Limit = page.MaxLimit // a choice among them is made on one page
	}
	list, err := s.Pricing.Lists(ctx, who, pricing.ListsFilter{Text: in.Text, Kind: in.Kind, State: in.State, Request: in.Request})
	if err != nil {
		return nil, err
	}
	return &listPriceListsOutput{page.List[PriceList]{Items: view.Each(list.Items, priceList), Next: list.Next}}, nil
}

type priceListOutput struct{ Body PriceList }

func shownPriceList(e pricing.Entry, err error) (*priceListOutput, error) {
	if err != nil {
		return nil, err
	}
	return &priceListOutput{priceList(e)}, nil
}

func (s *surface) readPriceList(ctx context.Context, who org.Actor, in *ByCode) (*priceListOutput, error) {
	return shownPriceList(s.Pricing.List(ctx, who, in.Code))
}

type createPriceListInput struct{ Body PriceListFields }

func (s *surface) createPriceList(ctx context.Context, who org.Actor, in *createPriceListInput) (*priceListOutput, error) {
	return shownPriceList(s.Pricing.CreateList(ctx, who, in.Body.input()))
}

type editPriceListInput struct {
	httpapi.Edit
	ByCode
	Body PriceListFields
}

func (s *surface) editPriceList(ctx context.Context, who org.Actor, in *editPriceListInput) (*priceListOutput, error) {
	if err := sameCode(in.Code, in.Body.Code); err != nil {
		return nil, err
	}
	return shownPriceList(s.Pricing.EditList(ctx, who, in.Code, in.Version, in.Body.input()))
}
