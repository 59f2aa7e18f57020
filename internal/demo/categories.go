package demo

import "strconv"

// Division is a business unit (事业部) of the brand.
type Division struct{ Code, Name, NameEN string }

var divisions = []Division{
	{"CIVIL", "民用电工", "Wiring Devices"},
	{"LIGHT", "工程照明", "Lighting"},
	{"SMART", "智能家居", "Smart Home"},
}

// Category is a node of the first three levels of the catalogue. The fourth level is the series.
type Category struct {
	// Code has one, two or three digits; that of the parent is its beginning.
	Code, Parent string
	// Level is 1, 2 or 3.
	Level        int
	Name, NameEN string
}

// categories is the tree in the order in which it is shown.
var categories = []struct {
	code         int
	name, nameEN string
}{
	{1, "开关插座", "Switches and sockets"},
	{10, "墙壁开关", "Wall switches"},
	{101, "单开开关", "One-gang switches"}, {102, "双开开关", "Two-gang switches"}, {103, "三开开关", "Three-gang switches"},
	{104, "四开开关", "Four-gang switches"}, {105, "调光与感应开关", "Dimmers and sensing switches"},
	{11, "墙壁插座", "Wall sockets"},
	{111, "五孔插座", "Five-hole sockets"}, {112, "三孔插座", "Three-pin sockets"}, {113, "多孔插座", "Multi-hole sockets"},
	{114, "带开关插座", "Switched sockets"}, {115, "USB插座", "USB sockets"}, {116, "弱电插座", "Data and TV sockets"},
	{12, "特殊插座", "Special sockets"},
	{121, "地面插座", "Floor sockets"}, {122, "防水插座", "Weatherproof sockets"},

	{2, "转换器", "Extension sockets"},
	{20, "插线板与转换器", "Power strips and adapters"},
	{201, "插线板", "Power strips"}, {202, "USB插线板", "USB power strips"}, {203, "立式与轨道插座", "Tower and track sockets"},
	{204, "转换插头与线盘", "Adapters and cable reels"},

	{3, "配电保护", "Distribution and protection"},
	{30, "断路器", "Circuit breakers"},
	{301, "微型断路器", "Miniature circuit breakers"}, {302, "漏电保护断路器", "Residual current breakers"},
	{303, "塑壳断路器", "Moulded-case breakers"}, {304, "浪涌保护与接触器", "Surge protectors and contactors"},
	{31, "配电箱", "Distribution boxes"},
	{311, "家用强电箱", "Consumer units"}, {312, "弱电箱与工程箱", "Media and project boxes"},

	{4, "照明", "Lighting"},
	{40, "LED光源", "LED lamps"},
	{401, "球泡灯", "Bulbs"}, {402, "LED灯管", "Tubes"}, {403, "尖泡与灯丝灯", "Candle and filament lamps"}, {404, "射灯光源", "Spot lamps"},
	{41, "室内灯具", "Indoor luminaires"},
	{411, "吸顶灯", "Ceiling lamps"}, {412, "厨卫灯", "Kitchen and bathroom lights"}, {413, "台灯", "Desk lamps"},
	{42, "筒灯射灯", "Downlights and spotlights"},
	{421, "嵌入式筒灯", "Recessed downlights"}, {422, "明装筒灯", "Surface downlights"}, {423, "嵌入式射灯", "Recessed spotlights"},
	{424, "轨道射灯", "Track spotlights"},
	{43, "面板灯与灯带", "Panels and strips"},
	{431, "面板灯", "Panel lights"}, {432, "LED灯带", "LED strips"}, {433, "线条灯与支架", "Linear lights and battens"},
	{44, "投光工矿灯", "Flood and high-bay lights"},
	{441, "投光灯", "Floodlights"}, {442, "工矿灯", "High-bay lights"}, {443, "三防灯与应急灯", "Tri-proof and emergency lights"},
	{45, "户外灯具", "Outdoor luminaires"},
	{451, "路灯", "Street lights"}, {452, "太阳能路灯", "Solar street lights"}, {453, "庭院草坪灯", "Garden and lawn lights"},
	{454, "地埋与洗墙灯", "In-ground and wall-washer lights"},

	{5, "智能家居", "Smart home"},
	{50, "智能面板", "Smart panels"},
	{501, "智能开关", "Smart switches"}, {502, "场景面板", "Scene panels"}, {503, "智能插座", "Smart sockets"},
	{51, "智能照明", "Smart lighting"},
	{511, "智能吸顶灯", "Smart ceiling lamps"}, {512, "智能筒射灯", "Smart downlights"}, {513, "调光驱动与控制器", "Dimming drivers and controllers"},
	{52, "传感器与网关", "Sensors and gateways"},
	{521, "人体传感器", "Presence sensors"}, {522, "门窗与水浸传感器", "Door and leak sensors"}, {523, "环境传感器", "Environment sensors"},
	{524, "智能网关", "Gateways"},

	{6, "安装辅材", "Installation materials"},
	{60, "底盒线管与电线", "Boxes, conduits and wires"},
	{601, "底盒与配件", "Back boxes"}, {602, "线管与管件", "Conduits and fittings"}, {603, "线槽桥架", "Trunking"},
	{604, "电线", "Building wires"}, {605, "弱电线缆", "Data cables"}, {606, "接线与绝缘", "Connectors and insulation"},
}

// categoryTree returns the catalogue's first three levels, parents before children.
func categoryTree() []Category {
	out := make([]Category, len(categories))
	for i, c := range categories {
		code := strconv.Itoa(c.code)
		out[i] = Category{Code: code, Parent: code[:len(code)-1], Level: len(code), Name: c.name, NameEN: c.nameEN}
	}
	return out
}

// categoryDivisions are the divisions that sell a category of the third level.
func categoryDivisions(category int) []string {
	switch {
	case category/100 == 4:
		return []string{"LIGHT"}
	case category/10 == 51:
		return []string{"LIGHT", "SMART"}
	case category/100 == 5:
		return []string{"SMART"}
	case category/100 == 6:
		return []string{"CIVIL", "LIGHT"}
	default:
		return []string{"CIVIL"}
	}
}
