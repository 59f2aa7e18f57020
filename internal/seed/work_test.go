package seed_test

import (
	"fmt"
	"testing"

	"qudao/internal/catalog"
	"qudao/internal/dealer"
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/inventory"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/page"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/pricing"
	"qudao/internal/secret"
	"qudao/internal/seed"
	"qudao/internal/verify"
)

// services are the program upon a loaded brand.
type services struct {
	dealers *dealer.Service
	goods   *catalog.Service
	stock   *inventory.Service
	prices  *pricing.Service
	orders  *order.Service
}

func TestPeopleWorkOnWithTheHistory(t *testing.T) {
	t.Parallel()
	db, url := pgtest.Open(t)
	if err := seed.Demo(t.Context(), url.Owner, pgtest.Keys(), small, nil); err != nil {
		t.Fatal(err)
	}
	s := open(t, db, url)
	who := org.NewSystem("test")
	find := func(state order.State) order.Order {
		t.Helper()
		list, err := s.orders.List(t.Context(), who, order.Filter{State: state}, page.Request{Limit: 1})
		if err != nil || len(list.Items) == 0 {
			t.Fatalf("no order is %s: %v", state, err)
		}
		o, err := s.orders.Get(t.Context(), who, list.Items[0].ID.String())
		if err != nil {
			t.Fatal(err)
		}
		return o
	}
	is := func(o order.Order, want order.State) {
		t.Helper()
		now, err := s.orders.Get(t.Context(), who, o.Number)
		if err != nil || now.State() != want || now.Version != o.Version+1 || len(now.Timeline) != now.Version {
			t.Errorf("%s is %s at version %d after %d, want %s: %v", o.Number, now.State(), now.Version, o.Version, want, err)
		}
	}

	waiting := find("in_review")
	if _, err := s.orders.Accept(t.Context(), who, order.Step{Order: waiting.ID, Version: waiting.Version}); err != nil {
		t.Fatal(err)
	}
	is(waiting, "accepted")

	partly := find("partly_shipped")
	in := order.ShipInput{Order: partly.ID, Warehouse: partly.Sources[0].Code, Carrier: "顺达速运", Tracking: "SD1"}
	for _, source := range partly.Sources {
		in.Lines = append(in.Lines, order.ShipLine{Line: source.Line, Quantity: source.Reserved})
	}
	if _, err := s.orders.Ship(t.Context(), who, in); err != nil {
		t.Fatal(err)
	}
	is(partly, "shipped")

	accepted := find("accepted")
	if _, err := s.orders.Cancel(t.Context(), who, order.Step{Order: accepted.ID, Reason: "数量填错"}); err != nil {
		t.Fatal(err)
	}
	is(accepted, "cancelled")

	sent := find("shipped")
	for _, shipment := range sent.Shipments {
		if shipment.ReceivedAt != nil {
			continue
		}
		if _, err := s.orders.Receive(t.Context(), who, order.ReceiveInput{Order: sent.ID, Shipment: shipment.ID}); err != nil {
			t.Fatal(err)
		}
		sent.Version++
	}
	sent.Version--
	is(sent, "received")

	s.reorder(t, db)
	results, err := verify.All(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range verify.Violations(results) {
		t.Errorf("%s: %s", v.Invariant, v.Row)
	}
}

// reorder places an order for something that the first demo dealer finds and that is there.
func (s *services) reorder(t *testing.T, db *pg.DB) {
	t.Helper()
	_, session, err := identity.New(db).SignIn(t.Context(), demoLogin())
	if err != nil {
		t.Fatal(err)
	}
	who, err := s.dealers.AccountActor(t.Context(), session.LoginID)
	if err != nil {
		t.Fatal(err)
	}
	found, err := s.goods.Search(t.Context(), who, catalog.Query{Text: "kaiguan"})
	if err != nil || found.Count == 0 {
		t.Fatalf("pinyin finds %d products: %v", found.Count, err)
	}
	var ids []int32
	for _, card := range found.Items {
		ids = append(ids, card.SKUs...)
	}
	items, err := s.goods.ItemsByID(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	there, err := s.stock.Available(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	addresses, err := s.dealers.Addresses(t.Context(), who, who.DealerCode)
	if err != nil || len(addresses) == 0 {
		t.Fatal(err)
	}
	for _, k := range ids {
		first, ok := items[k].Rule.First()
		if !ok || there[k] < first {
			continue
		}
		placed, err := s.orders.Place(t.Context(), who, order.PlaceInput{Source: order.Portal, Address: addresses[0].ID, Lines: []order.LineInput{{SKU: items[k].Code, Quantity: first}}})
		if err != nil {
			t.Fatal(err)
		}
		if placed.ID == id.Nil || placed.Number[10:] != fmt.Sprintf("-%06d", 601) {
			t.Errorf("placed %+v", placed)
		}
		return
	}
	t.Fatal("nothing to order")
}

// The catalogue's own rules find nothing to change or to add.
func TestEveryProductIsComplete(t *testing.T) {
	t.Parallel()
	w := load(t, small)
	goods := catalog.New(w.db)
	who := org.NewSystem("test")
	after, count := "", 0
	for {
		list, err := goods.GetMany(t.Context(), who, after, 100)
		if err != nil {
			t.Fatal(err)
		}
		if len(list) == 0 {
			break
		}
		var in []catalog.ProductIn
		for _, p := range list {
			in = append(in, whole(p))
		}
		results, err := goods.Check(t.Context(), who, in)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range results {
			if r.Outcome != catalog.Unchanged {
				t.Fatalf("%s is %s: %v", r.Code, r.Outcome, r.Problem)
			}
		}
		count += len(list)
		after = list[len(list)-1].Code
	}
	if count == 0 {
		t.Error("no products")
	}
}

// whole is a product said again as it is stored.
func whole(p catalog.Product) catalog.ProductIn {
	in := catalog.ProductIn{Code: p.Code, Name: p.Name, Category: p.Category.Code, Series: p.Series.Code, Template: p.Template.Code, Unit: p.Unit,
		Description: p.Description, Attributes: p.Attributes, Allow: p.Allow, Deny: p.Deny, State: p.State}
	for _, d := range p.Divisions {
		in.Divisions = append(in.Divisions, d.Code)
	}
	for _, k := range p.SKUs {
		in.SKUs = append(in.SKUs, catalog.SKUIn{Code: k.Code, OrderCode: k.OrderCode, Model: k.Model, Barcode: k.Barcode, Name: k.Name, Spec: k.Spec, Packs: k.Packs,
			Minimum: k.Minimum, Multiple: k.Multiple, LeadDays: &k.LeadDays, TaxRate: k.TaxRate})
	}
	return in
}

func open(t *testing.T, db *pg.DB, url pgtest.Database) *services {
	t.Helper()
	placing, err := pg.Open(t.Context(), pg.Config{URL: url.App, Conns: 2, Keys: pgtest.Keys()})
	if err != nil {
		t.Fatal(err)
	}
	s := &services{dealers: dealer.New(db, identity.New(db)), goods: catalog.New(db), stock: inventory.New(db), prices: pricing.New(db)}
	s.orders = order.New(db, placing, s.dealers, s.goods, s.stock, s.prices.Book())
	t.Cleanup(func() {
		s.orders.Close()
		placing.Close()
	})
	return s
}

func demoLogin() identity.Credentials {
	login := seed.Logins()[0]
	return identity.Credentials{Kind: identity.KindAccount, Username: login.Username, Password: secret.NewText(login.Password), Address: "127.0.0.1"}
}
