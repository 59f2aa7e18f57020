package stories_test

import (
	"bytes"
	"fmt"
	"strings"

	"qudao/internal/apitest"
	"qudao/internal/catalog"
	"qudao/internal/dealer"
	"qudao/internal/id"
	"qudao/internal/inventory"
	"qudao/internal/money"
	"qudao/internal/notification"
	"qudao/internal/org"
	"qudao/internal/pdftext"
	"qudao/internal/pricing"
	"qudao/internal/qty"
	"qudao/internal/secret"
	"qudao/internal/storefront"
)

// belongings name what is a dealer's own, as a caller would.
type belongings struct {
	Dealer, Number, Order, ShippedNumber, Shipped, Shipment, Address, Run, Spare, Shopping, Drawer, Message, Announcement, Attachment, Account, Leaver string
	Product, SKU, Category, Tone, List, Text                                                                                                           string
}

// all are the names one by one, the longer ones first where one holds another.
func (b belongings) all() []string {
	return []string{b.Number, b.Order, b.ShippedNumber, b.Shipped, b.Shipment, b.Address, b.Run, b.Spare, b.Shopping, b.Drawer, b.Message, b.Announcement, b.Attachment, b.Account, b.Leaver, b.Product, b.SKU, b.Category, b.Tone, b.List, b.Text, b.Dealer}
}

// world is one dealer with all that is nobody else's business: orders, an address, people, prices of its
// own, and goods that only it sees. Each thing carries a word, a number or a price that nothing else has.
type world struct {
	belongings
	buyer   buyer
	private []string // must never reach another dealer, nor staff that does not see this one
	goods   []string // must never reach another dealer; staff knows all goods
	inside  []string // must never reach a dealer at all, nor staff that does not see this one
}

// origin is what makes a world unlike any other.
type origin struct {
	dealer, username, word, code string
	own, special                 string // prices of the dealer's own SKU and, for it alone, of S2
}

var (
	jade  = origin{"D1", "dealer1", "翡翠鸟", "JADE", "73.4109", "18.7654"}
	amber = origin{"D2", "dealer2", "琥珀鹿", "AMBER", "86.2207", "19.1357"}
)

// nowhere are names of things that do not exist, of the form that the real ones have.
func nowhere(like belongings) belongings {
	number := func(of string) string { return of[:len(of)-6] + "987654" }
	return belongings{Dealer: "D7", Number: number(like.Number), Order: id.New().String(), ShippedNumber: number(like.Number)[:len(like.Number)-1] + "5",
		Shipped: id.New().String(), Shipment: id.New().String(), Address: id.New().String(), Run: id.New().String(), Spare: id.New().String(), Shopping: id.New().String(), Drawer: id.New().String(),
		Account: id.New().String(), Leaver: id.New().String(), Message: id.New().String(), Announcement: number(like.Announcement), Attachment: id.New().String(),
		Product: "NONE-P", SKU: "ZYXW-K", Category: "NONE-C", Tone: "无此色", List: "NONE-L", Text: "独角兽"}
}

