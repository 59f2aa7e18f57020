package purchasing_test

import (
	"errors"
	"testing"

	"qudao/internal/fault"
	"qudao/internal/order"
	. "qudao/internal/ordertest"
	"qudao/internal/org"
	"qudao/internal/purchasing"
	"qudao/internal/qty"
)

func want(sku string, pieces int) purchasing.Wanted {
	return purchasing.Wanted{SKU: sku, Quantity: qty.Quantity(pieces) * qty.One}
}

func TestACartIsPricedForWhoAsks(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 2)
	for n, total := range map[int]int{1: 8*3 + 8, 2: 10*3 + 10} {
		if err := w.Carts.Add(t.Context(), w.Dealer(n), []purchasing.Wanted{want("S1", 1), want("S2", 1), want("S1", 2)}); err != nil {
			t.Fatal(err)
		}
		c, err := w.Carts.Cart(t.Context(), w.Dealer(n), fault.Chinese)
		if err != nil || len(c.Lines) != 2 || c.Basket.Total != Yuan(total) || !c.Placeable {
			t.Errorf("dealer %d: %d lines, %v, placeable %v, %v", n, len(c.Lines), c.Basket.Total, c.Placeable, err)
		}
	}
}

func TestACartSaysWhatPlacementWouldSay(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 5)
	w.Exec(`UPDATE catalog.sku SET minimum = 5000, multiple = 5000 WHERE code = 'S2'; DELETE FROM pricing.price WHERE sku_id = 3`)
	in := []purchasing.Wanted{want("S1", 1), want("S2", 7), want("S3", 1), want("S4", 121)}
	if err := w.Carts.Add(t.Context(), w.Dealer(1), in); err != nil {
		t.Fatal(err)
	}
	c, err := w.Carts.Cart(t.Context(), w.Dealer(1), fault.Chinese)
	if err != nil || c.Placeable {
		t.Fatalf("placeable %v, %v", c.Placeable, err)
	}
	for i, code := range []string{"", "quantity_not_multiple", "price_missing", "stock_short"} {
		f, ok := fault.As(c.Lines[i].Problem)
		if (code != "") != ok || ok && f.Code != code {
			t.Errorf("line %d: %v, want %q", i, c.Lines[i].Problem, code)
		}
		if code == "" {
			continue
		}
		_, err := w.Orders.Place(t.Context(), w.Dealer(1), w.Input(1, order.LineInput(in[i])))
		if p, ok := fault.As(err); !ok || len(p.Fields) != 1 || p.Fields[0].Code != code {
			t.Errorf("line %d: placement says %v", i, err)
		}
	}
}

func TestWhatCannotBeHadIsNotPutIntoACart(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 2)
	w.Exec(`UPDATE catalog.product SET allow_ids = '{2}'`)
	if err := w.Carts.Put(t.Context(), w.Dealer(2), want("S1", 1)); err == nil {
		t.Error("another audience's SKU was taken")
	}
	if err := w.Carts.Put(t.Context(), w.Dealer(1), want("S1", -1)); err == nil {
		t.Error("a negative quantity was taken")
	}
	if err := w.Carts.Put(t.Context(), w.Staff("x"), want("S1", 1)); !errors.Is(err, org.Forbidden) {
		t.Errorf("without permission: %v", err)
	}
	left, err := w.Carts.AddPossible(t.Context(), w.Dealer(1), []purchasing.Wanted{want("S1", 1), want("GONE", 1)}, fault.Chinese)
	if err != nil || len(left) != 1 || left[0].SKU != "GONE" || left[0].Problem == nil {
		t.Errorf("left %v, %v", left, err)
	}
	if n := w.Int(`SELECT count(*)::int FROM purchasing.cart_line`); n != 1 {
		t.Errorf("%d lines", n)
	}
}

func TestAnotherAccountsCartIsNotSeen(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 1)
	if err := w.Carts.Put(t.Context(), w.Dealer(1), want("S1", 1)); err != nil {
		t.Fatal(err)
	}
	c, err := w.Carts.Cart(t.Context(), w.Dealer(2), fault.Chinese)
	if err != nil || len(c.Lines) != 0 {
		t.Fatalf("%d lines, %v", len(c.Lines), err)
	}
	if err := w.Carts.Remove(t.Context(), w.Dealer(2)); err != nil {
		t.Fatal(err)
	}
	if n := w.Int(`SELECT count(*)::int FROM purchasing.cart_line`); n != 1 {
		t.Errorf("%d lines are left", n)
	}
	if err := w.Carts.Put(t.Context(), w.Dealer(1), want("S1", 0)); err != nil {
		t.Fatal(err)
	}
	if n := w.Int(`SELECT count(*)::int FROM purchasing.cart_line`); n != 0 {
		t.Errorf("%d lines are left", n)
	}
}

func TestPartNumbersAreRecognisedAndPriced(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 3)
	rows := purchasing.ReadPaste("s1 3\nQY2\t2\nnothing like it\t1")
	got, err := w.Carts.Recognise(t.Context(), w.Dealer(1), rows, fault.Chinese)
	if err != nil || len(got) != 3 {
		t.Fatalf("%d rows, %v", len(got), err)
	}
	if got[0].Offer == nil || got[0].Offer.Item.Code != "S1" || got[0].Offer.Price.Price != 8_000_000 || got[0].Problem != nil {
		t.Errorf("%+v", got[0])
	}
	if got[1].Offer == nil || got[1].Offer.Item.Code != "S2" || got[1].Quantity != 2*qty.One {
		t.Errorf("%+v", got[1])
	}
	if got[2].Offer != nil || got[2].Problem == nil {
		t.Errorf("%+v", got[2])
	}
}
