package order_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"qudao/internal/dealer"
	"qudao/internal/fault"
	"qudao/internal/money"
	"qudao/internal/once"
	"qudao/internal/order"
	. "qudao/internal/ordertest"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

func TestAnOrderIsPricedReservedAndOnTheRecord(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 3)
	placed := w.Place(1, Want("S1", 3), Want("S2", 2))
	o, err := w.Orders.Get(t.Context(), w.Dealer(1), placed.Number)
	if err != nil {
		t.Fatal(err)
	}
	if o.Total != Yuan(40) || o.Net+o.Tax != o.Total || len(o.Lines) != 2 {
		t.Errorf("5 pieces at 8.00 are %v, with tax %v + %v, in %d lines", o.Total, o.Net, o.Tax, len(o.Lines))
	}
	if o.State() != "in_review" || o.Version != 1 || len(o.Timeline) != 1 || o.Timeline[0].Who != "采购1" {
		t.Errorf("state %s version %d timeline %v", o.State(), o.Version, o.Timeline)
	}
	if w.Free("S1") != 117 {
		t.Errorf("%d pieces are free", w.Free("S1"))
	}
	if n := w.Int(`SELECT count(*)::int FROM audit.change WHERE tbl = 'orders.orders' AND key = $1 AND actor = $2`, placed.ID.String(), w.Dealer(1).Principal()); n != 1 {
		t.Errorf("%d audit rows", n)
	}
	if n := w.Int(`SELECT count(*)::int FROM queue.fact WHERE doc_id = $1 AND kind = 'order.placed'`, placed.ID.String()); n != 1 {
		t.Errorf("%d facts", n)
	}
	w.Holds()
}

func TestAnotherDealersPriceIsNotTheirs(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 1)
	o, err := w.Orders.Get(t.Context(), w.Dealer(2), w.Place(2, Want("S1", 1)).Number)
	if err != nil || o.Total != Yuan(10) {
		t.Fatalf("total %v, %v", o.Total, err)
	}
}

func TestAnotherDealersOrderIsNotThere(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 1)
	p := w.Place(1, Want("S1", 1))
	for _, ref := range []string{p.Number, p.ID.String(), "SO20261123-999999", "nonsense"} {
		if _, err := w.Orders.Get(t.Context(), w.Dealer(2), ref); !errors.Is(err, fault.NotFound) {
			t.Errorf("%s: got %v", ref, err)
		}
	}
	if _, err := w.Orders.Cancel(t.Context(), w.Dealer(2), order.Step{Order: p.ID}); !errors.Is(err, fault.NotFound) {
		t.Errorf("cancel: got %v", err)
	}
}

func TestRefusedLinesAreNamedWithTheirFacts(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 6)
	w.Exec(`UPDATE catalog.sku SET minimum = 5000, multiple = 5000 WHERE code = 'S2'`)
	w.Exec(`DELETE FROM pricing.price WHERE sku_id = 3`)
	w.Exec(`INSERT INTO catalog.product (code, name, category_id, category_path, unit, allow_ids, state, created_at, updated_at) VALUES ('P2', '专供', 1, '{1}', '只', '{2}', 'published', now(), now())`)
	w.Exec(`UPDATE catalog.sku SET product_id = 2 WHERE code = 'S4'`)
	cases := []struct {
		name string
		line order.LineInput
		want *fault.Definition
		fact string
		says any
	}{
		{"zero", Want("S1", 0), qty.ErrNotPositive, "", nil},
		{"negative", Want("S1", -1), qty.ErrNotPositive, "", nil},
		{"beyond any order", order.LineInput{SKU: "S1", Quantity: 1_000_000_000_000 * qty.One}, qty.ErrTooLarge, "", nil},
		{"below the minimum", Want("S2", 2), qty.ErrBelowMinimum, "minimum", "5"},
		{"not a multiple", Want("S2", 7), qty.ErrNotMultiple, "above", "10"},
		{"without a price", Want("S3", 1), order.PriceMissing, "sku", "S3"},
		{"published to others only", Want("S4", 1), order.SKUMissing, "sku", "S4"},
		{"unknown", Want("S999", 1), order.SKUMissing, "sku", "S999"},
		{"short by one", Want("S5", 121), order.StockShort, "left", "120"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := w.Orders.Place(t.Context(), w.Dealer(2), w.Input(2, Want("S6", 1), c.line))
			f, ok := fault.As(err)
			if !ok || len(f.Fields) != 1 || f.Fields[0].Definition != c.want {
				t.Fatalf("got %v", err)
			}
			if c.fact != "" && fmt.Sprint(f.Fields[0].Facts[c.fact]) != c.says {
				t.Errorf("fact %s is %v, want %v", c.fact, f.Fields[0].Facts[c.fact], c.says)
			}
			if n := w.Int(`SELECT count(*)::int FROM orders.orders`); n != 0 || w.Free("S6") != 120 {
				t.Errorf("the refusal left %d orders and %d pieces", n, w.Free("S6"))
			}
		})
	}
	w.Holds()
}

