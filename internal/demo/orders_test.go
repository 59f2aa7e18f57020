package demo

import (
	"testing"
	"time"

	"qudao/internal/money"
	"qudao/internal/qty"
)

func TestOrdersAreRight(t *testing.T) {
	t.Parallel()
	b := Make(Options{Seed: 1})
	skus := map[string]SKU{}
	for s := range b.SKUs() {
		skus[s.Code] = s
	}
	dealers := map[string]Dealer{}
	for d := range b.Dealers() {
		dealers[d.Code] = d
	}
	states := map[string]int{}
	for o := range b.Orders() {
		states[o.State]++
		d := dealers[o.Dealer]
		if o.PlacedAt.Before(d.Since) || o.Address >= len(d.Addresses) || o.Warehouse != d.Warehouse {
			t.Errorf("%s: placed %s by %s, dealer since %s", o.Number, o.PlacedAt, d.Code, d.Since)
		}
		checkLines(t, b, d, o, skus)
		checkCourse(t, b, o)
	}
	for _, state := range []string{
		OrderSubmitted, OrderAccepted, OrderPartlyShipped, OrderShipped, OrderPartlyReceived, OrderReceived, OrderCancelled, OrderRejected,
	} {
		if states[state] < 15 {
			t.Errorf("%d orders %s", states[state], state)
		}
	}
	if states[OrderReceived] < 10_000 {
		t.Errorf("only %d orders received", states[OrderReceived])
	}
}

func checkLines(t *testing.T, b *Brand, d Dealer, o Order, skus map[string]SKU) {
	t.Helper()
	if len(o.Lines) < 1 || len(o.Lines) > 15 {
		t.Errorf("%s has %d lines", o.Number, len(o.Lines))
	}
	seen := map[string]bool{}
	var amount, tax money.Amount
	for i, l := range o.Lines {
		s := skus[l.SKU]
		if err := (qty.Rule{Minimum: s.Minimum, Multiple: s.Multiple}).Check(l.Quantity); err != nil {
			t.Errorf("%s: %v", o.Number, err)
		}
		if seen[l.SKU] || l.Number != i+1 || !b.Visible(d.Index, s.Index) {
			t.Errorf("%s line %d: %s twice, or not for %s", o.Number, l.Number, l.SKU, d.Code)
		}
		seen[l.SKU] = true
		if q, ok := b.Quote(d.Index, s.Index, l.Quantity, o.PlacedAt); !ok || q != l.Quote {
			t.Errorf("%s: price %+v, want %+v", o.Number, l.Quote, q)
		}
		if want, err := l.Quantity.At(l.Price); err != nil || want != l.Amount {
			t.Errorf("%s: amount %s, want %s", o.Number, l.Amount, want)
		}
		amount, tax = amount+l.Amount, tax+l.Tax
	}
	if amount != o.Amount || tax != o.Tax {
		t.Errorf("%s: amount %s, tax %s", o.Number, o.Amount, o.Tax)
	}
}

// checkCourse wants events in order, none in the future, and parcels that agree with the state.
func checkCourse(t *testing.T, b *Brand, o Order) {
	t.Helper()
	last := o.PlacedAt
	step := func(what string, at time.Time) {
		if at.Before(last) || at.After(b.now) {
			t.Errorf("%s (%s): %s at %s, after %s", o.Number, o.State, what, at, last)
		}
		last = at
	}
	if reviewed := !o.ReviewedAt.IsZero(); reviewed != (o.Review() == OrderAccepted || o.State == OrderRejected) || reviewed != (o.Reviewer != "") {
		t.Errorf("%s (%s): reviewed at %s by %q", o.Number, o.State, o.ReviewedAt, o.Reviewer)
	}
	if !o.ReviewedAt.IsZero() {
		step("reviewed", o.ReviewedAt)
	}
	left := map[int]qty.Quantity{}
	for _, l := range o.Lines {
		left[l.Number] = l.Quantity
	}
	received := 0
	for _, s := range o.Shipments {
		step("shipped", s.ShippedAt)
		for _, l := range s.Lines {
			left[l.Line] -= l.Quantity
			if l.Quantity <= 0 || left[l.Line] < 0 {
				t.Errorf("%s ships %s of line %d", s.Number, l.Quantity, l.Line)
			}
		}
	}
	for _, s := range o.Shipments {
		if !s.ReceivedAt.IsZero() {
			received++
			step("received", s.ReceivedAt)
		}
	}
	var open qty.Quantity
	for _, q := range left {
		open += q
	}
	if got := fulfilment(len(o.Shipments), received, open); got != o.Fulfilment() {
		t.Errorf("%s: %s, but its parcels say %s", o.Number, o.Fulfilment(), got)
	}
	final := o.State == OrderReceived || o.State == OrderCancelled || o.State == OrderRejected
	if final != !o.EndedAt.IsZero() || (o.Reason != "") != (o.State == OrderCancelled || o.State == OrderRejected) {
		t.Errorf("%s (%s): ended at %s, reason %q", o.Number, o.State, o.EndedAt, o.Reason)
	}
	if !o.EndedAt.IsZero() {
		step("ended", o.EndedAt)
	}
}

// fulfilment is what parcels say about an order.
func fulfilment(parcels, received int, open qty.Quantity) string {
	switch {
	case parcels == 0:
		return "none"
	case open > 0:
		return OrderPartlyShipped
	case received == 0:
		return OrderShipped
	case received < parcels:
		return OrderPartlyReceived
	default:
		return OrderReceived
	}
}

func TestStockHoldsWhatOpenOrdersWant(t *testing.T) {
	t.Parallel()
	b := Make(Options{Seed: 1})
	want := map[[2]string]qty.Quantity{}
	for o := range b.Orders() {
		if o.State != OrderSubmitted && o.State != OrderAccepted && o.State != OrderPartlyShipped {
			continue
		}
		for _, l := range o.Lines {
			want[[2]string{o.Warehouse, l.SKU}] += l.Quantity
		}
		for _, s := range o.Shipments {
			for _, l := range s.Lines {
				want[[2]string{o.Warehouse, o.Lines[l.Line-1].SKU}] -= l.Quantity
			}
		}
	}
	empty, rows := 0, 0
	for s := range b.Stock() {
		key := [2]string{s.Warehouse, s.SKU}
		if s.Reserved != want[key] || s.Reserved > s.OnHand {
			t.Errorf("%v: %s on hand, %s reserved, want %s", key, s.OnHand, s.Reserved, want[key])
		}
		delete(want, key)
		rows++
		if s.OnHand == 0 {
			empty++
		}
	}
	for key, q := range want {
		if q > 0 {
			t.Errorf("%v: no stock for %s", key, q)
		}
	}
	if empty < rows/50 || empty > rows/10 {
		t.Errorf("%d of %d shelves are empty", empty, rows)
	}
}

func TestDemoLoginsHaveSomethingToShow(t *testing.T) {
	t.Parallel()
	b := Make(Options{Seed: 1})
	orders, recent := map[string]int{}, map[string]int{}
	for o := range b.Orders() {
		orders[o.Login]++
		if b.now.Sub(o.PlacedAt) < 30*24*time.Hour {
			recent[o.Login]++
		}
	}
	for _, login := range logins {
		if orders[login] < 60 || recent[login] < 3 {
			t.Errorf("%s has %d orders, %d of the last month", login, orders[login], recent[login])
		}
	}
}
