package open

import (
	"context"
	"net/http"

	"qudao/internal/catalog"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/inventory"
	"qudao/internal/org"
	"qudao/internal/pricing"
)

// bulkBody is room for the most items one call may have.
const bulkBody = 16 << 20

func (s *surface) goods() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "product.upsert", Method: http.MethodPut, Path: "/products", Surface: httpapi.Open, MaxBody: bulkBody,
		Permission: org.ProductEdit, Object: httpapi.Brand, Zh: "批量新增或更新商品", En: "Create or update products by code",
		Doc: "Each item has its own result; one that fails hinders no other. Saying the same again changes nothing. What an item leaves out stays as it is."}, s.upsertProducts)
	httpapi.Handle(s.api, httpapi.Operation{ID: "price.upsert", Method: http.MethodPut, Path: "/prices", Surface: httpapi.Open, MaxBody: bulkBody,
		Permission: org.PriceEdit, Object: httpapi.Brand, Zh: "批量更新价格", En: "Set the prices of SKUs in a list",
		Doc: "What is right is published at once by one version step of the list. No tiers take the SKU out of the list."}, s.upsertPrices)
	httpapi.Handle(s.api, httpapi.Operation{ID: "stock.upsert", Method: http.MethodPut, Path: "/stock", Surface: httpapi.Open, MaxBody: bulkBody,
		Permission: org.StockEdit, Object: httpapi.Brand, Zh: "批量更新库存", En: "Set what is on hand by warehouse and SKU",
		Doc: "An external_id is taken once; a source_version older than the last taken is ignored."}, s.upsertStock)
	httpapi.Handle(s.api, httpapi.Operation{ID: "stock.read", Method: http.MethodGet, Path: "/stock", Surface: httpapi.Open,
		Permission: org.StockRead, Object: httpapi.Brand, Zh: "查询库存", En: "Read stock by warehouse"}, s.readStock)
}

type productsInput struct {
	Body struct {
		Items []catalog.ProductIn `json:"items" minItems:"1" maxItems:"1000"`
	}
}

type productsOutput struct {
	Body struct {
		Items []ProductResult `json:"items"`
	}
}

// ProductResult is what became of one product.
type ProductResult struct {
	Code    string            `json:"code"`
	Result  catalog.Outcome   `json:"result" enum:"created,updated,unchanged,failed"`
	Problem *view.ItemProblem `json:"problem,omitempty"`
}

func (s *surface) upsertProducts(ctx context.Context, who org.Actor, in *productsInput) (*productsOutput, error) {
	results, err := s.Catalog.Upsert(ctx, who, in.Body.Items)
	if err != nil {
		return nil, err
	}
	out := &productsOutput{}
	out.Body.Items = make([]ProductResult, len(results))
	for i, r := range results {
		out.Body.Items[i] = ProductResult{Code: r.Code, Result: r.Outcome, Problem: view.ItemProblemOf(r.Problem, httpapi.Language(ctx))}
	}
	return out, nil
}

type pricesInput struct {
	Body struct {
		List  string           `json:"list" minLength:"1" doc:"Code of the price list."`
		Items []pricing.Change `json:"items" minItems:"1" maxItems:"5000"`
	}
}

type pricesOutput struct {
	Body struct {
		Items []PriceResult `json:"items"`
	}
}

// PriceResult is what became of one SKU's prices.
type PriceResult struct {
	SKU     string            `json:"sku"`
	Result  pricing.Outcome   `json:"result" enum:"created,updated,removed,unchanged,failed"`
	Problem *view.ItemProblem `json:"problem,omitempty"`
}

func (s *surface) upsertPrices(ctx context.Context, who org.Actor, in *pricesInput) (*pricesOutput, error) {
	results, err := s.Pricing.ChangeEach(ctx, who, in.Body.List, in.Body.Items)
	if err != nil {
		return nil, err
	}
	out := &pricesOutput{}
	out.Body.Items = make([]PriceResult, len(results))
	for i, r := range results {
		out.Body.Items[i] = PriceResult{SKU: r.SKU, Result: r.Outcome, Problem: view.ItemProblemOf(r.Problem, httpapi.Language(ctx))}
	}
	return out, nil
}

type stockInput struct {
	Body struct {
		SourceVersion int64             `json:"source_version,omitempty" minimum:"0" doc:"A rising number of the source; 0 is none."`
		Reason        string            `json:"reason,omitempty" maxLength:"100"`
		Items         []inventory.Count `json:"items" minItems:"1" maxItems:"5000"`
	}
}

type stockOutput struct {
	Body struct {
		Items []StockResult `json:"items"`
	}
}

// StockResult is what became of one figure.
type StockResult struct {
	Warehouse string            `json:"warehouse"`
	SKU       string            `json:"sku"`
	Result    inventory.Outcome `json:"result" enum:"updated,unchanged,repeated,outdated,failed"`
	Problem   *view.ItemProblem `json:"problem,omitempty"`
}

func (s *surface) upsertStock(ctx context.Context, who org.Actor, in *stockInput) (*stockOutput, error) {
	results, err := s.Inventory.SetOnHand(ctx, who, inventory.Counts{Version: in.Body.SourceVersion, Reason: in.Body.Reason, Items: in.Body.Items})
	if err != nil {
		return nil, err
	}
	out := &stockOutput{}
	out.Body.Items = make([]StockResult, len(results))
	for i, r := range results {
		out.Body.Items[i] = StockResult{Warehouse: r.Warehouse, SKU: r.SKU, Result: r.Outcome, Problem: view.ItemProblemOf(r.Problem, httpapi.Language(ctx))}
	}
	return out, nil
}
