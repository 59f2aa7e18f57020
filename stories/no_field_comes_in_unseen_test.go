package stories_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/app"
	"qudao/internal/httpapi"
	"qudao/internal/org"
)

// schema is a schema of the document, as far as bodies need it.
type schema struct {
	Ref        string             `json:"$ref"`
	Type       any                `json:"type"`
	Properties map[string]*schema `json:"properties"`
	Items      *schema            `json:"items"`
	Enum       []any              `json:"enum"`
	More       any                `json:"additionalProperties"`
}

// bodies are the schemas of the JSON bodies of all operations, with what they refer to put in.
func bodies(t *testing.T) map[string]*schema {
	t.Helper()
	text, err := app.Document("test")
	if err != nil {
		t.Fatal(err)
	}
	var document struct {
		Paths map[string]map[string]struct {
			ID   string `json:"operationId"`
			Body struct {
				Content map[string]struct{ Schema *schema }
			} `json:"requestBody"`
		}
		Components struct{ Schemas map[string]*schema }
	}
	if err := json.Unmarshal(text, &document); err != nil {
		t.Fatal(err)
	}
	var resolve func(s *schema) *schema
	resolve = func(s *schema) *schema {
		if s == nil {
			return nil
		}
		if name, ok := strings.CutPrefix(s.Ref, "#/components/schemas/"); ok {
			return resolve(document.Components.Schemas[name])
		}
		out := *s
		out.Items, out.Properties = resolve(s.Items), map[string]*schema{}
		for name, p := range s.Properties {
			out.Properties[name] = resolve(p)
		}
		return &out
	}
	out := map[string]*schema{}
	for _, methods := range document.Paths {
		for _, op := range methods {
			if content, ok := op.Body.Content["application/json"]; ok {
				out[op.ID] = resolve(content.Schema)
			}
		}
	}
	return out
}

// closed reports whether the schema is of an object that has its declared fields and no other.
func (s *schema) closed() bool { return len(s.Properties) > 0 || s.More == false }

// objects calls with the place of each object of a body: "", "lines[0]".
func (s *schema) objects(path string, call func(path string, at *schema)) {
	if s == nil {
		return
	}
	if s.closed() {
		call(path, s)
	}
	for name, p := range s.Properties {
		p.objects(strings.TrimPrefix(path+"."+name, "."), call)
	}
	s.Items.objects(path+"[0]", call)
}

// sample is a value of the schema's form. Into the object at the place it puts the fields more.
func (s *schema) sample(path, place string, more []string) any {
	switch {
	case s.Items != nil:
		return []any{s.Items.sample(path+"[0]", place, more)}
	case s.closed():
		out := map[string]any{}
		for name, p := range s.Properties {
			out[name] = p.sample(strings.TrimPrefix(path+"."+name, "."), place, more)
		}
		if path == place {
			for _, name := range more {
				out[name] = "1"
			}
		}
		return out
	case len(s.Enum) > 0:
		return s.Enum[0]
	}
	kind := fmt.Sprint(s.Type)
	switch {
	case strings.Contains(kind, "integer"), strings.Contains(kind, "number"):
		return 1
	case strings.Contains(kind, "boolean"):
		return true
	case strings.Contains(kind, "object"):
		return map[string]any{}
	default:
		return "1"
	}
}

// A field that an operation does not declare is refused by its place, at every depth of every body, for who
// may do everything. Every name that any body of the API knows is tried, with those that a cheat would try:
// no price, discount, owner or state comes in where it is not declared.
func TestNoFieldComesInUnseen(t *testing.T) {
	s := begin(t)
	s.Employ("all", org.ScopeAll, every("")...)
	who := map[httpapi.Surface]person{httpapi.Portal: {s.Portal("dealer1"), s}, httpapi.Office: s.staff("all"), httpapi.Open: s.program(every("")...)}
	schemas := bodies(t)
	names := map[string]bool{}
	for _, word := range []string{"hunter2", "price", "amount", "discount", "total", "dealer", "dealer_id", "dealer_code", "account_id", "state", "review", "version", "permissions", "role", "is_admin", "id", "created_at", "$schema"} {
		names[word] = true
	}
	for _, body := range schemas {
		body.objects("", func(_ string, at *schema) { declare(names, at) })
	}
	tried := 0
	s.Settle()
	s.unchanged(func() {
		for _, op := range operations(t) {
			body := schemas[op.ID]
			if body == nil {
				continue
			}
			body.objects("", func(place string, at *schema) {
				var foreign []string
				for _, name := range slices.Sorted(maps.Keys(names)) {
					if at.Properties[name] == nil {
						foreign = append(foreign, name)
					}
				}
				tried += len(foreign)
				a := who[op.Surface].Do(op.method, op.anywhere(), body.sample("", place, foreign), apitest.Key(), apitest.Version(1))
				var p httpapi.Problem
				_ = json.Unmarshal(a.Body, &p) // what is no refusal has no errors
				said := map[string]bool{}
				for _, field := range p.Errors {
					said[field.Path] = field.Code == "field_unknown"
				}
				for name := range at.Properties {
					if said[strings.TrimPrefix(place+"."+name, ".")] {
						t.Errorf("%s declares %s at %q and does not take it", op.ID, name, place)
					}
				}
				for _, name := range foreign {
					if full := strings.TrimPrefix(place+"."+name, "."); a.Status != http.StatusUnprocessableEntity || !said[full] {
						t.Errorf("%s takes %s: %d %.200s", op.ID, full, a.Status, a.Body)
						return
					}
				}
			})
		}
	})
	if tried < 5000 {
		t.Errorf("only %d fields were tried", tried)
	}
}

// declare adds the names of an object's fields.
func declare(names map[string]bool, of *schema) {
	for name := range of.Properties {
		names[name] = true
	}
}
