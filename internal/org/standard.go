package org

// StandardRole is a role that every installation begins with. The brand may change it afterwards.
type StandardRole struct {
	Code, Name, NameEN string
	Sees               Sees
	Permissions        []Permission
}

// StandardRoles are the roles of a brand's usual departments.
var StandardRoles = []StandardRole{
	{"admin", "系统管理员", "Administrator", SeesAll, declared()},
	{"order_desk", "订单员", "Order desk", SeesAll, []Permission{OrderRead, OrderComment, OrderReview, OrderCancel, OrderSetting, DealerRead, AudienceRead, ProductRead, PriceRead, StockRead, AnnouncementRead, ExportRun, SecretUnmask}},
	{"product", "商品专员", "Product specialist", SeesAll, []Permission{ProductRead, ProductEdit, AudienceRead, DealerRead, PriceRead, StockRead, AnnouncementRead, AnnouncementEdit, StorefrontEdit, ImportRun, ExportRun}},
	{"price", "价格专员", "Price specialist", SeesAll, []Permission{PriceRead, PriceEdit, ProductRead, AudienceRead, AudienceEdit, DealerRead, AnnouncementRead, AnnouncementEdit, StorefrontEdit, ImportRun, ExportRun}},
	{"warehouse", "仓库管理员", "Warehouse", SeesAll, []Permission{OrderRead, OrderComment, OrderShip, StockRead, StockEdit, ProductRead, ImportRun, ExportRun, ContactRead}},
	{"finance", "财务", "Finance", SeesAll, []Permission{OrderRead, OrderComment, DealerRead, PriceRead, ProductRead, ExportRun, BankRead, SecretUnmask}},
	{"service", "客服", "Customer service", SeesAll, []Permission{OrderRead, OrderComment, OrderCancel, DealerRead, ProductRead, PriceRead, StockRead, AnnouncementRead, SecretUnmask}},
	{"auditor", "安全审计员", "Security auditor", SeesAll, []Permission{AuditRead, StaffRead, OrderRead, DealerRead, AudienceRead, ProductRead, PriceRead, StockRead, AnnouncementRead, ExportRun}},
	{"director", "销售总监", "Sales director", SeesAll, []Permission{OrderRead, OrderComment, OrderReview, OrderCancel, OrderSetting, DealerRead, DealerEdit, AudienceRead, AudienceEdit, ProductRead, PriceRead, StockRead, AnnouncementRead, AnnouncementEdit, StorefrontEdit, ExportRun, ContactRead, SecretUnmask}},
	{"lead", "销售主管", "Sales supervisor", SeesBelow, []Permission{OrderRead, OrderComment, OrderReview, DealerRead, DealerEdit, AudienceRead, ProductRead, PriceRead, StockRead, AnnouncementRead, ExportRun, ContactRead}},
	{"rep", "销售代表", "Sales representative", SeesSelf, []Permission{OrderRead, OrderComment, DealerRead, AudienceRead, ProductRead, PriceRead, StockRead, AnnouncementRead, ContactRead}},
}

func declared() []Permission {
	out := make([]Permission, len(All))
	for i, d := range All {
		out[i] = d.Code
	}
	return out
}
