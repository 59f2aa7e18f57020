package drawing

func drawFlood(t *sheet, s Subject) {
	t.shade(400, 700, 250, 36)
	if s.Variant == "stadium" {
		t.path(line("#55595c", 26), "M%s %s V%s H%s V%s", 190, 380, 660.0, 610, 380)
		for i := range 3 {
			y := 130 + float64(i)*152
			t.rect(220, y, 360, 140, 12, t.surface())
			for k := range 8 {
				t.rect(238+float64(k)*42, y+18, 32, 104, 6, fill(t.lit()).edge("#b9a673", 1.5))
			}
		}
		return
	}
	t.path(line("#55595c", 24), "M%s %s V%s H%s V%s", 130, 330, 660.0, 670, 330)
	t.circle(130, 340, 24, t.steel())
	t.circle(670, 340, 24, t.steel())
	r := of(s, 1, 16.0, 40, 8)
	t.rect(150, 130, 500, 430, r, t.surface())
	t.rect(190, 170, 420, 330, 8, fill("#ece9e2").edge(t.outline, 3))
	t.rect(204, 184, 392, 302, 4, fill(t.gradient(1, 1, "#fdfbf4", "#e9e4d6", "#fbf7ea")))
	for i := range 5 {
		for k := range 4 {
			t.rect(232+float64(i)*72, 212+float64(k)*68, 48, 44, 4, fill("#ffe9a8").edge("#d8a93a", 2))
		}
	}
	t.path(fill("#ffffff").faint(0.5), "M%s %s h%s L%s %s h%s Z", 230, 184, 130.0, 260, 486, -56)
	for i := range 9 {
		t.line(182+float64(i)*54, 518, 182+float64(i)*54, 546, line(t.dark, 9))
	}
}

func drawHighBay(t *sheet, s Subject) {
	if s.Variant == "line" {
		t.line(210, 60, 210, 300, line("#6c7174", 6))
		t.line(590, 60, 590, 300, line("#6c7174", 6))
		t.beam(400, 410, 300, 70, 330, "#ffedbd")
		t.rect(80, 290, 640, 100, 10, t.surface())
		for i := range 12 {
			t.line(120+float64(i)*51, 296, 120+float64(i)*51, 340, line(t.dark, 10))
		}
		t.rect(92, 376, 616, 30, 6, fill("#fffaf0").edge("#e5d6b0", 2))
		return
	}
	t.path(line("#6c7174", 16), "M%s %s V%s M%s %s a%s %s 0 1 0 1 0", 400, 116, 200.0, 400, 60, 28, 28)
	t.beam(400, 520, 250, 60, 220, "#ffedbd")
	t.rect(310, 190, 180, 110, 18, t.across())
	for i := range 13 {
		x := 150 + float64(i)*41.6
		t.rect(x-12, 300, 24, 150, 6, t.across())
	}
	t.ellipse(400, 450, 280, 62, t.surface())
	t.ellipse(400, 476, 280, 62, fill(t.dark).edge(t.outline, 4))
	t.ellipse(400, 484, 236, 44, fill(t.lit()).edge("#d8c48a", 2))
}

func drawBatten(t *sheet, s Subject) {
	t.turned(-18, 400, 400, func() {
		t.rect(44, 372, 720, 90, 45, fill("#2a241c").faint(0.13))
		t.rect(40, 330, 720, 104, 40, fill(t.gradient(0, 1, "#ffffff", "#fbf8ef", "#ded7c6")).edge("#a39c91", 3))
		t.rect(110, 348, 580, 20, 10, fill("#ffffff"))
		for _, x := range []float64{30, 676} {
			t.rect(x, 322, 94, 120, 30, fill(t.gradient(0, 1, t.light, t.base, t.dark)).edge(t.outline, 3))
			t.rect(x+24, 430, 46, 20, 6, t.steel())
		}
		t.rect(250, 428, 40, 24, 4, t.steel())
		t.rect(510, 428, 40, 24, 4, t.steel())
	})
}

func drawEmergency(t *sheet, s Subject) {
	t.behind(210, 360, 380, 270, 20)
	t.rect(210, 360, 380, 270, of(s, 1, 20.0, 40), t.surface())
	t.rect(250, 400, 190, 10, 5, fill(t.finish.mark))
	t.rect(250, 424, 130, 8, 4, fill(t.finish.mark).faint(0.6))
	for i, c := range []string{green, "#e3b92f", red} {
		t.circle(270+float64(i)*44, 580, 12, fill(c))
	}
	t.circle(540, 580, 20, fill(t.dark).edge(t.outline, 3))
	for _, x := range []float64{250, 550} {
		t.rect(x-12, 300, 24, 70, 6, t.across())
		t.circle(x, 220, 108, t.surface())
		t.circle(x, 220, 86, fill(t.gradient(1, 1, "#b9bdc0", "#f4f5f6")))
		t.circle(x, 220, 72, fill(t.lit()).edge("#d8c48a", 2))
	}
}

