package drawing

func drawBackBox(t *sheet, s Subject) {
	if s.Variant == "blank" {
		t.wallPlate(s, false)
		return
	}
	w := 420.0
	if s.Variant == "wide" {
		w = 600
	}
	x := 400 - w/2
	depth := 120.0
	if s.Variant == "shallow" {
		depth = 60
	}
	t.shade(400, 650, w/2+90, 44)
	t.path(fill(t.gradient(0, 1, t.base, t.dark)).edge(t.outline, 4), "M%s %s h%s l%s %s h%s z", x, 560, w, -40.0, depth*0.5, -w+80)
	t.rect(x, 160, w, 400, 26, t.surface())
	t.rect(x+30, 190, w-60, 340, 16, fill(t.gradient(1, 1, t.dark, t.base)).edge(t.outline, 3))
	t.rect(x+70, 230, w-140, 260, 10, fill(t.dark).edge(t.outline, 2.5))
	for _, at := range [][2]float64{{x + 30, 360}, {x + w - 30, 360}} {
		t.circle(at[0], at[1], 26, t.surface())
		t.circle(at[0], at[1], 11, fill(hole))
	}
	for _, at := range [][2]float64{{400, 290}, {400, 430}} {
		t.circle(at[0], at[1], 34, line(t.outline, 4))
	}
}

func drawConduit(t *sheet, s Subject) {
	t.turned(-30, 400, 400, func() {
		for i := range 3 {
			y := 250 + float64(i)*110
			x := float64(i) * 20
			pipe := fill(t.gradient(0, 1, t.dark, t.light, t.base, t.dark)).edge(t.outline, 3)
			if s.Variant == "steel" {
				pipe = fill(t.gradient(0, 1, metalD, metalL, metal, metalD)).edge("#6c7174", 3)
			}
			t.rect(x+30, y, 660, 86, 6, pipe)
			t.ellipse(x+690, y+43, 24, 43, pipe)
			t.ellipse(x+692, y+43, 15, 30, fill(hole))
			if s.Variant == "steel" {
				for k := range 5 {
					t.line(x+620+float64(k)*14, y+3, x+612+float64(k)*14, y+83, line("#6c7174", 3))
				}
			}
		}
	})
}

func drawElbow(t *sheet, s Subject) {
	t.shade(420, 660, 240, 40)
	t.path(ink{stroke: t.outline, width: 176}, "M%s %s Q%s %s %s %s", 260, 250, 270, 570, 590, 570.0)
	t.path(ink{stroke: t.base, width: 168}, "M%s %s Q%s %s %s %s", 260, 250, 270, 570, 590, 570.0)
	t.path(ink{stroke: t.light, width: 40, opacity: 0.8}, "M%s %s Q%s %s %s %s", 226, 250, 240, 600, 590, 606.0)
	t.rect(160, 150, 200, 110, 14, t.across())
	t.ellipse(260, 152, 100, 26, t.surface())
	t.ellipse(260, 152, 74, 17, fill(hole))
	t.rect(580, 470, 90, 200, 14, t.surface())
}

func drawTrunking(t *sheet, s Subject) {
	f := t.gradient(1, 1, t.light, t.base, t.dark)
	e := t.outline
	if s.Variant == "tray" {
		f, e = t.gradient(1, 1, metalL, metal, metalD), "#6c7174"
	}
	t.shade(400, 690, 300, 36)
	t.path(fill(t.dark).edge(e, 3), "M%s %s L%s %s L%s %s L%s %s Z", 80, 560, 560, 260, 560, 380, 80, 690)
	t.path(fill(f).edge(e, 3), "M%s %s L%s %s L%s %s L%s %s Z", 80, 690, 560, 380, 730, 440, 250, 750)
	t.path(fill(f).edge(e, 3), "M%s %s L%s %s L%s %s L%s %s Z", 250, 620, 730, 310, 730, 440, 250, 750)
	if s.Variant == "tray" {
		for i := range 6 {
			x, y := 300+float64(i)*70, 660-float64(i)*45
			t.path(fill(hole).faint(0.75), "M%s %s l%s %s v%s l%s %s z", x, y, 40.0, -26, 26, -40, 26)
		}
		return
	}
	t.path(fill(t.gradient(1, 1, t.light, t.base)).edge(e, 3), "M%s %s L%s %s L%s %s L%s %s Z", 60, 470, 540, 160, 720, 220, 240, 530)
	t.path(fill(t.dark).edge(e, 3), "M%s %s L%s %s L%s %s L%s %s Z", 240, 530, 720, 220, 720, 244, 240, 556)
}

// coil is a ring of wound wire.
func (t *sheet) coil(rings int, width float64) {
	t.shade(400, 690, 300, 44)
	for i := range rings {
		r := 270 - float64(i)*(width+1)
		t.ellipse(400, 400+float64(i)*2, r, r*0.94, ink{stroke: t.outline, width: width})
		t.ellipse(400, 400+float64(i)*2, r, r*0.94, ink{stroke: t.base, width: width - 5})
		t.path(ink{stroke: t.light, width: width * 0.24}, "M%s %s A%s %s 0 0 1 %s %s", 400-r, 400.0, r, r*0.94, 400, 400-r*0.94)
	}
	for _, a := range []float64{40, 160, 280} {
		t.turned(a, 400, 404, func() {
			t.rect(400-16, 120, 32, float64(rings)*(width+1)+44, 8, fill("#fbfaf7").edge("#a39c91", 2))
		})
	}
}

