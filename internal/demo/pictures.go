package demo

import (
	"slices"
	"strconv"
	"strings"

	"qudao/internal/drawing"
)

// looks say how the product lines are drawn, in rows of category, a word of the line's name, shape, variant
// and count. The first row that fits is taken; a word of - fits every line of the category. A count of a
// letter is an attribute's: p poles, o outlets, w ways, g gangs.
var looks = readLooks(`
101 - switch - 1
102 - switch - 2
103 - switch - 3
104 - switch - 4
105 旋钮 switch dim 1
105 延时 switch delay 1
105 感应 switch sense 1
105 插卡 switch card 1
111 斜 socket slanted 1
111 - socket five 1
112 - socket three 1
113 七孔 socket seven 1
113 九孔 socket nine 1
113 双五孔 socket ten 1
114 五孔 socket switch5 1
114 三孔 socket switch3 1
115 快充 socket fast 1
115 - socket usb 1
116 双口 socket net2 1
116 电话 socket phone 1
116 电视 socket tv 1
116 - socket net 1
121 网络 floor net 1
121 快充 floor fast 1
121 - floor five 1
122 防溅 socket splash 1
122 - industrial - 1
201 - strip - o
202 USB strip usb o
202 - strip fast o
203 轨道 tower track 4
203 - tower - 8
204 插头 adapter - 1
204 - reel - 1
301 - breaker - p
302 - breaker residual p
303 - moulded - p
304 浪涌 breaker surge p
304 接触器 breaker contactor p
304 - breaker voltage p
311 - box - w
312 弱电 box media 1
312 - box project 1
401 柱泡 bulb column 1
401 应急 bulb backup 1
401 - bulb - 1
402 T5 tube batten 1
402 - tube - 1
403 灯丝 bulb filament 1
403 - candle - 1
404 MR16 spotlamp pins 1
404 - spotlamp - 1
411 客厅 ceiling square 1
411 - ceiling - 1
412 镜前 mirror - 1
412 - panel kitchen 1
413 - desk - 1
421 直发光 downlight open 1
421 商业 downlight open 1
421 - downlight deep 1
422 防水 surface wet 1
422 - surface - 1
423 洗墙 downlight wash 1
423 格栅 grille - 2
423 - downlight deep 1
424 磁吸格栅 track grid 1
424 磁吸泛光 track wide 1
424 - track - 1
431 300 panel long 1
431 圆形 panel round 1
431 - panel - 1
432 COB ledstrip cob 1
432 - ledstrip - 1
433 吊线 linear hung 1
433 支架 linear batten 1
433 - linear - 1
441 球场 flood stadium 1
441 - flood - 1
442 线型 highbay line 1
442 - highbay - 1
443 双头 emergency - 1
443 疏散 exit - 1
443 - batten - 1
451 - street - 1
452 分体 solar split 1
452 - solar - 1
453 草坪 lawn - 1
453 - garden - 1
454 洗墙 ground wall 1
454 - ground - 1
501 - touch - g
502 中控 screen - 1
502 - touch scene 1
503 移动 plug - 1
503 - socket five 1
511 - ceiling - 1
512 磁吸 track grid 1
512 - downlight deep 1
513 灯带 driver colour 1
513 - driver - 1
521 存在 puck presence 1
521 - puck motion 1
522 水浸 puck water 1
522 - door - 1
523 烟雾 puck smoke 1
523 - puck air 1
524 边缘 gateway host 1
524 - gateway - 1
601 空白 backbox blank 1
601 118 backbox wide 1
601 明装 backbox shallow 1
601 - backbox - 1
602 镀锌 conduit steel 1
602 弯头 elbow - 1
602 - conduit - 1
603 桥架 trunking tray 1
603 - trunking - 1
604 RVV cable - 1
604 BVR wire fine 1
604 - wire - 1
605 同轴 cable coax 1
605 - cable net 1
606 端子 terminal - 1
606 胶带 tape - 1
606 扎带 ties - 1
606 - caps - 1
`)

type look struct {
	category             int
	word, shape, variant string
	count                string
}

func readLooks(table string) []look {
	var out []look
	for row := range strings.Lines(strings.TrimSpace(table)) {
		f := strings.Fields(row)
		out = append(out, look{number(f[0]), strings.Trim(f[1], "-"), f[2], strings.Trim(f[3], "-"), f[4]})
	}
	return out
}

// counted are the attributes that a count by letter is read from.
var counted = map[string]string{"p": "poles", "o": "ports", "w": "circuits", "g": "gang"}

// numerals are counts in words.
var numerals = map[string]int{"一开": 1, "二开": 2, "三开": 3, "1P+N": 2, "3P+N": 4}

// mostPictures is how many finishes of a product are pictured.
const mostPictures = 4

// withSide are the shapes that are shown from another side too.
var withSide = []string{"switch", "socket", "downlight"}

// Pictures are the drawings that show the n-th product, the main one first: one of each finish, and another
// side. Products of one line and series share them, whatever their generation.
func (b *Brand) Pictures(n int) []drawing.Subject {
	p := &b.goods.prototypes[b.goods.place(b.goods.firstSKU(n)).prototype]
	s := drawing.Subject{Shape: "gateway", Style: p.design}
	for _, l := range looks {
		if l.category == p.line.category && strings.Contains(p.line.name, l.word) {
			s.Shape, s.Variant, s.Count = l.shape, l.variant, b.countOf(p, l.count)
			break
		}
	}
	var out []drawing.Subject
	for _, finish := range b.finishesOf(p) {
		s.Finish = finish
		out = append(out, s)
	}
	if slices.Contains(withSide, s.Shape) {
		side := out[0]
		side.Side = true
		out = append(out, side)
	}
	return out
}

func (b *Brand) finishesOf(p *prototype) []string {
	for _, x := range p.line.axes {
		if x.attribute != "color" {
			continue
		}
		var out []string
		for _, s := range b.goods.steps(x, p.design) {
			out = append(out, s.value)
		}
		return out[:min(len(out), mostPictures)]
	}
	for _, v := range p.line.fixed {
		if v.Code == "color" {
			return []string{v.Value}
		}
	}
	return b.goods.designs[p.design].colors[:1]
}

func (b *Brand) countOf(p *prototype, count string) int {
	attribute, ok := counted[count]
	if !ok {
		return number(count)
	}
	value := ""
	for _, v := range p.line.fixed {
		if v.Code == attribute {
			value = v.Value
		}
	}
	for _, x := range p.line.axes {
		if x.attribute == attribute {
			value = b.goods.steps(x, p.design)[0].value
		}
	}
	if n, ok := numerals[value]; ok {
		return n
	}
	n, err := strconv.Atoi(strings.TrimSuffix(value, "P"))
	if err != nil {
		return 1
	}
	return n
}
