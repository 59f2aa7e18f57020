package drawing

// The openings of sockets, about a middle. A scale of 1 is a pin 14 wide.

func (t *sheet) slot(x, y, w, h, degrees float64) {
	t.turned(degrees, x, y, func() {
		t.rect(x-w/2-3, y-h/2-3, w+6, h+6, 5, fill(t.rim()).faint(0.8))
		t.rect(x-w/2, y-h/2, w, h, 3, fill(t.hole()))
	})
}

// two are the holes for plugs of two pins, flat and round.
func (t *sheet) two(x, y, k float64) {
	t.slot(x-46*k, y, 13*k, 56*k, 0)
	t.slot(x+46*k, y, 13*k, 56*k, 0)
	t.circle(x-46*k, y, 13*k, fill(t.hole()))
	t.circle(x+46*k, y, 13*k, fill(t.hole()))
}

// three are the holes for plugs with earth.
func (t *sheet) three(x, y, k float64) {
	t.slot(x, y-44*k, 14*k, 60*k, 0)
	t.slot(x-52*k, y+36*k, 14*k, 60*k, -30)
	t.slot(x+52*k, y+36*k, 14*k, 60*k, 30)
}

func (t *sheet) five(x, y, k float64) {
	t.two(x, y-112*k, k)
	t.three(x, y+66*k, k)
}

// usb are charging ports side by side.
func (t *sheet) usb(x, y, k float64, small bool) {
	for _, dx := range []float64{-62, 62} {
		if small {
			t.rect(x+(dx-36)*k, y-15*k, 72*k, 30*k, 15*k, fill(t.hole()).edge(t.rim(), 2))
			t.rect(x+(dx-22)*k, y-4*k, 44*k, 8*k, 4*k, fill(metalD))
		} else {
			t.rect(x+(dx-42)*k, y-19*k, 84*k, 38*k, 5*k, fill(t.hole()).edge(t.rim(), 2))
			t.rect(x+(dx-34)*k, y-2*k, 68*k, 13*k, 2*k, fill("#eeeae2"))
		}
	}
}

// jack is the opening for a network or telephone plug.
func (t *sheet) jack(x, y, k float64) {
	t.rect(x-78*k, y-70*k, 156*k, 140*k, 10*k, fill(t.dark).edge(t.outline, 2))
	t.path(fill(hole), "M%s %s h%s v%s h%s v%s h%s v%s h%s z", x-56*k, y+50*k, 112*k, -72*k, -24*k, -24*k, -64*k, 24*k, -24*k)
	for i := range 8 {
		t.rect(x+(-40+float64(i)*11)*k, y+26*k, 5*k, 24*k, 0, fill(brass))
	}
}

// aerial is the opening of a television socket.
func (t *sheet) aerial(x, y, k float64) {
	t.circle(x, y, 66*k, fill(t.gradient(1, 1, metalL, metal, metalD)).edge("#6c7174", 3))
	t.circle(x, y, 44*k, fill(hole))
	t.circle(x, y, 15*k, fill(brass))
}

func drawSocket(t *sheet, s Subject) {
	if s.Side {
		drawBack(t, s)
		return
	}
	wide := s.Variant == "nine" || s.Variant == "ten"
	p := t.wallPlate(s, wide)
	switch s.Variant {
	case "slanted":
		t.turned(-18, 400, 392, func() { t.five(400, 396, 1) })
	case "three":
		t.three(400, 392, 1.45)
	case "seven":
		t.two(400, 252, 0.9)
		t.two(400, 368, 0.9)
		t.three(400, 512, 0.95)
	case "nine", "ten":
		t.five(240, 396, 0.9)
		t.line(400, p.iy+20, 400, p.iy+p.ih-20, line(t.outline, 2))
		t.five(560, 396, 0.9)
	case "switch5", "switch3":
		t.rect(440, p.iy+40, p.ix+p.iw-440-30, p.ih-80, 16, fill(t.gradient(0, 1, t.light, t.base, t.dark)).edge(t.outline, 2.5))
		t.mark(s, (440+p.ix+p.iw-30)/2, p.iy+p.ih-120)
		if s.Variant == "switch5" {
			t.five(300, 396, 0.86)
		} else {
			t.three(300, 392, 1.1)
		}
	case "usb", "fast":
		t.five(400, 356, 0.92)
		t.usb(400, 580, 0.72, s.Variant == "fast")
		if s.Variant == "fast" {
			t.path(fill(orange), "M%s %s l%s %s h%s l%s %s l%s %s h%s z", 400, 548, -14.0, 34, 12, -6, 28, 22, -38, -12)
		}
	case "net":
		t.jack(400, 390, 1.1)
	case "net2":
		t.jack(300, 390, 0.95)
		t.jack(500, 390, 0.95)
	case "tv":
		t.aerial(400, 390, 1.2)
	case "phone":
		t.jack(300, 390, 0.78)
		t.jack(500, 390, 0.95)
	case "splash":
		t.five(400, 400, 0.95)
		t.rect(p.x+20, p.y-34, p.w-40, p.h+48, 40, fill(t.gradient(1, 1, "#ffffff/0.75", "#dfe9ec/0.35", "#c6d6db/0.6")).edge("#93a6ac", 4))
		t.rect(320, p.y-46, 160, 26, 10, t.surface())
		t.path(line("#ffffff", 12).faint(0.8), "M%s %s L%s %s M%s %s L%s %s", 220, 330, 330, 180, 220, 410, 270, 340)
	default:
		t.five(400, 396, 1.06)
	}
}

