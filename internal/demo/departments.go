package demo

// Department is a place in the tree of the organisation. Parents come before those below them.
type Department struct {
	Code, Name string
	Parent     string // code; empty stands at the top
	Head       string // code of staff
}

var departments = []Department{
	{"HQ", "总经办", "", "E014"},
	{"SALES", "销售中心", "HQ", "E014"},
	{"SALES-1", "销售一部", "SALES", "E015"},
	{"SALES-EAST", "华东区", "SALES-1", "E017"},
	{"SALES-SOUTH", "华南区", "SALES-1", "E019"},
	{"SALES-2", "销售二部", "SALES", "E016"},
	{"SALES-CENTRAL", "华中区", "SALES-2", "E020"},
	{"SALES-NORTH", "华北区", "SALES-2", "E021"},
	{"SALES-WEST", "西部区", "SALES-2", "E022"},
	{"GOODS", "产品中心", "HQ", "E005"},
	{"GOODS-CIVIL", "民用电工事业部", "GOODS", "E005"},
	{"GOODS-LIGHT", "工程照明事业部", "GOODS", "E006"},
	{"GOODS-SMART", "智能家居事业部", "GOODS", ""},
	{"ORDERS", "订单中心", "HQ", "E002"},
	{"LOGISTICS", "物流部", "HQ", "E007"},
	{"SERVICE", "客户服务部", "HQ", "E012"},
	{"FINANCE", "财务部", "HQ", "E010"},
	{"IT", "信息部", "HQ", "E001"},
	{"AUDIT", "审计部", "HQ", "E013"},
}

// Handover is that dealers went from one representative to another.
type Handover struct {
	From, To string // codes of staff
	Region   int    // those at or under it
	DaysAgo  int
	Reason   string
}

// handovers are what was handed over in the months behind; who gave left.
var handovers = []Handover{{From: "E023", To: "E017", Region: 350000, DaysAgo: 75, Reason: "程亦帆离职，福建经销商由吕俊杰接手。"}}
