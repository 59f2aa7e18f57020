package drawing

func drawTouch(t *sheet, s Subject) {
	p := t.wallPlate(s, false)
	glass := of(s, 7, true, false)
	if glass || s.Variant == "scene" {
		t.rect(p.ix, p.iy, p.iw, p.ih, p.ir, fill(t.gradient(1, 1, t.light, t.base, t.base)).edge(t.outline, 2))
		t.path(fill("#ffffff").faint(0.16), "M%s %s h%s L%s %s h%s Z", p.ix+p.iw*0.55, p.iy+6, p.iw*0.3, p.ix+p.iw*0.3, p.iy+p.ih-6, -p.iw*0.22)
	}
	if s.Variant == "scene" {
		for i := range 6 {
			x, y := p.ix+p.iw*(0.3+0.4*float64(i%2)), p.iy+p.ih*(0.2+0.3*float64(i/2))
			t.circle(x, y, 46, line(t.finish.mark, 5))
			t.symbol(i, x, y)
		}
		return
	}
	n := s.Count
	for i := range n {
		x := p.ix + p.iw*(float64(i)+0.5)/float64(n)
		if !glass && n > 1 && i > 0 {
			t.line(p.ix+p.iw*float64(i)/float64(n), p.iy+20, p.ix+p.iw*float64(i)/float64(n), p.iy+p.ih-20, line(t.outline, 3))
		}
		t.circle(x, 390, 44, line("#6fc3e8", 8))
		t.circle(x, 390, 44, ink{stroke: "#6fc3e8", width: 18, opacity: 0.25})
		t.line(x, 364, x, 388, line("#6fc3e8", 8))
	}
}

// symbol is one of six plain signs.
func (t *sheet) symbol(n int, x, y float64) {
	i := line(t.finish.mark, 5)
	switch n {
	case 0: // sun
		t.circle(x, y, 13, i)
		for k := range 8 {
			t.turned(float64(k)*45, x, y, func() { t.line(x, y-20, x, y-27, i) })
		}
	case 1: // moon
		t.path(fill(t.finish.mark), "M%s %s a%s %s 0 1 0 %s %s a%s %s 0 0 1 %s %s z", x-4, y-22, 22, 22, 26.0, 28, 20, 20, -26, -28)
	case 2: // house
		t.path(i, "M%s %s l%s %s l%s %s M%s %s v%s h%s v%s", x-24, y, 24.0, -22, 24, 22, x-16, y-4, 24, 32, -24)
	case 3: // door
		t.path(i, "M%s %s h%s v%s h%s z", x-14, y-22, 28.0, 44, -28)
	case 4: // film
		t.path(i, "M%s %s h%s v%s h%s z M%s %s l%s %s l%s %s z", x-24, y-16, 48.0, 32, -48, x-5, y-8, 14, 8, -14, 8)
	default: // cup
		t.path(i, "M%s %s h%s v%s q0 %s %s %s h%s q%s 0 %s %s z", x-20, y-10, 32.0, 14, 14, -12, 12, -8, -12, -12, -12)
	}
}

func drawScreen(t *sheet, s Subject) {
	t.behind(90, 160, 620, 480, 30)
	t.rect(90, 160, 620, 480, 34, t.surface())
	t.rect(112, 182, 576, 436, 18, fill(t.gradient(1, 1, "#2a3f5c", "#182537", "#2b3446")))
	t.path(fill("#ffffff").faint(0.9), "M%s %s h%s v%s h%s z M%s %s h%s v%s h%s z", 150, 226, 22.0, 62, -22, 184, 226, 22, 62, -22)
	t.rect(150, 310, 130, 12, 6, fill("#9fb2cc"))
	for i, c := range []string{"#e8b04b", "#5cb8d8", "#77bd85", "#c68bd0", "#e0806f", "#8fa4c4"} {
		x, y := 340+float64(i%3)*110, 226+float64(i/3)*120
		t.rect(x, y, 94, 100, 16, fill("#ffffff").faint(0.12))
		t.circle(x+47, y+40, 20, fill(c))
		t.rect(x+24, y+76, 46, 8, 4, fill("#c9d4e4"))
	}
	t.rect(150, 540, 500, 10, 5, fill("#49607f"))
	t.circle(360, 545, 18, fill("#ffffff"))
	if s.Side {
		t.line(400, 640, 400, 700, line(t.outline, 10))
	}
}

