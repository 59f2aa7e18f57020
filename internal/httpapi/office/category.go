package office

import (
	"context"
	"net/http"

	"qudao/internal/catalog"
	"qudao/internal/httpapi"
	"qudao/internal/org"
)

func (s *surface) categories() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "category.list", Method: http.MethodGet, Path: "/categories", Surface: httpapi.Office,
		Permission: org.ProductRead, Object: httpapi.Brand, Zh: "商品分类", En: "List categories and series, parents before children"}, s.listCategories)
	httpapi.Handle(s.api, httpapi.Operation{ID: "category.create", Method: http.MethodPost, Path: "/categories", Surface: httpapi.Office,
		Permission: org.ProductEdit, Object: httpapi.Brand, Zh: "新建分类", En: "Create a category or series under its parent"}, s.createCategory)
	httpapi.Handle(s.api, httpapi.Operation{ID: "category.edit", Method: http.MethodPut, Path: "/categories/{code}", Surface: httpapi.Office,
		Permission: org.ProductEdit, Object: httpapi.Brand, Zh: "修改分类", En: "Rename or re-sort a category",
		Doc: "A category stays where it was made. The last change holds: there is no If-Match."}, s.editCategory)
}

// Category is a node of the tree of categories; level 4 is a series.
type Category struct {
	Code    string `json:"code"`
	Name    string `json:"name"`
	Parent  string `json:"parent,omitempty"`
	Level   int    `json:"level"`
	Sort    int    `json:"sort"`
	Version int    `json:"version"`
}

func category(c catalog.Category) Category {
	return Category{Code: c.Code, Name: c.Name, Parent: c.Parent, Level: c.Level, Sort: c.Sort, Version: c.Version}
}

func (s *surface) listCategories(ctx context.Context, who org.Actor, _ *struct{}) (*listOutput[Category], error) {
	tree, err := s.Catalog.Tree(ctx, who)
	return listed(tree, err, category)
}

type categoryOutput struct{ Body Category }

type createCategoryInput struct {
	Body struct {
		Code   string `json:"code"`
		Name   string `json:"name"`
		Parent string `json:"parent,omitempty" doc:"Code; none at the top."`
		Sort   *int   `json:"sort,omitempty" minimum:"-1000000" maximum:"1000000" doc:"Among its siblings, rising."`
	}
}

func (s *surface) createCategory(ctx context.Context, who org.Actor, in *createCategoryInput) (*categoryOutput, error) {
	c, err := s.Catalog.CreateCategory(ctx, who, catalog.CategoryIn{Code: in.Body.Code, Name: in.Body.Name, Parent: in.Body.Parent, Sort: in.Body.Sort})
	if err != nil {
		return nil, err
	}
	return &categoryOutput{category(c)}, nil
}

type editCategoryInput struct {
	ByCode
	Body struct {
		Name string `json:"name"`
		Sort *int   `json:"sort,omitempty" minimum:"-1000000" maximum:"1000000" doc:"Stays where it is left out."`
	}
}

func (s *surface) editCategory(ctx context.Context, who org.Actor, in *editCategoryInput) (*categoryOutput, error) {
	const whatever = 0 // version
	c, err := s.Catalog.EditCategory(ctx, who, in.Code, whatever, catalog.CategoryIn{Name: in.Body.Name, Sort: in.Body.Sort})
	if err != nil {
		return nil, err
	}
	return &categoryOutput{category(c)}, nil
}
