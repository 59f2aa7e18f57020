package drawing

// plate is a wall plate: where its face lies and how the series forms it.
type plate struct {
	x, y, w, h, r float64
	ix, iy        float64 // the face within the frame
	iw, ih, ir    float64
	way           int
}

// wallPlate draws a plate of 86 mm in the series' form. Wide plates hold two modules.
func (t *sheet) wallPlate(s Subject, wide bool) plate {
	p := plate{x: 130, y: 120, w: 540, h: 540, r: of(s, 1, 18.0, 34, 58, 10), way: of(s, 2, 0, 1, 2, 3)}
	if wide {
		p.x, p.y, p.w, p.h = 60, 190, 680, 400
	}
	t.behind(p.x, p.y, p.w, p.h, p.r)
	t.rect(p.x, p.y, p.w, p.h, p.r, t.surface())
	frame := of(s, 3, 16.0, 30, 46, 22)
	p.ix, p.iy, p.iw, p.ih, p.ir = p.x+frame, p.y+frame, p.w-2*frame, p.h-2*frame, max(p.r-frame*0.6, 6)
	switch p.way {
	case 1: // a rim of metal
		t.rect(p.x+7, p.y+7, p.w-14, p.h-14, max(p.r-7, 4), line(t.gradient(1, 1, metalL, metalD, metalL), 6))
	case 2: // a step
		t.rect(p.ix-8, p.iy-8, p.iw+16, p.ih+16, p.ir+8, fill(t.dark).faint(0.55))
	case 3: // a bevel
		t.path(fill(t.light).faint(0.7), "M%s %s L%s %s L%s %s L%s %s Z", p.x+p.r, p.y+5, p.x+p.w-p.r, p.y+5, p.ix+p.iw, p.iy, p.ix, p.iy)
	}
	t.rect(p.ix, p.iy, p.iw, p.ih, p.ir, t.flat())
	return p
}

// mark is the series' way to mark a key: a dot, a bar, a ring, or a light that shows in the dark.
func (t *sheet) mark(s Subject, x, y float64) {
	switch of(s, 4, 0, 1, 2, 3) {
	case 0:
		t.circle(x, y, 8, fill(t.finish.mark))
	case 1:
		t.rect(x-26, y-4, 52, 8, 4, fill(t.finish.mark))
	case 2:
		t.circle(x, y, 10, line(t.finish.mark, 5))
	case 3:
		t.rect(x-4, y-22, 8, 44, 4, fill(green).faint(0.8))
	}
}

func drawSwitch(t *sheet, s Subject) {
	if s.Side {
		drawBack(t, s)
		return
	}
	p := t.wallPlate(s, false)
	switch s.Variant {
	case "dim":
		t.circle(400, 390, 150, fill(t.dark).faint(0.5))
		t.circle(400, 382, 138, t.surface())
		t.circle(400, 382, 106, fill(t.gradient(1, 1, t.base, t.light)).edge(t.outline, 2))
		t.line(400, 292, 400, 330, line(t.finish.mark, 10))
		for i := range 9 {
			t.turned(float64(i-4)*32, 400, 382, func() { t.line(400, 212, 400, 200, line(t.finish.mark, 6)) })
		}
	case "delay":
		t.circle(400, 380, 112, line(t.finish.mark, 6))
		t.circle(400, 380, 86, fill(t.glow("#f7d9a0", "#eab765", "#c98d35")).edge(t.outline, 2))
		t.path(line("#ffffff", 10), "M%s %s a%s %s 0 1 0 %s 0 M%s %s v%s", 372, 366, 36.0, 36, 56, 400, 340, 34)
	case "sense":
		t.rect(270, 250, 260, 260, 40, fill(t.dark).faint(0.35))
		t.circle(400, 380, 108, fill(t.glow("#ffffff", "#f1efe9", "#d5d1c8")).edge("#b5aea2", 3))
		for _, r := range []float64{84, 58, 30} {
			t.circle(400, 380, r, line("#d0cabd", 3))
		}
		for i := range 6 {
			t.turned(float64(i)*30, 400, 380, func() { t.line(400, 274, 400, 486, line("#d8d3c8", 2)) })
		}
	case "card":
		t.rect(p.ix+40, 330, p.iw-80, 130, 16, fill(t.dark).faint(0.6))
		t.rect(p.ix+70, 376, p.iw-140, 22, 11, fill(hole))
		t.path(line(t.finish.mark, 8), "M%s %s h%s v%s h%s z", 340, 560, 120.0, 56, -120)
		t.rect(352, 190, 96, 10, 5, fill(green))
	default:
		t.rockers(s, p)
	}
}

// rockers are one to four keys side by side.
func (t *sheet) rockers(s Subject, p plate) {
	gap := of(s, 5, 5.0, 8, 12)
	inset := of(s, 6, 0.0, 18, 34)
	n := float64(s.Count)
	w := (p.iw - 2*inset - gap*(n-1)) / n
	for i := range s.Count {
		x, y, h := p.ix+inset+float64(i)*(w+gap), p.iy+inset, p.ih-2*inset
		r := max(p.ir-inset, 10)
		t.rect(x, y+5, w, h, r, fill(t.outline).faint(0.35))
		t.rect(x, y, w, h, r, fill(t.gradient(0, 1, t.base, t.light, t.base, t.dark)).edge(t.outline, 2.5))
		t.rect(x+6, y+h*0.5, w-12, h*0.5-7, r*0.7, fill(t.dark).faint(0.28))
		t.line(x+12, y+h/2, x+w-12, y+h/2, line(t.light, 3))
		t.mark(s, x+w/2, y+h*0.82)
	}
}

// drawBack is a wall plate from behind: the mechanism with its screws.
func drawBack(t *sheet, s Subject) {
	t.behind(130, 120, 540, 540, 30)
	t.rect(130, 120, 540, 540, of(s, 1, 18.0, 34, 58, 10), fill(t.dark).edge(t.outline, 3))
	for _, x := range []float64{190, 570} {
		t.rect(x, 372, 40, 36, 18, fill(hole).faint(0.6))
	}
	t.rect(240, 210, 320, 360, 24, fill(t.gradient(1, 1, "#f1efeb", "#dedad3")).edge("#a39c91", 3))
	t.rect(262, 232, 276, 120, 12, fill("#e9e6e0").edge("#c4beb3", 2))
	for i := range 3 {
		x := 300 + float64(i)*100
		t.circle(x, 292, 32, t.steel())
		t.turned(float64(20+i*40), x, 292, func() { t.line(x-20, 292, x+20, 292, line("#5d6265", 7)) })
		t.rect(x-16, 520, 32, 40, 8, fill(hole))
	}
	t.rect(290, 390, 220, 90, 8, fill("#ffffff").edge("#cfc9be", 2))
	for i := range 4 {
		t.rect(306, 406+float64(i)*17, []float64{150, 188, 120, 170}[i], 6, 3, fill("#bcb5a8"))
	}
}
