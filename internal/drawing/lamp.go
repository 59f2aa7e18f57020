package drawing

// thread is the screw of a lamp below a point.
func (t *sheet) thread(x, y, w float64) {
	t.rect(x-w/2, y, w, w*0.9, 8, t.steel())
	for i := range 4 {
		yy := y + w*(0.16+float64(i)*0.2)
		t.path(line("#7b8083", 5), "M%s %s q%s %s %s 0", x-w/2, yy, w/2, 14.0, w)
	}
	t.path(fill("#3a3b3e"), "M%s %s h%s l%s %s h%s z", x-w*0.4, y+w*0.9, w*0.8, -w*0.16, w*0.12, -w*0.48)
	t.ellipse(x, y+w*1.04, w*0.15, 9, t.steel())
}

func drawBulb(t *sheet, s Subject) {
	t.shade(400, 742, 170, 26)
	if s.Variant == "filament" {
		drawFilament(t, s)
		return
	}
	glass := fill(t.glow("#ffffff", "#fffdf6", "#efe9dc")).edge("#b3aa9a", 3)
	if s.Variant == "column" {
		t.rect(270, 80, 260, 420, 70, glass)
		t.path(fill("#ffffff").faint(0.8), "M%s %s q%s %s %s %s v%s q%s %s %s %s z", 306, 170, 4.0, -40, 34, -44, 250, -30, 4, -34, -10)
	} else {
		// The globe: round, wide or slender.
		r := of(s, 5, 204.0, 188, 218, 196)
		top := of(s, 6, 270.0, 290, 256)
		t.path(glass, "M%s %s C%s %s %s %s %s %s A%s %s 0 1 1 %s %s C%s %s %s %s %s %s Z",
			300, 520, 292, 440, 400-r, 392, 400-r, top, r, r, 400+r, top, 400+r, 392, 508, 440, 500, 520)
		t.path(fill("#ffffff").faint(0.85), "M%s %s q%s %s %s %s q%s %s %s %s z", 448-r, top, 4.0, -r*0.49, r*0.49, -r*0.68, -r*0.29, r*0.29, -r*0.31, r*0.74)
	}
	c := of(s, 1, "#f4f2ee", "#dfe1e2", "#eef0f1", "#f4f2ee")
	t.path(fill(t.gradient(1, 0, "#bdb6aa", "#ffffff", c, "#b5aea2")).edge("#9a9387", 3), "M%s %s h%s l%s %s h%s z", 292, 500, 216.0, -30, 96, -156)
	for i := range of(s, 2, 0, 4, 6, 3) {
		t.line(318+float64(i)*34, 512, 330+float64(i)*29, 586, line("#a9a296", 4))
	}
	t.thread(400, 596, 118)
	if s.Variant == "backup" {
		t.rect(360, 522, 80, 44, 8, fill(green))
		t.path(fill("#ffffff"), "M%s %s l%s %s h%s l%s %s l%s %s h%s z", 404, 526, -18.0, 22, 14, -6, 16, 20, -24, -14)
	}
}

func drawFilament(t *sheet, s Subject) {
	tint := "#f8e3b4"
	if s.Finish == "透明" {
		tint = "#f2f7f8"
	}
	t.path(fill(t.glow("#fffdf4/0.9", tint+"/0.8", t.base+"/0.9")).edge(t.outline, 4), "M%s %s C%s %s %s %s %s %s A%s %s 0 1 1 %s %s C%s %s %s %s %s %s Z",
		346, 590, 340, 480, 190, 410, 190, 276, 210, 210, 610.0, 276, 610, 410, 460, 480, 454, 590)
	t.path(line("#8f897f", 5), "M%s %s L%s %s M%s %s L%s %s", 380, 590, 352, 470, 420, 590, 448, 470)
	for i := range 4 {
		x := 322 + float64(i)*52
		t.line(x, 470, 340+float64(i)*40, 210, ink{stroke: "#ffb638", width: 13})
		t.line(x, 470, 340+float64(i)*40, 210, ink{stroke: "#fff3cf", width: 5})
	}
	t.path(fill("#ffffff").faint(0.7), "M%s %s q%s %s %s %s q%s %s %s %s z", 240, 280, 6.0, -104, 100, -140, -58, 60, -62, 152)
	t.finish = finishOf("拉丝金")
	t.thread(400, 590, 112)
}

