package office_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"
	"time"

	"qudao/internal/apitest"
	"qudao/internal/fault"
	"qudao/internal/httpapi/view"
	"qudao/internal/page"
	"qudao/internal/render"
)

// upload posts a file in a form.
func upload(t *testing.T, c *apitest.Client, path, name, content string, values map[string]string, headers ...apitest.Header) *apitest.Answer {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for field, value := range values {
		if err := form.WriteField(field, value); err != nil {
			t.Fatal(err)
		}
	}
	if name != "" {
		file, err := form.CreateFormFile("file", name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := file.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	return c.Send(c.Request(http.MethodPost, path, &body, append(headers, apitest.Header{Name: "Content-Type", Value: form.FormDataContentType()})...))
}

// ended waits until the run has ended.
func ended(t *testing.T, c *apitest.Client, r view.Run) view.Run {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		c.Get("/runs/" + r.ID.String()).Into(&r)
		if r.FinishedAt != nil {
			return r
		}
	}
	t.Fatalf("the run did not end: %+v", r)
	return r
}

// table is a workbook of prices as a person would make it: a header, and one row for each.
func table(t *testing.T, rows ...[]string) string {
	t.Helper()
	sheet := render.Sheet{Columns: []render.Column{{Key: "sku", Title: render.Words{Chinese: "物料编码"}}, {Key: "minimum", Title: render.Words{Chinese: "起始数量"}}, {Key: "price", Title: render.Words{Chinese: "单价"}}}}
	var out bytes.Buffer
	err := render.Write(&out, sheet, fault.Chinese, func(yield func([]string, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

func TestImports(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	price := s.Office("price")

	template := price.Get("/imports/prices/template").OK()
	if template.Header.Get("Content-Type") != workbook || !strings.Contains(template.Header.Get("Content-Disposition"), "prices.xlsx") || !bytes.HasPrefix(template.Body, []byte("PK")) {
		t.Errorf("%v", template.Header)
	}

	rows := table(t, []string{"S2", "0", "17.50"}, []string{"NONE", "0", "1.00"})
	var r view.Run
	key := apitest.SameKey("import-prices-1")
	upload(t, price, "/imports/prices", "prices.xlsx", rows, map[string]string{"list": "VIP"}, key).Into(&r)
	if r.Kind != "prices" || r.Direction != "in" || r.Name != "prices.xlsx" || r.ByKind == nil {
		t.Errorf("%+v", r)
	}
	var again view.Run
	upload(t, price, "/imports/prices", "prices.xlsx", rows, map[string]string{"list": "VIP"}, key).Into(&again)
	if again.ID != r.ID {
		t.Error("a repetition made a second run")
	}
	upload(t, price, "/imports/prices", "prices.xlsx", rows, map[string]string{"list": "BASE"}, key).Refused(422, "idempotency_key_reused")
	if r = ended(t, price, r); r.OK != 1 || r.Failed != 1 || !r.ErrorsFile || r.File || len(r.ByKind) != 1 {
		t.Fatalf("%+v", r)
	}
	wrong := price.Get("/runs/" + r.ID.String() + "/errors").OK()
	if !bytes.HasPrefix(wrong.Body, []byte("PK")) {
		t.Errorf("%v", wrong.Header)
	}
	var list page.List[view.Run]
	price.Get("/runs").Into(&list)
	if len(list.Items) != 1 || list.Items[0].ID != r.ID {
		t.Errorf("%+v", list)
	}

	upload(t, price, "/imports/prices", "prices.xlsx", rows, nil).Refused(400, "idempotency_key_missing")
	wantFields(t, upload(t, price, "/imports/prices", "prices.xlsx", rows, nil, apitest.Key()).Refused(422, "run_list_missing"), map[string]string{"list": "run_list_missing"})
	wantFields(t, upload(t, price, "/imports/prices", "", "", nil, apitest.Key()).Refused(422, "invalid_input"), map[string]string{"file": "field_required"})
	upload(t, price, "/imports/prices", "prices.xlsx", "S2,0,1", map[string]string{"list": "VIP"}, apitest.Key()).Refused(422, "file_not_xlsx")
	upload(t, price, "/imports/orders", "x.xlsx", rows, nil, apitest.Key()).Refused(422, "invalid_input")
	missing(t, upload(t, price, "/imports/products", "x.xlsx", rows, nil, apitest.Key()), "product.edit")
	missing(t, upload(t, s.Office("desk"), "/imports/prices", "x.xlsx", rows, nil, apitest.Key()), "import.run")
	// A run is its owner's alone, even among those who see everything.
	s.Office("admin").Get("/runs/"+r.ID.String()).Refused(404, "not_found")
	s.Office("admin").Get("/runs/"+r.ID.String()+"/errors").Refused(404, "not_found")
}

func TestExports(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	admin := s.Office("admin")
	export := func(kind string, filter fields) view.Run {
		t.Helper()
		var r view.Run
		admin.Post("/exports", fields{"kind": kind, "filter": filter}, apitest.Key()).Into(&r)
		return ended(t, admin, r)
	}
	if r := export("dealers", fields{"region": "330000", "level": "B"}); r.OK != 1 || !r.File || r.State != "done" {
		t.Errorf("%+v", r)
	}
	if r := export("dealers", fields{"audience": "KEY"}); r.OK != 1 {
		t.Errorf("%+v", r)
	}
	if r := export("stock", fields{"warehouse": "W1", "low": "true"}); r.OK != 0 {
		t.Errorf("%+v", r)
	}
	if r := export("audit", fields{"from": "2026-01-01", "table": "org.staff"}); r.OK == 0 {
		t.Errorf("%+v", r)
	}
	r := export("prices", fields{"list": "BASE"})
	file := admin.Get("/runs/" + r.ID.String() + "/file").OK()
	if r.OK != 4 || !bytes.HasPrefix(file.Body, []byte("PK")) || file.Header.Get("Content-Type") != workbook || !strings.HasPrefix(file.Header.Get("Content-Disposition"), "attachment") {
		t.Errorf("%+v %v", r, file.Header)
	}

	admin.Get("/runs/"+r.ID.String()+"/errors").Refused(404, "run_file_missing")
	admin.Post("/exports", fields{"kind": "prices"}, apitest.Key()).Refused(422, "run_list_missing")
	wantFields(t, admin.Post("/exports", fields{"kind": "audit", "filter": fields{"from": "long ago"}}, apitest.Key()).Refused(422, "invalid_input"), map[string]string{"filter.from": "time_invalid"})
	wantFields(t, admin.Post("/exports", fields{"kind": "dealers", "filter": fields{"colour": "red"}}, apitest.Key()).Refused(422, "invalid_input"), map[string]string{"filter.colour": "field_unknown"})
	missing(t, s.Office("desk").Post("/exports", fields{"kind": "audit"}, apitest.Key()), "audit.read")
	missing(t, s.Office("rep1").Post("/exports", fields{"kind": "orders"}, apitest.Key()), "export.run")
	var list page.List[view.Run]
	s.Office("rep1").Get("/runs").Into(&list)
	if list.Items == nil || len(list.Items) != 0 {
		t.Errorf("%+v", list)
	}
}
