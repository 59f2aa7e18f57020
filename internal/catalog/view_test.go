package catalog_test

import (
	"fmt"
	"slices"
	"testing"

	"qudao/internal/catalog"
	"qudao/internal/once"
	"qudao/internal/page"
)

func TestAViewShowsWhatItsTemplateNames(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	in := lightSwitch("QP-1", "EAST")
	in.SKUs[0], in.SKUs[1] = in.SKUs[1], in.SKUs[0]
	in.SKUs = append(in.SKUs, catalog.SKUIn{Code: "QP-1-X", Spec: map[string]string{"color": "深空灰"}, TaxRate: rate(1300), State: catalog.SKUArchived})
	w.put(catalog.Created, in)
	v, err := w.View(t.Context(), w.a, "QP-1")
	if err != nil {
		t.Fatal(err)
	}
	if len(v.Path) != 3 || v.Path[2].Name != "单开开关" || v.Series.Name != "和光" || len(v.Items) != 2 || v.Divisions[0].Code != "CIVIL" {
		t.Errorf("view %+v", v)
	}
	if len(v.Attributes) != 2 || v.Attributes[1] != (catalog.AttributeValue{Code: "rated_current", Name: "额定电流", Value: "10", Unit: "A"}) {
		t.Errorf("attributes %+v", v.Attributes)
	}
	if len(v.Axes) != 1 || !slices.Equal(v.Axes[0].Values, []string{"雅白", "香槟金"}) {
		t.Errorf("axes %+v: in the order of the template, of what is sold", v.Axes)
	}
	cards, err := w.Cards(t.Context(), w.a, []int32{v.ID})
	if err != nil || cards[v.ID].SKUCount != 2 {
		t.Errorf("cards %+v %v", cards, err)
	}
}

func TestPartNumbersAreRecognised(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	twin := lightSwitch("QP-2", "EAST")
	twin.SKUs[0].Model = "HG-K1-QP-1W" // the same model again
	w.put(catalog.Created, lightSwitch("QP-1", "EAST"), twin)
	parts, err := w.Parts(t.Context(), w.a, []string{"qp-1-w", " 1QP-1 ", "69QP-11", "hg-k1-qp-1g", "ＱＰ－１－Ｗ", "HG-K1-QP-1W", "QP-1-Q", "", "完全无关"})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"QP-1-W", "QP-1-W", "QP-1-W", "QP-1-G", "QP-1-W"} {
		if parts[i].Item == nil || parts[i].Item.Code != want {
			t.Errorf("%q: %+v, want %s", parts[i].Input, parts[i], want)
		}
	}
	wants(t, parts[5].Problem, catalog.PartAmbiguous)
	if len(parts[5].Suggestions) != 2 {
		t.Errorf("ambiguous: %v", parts[5].Suggestions)
	}
	wants(t, parts[6].Problem, catalog.PartUnknown)
	if len(parts[6].Suggestions) == 0 || parts[6].Suggestions[0].Code[:5] != "QP-1-" {
		t.Errorf("suggestions: %v", parts[6].Suggestions)
	}
	for _, p := range parts[7:] {
		wants(t, p.Problem, catalog.PartUnknown)
		if len(p.Suggestions) != 0 {
			t.Errorf("%q suggests %v", p.Input, p.Suggestions)
		}
	}
	_, err = w.Parts(t.Context(), w.a, make([]string, 1001))
	wants(t, err, catalog.TooMany)
}

func TestTheOfficeSeesEveryState(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for i := range 5 {
		in := lightSwitch(fmt.Sprintf("QP-%d", i), "WEST")
		if i%2 == 0 {
			in.State = catalog.StateDraft
		}
		w.put(catalog.Created, in)
	}
	var got []string
	f := catalog.Filter{Request: page.Request{Limit: 2}}
	for {
		rows, err := w.List(t.Context(), w.staff, f)
		if err != nil || rows.Count != 5 {
			t.Fatal(rows, err)
		}
		for _, r := range rows.Items {
			got = append(got, r.Code)
		}
		if f.Cursor = rows.Next; f.Cursor == "" {
			break
		}
	}
	if !slices.Equal(got, []string{"QP-4", "QP-3", "QP-2", "QP-1", "QP-0"}) {
		t.Errorf("list %v", got)
	}
	for _, f := range []catalog.Filter{{Text: "qp-3-w"}, {State: catalog.StateDraft}, {Category: "101-HG", State: catalog.StatePublished}} {
		rows, err := w.List(t.Context(), w.staff, f)
		if want := map[bool]int{true: 1, false: len(rows.Items)}[f.Text != ""]; err != nil || rows.Count != want || rows.Count == 0 || rows.Count == 5 {
			t.Errorf("%+v: %d %v", f, rows.Count, err)
		}
	}
	many, err := w.GetMany(t.Context(), w.staff, "QP-1", 2)
	if err != nil || len(many) != 2 || many[0].Code != "QP-2" || len(many[0].SKUs) != 2 || many[0].Allow[0] != "WEST" {
		t.Errorf("many %+v %v", many, err)
	}
}

func TestCreatingTwiceWithOneKeyCreatesOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := once.With(t.Context(), once.Key{Principal: w.staff.Principal(), Route: "create", Key: "k", Body: []byte("b")})
	first, err := w.Create(ctx, w.staff, lightSwitch("QP-1", "EAST"))
	if err != nil {
		t.Fatal(err)
	}
	second, err := w.Create(ctx, w.staff, lightSwitch("QP-1", "EAST"))
	if err != nil || second.Code != first.Code || second.Version != 1 || len(second.SKUs) != 2 {
		t.Errorf("second %+v %v", second, err)
	}
}
