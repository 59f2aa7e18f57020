package stories_test

import (
	"slices"
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/httpapi"
)

// The main job, whole: goods come in by Excel; a dealer finds them, sees its own price, and orders; the
// brand accepts and ships in two parts; the dealer receives both. Both sides hear of every step.
func TestADealerOrdersAndTheBrandShips(t *testing.T) {
	s := begin(t)
	s.bringsGoodsIn()
	d, desk, warehouse := s.buyer("dealer1"), s.staff("desk"), s.staff("warehouse")
	atTheDealers, inTheOffice, elsewhere := d.Listen(), desk.Listen(), s.buyer("dealer2").Listen()

	s.finds(d)
	s.fillsItsCart(d)
	body := d.order(want("QM-L36", 30), want("QM-L18", 7))
	body["remark"], body["expected_total"], body["from_cart"] = "请周五前送达", "1361.66", true
	var p placed
	d.Post("/orders", body, apitest.Key()).Into(&p)
	if c := d.readsCart(); len(c.Lines) != 0 {
		t.Errorf("the cart still holds %+v", c.Lines)
	}
	o := d.sees(p.Number)
	s.isAsTheDealerSawIt(o)
	if s.free("QM-L36") != 10 || s.free("QM-L18") != 93 {
		t.Errorf("%d and %d are free", s.free("QM-L36"), s.free("QM-L18"))
	}

	desk.accepts(p.Number)
	var sources struct {
		Items []struct {
			Line      int
			Warehouse struct{ Code string }
			Reserved  int
		}
	}
	warehouse.Get("/orders/" + p.Number + "/sources").Into(&sources)
	if len(sources.Items) != 2 || sources.Items[0].Warehouse.Code != "W1" || sources.Items[0].Reserved != 30 {
		t.Errorf("the goods are to be shipped from %+v", sources.Items)
	}
	warehouse.ships(p.Number, "W1", "SF1001", sent{1, 30}).OK()
	warehouse.ships(p.Number, "W1", "SF1002", sent{2, 7}).OK()
	o = d.sees(p.Number)
	if o.State != "shipped" || len(o.Shipments) != 2 || o.Shipments[0].Tracking != "SF1001" || o.Shipments[0].Warehouse != nil {
		t.Errorf("the dealer sees the state %s and the shipments %+v", o.State, o.Shipments)
	}
	d.Post("/orders/"+p.ID+"/shipments/"+o.Shipments[0].ID+"/receive", struct{}{}, apitest.Key()).OK()
	// One piece of the second parcel is missing.
	d.Post("/orders/"+p.ID+"/shipments/"+o.Shipments[1].ID+"/receive", map[string]any{"lines": []sent{{2, 6}}}, apitest.Key()).OK()

	s.hasCome(d, desk, p.Number)
	for _, fact := range []string{"placed", "accepted", "shipped", "received"} {
		atTheDealers.Hears(httpapi.Change{Kind: "order", ID: p.ID, Fact: "order." + fact})
		inTheOffice.Hears(httpapi.Change{Kind: "order", ID: p.ID, Fact: "order." + fact})
	}
	s.knows(elsewhere, p)
	s.holds()
}