// world plants a dealer's world and lets it trade: one order waits, one has been shipped.
func (s *story) world(of origin) *world {
	s.t.Helper()
	w := &world{belongings: belongings{Dealer: of.dealer, Product: of.code + "-P", SKU: of.code + "-K", Category: of.code + "-C", Tone: of.word + "色", List: of.code + "-L", Text: of.word}}
	s.sellsTo(of, w)
	w.buyer = s.buyer(of.username)
	s.Enrol(of.dealer, strings.ToLower(of.code), dealer.RoleViewer)
	s.Enrol(of.dealer, strings.ToLower(of.code)+"-leaver", dealer.RoleViewer)
	w.Account, w.Leaver = w.buyer.sub(strings.ToLower(of.code)).ID, w.buyer.sub(strings.ToLower(of.code)+"-leaver").ID
	address, err := s.App.Dealer.SaveAddress(s.t.Context(), org.NewSystem("story"), of.dealer, dealer.AddressInput{
		Name: secret.Name(of.word + "收货人"), Phone: secret.Phone("1601" + of.own[:2] + of.own[3:] + "9"), Region: 330100, Detail: of.word + "路 8 号"})
	if err != nil {
		s.t.Fatal(err)
	}
	w.Address = address.ID.String()
	spare, err := s.App.Dealer.SaveAddress(s.t.Context(), org.NewSystem("story"), of.dealer, dealer.AddressInput{
		Name: secret.Name(of.word + "收货人"), Phone: "16000000000", Region: 330100, Detail: of.word + "路 9 号"})
	if err != nil {
		s.t.Fatal(err)
	}
	w.Spare = spare.ID.String()
	desk, warehouse := s.staff("desk"), s.staff("warehouse")
	shipped := s.arrival(w.buyer, desk, warehouse, want("S2", 3), want(w.SKU, 2))
	waiting := w.orders(of)
	w.Number, w.Order, w.ShippedNumber, w.Shipped, w.Shipment = waiting.Number, waiting.ID, shipped.Number, shipped.ID, shipped.Shipments[0].ID
	s.limits(strings.ToLower(of.code), "per_month", "900000")
	s.Exec(`INSERT INTO orders.spent SELECT dealer_id, account_id, date_trunc('month', now())::date, 1, id, total, total FROM orders.orders WHERE number = $1`, waiting.Number)
	w.buyer.Post("/cart/lines", map[string]any{"lines": []line{want(w.SKU, 1)}}).OK()
	w.Shopping, w.Drawer = w.keepsList(of.word+"补货"), w.keepsList(of.word+"样品")
	var r run
	w.buyer.Post("/exports", map[string]any{"kind": "orders"}, apitest.Key()).Into(&r)
	w.Run = w.buyer.finished(r).ID
	w.Attachment = w.writes(of, desk)
	w.Announcement = s.announces(of)
	s.shows(of, w.Product)
	w.Message = w.reads()
	w.inside = []string{w.List, of.word + "协议价", of.word + "内部话"}
	w.goods = []string{w.Product, w.SKU, w.Category, of.word}
	o := w.buyer.sees(w.Number)
	w.private = []string{of.word + "收货人", of.word + "路", of.word + "急", of.word + "留言", w.Attachment, string(address.Phone), w.Number, w.Order, w.ShippedNumber, w.Shipped, w.Shipment, shipped.Shipments[0].Number,
		w.Address, w.Spare, w.Shopping, w.Drawer, w.Message, w.Account, w.Leaver, w.buyer.Address, w.Run, of.own, of.special, o.Total, shipped.Total, "SF-" + w.ShippedNumber}
	return w
}

// orders places the order that waits for review, with a remark and to the planted address.
func (w *world) orders(of origin) (o order) {
	w.buyer.s.t.Helper()
	body := w.buyer.order(want("S2", 1), want(w.SKU, 7))
	body["address_id"], body["remark"] = w.Address, of.word+"急"
	var p placed
	w.buyer.Post("/orders", body, apitest.Key()).Into(&p)
	return w.buyer.sees(p.Number)
}

// writes has both sides write to the waiting order, the brand to itself too, and returns the dealer's file.
func (w *world) writes(of origin, desk person) string {
	w.buyer.s.t.Helper()
	var c comment
	w.buyer.Attach("/orders/"+w.Number+"/comments", fields{"text": of.word + "留言"}, apitest.File{Name: of.word + ".pdf", Content: []byte(slip)}, apitest.Key()).Into(&c)
	desk.Attach("/orders/"+w.Number+"/comments", fields{"text": of.word + "内部话", "internal": true}, apitest.File{}, apitest.Key()).OK()
	return c.Files[0].ID
}

// announces publishes an announcement that only the dealer is to see.
func (s *story) announces(of origin) string {
	s.t.Helper()
	ctx, who := s.t.Context(), org.NewSystem("story")
	a, err := s.App.Notification.CreateAnnouncement(ctx, who, notification.AnnouncementInput{Title: of.word + "上新", Body: of.word + "面板开放订货。", Audiences: []string{of.code + "-A"}})
	if err == nil {
		a, err = s.App.Notification.Publish(ctx, who, a.Number, a.Version)
	}
	if err != nil {
		s.t.Fatal(err)
	}
	return a.Number
}

