package purchasing_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"qudao/internal/purchasing"
	"qudao/internal/qty"
)

func TestPastedLinesBecomePartNumbersAndQuantities(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		part     string
		quantity qty.Quantity
	}{
		"QY86-K11-10A\t20":        {"QY86-K11-10A", 20 * qty.One},
		"QY86-K11-10A 20":         {"QY86-K11-10A", 20 * qty.One},
		"QY86-K11-10A,20":         {"QY86-K11-10A", 20 * qty.One},
		"QY86-K11-10A,20只":        {"QY86-K11-10A", 20 * qty.One},
		"QY86-K11-10A x20":        {"QY86-K11-10A", 20 * qty.One},
		"QY86-K11-10A ×20 只":      {"QY86-K11-10A", 20 * qty.One},
		"QY86-K11-10A 　 20":       {"QY86-K11-10A", 20 * qty.One},
		"五孔插座 雅白\t1.5":            {"五孔插座 雅白", 1500},
		"6901234567892":           {"6901234567892", qty.One},
		"QY86-K11-10A\t名称在中间\t12": {"QY86-K11-10A", 12 * qty.One},
		"QY86-K11-10A\t２０":        {"QY86-K11-10A", 20 * qty.One},
	}
	for line, want := range cases {
		rows := purchasing.ReadPaste(line)
		if len(rows) != 1 || rows[0].Part != want.part || rows[0].Quantity != want.quantity || rows[0].Problem != nil {
			t.Errorf("%q became %+v", line, rows)
		}
	}
}

func TestAQuantityThatCannotBeReadIsNamedAtItsRow(t *testing.T) {
	t.Parallel()
	rows := purchasing.ReadPaste("A\t1\n\nB\tzwei\nC\t3")
	if len(rows) != 3 || rows[1].Row != 3 || rows[1].Part != "B" || rows[1].Problem == nil || rows[2].Quantity != 3*qty.One {
		t.Fatalf("%+v", rows)
	}
}

func FuzzReadPaste(f *testing.F) {
	for _, seed := range []string{"A 1", "A\t1\r\nB,2", "×", "五孔　２", "\x00", "a,,,1", strings.Repeat("9", 40)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, r := range purchasing.ReadPaste(text) {
			if r.Row <= last {
				t.Fatalf("row %d after %d", r.Row, last)
			}
			last = r.Row
			if utf8.ValidString(text) && !utf8.ValidString(r.Part) {
				t.Fatalf("%q is cut within a character", r.Part)
			}
			if r.Problem == nil && r.Quantity == 0 && !strings.Contains(text, "0") && !strings.Contains(text, "０") {
				t.Fatalf("%q: a quantity of nothing from %q", r.Part, text)
			}
		}
	})
}