func drawCandle(t *sheet, s Subject) {
	t.shade(400, 748, 120, 20)
	t.path(fill(t.glow("#ffffff", "#fff9ea", "#efe4cb")).edge("#b3aa9a", 3), "M%s %s C%s %s %s %s %s %s C%s %s %s %s %s %s C%s %s %s %s %s %s C%s %s %s %s %s %s Z",
		340, 500, 300, 440, 276, 380, 300, 290.0, 324, 210, 372, 140, 400, 56, 428, 140, 476, 210, 500, 290, 524, 380, 500, 440, 460, 500)
	t.path(fill("#ffffff").faint(0.9), "M%s %s q%s %s %s %s q%s %s %s %s z", 326, 340, 6.0, -90, 58, -160, -26, 80, -30, 180)
	t.path(fill(t.gradient(1, 0, "#bdb6aa", "#ffffff", of(s, 1, "#f4f2ee", "#d6d9db", "#eee3c4"), "#b5aea2")).edge("#9a9387", 3), "M%s %s h%s l%s %s h%s z", 330, 490, 140.0, -16, 110, -108)
	t.thread(400, 600, 92)
}

func drawTube(t *sheet, s Subject) {
	n := 2.0
	if s.Variant == "batten" {
		n = 1
	}
	for i := range int(n) {
		y := 330 + float64(i)*150
		t.turned(-20, 400, 400, func() {
			t.rect(30, y+34, 740, 30, 15, fill("#2a241c").faint(0.10))
			if n == 1 {
				t.rect(30, y+30, 740, 54, 8, t.surface())
			}
			t.rect(50, y-10, 700, 66, 33, fill(t.gradient(0, 1, "#ffffff", "#fffaf0", "#ece5d6", "#d8cfbd")).edge("#b3aa9a", 3))
			t.rect(90, y+4, 620, 12, 6, fill("#ffffff"))
			for _, x := range []float64{34, 704} {
				t.rect(x, y-12, 62, 70, 10, fill(t.gradient(0, 1, metalL, of(s, 1, metal, "#e6e3dd", metalD), metalD)).edge("#6c7174", 3))
			}
			if n > 1 {
				for _, x := range []float64{8, 766} {
					t.rect(x, y+6, 28, 8, 3, fill(brass))
					t.rect(x, y+34, 28, 8, 3, fill(brass))
				}
			}
		})
	}
}

func drawSpotLamp(t *sheet, s Subject) {
	t.shade(400, 730, 180, 26)
	t.path(fill(t.gradient(1, 0, "#a9adb0", "#f4f5f6", "#d9dcdd", "#979da0")).edge("#7b8083", 3), "M%s %s C%s %s %s %s %s %s L%s %s C%s %s %s %s %s %s Z",
		200, 220, 220, 400, 300, 470, 340, 520.0, 460, 520, 500, 470, 580, 400, 600, 220)
	for i := range 9 {
		x := 236 + float64(i)*41
		t.path(line("#9aa0a3", 4), "M%s %s Q%s %s %s %s", x, 260, 400+(x-400)*0.8, 420, 400+(x-400)*0.32, 506)
	}
	t.ellipse(400, 214, 204, 74, fill(t.gradient(1, 1, metalL, metal, metalD)).edge("#7b8083", 4))
	t.ellipse(400, 212, 178, 58, fill(t.lit()))
	if of(s, 1, true, false) {
		t.ellipse(400, 212, 70, 24, fill("#fff4cf").edge("#e5c777", 3))
	} else {
		for i := range 5 {
			t.ellipse(290+float64(i)*55, 212+float64(i%2)*12-6, 20, 9, fill("#fff4cf").edge("#e5c777", 2))
		}
	}
	t.rect(346, 518, 108, 100, 12, fill(t.gradient(1, 0, "#d9d5ce", "#ffffff", "#d2cdc4")).edge("#a39c91", 3))
	for _, x := range []float64{364, 420} {
		if s.Variant == "pins" {
			t.rect(x+4, 618, 10, 90, 4, t.steel())
			continue
		}
		t.rect(x, 618, 16, 56, 4, t.steel())
		t.rect(x-8, 668, 32, 22, 8, t.steel())
	}
}
