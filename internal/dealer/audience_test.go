package dealer_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"qudao/internal/dealer"
	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
)

func TestMembershipFollowsTheFacts(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.audience(t, "EAST-KEY", dealer.Rule{Levels: []string{"L1"}, Regions: []int{330000}})
	d := b.create(t, simple(1))
	if len(d.Audiences) != 0 {
		t.Fatalf("in %v", audiences(d))
	}
	in := input(d)
	in.Level = "L1"
	d, err := b.Edit(t.Context(), b.desk, "D00001", d.Version, in)
	if err != nil || !slices.Equal(audiences(d), []string{"EAST-KEY"}) || d.Version != 2 {
		t.Fatalf("in %v at version %d, %v", audiences(d), d.Version, err)
	}
	if got := d.Audiences[0].Because.Text(fault.Chinese); got != "等级：战略；区域：浙江省" {
		t.Errorf("because %s", got)
	}
	in = input(d)
	in.Region = 510100
	if d, err = b.Edit(t.Context(), b.desk, "D00001", 2, in); err != nil || len(d.Audiences) != 0 {
		t.Errorf("in %v, %v", audiences(d), err)
	}
}

func TestMembershipFollowsTheRule(t *testing.T) {
	t.Parallel()
	b := open(t)
	in, out := simple(1), simple(2)
	in.Tags, out.Tags = []string{"project"}, []string{"ecom"}
	b.create(t, in)
	b.create(t, out)
	a := b.audience(t, "ENG", dealer.Rule{TagsAny: []string{"project"}})
	if a.Count != 1 || a.Version != 1 {
		t.Fatalf("got %+v", a)
	}
	rule := dealer.Rule{TagsAny: []string{"project", "ecom", "ecom"}, DealersOut: []string{"D00001"}}
	a, err := b.EditAudience(t.Context(), b.desk, "ENG", 1, dealer.AudienceInput{Name: "工程", Rule: rule})
	if err != nil || a.Count != 1 || a.Version != 2 || len(a.Rule.TagsAny) != 2 {
		t.Fatalf("got %+v, %v", a, err)
	}
	for code, want := range map[string]int{"D00001": 3, "D00002": 2} {
		d, err := b.Get(t.Context(), b.desk, code)
		if err != nil || d.Version != want {
			t.Errorf("%s at version %d, %v", code, d.Version, err)
		}
	}
	if _, err := b.EditAudience(t.Context(), b.desk, "ENG", 2, dealer.AudienceInput{Name: "工程", Rule: rule}); err != nil {
		t.Fatal(err)
	}
	if d, _ := b.Get(t.Context(), b.desk, "D00002"); d.Version != 2 {
		t.Errorf("a dealer that did not move is at version %d", d.Version)
	}
	if _, err := b.EditAudience(t.Context(), b.desk, "ENG", 2, dealer.AudienceInput{Name: "工程", Rule: rule}); !errors.Is(err, pg.VersionChanged) {
		t.Errorf("on an old version: %v", err)
	}
	if _, err := b.CreateAudience(t.Context(), b.desk, dealer.AudienceInput{Code: "ENG", Name: "又一个"}); !errors.Is(err, org.CodeTaken) {
		t.Errorf("a code twice: %v", err)
	}
	got, err := b.AudienceDealers(t.Context(), b.desk, "ENG", page.Request{})
	if err != nil || len(got.Items) != 1 || got.Items[0].Because.Text(fault.English) != "tag: 名称ecom" {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestAnAudienceOfARepsEditHoldsEveryDealer(t *testing.T) {
	t.Parallel()
	b := open(t)
	mine := simple(1)
	mine.Rep = "E017"
	b.create(t, mine)
	b.create(t, simple(2))
	rep := b.reps["E017"]
	if _, err := b.CreateAudience(t.Context(), rep, dealer.AudienceInput{Code: "ALL", Name: "全部"}); err != nil {
		t.Fatal(err)
	}
	// It was made for all; the rep counts and sees its own.
	for who, want := range map[*org.Actor]int{&b.desk: 2, &rep: 1} {
		a, err := b.Audience(t.Context(), *who, "ALL")
		list, _ := b.AudienceDealers(t.Context(), *who, "ALL", page.Request{})
		all, _ := b.Audiences(t.Context(), *who)
		if err != nil || a.Count != want || len(list.Items) != want || all[0].Count != want {
			t.Errorf("%s: %+v, %v", who.ID, a, err)
		}
		if p, err := b.Preview(t.Context(), *who, dealer.Rule{Levels: []string{"L2"}}); err != nil || p.Count != want || len(p.Sample) != want {
			t.Errorf("%s: preview %+v, %v", who.ID, p, err)
		}
	}
}

func TestARuleThatCanNeverMatchIsRefused(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.create(t, simple(1))
	b.create(t, simple(2))
	for name, c := range map[string]struct {
		rule dealer.Rule
		path string
		why  *fault.Definition
	}{
		"an unknown level":        {dealer.Rule{Levels: []string{"L1", "L9"}}, "rule.levels[1]", org.CodeUnknown},
		"an unknown region":       {dealer.Rule{Regions: []int{999999}}, "rule.regions[0]", org.CodeUnknown},
		"an unknown tag":          {dealer.Rule{TagsNone: []string{"x"}}, "rule.tags_none[0]", org.CodeUnknown},
		"an unknown division":     {dealer.Rule{Divisions: []string{"x"}}, "rule.divisions[0]", org.CodeUnknown},
		"an unknown dealer":       {dealer.Rule{DealersOut: []string{"D9"}}, "rule.dealers_out[0]", org.CodeUnknown},
		"a tag wanted and not":    {dealer.Rule{TagsAll: []string{"new"}, TagsNone: []string{"ecom", "new"}}, "rule.tags_none", dealer.TagsContradict},
		"any of the unwanted":     {dealer.Rule{TagsAny: []string{"new"}, TagsNone: []string{"ecom", "new"}}, "rule.tags_any", dealer.AnyTagUnwanted},
		"the named left out":      {dealer.Rule{DealersIn: []string{"D00001"}, DealersOut: []string{"D00001"}}, "rule.dealers_in", dealer.NamedAllExcluded},
		"the named left out, too": {dealer.Rule{TagsAll: []string{"new"}, TagsNone: []string{"new"}, DealersIn: []string{"D00001"}, DealersOut: []string{"D00001", "D00002"}}, "rule.tags_none", dealer.TagsContradict},
	} {
		_, err := b.CreateAudience(t.Context(), b.desk, dealer.AudienceInput{Code: "X", Name: "甲", Rule: c.rule})
		f, ok := fault.As(err)
		if !ok || len(f.Fields) != 1 || f.Fields[0].Path != c.path || f.Fields[0].Definition != c.why {
			t.Errorf("%s: got %v", name, err)
		}
		if _, err := b.Preview(t.Context(), b.desk, c.rule); !errors.Is(err, fault.InvalidInput) {
			t.Errorf("%s: previewed: %v", name, err)
		}
	}
	// Named dealers that remain make any rule possible.
	a := b.audience(t, "X", dealer.Rule{TagsAll: []string{"new"}, TagsNone: []string{"new"}, DealersIn: []string{"D00001", "D00002"}, DealersOut: []string{"D00002"}})
	if a.Count != 1 {
		t.Errorf("holds %d", a.Count)
	}
	if a := b.audience(t, "Y", dealer.Rule{DealersIn: []string{"D00002"}}); a.Count != 1 {
		t.Errorf("named alone holds %d", a.Count)
	}
}

// Whatever is changed, what PostgreSQL keeps is what the pure rule says of the facts.
func TestMembershipIsWhatTheRuleSays(t *testing.T) {
	t.Parallel()
	b := open(t)
	const dealers, rules = 12, 6
	codes := make([]string, dealers)
	state := map[string]dealer.Input{}
	for n := range dealers {
		in := simple(n)
		b.create(t, in)
		codes[n], state[in.Code] = in.Code, in
	}
	some := func(t *rapid.T, name string, from []string) []string {
		return rapid.SliceOfNDistinct(rapid.SampledFrom(from), 0, 2, rapid.ID[string]).Draw(t, name)
	}
	kept := map[string]dealer.Rule{}
	rapid.Check(t, func(rt *rapid.T) {
		if rapid.Bool().Draw(rt, "rule") {
			code := fmt.Sprintf("A%d", rapid.IntRange(1, rules).Draw(rt, "audience"))
			rule := dealer.Rule{
				Levels: some(rt, "levels", levels), TagsAny: some(rt, "any", tags), TagsAll: some(rt, "all", tags), TagsNone: some(rt, "none", tags),
				Divisions: some(rt, "divisions", divisions), DealersIn: some(rt, "in", codes), DealersOut: some(rt, "out", codes),
				Regions: rapid.SliceOfNDistinct(rapid.SampledFrom(regions), 0, 2, rapid.ID[int]).Draw(rt, "regions"),
			}
			err := b.db.Write(t.Context(), b.sys.Scope(), func(tx *pg.Tx) error {
				return dealer.SaveAudiencesTx(t.Context(), tx, []dealer.AudienceInput{{Code: code, Name: code, Rule: rule}})
			})
			if err == nil {
				kept[code] = rule
			} else if !errors.Is(err, fault.InvalidInput) {
				rt.Fatal(err)
			}
		} else {
			in := state[rapid.SampledFrom(codes).Draw(rt, "dealer")]
			in.Level = rapid.SampledFrom(levels).Draw(rt, "level")
			in.Region = rapid.SampledFrom(regions).Draw(rt, "region")
			in.Tags, in.Divisions = some(rt, "tags", tags), some(rt, "contracts", divisions)
			if _, err := b.Upsert(t.Context(), b.desk, []dealer.Input{in}); err != nil {
				rt.Fatal(err)
			}
			state[in.Code] = in
		}
		compare(rt, b, kept, state)
	})
}

func compare(t *rapid.T, b *brand, kept map[string]dealer.Rule, state map[string]dealer.Input) {
	type row struct {
		Code      string   `db:"code"`
		IDs       []int32  `db:"audience_ids"`
		Audiences []string `db:"audiences"`
	}
	var rows []row
	err := b.db.Read(t.Context(), b.sys.Scope(), func(tx *pg.Tx) (err error) {
		rows, err = pg.All[row](t.Context(), tx, `SELECT code, audience_ids, ARRAY(SELECT a.code FROM dealer.audience a WHERE a.id = ANY (d.audience_ids) ORDER BY a.code) AS audiences FROM dealer.dealer d`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		in := state[r.Code]
		facts := dealer.Facts{Code: r.Code, Level: in.Level, Tags: in.Tags, Divisions: in.Divisions, Regions: []int{in.Region, in.Region / 100 * 100, in.Region / 10_000 * 10_000}}
		want := []string{}
		for code, rule := range kept {
			if ok, because := rule.Match(facts); ok {
				want = append(want, code)
				if len(because) == 0 {
					t.Fatalf("%s is in %s for no reason", r.Code, code)
				}
			}
		}
		slices.Sort(want)
		if !slices.Equal(r.Audiences, want) || !slices.IsSorted(r.IDs) {
			t.Fatalf("%s is kept in %v (%v), and the rules say %v", r.Code, r.Audiences, r.IDs, want)
		}
	}
}

// A rule that is saved while facts are being changed waits for them, so that neither computes from what
// the other is about to change.
func TestFactsAndRulesChangeOneAfterTheOther(t *testing.T) {
	t.Parallel()
	b := open(t)
	b.create(t, simple(1))
	b.audience(t, "A", dealer.Rule{Levels: []string{"L1"}})
	saved := make(chan error, 1)
	b.write(t, func(tx *pg.Tx) error {
		in := simple(1)
		in.Level = "L3"
		if _, err := dealer.UpsertTx(t.Context(), tx, []dealer.Input{in}); err != nil {
			return err
		}
		go func() {
			_, err := b.EditAudience(t.Context(), b.desk, "A", 1, dealer.AudienceInput{Name: "甲", Rule: dealer.Rule{Levels: []string{"L3"}}})
			saved <- err
		}()
		select {
		case err := <-saved:
			t.Errorf("the rule did not wait: %v", err)
			saved <- err
		case <-time.After(300 * time.Millisecond):
		}
		return nil
	})
	if err := <-saved; err != nil {
		t.Fatal(err)
	}
	if d, err := b.Get(t.Context(), b.desk, "D00001"); err != nil || !slices.Equal(audiences(d), []string{"A"}) {
		t.Errorf("in %v, %v", audiences(d), err)
	}
}