func TestAHiddenStockIsNotToldByItsRefusal(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 1)
	w.Exec(`UPDATE inventory.display SET mode = 'hidden'`)
	_, err := w.Orders.Place(t.Context(), w.Dealer(1), w.Input(1, Want("S1", 121)))
	f, ok := fault.As(err)
	if !ok || f.Fields[0].Definition != order.StockHidden || f.Fields[0].Facts["left"] != nil {
		t.Fatalf("got %v", err)
	}
}

func TestAChangedPriceIsSeenAtOnceAndToldWhenATotalWasExpected(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 1)
	w.Place(2, Want("S1", 1)) // the price is now in memory
	w.Exec(`UPDATE pricing.price SET price = 12500000 WHERE list_id = 1; UPDATE pricing.price_list SET version = version + 1 WHERE id = 1`)
	in := w.Input(2, Want("S1", 1))
	expected := Yuan(10)
	in.Expected = &expected
	_, err := w.Orders.Place(t.Context(), w.Dealer(2), in)
	if f, ok := fault.As(err); !ok || f.Definition != order.TotalChanged || fmt.Sprint(f.Facts["total"]) != "12.50" {
		t.Fatalf("got %v", err)
	}
	in.Expected = nil
	p, err := w.Orders.Place(t.Context(), w.Dealer(2), in)
	if err != nil {
		t.Fatal(err)
	}
	if o, _ := w.Orders.Get(t.Context(), w.Dealer(2), p.Number); o.Total != money.Amount(1250) {
		t.Errorf("charged %v", o.Total)
	}
}

func TestWhatIsNoLongerPublishedCannotBeOrderedFromAStaleCache(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 1)
	w.Place(1, Want("S1", 1))
	w.Exec(`UPDATE catalog.product SET deny_ids = '{1}', version = version + 1; UPDATE catalog.sku SET version = version + 1`)
	_, err := w.Orders.Place(t.Context(), w.Dealer(1), w.Input(1, Want("S1", 1)))
	if f, ok := fault.As(err); !ok || len(f.Fields) != 1 || f.Fields[0].Definition != order.SKUMissing {
		t.Fatalf("got %v", err)
	}
}

func TestAFrozenDealerCannotOrderFromAStaleCache(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 1)
	w.Place(1, Want("S1", 1))
	w.Exec(`UPDATE dealer.dealer SET state = 'frozen', version = version + 1`)
	if _, err := w.Orders.Place(t.Context(), w.Dealer(1), w.Input(1, Want("S1", 1))); !errors.Is(err, dealer.Frozen) {
		t.Fatalf("got %v", err)
	}
}

func TestALineIsSplitOverWarehousesWhenNoneHasAll(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 1)
	p := w.Place(1, Want("S1", 110))
	if n := w.Int(`SELECT count(*)::int FROM inventory.held WHERE order_id = $1`, p.ID); n != 2 {
		t.Errorf("%d reservations", n)
	}
	if w.Free("S1") != 10 {
		t.Errorf("%d left", w.Free("S1"))
	}
	w.Holds()
}

