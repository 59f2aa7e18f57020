package order_test

import (
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"qudao/internal/fault"
	"qudao/internal/inventory"
	"qudao/internal/order"
	. "qudao/internal/ordertest"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

func ship(p order.Placed, warehouse string, lines ...order.ShipLine) order.ShipInput {
	return order.ShipInput{Order: p.ID, Warehouse: warehouse, Carrier: "顺达速运", Tracking: "SD1", Lines: lines}
}

func sent(line int16, pieces int) order.ShipLine {
	return order.ShipLine{Line: line, Quantity: qty.Quantity(pieces) * qty.One}
}

func TestAnOrderGoesFromReviewOverTwoShipmentsToReceipt(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 2)
	desk, store := w.Staff("desk", org.OrderReview, org.OrderRead), w.Staff("store", org.OrderShip)
	p := w.Place(1, Want("S1", 5), Want("S2", 3))
	if _, err := w.Orders.Ship(t.Context(), store, ship(p, "W1", sent(1, 1))); !errors.Is(err, order.WrongState) {
		t.Fatalf("shipped before it was accepted: %v", err)
	}
	if _, err := w.Orders.Accept(t.Context(), desk, order.Step{Order: p.ID, Version: 1}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Orders.Ship(t.Context(), store, ship(p, "W1", sent(1, 5))); err != nil {
		t.Fatal(err)
	}
	o, _ := w.Orders.Get(t.Context(), desk, p.Number)
	if o.State() != "partly_shipped" || o.Lines[0].Shipped != 5*qty.One || o.Lines[0].Reserved != 0 || len(o.Sources) != 1 {
		t.Fatalf("after the first shipment: %s %+v %v", o.State(), o.Lines, o.Sources)
	}
	if _, err := w.Orders.Ship(t.Context(), store, ship(p, "W1", sent(2, 3))); err != nil {
		t.Fatal(err)
	}
	o, _ = w.Orders.Get(t.Context(), desk, p.Number)
	if o.State() != "shipped" {
		t.Fatalf("after the second shipment: %s", o.State())
	}
	for i, s := range o.Shipments {
		if _, err := w.Orders.Receive(t.Context(), w.Dealer(1), order.ReceiveInput{Order: p.ID, Shipment: s.ID}); err != nil {
			t.Fatalf("receipt %d: %v", i, err)
		}
	}
	if _, err := w.Orders.Receive(t.Context(), w.Dealer(1), order.ReceiveInput{Order: p.ID, Shipment: o.Shipments[0].ID}); !errors.Is(err, order.Received2) {
		t.Errorf("received twice: %v", err)
	}
	o, _ = w.Orders.Get(t.Context(), w.Dealer(1), p.Number)
	nodes := []string{}
	for _, n := range o.Timeline {
		nodes = append(nodes, n.Node)
	}
	if want := []string{"placed", "accepted", "shipped", "shipped", "received", "received"}; !slices.Equal(nodes, want) || o.State() != "received" || o.Version != 6 {
		t.Errorf("state %s version %d nodes %v", o.State(), o.Version, nodes)
	}
	if n := w.Int(`SELECT sum(on_hand)::int / 1000 FROM inventory.level WHERE sku_id = 1`); n != 115 {
		t.Errorf("%d pieces on hand", n)
	}
	w.Holds()
}

func TestAShortReceiptStaysVisible(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 1)
	p := w.Place(1, Want("S1", 5))
	staff := w.Staff("all", org.OrderReview, org.OrderShip, org.OrderRead)
	if _, err := w.Orders.Accept(t.Context(), staff, order.Step{Order: p.ID}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Orders.Ship(t.Context(), staff, ship(p, "W1", sent(1, 5))); err != nil {
		t.Fatal(err)
	}
	o, _ := w.Orders.Get(t.Context(), staff, p.Number)
	in := order.ReceiveInput{Order: p.ID, Shipment: o.Shipments[0].ID, Lines: []order.ReceiveLine{{Line: 1, Quantity: 6 * qty.One}}}
	if _, err := w.Orders.Receive(t.Context(), w.Dealer(1), in); err == nil {
		t.Fatal("more arrived than was sent")
	}
	in.Lines[0].Quantity = 4 * qty.One
	if _, err := w.Orders.Receive(t.Context(), w.Dealer(1), in); err != nil {
		t.Fatal(err)
	}
	o, _ = w.Orders.Get(t.Context(), staff, p.Number)
	if o.Lines[0].Received != 4*qty.One || *o.Shipments[0].Lines[0].Received != 4*qty.One {
		t.Errorf("received %v", o.Lines[0].Received)
	}
	w.Holds()
}

func TestCancelAndRejectAndExpiryGiveTheStockBack(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 1)
	desk := w.Staff("desk", org.OrderReview)
	cancelled, rejected, expired := w.Place(1, Want("S1", 10)), w.Place(1, Want("S1", 105)), w.Place(2, Want("S1", 1))
	if _, err := w.Orders.Cancel(t.Context(), w.Dealer(1), order.Step{Order: cancelled.ID}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Orders.Reject(t.Context(), desk, order.Step{Order: rejected.ID}); err == nil {
		t.Error("rejected without a reason")
	}
	if _, err := w.Orders.Reject(t.Context(), desk, order.Step{Order: rejected.ID, Reason: "资料不全"}); err != nil {
		t.Fatal(err)
	}
	if n, err := w.Orders.ExpireUnreviewed(t.Context(), 10); err != nil || n != 0 {
		t.Errorf("expired %d before the time, %v", n, err)
	}
	w.Exec(`UPDATE orders.orders SET review_until = now() - interval '1 s' WHERE id = $1`, expired.ID)
	if n, err := w.Orders.ExpireUnreviewed(t.Context(), 10); err != nil || n != 1 {
		t.Errorf("expired %d, %v", n, err)
	}
	if w.Free("S1") != 120 {
		t.Errorf("%d of 120 pieces are free", w.Free("S1"))
	}
	w.Holds()
}

func TestTheRestIsShippedAfterAPartArrived(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 1)
	staff := w.Staff("all", org.OrderReview, org.OrderShip, org.OrderRead)
	p := w.Place(1, Want("S1", 5))
	if _, err := w.Orders.Accept(t.Context(), staff, order.Step{Order: p.ID}); err != nil {
		t.Fatal(err)
	}
	send := func(pieces int) {
		t.Helper()
		if _, err := w.Orders.Ship(t.Context(), staff, ship(p, "W1", sent(1, pieces))); err != nil {
			t.Fatal(err)
		}
	}
	is := func(want order.Fulfilment) {
		t.Helper()
		if o, err := w.Orders.Get(t.Context(), staff, p.Number); err != nil || o.Fulfilment != want {
			t.Errorf("%s, want %s, %v", o.Fulfilment, want, err)
		}
		w.Holds()
	}
	send(2)
	receiveNext(t, w, p)
	is(order.PartlyShipped)
	send(3)
	is(order.PartlyReceived)
	receiveNext(t, w, p)
	is(order.Received)
}