func drawExit(t *sheet, _ Subject) {
	t.behind(90, 230, 620, 320, 12)
	t.rect(90, 230, 620, 320, 14, fill("#eef0ee").edge("#a3aaa5", 4))
	t.rect(112, 252, 576, 276, 6, fill(t.gradient(1, 1, "#3fae68", "#2c8f50")))
	t.rect(500, 286, 150, 210, 4, fill("#ffffff"))
	// Somebody runs to the door.
	t.circle(352, 312, 26, fill("#ffffff"))
	t.path(line("#ffffff", 30), "M%s %s L%s %s L%s %s L%s %s M%s %s L%s %s L%s %s M%s %s L%s %s L%s %s M%s %s L%s %s L%s %s",
		336, 350, 312, 410, 360, 440.0, 350, 500, 312, 410, 280, 460, 214, 462, 336, 352, 390, 380, 430, 360, 334, 352, 280, 358, 256, 400)
	t.path(fill("#2c8f50"), "M%s %s l%s %s v%s h%s v%s h%s v%s z", 536, 390, 50.0, -44, 24, 50, 40, -50, 24)
}

// post is a post from the ground.
func (t *sheet) post(x, top, foot, w float64) {
	t.shade(x, foot, w*4, w*0.8)
	t.rect(x-w/2, top, w, foot-top, w/2, t.across())
	t.rect(x-w*1.3, foot-16, w*2.6, 18, 6, t.across())
}

func drawStreet(t *sheet, s Subject) {
	t.beam(300, 250, 120, 130, 450, "#ffedbd")
	t.post(600, 150, 730, 30)
	t.path(ink{stroke: t.outline, width: 30}, "M%s %s C%s %s %s %s %s %s", 600, 190, 590, 130, 520, 130, 440, 166)
	t.path(ink{stroke: t.base, width: 24}, "M%s %s C%s %s %s %s %s %s", 600, 190, 590, 130, 520, 130, 440, 166)
	t.turned(-14, 300, 200, func() {
		t.path(t.surface(), "M%s %s C%s %s %s %s %s %s L%s %s L%s %s Z", 470, 190, 430, 140, 240, 130, 120, 186.0, 120, 220, 470, 232)
		for i := range 6 {
			t.line(220+float64(i)*38, 152+float64(i%2)*2, 220+float64(i)*38, 182, line(t.dark, 7))
		}
		n := of(s, 1, 2, 3, 1)
		for i := range n {
			w := 270 / float64(n)
			t.rect(140+float64(i)*w, 216, w-10, 26, 6, fill("#fff7df").edge("#d8c48a", 2))
		}
	})
}

func drawSolar(t *sheet, s Subject) {
	t.beam(280, 330, 110, 110, 380, "#ffedbd")
	t.post(570, 130, 730, 28)
	cell := func(x, y, w, h float64) {
		t.turned(-16, x+w/2, y+h/2, func() {
			t.rect(x, y, w, h, 6, fill(t.gradient(1, 1, "#3c5f93", "#1e355c", "#2b4b7d")).edge("#c9ccce", 7))
			for i := 1; i < 6; i++ {
				t.line(x+w*float64(i)/6, y+4, x+w*float64(i)/6, y+h-4, line("#8fb0dc", 2))
			}
			t.line(x+4, y+h/2, x+w-4, y+h/2, line("#8fb0dc", 2))
		})
	}
	if s.Variant == "split" {
		cell(400, 60, 320, 120)
	}
	t.rect(430, 262, 150, 22, 10, t.across())
	t.turned(-6, 300, 270, func() {
		t.rect(130, 246, 330, 70, 20, t.surface())
		t.rect(160, 304, 240, 22, 8, fill("#fff7df").edge("#d8c48a", 2))
		if s.Variant != "split" {
			t.rect(150, 214, 290, 40, 6, fill(t.gradient(1, 1, "#3c5f93", "#1e355c", "#2b4b7d")).edge("#c9ccce", 5))
			for i := 1; i < 7; i++ {
				t.line(150+float64(i)*41, 216, 150+float64(i)*41, 252, line("#8fb0dc", 2))
			}
		}
	})
	if s.Variant == "split" {
		t.rect(520, 420, 100, 110, 10, t.surface())
	}
}

