package render

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/boombuler/barcode/code128"
)

const (
	family = "noto"
	point  = 25.4 / 72 // millimetres

	hair, fine, firm, thick = 0.1, 0.2, 0.3, 0.6 // widths of rules, in millimetres
	black, soft, grey, pale = 0, 95, 165, 241    // levels of grey
)

// style is how a text is set.
type style struct {
	size  float64 // in points
	bold  bool
	align Align
}

func (s style) leading() float64 { return s.size * point * 1.32 }

func (p *press) set(s style) {
	weight := ""
	if s.bold {
		weight = "B"
	}
	p.pdf.SetFont(family, weight, s.size)
}

// smallest is how small a number may become, in points, before it wraps.
const smallest = 5.5

// fits is whether a text stands on one line, if need be in a smaller size.
func (p *press) fits(text string, width float64, s style) bool {
	p.set(s)
	return p.pdf.GetStringWidth(printable(text))*smallest <= width*s.size
}

// text sets one line in a box, centred from top to bottom. It does not wrap; what is right aligned becomes
// smaller until it fits.
func (p *press) text(text string, x, y, width, height float64, s style) {
	text = printable(text)
	p.set(s)
	if wide := p.pdf.GetStringWidth(text); s.align == Right && wide > width {
		s.size *= width / wide
		p.set(s)
	}
	switch s.align {
	case Right:
		x += width - p.pdf.GetStringWidth(text)
	case Center:
		x += (width - p.pdf.GetStringWidth(text)) / 2
	}
	const middle = 0.37 // of an em above the base line lies the middle of a character
	p.pdf.Text(x, y+height/2+middle*s.size*point, text)
}

// lines sets lines below each other and returns how high they are together.
func (p *press) lines(lines []string, x, y, width float64, s style) float64 {
	for i, line := range lines {
		p.text(line, x, y+float64(i)*s.leading(), width, s.leading(), s)
	}
	return float64(len(lines)) * s.leading()
}

// line draws a rule.
func (p *press) line(x1, y1, x2, y2, width float64, level int) {
	p.pdf.SetLineWidth(width)
	p.pdf.SetDrawColor(level, level, level)
	p.pdf.Line(x1, y1, x2, y2)
}

// wrap breaks a text into lines that fit a width: at spaces and hyphens, between Chinese characters, and in
// the middle of a word that is longer than a line. It gives one line at least, and drops no character but
// the spaces at a break.
func (p *press) wrap(text string, width float64, s style) []string {
	p.set(s)
	var lines []string
	line, wide := []rune{}, 0.0
	for _, r := range strings.TrimSpace(printable(text)) {
		w := p.pdf.GetStringWidth(string(r))
		for len(line) > 0 && wide+w > width && !unicode.IsSpace(r) {
			at := breakAt(line, r)
			lines = append(lines, strings.TrimRightFunc(string(line[:at]), unicode.IsSpace))
			line = append([]rune{}, line[at:]...)
			wide = p.pdf.GetStringWidth(string(line))
		}
		if len(line) == 0 && len(lines) > 0 && unicode.IsSpace(r) {
			continue
		}
		line, wide = append(line, r), wide+w
	}
	return append(lines, strings.TrimRightFunc(string(line), unicode.IsSpace))
}

// breakAt is where a full line breaks before the character next: as late as may be, and never at 0.
func breakAt(line []rune, next rune) int {
	for at := len(line); at > 0; at-- {
		follows := next
		if at < len(line) {
			follows = line[at]
		}
		if mayBreak(line[at-1], follows) {
			return at
		}
	}
	return len(line)
}

func mayBreak(before, after rune) bool {
	switch {
	case strings.ContainsRune("，。、；：！？）》】”’%,.;:!?)]}·/", after), strings.ContainsRune("（《【“‘([{", before), unicode.IsSpace(after):
		return false
	case unicode.IsSpace(before), before == '-', before == '/', before == '，', before == '、':
		return true
	}
	return before >= 0x2e80 || after >= 0x2e80
}

// barcode draws a text as Code 128 with its right end at right.
func (p *press) barcode(text string, right, y, widest, height float64) (left float64, err error) {
	code, err := code128.Encode(text)
	if err != nil {
		return right, fmt.Errorf("draw barcode of %q: %w", text, err)
	}
	modules := code.Bounds().Dx()
	const module = 0.33 // millimetres; a hand scanner wants 0.25 at least
	step := min(widest/float64(modules), module)
	left = right - step*float64(modules)
	dark := func(i int) bool { r, _, _, _ := code.At(i, 0).RGBA(); return r == 0 }
	p.pdf.SetFillColor(black, black, black)
	for i := 0; i < modules; {
		from := i
		for i < modules && dark(i) == dark(from) {
			i++
		}
		if dark(from) {
			p.pdf.Rect(left+step*float64(from), y, step*float64(i-from), height, "F")
		}
	}
	return left, nil
}
