package inventory_test

import (
	"encoding/json"
	"strings"
	"testing"

	"qudao/internal/fault"
	"qudao/internal/inventory"
	"qudao/internal/qty"
)

func TestStockIsShownByTheRule(t *testing.T) {
	t.Parallel()
	banded := inventory.Rule{Mode: inventory.ModeBanded, Bands: []qty.Quantity{0, 10 * qty.One, 100 * qty.One, 500 * qty.One, 999 * qty.One}}
	for _, c := range []struct {
		rule inventory.Rule
		q    qty.Quantity
		lang fault.Language
		want string
	}{
		{inventory.Rule{Mode: inventory.ModeExact}, 12_500, fault.Chinese, `{"mode":"exact","text":"12.5","quantity":12.5,"available":true}`},
		{inventory.Rule{Mode: inventory.ModeExact}, -1, fault.Chinese, `{"mode":"exact","text":"0","quantity":0,"available":false}`},
		{inventory.Rule{Mode: inventory.ModeFlag}, 1, fault.Chinese, `{"mode":"flag","text":"有货","available":true}`},
		{inventory.Rule{Mode: inventory.ModeFlag}, 0, fault.English, `{"mode":"flag","text":"Out of stock","available":false}`},
		{inventory.Rule{Mode: inventory.ModeHidden}, 5000, fault.Chinese, `{"mode":"hidden","text":""}`},
		{inventory.Rule{}, 5000, fault.Chinese, `{"mode":"hidden","text":""}`},
		{banded, 0, fault.Chinese, `{"mode":"banded","text":"缺货","available":false}`},
		{banded, 9_999, fault.Chinese, `{"mode":"banded","text":"<10","available":true}`},
		{banded, 100_000, fault.Chinese, `{"mode":"banded","text":"100–499","available":true}`},
		{banded, 499_000, fault.Chinese, `{"mode":"banded","text":"100–499","available":true}`},
		{banded, 999_000, fault.Chinese, `{"mode":"banded","text":"999+","available":true}`},
		{inventory.Rule{Mode: inventory.ModeBanded}, 5000, fault.English, `{"mode":"banded","text":"In stock","available":true}`},
	} {
		got, err := marshal(inventory.Show(c.rule, c.q, c.lang))
		if err != nil || got != c.want {
			t.Errorf("%s of %s: %s, want %s", c.rule.Mode, c.q, got, c.want)
		}
	}
}

func TestTheMostSpecificRuleShows(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	d, err := w.Displays(ctx)
	if err != nil || d.For([]int32{1}, []int32{1}).Mode != inventory.ModeFlag {
		t.Errorf("without rules: %v", err)
	}
	tens := []qty.Quantity{10 * qty.One}
	settings := []inventory.Setting{
		{Mode: inventory.ModeBanded, Bands: tens}, {Category: "1", Mode: inventory.ModeHidden}, {Category: "10", Mode: inventory.ModeExact},
		{Audience: "ALL", Mode: inventory.ModeFlag}, {Audience: "KEY", Mode: inventory.ModeExact, Priority: 20}, {Audience: "ALL", Category: "10", Mode: inventory.ModeHidden},
	}
	saved, err := w.PutSettings(ctx, w.staff, settings)
	if err != nil || len(saved) != len(settings) || saved[2].Category != "10" || saved[0].Bands[0] != tens[0] {
		t.Fatal(saved, err)
	}
	if d, err = w.Displays(ctx); err != nil {
		t.Fatal(err)
	}
	const all, key, one, ten = 1, 2, 1, 2
	for _, c := range []struct {
		audiences, path []int32
		want            inventory.Mode
	}{
		{nil, nil, inventory.ModeBanded}, {nil, []int32{one}, inventory.ModeHidden}, {nil, []int32{one, ten}, inventory.ModeExact},
		{[]int32{all}, []int32{one}, inventory.ModeFlag}, {[]int32{all, key}, []int32{one}, inventory.ModeExact},
		{[]int32{all, key}, []int32{one, ten}, inventory.ModeHidden}, {[]int32{9}, []int32{9}, inventory.ModeBanded},
	} {
		if got := d.For(c.audiences, c.path).Mode; got != c.want {
			t.Errorf("for %v in %v: %s, want %s", c.audiences, c.path, got, c.want)
		}
	}
	_, err = w.PutSettings(ctx, w.staff, []inventory.Setting{{Audience: "X", Category: "X", Mode: "guess"}, {Mode: inventory.ModeBanded},
		{Mode: inventory.ModeBanded, Bands: []qty.Quantity{5000, 5000}}, {Mode: inventory.ModeBanded, Bands: []qty.Quantity{1500}}})
	if f := wants(t, err, fault.InvalidInput); len(f.Fields) != 6 {
		t.Errorf("wrong: %v", f)
	}
	if again, err := w.Settings(ctx, w.staff); err != nil || len(again) != len(settings) {
		t.Errorf("after the refusal: %v %v", again, err)
	}
}

func marshal(s inventory.Shown) (string, error) {
	raw, err := json.Marshal(s)
	return strings.ReplaceAll(string(raw), `\u003c`, "<"), err
}
