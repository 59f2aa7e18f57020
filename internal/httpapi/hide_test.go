package httpapi

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"qudao/internal/id"
	"qudao/internal/money"
	"qudao/internal/pricing"
	"qudao/internal/qty"
)

type within struct {
	Total money.Amount `json:"total"`
	Name  string       `json:"name"`
}

type answerOfAll struct {
	within
	Head     within            `json:"head"`
	Some     []within          `json:"some"`
	Price    *money.Price      `json:"price,omitempty"`
	Tiers    []pricing.Tier    `json:"tiers"`
	Trace    *pricing.Trace    `json:"trace,omitempty"`
	Facts    map[string]any    `json:"facts"`
	Sums     map[string]within `json:"sums"`
	Quantity qty.Quantity      `json:"quantity"`
	ID       id.ID             `json:"id"`
	At       time.Time         `json:"at"`
	Raw      json.RawMessage   `json:"raw"`
	Hidden   string            `json:"-"`
	Empty    string            `json:"empty,omitempty"`
	None     *within           `json:"none,omitempty"`
}

func TestNothingPricedIsLeftInAnAnswer(t *testing.T) {
	t.Parallel()
	price := money.Price(777_000_000)
	w := within{77700, "x"}
	v := answerOfAll{within: w, Head: w, Some: []within{w, w}, Price: &price, Tiers: []pricing.Tier{{Price: price}}, Trace: &pricing.Trace{},
		Facts: map[string]any{"total": money.Amount(77700), "left": 3, "of": []any{money.Amount(77700)}}, Sums: map[string]within{"a": w}, Quantity: 2 * qty.One,
		ID: id.New(), At: time.Unix(0, 0).UTC(), Raw: json.RawMessage(`{"a":1}`), Hidden: "no"}
	plain, _ := unpriced(reflect.ValueOf(&v))
	text, err := json.Marshal(plain)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(text), "777") || strings.Contains(string(text), "total") || strings.Contains(string(text), "trace") {
		t.Errorf("it still says %s", text)
	}
	var left map[string]any
	if err := json.Unmarshal(text, &left); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"name", "head", "some", "tiers", "facts", "sums", "quantity", "id", "at", "raw"} {
		if _, there := left[name]; !there {
			t.Errorf("%s has gone: %s", name, text)
		}
	}
	if left["quantity"] != 2.0 || left["at"] != "1970-01-01T00:00:00Z" || len(left["some"].([]any)) != 2 || left["name"] != "x" {
		t.Errorf("it became %s", text)
	}
	for _, name := range []string{"Hidden", "empty", "none", "price"} {
		if _, there := left[name]; there {
			t.Errorf("%s is there: %s", name, text)
		}
	}
}
