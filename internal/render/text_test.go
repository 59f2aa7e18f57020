package render

import (
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestStoredNumberBecomesPlainText(t *testing.T) {
	t.Parallel()
	for stored, want := range map[string]string{
		"0": "0", "-0": "0", "007": "7", "12": "12", "-12.50": "-12.5", "+3": "3", ".5": "0.5", "5.": "5",
		"6.9012345678905E+12": "6901234567890.5", "6.90123456789E+12": "6901234567890",
		"6901234567890": "6901234567890", "110101199003070011": "110101199003070011",
		"19.899999999999999": "19.9", "0.30000000000000004": "0.3", "99.999999999999999": "100",
		"1.0000000000000001E-2": "0.01", "1e3": "1000", "1E-7": "0.0000001", "0.0E5": "0",
	} {
		got, ok := plain(stored)
		if !ok || got != want {
			t.Errorf("plain(%q) = %q, %v; want %q", stored, got, ok, want)
		}
	}
	for _, stored := range []string{"", "-", ".", "1.2.3", "abc", "1E999", "1E+60", "0x10", "NaN", "Inf", "1e", "１２"} {
		if got, ok := plain(stored); ok {
			t.Errorf("plain(%q) = %q, want none", stored, got)
		}
	}
}

func TestPlainKeepsTheValue(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		stored := rapid.StringMatching(`-?[0-9]{1,9}(\.[0-9]{1,6})?(E[+-]?[0-9]{1,2})?`).Draw(t, "stored")
		got, ok := plain(stored)
		if !ok {
			return // an exponent beyond anything people count
		}
		want, _ := new(big.Rat).SetString(stored)
		have, valid := new(big.Rat).SetString(got)
		if !valid || have.Cmp(want) != 0 || strings.ContainsAny(got, "eE+") {
			t.Fatalf("plain(%q) = %q", stored, got)
		}
		if again, _ := plain(got); again != got {
			t.Fatalf("plain(%q) = %q, not itself", got, again)
		}
	})
}

func TestClean(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]string{
		"K-1001": "K-1001", "  K-1001 ": "K-1001", "'0012": "0012", "＇００１２": "0012", "‘0012": "0012",
		"Ｋ－１００１": "K-1001", "１２３．５０": "123.50", "\u00a0 12\u3000": "12", "\u200bA\ufeffB": "AB",
		"A\u3000B": "A B", "": "", "'": "", "单控开关": "单控开关",
	} {
		if got := Clean(raw); got != want {
			t.Errorf("Clean(%q) = %q, want %q", raw, got, want)
		}
	}
	if got := Trim("\u3000\ufeff单控开关（白）\u00a0\n"); got != "单控开关（白）" {
		t.Errorf("Trim = %q", got)
	}
}

func TestCleanTwiceIsClean(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		once := Clean(strings.TrimLeft(rapid.String().Draw(t, "raw"), "'‘’＇ \u3000"))
		if strings.HasPrefix(once, "'") || strings.HasPrefix(once, "‘") || strings.HasPrefix(once, "’") {
			return // text that begins with two apostrophes loses one each time
		}
		if twice := Clean(once); twice != once {
			t.Fatalf("%q became %q", once, twice)
		}
	})
}

func TestDayCountBecomesDate(t *testing.T) {
	t.Parallel()
	for serial, want := range map[string]string{
		"1": "1900-01-01", "59": "1900-02-28", "61": "1900-03-01", "46349": "2026-11-23",
		"46349.5": "2026-11-23T12:00:00", "46349.99999": "2026-11-23T23:59:59", "0.75": "18:00:00", "2958465": "9999-12-31",
	} {
		if got, ok := isoDate(serial, false); !ok || got != want {
			t.Errorf("isoDate(%s) = %q, want %q", serial, got, want)
		}
	}
	if got, _ := isoDate("44887", true); got != "2026-11-23" {
		t.Errorf("from 1904: %q", got)
	}
	for _, serial := range []string{"-1", "-0.5", "60", "2958466", "99999999999999999999"} {
		if got, ok := isoDate(serial, false); ok {
			t.Errorf("isoDate(%s) = %q, want none", serial, got)
		}
	}
}

func TestWhichFormatsAreDates(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]bool{
		"yyyy-mm-dd": true, `yyyy"年"m"月"d"日"`: true, "[$-804]yyyy/m/d;@": true, "h:mm": true, "[DBNum1]m月d日": true,
		"General": false, "G/通用格式": false, "0.00": false, "#,##0.00;[Red]-#,##0.00": false, `0" days"`: false,
		"[h]:mm": false, `_("$"* #,##0_)`: false, "0.00E+00": false, `\d0`: false, "@": false,
	} {
		if got := dateFormat(200, code); got != want {
			t.Errorf("dateFormat(%q) = %v", code, got)
		}
	}
	if !dateFormat(14, "") || !dateFormat(31, "") || dateFormat(2, "") || dateFormat(49, "") {
		t.Error("built-in formats are wrong")
	}
}

func TestCSVGuard(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"=1+1", "+1", "-1", "@A", "\tx", "\rx", "\nx", "\x00x", "＝1", "＋1", "－1", "＠A", " =1", "\u200b=1", "\u3000=1"} {
		if got := guardCSV(Text, text); got != "'"+text {
			t.Errorf("guardCSV(%q) = %q", text, got)
		}
	}
	for _, text := range []string{"", "a=1", "开关", "12", "1-2"} {
		if got := guardCSV(Text, text); got != text {
			t.Errorf("guardCSV(%q) = %q", text, got)
		}
	}
	if guardCSV(Money, "-12.50") != "-12.50" || guardCSV(Money, "-1+cmd()") != "'-1+cmd()" {
		t.Error("a number column is guarded wrongly")
	}
}

func TestUnescape(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]string{
		"a_x000D_b": "a\rb", "_x005F_x000D_": "_x000D_", "_x12": "_x12", "_xZZZZ_": "_xZZZZ_", "a_x_x0041_": "a_xA", "plain": "plain",
	} {
		if got := string(unescape([]byte(raw))); got != want {
			t.Errorf("unescape(%q) = %q, want %q", raw, got, want)
		}
	}
}