// receiveNext confirms the first shipment of an order of dealer 1 that has not arrived.
func receiveNext(t *testing.T, w *World, p order.Placed) {
	t.Helper()
	o, err := w.Orders.Get(t.Context(), w.Dealer(1), p.Number)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range o.Shipments {
		if s.ReceivedAt != nil {
			continue
		}
		if _, err := w.Orders.Receive(t.Context(), w.Dealer(1), order.ReceiveInput{Order: p.ID, Shipment: s.ID}); err != nil {
			t.Fatal(err)
		}
		return
	}
}

func TestOfTwoOperatorsOneAccepts(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 1)
	p := w.Place(1, Want("S1", 1))
	desk := w.Staff("desk", org.OrderReview)
	var wg sync.WaitGroup
	results := make([]error, 8)
	for i := range results {
		wg.Go(func() { _, results[i] = w.Orders.Accept(t.Context(), desk, order.Step{Order: p.ID, Version: 1}) })
	}
	wg.Wait()
	won := 0
	for _, err := range results {
		switch {
		case err == nil:
			won++
		case errors.Is(err, order.WrongState), errors.Is(err, pg.VersionChanged):
		default:
			t.Errorf("got %v", err)
		}
	}
	if won != 1 {
		t.Fatalf("%d accepted", won)
	}
	w.Holds()
}

