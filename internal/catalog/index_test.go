package catalog_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"qudao/internal/catalog"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/queue"
)

// indexed is a second server with an index upon the world's database, as it is after all facts so far.
func (w *world) indexed() *catalog.Service {
	w.t.Helper()
	s := catalog.NewIndexed(w.db)
	w.freshen(s)
	return s
}

func (w *world) freshen(s *catalog.Service, products ...string) {
	w.t.Helper()
	for _, code := range products {
		s.Hear(queue.Note{Kind: catalog.FactChanged, DocKind: "product", DocID: code})
	}
	if err := s.Freshen(w.t.Context()); err != nil || !s.Answers() {
		w.t.Fatalf("no index: %v", err)
	}
}

// alike fails unless the index answers every kind of question as PostgreSQL does.
func (w *world) alike(t testing.TB, s *catalog.Service, who org.Actor, q catalog.Query) {
	t.Helper()
	ctx := w.t.Context()
	for _, sort := range []catalog.Sort{catalog.SortRelevance, catalog.SortName, catalog.SortNewest} {
		q.Sort, q.Cursor = sort, ""
		for {
			got, err := s.Search(ctx, who, q)
			if err != nil {
				t.Fatal(err)
			}
			want, err := w.Search(ctx, who, q)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("%+v for %v (-PostgreSQL +index):\n%s", q, who.Audiences, diff)
			}
			if q.Cursor = got.Next; q.Cursor == "" {
				break
			}
		}
	}
	gotMatches, err := s.Matches(ctx, who, q)
	wantMatches, wrong := w.Matches(ctx, who, q)
	if diff := cmp.Diff(wantMatches, gotMatches, cmpopts.EquateEmpty()); diff != "" || err != nil || wrong != nil {
		t.Fatalf("matches of %+v: %v %v\n%s", q, err, wrong, diff)
	}
	gotTree, err := s.Categories(ctx, who)
	wantTree, wrong := w.Categories(ctx, who)
	if diff := cmp.Diff(wantTree, gotTree, cmpopts.EquateEmpty()); diff != "" || err != nil || wrong != nil {
		t.Fatalf("categories: %v %v\n%s", err, wrong, diff)
	}
}

// suggestions are what is suggested for an unknown part number.
func suggestions(t testing.TB, s *catalog.Service, who org.Actor, part string) []string {
	t.Helper()
	parts, err := s.Parts(t.Context(), who, []string{part})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, ref := range parts[0].Suggestions {
		out = append(out, ref.Code)
	}
	return out
}

func TestTheIndexAnswersAsPostgreSQLDoes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.put(catalog.Created, lightSwitch("QP-FIRST"))
	s := w.indexed()
	run := 0
	live := map[string]bool{}
	rapid.Check(t, func(rt *rapid.T) {
		run++
		products := randomProducts(rt, run)
		var in []catalog.ProductIn
		var changed []string
		for i, p := range products {
			if i%4 == 3 && len(live) > 0 { // one made in an earlier round becomes another
				was := slices.Sorted(mapKeys(live))
				code := rapid.SampledFrom(was).Draw(rt, "again")
				if slices.ContainsFunc(in, func(p catalog.ProductIn) bool { return p.Code == code }) {
					continue
				}
				p.Code, p.SKUs = code, nil
				delete(live, code)
			}
			live[p.Code] = true
			in, changed = append(in, p.ProductIn), append(changed, p.Code)
		}
		if _, err := w.Upsert(t.Context(), w.staff, in); err != nil {
			rt.Fatal(err)
		}
		if rapid.IntRange(0, 5).Draw(rt, "missed") == 0 {
			s.Hear(queue.Note{Kind: queue.Refresh})
			changed = nil
		}
		w.freshen(s, changed...)
		q := catalog.Query{Facets: map[string][]string{}, Request: page.Request{Limit: rapid.IntRange(4, 60).Draw(rt, "limit")},
			Text:     rapid.SampledFrom([]string{"", "", "控开", "五孔", "kg", "双控开关", "开", "HG-K1", "wukong 雅", "qp-1-0-w", "zz", "0"}).Draw(rt, "text"),
			Category: rapid.SampledFrom([]string{"", "", "1", "10", "111", "111-HG", "none"}).Draw(rt, "in")}
		if rapid.Bool().Draw(rt, "by gang") {
			q.Facets["gang"] = []string{"单开"}
		}
		if rapid.Bool().Draw(rt, "by color") {
			q.Facets["color"] = rapid.SliceOfNDistinct(rapid.SampledFrom(append(colors, "none")), 1, 2, rapid.ID[string]).Draw(rt, "colors")
		}
		audience := rapid.SampledFrom([][]string{{"EAST"}, {"EAST", "GOLD"}, {"WEST"}, {"GOLD"}, {}}).Draw(rt, "dealer")
		who := w.dealer(audience...)
		w.alike(failer{t, rt}, s, who, q)
		part := rapid.SampledFrom([]string{"QP-1-9", "HG-K1-QP", "雅白开关", "双控 五孔", "99"}).Draw(rt, "part")
		if got, want := suggestions(t, s, who, part), suggestions(t, w.Service, who, part); !slices.Equal(got, want) {
			rt.Fatalf("suggestions for %s: %v, PostgreSQL says %v", part, got, want)
		}
	})
}

