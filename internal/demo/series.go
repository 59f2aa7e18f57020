package demo

import (
	"fmt"
	"strings"
)

// Series is the fourth level of the catalogue: products of one design. It stands under a category
// of the first or second level, since a design of switches has sockets too; with the category of a
// product it makes the path of four.
type Series struct {
	Code, Name string
	// Mark is the series' two letters in a model number.
	Mark string
	// Category is the code of the node it stands under.
	Category string
	Division string
	// Story is one sentence that sells it.
	Story string
}

// design is a series with what its products take from it.
type design struct {
	Series
	grade  int      // percent of the plain price
	colors []string // the finishes it is made in
}

// pools are the series by the product lines that share them. A row is
// name, mark, grade in percent, finishes, story.
var pools = map[string]struct {
	category string
	rows     []string
}{
	"wall": {"1", []string{
		"雅致/YZ/100/雅白,香槟金,星空灰,玫瑰金/大板窄边，百搭家装，是装修公司用得最多的一款。",
		"睿尚/RS/135/雅白,玫瑰金,曜石黑,星空灰/超薄面板仅高出墙面 7 毫米，手感干脆。",
		"云境/YJ/150/云石白,雾霾灰,砂岩金,曜石黑/磨砂质感，不留指纹，适合现代简约风格。",
		"锦程/JC/85/雅白,香槟金,星空灰/经典款式，供货稳定，翻新补货放心。",
		"臻白/ZB/110/雅白,象牙白,珍珠银/高亮阻燃面板，长久不黄变。",
		"墨韵/MY/160/曜石黑,星空灰,深空蓝/深色系面板，搭配新中式与轻奢空间。",
		"启航/QH/75/雅白,星空灰/工程入门款，价格实在，整箱发货。",
		"简悦/JY/90/雅白,星空灰,香槟金/无边框设计，出租房与公寓常用。",
		"星河/XH/175/曜石黑,砂岩金,云石白/钢化玻璃面板，通透耐刮。",
		"天工/TG/120/雅白,星空灰,珍珠银/加厚铜件，酒店与写字楼工程优选。",
		"和光/HG/140/云石白,香槟金,玫瑰金,星空灰/柔光夜显位置灯，线下门店专供。",
		"青禾/QE/95/雅白,香槟金,珍珠银/线下渠道专供，区域保护。",
		"金石/JS/190/拉丝银,拉丝金,曜石黑/金属拉丝面板，别墅与会所配套。",
		"朴素/PS/70/雅白,象牙白/保障房与学校工程款，符合集采要求。",
	}},
	"strip": {"2", []string{
		"安心/AX/100/雅白,曜石黑/全铜一体铜条，过载自动断电。", "方阵/FZ/115/雅白,星空灰/大间距插孔，大插头互不打架。",
		"小立方/LF/125/雅白,曜石黑/桌面小巧，出差便携。", "磐石/PA/140/曜石黑/工业级外壳，工地摔不烂。",
		"悦充/YC/150/雅白,星空灰/带快充接口，手机平板一起充。", "匠工/JG/90/雅白,曜石黑/走量基础款，五金店畅销。",
	}},
	"breaker": {"30", []string{
		"守护/SH/100/雅白/家装主推，通断声清脆，接线省力。", "智盾/ZD/130/雅白/带状态指示窗，检修一目了然。",
		"铁卫/TW/115/雅白/银合金触点，分断能力强。", "恒安/HA/90/雅白/经济实用，五金渠道走量款。",
		"领航/LH/150/雅白/工程配电专用，通过型式试验。", "磐固/PG/160/雅白/重载场合使用，温升低。",
		"卫士/WS/105/雅白/小体积，节省箱内空间。",
	}},
	"box": {"31", []string{
		"福匣/FX/100/雅白/冷轧钢板底箱，阻燃面盖。", "安居/AJ/90/雅白/家装标配，预留零地排。", "品家/PJ/125/雅白,星空灰/装饰面盖，可挂画遮挡。",
		"工匣/GX/110/工程灰/工程加厚箱体，可按图定制。", "信汇/XI/105/雅白/光纤入户，散热孔设计。",
	}},
	"bulb": {"40", []string{
		"晨曦/CX/100/雅白/无频闪，光线柔和，家用首选。", "恒亮/HL/110/雅白/宽压恒流，电压不稳地区照样亮。", "明快/MK/90/雅白/即开即亮，商超走量。",
		"晶彩/JI/135/透明/高显色，还原真实色彩。", "复古/FG/150/琥珀色,透明/复古灯丝，餐厅酒吧氛围之选。", "长明/CM/120/雅白/长寿命设计，工程少换灯。",
		"惠民/HM/75/雅白/县乡市场特惠款。",
	}},
	"indoor": {"41", []string{
		"皓月/HY/100/雅白/超薄圆形，三段调光。", "明轩/MX/120/雅白,砂岩金/方形中式边框，客厅大气。", "素影/SY/135/雅白,曜石黑/极简几何造型。",
		"星野/XY/150/雅白/满天星透光，儿童房喜爱。", "晴空/QK/160/雅白/模拟天光，护眼不刺目。", "童趣/TQ/125/雅白,浅蓝/圆角防撞，色彩柔和。",
		"书香/SX/145/雅白,星空灰/国标 AA 级照度，读写作业用。", "净界/JJ/110/雅白,珍珠银/防油污面罩，一擦即净。",
	}},
	"down": {"42", []string{
		"灵犀/LX/100/雅白,曜石黑/深杯防眩，见光不见灯。", "极目/JM/130/雅白,曜石黑/高显色商业照明，服装珠宝门店适用。", "匀光/YG/85/雅白/直发光面板，走量款。",
		"深邃/SS/150/雅白,曜石黑/黑杯防眩，无主灯设计。", "简筒/JT/75/雅白/工程基础款，整箱优惠。", "商道/SD/120/雅白,曜石黑/商场连锁工程配套。",
		"凝光/NG/140/雅白,砂岩金/光斑干净，洗墙均匀。", "聚芒/JN/115/曜石黑,雅白/大功率聚光，展厅适用。",
	}},
	"linear": {"43", []string{
		"流光/LG/100/雅白/亮度均匀，可按米裁剪。", "匹练/PL/130/雅白,曜石黑/无暗区拼接，整段发光。", "平境/PI/95/雅白/侧发光面板，厚度仅 9 毫米。",
		"直映/ZY/105/雅白,曜石黑/办公教室专用，低眩光。", "云带/YD/120/雅白/高密度灯珠，转角自如。", "净面/JP/110/雅白/防尘密封，医院洁净室适用。", "柔线/RX/140/雅白,曜石黑/硅胶套管，弯曲不断光。",
	}},
	"flood": {"44", []string{
		"擎天/QT/120/工程灰,曜石黑/压铸铝散热，十级抗风。", "破晓/PX/100/曜石黑/轻薄款，安装方便。", "烈阳/LY/140/曜石黑/高光效进口芯片，球场码头适用。",
		"铁骑/TI/110/工程灰,曜石黑/厂房仓库专用，易维护。", "三防卫/SF/95/工程灰/防水防尘防腐，车库地下室标配。", "长夜/CY/105/雅白/断电即亮，符合消防规范。",
	}},
	"outdoor": {"45", []string{
		"通途/TT/100/工程灰/市政道路常用款，模组可换。", "朗道/LD/125/工程灰,曜石黑/配光宽，减少灯杆数量。", "逐日/ZR/110/工程灰/阴雨天续航五夜。",
		"园趣/YQ/115/曜石黑,古铜色/小区公园景观照明。", "夜归/YH/95/曜石黑,古铜色/暖光引路，不扰邻。", "石径/SJ/120/不锈钢本色,曜石黑/钢化玻璃承重两吨。", "望城/WC/150/工程灰,曜石黑/楼体亮化，支持程控。",
	}},
	"panel": {"50", []string{
		"灵境/LJ/160/曜石黑,砂岩金/全面屏触控，一屏管全屋。", "知微/ZW/130/雅白,星空灰/物理按键手感，断网也能用。", "触界/CJ/120/雅白,曜石黑/钢化玻璃触摸，背光可调。",
		"万象/WX/100/雅白,星空灰/替换传统面板，不改线。", "随心/SI/85/雅白,香槟金/智能入门款，十分钟装好。",
	}},
	"smartlight": {"51", []string{
		"灵光/LN/140/雅白/随太阳节律自动变换色温。", "识昼/SZ/120/雅白,曜石黑/无级调光调色，语音可控。", "调和/TH/100/雅白/深度调光到千分之一，不闪不抖。", "氛围/FW/115/雅白/千万色情景，节日模式。",
	}},
	"sensor": {"52", []string{
		"感知/GZ/100/雅白/毫米波与红外双鉴，静坐不灭灯。", "安睿/AR/115/雅白,星空灰/离线告警本地蜂鸣。", "枢纽/SN/140/雅白,曜石黑/多协议接入，断网场景照跑。",
	}},
	"material": {"6", []string{
		"筑基/ZJ/100/雅白,红色/加厚料，敲打不裂。", "顺管/SG/105/雅白,红色,蓝色/冷弯不瘪，穿线顺畅。", "通联/TL/100/雅白/快接快拆，省工省料。",
		"铜韵/TY/110/红色,黄色,蓝色,绿色,黄绿双色/无氧铜芯，足米足方。", "网捷/WJ/120/浅灰,浅蓝/无氧铜网线，通过永久链路测试。", "备材/BC/90/雅白,曜石黑/常备小件，按盒走货。",
	}},
}

// poolOrder keeps the series in catalogue order.
var poolOrder = []string{
	"wall", "strip", "breaker", "box", "bulb", "indoor", "down", "linear", "flood", "outdoor", "panel", "smartlight", "sensor", "material",
}

// readDesigns turns the tables into series, numbered in catalogue order, and the pools into indexes.
func readDesigns() (all []design, byPool map[string][]int) {
	byPool = make(map[string][]int, len(pools))
	for _, name := range poolOrder {
		pool := pools[name]
		for _, row := range pool.rows {
			part := strings.Split(row, "/")
			byPool[name] = append(byPool[name], len(all))
			all = append(all, design{
				Series: Series{
					Code: fmt.Sprintf("S%02d", len(all)+1), Name: part[0], Mark: part[1], Category: pool.category,
					Division: categoryDivisions(atLevelThree(number(pool.category)))[0], Story: part[4],
				},
				grade: number(part[2]), colors: strings.Split(part[3], ","),
			})
		}
	}
	return all, byPool
}

// atLevelThree widens a category code to three digits.
func atLevelThree(code int) int {
	for code < 100 {
		code *= 10
	}
	return code
}