func TestOfShipAndCancelOneWins(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 1)
	staff := w.Staff("all", org.OrderReview, org.OrderShip, org.OrderRead)
	for range 10 {
		p := w.Place(1, Want("S1", 1))
		if _, err := w.Orders.Accept(t.Context(), staff, order.Step{Order: p.ID}); err != nil {
			t.Fatal(err)
		}
		var shipped, cancelled error
		var wg sync.WaitGroup
		wg.Go(func() { _, shipped = w.Orders.Ship(t.Context(), staff, ship(p, "W1", sent(1, 1))) })
		wg.Go(func() { _, cancelled = w.Orders.Cancel(t.Context(), w.Dealer(1), order.Step{Order: p.ID}) })
		wg.Wait()
		if (shipped == nil) == (cancelled == nil) {
			t.Fatalf("ship: %v, cancel: %v", shipped, cancelled)
		}
	}
	w.Holds()
}

func TestAShipmentCannotCarryWhatIsNotThere(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 2)
	staff := w.Staff("all", org.OrderReview, org.OrderShip)
	p := w.Place(1, Want("S1", 5))
	if _, err := w.Orders.Accept(t.Context(), staff, order.Step{Order: p.ID}); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		in   order.ShipInput
		want *fault.Definition
	}{
		"too much":          {ship(p, "W1", sent(1, 6)), order.TooMuch},
		"twice the line":    {ship(p, "W1", sent(1, 3), sent(1, 3)), order.TooMuch},
		"no such line":      {ship(p, "W1", sent(2, 1)), order.NoSuchLine},
		"no such warehouse": {ship(p, "W9", sent(1, 1)), order.NoWarehouse},
		"not from there":    {ship(p, "W2", sent(1, 1)), inventory.NotReservedHere},
		"nothing":           {ship(p, "W1"), order.NothingToShip},
		"zero":              {ship(p, "W1", sent(1, 0)), order.NothingToShip},
		"no carrier":        {order.ShipInput{Order: p.ID, Warehouse: "W1", Tracking: "1", Lines: []order.ShipLine{sent(1, 1)}}, org.Required},
	} {
		_, err := w.Orders.Ship(t.Context(), staff, c.in)
		f, ok := fault.As(err)
		if !ok || f.Definition != c.want && (len(f.Fields) == 0 || f.Fields[0].Definition != c.want) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if n := w.Int(`SELECT count(*)::int FROM orders.shipment`); n != 0 {
		t.Errorf("%d shipments were left behind", n)
	}
	w.Holds()
}

func TestAProgramsShipmentIsRecordedOnce(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 1)
	erp := w.Staff("erp", org.OrderReview, org.OrderShip)
	p := w.Place(1, Want("S1", 5))
	if _, err := w.Orders.Accept(t.Context(), erp, order.Step{Order: p.ID}); err != nil {
		t.Fatal(err)
	}
	in := ship(p, "W1", order.ShipLine{SKU: "S1", Quantity: qty.One})
	in.External = "WMS-1"
	if _, err := w.Orders.Ship(t.Context(), erp, in); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Orders.Ship(t.Context(), erp, in); !errors.Is(err, order.ShippedTwice) {
		t.Fatalf("got %v", err)
	}
	w.Holds()
}

