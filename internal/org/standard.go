package org

// StandardRole is a role that every installation begins with. The brand may change it afterwards.
type StandardRole struct {
	Code, Name, NameEN string
	DataScope          DataScope // what its holders usually see
	Permissions        []Permission
}

// StandardRoles are the roles of a brand's usual departments.
var StandardRoles = []StandardRole{
	{"admin", "系统管理员", "Administrator", ScopeAll, declared()},
	{"order_desk", "订单员", "Order desk", ScopeAll, []Permission{OrderRead, OrderComment, OrderReview, OrderCancel, OrderSetting, DealerRead, AudienceRead, ProductRead, PriceRead, StockRead, AnnouncementRead, ExportRun, SecretUnmask}},
	{"product", "商品专员", "Product specialist", ScopeAll, []Permission{ProductRead, ProductEdit, AudienceRead, DealerRead, PriceRead, StockRead, AnnouncementRead, AnnouncementEdit, StorefrontEdit, ImportRun, ExportRun}},
	{"price", "价格专员", "Price specialist", ScopeAll, []Permission{PriceRead, PriceEdit, ProductRead, AudienceRead, AudienceEdit, DealerRead, AnnouncementRead, AnnouncementEdit, StorefrontEdit, ImportRun, ExportRun}},
	{"warehouse", "仓库管理员", "Warehouse", ScopeAll, []Permission{OrderRead, OrderComment, OrderShip, StockRead, StockEdit, ProductRead, ImportRun, ExportRun, ContactRead}},
	{"finance", "财务", "Finance", ScopeAll, []Permission{OrderRead, OrderComment, DealerRead, PriceRead, ProductRead, ExportRun, BankRead, SecretUnmask}},
	{"service", "客服", "Customer service", ScopeAll, []Permission{OrderRead, OrderComment, OrderCancel, DealerRead, ProductRead, PriceRead, StockRead, AnnouncementRead, SecretUnmask}},
	{"auditor", "安全审计员", "Security auditor", ScopeAll, []Permission{AuditRead, StaffRead, OrderRead, DealerRead, AudienceRead, ProductRead, PriceRead, StockRead, AnnouncementRead, ExportRun}},
	{"director", "销售总监", "Sales director", ScopeAll, []Permission{OrderRead, OrderComment, OrderReview, OrderCancel, OrderSetting, DealerRead, DealerEdit, AudienceRead, AudienceEdit, ProductRead, PriceRead, StockRead, AnnouncementRead, AnnouncementEdit, StorefrontEdit, ExportRun, ContactRead, SecretUnmask}},
	{"lead", "销售主管", "Sales supervisor", ScopeAll, []Permission{OrderRead, OrderComment, OrderReview, DealerRead, DealerEdit, AudienceRead, ProductRead, PriceRead, StockRead, AnnouncementRead, ExportRun, ContactRead}},
	{"rep", "销售代表", "Sales representative", ScopeOwn, []Permission{OrderRead, OrderComment, DealerRead, AudienceRead, ProductRead, PriceRead, StockRead, AnnouncementRead, ContactRead}},
}

func declared() []Permission {
	out := make([]Permission, len(All))
	for i, d := range All {
		out[i] = d.Code
	}
	return out
}