// shows puts a row with the dealer's own product onto its first page, and touches it once.
func (s *story) shows(of origin, product string) {
	s.t.Helper()
	ctx, who := s.t.Context(), org.NewSystem("story")
	in := storefront.Input{Kind: storefront.Products, Title: of.word + "专区", Products: []string{product}, Audiences: []string{of.code + "-A"}, Shown: true}
	b, err := s.App.Storefront.Create(ctx, who, in)
	if err == nil {
		_, err = s.App.Storefront.Edit(ctx, who, b.ID, b.Version, in)
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

// reads opens the messages of the dealer, notes that they were seen, and returns the latest.
func (w *world) reads() string {
	w.buyer.s.t.Helper()
	w.buyer.s.Settle()
	var list struct{ Items []struct{ ID string } }
	w.buyer.Get("/messages").Into(&list)
	if len(list.Items) == 0 {
		w.buyer.s.t.Fatal("the dealer was told nothing")
	}
	w.buyer.Put("/messages/"+list.Items[0].ID+"/seen", nil).OK()
	w.buyer.Put("/announcements/"+w.Announcement+"/seen", nil).OK()
	w.buyer.Put("/messages/seen", nil).OK()
	return list.Items[0].ID
}

// keepsList makes a shopping list that everybody of the dealer may use.
func (w *world) keepsList(name string) string {
	w.buyer.s.t.Helper()
	var l struct{ ID string }
	w.buyer.Post("/shopping-lists", fields{"name": name, "shared": true, "lines": []line{want("S2", 2), want(w.SKU, 1)}}, apitest.Key()).Into(&l)
	return l.ID
}

// sellsTo plants an audience of one dealer, a category with a product that only it sees, and a price list
// of its own.
func (s *story) sellsTo(of origin, w *world) {
	s.t.Helper()
	ctx, who, rate := s.t.Context(), org.NewSystem("story"), money.Rate(1300)
	must := func(err error) {
		s.t.Helper()
		if err != nil {
			s.t.Fatal(err)
		}
	}
	_, err := s.App.Dealer.CreateAudience(ctx, who, dealer.AudienceInput{Code: of.code + "-A", Name: "专供" + of.code, Rule: dealer.Rule{DealersIn: []string{of.dealer}}})
	must(err)
	_, err = s.App.Catalog.CreateCategory(ctx, who, catalog.CategoryIn{Code: w.Category, Name: of.word + "系列", Parent: "SOCKET"})
	must(err)
	if s.Int(`SELECT count(*)::int FROM catalog.template`) == 0 {
		_, err = s.App.Catalog.CreateTemplate(ctx, who, catalog.TemplateIn{Code: "panel", Name: "面板", Attributes: []catalog.Attribute{{Code: "tone", Name: "颜色", Kind: catalog.KindText, Facet: true}}})
		must(err)
	}
	results, err := s.App.Catalog.Upsert(ctx, who, []catalog.ProductIn{{Code: w.Product, Name: of.word + "面板", Category: w.Category, Template: "panel", Unit: "只", Attributes: map[string]string{"tone": w.Tone},
		Allow: []string{of.code + "-A"}, State: catalog.StatePublished, SKUs: []catalog.SKUIn{{Code: w.SKU, Model: of.code + "-M", TaxRate: &rate}}}})
	must(err)
	if p := results[0].Problem; p != nil {
		s.t.Fatal(p)
	}
	_, err = s.App.Pricing.CreateList(ctx, who, pricing.ListInput{Code: w.List, Name: of.word + "协议价", Kind: pricing.KindDealer, Dealer: of.dealer})
	must(err)
	var changes []pricing.Change
	for sku, price := range map[string]string{w.SKU: of.own, "S2": of.special} {
		p, err := money.ParsePrice(price)
		must(err)
		changes = append(changes, pricing.Change{SKU: sku, Tiers: pricing.Tiers{{Price: p}}})
	}
	_, err = s.App.Pricing.Change(ctx, who, w.List, changes)
	must(err)
	_, err = s.App.Inventory.SetOnHand(ctx, who, inventory.Counts{Items: []inventory.Count{{Warehouse: "W1", SKU: w.SKU, OnHand: 1000 * qty.One}}})
	must(err)
}

// found are the words that an answer holds of those that it must not.
func (s *story) found(a *apitest.Answer, words []string) (out []string) {
	s.t.Helper()
	text := string(a.Body)
	if bytes.HasPrefix(a.Body, []byte("PK")) {
		text = fmt.Sprint(rowsOf(s.t, a.Body))
	}
	if bytes.HasPrefix(a.Body, []byte("%PDF")) {
		text = pdftext.Text(s.t, a.Body)
	}
	for _, word := range words {
		if strings.Contains(text, word) {
			out = append(out, word)
		}
	}
	return out
}
