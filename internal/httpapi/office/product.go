package office

import (
	"context"
	"net/http"
	"time"

	"qudao/internal/catalog"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/org"
	"qudao/internal/page"
)

func (s *surface) products() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "product.list", Method: http.MethodGet, Path: "/products", Surface: httpapi.Office,
		Permission: org.ProductRead, Object: httpapi.Brand, Zh: "商品列表", En: "List products, the latest change first"}, s.listProducts)
	httpapi.Handle(s.api, httpapi.Operation{ID: "product.read", Method: http.MethodGet, Path: "/products/{code}", Surface: httpapi.Office,
		Permission: org.ProductRead, Object: httpapi.Brand, Zh: "商品详情", En: "Read a product with its SKUs"}, s.readProduct)
	httpapi.Handle(s.api, httpapi.Operation{ID: "product.create", Method: http.MethodPost, Path: "/products", Surface: httpapi.Office,
		Permission: org.ProductEdit, Object: httpapi.Brand, Idempotent: true, Zh: "新建商品", En: "Create a product, in draft"}, s.createProduct)
	httpapi.Handle(s.api, httpapi.Operation{ID: "product.edit", Method: http.MethodPut, Path: "/products/{code}", Surface: httpapi.Office,
		Permission: org.ProductEdit, Object: httpapi.Brand, Zh: "修改商品", En: "Change a product",
		Doc: "The body is the whole product: what is left out is empty afterwards, an SKU left out is archived. Images left out stay."}, s.editProduct)
	httpapi.Handle(s.api, httpapi.Operation{ID: "product.publish", Method: http.MethodPost, Path: "/products/{code}/publish", Surface: httpapi.Office,
		Permission: org.ProductEdit, Object: httpapi.Brand, Idempotent: true, Zh: "发布商品", En: "Publish a product to its audiences"}, s.publishProduct)
	httpapi.Handle(s.api, httpapi.Operation{ID: "product.archive", Method: http.MethodPost, Path: "/products/{code}/archive", Surface: httpapi.Office,
		Permission: org.ProductEdit, Object: httpapi.Brand, Idempotent: true, Zh: "下架商品", En: "Take a product out of sale"}, s.archiveProduct)
}

type listProductsInput struct {
	page.Request
	Text     string        `query:"q" maxLength:"100" doc:"Words of the name, the codes, the category; pinyin and initials too."`
	Category string        `query:"category" maxLength:"64" doc:"Code of a category or series; what lies below it counts."`
	State    catalog.State `query:"state" enum:"draft,published,archived"`
}

type listProductsOutput struct{ Body ProductList }

// ProductList is a page of products and how many there are in all.
type ProductList struct {
	Items []ProductRow `json:"items"`
	Next  string       `json:"next,omitempty"`
	Count int          `json:"count"`
}

// ProductRow is a product in the list.
type ProductRow struct {
	Code      string        `json:"code"`
	Name      string        `json:"name"`
	Category  org.Ref       `json:"category"`
	Series    *org.Ref      `json:"series,omitempty"`
	Unit      string        `json:"unit"`
	State     catalog.State `json:"state" enum:"draft,published,archived"`
	SKUCount  int           `json:"sku_count" doc:"Active ones."`
	Image     string        `json:"image,omitempty" doc:"Address of the main picture. Behind one that begins with /media/, /96, /320 or /800 asks for that size."`
	Version   int           `json:"version"`
	UpdatedAt time.Time     `json:"updated_at"`
}

func (s *surface) listProducts(ctx context.Context, who org.Actor, in *listProductsInput) (*listProductsOutput, error) {
	list, err := s.Catalog.List(ctx, who, catalog.Filter{Text: in.Text, Category: in.Category, State: in.State, Request: in.Request})
	if err != nil {
		return nil, err
	}
	return &listProductsOutput{ProductList{Items: view.Each(list.Items, productRow), Next: list.Next, Count: list.Count}}, nil
}

func productRow(r catalog.Row) ProductRow {
	return ProductRow{Code: r.Code, Name: r.Name, Category: org.Ref(r.Category), Series: (*org.Ref)(r.Series), Unit: r.Unit, State: r.State,
		SKUCount: r.SKUCount, Image: r.Image, Version: r.Version, UpdatedAt: r.UpdatedAt}
}

type productOutput struct{ Body Product }

func shownProduct(p catalog.Product, err error) (*productOutput, error) {
	if err != nil {
		return nil, err
	}
	return &productOutput{product(p)}, nil
}

func (s *surface) readProduct(ctx context.Context, who org.Actor, in *ByCode) (*productOutput, error) {
	return shownProduct(s.Catalog.Get(ctx, who, in.Code))
}

type createProductInput struct{ Body ProductFields }

func (s *surface) createProduct(ctx context.Context, who org.Actor, in *createProductInput) (*productOutput, error) {
	return shownProduct(s.Catalog.Create(ctx, who, in.Body.input()))
}

type editProductInput struct {
	httpapi.Edit
	ByCode
	Body ProductFields
}

func (s *surface) editProduct(ctx context.Context, who org.Actor, in *editProductInput) (*productOutput, error) {
	if err := sameCode(in.Code, in.Body.Code); err != nil {
		return nil, err
	}
	return shownProduct(s.Catalog.Edit(ctx, who, in.Code, in.Version, in.Body.input()))
}

type moveProductInput struct {
	httpapi.Edit
	ByCode
}

func (s *surface) publishProduct(ctx context.Context, who org.Actor, in *moveProductInput) (*productOutput, error) {
	return shownProduct(s.Catalog.Publish(ctx, who, in.Code, in.Version))
}

func (s *surface) archiveProduct(ctx context.Context, who org.Actor, in *moveProductInput) (*productOutput, error) {
	return shownProduct(s.Catalog.Archive(ctx, who, in.Code, in.Version))
}
