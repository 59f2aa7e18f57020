package stories_test

import (
	"net/http"
	"strings"
	"time"

	"qudao/internal/apitest"
	"qudao/internal/clock"
	"qudao/internal/dealer"
	"qudao/internal/org"
)

// doers are people and a program who do one of everything.
type doers struct {
	buyer buyer
	admin person
	erp   person
	leaf  int // makes names unlike any other
}

func (s *story) doers() *doers {
	return &doers{buyer: s.buyer("dealer2"), admin: s.staff("admin"), erp: s.program(every("")...)}
}

// deed does something once, and succeeds.
type deed struct {
	table string // in which a row is changed, whose change is on the record
	do    func(s *story, d *doers) *apitest.Answer
}

// open is an order that waits for review.
func (d *doers) open(s *story) order { return d.admin.sees(d.buyer.places(want("S2", 1)).Number) }

// put makes an edit of what stands at a path, as it is now.
func put(path string, body any) func(*story, *doers) *apitest.Answer {
	return func(s *story, d *doers) *apitest.Answer {
		return d.admin.Put(path, body, apitest.Key(), apitest.Version(s.version(d.admin, path)))
	}
}

func post(path string, body any) func(*story, *doers) *apitest.Answer {
	return func(_ *story, d *doers) *apitest.Answer { return d.admin.Post(path, body, apitest.Key()) }
}

type fields map[string]any

var product = fields{"code": "DEED-P", "name": "新品", "category": "SOCKET", "unit": "只", "allow": []string{"ALL"}, "skus": []fields{{"code": "DEED-K", "tax_rate": 1300}}}

