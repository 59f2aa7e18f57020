package money_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/jackc/pgx/v5/pgtype"
	"pgregory.net/rapid"

	"qudao/internal/money"
)

type line struct {
	Amount money.Amount `json:"amount"`
	Price  money.Price  `json:"price"`
	Rate   money.Rate   `json:"rate"`
}

// What the OpenAPI document admits is what the types decode: a wrong value is found by the schema,
// which names its field, and never only afterwards.
func TestTheSchemaAdmitsWhatIsRead(t *testing.T) {
	t.Parallel()
	registry := huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer)
	schema := huma.SchemaFromType(registry, reflect.TypeFor[line]())
	rapid.Check(t, func(t *rapid.T) {
		numeral := rapid.OneOf(
			rapid.StringMatching(`-?[0-9]{0,15}(\.[0-9]{0,8})?`),
			rapid.StringMatching(`-?[1-9][0-9]{10,13}\.[0-9]{2}`), // about the bounds
		)
		body, err := json.Marshal(map[string]any{
			"amount": numeral.Draw(t, "amount"), "price": numeral.Draw(t, "price"),
			"rate": rapid.IntRange(-2, 10_002).Draw(t, "rate"),
		})
		if err != nil {
			t.Fatal(err)
		}
		var parsed any
		if err := json.Unmarshal(body, &parsed); err != nil {
			t.Fatal(err)
		}
		var result huma.ValidateResult
		huma.Validate(registry, schema, huma.NewPathBuffer(nil, 0), huma.ModeWriteToServer, parsed, &result)
		var got line
		err = json.Unmarshal(body, &got)
		if (len(result.Errors) == 0) != (err == nil) {
			t.Fatalf("%s: schema says %v, decoder says %v", body, result.Errors, err)
		}
	})
}

func TestTheSchemaNamesTheField(t *testing.T) {
	t.Parallel()
	registry := huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer)
	schema := huma.SchemaFromType(registry, reflect.TypeFor[line]())
	var result huma.ValidateResult
	body := map[string]any{"amount": 12.5, "price": "1.", "rate": 13.5}
	huma.Validate(registry, schema, huma.NewPathBuffer(nil, 0), huma.ModeWriteToServer, body, &result)
	text := ""
	for _, err := range result.Errors {
		text += err.Error() + "\n"
	}
	for _, field := range []string{"amount", "price", "rate"} {
		if !strings.Contains(text, field) {
			t.Errorf("%s is not named in:\n%s", field, text)
		}
	}
}

// The driver must store the integers, not the text that String gives.
func TestTheDriverStoresIntegers(t *testing.T) {
	t.Parallel()
	types := pgtype.NewMap()
	for _, format := range []int16{pgtype.BinaryFormatCode, pgtype.TextFormatCode} {
		stored, err := types.Encode(pgtype.Int8OID, format, money.Amount(-1250), nil)
		if err != nil {
			t.Fatal(err)
		}
		var plain int64
		var amount money.Amount
		if err := types.Scan(pgtype.Int8OID, format, stored, &plain); err != nil || plain != -1250 {
			t.Errorf("format %d: stored %d, %v", format, plain, err)
		}
		if err := types.Scan(pgtype.Int8OID, format, stored, &amount); err != nil || amount != -1250 {
			t.Errorf("format %d: read %v, %v", format, amount, err)
		}
		var absent *money.Price
		if err := types.Scan(pgtype.Int8OID, format, nil, &absent); err != nil || absent != nil {
			t.Errorf("format %d: null read as %v, %v", format, absent, err)
		}
		if _, err := types.Encode(pgtype.Int8ArrayOID, format, []money.Amount{1, 2}, nil); err != nil {
			t.Errorf("format %d: array: %v", format, err)
		}
		if _, err := types.Encode(pgtype.Int4OID, format, money.Rate(1300), nil); err != nil {
			t.Errorf("format %d: rate: %v", format, err)
		}
	}
}
