package stories_test

import (
	"fmt"
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/org"
)

// The main job over /api/open: an ERP brings goods, prices and stock in, polls orders, accepts them and
// tells of the shipments. The dealer orders at its page.
func TestAProgramTradesWithItsKeyAlone(t *testing.T) {
	s := begin(t)
	erp := s.program(org.ProductEdit, org.PriceEdit, org.StockEdit, org.StockRead, org.OrderRead, org.OrderReview, org.OrderShip)
	s.bringsGoodsInByBulk(erp)

	d := s.buyer("dealer1")
	feed := follow(erp)
	p := d.places(want("ERP-2", 4), want("ERP-1", 10))
	if o := feed.until(p.Number, "in_review"); o.Total != "498.40" || o.Lines[1].Trace.Steps[0].Rule != "BASE" {
		t.Errorf("the program gets %+v", o)
	}
	erp.Post("/orders/"+p.Number+"/accept", nil, apitest.Key()).OK()
	feed.until(p.Number, "accepted")

	ship := func(external string, line map[string]any) *apitest.Answer {
		return erp.Post("/orders/"+p.Number+"/shipments", map[string]any{"external_id": external, "warehouse": "W2", "carrier": "德邦", "tracking": "DB-" + external, "lines": []any{line}}, apitest.Key())
	}
	ship("WMS-1", map[string]any{"sku": "ERP-1", "quantity": 10}).OK()
	feed.until(p.Number, "partly_shipped")
	// The WMS sends its message once more, under another key: the shipment is known by its own number.
	s.unchanged(func() {
		ship("WMS-1", map[string]any{"sku": "ERP-1", "quantity": 10}).Refused(409, "shipment_repeated")
	})
	ship("WMS-2", map[string]any{"line": 1, "quantity": 4}).OK()
	o := feed.until(p.Number, "shipped")

	d.Post("/orders/"+p.ID+"/shipments/"+o.Shipments[0].ID+"/receive", struct{}{}, apitest.Key()).OK()
	d.Post("/orders/"+p.ID+"/shipments/"+o.Shipments[1].ID+"/receive", struct{}{}, apitest.Key()).OK()
	if o := feed.until(p.Number, "received"); o.Version != 6 || len(o.Timeline) != 6 {
		t.Errorf("version %d, timeline %+v", o.Version, o.Timeline)
	}
	var stock struct {
		Items []struct {
			SKU, Warehouse              string
			OnHand                      int `json:"on_hand"`
			Reserved, Safety, Available int
		}
	}
	erp.Get("/stock?sku=ERP-1").Into(&stock)
	if len(stock.Items) != 1 || stock.Items[0].OnHand != 90 || stock.Items[0].Reserved != 0 || stock.Items[0].Available != 90 {
		t.Errorf("the stock is %+v", stock.Items)
	}
	s.holds()
}

// batch is what became of the items of a bulk call.
type batch struct {
	Items []struct {
		Code, SKU, Result string
		Problem           *struct {
			Code, Detail string
			Errors       []struct{ Path, Code, Detail string }
		}
	}
}

func (s *story) bringsGoodsInByBulk(erp person) {
	s.t.Helper()
	put := func(path string, body any, results ...string) (b batch) {
		s.t.Helper()
		erp.Put(path, body).Into(&b)
		for i, r := range results {
			if len(b.Items) != len(results) || b.Items[i].Result != r {
				s.t.Fatalf("PUT %s: %+v, want %v", path, b.Items, results)
			}
		}
		return b
	}
	sku := func(code string) map[string]any {
		return map[string]any{"code": code, "model": "M-" + code, "tax_rate": 1300}
	}
	products := map[string]any{"items": []any{
		map[string]any{"code": "ERP-P", "name": "轨道灯", "category": "SOCKET", "unit": "只", "allow": []string{"ALL"}, "state": "published", "skus": []any{sku("ERP-1"), sku("ERP-2")}},
		map[string]any{"code": "ERP-Q", "name": "坏的", "category": "NONE", "unit": "只", "skus": []any{sku("ERP-3")}},
	}}
	b := put("/products", products, "created", "failed")
	if p := b.Items[1].Problem; p == nil || len(p.Errors) != 1 || p.Errors[0].Path != "category" {
		s.t.Errorf("the wrong product is refused with %+v", b.Items[1].Problem)
	}
	put("/products", products, "unchanged", "failed")
	tiers := func(price string) []any { return []any{map[string]any{"minimum": 0, "price": price}} }
	put("/prices", map[string]any{"list": "BASE", "items": []any{
		map[string]any{"sku": "ERP-1", "tiers": tiers("25.00")}, map[string]any{"sku": "ERP-2", "tiers": tiers("62.10")}, map[string]any{"sku": "ERP-9", "tiers": tiers("1.00")},
	}}, "created", "created", "failed")
	level := func(sku string, n int) map[string]any {
		return map[string]any{"warehouse": "W2", "sku": sku, "on_hand": n, "external_id": fmt.Sprintf("%s-%d", sku, n)}
	}
	put("/stock", map[string]any{"source_version": 7, "items": []any{level("ERP-1", 100), level("ERP-2", 50), level("ERP-9", 1)}}, "updated", "updated", "failed")
	put("/stock", map[string]any{"source_version": 7, "items": []any{level("ERP-1", 100)}}, "repeated")
	put("/stock", map[string]any{"source_version": 6, "items": []any{level("ERP-1", 1)}}, "outdated")
}

// feed follows the changes of orders by their cursor, as a program does.
type feed struct {
	who    person
	cursor string
	states map[string]order // as last told
}

func follow(who person) *feed { return &feed{who: who, states: map[string]order{}} }

// until polls until an order was told in a state.
func (f *feed) until(number, state string) order {
	f.who.s.t.Helper()
	f.who.s.eventually(number+" is told as "+state, func() bool {
		var page struct {
			Items []order
			Next  string
		}
		f.who.Get("/orders?cursor=" + escape(f.cursor)).Into(&page)
		for _, o := range page.Items {
			if o.Version < f.states[o.Number].Version {
				f.who.s.t.Errorf("%s goes back from version %d to %d", o.Number, f.states[o.Number].Version, o.Version)
			}
			f.states[o.Number] = o
		}
		f.cursor = page.Next
		return f.states[number].State == state
	})
	return f.states[number]
}
