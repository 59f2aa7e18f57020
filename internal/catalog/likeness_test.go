package catalog

import "testing"

func TestWhatWasMeantStandsFirst(t *testing.T) {
	t.Parallel()
	items := []*Item{
		{Code: "S1", Model: "QM-8601-W", OrderCode: "10010001", Name: "一开单控开关 雅白"},
		{Code: "S2", Model: "QM-8602-W", OrderCode: "10010002", Name: "二开单控开关 雅白"},
		{Code: "S3", Model: "QM-8601-G", OrderCode: "10010003", Name: "一开单控开关 深空灰"},
		{Code: "S4", Model: "QM-C10-5K", OrderCode: "10020004", Name: "五孔插座 雅白"},
	}
	for text, want := range map[string]string{
		"qm-8601w":     "S1", // a sign left out
		"qm-86o1-w":    "S1", // O for 0
		"qm-8610-w":    "S1", // two signs in the wrong order
		"qm-8601-g1":   "S3", // one too many
		"10010O02":     "S2",
		"qm-c1o-5k":    "S4",
		"五孔插":          "S4",
		"wukongchazuo": "S4",
		"wukongchazo":  "S4", // pinyin with a slip
	} {
		if got := likeliest(fold(text), items); len(got) == 0 || got[0].Code != want {
			t.Errorf("%q suggests %v, want %s", text, got, want)
		}
	}
	if got := likeliest("zzzz-nothing-9", items); len(got) != 0 {
		t.Errorf("nothing like it suggests %v", got)
	}
}

func TestSlipsAreCounted(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"abc", "abc", 0}, {"abc", "acb", 2}, {"abc", "ab", 2}, {"abc", "xbc", 2}, {"a0c", "aoc", 1}, {"kitten", "sitting", 6}} {
		if got := distance([]rune(c.a), []rune(c.b), new([3][]int)); got != c.want {
			t.Errorf("from %q to %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
