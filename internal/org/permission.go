package org

import (
	"slices"
	"strings"
)

// Permission is one thing an actor may do: a noun and a verb, "order.ship".
type Permission string

// Declared is a permission with its names, as pages show it.
type Declared struct {
	Code  Permission
	Group string // the noun: permissions are shown in groups
	Zh    string
	En    string
}

// The permissions of staff and of API keys. A dealer's account has PortalPermissions.
const (
	OrderRead        Permission = "order.read"
	OrderReview      Permission = "order.review"
	OrderCancel      Permission = "order.cancel"
	OrderShip        Permission = "order.ship"
	OrderSetting     Permission = "order.setting"
	OrderPlace       Permission = "order.place"
	OrderReceive     Permission = "order.receive"
	OrderComment     Permission = "order.comment"
	DealerRead       Permission = "dealer.read"
	DealerEdit       Permission = "dealer.edit"
	AudienceRead     Permission = "audience.read"
	AudienceEdit     Permission = "audience.edit"
	ProductRead      Permission = "product.read"
	ProductEdit      Permission = "product.edit"
	PriceRead        Permission = "price.read"
	PriceEdit        Permission = "price.edit"
	StockRead        Permission = "stock.read"
	StockEdit        Permission = "stock.edit"
	AnnouncementRead Permission = "announcement.read"
	AnnouncementEdit Permission = "announcement.edit"
	StorefrontEdit   Permission = "storefront.edit"
	ImportRun        Permission = "import.run"
	ExportRun        Permission = "export.run"
	StaffRead        Permission = "staff.read"
	StaffEdit        Permission = "staff.edit"
	StaffGrant       Permission = "staff.grant"
	KeyEdit          Permission = "key.edit"
	AuditRead        Permission = "audit.read"
	ContactRead      Permission = "contact.read"
	BankRead         Permission = "bank.read"
	IdentityRead     Permission = "identity.read"
	SecretUnmask     Permission = "secret.unmask"
)

// AccountEdit is to look after the accounts of one's own company. It is of a dealer's master account alone:
// no role of staff and no key holds it.
const AccountEdit Permission = "account.edit"

// All lists every permission with its names, in the order pages show them.
var All = []Declared{
	{OrderRead, "order", "查看订单", "See orders"},
	{OrderReview, "order", "审核订单", "Review orders"},
	{OrderCancel, "order", "取消订单", "Cancel orders"},
	{OrderShip, "order", "发货", "Ship orders"},
	{OrderSetting, "order", "设置审核规则", "Set review rules"},
	{OrderPlace, "order", "下单", "Place orders"},
	{OrderReceive, "order", "确认收货", "Confirm receipt"},
	{OrderComment, "order", "在订单上留言", "Comment on orders"},
	{DealerRead, "dealer", "查看经销商", "See dealers"},
	{DealerEdit, "dealer", "维护经销商", "Edit dealers"},
	{AudienceRead, "audience", "查看客群", "See audiences"},
	{AudienceEdit, "audience", "维护客群", "Edit audiences"},
	{ProductRead, "product", "查看商品", "See products"},
	{ProductEdit, "product", "维护商品", "Edit products"},
	{PriceRead, "price", "查看价格", "See prices"},
	{PriceEdit, "price", "维护价格", "Edit prices"},
	{StockRead, "stock", "查看库存", "See stock"},
	{StockEdit, "stock", "调整库存", "Adjust stock"},
	{AnnouncementRead, "announcement", "查看公告", "See announcements"},
	{AnnouncementEdit, "announcement", "发布公告", "Publish announcements"},
	{StorefrontEdit, "announcement", "编排门户首页", "Compose the portal's first page"},
	{ImportRun, "data", "导入", "Import"},
	{ExportRun, "data", "导出", "Export"},
	{StaffRead, "staff", "查看员工与角色", "See staff and roles"},
	{StaffEdit, "staff", "维护员工与角色", "Edit staff and roles"},
	{StaffGrant, "staff", "授予自己没有的权限", "Grant rights one does not have"},
	{KeyEdit, "staff", "管理接口密钥", "Manage API keys"},
	{AuditRead, "audit", "查看审计", "See the audit trail"},
	{ContactRead, "secret", "查看完整联系方式", "See names and phones in full"},
	{BankRead, "secret", "查看完整银行账号", "See bank accounts in full"},
	{IdentityRead, "secret", "查看完整证件号码", "See identity and licence numbers in full"},
	{SecretUnmask, "secret", "说明原因后查看隐去的信息", "Unmask single values, with a reason"},
}

// Permissions is what an actor may do. The zero value allows nothing.
type Permissions struct {
	everything bool
	set        map[Permission]struct{}
}

// Everything allows all that is declared, now and later. Only the system has it.
var Everything = Permissions{everything: true}

// Portal is what a dealer's master account may do with its own dealer's rows.
var Portal = Of(OrderRead, OrderPlace, OrderCancel, OrderReceive, OrderComment, ProductRead, ExportRun, AccountEdit)

// Of makes a set of permissions.
func Of(list ...Permission) Permissions {
	p := Permissions{set: make(map[Permission]struct{}, len(list))}
	for _, code := range list {
		p.set[code] = struct{}{}
	}
	return p
}

// Has reports whether the set allows it.
func (p Permissions) Has(code Permission) bool {
	_, ok := p.set[code]
	return ok || p.everything
}

// List returns the permissions in order.
func (p Permissions) List() []Permission {
	out := make([]Permission, 0, len(p.set))
	for code := range p.set {
		out = append(out, code)
	}
	slices.SortFunc(out, func(a, b Permission) int { return strings.Compare(string(a), string(b)) })
	return out
}

// Known reports whether a permission is declared: a role may hold no other.
func Known(code Permission) bool {
	return slices.ContainsFunc(All, func(d Declared) bool { return d.Code == code })
}