// bringsGoodsIn imports a lamp in two powers with prices and stock, as the operator does: the template
// is downloaded, filled in and uploaded.
func (s *story) bringsGoodsIn() {
	s.t.Helper()
	admin := s.staff("admin")
	done := func(r run, ok int) {
		s.t.Helper()
		if r.State != "done" || r.OK != ok || r.Failed != 0 {
			s.t.Fatalf("the run is %+v, its problem %+v", r, r.Problem)
		}
	}
	lamp := row{"产品编码": "QM-LAMP", "产品名称": "晴空平板灯", "三级分类编码": "SOCKET", "单位": "只", "税率 %": "13%", "可见客群": "ALL", "状态": "已发布"}
	sku := func(more row) row {
		out := row{}
		for title, value := range lamp {
			out[title] = value
		}
		for title, value := range more {
			out[title] = value
		}
		return out
	}
	done(admin.imports("products", fill(s.t, admin.template("products"),
		sku(row{"物料编码": "QM-L36", "订货编号": "90010036", "型号": "QK-36", "规格名称": "晴空平板灯 36W", "起订量": 10, "倍数": 10}),
		sku(row{"物料编码": "QM-L18", "订货编号": "90010018", "型号": "QK-18", "规格名称": "晴空平板灯 18W"}),
	), ""), 2)
	done(admin.imports("prices", fill(s.t, admin.template("prices"),
		row{"物料编码": "QM-L36", "单价": 45.5}, row{"物料编码": "QM-L18", "单价": 29.9},
	), "BASE"), 2)
	done(admin.imports("prices", fill(s.t, admin.template("prices"),
		row{"物料编码": "QM-L36", "起始数量": 0, "单价": 42}, row{"物料编码": "QM-L36", "起始数量": 30, "单价": 38.4121},
	), "VIP"), 2)
	done(admin.imports("stock", fill(s.t, admin.template("stock"),
		row{"仓库编码": "W1", "物料编码": "QM-L36", "现存量": 40}, row{"仓库编码": "W1", "物料编码": "QM-L18", "现存量": 100},
	), ""), 2)
}

// finds searches for the lamp in every way people do, and sees the dealer's own price.
func (s *story) finds(d buyer) {
	s.t.Helper()
	type card struct {
		Code      string
		PriceFrom string `json:"price_from"`
		PriceTo   string `json:"price_to"`
	}
	other := s.buyer("dealer2")
	for _, text := range []string{"平板", "晴空", "pingban", "pbd", "qk-36", "90010018", "QM-L18", "晴空 36w"} {
		for who, from := range map[buyer]string{d: "29.90", other: "29.90"} {
			var found struct{ Items []card }
			s.eventually("the new goods are found by "+text, func() bool {
				who.Get("/products?q=" + escape(text)).Into(&found)
				return len(found.Items) == 1
			})
			to := map[bool]string{true: "42.00", false: "45.50"}[who == d]
			if c := found.Items[0]; c.Code != "QM-LAMP" || c.PriceFrom != from || c.PriceTo != to {
				s.t.Errorf("%s finds %+v, not %s to %s", text, c, from, to)
			}
		}
	}
	var product struct {
		SKUs []struct {
			Code, Price string
			Orderable   bool
			Tiers       []struct {
				Minimum int
				Price   string
			}
			Stock struct{ Quantity int }
		}
	}
	d.Get("/products/QM-LAMP").Into(&product)
	if k := product.SKUs[0]; k.Code != "QM-L36" || !k.Orderable || k.Price != "42.00" || len(k.Tiers) != 2 || k.Tiers[1].Price != "38.4121" || k.Stock.Quantity != 40 {
		s.t.Errorf("the product shows %+v", k)
	}
}

// cart is an account's cart.
type cart struct {
	Lines []struct {
		SKU, Name, Price, Amount, Net, Tax string
		Quantity                           int
		Problem                            *struct{ Code string }
		Trace                              struct{ Steps []step }
	}
	Goods, Total, Net, Tax string
	Placeable              bool
	Problems               []struct{ Code string }
}

func (b buyer) readsCart() (c cart) {
	b.s.t.Helper()
	b.Get("/cart").Into(&c)
	return c
}