func TestTheSameKeyPlacesOnce(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 1)
	hash, _ := once.Hash("body")
	ctx := once.With(t.Context(), once.Key{Principal: w.Dealer(1).Principal(), Route: "place", Key: "k", Body: hash})
	in := w.Input(1, Want("S1", 1))
	first, err := w.Orders.Place(ctx, w.Dealer(1), in)
	if err != nil {
		t.Fatal(err)
	}
	w.Exec(`UPDATE catalog.sku SET state = 'archived', version = version + 1`) // even when it could not be placed today
	w.Goods.Reset()
	again, err := w.Orders.Place(ctx, w.Dealer(1), in)
	if err != nil || again != first {
		t.Fatalf("got %v, %v; want %v", again, err, first)
	}
	other, _ := once.Hash("other")
	ctx = once.With(t.Context(), once.Key{Principal: w.Dealer(1).Principal(), Route: "place", Key: "k", Body: other})
	if _, err := w.Orders.Place(ctx, w.Dealer(1), in); !errors.Is(err, once.OtherBody) {
		t.Fatalf("another body: %v", err)
	}
	if n := w.Int(`SELECT count(*)::int FROM orders.orders`); n != 1 {
		t.Fatalf("%d orders", n)
	}
}

// N pieces and many more buyers: exactly N are sold, whatever the slices were.
func TestManyBuyersOfFewPiecesGetExactlyThose(t *testing.T) {
	t.Parallel()
	const buyers, pieces = 40, 120
	w := New(t, buyers, 2)
	var mu sync.Mutex
	sold, refusals := 0, 0
	var wg sync.WaitGroup
	inputs := make([]order.PlaceInput, buyers+1)
	for n := 1; n <= buyers; n++ {
		inputs[n] = w.Input(n, Want("S1", 1), Want("S2", 1))
	}
	w.Exec(`UPDATE inventory.level SET on_hand = on_hand + 100000 WHERE sku_id = 2`)
	for n := 1; n <= buyers; n++ {
		wg.Go(func() {
			for range 5 {
				_, err := w.Orders.Place(t.Context(), w.Dealer(n), inputs[n])
				mu.Lock()
				switch f, ok := fault.As(err); {
				case err == nil:
					sold++
				case ok && len(f.Fields) == 1 && f.Fields[0].Definition == order.StockShort && f.Fields[0].Path == "lines[0]":
					refusals++
				default:
					t.Errorf("got %v", err)
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	if sold != pieces || sold+refusals != buyers*5 {
		t.Fatalf("sold %d of %d, refused %d", sold, pieces, refusals)
	}
	if n := w.Int(`SELECT sum(reserved)::int / 1000 FROM inventory.level WHERE sku_id = 1`); n != pieces {
		t.Fatalf("%d reserved", n)
	}
	if n := w.Int(`SELECT sum(reserved)::int / 1000 FROM inventory.level WHERE sku_id = 2`); n != pieces {
		t.Fatalf("a refused order kept its other line: %d reserved", n)
	}
}

func TestAnOrderBelowTheLimitIsAcceptedAtOnce(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 1)
	boss := w.Staff("boss", org.OrderSetting, org.OrderRead)
	rule, err := w.Orders.Rule(t.Context(), boss)
	if err != nil {
		t.Fatal(err)
	}
	rule.AutoAcceptBelow = Yuan(16)
	if _, err := w.Orders.SetRule(t.Context(), boss, rule); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Orders.SetRule(t.Context(), boss, rule); !errors.Is(err, pg.VersionChanged) {
		t.Errorf("an edit of an old version: %v", err)
	}
	small, _ := w.Orders.Get(t.Context(), w.Dealer(1), w.Place(1, Want("S1", 2)).Number)
	large, _ := w.Orders.Get(t.Context(), w.Dealer(1), w.Place(1, Want("S1", 3)).Number)
	if small.State() != "accepted" || small.Version != 2 || large.State() != "in_review" {
		t.Errorf("small %s (version %d), large %s", small.State(), small.Version, large.State())
	}
	w.Holds()
}