// failer ends a rapid check where a test would end.
type failer struct {
	testing.TB
	rt *rapid.T
}

func (f failer) Fatal(args ...any)                 { f.rt.Fatal(args...) }
func (f failer) Fatalf(format string, args ...any) { f.rt.Fatalf(format, args...) }

func mapKeys[K comparable, V any](m map[K]V) func(func(K) bool) {
	return func(yield func(K) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func TestTheIndexSeesAChangeAfterItsFact(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.put(catalog.Created, lightSwitch("QP-1", "EAST"), lightSwitch("QP-2", "EAST"))
	s := w.indexed()
	see := func(who org.Actor, q catalog.Query) string {
		found, err := s.Search(t.Context(), who, q)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("%d: %s", found.Count, strings.Join(codes(found.Items), " "))
	}
	is := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	is("at first", see(w.a, catalog.Query{}), "2: QP-1 QP-2")

	// Withdrawn: it is not shown from then on, and not counted once its fact is heard.
	w.put(catalog.Updated, catalog.ProductIn{Code: "QP-1", State: catalog.StateArchived})
	is("before its fact", see(w.a, catalog.Query{}), "2: QP-2")
	w.freshen(s, "QP-1")
	is("after its fact", see(w.a, catalog.Query{}), "1: QP-2")

	// Published to others, under another name.
	w.put(catalog.Updated, catalog.ProductIn{Code: "QP-2", Name: "暗装插座", Allow: []string{"WEST"}})
	w.freshen(s, "QP-2")
	is("by who saw it", see(w.a, catalog.Query{}), "0: ")
	is("by its new name", see(w.b, catalog.Query{Text: "暗装"}), "1: QP-2")

	// A renamed category is a new name of its products; no fact tells of it.
	if _, err := w.EditCategory(t.Context(), w.staff, "101", 0, catalog.CategoryIn{Code: "101", Name: "轻触开关"}); err != nil {
		t.Fatal(err)
	}
	found, err := s.Search(t.Context(), w.b, catalog.Query{})
	if err != nil || !slices.ContainsFunc(found.Categories, func(c catalog.CategoryCount) bool { return c.Name == "轻触开关" }) {
		t.Errorf("categories %+v %v", found.Categories, err)
	}
	w.freshen(s)
	is("by its category's new name", see(w.b, catalog.Query{Text: "轻触"}), "1: QP-2")
	w.alike(t, s, w.b, catalog.Query{})
}

func TestTheIndexTellsNothingOfWhatIsNotPublished(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	secret := lightSwitch("QP-SECRET", "WEST")
	secret.Name, secret.Category, secret.Series = "灵境触控面板", "111", "111-HG"
	secret.Attributes["rated_current"] = "63"
	secret.SKUs[0].Spec, secret.SKUs = map[string]string{"color": "深空灰"}, secret.SKUs[:1]
	denied := secret
	denied.Code, denied.Allow, denied.Deny = "QP-DENIED", []string{"EAST"}, []string{"GOLD"}
	denied.SKUs = lightSwitch("QP-DENIED").SKUs[:1]
	denied.SKUs[0].Spec = map[string]string{"color": "深空灰"}
	w.put(catalog.Created, lightSwitch("QP-OPEN", "EAST"), secret, denied)
	s := w.indexed()
	blind, seeing := w.dealer("EAST", "GOLD"), w.dealer("WEST")
	for _, q := range []catalog.Query{
		{}, {Text: "灵境"}, {Text: "qp-secret"}, {Category: "111"}, {Category: "111-HG"}, {Facets: map[string][]string{"rated_current": {"63"}}},
		{Facets: map[string][]string{"color": {"深空灰"}, "rated_current": {"10"}}}, {Text: "lingjing", Sort: catalog.SortName},
	} {
		found, err := s.Search(t.Context(), blind, q)
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(found)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"SECRET", "DENIED", "灵境", `"63"`, "深空灰", `"111`} {
			if strings.Contains(string(text), word) {
				t.Errorf("%+v tells %s: %s", q, word, text)
			}
		}
	}
	tree, err := s.Categories(t.Context(), blind)
	if err != nil || slices.ContainsFunc(tree, func(c catalog.CategoryCount) bool { return strings.HasPrefix(c.Code, "11") }) {
		t.Errorf("categories %+v %v", tree, err)
	}
	for _, part := range []string{"QP-SECRET", "QP-SECRET-X", "灵境触控", "QP-DENIED-W", "69QP-SECRET"} {
		for _, code := range suggestions(t, s, blind, part) {
			if !strings.HasPrefix(code, "QP-OPEN") {
				t.Errorf("%s is suggested for %s", code, part)
			}
		}
	}
	if got := suggestions(t, s, seeing, "QP-SECRET-X"); len(got) != 1 {
		t.Errorf("to who may see it: %v", got)
	}
	if found, err := s.Search(t.Context(), seeing, catalog.Query{Text: "灵境"}); err != nil || found.Count != 1 {
		t.Errorf("who may see it finds %d %v", found.Count, err)
	}
}

func TestASmallCatalogueHasNoIndex(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.put(catalog.Created, lightSwitch("QP-1", "EAST"))
	w.Hear(queue.Note{Kind: queue.Refresh})
	if err := w.Freshen(t.Context()); err != nil || w.Answers() {
		t.Errorf("an index of one product: %v", err)
	}
	if found := w.search(w.a, catalog.Query{}); found.Count != 1 {
		t.Errorf("found %d", found.Count)
	}
}

func TestAFactDropsTheSKUsOfItsProductAlone(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.put(catalog.Created, lightSwitch("QP-1", "EAST"), lightSwitch("QP-2", "EAST"))
	s := catalog.New(w.db) // another server
	names := []string{"QP-1-W", "QP-1-G", "QP-2-W", "QP-2-G"}
	items := func() map[string]*catalog.Item {
		t.Helper()
		found, err := s.Items(t.Context(), names)
		if err != nil || len(found) != len(names) {
			t.Fatal(found, err)
		}
		return found
	}
	before := items()
	w.put(catalog.Updated, catalog.ProductIn{Code: "QP-1", State: catalog.StateArchived})
	if stale := items(); stale["QP-1-W"] != before["QP-1-W"] {
		t.Error("read again before its fact")
	}
	s.Hear(queue.Note{Kind: catalog.FactChanged, DocKind: "product", DocID: "QP-1"})
	s.Hear(queue.Note{Kind: "order.placed", DocKind: "order", DocID: "QP-2"})
	after := items()
	for _, code := range names {
		if kept := after[code] == before[code]; kept != strings.HasPrefix(code, "QP-2") {
			t.Errorf("%s kept: %v", code, kept)
		}
	}
	if after["QP-1-G"].Live {
		t.Error("still live")
	}
	s.Hear(queue.Note{Kind: queue.Refresh})
	if items()["QP-2-W"] == before["QP-2-W"] {
		t.Error("kept after a refresh")
	}
}
