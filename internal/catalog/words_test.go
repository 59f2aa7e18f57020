package catalog

import (
	"slices"
	"strings"
	"testing"
)

func TestWordsHoldEveryReading(t *testing.T) {
	t.Parallel()
	words := strings.Fields(SearchWords(Names{Names: []string{"调光开关 USB插座", "调光开关"}, Codes: []string{"QM-101/0１", ""}}))
	for _, want := range []string{"调光开关", "tiaoguangkaiguan", "diaoguangkaiguan", "tgkg", "dgkg", "usb插座", "usbchazuo", "usbcz", "qm-101/01", "qm10101"} {
		if !slices.Contains(words, want) {
			t.Errorf("%s is missing in %v", want, words)
		}
	}
	sorted := slices.Sorted(slices.Values(words))
	if len(slices.Compact(sorted)) != len(words) {
		t.Errorf("words repeat: %v", words)
	}
}

// A long name of many readings stays short, but keeps each reading of each character.
func TestReadingsAreBounded(t *testing.T) {
	t.Parallel()
	if n := len(spellings(strings.Repeat("重长行", 20))); n > 4*maxSpellings {
		t.Errorf("%d spellings", n)
	}
}

func TestNumbersSortBySize(t *testing.T) {
	t.Parallel()
	list := []string{"10", "9", "-2", "0.5", "x", "-10", "1.25", "1.3", "007"}
	slices.SortFunc(list, compareNumbers)
	if want := []string{"-10", "-2", "0.5", "1.25", "1.3", "007", "9", "10", "x"}; !slices.Equal(list, want) {
		t.Errorf("sorted %v", list)
	}
}

func TestTheCacheIsBoundedAndForgets(t *testing.T) {
	t.Parallel()
	c := newItems(3)
	for i := range int32(10) {
		c.keep(0, []*Item{{ID: i, Code: string('a' + i)}})
	}
	if len(c.byID) != 3 || len(c.byCode) != 3 || c.byID[9] == nil {
		t.Errorf("%d kept", len(c.byID))
	}
	s := &Service{items: c}
	s.Forget(9)
	if c.byCode["j"] != nil {
		t.Error("a forgotten item is still found by its code")
	}
	c.keep(0, []*Item{{ID: 9, Code: "j"}}) // loaded before the forgetting
	if c.byID[9] != nil {
		t.Error("what was read before the change is kept after it")
	}
}
