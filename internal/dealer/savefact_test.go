package dealer_test

import (
	"slices"
	"testing"

	"qudao/internal/dealer"
	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/pg"
)

func TestLevelsAndTagsAreMadeAndRenamed(t *testing.T) {
	t.Parallel()
	b := open(t)
	for _, l := range []dealer.Level{{Code: "L0", Name: " 旗舰 ", Rank: 1}, {Code: "L1", Name: "战略伙伴", Rank: 2}} {
		if _, err := b.SaveLevel(t.Context(), b.desk, l); err != nil {
			t.Fatal(err)
		}
	}
	for _, tag := range []org.Ref{{Code: "school", Name: "教育工程"}, {Code: "new", Name: "新开户"}} {
		if _, err := b.SaveTag(t.Context(), b.desk, tag); err != nil {
			t.Fatal(err)
		}
	}
	choices, err := b.Choices(t.Context(), b.desk)
	if err != nil {
		t.Fatal(err)
	}
	if want := []dealer.Level{{Code: "L0", Name: "旗舰", Rank: 1}, {Code: "L1", Name: "战略伙伴", Rank: 2}, {Code: "L2", Name: "核心", Rank: 2}, {Code: "L3", Name: "普通", Rank: 3}}; !slices.Equal(choices.Levels, want) {
		t.Errorf("levels %+v", choices.Levels)
	}
	if len(choices.Tags) != 5 || !slices.Contains(choices.Tags, org.Ref{Code: "school", Name: "教育工程"}) || !slices.Contains(choices.Tags, org.Ref{Code: "new", Name: "新开户"}) {
		t.Errorf("tags %+v", choices.Tags)
	}
	b.write(t, func(tx *pg.Tx) error {
		for sql, want := range map[string]int{
			`SELECT count(*)::int FROM queue.fact WHERE kind = '` + dealer.FactFactChanged + `'`:                    4,
			`SELECT count(*)::int FROM audit.change WHERE tbl = 'dealer.level' AND actor = 'staff:E001'`:            2,
			`SELECT count(*)::int FROM audit.change WHERE tbl = 'dealer.tag' AND action = 'update' AND key = 'new'`: 1,
		} {
			n, err := pg.Value[int](t.Context(), tx, sql)
			if err != nil {
				return err
			}
			if n != want {
				t.Errorf("%s: %d, want %d", sql, n, want)
			}
		}
		return nil
	})
}

func TestLevelsAndTagsRefused(t *testing.T) {
	t.Parallel()
	b := open(t)
	for _, c := range []struct {
		level  dealer.Level
		fields int
	}{
		{dealer.Level{Code: "a b", Name: " ", Rank: 0}, 3},
		{dealer.Level{Code: "L9", Name: "第九", Rank: 1001}, 1},
	} {
		_, err := b.SaveLevel(t.Context(), b.desk, c.level)
		if f, ok := fault.As(err); !ok || f.Definition != fault.InvalidInput || len(f.Fields) != c.fields {
			t.Errorf("%+v: %v", c.level, err)
		}
	}
	_, err := b.SaveTag(t.Context(), b.desk, org.Ref{Code: "", Name: "无"})
	if f, ok := fault.As(err); !ok || f.Definition != fault.InvalidInput || f.Fields[0].Path != "code" {
		t.Errorf("%v", err)
	}
	reader := org.Actor{Kind: org.Staff, ID: "reader", Permissions: org.Of(org.DealerRead)}
	if _, err := b.SaveLevel(t.Context(), reader, dealer.Level{Code: "L9", Name: "第九", Rank: 9}); !fault.Is(err, fault.Denied) {
		t.Errorf("a reader makes a level: %v", err)
	}
	if _, err := b.SaveTag(t.Context(), reader, org.Ref{Code: "t", Name: "标签"}); !fault.Is(err, fault.Denied) {
		t.Errorf("a reader makes a tag: %v", err)
	}
}