// deeds are, for each operation that changes something, one call that succeeds, in an order in which each
// finds what it needs. A new operation without its deed, or its line in unrecorded, fails the story.
var deeds = []struct {
	operation string
	deed
}{
	{"portal.order.place", deed{"orders.orders", func(_ *story, d *doers) *apitest.Answer { return d.buyer.asks(want("S2", 1)) }}},
	{"portal.order.cancel", deed{"orders.orders", func(s *story, d *doers) *apitest.Answer { return d.buyer.moves(d.open(s), "cancel") }}},
	{"portal.order.receive", deed{"orders.shipment", func(s *story, d *doers) *apitest.Answer {
		o := s.arrival(d.buyer, d.admin, d.admin, want("S2", 1))
		return d.buyer.Post("/orders/"+o.ID+"/shipments/"+o.Shipments[0].ID+"/receive", fields{}, apitest.Key())
	}}},
	{"portal.account.invite", deed{"dealer.account", func(_ *story, d *doers) *apitest.Answer {
		return d.buyer.Post("/accounts", fields{"name": "周敏", "username": "deed-invited", "roles": []string{"buyer"}, "limits": fields{"per_month": "10.00"}}, apitest.Key())
	}}},
	{"portal.account.invite_again", deed{"dealer.account", func(_ *story, d *doers) *apitest.Answer {
		return d.buyer.Post("/accounts/"+d.buyer.sub("deed-invited").ID+"/invitation", nil, apitest.Key())
	}}},
	{"portal.account.edit", deed{"dealer.account", func(s *story, d *doers) *apitest.Answer {
		s.Enrol("D2", "deed-sub", dealer.RoleBuyer)
		a := d.buyer.sub("deed-sub")
		return d.buyer.Put("/accounts/"+a.ID, fields{"name": "陈工", "roles": []string{"viewer", "finance"}, "limits": fields{"per_order": "10.00"}}, apitest.Version(a.Version))
	}}},
	{"portal.account.block", deed{"dealer.account", func(_ *story, d *doers) *apitest.Answer {
		a := d.buyer.sub("deed-sub")
		return d.buyer.Post("/accounts/"+a.ID+"/block", nil, apitest.Key(), apitest.Version(a.Version))
	}}},
	{"portal.account.unblock", deed{"dealer.account", func(_ *story, d *doers) *apitest.Answer {
		a := d.buyer.sub("deed-sub")
		return d.buyer.Post("/accounts/"+a.ID+"/unblock", nil, apitest.Key(), apitest.Version(a.Version))
	}}},
	{"portal.account.remove", deed{"dealer.account", func(_ *story, d *doers) *apitest.Answer {
		a := d.buyer.sub("deed-sub")
		return d.buyer.Delete("/accounts/"+a.ID, apitest.Key(), apitest.Version(a.Version))
	}}},
	{"portal.address.create", deed{"dealer.address", func(_ *story, d *doers) *apitest.Answer {
		return d.buyer.Post("/addresses", fields{"name": "陈工", "phone": "16000000001", "region": 330100, "detail": "西溪路 1 号"}, apitest.Key())
	}}},
	{"portal.address.edit", deed{"dealer.address", func(_ *story, d *doers) *apitest.Answer {
		return d.buyer.Put("/addresses/"+d.buyer.Address, fields{"name": "陈工", "phone": "16000000001", "region": 330100, "detail": "西溪路 2 号", "default": true}, apitest.Key())
	}}},
	{"portal.address.remove", deed{"dealer.address", func(_ *story, d *doers) *apitest.Answer {
		var a struct{ ID string }
		d.buyer.Post("/addresses", fields{"name": "陈工", "phone": "16000000001", "region": 330100, "detail": "西溪路 3 号"}, apitest.Key()).Into(&a)
		return d.buyer.Delete("/addresses/" + a.ID)
	}}},
	{"office.order.accept", deed{"orders.orders", func(s *story, d *doers) *apitest.Answer { return d.admin.moves(d.open(s), "accept") }}},
	{"office.order.reject", deed{"orders.orders", func(s *story, d *doers) *apitest.Answer { return d.admin.moves(d.open(s), "reject") }}},
	{"office.order.cancel", deed{"orders.orders", func(s *story, d *doers) *apitest.Answer { return d.admin.moves(d.open(s), "cancel") }}},
	{"office.order.ship", deed{"orders.shipment", func(s *story, d *doers) *apitest.Answer {
		return d.admin.ships(d.admin.accepts(d.open(s).Number).Number, "W1", "SF", sent{1, 1})
	}}},
	{"open.order.accept", deed{"orders.orders", func(s *story, d *doers) *apitest.Answer {
		return d.erp.Post("/orders/"+d.open(s).Number+"/accept", nil, apitest.Key())
	}}},
	{"open.order.ship", deed{"orders.shipment", func(s *story, d *doers) *apitest.Answer {
		return d.erp.Post("/orders/"+d.admin.accepts(d.open(s).Number).Number+"/shipments",
			fields{"external_id": "WMS-1", "warehouse": "W1", "carrier": "顺丰", "tracking": "SF", "lines": []fields{{"sku": "S2", "quantity": 1}}}, apitest.Key())
	}}},
	{"office.order_rule.edit", deed{"orders.rule", put("/order-rules", fields{"auto_accept_below": "1.00", "review_hours": 24})}},
	{"office.letterhead.edit", deed{"paper.letterhead", put("/letterhead", fields{"name": "启明电气", "name_en": "Qiming", "address": "", "phone": ""})}},

	{"office.dealer.create", deed{"dealer.dealer", post("/dealers", fields{"code": "D8", "name": "宁波海曙电器", "level": "A", "region": 330100})}},
	{"office.dealer.edit", deed{"dealer.dealer", put("/dealers/D8", fields{"name": "宁波海曙电器行", "level": "A", "region": 330100})}},
	{"office.dealer.account", deed{"dealer.account", post("/dealers/D8/accounts", fields{"name": "周平", "username": "haishu", "password": apitest.Password})}},
	{"office.dealer.unmask", deed{"dealer.dealer", post("/dealers/D1/unmask", fields{"field": "phone", "reason": "核对号码"})}},
	{"office.order.unmask", deed{"orders.orders", func(s *story, d *doers) *apitest.Answer {
		return d.admin.Post("/orders/"+d.open(s).ID+"/unmask", fields{"field": "phone", "reason": "核对号码"}, apitest.Key())
	}}},
	{"office.dealer_level.save", deed{"dealer.level", func(_ *story, d *doers) *apitest.Answer {
		return d.admin.Put("/dealer-levels/C", fields{"name": "铜牌", "rank": 3}, apitest.Key())
	}}},
	{"office.dealer_tag.save", deed{"dealer.tag", func(_ *story, d *doers) *apitest.Answer {
		return d.admin.Put("/dealer-tags/new", fields{"name": "新客"}, apitest.Key())
	}}},
	{"office.audience.create", deed{"dealer.audience", post("/audiences", fields{"code": "EAST", "name": "华东", "rule": fields{"regions": []int{330000}}})}},
	{"office.audience.edit", deed{"dealer.audience", put("/audiences/EAST", fields{"name": "浙江", "rule": fields{"regions": []int{330000}}})}},

	{"office.announcement.create", deed{"notification.announcement", post("/announcements", fields{"title": "国庆放假", "body": "国庆期间照常接单。"})}},
	{"office.announcement.edit", deed{"notification.announcement", put("/announcements/AN000001", fields{"title": "国庆发货安排", "body": "国庆期间照常接单。", "audiences": []string{"EAST"}})}},
	{"office.announcement.publish", deed{"notification.announcement", func(s *story, d *doers) *apitest.Answer {
		return d.admin.Post("/announcements/AN000001/publish", nil, apitest.Key(), apitest.Version(s.version(d.admin, "/announcements/AN000001")))
	}}},
	{"office.announcement.withdraw", deed{"notification.announcement", func(s *story, d *doers) *apitest.Answer {
		return d.admin.Post("/announcements/AN000001/withdraw", nil, apitest.Key(), apitest.Version(s.version(d.admin, "/announcements/AN000001")))
	}}},

	{"office.storefront.create", deed{"storefront.block", post("/storefront/blocks", fields{"kind": "notice", "title": "国庆", "body": "照常发货。", "everybody": true, "shown": true})}},
	{"office.storefront.edit", deed{"storefront.block", func(_ *story, d *doers) *apitest.Answer {
		b := d.admin.blocks()[0]
		return d.admin.Put("/storefront/blocks/"+b.ID, fields{"kind": "notice", "title": "国庆", "body": "国庆照常发货。", "everybody": true, "shown": true}, apitest.Key(), apitest.Version(b.Version))
	}}},
	{"office.storefront.arrange", deed{"storefront.block", func(_ *story, d *doers) *apitest.Answer {
		d.admin.Post("/storefront/blocks", fields{"kind": "notice", "title": "元旦", "body": "照常发货。"}, apitest.Key()).OK()
		all := d.admin.blocks()
		return d.admin.Put("/storefront/order", fields{"ids": []string{all[1].ID, all[0].ID}}, apitest.Key())
	}}},
	{"office.storefront.remove", deed{"storefront.block", func(_ *story, d *doers) *apitest.Answer {
		b := d.admin.blocks()[0]
		return d.admin.Delete("/storefront/blocks/"+b.ID, apitest.Version(b.Version))
	}}},
	{"office.storefront.picture", deed{"catalog.picture", func(_ *story, d *doers) *apitest.Answer {
		return d.admin.Upload("/storefront/pictures", "x.svg", []byte(strings.Replace(square, `width="8"`, `width="7"`, 1)), nil, apitest.Key())
	}}},

	{"office.category.create", deed{"catalog.category", post("/categories", fields{"code": "DEED-C", "name": "开关"})}},
	{"office.category.edit", deed{"catalog.category", func(_ *story, d *doers) *apitest.Answer {
		return d.admin.Put("/categories/DEED-C", fields{"name": "墙壁开关"}, apitest.Key())
	}}},
	{"office.template.create", deed{"catalog.template", post("/templates", fields{"code": "deed", "name": "面板", "attributes": []fields{{"code": "tone", "name": "颜色", "kind": "text"}}})}},
	{"office.template.edit", deed{"catalog.template", func(s *story, d *doers) *apitest.Answer {
		return d.admin.Put("/templates/deed", fields{"name": "面板类", "attributes": []fields{}}, apitest.Key(), apitest.Version(1))
	}}},
	{"office.product.create", deed{"catalog.product", post("/products", product)}},
	{"office.product.edit", deed{"catalog.product", put("/products/DEED-P", fields{"name": "新品二代", "category": "SOCKET", "unit": "只", "allow": []string{"ALL"}, "skus": []fields{{"code": "DEED-K", "tax_rate": 1300}}})}},
	{"office.product.publish", deed{"catalog.product", func(s *story, d *doers) *apitest.Answer {
		return d.admin.Post("/products/DEED-P/publish", nil, apitest.Key(), apitest.Version(s.version(d.admin, "/products/DEED-P")))
	}}},
	{"office.product.archive", deed{"catalog.product", func(s *story, d *doers) *apitest.Answer {
		return d.admin.Post("/products/DEED-P/archive", nil, apitest.Key(), apitest.Version(s.version(d.admin, "/products/DEED-P")))
	}}},
	{"office.picture.create", deed{"catalog.product", func(_ *story, d *doers) *apitest.Answer {
		return d.admin.Upload("/products/DEED-P/pictures", "x.svg", []byte(square), nil, apitest.Key())
	}}},
	{"office.picture.arrange", deed{"catalog.product", func(s *story, d *doers) *apitest.Answer {
		return d.admin.Put("/products/DEED-P/pictures", fields{"images": []string{}}, apitest.Key(), apitest.Version(s.version(d.admin, "/products/DEED-P")))
	}}},
	{"open.picture.upsert", deed{"catalog.product", func(_ *story, d *doers) *apitest.Answer {
		return d.erp.PutFiles("/products/DEED-P/pictures", [][]byte{[]byte(square)})
	}}},
	{"open.product.upsert", deed{"catalog.product", func(_ *story, d *doers) *apitest.Answer {
		return d.erp.Put("/products", fields{"items": []fields{{"code": "DEED-E", "name": "来自 ERP", "category": "SOCKET", "unit": "只"}}}, apitest.Key())
	}}},

	{"office.price_list.create", deed{"pricing.price_list", post("/price-lists", fields{"code": "DEED-L", "name": "华东价", "kind": "audience", "audience": "EAST"})}},
	{"office.price_list.edit", deed{"pricing.price_list", put("/price-lists/DEED-L", fields{"name": "浙江价", "kind": "audience", "audience": "EAST"})}},
	{"office.price.change", deed{"pricing.price", func(_ *story, d *doers) *apitest.Answer {
		return d.admin.Put("/price-lists/DEED-L/prices", fields{"changes": []fields{{"sku": "S2", "tiers": []fields{{"minimum": 0, "price": "19.00"}}}}}, apitest.Key())
	}}},
	{"open.price.upsert", deed{"pricing.price", func(_ *story, d *doers) *apitest.Answer {
		return d.erp.Put("/prices", fields{"list": "DEED-L", "items": []fields{{"sku": "S1", "tiers": []fields{{"minimum": 0, "price": "9.50"}}}}}, apitest.Key())
	}}},
	{"office.warehouse.create", deed{"inventory.warehouse", post("/warehouses", fields{"code": "W8", "name": "宁波分仓", "region": 330100})}},
	{"office.warehouse.edit", deed{"inventory.warehouse", func(_ *story, d *doers) *apitest.Answer {
		return d.admin.Put("/warehouses/W8", fields{"name": "宁波前置仓", "region": 330100, "priority": -1}, apitest.Key(), apitest.Version(1))
	}}},
	{"office.stock_display.edit", deed{"inventory.display", func(_ *story, d *doers) *apitest.Answer {
		return d.admin.Put("/stock-display", fields{"items": []fields{{"mode": "banded", "bands": []int{10, 100}}}}, apitest.Key())
	}}},
	{"office.stock.safety", deed{"inventory.level", func(_ *story, d *doers) *apitest.Answer {
		return d.admin.Put("/stock/S1/W1/safety", fields{"safety": 5}, apitest.Key())
	}}},

	{"office.role.create", deed{"org.role", post("/roles", fields{"code": "deed", "name": "见习", "permissions": []org.Permission{org.OrderRead}})}},
	{"office.role.edit", deed{"org.role", func(_ *story, d *doers) *apitest.Answer {
		return d.admin.Put("/roles/deed", fields{"name": "见习生", "permissions": []org.Permission{}}, apitest.Key(), apitest.Version(1))
	}}},
	{"office.staff.create", deed{"org.staff", post("/staff", fields{"code": "E80", "name": "方晴", "username": "fang", "password": apitest.Password, "roles": []string{"deed"}, "data_scope": "all"})}},
	{"office.staff.edit", deed{"org.staff", func(_ *story, d *doers) *apitest.Answer {
		return d.admin.Put("/staff/E80", fields{"name": "方晴", "departments": []string{"EAST"}, "roles": []string{"deed"}, "data_scope": "all"}, apitest.Key(), apitest.Version(1))
	}}},
	{"office.department.create", deed{"org.department", post("/departments", fields{"code": "DEED", "name": "内勤", "parent": "SALES"})}},
	{"office.department.edit", deed{"org.department", func(_ *story, d *doers) *apitest.Answer {
		return d.admin.Put("/departments/DEED", fields{"name": "内勤组", "head": "E2"}, apitest.Key(), apitest.Version(1))
	}}},
	{"office.department.remove", deed{"org.department", func(_ *story, d *doers) *apitest.Answer {
		return d.admin.Delete("/departments/DEED", apitest.Version(2))
	}}},
	{"office.handover.create", deed{"dealer.handover", func(_ *story, d *doers) *apitest.Answer {
		return d.admin.Post("/staff/E6/handover", fields{"to": "E7", "since": time.Now().In(clock.Zone).Format(time.DateOnly), "reason": "轮岗"}, apitest.Key())
	}}},
	{"office.staff.unlock", deed{"identity.attempt", func(s *story, d *doers) *apitest.Answer {
		for range 5 {
			s.knock("office", "fang", "Wrong-horse-1")
		}
		return d.admin.Post("/staff/E80/unlock", nil, apitest.Key())
	}}},
	{"office.api_key.create", deed{"identity.api_key", post("/api-keys", fields{"name": "WMS", "scopes": []org.Permission{org.OrderRead}})}},
	{"office.api_key.revoke", deed{"identity.api_key", func(_ *story, d *doers) *apitest.Answer {
		var key struct{ ID string }
		d.admin.Post("/api-keys", fields{"name": "旧", "scopes": []org.Permission{org.OrderRead}}, apitest.Key()).Into(&key)
		return d.admin.Delete("/api-keys/" + key.ID)
	}}},
	{"office.staff.invite", deed{"org.staff", post("/staff/invitations", fields{"code": "E81", "name": "方晴", "username": "fang2", "roles": []string{}, "data_scope": "all"})}},
	{"office.staff.reinvite", deed{"identity.link", post("/staff/E81/invitation", nil)}},
	{"office.staff.reset_link", deed{"identity.link", post("/staff/E80/reset-link", nil)}},
	{"office.invitation.accept", deed{"identity.login", func(s *story, d *doers) *apitest.Answer {
		var made struct{ Path string }
		d.admin.Post("/staff/E81/invitation", nil, apitest.Key()).Into(&made)
		return s.Anonymous("office").Post("/invitation/accept", fields{"token": s.tokenOf(made.Path), "name": "方晴", "password": "Harbour-2027"})
	}}},
	{"office.reset.use", deed{"identity.login", func(s *story, d *doers) *apitest.Answer {
		var made struct{ Path string }
		d.admin.Post("/staff/E81/reset-link", nil, apitest.Key()).Into(&made)
		return s.Anonymous("office").Post("/reset/use", fields{"token": s.tokenOf(made.Path), "password": "Harbour-2028"})
	}}},
	{"portal.invitation.accept", deed{"identity.login", func(s *story, _ *doers) *apitest.Answer {
		return s.Anonymous("portal").Post("/invitation/accept", fields{"token": s.invitesAccount("D1", "invited-deed"), "name": "方晴", "password": "Harbour-2027"})
	}}},
	{"portal.reset.use", deed{"identity.login", func(s *story, _ *doers) *apitest.Answer {
		return s.Anonymous("portal").Post("/reset/use", fields{"token": s.resetsAccount("invited-deed"), "password": "Harbour-2028"})
	}}},
	{"portal.me.email", deed{"identity.login", func(_ *story, d *doers) *apitest.Answer {
		return d.buyer.Put("/me/email", fields{"email": "wang@example.com", "password": apitest.Password})
	}}},
	{"office.me.email", deed{"identity.login", func(_ *story, d *doers) *apitest.Answer {
		return d.admin.Put("/me/email", fields{"email": "shen@example.com", "password": apitest.Password})
	}}},
	{"portal.me.password", deed{"identity.login", func(_ *story, d *doers) *apitest.Answer {
		return d.buyer.Put("/me/password", fields{"old": apitest.Password, "new": "Another-horse-8"})
	}}},
	{"office.me.password", deed{"identity.login", func(_ *story, d *doers) *apitest.Answer {
		return d.admin.Put("/me/password", fields{"old": apitest.Password, "new": "Another-horse-8"})
	}}},
}

