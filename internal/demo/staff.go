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
	Departments []string // codes
	Roles       []string
	// Manager is the code of the one above in sales, empty for the others.
	Manager string
	// Regions are where a sales representative's dealers are.
	Regions []int
	// Warehouse is where a warehouse keeper works.
	Warehouse string
	Phone     string
	// Left is who works here no more.
	Left bool
}

var staff = []Staff{
	{Code: "E001", Login: "admin", Name: "沈明远", Departments: []string{"IT"}, Roles: []string{"admin"}},
	{Code: "E002", Login: "orders", Name: "林晓燕", Departments: []string{"ORDERS"}, Roles: []string{"order_desk"}},
	{Code: "E003", Login: "orders2", Name: "周佳敏", Departments: []string{"ORDERS"}, Roles: []string{"order_desk"}},
	{Code: "E004", Login: "orders3", Name: "郑浩然", Departments: []string{"ORDERS"}, Roles: []string{"order_desk"}},
	{Code: "E005", Login: "product", Name: "顾文静", Departments: []string{"GOODS", "GOODS-CIVIL"}, Roles: []string{"product"}},
	{Code: "E006", Login: "price", Name: "陆嘉怡", Departments: []string{"GOODS", "GOODS-LIGHT", "GOODS-SMART"}, Roles: []string{"price"}},
	{Code: "E007", Login: "warehouse", Name: "徐建国", Departments: []string{"LOGISTICS"}, Roles: []string{"warehouse"}, Warehouse: "WH-NB"},
	{Code: "E008", Login: "warehouse2", Name: "何志强", Departments: []string{"LOGISTICS"}, Roles: []string{"warehouse"}, Warehouse: "WH-FS"},
	{Code: "E009", Login: "warehouse3", Name: "罗春生", Departments: []string{"LOGISTICS"}, Roles: []string{"warehouse"}, Warehouse: "WH-CD"},
	{Code: "E010", Login: "finance", Name: "蒋秀兰", Departments: []string{"FINANCE"}, Roles: []string{"finance"}},
	{Code: "E011", Login: "finance2", Name: "潘立新", Departments: []string{"FINANCE"}, Roles: []string{"finance"}},
	{Code: "E012", Login: "service", Name: "苏雨桐", Departments: []string{"SERVICE"}, Roles: []string{"service"}},
	{Code: "E013", Login: "auditor", Name: "秦永年", Departments: []string{"AUDIT"}, Roles: []string{"auditor"}},
	{Code: "E014", Login: "director", Name: "方国强", Departments: []string{"SALES"}, Roles: []string{"director"}},
	{Code: "E015", Login: "lead1", Name: "叶海波", Departments: []string{"SALES-1"}, Roles: []string{"lead"}, Manager: "E014"},
	{Code: "E016", Login: "lead2", Name: "任少华", Departments: []string{"SALES-2"}, Roles: []string{"lead"}, Manager: "E014"},
	{
		Code: "E017", Login: "rep1", Name: "吕俊杰", Departments: []string{"SALES-EAST"}, Roles: []string{"rep"}, Manager: "E015",
		Regions: []int{330000, 310000, 350000},
	},
	{
		Code: "E018", Login: "rep2", Name: "崔一鸣", Departments: []string{"SALES-EAST"}, Roles: []string{"rep"}, Manager: "E015",
		Regions: []int{320000, 340000, 360000, 370000},
	},
	{
		Code: "E019", Login: "rep3", Name: "谭家明", Departments: []string{"SALES-SOUTH"}, Roles: []string{"rep"}, Manager: "E015",
		Regions: []int{440000, 450000, 460000},
	},
	{
		Code: "E020", Login: "rep4", Name: "石晓峰", Departments: []string{"SALES-CENTRAL"}, Roles: []string{"rep"}, Manager: "E016",
		Regions: []int{410000, 420000, 430000},
	},
	{
		Code: "E021", Login: "rep5", Name: "贺思远", Departments: []string{"SALES-NORTH"}, Roles: []string{"rep"}, Manager: "E016",
		Regions: []int{110000, 120000, 130000, 140000, 150000, 210000, 220000, 230000},
	},
	{
		Code: "E022", Login: "rep6", Name: "龙子轩", Departments: []string{"SALES-WEST"}, Roles: []string{"rep"}, Manager: "E016",
		Regions: []int{500000, 510000, 520000, 530000, 540000, 610000, 620000, 630000, 640000, 650000},
	},
	{Code: "E023", Login: "rep7", Name: "程亦帆", Departments: []string{"SALES-EAST"}, Roles: []string{"rep"}, Manager: "E015", Left: true},
}

// elsewhere is who looks after what is nobody's region.
const elsewhere = "E022"

// repOf is the code of the representative who looks after a region.
func repOf(region int) string {
	for _, s := range staff {
		for _, r := range s.Regions {
			if RegionUnder(region, r) {
				return s.Code
			}
		}
	}
	return elsewhere
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
