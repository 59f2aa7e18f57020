package demo

import "strings"

// Kinds of attribute values.
const (
	AttributeEnum   = "enum"
	AttributeNumber = "number"
	AttributeText   = "text"
)

// Attribute is a property that products of some template have.
type Attribute struct {
	Code, Name, NameEN string
	// Type is one of the Attribute constants.
	Type string
	// Unit is that of a number, else empty.
	Unit string
	// Values are those of an enum that the catalogue uses, in the order in which they appear.
	Values []string
}

// TemplateAttribute says how a template uses an attribute.
type TemplateAttribute struct {
	Code string
	// Required must be given before a product is published.
	Required bool
	// Facet is offered as a filter.
	Facet bool
	// Axis may tell the SKUs of a product apart.
	Axis bool
}

// Template is the set of attributes of a product type, in the order in which a page shows them.
type Template struct {
	Code, Name string
	Attributes []TemplateAttribute
}

// Value is an attribute's value. Numbers are decimal strings without the unit.
type Value struct{ Code, Value string }

// attributes in rows of code, name, English name, type or unit of a number.
var attributes = readAttributes(`
rated_current|额定电流|Rated current|A
rated_voltage|额定电压|Rated voltage|V
color|颜色|Colour|enum
material|材质|Material|enum
panel|面板规格|Plate format|enum
gang|开关位数|Gangs|enum
control|控制方式|Control|enum
holes|插孔类型|Outlet type|enum
usb|USB输出|USB output|text
ports|插位数|Outlets|number
cable_length|线长|Cable length|m
max_power|最大功率|Maximum power|W
poles|极数|Poles|enum
curve|脱扣曲线|Trip curve|enum
breaking|分断能力|Breaking capacity|kA
leakage|漏电动作电流|Residual current|mA
surge|最大放电电流|Maximum discharge current|kA
circuits|回路数|Ways|number
mount|安装方式|Mounting|enum
power|功率|Power|W
cct|色温|Colour temperature|K
lumen|光通量|Luminous flux|lm
cri|显色指数|Colour rendering index|number
ip|防护等级|Ingress protection|enum
cutout|开孔尺寸|Cut-out|mm
base|灯头|Base|enum
beam|光束角|Beam angle|°
size|外形尺寸|Size|text
length|长度|Length|m
density|灯珠密度|LED density|珠/m
backup|应急时间|Emergency duration|min
pole_height|适用杆高|Pole height|m
battery|电池容量|Battery capacity|Ah
dimming|调光方式|Dimming|enum
protocol|通信协议|Protocol|enum
supply|供电方式|Supply|enum
range|探测距离|Range|m
devices|可接设备数|Devices|number
diameter|管径|Diameter|mm
section|截面积|Cross-section|mm²
cores|芯数|Cores|number
category|线缆类别|Cable category|enum
conductor|导体材质|Conductor|enum
life|额定寿命|Rated life|h
warranty|质保期|Warranty|年
standard|执行标准|Standard|text
`)

func readAttributes(table string) []Attribute {
	var out []Attribute
	for row := range strings.Lines(strings.TrimSpace(table)) {
		part := strings.Split(strings.TrimSpace(row), "|")
		a := Attribute{Code: part[0], Name: part[1], NameEN: part[2], Type: part[3]}
		if a.Type != AttributeEnum && a.Type != AttributeText && a.Type != AttributeNumber {
			a.Type, a.Unit = AttributeNumber, part[3]
		}
		out = append(out, a)
	}
	return out
}

// templates in rows of code, name, attributes. A mark behind an attribute: ! required, ? a facet,
// * may be an axis.
var templates = readTemplates(`
switch|开关|gang!? control!? rated_current!? rated_voltage! panel? color!?* material? standard warranty
socket|插座|holes!? rated_current!?* rated_voltage! panel? usb color!?* material? ip? standard warranty
strip|转换器|ports!? rated_current!? rated_voltage! max_power cable_length?* usb color!?* material standard warranty
breaker|断路器|poles!?* rated_current?* rated_voltage! curve?* breaking? leakage?* surge?* mount standard! warranty
box|配电箱|mount!? circuits?* size?* color* material!? ip? standard warranty
lamp|光源|base!? power!?* cct!?* lumen! cri? beam rated_voltage! color* life standard warranty
indoor|室内灯具|power!?* cct!?* lumen! cri? dimming? size* color?* rated_voltage! mount ip? standard warranty
spot|筒灯射灯|power!?* cct!?* lumen! cri? beam?* cutout mount!? color!?* rated_voltage! ip? dimming? standard warranty
linear|面板与线性灯|power!?* cct!?* lumen! cri? size* length?* density* cutout color* rated_voltage! ip? dimming? standard warranty
flood|投光与应急|power!?* cct?* lumen! beam* ip!? backup* color* mount rated_voltage! life standard! warranty
outdoor|户外灯具|power!?* cct!?* lumen! ip!? pole_height battery color* material? rated_voltage! life standard! warranty
smart|智能设备|protocol!?* supply!? rated_current? gang?* power?* cct lumen dimming? color!?* devices range rated_voltage? standard warranty
sensor|传感器与网关|protocol!?* supply!? range devices* color!?* size standard warranty
material|安装辅材|material!? size?* diameter?* length* color* rated_voltage standard
wire|电线电缆|conductor!? section?* cores? category? length!* color?* rated_voltage! standard!
`)

// defaults are attributes that a row of the tables leaves out, by template.
var defaults = map[string]string{
	"switch":   "rated_voltage=250 panel=86型 material=PC standard=GB/T16915.1 warranty=10",
	"socket":   "rated_voltage=250 panel=86型 material=PC standard=GB/T2099.1 warranty=10",
	"strip":    "rated_voltage=250 material=ABS standard=GB/T2099.7 warranty=3",
	"breaker":  "rated_voltage=400 mount=导轨 standard=GB/T10963.1 warranty=5",
	"box":      "ip=IP30 standard=GB/T7251.3 warranty=5",
	"lamp":     "rated_voltage=220 standard=GB/T24908 warranty=2",
	"indoor":   "rated_voltage=220 ip=IP20 standard=GB7000.1 warranty=3",
	"spot":     "rated_voltage=220 standard=GB7000.202 warranty=3",
	"linear":   "rated_voltage=220 standard=GB7000.1 warranty=3",
	"flood":    "rated_voltage=220 cct=6000 standard=GB7000.7 warranty=3",
	"outdoor":  "rated_voltage=220 standard=GB7000.203 warranty=5",
	"smart":    "standard=GB16915.2 warranty=3",
	"sensor":   "standard=GB15631 warranty=2",
	"material": "standard=GB/T17466.1",
	"wire":     "rated_voltage=450 standard=GB/T5023.3",
}

func readTemplates(table string) []Template {
	var out []Template
	for row := range strings.Lines(strings.TrimSpace(table)) {
		part := strings.Split(strings.TrimSpace(row), "|")
		t := Template{Code: part[0], Name: part[1]}
		for _, field := range strings.Fields(part[2]) {
			code := strings.TrimRight(field, "!?*")
			marks := field[len(code):]
			t.Attributes = append(t.Attributes, TemplateAttribute{
				Code: code, Required: strings.Contains(marks, "!"), Facet: strings.Contains(marks, "?"), Axis: strings.Contains(marks, "*"),
			})
		}
		out = append(out, t)
	}
	return out
}