func TestNobodyActsWithoutThePermission(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 1)
	p := w.Place(1, Want("S1", 1))
	nobody := w.Staff("nobody")
	step := order.Step{Order: p.ID, Reason: "r"}
	for name, act := range map[string]func() error{
		"accept": func() error { _, err := w.Orders.Accept(t.Context(), nobody, step); return err },
		"reject": func() error { _, err := w.Orders.Reject(t.Context(), nobody, step); return err },
		"cancel": func() error { _, err := w.Orders.Cancel(t.Context(), nobody, step); return err },
		"ship":   func() error { _, err := w.Orders.Ship(t.Context(), nobody, ship(p, "W1", sent(1, 1))); return err },
		"receive": func() error {
			_, err := w.Orders.Receive(t.Context(), nobody, order.ReceiveInput{Order: p.ID})
			return err
		},
		"place":                func() error { _, err := w.Orders.Place(t.Context(), nobody, w.Input(1, Want("S1", 1))); return err },
		"get":                  func() error { _, err := w.Orders.Get(t.Context(), nobody, p.Number); return err },
		"list":                 func() error { _, err := w.Orders.List(t.Context(), nobody, order.Filter{}, page.Request{}); return err },
		"accept by the dealer": func() error { _, err := w.Orders.Accept(t.Context(), w.Dealer(1), step); return err },
	} {
		if err := act(); !errors.Is(err, org.Forbidden) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestAListShowsTheNewestOfTheScope(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 1)
	staff := w.Staff("desk", org.OrderRead)
	for range 5 {
		w.Place(1, Want("S1", 1))
	}
	last := w.Place(2, Want("S1", 2))
	first, err := w.Orders.List(t.Context(), staff, order.Filter{}, page.Request{Limit: 4})
	if err != nil || len(first.Items) != 4 || first.Items[0].Number != last.Number || first.Next == "" {
		t.Fatalf("got %d items, %v", len(first.Items), err)
	}
	rest, err := w.Orders.List(t.Context(), staff, order.Filter{}, page.Request{Limit: 4, Cursor: first.Next})
	if err != nil || len(rest.Items) != 2 || rest.Next != "" {
		t.Fatalf("got %d items, %v", len(rest.Items), err)
	}
	own, err := w.Orders.List(t.Context(), w.Dealer(2), order.Filter{}, page.Request{})
	if err != nil || len(own.Items) != 1 || own.Items[0].FirstLines[0].Quantity != 2*qty.One {
		t.Fatalf("the dealer sees %+v, %v", own.Items, err)
	}
	sum, err := w.Orders.Summary(t.Context(), staff, order.Filter{State: "in_review"})
	if err != nil || sum.Counts["in_review"] != 6 || sum.Total != Yuan(5*8+20) {
		t.Fatalf("got %+v, %v", sum, err)
	}
}

func TestAProgramGetsEachChangedOrderOnce(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 1)
	erp := w.Staff("erp", org.OrderRead, org.OrderReview)
	// Facts wait for older transactions of the whole cluster, and other tests run beside this one.
	changes := func(cursor string, n int) (got order.Changed) {
		for range 1200 {
			next, err := w.Orders.Changes(t.Context(), erp, page.Request{Cursor: cursor})
			if err != nil {
				t.Fatal(err)
			}
			got.Orders, got.Next, cursor = append(got.Orders, next.Orders...), next.Next, next.Next
			if len(got.Orders) >= n {
				return got
			}
			time.Sleep(50 * time.Millisecond)
		}
		t.Fatalf("only %d of %d changed orders came", len(got.Orders), n)
		return got
	}
	a, b := w.Place(1, Want("S1", 1)), w.Place(1, Want("S1", 1))
	if _, err := w.Orders.Accept(t.Context(), erp, order.Step{Order: b.ID}); err != nil {
		t.Fatal(err)
	}
	first := changes("", 2)
	if first.Orders[0].Number != a.Number || first.Orders[1].Number != b.Number {
		t.Fatalf("got %s, %s", first.Orders[0].Number, first.Orders[1].Number)
	}
	if _, err := w.Orders.Accept(t.Context(), erp, order.Step{Order: a.ID}); err != nil {
		t.Fatal(err)
	}
	var next order.Changed
	for cursor := first.Next; ; cursor = next.Next {
		next = changes(cursor, 1)
		if o := next.Orders[len(next.Orders)-1]; o.Number == a.Number {
			if o.State() != "accepted" {
				t.Errorf("it is %s", o.State())
			}
			break
		}
	}
	none, err := w.Orders.Changes(t.Context(), erp, page.Request{Cursor: next.Next})
	if err != nil || len(none.Orders) != 0 || none.Next != next.Next {
		t.Fatalf("nothing changed, and yet %d orders came, %v", len(none.Orders), err)
	}
}
