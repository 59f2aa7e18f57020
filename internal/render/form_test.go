package render_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"qudao/internal/fault"
	"qudao/internal/pdftext"
	"qudao/internal/render"
)

var printedAt = time.Date(2026, 11, 23, 15, 30, 0, 0, time.UTC)

func aForm(rows int) render.Form {
	f := render.Form{Issuer: "启明电气", Details: "宁波市北仑区迎宾大道 688 号", Title: "订单", Number: "SO20261123-000042",
		Facts:   []render.Fact{{Label: "经销商", Text: "杭州华信电器有限公司"}, {Label: "下单人", Text: "王芳"}, {Label: "收货地址", Text: "浙江省杭州市西湖区文三路 1 号", Wide: true}},
		Columns: []render.FormColumn{{Title: "行", Width: 9, Align: render.Center}, {Title: "名称", Width: 100}, {Title: "数量", Width: 30, Align: render.Right}},
		Totals:  []string{"", "合计", "12,345"}, Sums: []render.Fact{{Label: "商品金额", Text: "1.00"}, {Label: "应付合计", Text: "¥ 1.00"}},
		Remarks: []render.Fact{{Label: "大写金额", Text: "人民币壹元整"}}, Boxes: []string{"制单", "审核"}, Foot: "打印 2026-11-23"}
	for i := range rows {
		f.Rows = append(f.Rows, []string{fmt.Sprint(i + 1), fmt.Sprintf("五孔插座 %d 型", i+1), "10"})
	}
	return f
}

func printed(t *testing.T, lang fault.Language, forms ...render.Form) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := render.WriteForms(&out, "订单", lang, printedAt, forms...); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestAFormShowsAllThatItHolds(t *testing.T) {
	t.Parallel()
	pages := pdftext.Pages(t, printed(t, fault.Chinese, aForm(3)))
	if len(pages) != 1 {
		t.Fatalf("%d pages", len(pages))
	}
	for _, want := range []string{"启明电气", "订单", "SO20261123-000042", "杭州华信电器有限公司", "收货地址", "浙江省杭州市西湖区文三路 1 号", "名称", "五孔插座 3 型", "12,345", "人民币壹元整", "¥ 1.00", "制单", "审核", "第 1 页 / 共 1 页"} {
		if !slices.Contains(pages[0], want) {
			t.Errorf("%s is not on the page: %q", want, pages[0])
		}
	}
}

func TestALongFormRepeatsItsHeadsAndCountsItsPages(t *testing.T) {
	t.Parallel()
	pages := pdftext.Pages(t, printed(t, fault.English, aForm(1000), aForm(2)))
	if len(pages) < 20 {
		t.Fatalf("%d pages", len(pages))
	}
	long := pages[:len(pages)-1]
	rows := 0
	for i, page := range long {
		for _, want := range []string{"SO20261123-000042", "名称", "数量", fmt.Sprintf("Page %d of %d", i+1, len(long))} {
			if !slices.Contains(page, want) {
				t.Errorf("page %d lacks %s", i+1, want)
			}
		}
		for _, text := range page {
			if strings.HasPrefix(text, "五孔插座") {
				rows++
			}
		}
		if !slices.ContainsFunc(page, func(text string) bool { return strings.HasPrefix(text, "五孔插座") }) {
			t.Errorf("page %d holds no row: %q", i+1, page)
		}
	}
	if last := pages[len(pages)-1]; rows != 1000 || !slices.Contains(last, "Page 1 of 1") {
		t.Errorf("%d rows, then %q", rows, last)
	}
}

// Whatever the number of rows, the boxes to sign in stand under a row.
func TestNoPageHoldsSignaturesAlone(t *testing.T) {
	t.Parallel()
	for rows := range 90 {
		pages := pdftext.Pages(t, printed(t, fault.Chinese, aForm(rows)))
		last := pages[len(pages)-1]
		if !slices.Contains(last, "制单") || rows > 0 && !slices.Contains(last, fmt.Sprintf("五孔插座 %d 型", rows)) {
			t.Errorf("with %d rows the last of %d pages is %q", rows, len(pages), last)
		}
	}
}

func TestLongTextsWrapAndLoseNothing(t *testing.T) {
	t.Parallel()
	f := aForm(1)
	name := strings.Repeat("加长型防水防尘明装五孔插座（带开关、带指示灯）Heavy-duty waterproof ", 60)
	f.Rows[0][1] = name
	pages := pdftext.Pages(t, printed(t, fault.Chinese, f))
	got := ""
	for _, page := range pages {
		for _, text := range page {
			if strings.Contains(name, text) {
				got += text
			}
		}
	}
	squeeze := func(s string) string { return strings.ReplaceAll(s, " ", "") }
	if squeeze(got) != squeeze(name) {
		t.Errorf("over %d pages came %d of %d characters", len(pages), len(squeeze(got)), len(squeeze(name)))
	}
	if len(pages) < 2 {
		t.Errorf("a row of %d characters stands on one page", len([]rune(name)))
	}
}

func TestARareCharacterDoesNotVanish(t *testing.T) {
	t.Parallel()
	f := aForm(1)
	f.Facts[1].Text = "王玥堃"           // standard characters outside GB 2312
	f.Facts[0].Text = "𠮷田\u200b商行\tA" // the first is in no face
	text := pdftext.Text(t, printed(t, fault.Chinese, f))
	for _, want := range []string{"王玥堃", "〓田商行 A"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in %s", want, text)
		}
	}
}

func TestTheSameFormIsTheSameBytes(t *testing.T) {
	t.Parallel()
	if !bytes.Equal(printed(t, fault.Chinese, aForm(40)), printed(t, fault.Chinese, aForm(40))) {
		t.Error("two prints differ")
	}
}

func TestANumberThatNoBarcodeCanHoldIsAnError(t *testing.T) {
	t.Parallel()
	f := aForm(1)
	f.Number = "订单一"
	if err := render.WriteForms(&bytes.Buffer{}, "x", fault.Chinese, printedAt, f); err == nil {
		t.Error("printed")
	}
}

func BenchmarkAThousandRows(b *testing.B) {
	f := aForm(1000)
	for b.Loop() {
		if err := render.WriteForms(&bytes.Buffer{}, "x", fault.Chinese, printedAt, f); err != nil {
			b.Fatal(err)
		}
	}
}
