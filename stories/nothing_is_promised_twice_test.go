package stories_test

import (
	"sync"
	"testing"

	"qudao/internal/apitest"
)

// There are 150 of S2: 100 in one warehouse and 50 in the other.
func TestAnOrderForOneMoreThanThereIsTakesNothing(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	said := s.refuses(no{409, "order_refused", "lines[1]", "stock_short"}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/orders", d.order(want("S1", 100), want("S2", 151)), apitest.Key(), language)
	})
	if left := at(said, "lines[1]").Facts["left"]; left != 150.0 {
		t.Errorf("%v are said to be left", left)
	}
	d.places(want("S2", 150))
	if n := s.free("S2"); n != 0 {
		t.Errorf("%d are still free", n)
	}
	s.refuses(no{409, "order_refused", "lines[0]", "stock_short"}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/orders", d.order(want("S2", 1)), apitest.Key(), language)
	})
	s.holds()
}

// Two lines of one SKU are one demand.
func TestLinesOfOneSKUAreSummedBeforeTheStockIsAsked(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	s.refuses(no{409, "order_refused", "lines[0]", "stock_short"}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/orders", d.order(want("S2", 100), want("S1", 5), want("S2", 51)), apitest.Key(), language)
	})
	o := d.sees(d.places(want("S2", 100), want("S1", 5), want("S2", 50)).Number)
	if len(o.Lines) != 2 || o.Lines[0].Quantity != "150" {
		t.Errorf("the lines are %+v", o.Lines)
	}
	s.holds()
}

func TestStockUnderSafetyIsNotPromised(t *testing.T) {
	s := begin(t)
	d, warehouse := s.buyer("dealer2"), s.staff("warehouse")
	warehouse.Put("/stock/S2/W1/safety", map[string]any{"safety": 60}).OK()
	said := s.refuses(no{409, "order_refused", "lines[0]", "stock_short"}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/orders", d.order(want("S2", 91)), apitest.Key(), language)
	})
	if left := at(said, "lines[0]").Facts["left"]; left != 90.0 {
		t.Errorf("%v are said to be left", left)
	}
	d.places(want("S2", 90))
	s.holds()
}

// What is promised stays: a count below it is refused, whoever counts.
func TestACountBelowWhatIsPromisedIsRefused(t *testing.T) {
	s := begin(t)
	d, warehouse := s.buyer("dealer2"), s.staff("warehouse")
	d.places(want("S2", 30)) // out of W1, which is asked first
	s.refuses(no{409, "stock_below_reserved", "", ""}, func(language apitest.Header) *apitest.Answer {
		return warehouse.Post("/stock/adjust", map[string]any{"warehouse": "W1", "sku": "S2", "on_hand": 29, "reason": "盘点"}, apitest.Key(), language)
	})
	warehouse.Post("/stock/adjust", map[string]any{"warehouse": "W1", "sku": "S2", "on_hand": 30, "reason": "盘点"}, apitest.Key()).OK()
	if n := s.free("S2"); n != 50 {
		t.Errorf("%d are free", n)
	}
	s.holds()
}

// Three dealers ask at once for all there is, again and again, and once somebody has it nobody else does.
func TestWhoeverComesFirstHasIt(t *testing.T) {
	s := begin(t)
	buyers := []buyer{s.buyer("dealer1"), s.buyer("dealer2"), s.buyer("dealer3")}
	var lock sync.Mutex
	had, short := 0, 0
	var all sync.WaitGroup
	for _, d := range buyers {
		for range 10 {
			all.Go(func() {
				answer := d.asks(want("S2", 25), want("S1", 5))
				lock.Lock()
				defer lock.Unlock()
				if answer.Status == 200 {
					had++
				} else if p := answer.Refused(409, "order_refused"); at(p, "lines[0]") != nil && at(p, "lines[0]").Code == "stock_short" {
					short++
				}
			})
		}
	}
	all.Wait()
	if had != 6 || short != 24 || s.free("S2") != 0 || s.free("S1") != 150-6*5 {
		t.Errorf("%d had it, %d were told that it is short; %d and %d are free", had, short, s.free("S2"), s.free("S1"))
	}
	s.holds()
}