func drawGarden(t *sheet, s Subject) {
	t.post(400, 320, 740, 34)
	t.ellipse(400, 250, 230, 190, fill(t.glow("#ffefbf/0.9", "#ffefbf/0.25", "#ffefbf/0")))
	switch of(s, 1, 0, 1, 2) {
	case 0:
		t.path(fill(t.gradient(1, 0, "#fff7df", "#ffffff", "#fbedc8")).edge("#d8c48a", 3), "M%s %s L%s %s H%s L%s %s Z", 310, 170, 330, 320, 470.0, 490, 170)
		t.path(t.surface(), "M%s %s L%s %s L%s %s Z", 250, 176, 400, 90, 550, 176)
	case 1:
		t.rect(320, 150, 160, 180, 10, fill(t.gradient(1, 0, "#fff7df", "#ffffff", "#fbedc8")).edge("#d8c48a", 3))
		t.rect(290, 120, 220, 36, 10, t.surface())
		t.line(320, 156, 320, 330, line(t.outline, 9))
		t.line(480, 156, 480, 330, line(t.outline, 9))
		t.line(400, 156, 400, 330, line(t.outline, 6))
	default:
		t.ellipse(400, 170, 230, 40, t.surface())
		t.ellipse(400, 186, 190, 24, fill("#fff7df").edge("#d8c48a", 2))
		t.line(330, 190, 376, 330, line(t.outline, 10))
		t.line(470, 190, 424, 330, line(t.outline, 10))
	}
	t.rect(350, 316, 100, 26, 8, t.across())
}

func drawLawn(t *sheet, s Subject) {
	t.ellipse(400, 640, 300, 70, fill(t.glow("#ffefbf/0.95", "#ffefbf/0.3", "#ffefbf/0")))
	t.shade(400, 700, 150, 26)
	w := of(s, 1, 150.0, 190, 120)
	t.rect(400-w/2, 330, w, 370, 8, t.across())
	t.rect(400-w/2+8, 236, w-16, 100, 6, fill(t.gradient(1, 0, "#fff3cd", "#ffffff", "#fbe7b5")).edge("#d8c48a", 3))
	for i := range of(s, 2, 2, 4, 0) {
		t.line(400-w/2, 256+float64(i)*22, 400+w/2, 256+float64(i)*22, line(t.outline, 7))
	}
	t.rect(400-w/2-20, 180, w+40, 60, of(s, 3, 12.0, 30, 4), t.surface())
	for i, x := range []float64{250, 270, 300, 520, 548, 566} {
		t.path(line("#7c9a63", 6), "M%s %s q%s %s %s %s", x, 704, float64(i%3)*6-6, -30.0, float64(i%3)*10-12, -52-float64(i%2)*18)
	}
}

func drawGround(t *sheet, s Subject) {
	if s.Variant == "wall" {
		t.turned(-16, 400, 420, func() {
			t.path(fill(t.gradient(0, 1, "#ffedbd/0", "#ffedbd/0.35", "#ffe29a/0.85")), "M%s %s L%s %s L%s %s L%s %s Z", 30, 110, 770, 110, 730, 390, 70, 390)
			t.rect(50, 400, 700, 110, 10, t.surface())
			t.rect(66, 384, 668, 34, 6, fill("#fffaf0").edge("#d8c48a", 2))
			for i := range 12 {
				t.circle(98+float64(i)*55, 401, 13, fill("#fff3c4").edge("#d8a93a", 2))
			}
			t.rect(140, 506, 60, 40, 6, t.across())
			t.rect(600, 506, 60, 40, 6, t.across())
		})
		return
	}
	t.path(fill(t.gradient(0, 1, "#ffedbd/0", "#ffedbd/0.3", "#ffe29a/0.85")), "M%s %s L%s %s L%s %s L%s %s Z", 180, 90, 620, 90, 560, 430, 240, 430)
	t.path(fill(t.gradient(1, 0, "#4a4c4f", "#85898c", "#3c3e41")).edge("#222326", 3), "M%s %s L%s %s Q%s %s %s %s L%s %s Z", 210, 440, 236, 660, 400, 720, 564, 660.0, 590, 440)
	t.ellipse(400, 440, 250, 84, t.surface())
	t.ellipse(400, 434, 196, 60, fill(t.lit()).edge("#8d9295", 4))
	for _, at := range [][2]float64{{180, 436}, {620, 436}, {300, 374}, {500, 374}, {300, 502}, {500, 502}} {
		t.ellipse(at[0], at[1], 12, 7, t.steel())
	}
}
