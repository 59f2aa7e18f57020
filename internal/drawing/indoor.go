package drawing

func drawCeiling(t *sheet, s Subject) {
	t.shade(400, 640, 320, 60)
	light := fill(t.glow("#ffffff", "#fffdf7", "#fdf3dc")).edge("#d9cba8", 2)
	if of(s, 1, 0, 1, 0, 2) == 1 || s.Variant == "square" {
		t.path(fill(t.gradient(0, 1, t.light, t.dark)).edge(t.outline, 4), "M%s %s L%s %s L%s %s L%s %s L%s %s L%s %s Z", 400, 230, 740, 372, 740, 420, 400, 572, 60, 420, 60, 372)
		t.path(t.surface(), "M%s %s L%s %s L%s %s L%s %s Z", 400, 224, 740, 372, 400, 524, 60, 372)
		t.path(light, "M%s %s L%s %s L%s %s L%s %s Z", 400, 250, 680, 372, 400, 498, 120, 372)
		t.path(line(t.outline, 3).faint(0.5), "M%s %s L%s %s L%s %s L%s %s Z", 400, 290, 588, 372, 400, 456, 212, 372)
		return
	}
	t.ellipse(400, 440, 336, 150, fill(t.gradient(1, 0, t.dark, t.base, t.dark)).edge(t.outline, 4))
	t.ellipse(400, 400, 336, 150, t.surface())
	t.ellipse(400, 396, 300, 130, light)
	if of(s, 2, true, false) {
		for i := range 22 {
			k := float64(i)
			x, y := float64((i*73)%240)-120, float64((i*47)%90)-45
			t.ellipse(400+x*1.8, 396+y*1.9, 4+float64(i%3)*2, 3+k*0.05, fill("#f5dfa6"))
		}
	} else {
		t.ellipse(400, 396, 196, 84, line("#e9d7ab", 5).faint(0.7))
	}
}

func drawMirror(t *sheet, s Subject) {
	t.rect(120, 300, 560, 360, 20, fill(t.gradient(1, 1, "#eef4f6", "#d4e0e4", "#eaf1f3")).edge("#9fb0b6", 4))
	t.path(fill("#ffffff").faint(0.7), "M%s %s L%s %s L%s %s L%s %s Z", 180, 640, 420, 320, 500, 320, 260, 640)
	t.beam(400, 236, 270, 60, 260, "#fff0c4")
	t.rect(370, 130, 60, 70, 8, t.surface())
	t.rect(110, 176, 580, 62, of(s, 1, 31.0, 10, 18), fill(t.gradient(0, 1, t.light, t.base, t.dark)).edge(t.outline, 3))
	t.rect(130, 214, 540, 26, 12, fill("#fffaf0").edge("#e5d6b0", 2))
}

func drawDesk(t *sheet, s Subject) {
	t.shade(400, 716, 230, 34)
	t.beam(300, 250, 120, 130, 430, "#ffefc2")
	t.ellipse(440, 690, 190, 40, fill(t.dark).edge(t.outline, 3))
	t.ellipse(440, 678, 190, 40, t.surface())
	t.path(ink{stroke: t.outline, width: 34}, "M%s %s L%s %s L%s %s", 470, 672, 580, 400, 430, 190)
	t.path(ink{stroke: t.base, width: 27}, "M%s %s L%s %s L%s %s", 470, 672, 580, 400, 430, 190)
	t.path(ink{stroke: t.light, width: 7}, "M%s %s L%s %s L%s %s", 464, 668, 572, 400, 424, 194)
	t.circle(580, 400, 28, t.surface())
	if of(s, 1, true, false) {
		t.turned(-12, 330, 200, func() {
			t.rect(130, 168, 330, 56, 28, t.surface())
			t.rect(150, 210, 290, 18, 9, fill("#fff7df").edge("#e5d6b0", 2))
		})
	} else {
		t.path(t.surface(), "M%s %s C%s %s %s %s %s %s L%s %s L%s %s Z", 440, 170, 380, 120, 250, 140, 190, 250.0, 410, 262, 452, 214)
		t.ellipse(300, 258, 112, 18, fill("#fff7df").edge("#e5d6b0", 2))
	}
	t.circle(440, 664, 12, fill("#7fb8e0"))
}

// trim is the round face of a light in a ceiling, seen from below.
func (t *sheet) trim(s Subject, x, y, r float64, deep bool) {
	t.circle(x+8, y+18, r+6, fill("#2a241c").faint(0.12))
	t.circle(x, y, r, t.surface())
	t.circle(x, y, r*0.86, fill(t.gradient(1, 1, t.dark, t.light)).edge(t.outline, 2))
	if !deep {
		t.circle(x, y, r*0.8, fill(t.lit()))
		return
	}
	cup := of(s, 3, "#38383a", "#d9d5cd", "#38383a", "#8d8a85")
	t.circle(x, y, r*0.78, fill(t.glow(cup, cup, "#17181a")))
	t.circle(x, y, r*0.52, fill(t.gradient(1, 1, "#5c5d60", "#1f2022")))
	t.circle(x, y, r*0.36, fill(t.lit()))
	for i := range 3 {
		t.circle(x, y, r*(0.58+float64(i)*0.07), line("#101112", 1.5).faint(0.2))
	}
}

