package drawing

import (
	"bytes"
	"fmt"
	"strconv"
)

// sheet is what is drawn upon: 800 × 800, in the finish of the subject.
type sheet struct {
	finish
	defs, body bytes.Buffer
	count      int // of gradients
	made       map[string]string
}

func newSheet(f finish) *sheet { return &sheet{finish: f, made: map[string]string{}} }

func (t *sheet) bytes() []byte {
	var out bytes.Buffer
	out.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800">`)
	if t.defs.Len() > 0 {
		out.WriteString("<defs>" + t.defs.String() + "</defs>")
	}
	out.WriteString(`<g stroke-linecap="round" stroke-linejoin="round">` + t.body.String() + `</g></svg>`)
	return out.Bytes()
}

// num is a number with at most one decimal.
func num(x float64) string {
	return strconv.FormatFloat(float64(int(x*10+0.5*sign(x)))/10, 'f', -1, 64)
}

func sign(x float64) float64 {
	if x < 0 {
		return -1
	}
	return 1
}

// nums are numbers parted by spaces.
func nums(list ...float64) string {
	var out bytes.Buffer
	for i, x := range list {
		if i > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(num(x))
	}
	return out.String()
}

// ink is how something is painted: fill, and a stroke of some width.
type ink struct {
	fill, stroke string
	width        float64
	opacity      float64 // 0 is opaque
}

func (i ink) String() string {
	out := ` fill="` + i.fill + `"`
	if i.fill == "" {
		out = ` fill="none"`
	}
	if i.stroke != "" {
		out += fmt.Sprintf(` stroke="%s" stroke-width="%s"`, i.stroke, num(i.width))
	}
	if i.opacity > 0 {
		out += ` opacity="` + strconv.FormatFloat(i.opacity, 'f', 2, 64) + `"`
	}
	return out
}

func fill(c string) ink                    { return ink{fill: c} }
func line(c string, width float64) ink     { return ink{stroke: c, width: width} }
func (i ink) edge(c string, w float64) ink { i.stroke, i.width = c, w; return i }
func (i ink) faint(o float64) ink          { i.opacity = o; return i }

func (t *sheet) rect(x, y, w, h, r float64, i ink) {
	fmt.Fprintf(&t.body, `<rect x="%s" y="%s" width="%s" height="%s" rx="%s"%s/>`, num(x), num(y), num(w), num(h), num(r), i)
}

func (t *sheet) circle(x, y, r float64, i ink) {
	fmt.Fprintf(&t.body, `<circle cx="%s" cy="%s" r="%s"%s/>`, num(x), num(y), num(r), i)
}

func (t *sheet) ellipse(x, y, rx, ry float64, i ink) {
	fmt.Fprintf(&t.body, `<ellipse cx="%s" cy="%s" rx="%s" ry="%s"%s/>`, num(x), num(y), num(rx), num(ry), i)
}

func (t *sheet) line(x1, y1, x2, y2 float64, i ink) {
	fmt.Fprintf(&t.body, `<path d="M%s L%s"%s/>`, nums(x1, y1), nums(x2, y2), i)
}

func (t *sheet) path(i ink, d string, args ...float64) {
	list := make([]any, len(args))
	for k, a := range args {
		list[k] = num(a)
	}
	fmt.Fprintf(&t.body, `<path d="%s"%s/>`, fmt.Sprintf(d, list...), i)
}

// turned draws what draw draws, turned by degrees about a point.
func (t *sheet) turned(degrees, x, y float64, draw func()) {
	fmt.Fprintf(&t.body, `<g transform="rotate(%s)">`, nums(degrees, x, y))
	draw()
	t.body.WriteString(`</g>`)
}

// at draws what draw draws, moved and scaled.
func (t *sheet) at(x, y, scale float64, draw func()) {
	fmt.Fprintf(&t.body, `<g transform="translate(%s) scale(%s)">`, nums(x, y), strconv.FormatFloat(scale, 'f', 3, 64))
	draw()
	t.body.WriteString(`</g>`)
}

// gradient makes a linear gradient of evenly spaced colours along a direction, and returns how to refer to it.
func (t *sheet) gradient(dx, dy float64, colors ...string) string {
	return t.define(fmt.Sprintf(`linearGradient x1="0" y1="0" x2="%s" y2="%s"`, num(dx), num(dy)), "linearGradient", colors)
}

// glow is a radial gradient from the middle outwards. A colour may have an opacity behind a slash.
func (t *sheet) glow(colors ...string) string {
	return t.define(`radialGradient`, "radialGradient", colors)
}

func (t *sheet) define(head, name string, colors []string) string {
	key := head + fmt.Sprint(colors)
	if ref, ok := t.made[key]; ok {
		return ref
	}
	t.count++
	id := "g" + strconv.Itoa(t.count)
	fmt.Fprintf(&t.defs, `<%s id="%s">`, head, id)
	for i, c := range colors {
		opacity := ""
		for k := range c {
			if c[k] == '/' {
				opacity, c = ` stop-opacity="`+c[k+1:]+`"`, c[:k]
				break
			}
		}
		fmt.Fprintf(&t.defs, `<stop offset="%s" stop-color="%s"%s/>`, strconv.FormatFloat(float64(i)/float64(max(len(colors)-1, 1)), 'f', 3, 64), c, opacity)
	}
	fmt.Fprintf(&t.defs, `</%s>`, name)
	t.made[key] = "url(#" + id + ")"
	return t.made[key]
}

// shade is the soft shadow under something that stands or lies at y.
func (t *sheet) shade(x, y, rx, ry float64) {
	t.ellipse(x, y, rx, ry, fill(t.glow("#2a241c/0.32", "#2a241c/0.14", "#2a241c/0")))
}

// behind is the soft shadow around a plate on a wall.
func (t *sheet) behind(x, y, w, h, r float64) {
	for i := range 6 {
		grow, o := float64(26-5*i), 0.022
		t.rect(x-grow+6, y-grow+16, w+2*grow, h+2*grow, r+grow, fill("#2a241c").faint(o))
	}
}

// beam is light that falls from a point downwards.
func (t *sheet) beam(x, y, half, spread, depth float64, color string) {
	t.path(fill(t.gradient(0, 1, color+"/0.75", color+"/0.22", color+"/0")), "M%s %s L%s %s L%s %s L%s %s Z", x-half, y, x+half, y, x+half+spread, y+depth, x-half-spread, y+depth)
}
