package stories_test

import (
	"net/http"
	"strings"
	"time"

	"qudao/internal/clock"
	"qudao/internal/org"
)

// noSession names a session of nobody.
var noSession = strings.Repeat("0", 64)

// examples are requests that succeed, or find that all is so already, for the operations that stand neither
// in asks nor in reads and need more than their path. They may be made again and again.
var examples = map[string]request{
	"portal.session.create":  {path: "/session", body: fields{"username": "nobody-here", "password": "x"}},
	"portal.me.password":     {path: "/me/password", body: fields{"old": "x", "new": "short"}},
	"portal.address.create":  {path: "/addresses", body: fields{"name": "x", "phone": "16000000000", "region": 330100, "detail": "x"}},
	"portal.message.see_all": {path: "/messages/seen"},
	"office.message.see_all": {path: "/messages/seen"},
	"portal.account.invite":  {path: "/accounts", body: fields{"name": "x", "username": "ex-sub", "roles": []string{"viewer"}}},
	"portal.export.create":   {path: "/exports", body: fields{"kind": "orders"}},

	"office.announcement.create":   {path: "/announcements", body: fields{"title": "x", "body": "x"}},
	"office.announcement.edit":     {path: "/announcements/AN000001", body: fields{"title": "x", "body": "x", "everybody": true}},
	"office.announcement.publish":  {path: "/announcements/AN000001/publish"},
	"office.announcement.withdraw": {path: "/announcements/AN000001/withdraw"},
	"office.announcement.reach":    {path: "/announcements/reach", body: fields{"everybody": true}},
	"office.storefront.create":     {path: "/storefront/blocks", body: fields{"kind": "notice", "title": "x", "body": "x"}},
	"office.storefront.edit":       {path: "/storefront/blocks/{block}", body: fields{"kind": "notice", "title": "x", "body": "x"}},
	"office.storefront.remove":     {path: "/storefront/blocks/{block}"},
	"office.storefront.arrange":    {path: "/storefront/order", body: fields{"ids": []string{}}},
	"office.storefront.picture":    {path: "/storefront/pictures"},
	"office.session.create":        {path: "/session", body: fields{"username": "nobody-here", "password": "x"}},
	"office.me.password":           {path: "/me/password", body: fields{"old": "x", "new": "short"}},
	"office.api_key.create":        {path: "/api-keys", body: fields{"name": "x", "scopes": []org.Permission{org.KeyEdit}}},
	"office.api_key.revoke":        {path: "/api-keys/{id}"},
	"office.audience.create":       {path: "/audiences", body: fields{"code": "EX-A", "name": "x", "rule": fields{"levels": []string{"A"}}}},
	"office.audience.preview":      {path: "/audiences/preview", body: fields{"rule": fields{"levels": []string{"A"}}}},
	"office.audience.edit":         {path: "/audiences/ALL", body: fields{"name": "全部经销商", "rule": fields{}}},
	"office.category.create":       {path: "/categories", body: fields{"code": "EX-C", "name": "x"}},
	"office.category.edit":         {path: "/categories/SOCKET", body: fields{"name": "插座"}},
	"office.department.create":     {path: "/departments", body: fields{"code": "EX-DEP", "name": "x"}},
	"office.department.edit":       {path: "/departments/EAST", body: fields{"name": "华东区", "parent": "SALES"}},
	"office.department.remove":     {path: "/departments/SALES"},                                                                                     // which others stand below
	"office.handover.create":       {path: "/staff/E9/handover", body: fields{"to": "E6", "since": time.Now().In(clock.Zone).Format(time.DateOnly)}}, // who has none
	"office.dealer.create":         {path: "/dealers", body: fields{"code": "EX-D", "name": "x", "level": "B", "region": 330100}},
	"office.dealer_level.save":     {path: "/dealer-levels/A", body: fields{"name": "金牌", "rank": 1}},
	"office.dealer_tag.save":       {path: "/dealer-tags/key", body: fields{"name": "重点"}},
	"office.import.create":         {path: "/imports/stock"},
	"office.order_rule.edit":       {path: "/order-rules", body: fields{"auto_accept_below": "0.00", "review_hours": 72}},
	"office.picture.create":        {path: "/products/P3/pictures"},
	"office.picture.arrange":       {path: "/products/P3/pictures", body: fields{"images": []string{}}},
	"office.price_list.create":     {path: "/price-lists", body: fields{"code": "EX-L", "name": "x", "kind": "audience", "audience": "ALL"}},
	"office.product.create":        {path: "/products", body: fields{"code": "EX-P", "name": "x", "category": "SOCKET", "unit": "只", "skus": []fields{}}},
	"office.product.edit":          {path: "/products/EX-P", body: fields{"name": "x", "category": "SOCKET", "unit": "只", "skus": []fields{}}},
	"office.product.archive":       {path: "/products/P3/archive"},
	"office.product.publish":       {path: "/products/P3/publish"},
	"office.role.create":           {path: "/roles", body: fields{"code": "ex", "name": "x", "permissions": []org.Permission{}}},
	"office.role.edit":             {path: "/roles/ex", body: fields{"name": "x", "permissions": []org.Permission{}}},
	"office.staff.create":          {path: "/staff", body: fields{"code": "EX-E", "name": "x", "username": "example", "password": "Correct-horse-7", "roles": []string{}, "data_scope": "all"}},
	"office.staff.edit":            {path: "/staff/EX-E", body: fields{"name": "x", "roles": []string{}, "data_scope": "all"}},
	"office.staff.unlock":          {path: "/staff/EX-E/unlock"},
	"office.stock_display.edit":    {path: "/stock-display", body: fields{"items": []fields{{"mode": "exact"}}}},
	"office.stock.adjust":          {path: "/stock/adjust", body: fields{"warehouse": "W2", "sku": "S1", "on_hand": 50, "reason": "x"}},
	"office.stock.safety":          {path: "/stock/S1/W2/safety", body: fields{"safety": 0}},
	"office.template.create":       {path: "/templates", body: fields{"code": "ex", "name": "x", "attributes": []fields{}}},
	"office.template.edit":         {path: "/templates/ex", body: fields{"name": "x", "attributes": []fields{}}},
	"office.warehouse.create":      {path: "/warehouses", body: fields{"code": "EX-W", "name": "x", "region": 330100}},
	"office.warehouse.edit":        {path: "/warehouses/EX-W", body: fields{"name": "x", "region": 330100}},
	"office.stock.count":           {path: "/stock", body: fields{"reason": "x", "items": []fields{{"warehouse": "W2", "sku": "S1", "on_hand": 50}}}},
	"office.letterhead.edit":       {path: "/letterhead", body: fields{"name": "启明电气", "name_en": "", "address": "", "phone": ""}},

	"portal.invitation.look":    {path: "/invitation", body: fields{"token": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"}},
	"portal.invitation.accept":  {path: "/invitation/accept", body: fields{"token": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG", "name": "x", "password": "Correct-horse-8"}},
	"portal.reset.ask":          {path: "/reset", body: fields{"username": "nobody-here"}},
	"portal.reset.look":         {path: "/reset/look", body: fields{"token": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"}},
	"portal.reset.use":          {path: "/reset/use", body: fields{"token": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG", "password": "Correct-horse-8"}},
	"portal.me.email":           {path: "/me/email", body: fields{"email": "x", "password": "x"}},
	"portal.session.revoke":     {path: "/me/sessions/" + noSession},
	"portal.session.revoke_all": {path: "/me/sessions/end", body: fields{"others": true}},
	"office.invitation.look":    {path: "/invitation", body: fields{"token": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"}},
	"office.invitation.accept":  {path: "/invitation/accept", body: fields{"token": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG", "name": "x", "password": "Correct-horse-8"}},
	"office.reset.ask":          {path: "/reset", body: fields{"username": "nobody-here"}},
	"office.reset.look":         {path: "/reset/look", body: fields{"token": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"}},
	"office.reset.use":          {path: "/reset/use", body: fields{"token": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG", "password": "Correct-horse-8"}},
	"office.me.email":           {path: "/me/email", body: fields{"email": "x", "password": "x"}},
	"office.session.revoke":     {path: "/me/sessions/" + noSession},
	"office.session.revoke_all": {path: "/me/sessions/end", body: fields{"others": true}},
	"office.staff.invite":       {path: "/staff/invitations", body: fields{"code": "EX-I", "name": "x", "username": "invited", "roles": []string{}, "data_scope": "all"}},
	"office.staff.reinvite":     {path: "/staff/EX-I/invitation"},
	"office.staff.reset_link":   {path: "/staff/EX-E/reset-link"},

	"open.product.upsert": {path: "/products", body: fields{"items": []fields{{"code": "EX-O", "name": "x", "category": "SOCKET", "unit": "只"}}}},
	"open.picture.upsert": {path: "/products/P3/pictures"},
	"open.price.upsert":   {path: "/prices", body: fields{"list": "BASE", "items": []fields{{"sku": "S4", "tiers": []fields{{"minimum": 0, "price": "40.00"}}}}}},
	"open.stock.upsert":   {path: "/stock", body: fields{"items": []fields{{"warehouse": "W2", "sku": "S4", "on_hand": 50}}}},
}

// square is a drawing to upload.
const square = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>`

// makes are the operations that make what they name where it does not exist.
var makes = map[string]bool{"office.dealer_level.save": true, "office.dealer_tag.save": true}

// shared are the lists of a dealer's surface that hold what is not of one dealer alone: goods for everybody,
// and a new dealer's own address, account and lists. What waits is counted, not listed.
var shared = map[string]bool{"portal.product.list": true, "portal.category.list": true, "portal.address.list": true, "portal.part.recognise": true,
	"office.report.waiting": true, "portal.account.list": true, "portal.shopping_list.list": true}

// further are the operations whose example asks for more than their permission, with the verdict on those
// who have the permission and not the rest: what a file holds, and what a key carries, is a right by itself.
var further = map[string]func(p *principal) string{
	"office.export.create": lacks(org.PriceRead),
	"office.import.create": lacks(org.StockEdit),
	"office.dealer.unmask": lacks(org.DealerRead),
	"office.order.unmask":  lacks(org.OrderRead),
	"office.api_key.create": func(p *principal) string {
		if p.narrow {
			return "403 key_sees_all"
		}
		return ""
	},
}

func lacks(more org.Permission) func(p *principal) string {
	return func(p *principal) string {
		if p.may.Has(more) {
			return ""
		}
		return "403 permission_missing " + string(more)
	}
}

// example is a request to an operation that names nothing of a dealer's. It tells whether there is one.
func (op operation) example() (r request, known bool) {
	if r, known = examples[op.ID]; known {
		return r, true
	}
	if paths := reads[op.ID]; len(paths) > 0 {
		return request{path: paths[0]}, true
	}
	if len(asks[op.ID]) > 0 && !strings.HasSuffix(op.ID, ".list") {
		return r, false // it names a dealer's things
	}
	named := parameter.MatchString(op.path)
	needsBody := op.Body != nil
	return request{path: op.path}, !named && !needsBody && (op.method == http.MethodGet || op.method == http.MethodDelete)
}
