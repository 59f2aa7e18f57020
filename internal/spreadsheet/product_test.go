package spreadsheet_test

import (
	"slices"
	"testing"

	"qudao/internal/catalog"
	"qudao/internal/money"
	"qudao/internal/qty"
	"qudao/internal/spreadsheet"
)

var productHead = []any{"产品编码", "产品名称", "三级分类编码", "系列编码", "属性模板", "单位", "物料编码", "税率 %", "起订量", "倍数", "交期天数", "包装",
	"可见客群", "状态", "属性：ra", "规格:power", "备注"}

func lamp(product, sku string, power any) []any {
	return []any{product, "平板灯", "LT-PNL", "LT-PNL-A", "lamp", "只", sku, 13, 10, 5, 3, "箱=20;托=400", nil, "已发布", 90, power, "内部用"}
}

func TestRowsOfOneCodeAreOneProduct(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	second := []any{"P-1", nil, nil, nil, nil, nil, "P-1-48", "13%", nil, nil, nil, nil, nil, nil, nil, 48}
	run := w.take(spreadsheet.Products, spreadsheet.Params{}, book(t, productHead, lamp("P-1", "P-1-36", 36), lamp("P-2", "P-2-36", 36), second))
	w.counts(run, 3, 0)
	p, err := w.goods.Get(t.Context(), w.staff, "P-1")
	if err != nil {
		t.Fatal(err)
	}
	if p.Name != "平板灯" || p.Category.Code != "LT-PNL" || p.Series.Code != "LT-PNL-A" || p.Template.Code != "lamp" || p.State != catalog.StatePublished ||
		p.Attributes["ra"] != "90" || !slices.Equal(p.Allow, []string{"ALL"}) || len(p.SKUs) != 2 {
		t.Fatalf("product %+v", p)
	}
	one, two := p.SKUs[0], p.SKUs[1]
	if one.Code != "P-1-36" || one.Spec["power"] != "36" || *one.TaxRate != money.Rate(1300) || one.Minimum != 10*qty.One || one.Multiple != 5*qty.One ||
		one.LeadDays != 3 || len(one.Packs) != 2 || one.Packs[1] != (catalog.Pack{Unit: "托", Factor: 400 * qty.One}) {
		t.Errorf("first SKU %+v", one)
	}
	if two.Code != "P-1-48" || two.Spec["power"] != "48" || *two.TaxRate != money.Rate(1300) {
		t.Errorf("second SKU %+v", two)
	}
}

func TestAWrongRowLeavesOutItsProductOnly(t *testing.T) {
	t.Parallel()
	edit := func(row []any, at int, value any) []any {
		row = slices.Clone(row)
		row[at] = value
		return row
	}
	good, bad := lamp("P-2", "P-2-36", 36), lamp("P-1", "P-1-36", 36)
	for _, c := range []struct {
		name string
		rows [][]any
		code string
	}{
		{"a formula", [][]any{edit(bad, 1, formula(`"灯"&"具"`))}, "cell_formula"},
		{"no name", [][]any{edit(bad, 1, nil)}, "cell_missing"},
		{"no SKU", [][]any{edit(bad, 6, nil)}, "cell_missing"},
		{"tax as Excel stores per cent", [][]any{edit(bad, 7, 0.13)}, "cell_rate_invalid"},
		{"tax of more than all", [][]any{edit(bad, 7, 113)}, "cell_rate_invalid"},
		{"a minimum in words", [][]any{edit(bad, 8, "十")}, "cell_not_number"},
		{"half a day", [][]any{edit(bad, 10, 1.5)}, "cell_too_precise"},
		{"packs in another form", [][]any{edit(bad, 11, "20只/箱")}, "cell_packs_invalid"},
		{"an unknown state", [][]any{edit(bad, 13, "在路上")}, "cell_state_unknown"},
		{"an unknown category", [][]any{edit(bad, 2, "NONE")}, "category_unknown"},
		{"an unknown audience", [][]any{edit(bad, 12, "NOBODY")}, "audience_unknown_here"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			run := w.take(spreadsheet.Products, spreadsheet.Params{}, book(t, slices.Concat([][]any{productHead, good}, c.rows)...))
			w.counts(run, 1, len(c.rows), c.code+"×1")
			if n := value[int64](w, `SELECT count(*) FROM catalog.product`); n != 1 {
				t.Errorf("%d products", n)
			}
		})
	}
}

func TestRowsOfAProductMustAgree(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	other := lamp("P-1", "P-1-48", 48)
	other[1] = "吸顶灯"
	repeated := lamp("P-3", "P-2-36", 36)
	run := w.take(spreadsheet.Products, spreadsheet.Params{}, book(t, productHead,
		lamp("P-1", "P-1-36", 36), other, lamp("P-2", "P-2-36", 36), repeated, lamp("P-4", "P-4-36", 36)))
	w.counts(run, 1, 4, "row_product_differs×1", "row_product_failed×1", "row_repeated×2")
}

func TestExportedProductsComeBackAsTheyWere(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	hidden := lamp("P-2", "P-2-36", 36)
	hidden[12], hidden[13] = "EAST,ALL", "草稿"
	w.counts(w.take(spreadsheet.Products, spreadsheet.Params{}, book(t, productHead, lamp("P-1", "P-1-36", 36), lamp("P-1", "P-1-48", 48.5), hidden)), 3, 0)
	const state = `SELECT string_agg(concat_ws(' ', to_jsonb(p) - '{id,updated_at,created_at,published_at,version}'::text[], to_jsonb(s) - '{id,product_id,version}'::text[]), ';' ORDER BY s.code)
		FROM catalog.product p JOIN catalog.sku s ON s.product_id = p.id`
	before, versions := value[string](w, state), value[int64](w, `SELECT sum(version) FROM catalog.product`)
	file := w.give(w.staff, spreadsheet.Products, spreadsheet.Filter{})
	w.counts(w.take(spreadsheet.Products, spreadsheet.Params{}, file), 3, 0)
	if got := value[string](w, state); got != before {
		t.Errorf("came back as\n%s\nnot\n%s", got, before)
	}
	if got := value[int64](w, `SELECT sum(version) FROM catalog.product`); got != versions {
		t.Errorf("saying the same again stepped versions from %d to %d", versions, got)
	}
	// And into an installation that has none of it.
	empty := newWorld(t)
	empty.counts(empty.take(spreadsheet.Products, spreadsheet.Params{}, file), 3, 0)
	if got := value[string](empty, state); got != before {
		t.Errorf("came into an empty one as\n%s\nnot\n%s", got, before)
	}
}
