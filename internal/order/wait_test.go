package order_test

import (
	"errors"
	"testing"
	"time"

	"qudao/internal/order"
	. "qudao/internal/ordertest"
	"qudao/internal/org"
)

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
	for end := time.Now().Add(10 * time.Second); w.Int(`SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`) == 0; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the move does not wait")
		}
	}
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
