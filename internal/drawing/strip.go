package drawing

import "math"

// outlet is one place of a strip: a face with five holes.
func (t *sheet) outlet(x, y, w, h float64) {
	t.rect(x, y, w, h, 14, fill(t.gradient(0, 1, t.light, t.base)).edge(t.outline, 2))
	k := math.Min(w/190, h/300)
	t.five(x+w/2, y+h/2+8*k, k)
}

func drawStrip(t *sheet, s Subject) {
	n := float64(min(s.Count, 8))
	extra := 1.0 // the switch
	if s.Variant != "" {
		extra = 1.9
	}
	unit := math.Min(118, 640/(n+extra))
	h := math.Max(150, unit*1.7)
	w := unit*(n+extra) + 44
	r := of(s, 1, 26.0, 44, 14)
	x := 400 - w/2
	t.turned(-24, 400, 410, func() {
		y := 410 - h/2
		// The cord comes out on the left and winds below.
		t.path(ink{stroke: t.dark, width: 22}, "M%s %s C%s %s %s %s %s %s S%s %s %s %s", x+4, 410, x-120, 410, x-130, 560, x, 580, 420, 620, 640, 600)
		t.path(ink{stroke: t.base, width: 14}, "M%s %s C%s %s %s %s %s %s S%s %s %s %s", x+4, 410, x-120, 410, x-130, 560, x, 580, 420, 620, 640, 600)
		t.rect(626, 574, 86, 56, 14, t.surface())
		t.rect(712, 582, 30, 9, 3, fill(metalD))
		t.rect(712, 612, 30, 9, 3, fill(metalD))
		t.rect(x+6, y+20, w, h, r, fill("#2a241c").faint(0.14))
		t.rect(x, y, w, h, r, t.surface())
		t.rect(x+10, y+10, w-20, h-20, r*0.7, line(t.light, 3))
		at := x + 22
		t.rect(at+unit*0.22, y+h/2-unit*0.42, unit*0.56, unit*0.84, 12, fill(t.gradient(0, 1, "#d8584e", "#b03228")).edge("#7a1f18", 3))
		t.line(at+unit*0.5, y+h/2-unit*0.2, at+unit*0.5, y+h/2+unit*0.05, line("#ffd9d5", 6))
		at += unit
		for range int(n) {
			t.outlet(at+4, y+26, unit-8, h-52)
			at += unit
		}
		if s.Variant != "" {
			t.rect(at+6, y+26, unit*0.9-10, h-52, 14, fill(t.dark).faint(0.4))
			for i := range 3 {
				t.usbAlong(at+unit*0.45, y+h/2+float64(i-1)*h*0.22, unit/150, s.Variant == "fast")
			}
		}
	})
}

// usbAlong is one charging port.
func (t *sheet) usbAlong(x, y, k float64, small bool) {
	if small {
		t.rect(x-36*k, y-15*k, 72*k, 30*k, 15*k, fill(hole))
		t.rect(x-20*k, y-4*k, 40*k, 8*k, 4*k, fill(metalD))
		return
	}
	t.rect(x-44*k, y-18*k, 88*k, 36*k, 4*k, fill(hole))
	t.rect(x-36*k, y, 72*k, 11*k, 2*k, fill("#eeeae2"))
}

func drawTower(t *sheet, s Subject) {
	if s.Variant == "track" {
		drawTrackSocket(t, s)
		return
	}
	t.shade(400, 716, 200, 34)
	w := of(s, 1, 220.0, 250, 200)
	x := 400 - w/2
	r := of(s, 2, 36.0, 100, 20)
	t.rect(x-24, 676, w+48, 36, 16, t.across())
	t.rect(x, 84, w, 600, r, t.across())
	t.ellipse(400, 116, w/2-16, 22, fill(t.light).faint(0.8))
	t.path(line(metalD, 10), "M%s %s q%s %s %s %s", 400-w*0.25, 96, w*0.25, -64.0, w*0.5, 0)
	for i := range 4 {
		y := 160 + float64(i)*126
		t.rect(x+34, y, w-68, 110, 16, fill(t.gradient(0, 1, t.light, t.base)).edge(t.outline, 2))
		if i == 0 {
			t.usb(400, y+55, 0.5, false)
			continue
		}
		t.two(400, y+26, 0.42)
		t.three(400, y+72, 0.42)
	}
}

func drawTrackSocket(t *sheet, s Subject) {
	t.turned(-14, 400, 400, func() {
		t.rect(40, 350, 720, 110, 12, fill("#2a241c").faint(0.12))
		t.rect(36, 330, 728, 110, 12, t.surface())
		t.rect(60, 372, 680, 26, 6, fill(hole))
		t.rect(60, 372, 680, 8, 4, fill("#1d1b19"))
		for i := range 4 {
			x := 90 + float64(i)*165
			t.rect(x, 312, 140, 146, of(s, 1, 16.0, 70, 30), t.flat())
			t.two(x+70, 350, 0.5)
			t.three(x+70, 406, 0.5)
		}
	})
}

func drawAdapter(t *sheet, s Subject) {
	t.shade(400, 690, 200, 34)
	r := of(s, 1, 60.0, 30, 110)
	t.rect(350, 90, 16, 130, 4, fill(metal).edge("#6c7174", 2))
	t.rect(434, 90, 16, 130, 4, fill(metal).edge("#6c7174", 2))
	t.rect(392, 70, 16, 150, 4, fill(metal).edge("#6c7174", 2))
	t.rect(210, 190, 380, 490, r, t.surface())
	t.rect(238, 218, 324, 434, r*0.8, t.flat())
	t.five(400, 440, 1.12)
}

func drawReel(t *sheet, s Subject) {
	t.shade(400, 730, 270, 36)
	c := of(s, 1, red, orange, "#e3b92f")
	t.path(line("#3a3b3e", 20), "M%s %s L%s %s L%s %s L%s %s", 180, 724, 300, 300, 500, 300, 620, 724)
	t.path(line("#3a3b3e", 22), "M%s %s q%s %s %s 0", 260, 190, 140.0, -110, 280)
	t.circle(400, 410, 250, fill(t.gradient(1, 1, "#4a4b4f", "#26272a")).edge("#151617", 4))
	for i := range 9 {
		t.circle(400, 410, 236-float64(i)*11, line([]string{c, "#3b2f2a"}[i%2], 9))
	}
	t.circle(400, 410, 138, fill(t.gradient(1, 1, "#f0efec", "#cfcac2")).edge("#8f887d", 4))
	t.finish = finishOf("雅白")
	for i := range 4 {
		t.turned(float64(i)*90+45, 400, 410, func() { t.three(400, 330, 0.42) })
	}
	t.circle(400, 410, 26, fill(red).edge("#7a1f18", 3))
	t.line(180, 728, 620, 728, line("#3a3b3e", 22))
}
