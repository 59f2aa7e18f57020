package order_test

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/money"
	"qudao/internal/order"
	. "qudao/internal/ordertest"
	"qudao/internal/org"
)

func yuan(n int) *money.Amount {
	a := Yuan(n)
	return &a
}

func TestAnOrderAboveWhatItsAccountMayOrderIsRefused(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 2)
	who := w.Limited(2, "buyer", org.Limits{PerOrder: yuan(50), PerMonth: yuan(90)})
	_, err := w.Orders.Place(t.Context(), who, w.Input(2, Want("S1", 6)))
	f, ok := fault.As(err)
	if !errors.Is(err, order.OverOrder) || !ok || f.Facts["limit"] != Yuan(50) || f.Facts["total"] != Yuan(60) || f.Facts["over"] != Yuan(10) {
		t.Errorf("60.00 of 50.00: %v", err)
	}
	for range 2 {
		if _, err := w.Orders.Place(t.Context(), who, w.Input(2, Want("S1", 4))); err != nil {
			t.Fatal(err)
		}
	}
	_, err = w.Orders.Place(t.Context(), who, w.Input(2, Want("S1", 2)))
	if f, ok := fault.As(err); !errors.Is(err, order.OverMonth) || !ok || f.Facts["used"] != Yuan(80) || f.Facts["left"] != Yuan(10) {
		t.Errorf("20.00 with 10.00 left: %v", err)
	}
	if _, err := w.Orders.Place(t.Context(), who, w.Input(2, Want("S1", 1))); err != nil {
		t.Errorf("what is left: %v", err)
	}
	if w.Free("S1") != 120-9 {
		t.Errorf("%d pieces are free", w.Free("S1"))
	}
	w.Place(2, Want("S1", 50)) // a colleague without limits
	w.Holds()
}

func TestWhoMaySeeNoPricesIsToldNoneByItsLimits(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 1)
	who := w.Limited(2, "buyer", org.Limits{HidePrices: true, PerOrder: yuan(50), PerMonth: yuan(60)})
	for pieces, want := range map[int]*fault.Definition{6: order.OverOrderHidden, 5: nil} {
		_, err := w.Orders.Place(t.Context(), who, w.Input(2, Want("S1", pieces)))
		if f, refused := fault.As(err); (want != nil) != refused || refused && (f.Definition != want || len(f.Facts) != 0) {
			t.Errorf("%d pieces: %v", pieces, err)
		}
	}
	_, err := w.Orders.Place(t.Context(), who, w.Input(2, Want("S1", 2)))
	if f, refused := fault.As(err); !refused || f.Definition != order.OverMonthHidden || len(f.Facts) != 0 {
		t.Errorf("above the month: %v", err)
	}
	// What such an account expects of a total is a guess, and is not answered.
	in := w.Input(2, Want("S1", 1))
	in.Expected = yuan(3)
	if _, err := w.Orders.Place(t.Context(), who, in); err != nil {
		t.Errorf("a guessed total: %v", err)
	}
}

func TestTheMonthIsExactWhenManyOrderAtOnce(t *testing.T) {
	t.Parallel()
	w := New(t, 3, 1)
	one, two := w.Limited(2, "one", org.Limits{PerMonth: yuan(70)}), w.Limited(2, "two", org.Limits{PerMonth: yuan(50)})
	var placed [2]atomic.Int32
	var at sync.WaitGroup
	for i := range 40 {
		at.Go(func() {
			who := []org.Actor{one, two}[i%2]
			_, err := w.Orders.Place(t.Context(), who, w.Input(2, Want("S1", 1)))
			if err == nil {
				placed[i%2].Add(1)
			} else if !errors.Is(err, order.OverMonth) {
				t.Errorf("%v", err)
			}
		})
	}
	at.Wait()
	if placed[0].Load() != 7 || placed[1].Load() != 5 {
		t.Errorf("%d of 7 and %d of 5 were placed", placed[0].Load(), placed[1].Load())
	}
	w.Holds()
}