func drawFloorSocket(t *sheet, s Subject) {
	f := finishOf("拉丝金")
	if s.Finish == "拉丝银" || s.Finish == "珍珠银" || s.Finish == "星空灰" {
		f = finishOf("拉丝银")
	}
	t.finish = f
	t.shade(400, 660, 320, 46)
	t.path(fill(t.gradient(1, 1, t.light, t.base, t.dark)).edge(t.outline, 4), "M%s %s L%s %s L%s %s L%s %s Z", 400, 400, 700, 530, 400, 664, 100, 530)
	t.path(fill(t.dark).edge(t.outline, 3), "M%s %s L%s %s L%s %s L%s %s L%s %s L%s %s Z", 100, 530, 400, 664, 700, 530, 700, 548, 400, 684, 100, 548)
	t.path(fill("#2f2c29"), "M%s %s L%s %s L%s %s L%s %s Z", 400, 442, 606, 531, 400, 622, 194, 531)
	// The unit that has sprung up.
	t.path(fill(t.gradient(1, 0, t.dark, t.base)).edge(t.outline, 3), "M%s %s L%s %s L%s %s L%s %s Z", 220, 540, 400, 618, 400, 400, 220, 322)
	t.path(fill(t.gradient(1, 0, t.base, t.dark)).edge(t.outline, 3), "M%s %s L%s %s L%s %s L%s %s Z", 400, 618, 580, 540, 580, 322, 400, 400)
	t.path(fill(t.gradient(1, 1, t.light, t.base)).edge(t.outline, 3), "M%s %s L%s %s L%s %s L%s %s Z", 400, 244, 580, 322, 400, 400, 220, 322)
	t.at(224, 336, 0.42, func() {
		t.body.WriteString(`<g transform="skewY(23)">`)
		t.finish = finishOf("曜石黑")
		t.rect(18, 30, 384, 440, 20, t.flat())
		switch s.Variant {
		case "net":
			t.jack(210, 250, 1.4)
		case "fast":
			t.five(210, 200, 1)
			t.usb(210, 420, 0.9, true)
		default:
			t.five(210, 260, 1.3)
		}
		t.body.WriteString(`</g>`)
	})
}

func drawIndustrial(t *sheet, s Subject) {
	body := of(s, 1, "#3a74b8", "#356aa8", "#c9473d")
	t.shade(400, 690, 230, 36)
	t.rect(250, 420, 300, 260, 30, fill(t.gradient(1, 0, "#8d9295", "#d9dcdd", "#a6abae")).edge("#666b6e", 3))
	t.path(fill(t.gradient(1, 1, body, body, "#1f3c60")).edge("#17304f", 4), "M%s %s L%s %s L%s %s L%s %s Z", 270, 430, 220, 190, 500, 120, 550, 400)
	t.ellipse(360, 160, 150, 84, fill(t.gradient(1, 1, body, "#23486f")).edge("#17304f", 4))
	t.ellipse(360, 160, 118, 62, fill("#1c2d42"))
	for i := range 3 {
		t.turned(float64(i)*120+10, 360, 160, func() { t.ellipse(360, 128, 17, 15, fill(hole).edge(metal, 4)) })
	}
	for _, at := range [][2]float64{{290, 640}, {510, 640}, {290, 470}, {510, 470}} {
		t.circle(at[0], at[1], 13, t.steel())
	}
	t.rect(330, 520, 140, 70, 8, fill("#ffffff").edge("#a6abae", 2))
	for i := range 3 {
		t.rect(346, 536+float64(i)*16, 108-float64(i)*26, 6, 3, fill("#9ba0a3"))
	}
}
