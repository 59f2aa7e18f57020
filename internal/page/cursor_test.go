package page_test

import (
	"encoding/base64"
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"qudao/internal/id"
	"qudao/internal/money"
	"qudao/internal/page"
)

func TestACursorKeepsItsKeys(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		name := strings.ReplaceAll(rapid.StringN(0, 200, 800).Draw(t, "name"), "\x00", "")
		number := rapid.Int64().Draw(t, "number")
		at := time.UnixMicro(rapid.Int64Range(0, 1<<50).Draw(t, "at")).UTC()
		key := id.ID(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
		amount := money.Amount(rapid.Int64Range(-1e15+1, 1e15-1).Draw(t, "amount"))
		absent := rapid.SampledFrom([]*int64{nil, &number}).Draw(t, "absent")

		var (
			gotName, cursor = "", page.Encode(name, number, at, key, amount, absent)
			gotNumber       int64
			gotAt           time.Time
			gotKey          id.ID
			gotAmount       money.Amount
			gotAbsent       *int64
		)
		if err := page.Decode(cursor, &gotName, &gotNumber, &gotAt, &gotKey, &gotAmount, &gotAbsent); err != nil {
			t.Fatal(err)
		}
		if gotName != name || gotNumber != number || !gotAt.Equal(at) || gotKey != key || gotAmount != amount {
			t.Fatalf("%q came back with other keys", cursor)
		}
		if (gotAbsent == nil) != (absent == nil) || absent != nil && *gotAbsent != *absent {
			t.Fatalf("%v came back as %v", absent, gotAbsent)
		}
	})
}

func TestAWrongCursorIsRefused(t *testing.T) {
	t.Parallel()
	good := page.Encode("甲", 7)
	for name, cursor := range map[string]string{
		"empty":              "",
		"not base64":         "%%%",
		"padded":             good + "=",
		"line break":         good[:4] + "\n" + good[4:],
		"standard alphabet":  "++//",
		"cut short":          good[:len(good)-1],
		"loose last bits":    base64.RawURLEncoding.EncodeToString([]byte(`["a",7]`))[:9] + "R",
		"not JSON":           encoded(`hello`),
		"not an array":       encoded(`{"a":1}`),
		"null":               encoded(`null`),
		"one key":            encoded(`["甲"]`),
		"three keys":         encoded(`["甲",7,8]`),
		"other types":        encoded(`[7,"甲"]`),
		"a fraction":         encoded(`["甲",7.5]`),
		"an exponent":        encoded(`["甲",7e30]`),
		"beyond int64":       encoded(`["甲",9223372036854775808]`),
		"a null key":         encoded(`["甲",null]`),
		"a null text":        encoded(`[null,7]`),
		"a nested key":       encoded(`[["甲"],7]`),
		"zero byte":          encoded(`["\u0000",7]`),
		"not UTF-8":          encoded("[\"\xff\",7]"),
		"something after":    encoded(`["甲",7] x`),
		"long":               page.Encode(strings.Repeat("a", 5000), 7),
		"deep":               encoded(strings.Repeat("[", 3000)),
		"a cursor of others": page.Encode(1, 2, 3),
	} {
		var text string
		var number int64
		if err := page.Decode(cursor, &text, &number); !errors.Is(err, page.ErrCursorInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAKeyThatJSONCannotHoldPanics(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	page.Encode(math.Inf(1))
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"", "%", page.Encode(), page.Encode("甲", 7), page.Encode("甲", nil), page.Encode(nil, 7),
		encoded(`["\u0000",7]`), encoded(`["\ud800",7]`), encoded(`[[[`), encoded(`["a",-0]`), encoded(`[{},7]`),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, cursor string) {
		var text, textAgain string
		var number, numberAgain int64
		var perhaps *time.Time
		if err := page.Decode(cursor, &perhaps); err != nil && !errors.Is(err, page.ErrCursorInvalid) {
			t.Fatalf("%q gives %v", cursor, err)
		}
		if err := page.Decode(cursor, &text, &number); err != nil {
			if !errors.Is(err, page.ErrCursorInvalid) {
				t.Fatalf("%q gives %v", cursor, err)
			}
			return
		}
		if strings.ContainsRune(text, 0) {
			t.Fatalf("%q holds a zero byte", cursor)
		}
		if err := page.Decode(page.Encode(text, number), &textAgain, &numberAgain); err != nil || textAgain != text || numberAgain != number {
			t.Fatalf("%q and %d come back as %q and %d, %v", text, number, textAgain, numberAgain, err)
		}
	})
}

func encoded(text string) string { return base64.RawURLEncoding.EncodeToString([]byte(text)) }