// fillsItsCart puts the lamps into the cart, first too few of them.
func (s *story) fillsItsCart(d buyer) {
	s.t.Helper()
	var parts struct {
		Items []struct {
			SKU      *struct{ Code string }
			Quantity int
			Problem  *struct{ Code string }
		}
	}
	d.Post("/parts", map[string]any{"text": "QK-36\t5\n90010018 x 7\nQK-99 1"}).Into(&parts)
	if p := parts.Items; len(p) != 3 || p[0].SKU.Code != "QM-L36" || p[1].SKU.Code != "QM-L18" || p[1].Quantity != 7 || p[2].SKU != nil || p[2].Problem.Code != "part_unknown" {
		s.t.Errorf("the pasted list is understood as %+v", p)
	}
	var c cart
	d.Post("/cart/lines", map[string]any{"lines": []line{want("QM-L36", 5), want("QM-L18", 7)}}).Into(&c)
	if c.Placeable || c.Lines[0].Problem == nil || c.Lines[0].Problem.Code != "quantity_below_minimum" {
		s.t.Errorf("five of what is sold by ten are %+v", c.Lines[0])
	}
	d.Put("/cart/lines/QM-L36", map[string]any{"quantity": 30}).Into(&c)
	// 30 x 38.4121 = 1152.363, rounded once: 1152.36; 7 x 29.90 = 209.30.
	if c.Total != "1361.66" || c.Lines[0].Amount != "1152.36" || c.Lines[1].Amount != "209.30" || !c.Placeable || !sums(c.Total, c.Net, c.Tax) {
		s.t.Errorf("the cart is %+v", c)
	}
}

// isAsTheDealerSawIt compares the order with the cart, to the cent and with the trace.
func (s *story) isAsTheDealerSawIt(o order) {
	s.t.Helper()
	if o.State != "in_review" || o.Total != "1361.66" || o.Goods != o.Total || !sums(o.Total, o.Net, o.Tax) || len(o.Lines) != 2 {
		s.t.Errorf("the order is %+v", o)
	}
	for i, l := range o.Lines {
		price, amount := []string{"38.4121", "29.90"}[i], []string{"1152.36", "209.30"}[i]
		if l.Price != price || l.Amount != amount || !sums(l.Amount, l.Net, l.Tax) {
			s.t.Errorf("line %d costs %s x %s = %s", l.Line, l.Quantity, l.Price, l.Amount)
		}
		kind := []string{"audience", "base"}[i]
		if len(l.Trace.Steps) != 1 || l.Trace.Steps[0].Kind != kind || l.Trace.Steps[0].Rule != "" || l.Trace.Steps[0].Price != price {
			s.t.Errorf("the dealer is told of line %d: %+v", l.Line, l.Trace.Steps)
		}
	}
}

// hasCome looks at the received order from both sides.
func (s *story) hasCome(d buyer, desk person, number string) {
	s.t.Helper()
	o := d.sees(number)
	var nodes []string
	for i, n := range o.Timeline {
		if n.Seq != i+1 || n.Text == "" || n.Who == "" {
			s.t.Errorf("node %d of the timeline is %+v", i, n)
		}
		nodes = append(nodes, n.Node)
	}
	if o.State != "received" || !slices.Equal(nodes, []string{"placed", "accepted", "shipped", "shipped", "received", "received"}) {
		s.t.Errorf("the order is %s, its timeline %v", o.State, nodes)
	}
	if o.Lines[1].Shipped != "7" || o.Lines[1].Received != "6" || o.Shipments[1].Lines[0].Received != "6" {
		s.t.Errorf("of seven sent six came, but the line is %+v", o.Lines[1])
	}
	seen := desk.sees(number)
	if seen.Total != o.Total || len(seen.Lines[0].Trace.Steps) != 2 || seen.Lines[0].Trace.Steps[0].Rule != "VIP" || seen.Lines[0].Trace.Steps[1].Reason != "lower_priority" || len(seen.Actions) != 0 {
		s.t.Errorf("the office sees %+v", seen.Lines[0].Trace.Steps)
	}
}

// knows fails the story when a stream has told another dealer of the order.
func (s *story) knows(elsewhere *apitest.Stream, p placed) {
	s.t.Helper()
	other := s.buyer("dealer2").places(want("S2", 1)).ID
	elsewhere.Hears(httpapi.Change{Kind: "order", ID: other, Fact: "order.placed"})
	for _, c := range elsewhere.Heard() {
		if c.ID == p.ID || c.Kind == "order" && c.ID != other {
			s.t.Errorf("another dealer heard %+v", c)
		}
	}
}