func drawPlug(t *sheet, s Subject) {
	t.shade(400, 690, 190, 30)
	for _, x := range []float64{400, 330, 470} {
		t.rect(x-9, 90, 18, 130, 4, fill(metal).edge("#6c7174", 2))
	}
	t.rect(230, 200, 340, 480, of(s, 1, 90.0, 60, 140), t.surface())
	t.rect(262, 232, 276, 416, 60, t.flat())
	t.two(400, 350, 0.9)
	t.three(400, 490, 0.9)
	t.circle(400, 606, 18, fill(t.glow("#c9f0ff", "#6fc3e8")).edge("#3d8fb4", 2))
}

func drawDriver(t *sheet, s Subject) {
	t.shade(400, 610, 330, 40)
	for i, c := range []string{"#7a5230", "#3a74b8", "#d9c93c"} {
		y := 350 + float64(i)*34
		t.path(ink{stroke: c, width: 14}, "M%s %s C%s %s %s %s %s %s", 130, y, 90, y, 80, y+40, 34, y+70)
		t.path(ink{stroke: []string{red, black, "#f0eee9"}[i], width: 14}, "M%s %s C%s %s %s %s %s %s", 670, y, 710, y, 720, y-30, 766, y-60)
	}
	t.rect(120, 300, 560, 220, of(s, 1, 14.0, 40, 24), t.surface())
	t.rect(120, 300, 560, 40, 14, fill(t.light).faint(0.7))
	t.rect(200, 362, 270, 120, 8, fill("#ffffff").edge("#c8c3ba", 2))
	for i := range 5 {
		t.rect(216, 378+float64(i)*20, []float64{150, 230, 190, 210, 120}[i], 7, 3, fill("#9b958a"))
	}
	if s.Variant == "colour" {
		for i, c := range []string{red, green, "#3a74b8", "#f3f0ea"} {
			t.circle(520+float64(i%2)*74, 380+float64(i/2)*70, 26, fill(c).edge(t.outline, 3))
		}
	} else {
		t.circle(570, 420, 44, fill(t.dark).edge(t.outline, 3))
		t.line(570, 390, 570, 416, line(t.finish.mark, 8))
	}
}