func drawDownlight(t *sheet, s Subject) {
	deep := s.Variant != "open"
	if s.Side {
		t.beam(400, 520, 150, 120, 240, "#ffedbd")
		t.path(fill(t.gradient(1, 0, "#6d7174", "#d5d8da", "#9aa0a3", "#5b5f62")).edge("#474b4e", 3), "M%s %s h%s l%s %s h%s z", 270, 250, 260.0, 26, 220, -312)
		for i := range 7 {
			t.line(290+float64(i)*37, 256, 276+float64(i)*41, 462, line("#5b5f62", 5))
		}
		t.path(line("#8d9295", 16), "M%s %s q%s %s %s %s M%s %s q%s %s %s %s", 250, 440, -70.0, -60, -40, -150, 550, 440, 70, -60, 40, -150)
		t.rect(170, 470, 460, 46, 14, t.surface())
		t.path(ink{stroke: "#3a3b3e", width: 12}, "M%s %s C%s %s %s %s %s %s", 400, 250, 400, 170, 520, 190, 560, 110.0)
		return
	}
	switch s.Variant {
	case "wash":
		t.circle(408, 418, 276, fill("#2a241c").faint(0.12))
		t.circle(400, 400, 270, t.surface())
		t.circle(400, 400, 222, fill(t.glow("#4a4b4d", "#232426", "#141517")))
		t.path(fill(t.lit()), "M%s %s A%s %s 0 0 1 %s %s L%s %s Z", 236, 400, 164, 164, 564.0, 400, 236, 400)
	default:
		t.trim(s, 400, 400, 270, deep)
	}
}

func drawSurface(t *sheet, s Subject) {
	t.beam(400, 470, 160, 150, 260, "#ffedbd")
	t.rect(230, 130, 340, 350, of(s, 1, 24.0, 8, 50), t.across())
	t.ellipse(400, 132, 170, 30, t.flat())
	t.ellipse(400, 476, 170, 36, fill(t.dark).edge(t.outline, 3))
	t.ellipse(400, 478, 140, 26, fill("#fff7df").edge("#e8d8ae", 2))
	if s.Variant == "wet" {
		t.rect(226, 416, 348, 22, 8, fill("#3a3b3e"))
		t.path(fill("#7fb8e0"), "M%s %s q%s %s %s %s q%s %s %s %s z", 400, 236, 40.0, 56, 0, 88, -40, -32, 0, -88)
	}
}

func drawGrille(t *sheet, s Subject) {
	n := float64(min(max(s.Count, 1), 3))
	w := 200*n + 40
	x := 400 - w/2
	t.rect(x+8, 306, w, 240, 16, fill("#2a241c").faint(0.14))
	t.rect(x, 280, w, 240, 14, t.surface())
	for i := range int(n) {
		cx := x + 120 + float64(i)*200
		t.rect(cx-88, 312, 176, 176, 10, fill("#1c1d1f"))
		t.circle(cx, 400, 76, t.surface())
		t.circle(cx, 400, 58, fill(t.glow("#4a4b4d", "#1b1c1e")))
		t.circle(cx, 400, 34, fill(t.lit()))
	}
}

func drawTrack(t *sheet, s Subject) {
	t.rect(40, 120, 720, 54, 6, fill(t.gradient(0, 1, t.light, t.base, t.dark)).edge(t.outline, 3))
	t.rect(60, 152, 680, 12, 4, fill(hole).faint(0.7))
	switch s.Variant {
	case "grid":
		t.beam(400, 330, 250, 60, 360, "#ffedbd")
		t.rect(130, 178, 540, 130, 10, t.surface())
		for i := range 6 {
			cx := 184 + float64(i)*86.4
			t.rect(cx-34, 282, 68, 56, 6, fill("#1c1d1f").edge(t.outline, 2))
			t.ellipse(cx, 336, 26, 8, fill("#fff7df"))
		}
	case "wide":
		t.beam(400, 270, 260, 120, 420, "#ffedbd")
		t.rect(120, 178, 560, 84, 10, t.surface())
		t.rect(130, 250, 540, 26, 8, fill("#fffaf0").edge("#e5d6b0", 2))
	default:
		t.rect(320, 176, 160, 70, 10, t.surface())
		t.rect(388, 246, 24, 70, 6, t.across())
		t.turned(28, 400, 400, func() {
			t.beam(400, 590, 96, 70, 210, "#ffedbd")
			t.rect(290, 310, 220, 280, of(s, 1, 30.0, 12, 70), t.across())
			t.ellipse(400, 588, 110, 26, fill(t.dark).edge(t.outline, 3))
			t.ellipse(400, 590, 86, 18, fill("#fff7df").edge("#e8d8ae", 2))
			for i := range of(s, 2, 0, 3, 5) {
				t.line(296, 350+float64(i)*18, 504, 350+float64(i)*18, line(t.outline, 4))
			}
		})
	}
}
