package stories_test

import (
	"net/http"
	"strings"

	"qudao/internal/apitest"
	"qudao/internal/httpapi"
)

// request is one way to ask an operation for something of a dealer's.
type request struct {
	path string // its parameters filled
	body any
}

// ask makes a request that names their belongings; mine are the caller's own.
type ask func(their, mine belongings) request

func at1(format string, name func(belongings) string) ask {
	return func(their, _ belongings) request {
		return request{path: strings.Replace(format, "*", escape(name(their)), 1)}
	}
}

func sending(format string, name func(belongings) string, body any) ask {
	return func(their, _ belongings) request {
		return request{strings.Replace(format, "*", escape(name(their)), 1), body}
	}
}

// What a caller names.
var (
	itsOrder         = func(b belongings) string { return b.Order }
	itsNumber        = func(b belongings) string { return b.Number }
	itsShipped       = func(b belongings) string { return b.Shipped }
	itsShippedNumber = func(b belongings) string { return b.ShippedNumber }
	itsProduct       = func(b belongings) string { return b.Product }
	itsSKU           = func(b belongings) string { return b.SKU }
	itsCategory      = func(b belongings) string { return b.Category }
	itsText          = func(b belongings) string { return b.Text }
	itsTone          = func(b belongings) string { return b.Tone }
	itsAddress       = func(b belongings) string { return b.Address }
	itsSpare         = func(b belongings) string { return b.Spare }
	itsShopping      = func(b belongings) string { return b.Shopping }
	itsDrawer        = func(b belongings) string { return b.Drawer }
	itsRun           = func(b belongings) string { return b.Run }
	itsDealer        = func(b belongings) string { return b.Dealer }
	itsList          = func(b belongings) string { return b.List }
)

func receives(order, shipment func(their, mine belongings) string) ask {
	return func(their, mine belongings) request {
		return request{"/orders/" + order(their, mine) + "/shipments/" + shipment(their, mine) + "/receive", struct{}{}}
	}
}

func printsNote(order, shipment func(their, mine belongings) string) ask {
	return func(their, mine belongings) request {
		return request{path: "/orders/" + order(their, mine) + "/shipments/" + shipment(their, mine) + "/paper"}
	}
}

func of(pick func(belongings) string) func(their, mine belongings) string {
	return func(their, _ belongings) string { return pick(their) }
}

func own(pick func(belongings) string) func(their, mine belongings) string {
	return func(_, mine belongings) string { return pick(mine) }
}

var itsShipment = func(b belongings) string { return b.Shipment }

func opensFile(order, file func(their, mine belongings) string) ask {
	return func(their, mine belongings) request {
		return request{path: "/orders/" + order(their, mine) + "/attachments/" + file(their, mine)}
	}
}

var itsAttachment = func(b belongings) string { return b.Attachment }

var (
	itsAccount      = func(b belongings) string { return b.Account }
	itsLeaver       = func(b belongings) string { return b.Leaver }
	itsMessage      = func(b belongings) string { return b.Message }
	itsAnnouncement = func(b belongings) string { return b.Announcement }
)

