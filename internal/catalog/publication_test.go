package catalog_test

import (
	"slices"
	"testing"

	"qudao/internal/catalog"
	"qudao/internal/fault"
	"qudao/internal/org"
)

// What is only for B does not exist for A, on any way in.
func TestWhatIsNotPublishedToADealerDoesNotExist(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	forB := lightSwitch("QP-200", "WEST")
	forB.Name, forB.Attributes["gang"], forB.Category, forB.Series = "秘密双开开关", "双开", "111", "111-HG"
	denied := lightSwitch("QP-300", "EAST", "WEST")
	denied.Deny = []string{"EAST"}
	draft := lightSwitch("QP-400", "EAST")
	draft.State = catalog.StateDraft
	w.put(catalog.Created, lightSwitch("QP-100", "EAST"), forB, denied, draft)

	found := w.search(w.a, catalog.Query{})
	if got := codes(found.Items); !slices.Equal(got, []string{"QP-100"}) || found.Count != 1 {
		t.Errorf("list %v, count %d", got, found.Count)
	}
	for _, f := range found.Facets {
		for _, v := range f.Values {
			if v.Count != 1 || v.Value == "双开" {
				t.Errorf("facet %s counts %v", f.Code, v)
			}
		}
	}
	for _, c := range found.Categories {
		if c.Count != 1 || c.Code == "111" {
			t.Errorf("category %v", c)
		}
	}
	for _, q := range []catalog.Query{{Text: "秘密"}, {Text: "QP-200"}, {Text: "miyao"}, {Category: "111"}, {Category: "111-HG"},
		{Facets: map[string][]string{"gang": {"双开"}}}, {Text: "QP-300"}, {Text: "QP-400"}} {
		if f := w.search(w.a, q); f.Count != 0 || len(f.Items) != 0 {
			t.Errorf("%+v found %v", q, codes(f.Items))
		}
	}
	for _, code := range []string{"QP-200", "QP-300", "QP-400", "QP-999"} {
		_, err := w.View(ctx, w.a, code)
		wants(t, err, fault.NotFound)
	}
	parts, err := w.Parts(ctx, w.a, []string{"QP-200-W", "1QP-200", "HG-K1-QP-200W", "69QP-2001", "QP-300-W", "QP-200-X", "秘密双开开关"})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		wants(t, p.Problem, catalog.PartUnknown)
		for _, s := range p.Suggestions {
			if s.Code != "QP-100-W" && s.Code != "QP-100-G" {
				t.Errorf("%s suggests %v", p.Input, s)
			}
		}
	}
	all, err := w.Categories(ctx, w.a)
	if err != nil || slices.ContainsFunc(all, func(c catalog.CategoryCount) bool { return c.Code == "111" || c.Count != 1 }) {
		t.Errorf("categories %v %v", all, err)
	}
	matches, err := w.Matches(ctx, w.a, catalog.Query{})
	if err != nil || len(matches) != 1 {
		t.Errorf("matches %v %v", matches, err)
	}
	if found := w.search(w.b, catalog.Query{}); found.Count != 2 {
		t.Errorf("B sees %d, want QP-200 and QP-300", found.Count)
	}
	if found := w.search(w.dealer(), catalog.Query{}); found.Count != 0 {
		t.Errorf("a dealer in no audience sees %d", found.Count)
	}
}

func TestADealerIsNotOfTheOffice(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.put(catalog.Created, lightSwitch("QP-100", "WEST"))
	_, err := w.Get(t.Context(), w.a, "QP-100")
	wants(t, err, org.Forbidden)
	_, err = w.List(t.Context(), w.a, catalog.Filter{})
	wants(t, err, org.Forbidden)
	_, err = w.Upsert(t.Context(), org.Actor{Kind: org.Staff, Permissions: org.Of(org.ProductRead)}, nil)
	wants(t, err, org.Forbidden)
}

func TestAnItemKnowsForWhomItIs(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	in := lightSwitch("QP-100", "EAST", "WEST")
	in.Deny = []string{"GOLD"}
	w.put(catalog.Created, in)
	items, err := w.Items(t.Context(), []string{"QP-100-W", "QP-100-G", "no", "\x00", "\xff"})
	if err != nil || len(items) != 2 {
		t.Fatal(items, err)
	}
	item := items["QP-100-W"]
	if !item.VisibleTo(w.a.Audiences, nil) || item.VisibleTo(w.dealer("EAST", "GOLD").Audiences, nil) || item.VisibleTo(nil, nil) {
		t.Errorf("visibility of %+v", item)
	}
	if item.TaxRate != 1300 || item.Unit != "只" || item.Name != "单开单控开关 雅白" || len(item.CategoryPath) != 4 {
		t.Errorf("item %+v", item)
	}
	// The product's change steps the SKU's version, and what this server keeps is forgotten.
	product, err := w.Get(t.Context(), w.staff, "QP-100")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Archive(t.Context(), w.staff, "QP-100", product.Version); err != nil {
		t.Fatal(err)
	}
	byID, err := w.ItemsByID(t.Context(), []int32{item.ID})
	if err != nil {
		t.Fatal(err)
	}
	if now := byID[item.ID]; now.Live || now.Version != item.Version+1 {
		t.Errorf("after archiving: %+v", now)
	}
}
