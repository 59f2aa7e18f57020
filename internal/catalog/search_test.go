package catalog_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"qudao/internal/catalog"
	"qudao/internal/page"
	"qudao/internal/pg"
)

func TestAProductIsFoundByAnyOfItsNames(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	socket := lightSwitch("QP-200", "EAST")
	socket.Name, socket.Category, socket.Series, socket.Template, socket.Attributes = "斜五孔插座", "111", "111-HG", "", nil
	socket.SKUs = []catalog.SKUIn{{Code: "QM-111-0042", OrderCode: "11100042", Model: "HG-Z5/10A", Barcode: "6912345678904", TaxRate: rate(1300)}}
	w.put(catalog.Created, lightSwitch("QP-100", "EAST"), socket)
	for text, want := range map[string]string{
		"五孔": "QP-200", "插座": "QP-200", "孔": "QP-200", "xwkcz": "QP-200", "wukong": "QP-200", "WUKONG chazuo": "QP-200",
		"QM-111": "QP-200", "1110042": "QP-200", "qm1110042": "QP-200", "ＱＭ－１１１": "QP-200", "11100042": "QP-200", "z5/10": "QP-200", "2345678": "QP-200",
		"五孔 和光": "QP-200", "开关": "QP-100", "kaiguan": "QP-100", "dkdkkg": "QP-100", "香槟": "QP-100",
		"和光": "QP-100 QP-200", "": "QP-100 QP-200", "五孔 开关": "", "%": "", "_": "", `\`: "", "' OR 1=1": "",
	} {
		got := codes(w.search(w.a, catalog.Query{Text: text}).Items)
		slices.Sort(got)
		if strings.Join(got, " ") != want {
			t.Errorf("%q found %v, want %q", text, got, want)
		}
	}
	_, err := w.Search(t.Context(), w.a, catalog.Query{Text: strings.Repeat("灯", 101)})
	if err == nil {
		t.Error("a search of any length is taken")
	}
}

func TestTheExactPartComesFirst(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	first, second := lightSwitch("QP-1", "EAST"), lightSwitch("QP-2", "EAST")
	first.Name = "QP-2-W 的替代品"
	w.put(catalog.Created, first, second)
	if got := codes(w.search(w.a, catalog.Query{Text: "qp-2-w"}).Items); !slices.Equal(got, []string{"QP-2", "QP-1"}) {
		t.Errorf("order %v", got)
	}
}

func TestSortingByNameIsByPinyin(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for i, name := range []string{"重型开关", "安全开关", "白色开关", "暗装开关"} {
		in := lightSwitch(fmt.Sprintf("QP-%d", i), "EAST")
		in.Name = name
		w.put(catalog.Created, in)
	}
	var names []string
	q := catalog.Query{Sort: catalog.SortName, Request: page.Request{Limit: 1}}
	for {
		found := w.search(w.a, q)
		for _, c := range found.Items {
			names = append(names, c.Name)
		}
		if found.Count != 4 {
			t.Fatalf("count %d on a later page", found.Count)
		}
		if q.Cursor = found.Next; q.Cursor == "" {
			break
		}
	}
	if want := []string{"安全开关", "暗装开关", "白色开关", "重型开关"}; !slices.Equal(names, want) {
		t.Errorf("sorted %v, want %v", names, want)
	}
	q = catalog.Query{Sort: catalog.SortNewest, Request: page.Request{Limit: 3}}
	found := w.search(w.a, q)
	if found.Items[0].Code != "QP-3" {
		t.Errorf("newest %v", codes(found.Items))
	}
	_, err := w.Search(t.Context(), w.a, catalog.Query{Request: page.Request{Cursor: found.Next}})
	wants(t, err, page.ErrCursorInvalid)
}

func TestPiecesAreThoseOfPostgreSQL(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	rapid.Check(t, func(rt *rapid.T) {
		words := catalog.SearchWords(catalog.Names{Names: rapid.SliceOfN(rapid.StringMatching(`[开关座ａＢ9 é\-]{0,8}`), 0, 3).Draw(rt, "names"),
			Codes: rapid.SliceOfN(rapid.StringMatching(`[A-Za-z0-9/ .-]{0,8}`), 0, 3).Draw(rt, "codes")})
		var want []string
		err := w.db.Read(t.Context(), pg.Scope{}, func(tx *pg.Tx) (err error) {
			want, err = pg.Value[[]string](t.Context(), tx, `SELECT pg.bigrams($1)`, words)
			return err
		})
		got := catalog.Grams(words)
		slices.Sort(got)
		slices.Sort(want)
		if err != nil || !slices.Equal(got, want) {
			rt.Fatalf("%q: %v, PostgreSQL says %v %v", words, got, want, err)
		}
	})
}

// made is a random product, as simple as the counts need it.
type made struct {
	catalog.ProductIn
}

func (m made) has(code, value string) bool {
	return m.Attributes[code] == value || slices.ContainsFunc(m.SKUs, func(k catalog.SKUIn) bool { return k.Spec[code] == value })
}

func (m made) values(code string) []string {
	out := map[string]bool{}
	if v := m.Attributes[code]; v != "" {
		out[v] = true
	}
	for _, k := range m.SKUs {
		if v := k.Spec[code]; v != "" {
			out[v] = true
		}
	}
	return slices.Collect(maps.Keys(out))
}

var colors = []string{"雅白", "香槟金", "深空灰"}

func randomProducts(t *rapid.T, run int) []made {
	n := rapid.IntRange(1, 12).Draw(t, "products")
	out := make([]made, n)
	for i := range out {
		p := lightSwitch(fmt.Sprintf("QP-%d-%d", run, i), rapid.SampledFrom([]string{"EAST", "WEST"}).Draw(t, "allow"))
		if rapid.Bool().Draw(t, "denied") {
			p.Deny = []string{rapid.SampledFrom([]string{"EAST", "GOLD"}).Draw(t, "deny")}
		}
		p.State = rapid.SampledFrom([]catalog.State{catalog.StatePublished, catalog.StatePublished, catalog.StateArchived}).Draw(t, "state")
		p.Category = rapid.SampledFrom([]string{"101", "111"}).Draw(t, "category")
		p.Series = rapid.SampledFrom([]string{"", p.Category + "-HG"}).Draw(t, "series")
		p.Name = rapid.SampledFrom([]string{"单控开关", "双控开关", "五孔插座"}).Draw(t, "name")
		p.Attributes = map[string]string{"gang": rapid.SampledFrom([]string{"单开", "双开"}).Draw(t, "gang"), "rated_current": rapid.SampledFrom([]string{"10", "16"}).Draw(t, "current")}
		p.SKUs = p.SKUs[:rapid.IntRange(1, 2).Draw(t, "skus")]
		shift := rapid.IntRange(0, 2).Draw(t, "color")
		for j := range p.SKUs {
			p.SKUs[j].Spec = map[string]string{"color": colors[(j+shift)%3]}
		}
		out[i] = made{p}
	}
	return out
}

// Counts are exact: the same as counting by hand what the dealer may see.
func TestCountsAreThoseOfCountingByHand(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	run := 0
	var before []catalog.ProductIn
	rapid.Check(t, func(rt *rapid.T) {
		run++
		products := randomProducts(rt, run)
		w.put(catalog.Updated, before...)
		before = nil
		var in []catalog.ProductIn
		for _, p := range products {
			in = append(in, p.ProductIn)
			if p.State != catalog.StateArchived {
				before = append(before, catalog.ProductIn{Code: p.Code, State: catalog.StateArchived})
			}
		}
		w.put(catalog.Created, in...)
		q := catalog.Query{Facets: map[string][]string{}, Text: rapid.SampledFrom([]string{"", "控开", "五孔"}).Draw(rt, "text"),
			Category: rapid.SampledFrom([]string{"", "1", "10", "111", "111-HG", "none"}).Draw(rt, "in")}
		if rapid.Bool().Draw(rt, "by gang") {
			q.Facets["gang"] = []string{"单开"}
		}
		if rapid.Bool().Draw(rt, "by color") {
			q.Facets["color"] = rapid.SliceOfNDistinct(rapid.SampledFrom(colors), 1, 2, rapid.ID[string]).Draw(rt, "colors")
		}
		audience := rapid.SampledFrom([][]string{{"EAST"}, {"EAST", "GOLD"}, {"WEST"}}).Draw(rt, "dealer")
		found := w.search(w.dealer(audience...), q)
		matches, err := w.Matches(t.Context(), w.dealer(audience...), q)
		if err != nil || len(matches) != found.Count || len(found.Items) != found.Count {
			rt.Fatalf("count %d, %d items, %d matches %v", found.Count, len(found.Items), len(matches), err)
		}
		if want := count(products, audience, q, "-", "", ""); found.Count != want {
			rt.Errorf("count %d, by hand %d", found.Count, want)
		}
		for _, code := range []string{"gang", "rated_current", "color"} {
			want := map[string]int{}
			for _, p := range products {
				for _, v := range p.values(code) {
					want[v] = count(products, audience, q, code, code, v)
				}
			}
			maps.DeleteFunc(want, func(_ string, n int) bool { return n == 0 })
			got := map[string]int{}
			for _, f := range found.Facets {
				for _, v := range f.Values {
					if f.Code == code {
						got[v.Value] = v.Count
					}
				}
			}
			if !maps.Equal(got, want) {
				rt.Errorf("facet %s: %v, by hand %v", code, got, want)
			}
		}
		for _, c := range found.Categories {
			at := q
			at.Category = c.Code
			if want := count(products, audience, at, "-", "", ""); c.Count != want {
				rt.Errorf("category %s: %d, by hand %d", c.Code, c.Count, want)
			}
		}
	})
}

// count counts the products the dealer sees under the query, but for the selection of one facet, and
// with this value of an attribute.
func count(products []made, audience []string, q catalog.Query, without, code, value string) (n int) {
	overlap := func(a []string) bool {
		return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(audience, s) })
	}
	under := map[string][]string{"101": {"1", "10", "101"}, "111": {"1", "11", "111"}}
	category := map[string]string{"101": "单开开关", "111": "五孔插座"} // a product is found by its category, too
	for _, p := range products {
		path := append(slices.Clone(under[p.Category]), p.Series)
		ok := p.State == catalog.StatePublished && overlap(p.Allow) && !overlap(p.Deny) && strings.Contains(p.Name+" "+category[p.Category], q.Text) &&
			(q.Category == "" || slices.Contains(path, q.Category)) && (code == "" || p.has(code, value))
		for facet, values := range q.Facets {
			ok = ok && (facet == without || slices.ContainsFunc(values, func(v string) bool { return p.has(facet, v) }))
		}
		if ok {
			n++
		}
	}
	return n
}
