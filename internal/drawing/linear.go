package drawing

func drawPanel(t *sheet, s Subject) {
	if s.Variant == "round" {
		t.trim(s, 400, 400, 280, false)
		return
	}
	x, y, w, h := 110.0, 110.0, 580.0, 580.0
	if s.Variant == "long" {
		x, y, w, h = 30, 280, 740, 250
	}
	t.behind(x, y, w, h, 6)
	t.rect(x, y, w, h, 8, t.surface())
	edge := of(s, 1, 18.0, 28, 12)
	t.rect(x+edge, y+edge, w-2*edge, h-2*edge, 4, fill(t.glow("#ffffff", "#fffef9", "#fbf3de")).edge("#d9cba8", 2))
	if s.Variant == "kitchen" {
		t.line(x+w/2, y+edge, x+w/2, y+h-edge, line("#e4d7b8", 3))
	}
	t.path(fill("#ffffff").faint(0.75), "M%s %s h%s L%s %s h%s Z", x+w*0.12, y+edge+4, w*0.2, x+w*0.16, y+h*0.6, -w*0.12)
}

func drawLEDStrip(t *sheet, s Subject) {
	t.shade(400, 690, 300, 44)
	board := of(s, 1, "#fbfaf7", "#f3efe4", "#ffffff")
	glow := "#ffe29a"
	// The roll, and the loose end that runs out of it.
	t.circle(380, 370, 262, fill(t.gradient(1, 1, "#ece8df", "#cfc9bd")).edge("#a39c91", 3))
	for i := range 8 {
		r := 244 - float64(i)*22
		t.circle(380, 370, r, line(glow, 18))
		t.circle(380, 370, r, line(board, 13))
		t.circle(380, 370, r, line("#d8b765", 1.5))
	}
	t.circle(380, 370, 62, fill("#f6f4ef").edge("#a39c91", 3))
	t.circle(380, 370, 40, fill(t.gradient(1, 1, "#d8d2c7", "#f3f0ea")).edge("#b9b2a5", 2))
	t.path(ink{stroke: "#fff0c4", width: 74}, "M%s %s C%s %s %s %s %s %s", 380, 630, 560, 640, 640, 640, 748, 560)
	t.path(ink{stroke: "#b9a673", width: 48}, "M%s %s C%s %s %s %s %s %s", 380, 630, 560, 640, 640, 640, 748, 560)
	t.path(ink{stroke: board, width: 44}, "M%s %s C%s %s %s %s %s %s", 380, 630, 560, 640, 640, 640, 748, 560)
	if s.Variant == "cob" {
		t.path(ink{stroke: "#ffd873", width: 18}, "M%s %s C%s %s %s %s %s %s", 384, 630, 560, 640, 640, 640, 742, 564)
		return
	}
	for i, at := range [][3]float64{{410, 631, 1}, {456, 633, 2}, {502, 634, 1}, {548, 633, -2}, {594, 628, -8}, {638, 617, -17}, {680, 599, -27}, {718, 579, -33}} {
		t.turned(at[2], at[0], at[1], func() {
			t.rect(at[0]-13, at[1]-11, 26, 22, 3, fill("#fff7d6").edge("#d8a93a", 2.5))
			if i%2 == 0 {
				t.rect(at[0]+19, at[1]-5, 9, 10, 1, fill("#4a4b4d"))
			}
		})
	}
}

func drawLinear(t *sheet, s Subject) {
	switch s.Variant {
	case "hung":
		t.line(200, 60, 200, 330, line("#8d9295", 4))
		t.line(600, 60, 600, 250, line("#8d9295", 4))
		t.turned(-11, 400, 330, func() {
			t.beam(400, 372, 330, 60, 330, "#ffedbd")
			t.rect(50, 296, 700, 62, 8, fill(t.gradient(0, 1, t.light, t.base, t.dark)).edge(t.outline, 3))
			t.rect(66, 350, 668, 22, 8, fill("#fffaf0").edge("#e5d6b0", 2))
		})
	case "batten":
		drawTube(t, Subject{Style: s.Style, Variant: "batten"})
	default:
		t.turned(-24, 400, 400, func() {
			t.beam(400, 440, 340, 40, 240, "#ffedbd")
			t.rect(36, 350, 728, 30, 4, t.flat())
			t.rect(60, 376, 680, 56, 4, fill(t.gradient(0, 1, t.base, t.dark)).edge(t.outline, 3))
			t.rect(68, 414, 664, 24, 6, fill("#fffaf0").edge("#e5d6b0", 2))
			for _, x := range []float64{60, 722} {
				t.rect(x, 372, 18, 64, 4, fill(t.dark).edge(t.outline, 2))
			}
		})
	}
}
