package stories_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"qudao/internal/app"
	"qudao/internal/httpapi"
	"qudao/internal/org"
)

// operation is what the OpenAPI document says of one operation.
type operation struct {
	ID         string          `json:"operationId"`
	Surface    httpapi.Surface `json:"x-surface"`
	Permission org.Permission  `json:"x-permission"`
	Object     httpapi.Object  `json:"x-object-scope"`
	Idempotent bool            `json:"x-idempotent"`
	Versioned  bool            `json:"x-versioned"`
	Body       *struct{}       `json:"requestBody"`

	method, path string // the path below the prefix of the surface, its parameters in braces
}

// operations are all operations of the document, in the order of their ids.
func operations(t testing.TB) []operation {
	t.Helper()
	text, err := app.Document("test")
	if err != nil {
		t.Fatal(err)
	}
	var document struct {
		Paths map[string]map[string]operation
	}
	if err := json.Unmarshal(text, &document); err != nil {
		t.Fatal(err)
	}
	var out []operation
	for path, methods := range document.Paths {
		for method, op := range methods {
			below, inside := strings.CutPrefix(path, op.Surface.Prefix())
			if op.ID == "" || op.Permission == "" || op.Object == "" || !inside || !strings.HasPrefix(op.ID, string(op.Surface)+".") {
				t.Errorf("%s %s does not say whose it is: %+v", method, path, op)
				continue
			}
			op.method, op.path = strings.ToUpper(method), below
			out = append(out, op)
		}
	}
	slices.SortFunc(out, func(a, b operation) int { return strings.Compare(a.ID, b.ID) })
	if len(out) < 80 {
		t.Fatalf("the document has only %d operations", len(out))
	}
	return out
}

// guarded reports whether only some may call the operation.
func (op operation) guarded() bool {
	return op.Permission != httpapi.Public && op.Permission != httpapi.SignedIn
}

var parameter = regexp.MustCompile(`\{[a-z_]+\}`)

// anywhere is a path of the operation that names nothing.
func (op operation) anywhere() string { return parameter.ReplaceAllString(op.path, "nothing") }

// permissions are those that operations of a surface ask for.
func permissions(list []operation, of httpapi.Surface) []org.Permission {
	var out []org.Permission
	for _, op := range list {
		if op.Surface == of && op.guarded() && !slices.Contains(out, op.Permission) {
			out = append(out, op.Permission)
		}
	}
	return out
}

// every is all permissions there are, without one.
func every(without org.Permission) (out []org.Permission) {
	for _, p := range org.All {
		if p.Code != without {
			out = append(out, p.Code)
		}
	}
	return out
}