func TestACancelledOrderGivesItsStockBack(t *testing.T) {
	s := begin(t)
	d, desk, warehouse := s.buyer("dealer2"), s.staff("desk"), s.staff("warehouse")
	d.moves(d.sees(d.places(want("S2", 150)).Number), "cancel").OK()
	if n := s.free("S2"); n != 150 {
		t.Errorf("after the cancellation %d are free", n)
	}
	desk.moves(desk.sees(d.places(want("S2", 150)).Number), "reject").OK()
	if n := s.free("S2"); n != 150 {
		t.Errorf("after the rejection %d are free", n)
	}
	// After the first shipment it is too late.
	o := s.arrival(d, desk, warehouse, want("S2", 1))
	s.refuses(no{409, "order_state", "", ""}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/orders/"+o.ID+"/cancel", struct{}{}, apitest.Key(), apitest.Version(o.Version), language)
	})
	s.holds()
}

func TestNoMoreIsShippedThanIsOpen(t *testing.T) {
	s := begin(t)
	d, desk, warehouse := s.buyer("dealer2"), s.staff("desk"), s.staff("warehouse")
	number := d.places(want("S2", 10)).Number
	ship := func(warehouseCode string, lines ...sent) func(apitest.Header) *apitest.Answer {
		return func(language apitest.Header) *apitest.Answer {
			return warehouse.Post("/orders/"+number+"/shipments", map[string]any{"warehouse": warehouseCode, "carrier": "顺丰", "tracking": "SF1", "lines": append([]sent{}, lines...)}, apitest.Key(), language)
		}
	}
	s.refuses(no{409, "order_state", "", ""}, ship("W1", sent{1, 10})) // nobody has accepted it
	desk.accepts(number)
	s.refuses(no{422, "invalid_input", "lines", "shipment_empty"}, ship("W1"))
	s.refuses(no{422, "invalid_input", "lines[0].quantity", "shipment_empty"}, ship("W1", sent{1, 0}))
	s.refuses(no{409, "shipment_refused", "lines[0]", "line_missing"}, ship("W1", sent{2, 1}))
	s.refuses(no{409, "shipment_refused", "lines[0].quantity", "ship_too_much"}, ship("W1", sent{1, 11}))
	s.refuses(no{409, "not_reserved_here", "", ""}, ship("W2", sent{1, 10}))
	s.refuses(no{422, "warehouse_missing", "warehouse", "warehouse_missing"}, ship("W9", sent{1, 10}))
	ship("W1", sent{1, 10})(apitest.English()).OK()
	s.holds()
}

// No more is received than was sent, in however many lines it is told.
func TestNoMoreIsReceivedThanWasSent(t *testing.T) {
	s := begin(t)
	d, desk, warehouse := s.buyer("dealer2"), s.staff("desk"), s.staff("warehouse")
	o := s.arrival(d, desk, warehouse, want("S2", 5))
	receive := func(lines ...sent) func(apitest.Header) *apitest.Answer {
		return func(language apitest.Header) *apitest.Answer {
			return d.Post("/orders/"+o.ID+"/shipments/"+o.Shipments[0].ID+"/receive", fields{"lines": lines}, apitest.Key(), language)
		}
	}
	s.refuses(no{422, "invalid_input", "lines[0].quantity", "received_too_much"}, receive(sent{1, 6}))
	s.refuses(no{422, "invalid_input", "lines[0].quantity", "received_too_much"}, receive(sent{1, -1}))
	s.refuses(no{422, "invalid_input", "lines[1].quantity", "received_too_much"}, receive(sent{1, 3}, sent{1, 3}))
	s.refuses(no{422, "invalid_input", "lines[0]", "line_missing"}, receive(sent{2, 1}))
	receive(sent{1, 3}, sent{1, 1})(apitest.English()).OK()
	if o := d.sees(o.Number); o.Lines[0].Received != "4" || o.State != "received" {
		t.Errorf("%s of five came, the order is %s", o.Lines[0].Received, o.State)
	}
	s.refuses(no{409, "shipment_received", "", ""}, receive(sent{1, 1}))
	s.holds()
}