func drawPuck(t *sheet, s Subject) {
	switch s.Variant {
	case "water":
		t.ellipse(400, 640, 300, 60, fill(t.gradient(1, 1, "#cfe6f3", "#9fcbe2")).faint(0.9))
		t.shade(400, 590, 220, 40)
	default:
		t.shade(400, 620, 260, 44)
	}
	r := of(s, 1, 230.0, 210, 244)
	t.ellipse(400, 480, r, r*0.44, fill(t.gradient(1, 0, t.dark, t.base, t.dark)).edge(t.outline, 4))
	t.rect(400-r, 400, 2*r, 80, 0, fill(t.gradient(1, 0, t.dark, t.light, t.base, t.dark)))
	t.line(400-r, 400, 400-r, 480, line(t.outline, 4))
	t.line(400+r, 400, 400+r, 480, line(t.outline, 4))
	t.ellipse(400, 400, r, r*0.44, t.surface())
	switch s.Variant {
	case "presence":
		t.ellipse(400, 398, r*0.62, r*0.27, fill(t.dark).faint(0.35))
		for i := range 3 {
			k := 1 - float64(i)*0.3
			t.ellipse(400, 398, r*0.5*k, r*0.21*k, line("#6fc3e8", 6))
		}
	case "motion":
		t.path(fill(t.glow("#ffffff", "#f1efe9", "#cfcabf")).edge("#a39c91", 3), "M%s %s A%s %s 0 0 1 %s %s A%s %s 0 0 1 %s %s Z", 270, 390, 130, 130, 530.0, 390, 130, 48, 270, 390)
		for i := range 5 {
			t.path(line("#cfc9bd", 3), "M%s %s Q%s %s %s %s", 292+float64(i)*54, 404+float64(min(i, 4-i))*9, 330+float64(i)*35, 320, 386+float64(i)*7, 264)
		}
	case "smoke":
		t.ellipse(400, 398, r*0.7, r*0.3, line(t.outline, 16).faint(0.5))
		t.ellipse(400, 392, r*0.42, r*0.18, t.flat())
		t.ellipse(400, 390, 22, 10, fill(red))
	case "water":
		t.path(fill("#6fb6dd"), "M%s %s q%s %s %s %s q%s %s %s %s q%s %s %s %s z", 400, 344, 50.0, 50, 30, 80, -30, 26, -60, 0, -20, -30, 30, -80)
	case "air":
		t.path(ink{stroke: t.finish.mark, width: 12}, "M%s %s h%s q%s %s %s %s M%s %s h%s q%s %s %s %s", 300, 384, 140.0, 46, -6, 20, -34, 300, 416, 180, 36, 4, 10, 30)
	default:
		t.ellipse(400, 396, 40, 17, fill(t.glow("#c9f0ff", "#6fc3e8")))
	}
}

func drawDoor(t *sheet, s Subject) {
	t.behind(260, 150, 150, 500, 30)
	r := of(s, 1, 24.0, 60)
	t.rect(250, 140, 160, 510, r, t.surface())
	t.circle(330, 250, 12, fill(green))
	t.rect(296, 560, 68, 10, 5, fill(t.finish.mark))
	t.behind(466, 250, 80, 300, 20)
	t.rect(460, 240, 90, 310, r*0.7, t.surface())
	t.path(ink{stroke: "#6fc3e8", width: 9}, "M%s %s v%s M%s %s l%s %s l%s %s M%s %s l%s %s l%s %s", 435, 370, 50.0, 424, 386, 11, -16, 11, 16, 424, 404, 11, 16, 11, -16)
}

func drawGateway(t *sheet, s Subject) {
	t.shade(400, 640, 290, 44)
	if s.Variant == "host" {
		t.path(fill(t.dark).edge(t.outline, 4), "M%s %s L%s %s V%s L%s %s V%s Z", 110, 400, 110, 520, 520.0, 690, 520, 400)
		t.rect(110, 300, 580, 250, 20, t.surface())
		t.rect(110, 300, 580, 60, 20, fill(t.light).faint(0.6))
		for i := range 4 {
			t.rect(160+float64(i)*92, 430, 74, 64, 6, fill("#1b1c1e"))
			t.rect(170+float64(i)*92, 472, 54, 12, 2, fill(brass))
		}
		for i := range 5 {
			t.circle(560+float64(i)*24, 462, 7, fill([]string{green, "#6fc3e8"}[i%2]))
		}
		return
	}
	r := of(s, 1, 60.0, 150, 30)
	t.rect(170, 250, 460, 380, r, t.surface())
	t.rect(196, 276, 408, 328, r*0.8, t.flat())
	t.circle(400, 440, 90, line("#6fc3e8", 10))
	t.circle(400, 440, 90, ink{stroke: "#6fc3e8", width: 24, opacity: 0.2})
	t.path(line(t.finish.mark, 9), "M%s %s q%s %s %s 0 M%s %s q%s %s %s 0", 360, 436, 40.0, -40, 80, 378, 456, 22, -22, 44)
	t.circle(400, 476, 8, fill(t.finish.mark))
}