// unrecorded are the operations that are no reads and yet leave nothing on the record, each for its reason.
var unrecorded = map[string]string{
	"portal.reset.ask":             "a letter may follow; a new password is on the record",
	"portal.reset.look":            "a read that needs a body",
	"portal.invitation.look":       "a read that needs a body",
	"portal.session.revoke":        "ends one's own session",
	"portal.session.revoke_all":    "ends one's own sessions",
	"office.reset.ask":             "a letter may follow; a new password is on the record",
	"office.reset.look":            "a read that needs a body",
	"office.invitation.look":       "a read that needs a body",
	"office.session.revoke":        "ends one's own session",
	"office.session.revoke_all":    "ends one's own sessions",
	"portal.session.create":        "begins a session; a locked name is on the record",
	"office.session.create":        "begins a session; a locked name is on the record",
	"portal.session.delete":        "ends one's own session",
	"office.session.delete":        "ends one's own session",
	"portal.cart.add":              "a cart is a draft",
	"portal.cart.put":              "a cart is a draft",
	"portal.cart.remove":           "a cart is a draft",
	"portal.cart.clear":            "a cart is a draft",
	"portal.comment.create":        "a comment is append-only and names who wrote it",
	"office.comment.create":        "a comment is append-only and names who wrote it",
	"portal.order.reorder":         "fills the cart",
	"portal.shopping_list.create":  "a list is a draft",
	"portal.shopping_list.save":    "a list is a draft",
	"portal.shopping_list.add":     "a list is a draft",
	"portal.shopping_list.remove":  "a list is a draft",
	"portal.shopping_list.to_cart": "fills the cart",
	"portal.announcement.see":      "what one person has seen",
	"portal.message.see":           "what one person has seen",
	"portal.message.see_all":       "what one person has seen",
	"office.message.see":           "what one person has seen",
	"office.message.see_all":       "what one person has seen",
	"office.announcement.reach":    "a read that needs a body",
	"portal.part.recognise":        "a read that needs a body",
	"portal.export.create":         "a run is kept as its own record, with who started it",
	"office.export.create":         "a run is kept as its own record, with who started it",
	"office.import.create":         "a run is kept as its own record; what it changes is on the record in the name of who started it",
	"office.run.undo":              "what it gives back is on the record in the name of who took it back",
	"office.audience.preview":      "a read that needs a body",
	"office.stock.count":           "its movements are append-only and name who and why",
	"office.stock.adjust":          "its movement is append-only and names who and why",
	"open.stock.upsert":            "its movements are append-only and name who and why",
}

// changes reports whether an operation may change something.
func (op operation) changes() bool { return op.method != http.MethodGet }