// asks are, for each operation that can name something of a dealer's, the ways to name it. An operation of
// the portal or the office stands here or in takesNothing; a new one without either fails the stories of
// isolation.
var asks = map[string][]ask{
	"portal.order.read":     {at1("/orders/*", itsOrder), at1("/orders/*", itsNumber), at1("/orders/*", itsShipped)},
	"portal.order.paper":    {at1("/orders/*/papers/order", itsOrder), at1("/orders/*/papers/order", itsNumber), at1("/orders/*/papers/order?lang=en", itsShipped)},
	"portal.shipment.paper": {printsNote(of(itsShipped), of(itsShipment)), printsNote(own(itsShipped), of(itsShipment)), printsNote(of(itsShippedNumber), own(itsShipment))},
	"portal.order.cancel":   {sending("/orders/*/cancel", itsOrder, struct{}{}), sending("/orders/*/cancel", itsNumber, struct{}{})},
	"portal.order.receive":  {receives(of(itsShipped), of(itsShipment)), receives(own(itsShipped), of(itsShipment)), receives(of(itsShipped), own(itsShipment))},
	"portal.order.reorder":  {at1("/orders/*/reorder", itsOrder), at1("/orders/*/reorder", itsNumber)},
	"portal.comment.list":   {at1("/orders/*/comments", itsOrder), at1("/orders/*/comments", itsNumber)},
	"portal.comment.create": {at1("/orders/*/comments", itsOrder), at1("/orders/*/comments", itsNumber)},
	"portal.comment.file":   {opensFile(of(itsOrder), of(itsAttachment)), opensFile(own(itsOrder), of(itsAttachment)), opensFile(of(itsNumber), of(itsAttachment))},
	"portal.order.list":     {at1("/orders?q=*", itsNumber), at1("/orders?q=*", itsText), at1("/orders?q=*", itsDealer)},
	"portal.order.place": {
		func(their, _ belongings) request {
			return request{"/orders", map[string]any{"address_id": their.Address, "lines": []line{want("S2", 1)}}}
		},
		func(their, mine belongings) request {
			return request{"/orders", map[string]any{"address_id": mine.Address, "lines": []line{want("S2", 1), want(their.SKU, 1)}}}
		},
	},
	"portal.product.read":  {at1("/products/*", itsProduct)},
	"portal.product.list":  {at1("/products?q=*", itsText), at1("/products?q=*", itsSKU), at1("/products?category=*", itsCategory), at1("/products?f=tone%3A*", itsTone), at1("/products?sort=price&q=*", itsText)},
	"portal.category.list": {at1("/categories", itsText)},
	"portal.part.recognise": {
		func(their, _ belongings) request { return request{"/parts", map[string]any{"text": their.SKU + " 5"}} },
		func(their, _ belongings) request {
			return request{"/parts", map[string]any{"lines": []any{map[string]any{"part": their.Text, "quantity": 1}}}}
		},
	},
	"portal.cart.add": {func(their, _ belongings) request {
		return request{"/cart/lines", map[string]any{"lines": []line{want(their.SKU, 1)}}}
	}},
	"portal.cart.put":           {sending("/cart/lines/*", itsSKU, map[string]any{"quantity": 2}), sending("/cart/lines/*", itsSKU, map[string]any{"quantity": 0})},
	"portal.cart.remove":        {at1("/cart/lines/*", itsSKU)},
	"portal.address.edit":       {sending("/addresses/*", itsAddress, fields{"name": "x", "phone": "16000000000", "region": 330100, "detail": "x"})},
	"portal.address.remove":     {at1("/addresses/*", itsSpare)},
	"portal.shopping_list.read": {at1("/shopping-lists/*", itsShopping)},
	"portal.shopping_list.save": {sending("/shopping-lists/*", itsShopping, fields{"name": "x", "shared": true, "lines": []line{want("S2", 1)}})},
	"portal.shopping_list.add": {
		sending("/shopping-lists/*/lines", itsShopping, fields{"lines": []line{want("S2", 1)}}),
		func(their, mine belongings) request {
			return request{"/shopping-lists/" + mine.Shopping + "/lines", fields{"lines": []line{want(their.SKU, 1)}}}
		},
	},
	"portal.shopping_list.create": {func(their, _ belongings) request {
		return request{"/shopping-lists", fields{"name": "x", "lines": []line{want(their.SKU, 1)}}}
	}},
	"portal.shopping_list.to_cart": {at1("/shopping-lists/*/cart", itsShopping)},
	"portal.shopping_list.remove":  {at1("/shopping-lists/*", itsDrawer)},
	"portal.account.edit":          {sending("/accounts/*", itsAccount, fields{"name": "x", "roles": []string{"viewer"}})},
	"portal.account.block":         {at1("/accounts/*/block", itsAccount)},
	"portal.account.unblock":       {at1("/accounts/*/unblock", itsAccount)},
	"portal.account.invite_again":  {at1("/accounts/*/invitation", itsAccount)},
	"portal.account.remove":        {at1("/accounts/*", itsLeaver)},
	"portal.deed.list":             {at1("/deeds?account=*", itsAccount)},
	"portal.announcement.read":     {at1("/announcements/*", itsAnnouncement)},
	"portal.announcement.see":      {at1("/announcements/*/seen", itsAnnouncement)},
	"portal.message.see":           {at1("/messages/*/seen", itsMessage)},
	"portal.run.read":              {at1("/runs/*", itsRun)},
	"portal.run.file":              {at1("/runs/*/file", itsRun)},

	"office.order.read":     {at1("/orders/*", itsOrder), at1("/orders/*", itsNumber), at1("/orders/*", itsShipped)},
	"office.order.paper":    {at1("/orders/*/papers/order", itsOrder), at1("/orders/*/papers/order", itsShippedNumber), at1("/orders/*/papers/picking", itsNumber)},
	"office.shipment.paper": {printsNote(of(itsShipped), of(itsShipment)), printsNote(of(itsShippedNumber), of(itsShipment))},
	"office.order.picking":  {at1("/picking-lists?orders=*", itsNumber), at1("/picking-lists?orders=*", itsOrder)},
	"office.order.sources":  {at1("/orders/*/sources", itsOrder), at1("/orders/*/sources", itsNumber)},
	"office.comment.list":   {at1("/orders/*/comments", itsOrder), at1("/orders/*/comments", itsNumber)},
	"office.comment.create": {at1("/orders/*/comments", itsOrder), at1("/orders/*/comments", itsNumber)},
	"office.comment.file":   {opensFile(of(itsOrder), of(itsAttachment)), opensFile(of(itsNumber), of(itsAttachment))},
	"office.order.accept":   {sending("/orders/*/accept", itsOrder, struct{}{}), sending("/orders/*/accept", itsNumber, struct{}{})},
	"office.order.reject":   {sending("/orders/*/reject", itsOrder, map[string]any{"reason": "x"})},
	"office.order.cancel":   {sending("/orders/*/cancel", itsOrder, map[string]any{"reason": "x"})},
	"office.order.ship":     {sending("/orders/*/shipments", itsOrder, map[string]any{"warehouse": "W1", "carrier": "x", "tracking": "x", "lines": []sent{{1, 1}}})},
	"office.order.list":     {at1("/orders?q=*", itsNumber), at1("/orders?q=*", itsText), at1("/orders?dealer=*", itsDealer)},
	"office.dealer.read":    {at1("/dealers/*", itsDealer)},
	"office.dealer.reps":    {at1("/dealers/*/reps", itsDealer)},
	"office.dealer.edit":    {sending("/dealers/*", itsDealer, map[string]any{"name": "x", "level": "B", "region": 330100})},
	"office.dealer.account": {sending("/dealers/*/accounts", itsDealer, map[string]any{"name": "x", "username": "nobody-new", "password": apitest.Password})},
	"office.dealer.list":    {at1("/dealers?q=*", itsDealer)},
	"office.dealer.unmask":  {sending("/dealers/*/unmask", itsDealer, map[string]any{"field": "phone", "reason": "核对号码"})},
	"office.order.unmask":   {sending("/orders/*/unmask", itsOrder, map[string]any{"field": "phone", "reason": "核对号码"})},
	"office.audience.create": {func(their, _ belongings) request {
		return request{"/audiences", fields{"code": "EX-OF", "name": "x", "rule": fields{"dealers_in": []string{their.Dealer}}}}
	}},
	"office.audience.edit": {func(their, _ belongings) request {
		return request{"/audiences/KEY", fields{"name": "重点经销商", "rule": fields{"tags_any": []string{"key"}, "dealers_out": []string{their.Dealer}}}}
	}},
	"office.audience.preview": {func(their, _ belongings) request {
		return request{"/audiences/preview", fields{"rule": fields{"dealers_in": []string{their.Dealer}}}}
	}},
	"office.price_list.create": {func(their, _ belongings) request {
		return request{"/price-lists", fields{"code": "EX-OF", "name": "x", "kind": "dealer", "dealer": their.Dealer}}
	}},
	"office.audit.list":      {at1("/audit?key=*", itsOrder), at1("/audit?key=*", itsDealer)},
	"office.price.explain":   {at1("/prices/explain?sku=S2&dealer=*", itsDealer)},
	"office.price_list.read": {at1("/price-lists/*", itsList)},
	"office.price_list.edit": {sending("/price-lists/*", itsList, map[string]any{"name": "x", "kind": "dealer"})},
	"office.price.list":      {at1("/price-lists/*/prices", itsList)},
	"office.price.change":    {sending("/price-lists/*/prices", itsList, map[string]any{"changes": []any{map[string]any{"sku": "S2", "tiers": []any{}}}})},
	"office.export.create": {func(their, _ belongings) request {
		return request{"/exports", map[string]any{"kind": "prices", "filter": map[string]any{"list": their.List}}}
	}},
	"office.message.see":   {at1("/messages/*/seen", itsMessage)},
	"office.report.dealer": {at1("/report/dealers/*", itsDealer)},
	"office.find.all":      {at1("/find?q=*", itsNumber), at1("/find?q=*", itsDealer), at1("/find?q=*", itsList)},
	"office.run.read":      {at1("/runs/*", itsRun)},
	"office.run.file":      {at1("/runs/*/file", itsRun)},
	"office.run.errors":    {at1("/runs/*/errors", itsRun)},
	"office.run.undo":      {sending("/runs/*/undo", itsRun, fields{})},

	// A program sees every dealer: only what does not exist is missing.
	"open.order.read":   {at1("/orders/*", itsNumber)},
	"open.order.accept": {at1("/orders/*/accept", itsNumber)},
	"open.order.ship":   {sending("/orders/*/shipments", itsShippedNumber, fields{"external_id": "EX-1", "warehouse": "W1", "carrier": "x", "tracking": "x", "lines": []sent{{1, 1}}})},
}

