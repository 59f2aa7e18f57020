package pricing_test

import (
	"errors"
	"testing"
	"time"

	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/pricing"
)

func TestListsAreAskedInTheirOrder(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	for _, list := range []string{"BASE", "GOLD", "EAST", "OWN"} {
		w.price(t, list, "S1", map[string]int64{"BASE": 9, "GOLD": 8, "EAST": 7, "OWN": 6}[list])
	}
	w.price(t, "BASE", "S2", 9)
	w.price(t, "GOLD", "S2", 10)
	for _, c := range []struct{ dealer, sku, want string }{
		{"D1", "S1", "6.00 OWN"}, {"D2", "S1", "8.00 GOLD"}, {"D1", "S2", "10.00 GOLD"}, {"D1", "S3", "none"},
	} {
		if got := w.explain(t, c.dealer, c.sku); got != c.want {
			t.Errorf("%s of %s is %s, want %s", c.sku, c.dealer, got, c.want)
		}
	}

	edit := func(code string, change func(in *pricing.ListInput), want string) {
		t.Helper()
		e, err := w.List(t.Context(), clerk, code)
		if err != nil {
			t.Fatal(err)
		}
		in := pricing.ListInput{Name: e.Name, Priority: e.Priority, ValidFrom: e.ValidFrom, ValidTo: e.ValidTo, State: e.State}
		if e.Audience != nil {
			in.Audience = e.Audience.Code
		}
		if e.Dealer != nil {
			in.Dealer = e.Dealer.Code
		}
		change(&in)
		if _, err := w.EditList(t.Context(), clerk, code, e.Version, in); err != nil {
			t.Fatal(err)
		}
		if got := w.explain(t, "D1", "S1"); got != want {
			t.Errorf("S1 is %s, want %s", got, want)
		}
	}
	edit("OWN", func(in *pricing.ListInput) { in.ValidTo = ago(time.Hour) }, "7.00 EAST")
	edit("GOLD", func(in *pricing.ListInput) { in.Priority = 3 }, "8.00 GOLD")
	edit("GOLD", func(in *pricing.ListInput) { in.State = pricing.ListArchived }, "7.00 EAST")
	edit("EAST", func(in *pricing.ListInput) { in.ValidFrom = ago(-time.Hour) }, "9.00 BASE")
	edit("OWN", func(in *pricing.ListInput) { in.ValidTo, in.Dealer = nil, "D2" }, "9.00 BASE")
	if got := w.explain(t, "D2", "S1"); got != "6.00 OWN" {
		t.Errorf("the list that D2 was given is not asked: %s", got)
	}
}

func TestAListIsStoredAndShown(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	w.price(t, "GOLD", "S1", 8)
	w.price(t, "GOLD", "S2", 8)
	e, err := w.List(t.Context(), clerk, "GOLD")
	if err != nil {
		t.Fatal(err)
	}
	if e.Audience == nil || *e.Audience != (pricing.Ref{Code: "GOLD", Name: "金牌"}) || e.Dealer != nil || e.Count != 2 || e.Version != 3 ||
		e.State != pricing.ListActive || e.Currency != "CNY" || !e.TaxIncluded {
		t.Errorf("%+v", e)
	}
	var codes []string
	cursor := ""
	for {
		got, err := w.Lists(t.Context(), clerk, pricing.ListsFilter{Request: page.Request{Limit: 3, Cursor: cursor}})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range got.Items {
			codes = append(codes, e.Code)
		}
		if cursor = got.Next; cursor == "" {
			break
		}
	}
	if len(codes) != 4 || codes[0] != "OWN" || codes[1] != "EAST" || codes[2] != "GOLD" || codes[3] != "BASE" {
		t.Errorf("%v", codes)
	}
	got, err := w.Lists(t.Context(), clerk, pricing.ListsFilter{Text: "oL", Kind: pricing.KindAudience, State: pricing.ListActive})
	if err != nil || len(got.Items) != 1 || got.Items[0].Code != "GOLD" {
		t.Errorf("%+v %v", got, err)
	}
}

func TestWrongListsAreRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	good := pricing.ListInput{Code: "NEW", Name: "新价", Kind: pricing.KindAudience, Audience: "GOLD"}
	for name, c := range map[string]struct {
		change func(in *pricing.ListInput)
		want   *fault.Definition
		path   string
	}{
		"no code":                {func(in *pricing.ListInput) { in.Code = "" }, pricing.CodeInvalid, "code"},
		"a code with a blank":    {func(in *pricing.ListInput) { in.Code = "a b" }, pricing.CodeInvalid, "code"},
		"a taken code":           {func(in *pricing.ListInput) { in.Code = "GOLD" }, pricing.CodeTaken, "code"},
		"a blank name":           {func(in *pricing.ListInput) { in.Name = "  " }, pricing.NameInvalid, "name"},
		"no kind":                {func(in *pricing.ListInput) { in.Kind = "" }, pricing.KindUnknown, "kind"},
		"no audience":            {func(in *pricing.ListInput) { in.Audience = "" }, pricing.ForWhomMissing, "audience"},
		"an unknown audience":    {func(in *pricing.ListInput) { in.Audience = "NONE" }, pricing.AudienceUnknown, "audience"},
		"an audience and dealer": {func(in *pricing.ListInput) { in.Dealer = "D1" }, pricing.ForWhomTooMuch, "dealer"},
		"an unknown dealer":      {func(in *pricing.ListInput) { in.Kind, in.Audience, in.Dealer = pricing.KindDealer, "", "D9" }, pricing.DealerUnknown, "dealer"},
		"a second base list":     {func(in *pricing.ListInput) { in.Kind, in.Audience = pricing.KindBase, "" }, pricing.BaseExists, ""},
		"dates in reverse":       {func(in *pricing.ListInput) { in.ValidFrom, in.ValidTo = ago(time.Hour), ago(2*time.Hour) }, pricing.DatesReversed, "valid_to"},
		"an unknown state":       {func(in *pricing.ListInput) { in.State = "gone" }, pricing.StateUnknown, "state"},
		"a base list's priority": {func(in *pricing.ListInput) { in.Kind, in.Audience, in.Priority = pricing.KindBase, "", 1 }, pricing.ForWhomTooMuch, "priority"},
	} {
		in := good
		c.change(&in)
		_, err := w.CreateList(t.Context(), clerk, in)
		f, _ := fault.As(err)
		switch {
		case f == nil:
			t.Errorf("%s: %v", name, err)
		case c.path == "" && f.Definition != c.want:
			t.Errorf("%s: %v", name, err)
		case c.path != "" && (len(f.Fields) != 1 || f.Fields[0].Path != c.path || f.Fields[0].Definition != c.want):
			t.Errorf("%s: %v", name, err)
		}
	}
	if n := value[int](t, w, `SELECT count(*) FROM pricing.price_list`); n != 4 {
		t.Errorf("%d lists", n)
	}
}

func TestAnEditNeedsTheVersionItWasMadeOn(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	in := pricing.ListInput{Name: "金牌价", Audience: "GOLD", Priority: 1}
	if _, err := w.EditList(t.Context(), clerk, "GOLD", 7, in); !errors.Is(err, pg.VersionChanged) {
		t.Errorf("an edit of version 7: %v", err)
	}
	book := value[int](t, w, `SELECT version FROM pricing.book`)
	e, err := w.EditList(t.Context(), clerk, "GOLD", 1, in)
	if err != nil || e.Version != 2 || e.Name != "金牌价" || e.Kind != pricing.KindAudience {
		t.Errorf("%+v %v", e, err)
	}
	e, err = w.EditList(t.Context(), clerk, "GOLD", 2, in)
	if err != nil || e.Version != 2 {
		t.Errorf("saying the same again: %+v %v", e, err)
	}
	if now := value[int](t, w, `SELECT version FROM pricing.book`); now != book+1 {
		t.Errorf("the book went from %d to %d by one change", book, now)
	}
	if n := value[int](t, w, `SELECT count(*) FROM queue.fact WHERE kind = 'price_list.changed' AND doc_id = 'GOLD' AND seq = 2`); n != 1 {
		t.Errorf("%d facts", n)
	}
	if _, err := w.EditList(t.Context(), clerk, "NONE", 0, in); !fault.Is(err, fault.Missing) {
		t.Errorf("an edit of a list that is not there: %v", err)
	}
}

func TestPricesNeedTheirPermissions(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.lists(t)
	nobody := org.Actor{Kind: org.Staff, ID: "service"}
	reader := org.Actor{Kind: org.Staff, ID: "director", Permissions: org.Of(org.PriceRead)}
	ctx := t.Context()
	for name, call := range map[string]func(who org.Actor) error{
		"lists":   func(who org.Actor) error { _, err := w.Lists(ctx, who, pricing.ListsFilter{}); return err },
		"list":    func(who org.Actor) error { _, err := w.List(ctx, who, "BASE"); return err },
		"prices":  func(who org.Actor) error { _, err := w.Prices(ctx, who, "BASE", pricing.PricesFilter{}); return err },
		"explain": func(who org.Actor) error { _, err := w.Explain(ctx, who, "D1", "S1", 0); return err },
	} {
		if err := call(nobody); !errors.Is(err, org.Forbidden) {
			t.Errorf("%s: %v", name, err)
		}
		if err := call(reader); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, call := range map[string]func() error{
		"create":  func() error { _, err := w.CreateList(ctx, reader, pricing.ListInput{}); return err },
		"edit":    func() error { _, err := w.EditList(ctx, reader, "BASE", 1, pricing.ListInput{}); return err },
		"change":  func() error { _, err := w.Change(ctx, reader, "BASE", nil); return err },
		"each":    func() error { _, err := w.ChangeEach(ctx, reader, "BASE", nil); return err },
		"rows":    func() error { _, err := w.ChangePrices(ctx, reader, "BASE", nil); return err },
		"a check": func() error { _, err := w.CheckPrices(ctx, reader, "BASE", nil); return err },
	} {
		if err := call(); !errors.Is(err, org.Forbidden) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