func drawWire(t *sheet, s Subject) {
	t.coil(6, 24)
	t.path(ink{stroke: t.outline, width: 24}, "M%s %s C%s %s %s %s %s %s", 600, 590, 690, 650, 700, 690, 690, 740.0)
	t.path(ink{stroke: t.base, width: 19}, "M%s %s C%s %s %s %s %s %s", 600, 590, 690, 650, 700, 690, 690, 736.0)
	if s.Variant == "fine" {
		for i := range 4 {
			t.line(688, 734, 672+float64(i)*11, 782, line(copper, 5))
		}
		return
	}
	t.line(690, 736, 688, 780, line(copper, 13))
}

func drawCable(t *sheet, s Subject) {
	t.coil(5, 32)
	t.path(ink{stroke: t.outline, width: 44}, "M%s %s C%s %s %s %s %s %s", 580, 580, 650, 620, 670, 650, 672, 690.0)
	t.path(ink{stroke: t.base, width: 38}, "M%s %s C%s %s %s %s %s %s", 580, 580, 650, 620, 670, 650, 672, 688.0)
	cores := []string{red, "#3a74b8", "#d9c93c"}
	switch s.Variant {
	case "net":
		cores = []string{orange, "#f2e3cf", "#3a74b8", "#4a9a5c", "#7a5230"}
	case "coax":
		t.line(672, 690, 672, 724, line("#fbfaf7", 26))
		t.line(672, 724, 672, 776, line(copper, 9))
		cores = nil
	}
	for i, c := range cores {
		dx := (float64(i) - float64(len(cores)-1)/2) * 15
		t.line(672+dx*0.6, 690, 672+dx*1.7, 756, line(c, 11))
		if s.Variant != "net" {
			t.line(672+dx*1.7, 756, 672+dx*1.9, 780, line(copper, 7))
		}
	}
}

func drawTerminal(t *sheet, s Subject) {
	n := 3.0
	w := 130*n + 30
	x := 400 - w/2
	t.shade(400, 650, 250, 40)
	t.rect(x, 300, w, 330, 24, fill(t.gradient(1, 1, "#ffffff/0.9", "#dfe7ea/0.8", "#b9c6cb/0.85")).edge("#8fa0a6", 4))
	for i := range int(n) {
		cx := x + 80 + float64(i)*130
		t.rect(cx-50, 180, 100, 170, 18, fill(t.gradient(0, 1, "#f0a85c", orange, "#b5651c")).edge("#7d430e", 3))
		t.rect(cx-30, 380, 60, 150, 8, fill(t.gradient(1, 0, metalD, metalL, metalD)).edge("#6c7174", 2))
		t.circle(cx, 584, 32, fill(hole))
		t.line(cx, 584, cx, 720, line([]string{red, "#3a74b8", "#d9c93c"}[i], 26))
	}
}

func drawTape(t *sheet, _ Subject) {
	t.shade(400, 650, 270, 44)
	t.path(fill(t.gradient(1, 0, t.dark, t.base, t.light, t.base, t.dark)).edge(t.outline, 4), "M%s %s V%s A%s %s 0 0 0 %s %s V%s Z", 150, 330, 480.0, 250, 120, 650, 480, 330)
	t.ellipse(400, 330, 250, 120, t.surface())
	for i := range 5 {
		t.ellipse(400, 330, 236-float64(i)*18, 113-float64(i)*9, line(t.outline, 2).faint(0.5))
	}
	t.ellipse(400, 330, 140, 66, fill("#e8d9bd").edge("#a58d62", 4))
	t.ellipse(400, 336, 120, 54, fill("#6b5a3c"))
	t.path(t.surface(), "M%s %s q%s %s %s %s v%s q%s %s %s %s z", 640, 380, 60.0, 20, 90, 90, 120, -20, -50, -90, -60)
}

func drawTies(t *sheet, s Subject) {
	t.shade(400, 680, 260, 36)
	for i := range 9 {
		t.turned(-40+float64(i)*9, 400, 760, func() {
			t.rect(388, 150, 24, 540, 8, t.across())
			t.rect(378, 110, 44, 62, 8, t.surface())
			t.rect(390, 128, 20, 26, 3, fill(hole))
			for k := range 14 {
				t.line(394, 220+float64(k)*22, 406, 220+float64(k)*22, line(t.outline, 2))
			}
		})
	}
	t.rect(300, 560, 200, 54, 10, fill(of(s, 1, "#3a74b8", "#4a9a5c", orange)))
}

func drawCaps(t *sheet, s Subject) {
	t.shade(400, 640, 300, 44)
	for i, at := range [][2]float64{{210, 470}, {400, 500}, {590, 470}, {300, 330}, {500, 330}} {
		x, y := at[0], at[1]
		c := finishOf([]string{"浅灰", "红色", "黄色", "蓝色", "雅白"}[(i+s.Style)%5])
		body := t.gradient(1, 0, c.dark, c.light, c.base, c.dark)
		t.path(fill(body).edge(c.outline, 3), "M%s %s L%s %s Q%s %s %s %s L%s %s Z", x-70, y+110, x-34, y-90, x, y-112, x+34, y-90, x+70, y+110)
		for k := range 5 {
			t.line(x-44+float64(k)*22, y+90, x-24+float64(k)*12, y-70, line(c.outline, 3))
		}
		t.ellipse(x, y+110, 70, 22, fill(c.dark).edge(c.outline, 3))
		t.ellipse(x, y+112, 44, 12, fill(hole))
	}
}
