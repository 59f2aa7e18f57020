package office

import (
	"context"
	"net/http"

	"qudao/internal/catalog"
	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/org"
)

func (s *surface) templates() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "template.list", Method: http.MethodGet, Path: "/templates", Surface: httpapi.Office,
		Permission: org.ProductRead, Object: httpapi.Brand, Zh: "属性模板", En: "List the templates of attributes"}, s.listTemplates)
	httpapi.Handle(s.api, httpapi.Operation{ID: "template.create", Method: http.MethodPost, Path: "/templates", Surface: httpapi.Office,
		Permission: org.ProductEdit, Object: httpapi.Brand, Zh: "新建属性模板", En: "Create a template of attributes"}, s.createTemplate)
	httpapi.Handle(s.api, httpapi.Operation{ID: "template.edit", Method: http.MethodPut, Path: "/templates/{code}", Surface: httpapi.Office,
		Permission: org.ProductEdit, Object: httpapi.Brand, Zh: "修改属性模板", En: "Change a template of attributes",
		Doc: "No product loses a value by it."}, s.editTemplate)
}

// Template is the set of attributes of a type of product.
type Template struct {
	Code       string              `json:"code"`
	Name       string              `json:"name"`
	Attributes []TemplateAttribute `json:"attributes"`
	Version    int                 `json:"version"`
}

// TemplateAttribute is a property that products of a template have.
type TemplateAttribute struct {
	Code     string                `json:"code"`
	Name     string                `json:"name"`
	Unit     string                `json:"unit,omitempty"`
	Kind     catalog.AttributeKind `json:"kind" enum:"text,number,enum"`
	Values   []string              `json:"values,omitempty" doc:"Of an enum, in the order in which they are shown."`
	Required bool                  `json:"required" required:"false" doc:"Before publishing."`
	Facet    bool                  `json:"facet" required:"false" doc:"Dealers filter by it."`
	Axis     bool                  `json:"axis" required:"false" doc:"May tell SKUs of a product apart."`
}

// TemplateFields are a template as it is given.
type TemplateFields struct {
	Code       string              `json:"code,omitempty" doc:"Of a new template; afterwards it stays."`
	Name       string              `json:"name"`
	Attributes []TemplateAttribute `json:"attributes"`
}

func template(t catalog.Template) Template {
	return Template{Code: t.Code, Name: t.Name, Version: t.Version,
		Attributes: view.Each(t.Attributes, func(a catalog.Attribute) TemplateAttribute { return TemplateAttribute(a) })}
}

func (f TemplateFields) input() catalog.TemplateIn {
	return catalog.TemplateIn{Code: f.Code, Name: f.Name,
		Attributes: view.Each(f.Attributes, func(a TemplateAttribute) catalog.Attribute { return catalog.Attribute(a) })}
}

func (s *surface) listTemplates(ctx context.Context, who org.Actor, _ *struct{}) (*listOutput[Template], error) {
	list, err := s.Catalog.Templates(ctx, who)
	return listed(list, err, template)
}

type templateOutput struct{ Body Template }

func shownTemplate(t catalog.Template, err error) (*templateOutput, error) {
	if err != nil {
		return nil, err
	}
	return &templateOutput{template(t)}, nil
}

type createTemplateInput struct{ Body TemplateFields }

func (s *surface) createTemplate(ctx context.Context, who org.Actor, in *createTemplateInput) (*templateOutput, error) {
	return shownTemplate(s.Catalog.CreateTemplate(ctx, who, in.Body.input()))
}

type editTemplateInput struct {
	httpapi.Edit
	ByCode
	Body TemplateFields
}

func (s *surface) editTemplate(ctx context.Context, who org.Actor, in *editTemplateInput) (*templateOutput, error) {
	if err := sameCode(in.Code, in.Body.Code); err != nil {
		return nil, err
	}
	return shownTemplate(s.Catalog.EditTemplate(ctx, who, in.Code, in.Version, in.Body.input()))
}
