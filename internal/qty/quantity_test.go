package qty_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"reflect"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/jackc/pgx/v5/pgtype"
	"pgregory.net/rapid"

	"qudao/internal/fault"
	"qudao/internal/money"
	"qudao/internal/qty"
)

func TestAQuantityIsReadAsItIsWritten(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]struct {
		thousandths int64
		canonical   string
	}{
		"12":             {12_000, "12"},
		"1.5":            {1_500, "1.5"},
		"1.500":          {1_500, "1.5"},
		"0.001":          {1, "0.001"},
		"-0":             {0, "0"},
		"-2.25":          {-2_250, "-2.25"},
		"100":            {100_000, "100"},
		"1000000000000":  {int64(qty.Max), "1000000000000"},
		"-1000000000000": {-int64(qty.Max), "-1000000000000"},
	} {
		var fromJSON qty.Quantity
		errJSON := json.Unmarshal([]byte(text), &fromJSON)
		got, err := qty.Parse(text)
		if err != nil || errJSON != nil || int64(got) != want.thousandths || fromJSON != got {
			t.Errorf("%s is %d, %v, in JSON %d, %v; want %d", text, int64(got), err, int64(fromJSON), errJSON, want.thousandths)
		}
		if out, _ := json.Marshal(got); got.String() != want.canonical || string(out) != want.canonical {
			t.Errorf("%s is written %v and %s", text, got, out)
		}
	}
}

func TestAWrongQuantityIsRefused(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]error{
		"": qty.ErrInvalid, "null": qty.ErrInvalid, `"12"`: qty.ErrInvalid, "true": qty.ErrInvalid,
		"1e3": qty.ErrInvalid, "1E+3": qty.ErrInvalid, "+1": qty.ErrInvalid, "01": qty.ErrInvalid,
		"1.": qty.ErrInvalid, ".1": qty.ErrInvalid, "1,5": qty.ErrInvalid, "１": qty.ErrInvalid,
		"1.2345": qty.ErrTooPrecise, "1.0000": qty.ErrTooPrecise,
		"1000000000000.001": qty.ErrOutOfRange, "-1000000000001": qty.ErrOutOfRange,
		"999999999999999999999999": qty.ErrOutOfRange,
	} {
		if got, err := qty.Parse(text); !errors.Is(err, want) || got != 0 {
			t.Errorf("%q gives %v, %v; want %v", text, got, err, want)
		}
		var line struct{ Quantity qty.Quantity }
		err := json.Unmarshal([]byte(`{"Quantity":`+text+`}`), &line)
		if err == nil || json.Valid([]byte(text)) && !errors.Is(err, want) {
			t.Errorf("%q in JSON gives %v; want %v", text, err, want)
		}
	}
}

func TestAQuantitySurvivesItsText(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := qty.Quantity(rapid.Int64Range(-int64(qty.Max), int64(qty.Max)).Draw(t, "thousandths"))
		if got, err := qty.Parse(want.String()); err != nil || got != want {
			t.Fatalf("%v came back as %v, %v", want, got, err)
		}
		text, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got qty.Quantity
		if err := json.Unmarshal(text, &got); err != nil || got != want {
			t.Fatalf("%s came back as %v, %v", text, got, err)
		}
		// A browser reads the number as floating point and writes it again.
		var browser float64
		if err := json.Unmarshal(text, &browser); err != nil {
			t.Fatal(err)
		}
		if again := new(big.Float).SetFloat64(browser).Text('f', 3); parsed(t, again) != want {
			t.Fatalf("a browser makes %s of %s", again, text)
		}
	})
}

func parsed(t *rapid.T, text string) qty.Quantity {
	q, err := qty.Parse(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return q
}

func TestAQuantityAtItsPrice(t *testing.T) {
	t.Parallel()
	if got, err := qty.Quantity(2_500).At(12_345_600); err != nil || got != 3086 {
		t.Errorf("2.5 at 12.3456 is %v, %v", got, err)
	}
	if _, err := qty.Max.At(money.MaxPrice); !errors.Is(err, money.ErrAmountTooLarge) {
		t.Errorf("the largest gives %v", err)
	}
}

func TestTheSchemaBoundsAQuantity(t *testing.T) {
	t.Parallel()
	registry := huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer)
	schema := huma.SchemaFromType(registry, reflect.TypeFor[qty.Quantity]())
	for value, want := range map[any]bool{1.234: true, 0.003: true, -1e12: true, 1e12: true, 2e12: false, "1": false} {
		var result huma.ValidateResult
		huma.Validate(registry, schema, huma.NewPathBuffer(nil, 0), huma.ModeWriteToServer, value, &result)
		if (len(result.Errors) == 0) != want {
			t.Errorf("%v: %v", value, result.Errors)
		}
	}
}

func TestTheDriverStoresThousandths(t *testing.T) {
	t.Parallel()
	types := pgtype.NewMap()
	stored, err := types.Encode(pgtype.Int8OID, pgtype.TextFormatCode, qty.Quantity(1500), nil)
	if err != nil || string(stored) != "1500" {
		t.Fatalf("stored %q, %v", stored, err)
	}
	var got qty.Quantity
	if err := types.Scan(pgtype.Int8OID, pgtype.TextFormatCode, stored, &got); err != nil || got != 1500 {
		t.Fatalf("read %v, %v", got, err)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"0", "1.5", "-0.001", "1000000000000", "1000000000000.001", "1e3", "1.0000", "0x10", "1_0", "\xff", "null", `"1"`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := qty.Parse(text)
		var fromJSON qty.Quantity
		errJSON := fromJSON.UnmarshalJSON([]byte(text))
		if (err == nil) != (errJSON == nil) || got != fromJSON {
			t.Fatalf("%q is %v, %v, in JSON %v, %v", text, got, err, fromJSON, errJSON)
		}
		if err != nil {
			if _, ok := fault.As(err); !ok {
				t.Fatalf("%q gives %v, which is no fault", text, err)
			}
			return
		}
		if exact, ok := new(big.Rat).SetString(text); !ok || exact.Cmp(big.NewRat(int64(got), 1000)) != 0 {
			t.Fatalf("%q was read as %v", text, got)
		}
	})
}