func TestWhatEndsUnfulfilledIsGivenBackToTheMonth(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 1)
	who, staff := w.Limited(2, "buyer", org.Limits{PerMonth: yuan(50)}), w.Staff("desk", org.OrderReview, org.OrderRead)
	ends := []func(order.Step) (order.Placed, error){
		func(s order.Step) (order.Placed, error) { return w.Orders.Cancel(t.Context(), who, s) },
		func(s order.Step) (order.Placed, error) {
			s.Reason = "x"
			return w.Orders.Reject(t.Context(), staff, s)
		},
	}
	for i, end := range ends {
		p, err := w.Orders.Place(t.Context(), who, w.Input(2, Want("S1", 5)))
		if err != nil {
			t.Fatalf("round %d: %v", i, err)
		}
		if _, err := w.Orders.Place(t.Context(), who, w.Input(2, Want("S1", 1))); !errors.Is(err, order.OverMonth) {
			t.Errorf("round %d, above the month: %v", i, err)
		}
		if _, err := end(order.Step{Order: p.ID}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Orders.Place(t.Context(), who, w.Input(2, Want("S1", 5))); err != nil {
		t.Errorf("after all was given back: %v", err)
	}
	w.Holds()
}

func TestANewMonthBeginsWithNothingUsed(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 1)
	who := w.Limited(2, "buyer", org.Limits{PerMonth: yuan(50)})
	p, err := w.Orders.Place(t.Context(), who, w.Input(2, Want("S1", 5)))
	if err != nil {
		t.Fatal(err)
	}
	w.Exec(`UPDATE orders.orders SET placed_at = placed_at - interval '1 month' WHERE id = $1`, p.ID)
	w.Exec(`UPDATE orders.spent SET month = month - interval '1 month'`)
	if _, err := w.Orders.Place(t.Context(), who, w.Input(2, Want("S1", 5))); err != nil {
		t.Errorf("a month later: %v", err)
	}
	used, err := w.Orders.Used(t.Context(), w.Dealer(2))
	if err != nil || used[who.AccountID] != Yuan(50) {
		t.Errorf("used %v, %v", used, err)
	}
}

func TestALimitThatIsStoredCountsFromTheNextOrderOn(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 1)
	who := w.Limited(2, "buyer", org.Limits{PerMonth: yuan(100)})
	w.Exec(`UPDATE dealer.account_limit SET per_month = 3000`) // the actor is from before
	if _, err := w.Orders.Place(t.Context(), who, w.Input(2, Want("S1", 4))); !errors.Is(err, order.OverMonth) {
		t.Errorf("above the new limit: %v", err)
	}
	if _, err := w.Orders.Place(t.Context(), who, w.Input(2, Want("S1", 3))); err != nil {
		t.Errorf("within the new limit: %v", err)
	}
}

func TestAnAccountSendsToItsAddressesOnly(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 1)
	who := w.Limited(2, "buyer", org.Limits{Addresses: []id.ID{id.New()}})
	for name, address := range map[string]id.ID{"the dealer's other": w.Address(2), "another dealer's": w.Address(1), "none": id.New()} {
		in := w.Input(2, Want("S1", 1))
		in.Address = address
		if _, err := w.Orders.Place(t.Context(), who, in); !errors.Is(err, order.AddressOutside) {
			t.Errorf("%s: %v", name, err)
		}
	}
	who.Limits.Addresses = []id.ID{w.Address(2)}
	if _, err := w.Orders.Place(t.Context(), who, w.Input(2, Want("S1", 1))); err != nil {
		t.Errorf("its own: %v", err)
	}
}

func TestGoodsOutsideThePoolAreAsGoodAsMissing(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 1)
	colleagues := w.Place(2, Want("S1", 1))
	who := w.Limited(2, "buyer", org.Limits{Pool: &org.Pool{Categories: []int32{99}}})
	_, err := w.Orders.Place(t.Context(), who, w.Input(2, Want("S1", 1)))
	if f, ok := fault.As(err); !ok || len(f.Fields) != 1 || f.Fields[0].Definition != order.SKUMissing {
		t.Errorf("outside the pool: %v", err)
	}
	for name, err := range map[string]error{
		"an order":       second(w.Orders.Get(t.Context(), who, colleagues.Number)),
		"its id":         second(w.Orders.Find(t.Context(), who, colleagues.Number)),
		"cancelling one": second(w.Orders.Cancel(t.Context(), who, order.Step{Order: colleagues.ID})),
	} {
		if !errors.Is(err, fault.NotFound) {
			t.Errorf("%s of a colleague: %v", name, err)
		}
	}
	list, err := w.Orders.Bought(t.Context(), who, 10)
	if err != nil || len(list) != 0 {
		t.Errorf("bought %v, %v", list, err)
	}
	who.Limits.Pool.Categories = []int32{1}
	p, err := w.Orders.Place(t.Context(), who, w.Input(2, Want("S1", 1)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Orders.Get(t.Context(), who, p.Number); err != nil {
		t.Errorf("its own order: %v", err)
	}
}

func second[T any](_ T, err error) error { return err }
