package pricing_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"qudao/internal/fault"
	"qudao/internal/once"
	"qudao/internal/page"
	"qudao/internal/pricing"
	"qudao/internal/qty"
)

func TestAChangeMakesTheLadderWhatItSays(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	ladder := pricing.Tiers{{Minimum: 0, Price: yuan(9)}, {Minimum: 50 * qty.One, Price: yuan(8)}, {Minimum: 100 * qty.One, Price: yuan(7)}}
	steps := []struct {
		changes []pricing.Change
		want    pricing.Changed
		rows    string
	}{
		{[]pricing.Change{{"S1", ladder}, {"S2", plain(5)}}, pricing.Changed{Changed: 2, Version: 2}, "S1@0=9 S1@50=8 S1@100=7 S2@0=5"},
		{[]pricing.Change{{"S1", ladder}, {"S2", plain(5)}}, pricing.Changed{Changed: 0, Version: 2}, "S1@0=9 S1@50=8 S1@100=7 S2@0=5"},
		{[]pricing.Change{{"S1", ladder[:2]}, {"S2", plain(5)}}, pricing.Changed{Changed: 1, Version: 3}, "S1@0=9 S1@50=8 S2@0=5"},
		{[]pricing.Change{{"S1", plain(6)}, {"S2", nil}, {"S3", nil}}, pricing.Changed{Changed: 2, Version: 4}, "S1@0=6"},
		{nil, pricing.Changed{Changed: 0, Version: 4}, "S1@0=6"},
	}
	for i, s := range steps {
		got, err := w.Change(t.Context(), clerk, "BASE", s.changes)
		if err != nil || got != s.want {
			t.Errorf("step %d: %+v %v", i, got, err)
		}
		if rows := w.rows(t, "BASE"); rows != s.rows {
			t.Errorf("step %d left %s, want %s", i, rows, s.rows)
		}
	}
	if got := value[string](t, w, `SELECT string_agg(seq || ':' || (data->>'changed'), ' ' ORDER BY seq) FROM queue.fact WHERE kind = 'price.changed' AND doc_id = 'BASE'`); got != "2:2 3:1 4:2" {
		t.Errorf("facts %s", got)
	}
	// One audit row for each row that changed, and none for the others.
	if got := value[string](t, w, `SELECT string_agg(action || ' ' || n, ', ' ORDER BY action) FROM
		(SELECT action, count(*) n FROM audit.change WHERE tbl = 'pricing.price' GROUP BY 1) a`); got != "delete 3, insert 4, update 1" {
		t.Errorf("audit rows: %s", got)
	}
}

func (w world) rows(t *testing.T, list string) string {
	t.Helper()
	return value[string](t, w, `SELECT coalesce(string_agg(format('%s@%s=%s', s.code, p.minimum / 1000, p.price / 1000000), ' ' ORDER BY s.code, p.minimum), '')
		FROM pricing.price p JOIN pricing.price_list l ON l.id = p.list_id JOIN catalog.sku s ON s.id = p.sku_id WHERE l.code = $1`, list)
}

func TestAWrongChangeNamesEveryPlaceAndChangesNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	_, err := w.Change(t.Context(), clerk, "BASE", []pricing.Change{
		{"S1", plain(9)},
		{"S9", plain(9)},
		{"S1", plain(8)},
		{"S2", pricing.Tiers{{0, yuan(9)}, {0, 0}}},
		{"S10", pricing.Tiers{{11 * qty.One, yuan(9)}}},
	})
	f, ok := fault.As(err)
	if !ok {
		t.Fatal(err)
	}
	var got []string
	for _, field := range f.Fields {
		got = append(got, field.Path+" "+field.Code)
	}
	want := []string{
		"changes[1].sku list_price_sku_unknown", "changes[2].sku list_price_sku_repeated", "changes[3].tiers[1].price list_price_not_positive",
		"changes[3].tiers[1].minimum list_price_minimum_order", "changes[4].tiers[0].minimum list_price_first_tier",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if rows := w.rows(t, "BASE"); rows != "" {
		t.Errorf("wrote %s", rows)
	}
	if _, err := w.Change(t.Context(), clerk, "NONE", nil); !fault.Is(err, fault.Missing) {
		t.Errorf("a list that is not there: %v", err)
	}
}

