package order_test

import (
	"strings"
	"testing"
	"time"

	"qudao/internal/dealer"
	"qudao/internal/order"
	. "qudao/internal/ordertest"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// The receiver's phone goes into an order as it is sealed, and comes out as it is.
func TestAnOrderKeepsItsReceiversPhoneSealed(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 1)
	staff := w.Staff("陈静", org.DealerEdit, org.OrderRead)
	a, err := w.Dealers.SaveAddress(t.Context(), staff, "D1", dealer.AddressInput{Name: "陈工", Phone: "16033334444", Region: 330100, Detail: "文三路 2 号"})
	if err != nil {
		t.Fatal(err)
	}
	p, err := w.Orders.Place(t.Context(), w.Dealer(1), order.PlaceInput{Address: a.ID, Source: order.Portal, Lines: []order.LineInput{Want("S1", 1)}})
	if err != nil {
		t.Fatal(err)
	}
	o, err := w.Orders.Get(t.Context(), w.Dealer(1), p.Number)
	if err != nil || o.Address.Phone != "16033334444" || o.Address.Name != "陈工" {
		t.Errorf("%q, %v", o.Address.Phone.Reveal(), err)
	}
	// The order keeps what it was sent to.
	if _, err := w.Dealers.SaveAddress(t.Context(), staff, "D1", dealer.AddressInput{ID: a.ID, Name: "陈工", Phone: "16055556666", Region: 330100, Detail: "文三路 2 号"}); err != nil {
		t.Fatal(err)
	}
	if o, err = w.Orders.Get(t.Context(), w.Dealer(1), p.Number); err != nil || o.Address.Phone != "16033334444" {
		t.Errorf("%q, %v", o.Address.Phone.Reveal(), err)
	}
	for _, sql := range []string{`SELECT string_agg(o::text, ' ') FROM orders.orders o`, `SELECT string_agg(c::text, ' ') FROM audit.change c`} {
		if stored := w.Text(sql); strings.Contains(stored, "16033334444") || strings.Contains(stored, "16055556666") {
			t.Errorf("the phone stands in %s", sql)
		}
	}
	// It is worth nothing with another dealer.
	w.Place(2, Want("S1", 1))
	w.Exec(`UPDATE orders.orders SET address = (SELECT address FROM orders.orders WHERE dealer_id = 1) WHERE dealer_id = 2`)
	if o, err := w.Orders.Get(t.Context(), w.Dealer(2), w.Text(`SELECT number FROM orders.orders WHERE dealer_id = 2`)); err == nil {
		t.Errorf("another dealer's order shows %q", o.Address.Phone.Reveal())
	}
	w.Exec(`DELETE FROM orders.line WHERE dealer_id = 2; DELETE FROM orders.orders WHERE dealer_id = 2; DELETE FROM inventory.reservation WHERE dealer_id = 2`)
}

// Orders are placed and moved while all of them are sealed under new keys.
func TestKeysRotateWhileOrdersArePlaced(t *testing.T) {
	t.Parallel()
	w := New(t, 2, 2)
	keys := secret.Ephemeral()
	with := func(url string, params map[string]string) *pg.DB {
		db, err := pg.Open(t.Context(), pg.Config{URL: url, Conns: 4, Keys: keys, Params: params})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(db.Close)
		return db
	}
	app, placing, jobs := with(w.Database.App, nil), with(w.Database.App, order.PlacingParams()), with(w.Database.Worker, nil)
	dealers := dealer.New(app, w.Identity)
	orders := order.New(app, placing, dealers, w.Goods, w.Stock, w.Prices.Book())
	t.Cleanup(orders.Close)
	work, workOrders := dealer.New(jobs, w.Identity), order.New(jobs, jobs, dealers, w.Goods, w.Stock, w.Prices.Book())
	t.Cleanup(workOrders.Close)
	staff := w.Staff("陈静", org.OrderRead, org.OrderReview)

	// Addresses and orders of before there were keys stand there as they are.
	stop, over := make(chan struct{}), make(chan int)
	go func() {
		n := 0
		defer func() { over <- n }()
		for {
			select {
			case <-stop:
				return
			default:
			}
			p, err := orders.Place(t.Context(), w.Dealer(1+n%2), order.PlaceInput{Address: w.Address(1 + n%2), Source: order.Portal, Lines: []order.LineInput{Want("S1", 1)}})
			if err == nil {
				_, err = orders.Accept(t.Context(), staff, order.Step{Order: p.ID})
			}
			if err != nil {
				t.Error(err)
				return
			}
			n++
		}
	}()
	for range 3 {
		if err := keys.Add(time.Now()); err != nil {
			t.Fatal(err)
		}
		if err := keys.Rotate(); err != nil {
			t.Fatal(err)
		}
		for _, reseal := range []func() (int, error){
			func() (int, error) { return work.Reseal(t.Context()) }, func() (int, error) { return workOrders.Reseal(t.Context()) },
		} {
			if _, err := reseal(); err != nil {
				t.Error(err)
			}
		}
	}
	close(stop)
	placed := <-over
	if _, err := workOrders.Reseal(t.Context()); err != nil {
		t.Fatal(err)
	}
	list, err := keys.Keys()
	if err != nil || len(list) != 12 {
		t.Errorf("%d keys, %v", len(list), err)
	}
	for number := range strings.FieldsSeq(w.Text(`SELECT string_agg(number, ' ') FROM orders.orders`)) {
		o, err := orders.Get(t.Context(), staff, number)
		if err != nil || o.Address.Phone != "16000000000" {
			t.Errorf("%s: %q, %v", number, o.Address.Phone.Reveal(), err)
		}
		placed--
	}
	if plain := w.Int(`SELECT count(*) FROM orders.orders WHERE address ->> 'phone' = '16000000000'`); plain > 0 || placed != 0 {
		t.Errorf("%d orders hold a plain phone, %d are missing", plain, placed)
	}
	w.Holds()
}
