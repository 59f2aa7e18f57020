package office_test

import (
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/httpapi/office"
)

func TestProducts(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	product := s.Office("product")

	var list office.ProductList
	product.Get("/products?q=wukong").Into(&list)
	if list.Count != 1 || list.Items[0].Code != "P1" || list.Items[0].SKUCount != 2 || list.Items[0].Category.Name != "插座" {
		t.Errorf("%+v", list)
	}
	product.Get("/products?state=draft").Into(&list)
	if list.Count != 1 || list.Items[0].Code != "P3" {
		t.Errorf("%+v", list)
	}

	var p office.Product
	product.Get("/products/P1").Into(&p)
	if p.State != "published" || len(p.SKUs) != 2 || p.SKUs[0].Minimum != 5000 || *p.SKUs[0].TaxRate != 1300 || p.Allow[0] != "ALL" || p.Deny == nil || p.Images == nil {
		t.Errorf("%+v", p)
	}

	form := fields{"code": "P9", "name": "吸顶灯", "category": "SOCKET", "unit": "只", "allow": []string{"ALL"}, "divisions": []string{"LIGHTING"}, "images": []string{"/files/a.webp"},
		"skus": []fields{{"code": "S9", "minimum": 1.5, "multiple": 0.5, "packs": []fields{{"unit": "箱", "factor": 12}}}}}
	product.Post("/products", form, apitest.Key()).Into(&p)
	if p.State != "draft" || p.Version != 1 || p.SKUs[0].Minimum != 1500 || p.SKUs[0].Packs[0].Factor != 12000 || p.Divisions[0] != "LIGHTING" {
		t.Errorf("%+v", p)
	}
	refused := product.Post("/products/P9/publish", nil, apitest.Key(), apitest.Version(1)).Refused(409, "product_incomplete")
	wantFields(t, refused, map[string]string{"skus[0].tax_rate": "tax_rate_missing"})

	delete(form, "images")
	form["skus"] = []fields{{"code": "S9", "tax_rate": 1300, "lead_days": 3}}
	product.Put("/products/P9", form, apitest.Version(1)).Into(&p)
	if p.Version != 2 || *p.SKUs[0].TaxRate != 1300 || p.SKUs[0].LeadDays != 3 || len(p.SKUs[0].Packs) != 0 || len(p.Images) != 1 {
		t.Errorf("%+v", p)
	}
	product.Post("/products/P9/publish", nil, apitest.Key(), apitest.Version(2)).Into(&p)
	if p.State != "published" || p.PublishedAt == nil {
		t.Errorf("%+v", p)
	}
	product.Post("/products/P9/archive", nil, apitest.Key(), apitest.Version(3)).Into(&p)
	if p.State != "archived" || p.Version != 4 {
		t.Errorf("%+v", p)
	}
}

func TestProductsRefused(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	product := s.Office("product")
	good := fields{"name": "五孔插座", "category": "SOCKET"}
	product.Get("/products/NONE").Refused(404, "not_found")
	product.Put("/products/NONE", good, apitest.Version(1)).Refused(404, "not_found")
	product.Put("/products/P1", good, apitest.Version(99)).Refused(412, "version_changed")
	product.Put("/products/P1", fields{"code": "P2", "name": "x", "category": "SOCKET"}, apitest.Version(1)).Refused(422, "code_differs")
	product.Post("/products/P1/publish", nil, apitest.Version(1)).Refused(400, "idempotency_key_missing")
	product.Post("/products", fields{"code": "P1", "name": "x", "category": "SOCKET"}, apitest.Key()).Refused(409, "catalog_code_taken")
	missing(t, s.Office("desk").Post("/products", good, apitest.Key()), "product.edit")
	wantFields(t, product.Post("/products", fields{"code": "P9", "name": "", "category": "NONE", "allow": []string{"NONE"},
		"skus": []fields{{"code": "S9", "minimum": -1}}}, apitest.Key()).Refused(422, "invalid_input"),
		map[string]string{"name": "catalog_field_missing", "category": "category_unknown", "allow": "audience_unknown_here", "skus[0].minimum": "quantity_rule_invalid"})
	wantFields(t, product.Post("/products", fields{"code": "P9", "name": "x", "category": "SOCKET", "skus": []fields{{"code": "S9", "tax_rate": 20000, "weight": 1}}}, apitest.Key()).Refused(422, "invalid_input"),
		map[string]string{"skus[0].tax_rate": "field_too_large", "skus[0].weight": "field_unknown"})
}

func TestCategories(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	product := s.Office("product")
	var c office.Category
	product.Post("/categories", fields{"code": "LAMP", "name": "灯具", "sort": 7}).Into(&c)
	product.Post("/categories", fields{"code": "PANEL", "name": "面板灯", "parent": "LAMP"}).Into(&c)
	if c.Level != 2 || c.Parent != "LAMP" || c.Sort != 0 {
		t.Errorf("%+v", c)
	}
	product.Put("/categories/LAMP", fields{"name": "灯饰"}).Into(&c)
	if c.Name != "灯饰" || c.Sort != 7 || c.Version != 2 {
		t.Errorf("the place was lost: %+v", c)
	}
	var tree office.List[office.Category]
	product.Get("/categories").Into(&tree)
	if len(tree.Items) != 3 {
		t.Errorf("%+v", tree)
	}
	product.Post("/categories", fields{"code": "LAMP", "name": "x"}).Refused(409, "catalog_code_taken")
	product.Put("/categories/NONE", fields{"name": "x"}).Refused(404, "not_found")
	wantFields(t, product.Post("/categories", fields{"code": "X", "name": "", "parent": "LAMP"}).Refused(422, "invalid_input"), map[string]string{"name": "catalog_field_missing"})
	missing(t, s.Office("desk").Put("/categories/LAMP", fields{"name": "x"}), "product.edit")
}

func TestTemplates(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	product := s.Office("product")
	form := fields{"code": "lamp", "name": "灯具", "attributes": []fields{
		{"code": "color", "name": "颜色", "kind": "enum", "values": []string{"白", "黑"}, "axis": true}, {"code": "watt", "name": "功率", "unit": "W", "kind": "number", "facet": true}}}
	var made office.Template
	product.Post("/templates", form).Into(&made)
	if made.Version != 1 || len(made.Attributes) != 2 || !made.Attributes[0].Axis || made.Attributes[0].Required || made.Attributes[1].Unit != "W" {
		t.Errorf("%+v", made)
	}
	delete(form, "code")
	form["name"] = "灯具类"
	product.Put("/templates/lamp", form, apitest.Version(1)).Into(&made)
	product.Put("/templates/lamp", form, apitest.Version(1)).Refused(412, "version_changed")
	product.Put("/templates/none", form, apitest.Version(1)).Refused(404, "not_found")
	var list office.List[office.Template]
	product.Get("/templates").Into(&list)
	if len(list.Items) != 1 || list.Items[0].Name != "灯具类" {
		t.Errorf("%+v", list)
	}
	wantFields(t, product.Post("/templates", fields{"code": "x", "name": "x", "attributes": []fields{{"code": "A", "name": "a", "kind": "text"}}}).Refused(422, "invalid_input"),
		map[string]string{"attributes": "attribute_invalid"})
	wantFields(t, product.Post("/templates", fields{"code": "x", "name": "x", "attributes": []fields{{"code": "a", "name": "a", "kind": "colour"}}}).Refused(422, "invalid_input"),
		map[string]string{"attributes[0].kind": "value_not_allowed"})
	missing(t, s.Office("desk").Post("/templates", form), "product.edit")
}
