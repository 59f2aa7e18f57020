package catalog_test

import (
	"errors"
	"slices"
	"testing"

	"qudao/internal/catalog"
	"qudao/internal/fault"
	"qudao/internal/org"
)

// pooled is the dealer a with a pool of these codes.
func (w *world) pooled(categories, products []string) org.Actor {
	w.t.Helper()
	pool, err := w.Pool(w.t.Context(), w.a, categories, products)
	if err != nil {
		w.t.Fatal(err)
	}
	who := w.a
	who.Limits = &org.Limits{Pool: pool}
	return who
}

func TestWhatIsOutsideThePoolIsNotThere(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	socket := lightSwitch("C", "EAST")
	socket.Category, socket.Series = "111", "和光"
	w.put(catalog.Created, lightSwitch("A", "EAST"), lightSwitch("B", "EAST"), socket)
	for name, c := range map[string]struct {
		categories, products, there []string
	}{
		"a category":           {[]string{"10"}, nil, []string{"A", "B"}},
		"a product":            {nil, []string{"B"}, []string{"B"}},
		"both":                 {[]string{"11"}, []string{"A"}, []string{"A", "C"}},
		"all":                  {[]string{"1"}, nil, []string{"A", "B", "C"}},
		"a category of a kind": {[]string{"111-HG"}, nil, []string{"C"}},
	} {
		who := w.pooled(c.categories, c.products)
		found := w.search(who, catalog.Query{Sort: catalog.SortName})
		got := codes(found.Items)
		slices.Sort(got)
		if !slices.Equal(got, c.there) || found.Count != len(c.there) {
			t.Errorf("%s: %v, %d", name, got, found.Count)
		}
		w.alike(t, w.indexed(), who, catalog.Query{})
		w.alike(t, w.indexed(), who, catalog.Query{Text: "开关", Facets: map[string][]string{"color": {"雅白"}}})
		for _, code := range []string{"A", "B", "C"} {
			there := slices.Contains(c.there, code)
			if _, err := w.View(t.Context(), who, code); errors.Is(err, fault.NotFound) == there {
				t.Errorf("%s: reading %s: %v", name, code, err)
			}
			parts, err := w.Parts(t.Context(), who, []string{code + "-W", "HG-K1-" + code + "X"})
			if err != nil || (parts[0].Item != nil) != there {
				t.Errorf("%s: the part number of %s: %+v, %v", name, code, parts[0], err)
			}
			for _, s := range parts[1].Suggestions {
				if !slices.Contains(c.there, s.Code[:1]) {
					t.Errorf("%s: %s is suggested", name, s.Code)
				}
			}
		}
	}
	w.alike(t, w.indexed(), w.a, catalog.Query{})
}

func TestAPoolNamesOnlyWhatTheDealerItselfSees(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.put(catalog.Created, lightSwitch("A", "EAST"), lightSwitch("B", "WEST"))
	_, err := w.Pool(t.Context(), w.a, []string{"10", "nothing"}, []string{"A", "B", "none"})
	f, ok := fault.As(err)
	if !ok || len(f.Fields) != 3 || f.Fields[0].Path != "limits.pool.categories[1]" || f.Fields[1].Path != "limits.pool.products[1]" || f.Fields[2].Path != "limits.pool.products[2]" {
		t.Errorf("it says %v %+v", err, f)
	}
	who := w.pooled([]string{"10"}, []string{"A"})
	view, err := w.ShowPool(t.Context(), w.a, who.Limits.Pool)
	if err != nil || len(view.Categories) != 1 || view.Categories[0].Name != "墙壁开关" || len(view.Products) != 1 || view.Products[0].Code != "A" {
		t.Errorf("it is %+v, %v", view, err)
	}
}
