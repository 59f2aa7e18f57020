package demo

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// generationName tells later generations of a product from the first.
func generationName(generation int) string {
	switch generation {
	case 0:
		return ""
	case 1:
		return " Pro"
	default:
		return fmt.Sprintf(" G%d", generation+1)
	}
}

// tokens shorten finishes in a model number.
var tokens = map[string]string{
	"雅白": "W", "香槟金": "G", "星空灰": "H", "玫瑰金": "R", "曜石黑": "B", "云石白": "Y", "雾霾灰": "M", "砂岩金": "SG", "象牙白": "X",
	"珍珠银": "S", "深空蓝": "D", "拉丝银": "LS", "拉丝金": "LG", "工程灰": "E", "透明": "T", "琥珀色": "A", "浅蓝": "LB", "古铜色": "GT",
	"不锈钢本色": "SS", "红色": "RD", "黄色": "YE", "蓝色": "BU", "绿色": "GN", "黄绿双色": "PE", "浅灰": "LH",
	"一开": "1", "二开": "2", "三开": "3", "Zigbee": "ZB", "蓝牙Mesh": "BM", "Wi-Fi": "WF",
}

// suffixes follow a number in a model number.
var suffixes = map[string]string{
	"rated_current": "A", "power": "W", "cable_length": "M", "length": "M", "surge": "KA", "backup": "MIN", "density": "P",
}

// model is the model number: brand and series, article, then a token for each axis.
func (b *Brand) model(at place, chosen []step) string {
	p := &b.goods.prototypes[at.prototype]
	var out strings.Builder
	out.WriteString("Q" + b.goods.designs[p.design].Mark)
	if at.generation > 0 {
		out.WriteString(strconv.Itoa(at.generation + 1))
	}
	out.WriteString("-" + p.line.mark)
	for i, x := range p.line.axes {
		out.WriteString("-" + token(x.attribute, chosen[i].value))
	}
	return out.String()
}

func token(attribute, value string) string {
	if short, ok := tokens[value]; ok {
		return short
	}
	if attribute == "cct" {
		return value[:2] + "K"
	}
	return strings.NewReplacer("×", "X", "孔", "K").Replace(value) + suffixes[attribute]
}

// withUnit is a value as it is read aloud: 7W, 3000K, 雅白.
func withUnit(attribute, value string) string {
	i := slices.IndexFunc(attributes, func(a Attribute) bool { return a.Code == attribute })
	return value + attributes[i].Unit
}

// shared are the attributes common to all variants.
func (b *Brand) shared(p *prototype) []Value {
	out := slices.Clone(p.line.fixed)
	if !p.line.has("color") && finished(p.line.template) {
		out = append(out, Value{"color", b.goods.designs[p.design].colors[0]})
	}
	if i := slices.IndexFunc(out, func(v Value) bool { return v.Code == "power" }); i >= 0 {
		out = append(out, flux(p.line, out[i].Value)...)
	}
	return out
}

// finished tells whether products of a template must tell their color.
func finished(template string) bool {
	for _, t := range templates {
		for _, a := range t.Attributes {
			if t.Code == template && a.Code == "color" {
				return a.Required
			}
		}
	}
	return false
}

// derived are the attributes that follow from the steps of the axes.
func (b *Brand) derived(p *prototype, chosen []step) (out []Value) {
	for i, x := range p.line.axes {
		if x.attribute == "power" {
			out = append(out, flux(p.line, chosen[i].value)...)
		}
		for _, d := range p.line.dependent {
			if d.axis == x.attribute {
				out = append(out, Value{d.attribute, d.values[slices.Index(x.steps, chosen[i])]})
			}
		}
	}
	return out
}

// flux is the luminous flux of a power.
func flux(l *line, watts string) []Value {
	if l.lumensPerWatt == 0 {
		return nil
	}
	return []Value{{"lumen", strconv.Itoa(number(watts) * l.lumensPerWatt)}}
}

// uses are closing sentences by template.
var uses = map[string][]string{
	"switch":   {"适配 86 型底盒，接线柱加深，新装旧改都方便。", "按压寿命四万次，阻燃面板通过 850℃ 灼热丝试验。"},
	"socket":   {"带儿童保护门，插拔手感紧致，五千次插拔不松动。", "锡磷青铜插套，一体成型，发热低。"},
	"strip":    {"阻燃外壳，过载保护复位按钮，办公居家都放心。", "全铜导线，独立保护门，支持墙面挂装。"},
	"breaker":  {"35 毫米导轨安装，进出线均可带电指示。", "短路过载双重保护，触头采用银合金。"},
	"box":      {"敲落孔齐全，附零地排与安装螺丝。", "面盖可左右开启，箱体静电喷涂防锈。"},
	"lamp":     {"光衰低，点亮无延时，整箱发货配独立彩盒。", "通用灯头，拧上即亮，符合能效要求。"},
	"indoor":   {"免布线快装，附安装配件一套。", "光线均匀不刺眼，适合长时间使用。"},
	"spot":     {"弹簧卡扣安装，压铸铝散热，驱动与灯体分离便于维护。", "出光均匀，色容差小，整屋灯光颜色一致。"},
	"linear":   {"拼接严密，安装附件随货，适合办公与商业空间。", "恒流驱动，无可视频闪。"},
	"flood":    {"钢化玻璃面罩，防水接头出线，适合工程批量使用。", "防雷等级 4kV，宽温工作 -30℃ 至 50℃。"},
	"outdoor":  {"防腐喷涂，抗台风设计，可提供配光与照度计算。", "整灯质保，市政与园区工程可按图订制。"},
	"smart":    {"手机配网，支持语音与场景联动，断网时本地可控。", "标准底盒安装，无需另外布线。"},
	"sensor":   {"低功耗设计，可与灯光、窗帘、告警联动。", "即贴即用，手机实时查看状态。"},
	"material": {"常备库存，当天发货。", "工地常用规格，整包整捆更优惠。"},
	"wire":     {"国标足米，每卷附合格证与检测报告。", "阻燃护套，弯曲不断裂。"},
}

// describe is the text of the product page.
func describe(l *line, d design, generation, n int) string {
	var facts []string
	for _, v := range l.fixed {
		i := slices.IndexFunc(attributes, func(a Attribute) bool { return a.Code == v.Code })
		if v.Code != "warranty" && v.Code != "standard" && len(facts) < 3 {
			facts = append(facts, attributes[i].Name+" "+withUnit(v.Code, v.Value))
		}
	}
	out := "启明" + d.Name + "系列" + generationName(generation) + " " + l.name + "。" + d.Story
	if len(facts) > 0 {
		out += strings.Join(facts, "，") + "。"
	}
	out += uses[l.template][n%len(uses[l.template])]
	if i := slices.IndexFunc(l.fixed, func(v Value) bool { return v.Code == "warranty" }); i >= 0 {
		out += "质保 " + l.fixed[i].Value + " 年。"
	}
	return out
}
