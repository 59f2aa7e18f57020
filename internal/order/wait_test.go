package order_test

import (
	"errors"
	"testing"
	"time"

	"qudao/internal/fault"
	"qudao/internal/order"
	. "qudao/internal/ordertest"
	"qudao/internal/org"
)

// waits returns when somebody waits for a lock.
func waits(t *testing.T, w *World) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); w.Int(`SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`) == 0; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("nobody waits")
		}
	}
}

// An order that was decided on stock which somebody else takes at the same moment is decided again.
func TestStockThatWentMeanwhileIsNotPromised(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 2)
	other, err := w.Super.Pool().Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Rollback(t.Context())
	if _, err := other.Exec(t.Context(), `UPDATE inventory.level SET safety = on_hand WHERE sku_id = 1`); err != nil {
		t.Fatal(err)
	}
	in := w.Input(1)
	in.Lines = append(in.Lines, Want("S1", 1), Want("S2", 1))
	placed := make(chan error, 1)
	go func() {
		_, err := w.Orders.Place(t.Context(), w.Dealer(1), in)
		placed <- err
	}()
	waits(t, w)
	if err := other.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	f, refused := fault.As(<-placed)
	if !refused || len(f.Fields) != 1 || f.Fields[0].Definition != order.StockShort || f.Fields[0].Path != "lines[0]" {
		t.Errorf("the last pieces went to somebody else, and the order was answered: %v", f)
	}
	if n := w.Int(`SELECT sum(reserved)::int FROM inventory.level`); n != 0 {
		t.Errorf("%d are reserved for a refused order", n)
	}
}

// A move that had to wait for another decides on what that one left, not on what stood there before.
func TestAMoveThatWaitedLooksAgain(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 1)
	p := w.Place(1, Want("S1", 1))
	other, err := w.Super.Pool().Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Rollback(t.Context())
	if _, err := other.Exec(t.Context(), `UPDATE orders.orders SET review = 'cancelled', fulfilment = 'none', closed_at = now(), version = version + 1 WHERE id = $1`, p.ID); err != nil {
		t.Fatal(err)
	}
	moved := make(chan error, 1)
	go func() {
		_, err := w.Orders.Accept(t.Context(), w.Staff("desk", org.OrderReview), order.Step{Order: p.ID})
		moved <- err
	}()
	waits(t, w)
	if err := other.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := <-moved; !errors.Is(err, order.WrongState) {
		t.Errorf("the order was cancelled meanwhile, and to accept it said: %v", err)
	}
	if n := w.Int(`SELECT count(*)::int FROM orders.orders WHERE review = 'cancelled'`); n != 1 {
		t.Error("the order is no longer cancelled")
	}
}
