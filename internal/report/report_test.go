package report_test

import (
	"testing"
	"time"

	"qudao/internal/clock"
	"qudao/internal/order"
	. "qudao/internal/ordertest"
	"qudao/internal/org"
	"qudao/internal/report"
)

// keep brings the summaries up to the orders. Facts are read once no transaction of the cluster is older.
func keep(t *testing.T, w *World, s *report.Service) {
	t.Helper()
	for end := time.Now().Add(time.Minute); ; time.Sleep(5 * time.Millisecond) {
		more, err := s.Keep(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if !more && w.Int(`SELECT count(*)::int FROM queue.fact f, queue.position p WHERE p.reader = 'report' AND (f.xid, f.id) > (p.xid, p.id)`) == 0 {
			return
		}
		if time.Now().After(end) {
			t.Fatal("the summaries did not come up to the orders in a minute")
		}
	}
}

func sales(t *testing.T, s *report.Service, who org.Actor) report.Sales {
	t.Helper()
	out, err := s.Sales(t.Context(), who, 30)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// move makes a move of an order that was placed as it is.
func move(t *testing.T, do func() (order.Placed, error)) {
	t.Helper()
	if _, err := do(); err != nil {
		t.Fatal(err)
	}
}

func TestTheSummaryFollowsTheOrders(t *testing.T) {
	t.Parallel()
	w := New(t, 3, 2)
	s := report.New(w.DB)
	desk := w.Staff("desk", org.OrderRead, org.OrderReview, org.OrderCancel)
	before := w.Place(2, Want("S1", 3)) // there before the summary began
	keep(t, w, s)
	if got := sales(t, s, desk).Total; got != (report.Figure{Orders: 1, Amount: Yuan(30)}) {
		t.Errorf("at first %+v", got)
	}
	w.Holds()
	w.Place(2, Want("S1", 1), Want("S2", 1))
	w.Place(1, Want("S2", 2))
	if got := sales(t, s, desk).Total; got.Orders != 1 {
		t.Errorf("not kept yet, and yet %+v", got)
	}
	w.Holds() // what is not read yet is no violation
	keep(t, w, s)
	got := sales(t, s, desk)
	if got.Total != (report.Figure{Orders: 3, Amount: Yuan(30 + 20 + 16)}) || len(got.Days) != 1 || got.Days[0].Day != clock.Day(time.Now()).Format(time.DateOnly) {
		t.Errorf("after two more %+v", got)
	}
	for what, list := range map[string][]report.Share{"region": got.Regions, "category": got.Categories, "product": got.Products} {
		if len(list) != 1 || list[0].Amount != Yuan(66) {
			t.Errorf("by %s: %+v", what, list)
		}
	}
	if len(got.Dealers) != 2 || got.Dealers[0].Code != "D2" || got.Dealers[1].Amount != Yuan(16) {
		t.Errorf("by dealer: %+v", got.Dealers)
	}
	move(t, func() (order.Placed, error) {
		return w.Orders.Reject(t.Context(), desk, order.Step{Order: before.ID, Version: 1, Reason: "x"})
	})
	keep(t, w, s)
	keep(t, w, s) // again is the same
	if got := sales(t, s, desk).Total; got != (report.Figure{Orders: 2, Amount: Yuan(36)}) {
		t.Errorf("without the rejected one %+v", got)
	}
	w.Holds()
}

// A day whose last order goes has no row left.
func TestADayWithoutOrdersIsGone(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 1)
	s := report.New(w.DB)
	keep(t, w, s)
	p := w.Place(1, Want("S1", 1))
	keep(t, w, s)
	move(t, func() (order.Placed, error) {
		return w.Orders.Cancel(t.Context(), w.Dealer(1), order.Step{Order: p.ID, Version: 1, Reason: "x"})
	})
	keep(t, w, s)
	if n := w.Int(`SELECT (SELECT count(*) FROM report.daily)::int + (SELECT count(*) FROM report.goods)::int`); n != 0 {
		t.Errorf("%d rows are left", n)
	}
	w.Holds()
}

func TestARepSeesTheFiguresOfItsOwnDealers(t *testing.T) {
	t.Parallel()
	w := New(t, 3, 1)
	s := report.New(w.DB)
	w.Exec(`INSERT INTO pg.scope_dealer VALUES (7, 2)`)
	rep := org.Actor{Kind: org.Staff, ID: "rep", StaffID: 7, OwnDealers: true, Permissions: org.Of(org.OrderRead)}
	for n := range 3 {
		w.Place(n+1, Want("S1", n+1))
	}
	keep(t, w, s)
	got := sales(t, s, rep)
	if got.Total != (report.Figure{Orders: 1, Amount: Yuan(20)}) || len(got.Dealers) != 1 || got.Products[0].Amount != Yuan(20) || got.Regions[0].Amount != Yuan(20) {
		t.Errorf("the rep sees %+v", got)
	}
	waiting, err := s.Waiting(t.Context(), rep)
	if err != nil || waiting.Review.Count != 1 || waiting.Review.Amount != Yuan(20) {
		t.Errorf("for the rep there waits %+v, %v", waiting, err)
	}
	if _, err := s.History(t.Context(), rep, "D1"); err == nil {
		t.Error("the rep sees the history of another's dealer")
	}
	if h, err := s.History(t.Context(), rep, "D2"); err != nil || h.Total.Amount != Yuan(20) || len(h.Months) != 1 || len(h.Products) != 1 {
		t.Errorf("the history is %+v, %v", h, err)
	}
	if _, err := s.Sales(t.Context(), w.Dealer(2), 30); err == nil {
		t.Error("a dealer sees figures of the brand")
	}
}

func TestADealerThatStoppedIsQuiet(t *testing.T) {
	t.Parallel()
	w := New(t, 4, 1)
	s := report.New(w.DB)
	w.Exec(`INSERT INTO report.daily SELECT n, (now() AT TIME ZONE 'Asia/Shanghai')::date - back, 2, n * 10000
		FROM (VALUES (1, 40), (2, 60), (3, 60), (3, 5), (4, 200)) v(n, back)`)
	got, err := s.Quiet(t.Context(), w.Staff("desk", org.OrderRead))
	if err != nil || got.Count != 2 || len(got.Items) != 2 || got.Items[0].Code != "D2" || got.Items[1].Code != "D1" {
		t.Errorf("quiet are %+v, %v", got, err)
	}
}

func TestFreeStockBelowSafetyIsAnAlarm(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 2)
	s := report.New(w.DB)
	w.Exec(`UPDATE inventory.level SET safety = 30000 WHERE sku_id = 1 AND warehouse_id = 2`)
	got, err := s.Alarms(t.Context(), w.Staff("store", org.StockRead))
	if err != nil || got.Count != 1 || got.Items[0].SKU != "S1" || got.Items[0].Warehouse.Code != "W2" || got.Items[0].Free.String() != "20" {
		t.Errorf("alarms are %+v, %v", got, err)
	}
	if _, err := s.Alarms(t.Context(), w.Staff("other", org.OrderRead)); err == nil {
		t.Error("who may not see stock sees alarms")
	}
}

func TestAnOrderWaitsForItsStep(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 1)
	s := report.New(w.DB)
	desk := w.Staff("desk", org.OrderRead, org.OrderReview)
	first := w.Place(1, Want("S1", 1))
	w.Place(1, Want("S1", 2))
	move(t, func() (order.Placed, error) {
		return w.Orders.Accept(t.Context(), desk, order.Step{Order: first.ID, Version: 1})
	})
	got, err := s.Waiting(t.Context(), desk)
	if err != nil || got.Review.Count != 1 || got.Review.Amount != Yuan(16) || got.Ship.Count != 1 || got.Ship.Oldest == nil || got.Rest.Count != 0 {
		t.Errorf("there wait %+v, %v", got, err)
	}
}