func TestWrongItemsOfABatchHinderNoOthers(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	w.price(t, "BASE", "S2", 5)
	w.price(t, "BASE", "S3", 5)
	w.price(t, "BASE", "S4", 5)
	got, err := w.ChangeEach(t.Context(), clerk, "BASE", []pricing.Change{
		{"S1", plain(9)}, {"S2", plain(9)}, {"S3", nil}, {"S4", plain(5)}, {"S9", plain(1)}, {"S5", pricing.Tiers{{0, 0}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := "S1 created, S2 updated, S3 removed, S4 unchanged, S9 failed sku list_price_sku_unknown, S5 failed tiers[0].price list_price_not_positive"; told(got) != want {
		t.Errorf("%s\nwant %s", told(got), want)
	}
	if rows := w.rows(t, "BASE"); rows != "S1@0=9 S2@0=9 S4@0=5" {
		t.Errorf("left %s", rows)
	}
}

func told(results []pricing.Result) string {
	var out []string
	for _, r := range results {
		text := fmt.Sprint(r.SKU, " ", r.Outcome)
		if r.Problem != nil {
			for _, f := range r.Problem.Fields {
				text += " " + f.Path + " " + f.Code
			}
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

func TestRowsOfATableMakeLadders(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	rows := []pricing.PriceIn{
		{"S1", 100 * qty.One, yuan(7)}, {"S2", 0, yuan(5)}, {"S1", 0, yuan(9)},
		{"S3", 0, yuan(4)}, {"S3", 10 * qty.One, 0}, {"S4", 0, yuan(1)}, {"S4", 0, yuan(2)}, {"", 0, yuan(1)},
	}
	want := "S1 created, S2 created, S1 created, S3 failed sku list_price_ladder_wrong, S3 failed price list_price_not_positive, " +
		"S4 failed sku list_price_ladder_wrong, S4 failed minimum list_price_minimum_order,  failed sku list_price_sku_unknown"
	checked, err := w.CheckPrices(t.Context(), clerk, "BASE", rows)
	if err != nil || strings.ReplaceAll(told(checked), "unchanged", "created") != want {
		t.Errorf("checked: %s %v", told(checked), err)
	}
	if left := w.rows(t, "BASE"); left != "" {
		t.Errorf("the check wrote %s", left)
	}
	got, err := w.ChangePrices(t.Context(), clerk, "BASE", rows)
	if err != nil || told(got) != want {
		t.Errorf("%s\nwant %s, %v", told(got), want, err)
	}
	if left := w.rows(t, "BASE"); left != "S1@0=9 S1@100=7 S2@0=5" {
		t.Errorf("left %s", left)
	}
}

func TestAnArchivedListKeepsItsPrices(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.make(t, pricing.ListInput{Code: "OLD", Kind: pricing.KindBase, State: pricing.ListArchived})
	if _, err := w.Change(t.Context(), clerk, "OLD", []pricing.Change{{"S1", plain(1)}}); !errors.Is(err, pricing.Archived) {
		t.Error(err)
	}
}

func TestARepeatedChangeHasOneEffect(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	ctx := once.With(t.Context(), once.Key{Principal: clerk.Principal(), Route: "change", Key: "k", Body: []byte("b")})
	first, err := w.Change(ctx, clerk, "BASE", []pricing.Change{{"S1", plain(9)}})
	if err != nil {
		t.Fatal(err)
	}
	w.price(t, "BASE", "S1", 8)
	again, err := w.Change(ctx, clerk, "BASE", []pricing.Change{{"S1", plain(9)}})
	if err != nil || again != first {
		t.Errorf("%+v, then %+v %v", first, again, err)
	}
	if rows := w.rows(t, "BASE"); rows != "S1@0=8" {
		t.Errorf("left %s", rows)
	}
}

func TestThePricesOfAListArePagedAndFound(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	for _, sku := range []string{"S1", "S2", "S3", "S4"} {
		w.price(t, "BASE", sku, 10)
	}
	for _, sku := range []string{"S1", "S2", "S4", "S5"} {
		w.price(t, "GOLD", sku, 8)
	}
	shown := func(f pricing.PricesFilter) (out []string) {
		for {
			got, err := w.Prices(t.Context(), clerk, "GOLD", f)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range got.Items {
				base := "-"
				if r.Base != nil {
					base = r.Base.String()
				}
				out = append(out, fmt.Sprint(r.SKU, " ", r.Tiers[0].Price, " ", base))
			}
			if f.Cursor = got.Next; f.Cursor == "" {
				return out
			}
		}
	}
	if got := shown(pricing.PricesFilter{Request: page.Request{Limit: 2}}); !slices.Equal(got, []string{"S1 8.00 10.00", "S2 8.00 10.00", "S4 8.00 10.00", "S5 8.00 -"}) {
		t.Errorf("%q", got)
	}
	if got := shown(pricing.PricesFilter{Text: "双开 s4"}); !slices.Equal(got, []string{"S4 8.00 10.00"}) {
		t.Errorf("%q", got)
	}
	if got := shown(pricing.PricesFilter{Text: "yz-1"}); !slices.Equal(got, []string{"S1 8.00 10.00"}) {
		t.Errorf("%q", got)
	}
	if _, err := w.Prices(t.Context(), clerk, "NONE", pricing.PricesFilter{}); !fault.Is(err, fault.Missing) {
		t.Error(err)
	}
}

func TestTwentyThousandRowsInOneChange(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	w.sql(t, `INSERT INTO catalog.sku (product_id, code, name, unit, tax_rate) SELECT 1, 'M' || n, 'M' || n, '只', 1300 FROM generate_series(1, 10000) n`)
	var rows []pricing.PriceIn
	for i := range 10_000 {
		sku := fmt.Sprintf("M%d", i+1)
		rows = append(rows, pricing.PriceIn{SKU: sku, Price: yuan(9)}, pricing.PriceIn{SKU: sku, Minimum: 10 * qty.One, Price: yuan(8)})
	}
	for _, what := range []pricing.Outcome{pricing.Created, pricing.Unchanged, pricing.Updated} {
		if what == pricing.Updated {
			for i := range rows {
				rows[i].Price++
			}
		}
		got, err := w.ChangePrices(t.Context(), clerk, "BASE", rows)
		if err != nil {
			t.Fatal(err)
		}
		if len(got) != len(rows) || got[0].Outcome != what || got[19_999].Outcome != what {
			t.Errorf("%s: %d results, the first %s", what, len(got), got[0].Outcome)
		}
	}
	if n := value[int](t, w, `SELECT version FROM pricing.price_list WHERE code = 'BASE'`); n != 3 {
		t.Errorf("version %d", n)
	}
}
