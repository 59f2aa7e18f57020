package page_test

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"qudao/internal/fault"
	"qudao/internal/page"
)

func TestARequestIsMadeNormal(t *testing.T) {
	t.Parallel()
	for limit, want := range map[int]int{0: page.DefaultLimit, 1: 1, 200: 200} {
		got, err := page.Request{Limit: limit, Cursor: "c"}.Normal()
		if err != nil || got != (page.Request{Limit: want, Cursor: "c"}) {
			t.Errorf("limit %d becomes %+v, %v", limit, got, err)
		}
	}
	for limit, want := range map[int]error{201: page.ErrTooLarge, 1 << 40: page.ErrTooLarge, -1: page.ErrLimitInvalid} {
		_, err := page.Request{Limit: limit}.Normal()
		f, _ := fault.As(err)
		if !errors.Is(err, want) || f.Fields[0].Path != "limit" {
			t.Errorf("limit %d gives %v", limit, err)
		}
	}
}

func TestAnEmptyPageIsAnEmptyArray(t *testing.T) {
	t.Parallel()
	out, err := json.Marshal(page.Cut(nil, 50, func(int) []any { return nil }))
	if err != nil || string(out) != `{"items":[]}` {
		t.Errorf("%s, %v", out, err)
	}
}

// Appending to a page must not write into the row beyond it, which belongs to the caller.
func TestAPageEndsWhereItIsCut(t *testing.T) {
	t.Parallel()
	rows := []int{1, 2, 3}
	list := page.Cut(rows, 2, func(n int) []any { return []any{n} })
	list.Items = append(list.Items, 9)
	if rows[2] != 3 {
		t.Error("the caller's row is overwritten")
	}
}

func TestPagesShowEveryRowOnce(t *testing.T) {
	t.Parallel()
	type row struct {
		Name string
		ID   int64
	}
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfN(rapid.SampledFrom([]string{"甲", "乙", "", "a\"b"}), 0, 40).Draw(t, "names")
		slices.Sort(names)
		rows := make([]row, len(names))
		for i, name := range names {
			rows[i] = row{name, int64(i) + 1<<60} // beyond what floating point keeps
		}
		limit := rapid.IntRange(1, 10).Draw(t, "limit")

		var shown []row
		for cursor := ""; ; {
			start := 0
			if cursor != "" {
				var after row
				if err := page.Decode(cursor, &after.Name, &after.ID); err != nil {
					t.Fatal(err)
				}
				start = slices.Index(rows, after) + 1
			}
			fetched := rows[start:min(start+limit+1, len(rows))]
			list := page.Cut(fetched, limit, func(r row) []any { return []any{r.Name, r.ID} })
			shown = append(shown, list.Items...)
			if cursor = list.Next; cursor == "" {
				break
			}
			if len(list.Items) != limit {
				t.Fatalf("a page of %d that is not the last", len(list.Items))
			}
		}
		if !slices.Equal(shown, rows) {
			t.Fatalf("shown %v of %v", shown, rows)
		}
	})
}
