package demo

// Role is a set of permissions that are decided elsewhere; here it has a code and a name.
type Role struct{ Code, Name, NameEN string }

var roles = []Role{
	{"admin", "系统管理员", "Administrator"}, {"order_desk", "订单员", "Order desk"}, {"product", "商品专员", "Product specialist"},
	{"price", "价格专员", "Price specialist"}, {"warehouse", "仓库管理员", "Warehouse"}, {"finance", "财务", "Finance"},
	{"service", "客服", "Customer service"}, {"auditor", "安全审计员", "Security auditor"}, {"director", "销售总监", "Sales director"},
	{"lead", "销售主管", "Sales supervisor"}, {"rep", "销售代表", "Sales representative"},
}

// Staff is a member of the brand's staff.
type Staff struct {
	// Code is the staff number, Login the name to sign in with.
	Code, Login string
	Name        string
	Department  string
	Roles       []string
	// Manager is the code of the one above in sales, empty for the others.
	Manager string
	// Regions are where a sales representative's dealers are.
	Regions []int
	// Warehouse is where a warehouse keeper works.
	Warehouse string
	Phone     string
}

var staff = []Staff{
	{Code: "E001", Login: "admin", Name: "沈明远", Department: "信息部", Roles: []string{"admin"}},
	{Code: "E002", Login: "orders", Name: "林晓燕", Department: "订单中心", Roles: []string{"order_desk"}},
	{Code: "E003", Login: "orders2", Name: "周佳敏", Department: "订单中心", Roles: []string{"order_desk"}},
	{Code: "E004", Login: "orders3", Name: "郑浩然", Department: "订单中心", Roles: []string{"order_desk"}},
	{Code: "E005", Login: "product", Name: "顾文静", Department: "产品部", Roles: []string{"product"}},
	{Code: "E006", Login: "price", Name: "陆嘉怡", Department: "产品部", Roles: []string{"price"}},
	{Code: "E007", Login: "warehouse", Name: "徐建国", Department: "物流部", Roles: []string{"warehouse"}, Warehouse: "WH-NB"},
	{Code: "E008", Login: "warehouse2", Name: "何志强", Department: "物流部", Roles: []string{"warehouse"}, Warehouse: "WH-FS"},
	{Code: "E009", Login: "warehouse3", Name: "罗春生", Department: "物流部", Roles: []string{"warehouse"}, Warehouse: "WH-CD"},
	{Code: "E010", Login: "finance", Name: "蒋秀兰", Department: "财务部", Roles: []string{"finance"}},
	{Code: "E011", Login: "finance2", Name: "潘立新", Department: "财务部", Roles: []string{"finance"}},
	{Code: "E012", Login: "service", Name: "苏雨桐", Department: "客户服务部", Roles: []string{"service"}},
	{Code: "E013", Login: "auditor", Name: "秦永年", Department: "审计部", Roles: []string{"auditor"}},
	{Code: "E014", Login: "director", Name: "方国强", Department: "销售部", Roles: []string{"director"}},
	{Code: "E015", Login: "lead1", Name: "叶海波", Department: "销售一部", Roles: []string{"lead"}, Manager: "E014"},
	{Code: "E016", Login: "lead2", Name: "任少华", Department: "销售二部", Roles: []string{"lead"}, Manager: "E014"},
	{
		Code: "E017", Login: "rep1", Name: "吕俊杰", Department: "销售一部", Roles: []string{"rep"}, Manager: "E015",
		Regions: []int{330000, 310000, 350000},
	},
	{
		Code: "E018", Login: "rep2", Name: "崔一鸣", Department: "销售一部", Roles: []string{"rep"}, Manager: "E015",
		Regions: []int{320000, 340000, 360000, 370000},
	},
	{
		Code: "E019", Login: "rep3", Name: "谭家明", Department: "销售一部", Roles: []string{"rep"}, Manager: "E015",
		Regions: []int{440000, 450000, 460000},
	},
	{
		Code: "E020", Login: "rep4", Name: "石晓峰", Department: "销售二部", Roles: []string{"rep"}, Manager: "E016",
		Regions: []int{410000, 420000, 430000},
	},
	{
		Code: "E021", Login: "rep5", Name: "贺思远", Department: "销售二部", Roles: []string{"rep"}, Manager: "E016",
		Regions: []int{110000, 120000, 130000, 140000, 150000, 210000, 220000, 230000},
	},
	{
		Code: "E022", Login: "rep6", Name: "龙子轩", Department: "销售二部", Roles: []string{"rep"}, Manager: "E016",
		Regions: []int{500000, 510000, 520000, 530000, 540000, 610000, 620000, 630000, 640000, 650000},
	},
}

// repOf is the code of the representative who looks after a region.
func repOf(region int) string {
	for _, s := range staff {
		for _, r := range s.Regions {
			if RegionUnder(region, r) {
				return s.Code
			}
		}
	}
	return staff[len(staff)-1].Code
}

// makeStaff is everyone with a phone number.
func makeStaff() []Staff {
	out := make([]Staff, len(staff))
	for i, s := range staff {
		s.Phone = phone(i)
		out[i] = s
	}
	return out
}