// takesNothing are the operations about a dealer's things that can name none of them, each with its reason.
var takesNothing = map[string]string{
	"portal.address.list":       "lists one's own",
	"portal.address.create":     "a new one of one's own",
	"portal.account.list":       "lists one's own",
	"portal.account.invite":     "a new one of one's own",
	"portal.shopping_list.list": "lists one's own",
	"portal.order.arrivals":     "lists one's own",
	"portal.order.bought":       "lists one's own",
	"portal.cart.read":          "one's own cart",
	"portal.cart.clear":         "one's own cart",
	"portal.events.listen":      "hears of one's own; told in the main job",
	"portal.me.read":            "oneself",
	"portal.me.password":        "one's own",
	"portal.announcement.list":  "lists one's own",
	"portal.storefront.read":    "lists one's own",
	"portal.message.list":       "lists one's own",
	"portal.message.count":      "counts one's own",
	"portal.message.see_all":    "one's own",
	"office.message.list":       "lists one's own",
	"office.message.count":      "counts one's own",
	"office.message.see_all":    "one's own",
	"portal.run.list":           "lists one's own",
	"portal.export.create":      "of one's own orders; its file is looked at with run.file",
	"portal.invitation.look":    "nobody is known yet",
	"portal.invitation.accept":  "nobody is known yet",
	"portal.reset.ask":          "nobody is known yet",
	"portal.reset.look":         "nobody is known yet",
	"portal.reset.use":          "nobody is known yet",
	"portal.me.security":        "one's own",
	"portal.me.email":           "one's own",
	"portal.session.list":       "one's own",
	"portal.session.revoke":     "one's own",
	"portal.session.revoke_all": "one's own",
	"office.invitation.look":    "nobody is known yet",
	"office.invitation.accept":  "nobody is known yet",
	"office.reset.ask":          "nobody is known yet",
	"office.reset.look":         "nobody is known yet",
	"office.reset.use":          "nobody is known yet",
	"office.me.security":        "one's own",
	"office.me.email":           "one's own",
	"office.session.list":       "one's own",
	"office.session.revoke":     "one's own",
	"office.session.revoke_all": "one's own",
	"portal.session.create":     "nobody is known yet",
	"portal.session.delete":     "one's own",
	"office.dealer.create":      "a new one; codes are unique over the brand",
	"office.events.listen":      "hears of what is in scope; internal/httpapi tests it",
	"office.import.create":      "takes goods and prices, which are the brand's",
	"office.me.read":            "oneself",
	"office.me.password":        "one's own",
	"office.run.list":           "lists one's own",
	"office.session.create":     "nobody is known yet",
	"office.session.delete":     "one's own",
	"office.report.sales":       "adds up what is in scope",
	"office.report.reps":        "adds up what the caller sees",
	"office.report.waiting":     "counts what is in scope",
	"office.report.quiet":       "lists what is in scope",
}

// sends makes the request to an operation.
func (p person) sends(op operation, r request, headers ...apitest.Header) *apitest.Answer {
	headers = append(headers, apitest.Key())
	if op.Versioned {
		headers = append(headers, apitest.Version(1))
	}
	return p.Do(op.method, r.path, r.body, headers...)
}

// concerns reports whether an operation is about what a dealer, or the caller, has alone.
func (op operation) concerns() bool { return op.Object != httpapi.Brand }

// reads reports whether an operation only tells something, at once.
func (op operation) reads() bool {
	return op.method == http.MethodGet && !strings.HasSuffix(op.ID, ".events.listen")
}
