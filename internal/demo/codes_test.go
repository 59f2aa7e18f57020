package demo

import (
	"strings"
	"testing"
)

func TestCheckDigitsOfPublishedExamples(t *testing.T) {
	t.Parallel()
	// EAN-13 of the GS1 handbook, organisation code of GB 11714's annex.
	if got := eanCheck("629104150021"); got != 3 {
		t.Errorf("check digit %d, want 3", got)
	}
	if got := organisationCheck("D2143569"); got != 'X' {
		t.Errorf("organisation check %c, want X", got)
	}
}

// validCredit checks a unified social credit code in the way a form does, from the standard.
func validCredit(code string) bool {
	if len(code) != 18 || strings.ContainsAny(code, "IOSVZ") {
		return false
	}
	weights := []int{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 0}
	sum := 0
	for i := range 17 {
		sum += strings.IndexByte(creditAlphabet, code[i]) * weights[i]
	}
	return strings.IndexByte(creditAlphabet, code[17]) == (31-sum%31)%31 && organisationCheck(code[8:16]) == code[16]
}

func TestCodesPassEveryForm(t *testing.T) {
	t.Parallel()
	b := Make(Options{Seed: 1, Dealers: 2_000})
	for d := range b.Dealers() {
		if !validCredit(d.CreditCode) {
			t.Errorf("%s has credit code %s", d.Code, d.CreditCode)
		}
	}
	for s := range b.SKUs() {
		sum := 0
		for i, digit := range s.Barcode {
			sum += int(digit-'0') * (1 + 2*(i%2))
		}
		if len(s.Barcode) != 13 || sum%10 != 0 {
			t.Errorf("%s has bar code %s", s.Code, s.Barcode)
		}
	}
}

func TestRegionUnder(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		code, above int
		want        bool
	}{
		{330106, 330000, true}, {330106, 330100, true}, {330106, 330106, true}, {330100, 330106, false},
		{330106, 330200, false}, {330000, 330100, false}, {110101, 310000, false},
	} {
		if got := RegionUnder(c.code, c.above); got != c.want {
			t.Errorf("%d under %d: %v", c.code, c.above, got)
		}
	}
}

func TestRegionPaths(t *testing.T) {
	t.Parallel()
	a := loadAtlas()
	for code, want := range map[int]string{
		330106: "浙江省杭州市西湖区", 110105: "北京市朝阳区", 500100: "重庆市", 441900: "广东省东莞市", 710000: "台湾省",
	} {
		if got := a.region(code).Path; got != want {
			t.Errorf("%d: %s, want %s", code, got, want)
		}
	}
	for code, want := range map[int]string{110100: "北京", 222400: "延边", 330100: "杭州", 232700: "大兴安岭", 532900: "大理"} {
		if got := a.short(code); got != want {
			t.Errorf("%d: %s, want %s", code, got, want)
		}
	}
}
