package catalog_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"testing"
	"time"

	"qudao/internal/catalog"
	"qudao/internal/pg"
)

func TestUpsertSaidAgainChangesNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	in := []catalog.ProductIn{lightSwitch("QP-1", "EAST"), lightSwitch("QP-2", "WEST")}
	w.put(catalog.Created, in...)
	before, err := w.Get(ctx, w.staff, "QP-1")
	if err != nil {
		t.Fatal(err)
	}
	w.put(catalog.Unchanged, in...)
	after, err := w.Get(ctx, w.staff, "QP-1")
	if err != nil || !reflect.DeepEqual(before, after) {
		t.Errorf("changed:\n%+v\n%+v %v", before, after, err)
	}
	// What is left out stays.
	w.put(catalog.Updated, catalog.ProductIn{Code: "QP-1", Name: "新名字", SKUs: []catalog.SKUIn{{Code: "QP-1-W", Model: "NEW"}}})
	after, err = w.Get(ctx, w.staff, "QP-1")
	if err != nil {
		t.Fatal(err)
	}
	if after.Version != 2 || after.Name != "新名字" || after.Series == nil || after.Attributes["gang"] != "单开" || len(after.Allow) != 1 ||
		after.SKUs[0].Model != "NEW" || after.SKUs[0].OrderCode != "1QP-1" || len(after.SKUs) != 2 || after.SKUs[1].State != catalog.SKUActive ||
		after.SKUs[1].Version != 2 {
		t.Errorf("merged into %+v", after)
	}
	facts := w.facts("QP-1")
	if len(facts) != 2 || len(facts[1].SKUs) != 2 {
		t.Errorf("facts %+v", facts)
	}
}

func (w *world) facts(code string) (out []catalog.Changed) {
	w.t.Helper()
	err := w.db.Read(w.t.Context(), pg.Scope{All: true}, func(tx *pg.Tx) error {
		list, err := pg.Column[json.RawMessage](w.t.Context(), tx, `SELECT data FROM queue.fact WHERE doc_kind = 'product' AND doc_id = $1 ORDER BY seq`, code)
		for _, data := range list {
			var c catalog.Changed
			if err := json.Unmarshal(data, &c); err != nil {
				return err
			}
			out = append(out, c)
		}
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return out
}

func TestOneThatFailsHindersNoOther(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	w.put(catalog.Created, lightSwitch("QP-1", "EAST"))
	stolen, incomplete, again := lightSwitch("QP-2", "EAST"), lightSwitch("QP-3", "EAST"), lightSwitch("QP-5", "EAST")
	stolen.SKUs[0].Code = "QP-1-W"
	incomplete.Unit = ""
	in := []catalog.ProductIn{lightSwitch("QP-4", "EAST"), stolen, incomplete, {Code: ""}, again, again}
	want := []catalog.Outcome{catalog.Created, catalog.Failed, catalog.Failed, catalog.Failed, catalog.Created, catalog.Failed}
	for _, run := range []string{"check", "upsert"} {
		do := w.Check
		if run == "upsert" {
			do = w.Upsert
		}
		got, err := do(ctx, w.staff, in)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range got {
			if r.Outcome != want[i] || (r.Problem != nil) != (want[i] == catalog.Failed) {
				t.Errorf("%s %d: %s %v, want %s", run, i, r.Outcome, r.Problem, want[i])
			}
		}
	}
	if n := w.search(w.a, catalog.Query{}).Count; n != 3 {
		t.Errorf("%d products, want QP-1, QP-4, QP-5", n)
	}
}

func TestTwentyThousandRowsAreASmallImport(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var in []catalog.ProductIn
	for i := range 2500 {
		p := lightSwitch(fmt.Sprintf("QP-%05d", i), "EAST")
		p.SKUs = nil
		for j := range 8 {
			code := fmt.Sprintf("QM-%05d-%d", i, j)
			p.SKUs = append(p.SKUs, catalog.SKUIn{Code: code, OrderCode: "O" + code, Model: "M" + code, Barcode: "B" + code, TaxRate: rate(1300),
				Name: fmt.Sprintf("和光单开单控开关 %d型 雅白", j)})
		}
		in = append(in, p)
	}
	start := time.Now()
	w.put(catalog.Created, in...)
	t.Logf("20,000 SKUs created in %s", time.Since(start))
	start = time.Now()
	w.put(catalog.Unchanged, in...)
	t.Logf("and found unchanged in %s", time.Since(start))
	start = time.Now()
	found := w.search(w.a, catalog.Query{Text: "开关 kaiguan"})
	t.Logf("searched in %s", time.Since(start))
	if found.Count != len(in) {
		t.Errorf("%d found", found.Count)
	}
}
