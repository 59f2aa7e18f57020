package drawing

// pole is one module of a device on a rail.
func (t *sheet) pole(s Subject, x, y, w, h float64, lever string) {
	grey := fill(t.gradient(1, 0, "#fdfcfa", "#efedea", "#d6d3ce")).edge("#98938b", 3)
	t.rect(x, y, w, h, 8, grey)
	t.path(fill(t.gradient(1, 0, "#ffffff", "#eceae6", "#d0cdc7")).edge("#98938b", 3), "M%s %s h%s v%s h%s z", x, y+h*0.24, w, h*0.52, -w)
	for _, sy := range []float64{y + h*0.09, y + h*0.91} {
		t.circle(x+w/2, sy, w*0.17, fill("#5a5854"))
		t.circle(x+w/2, sy, w*0.12, t.steel())
		t.line(x+w/2-w*0.08, sy-w*0.03, x+w/2+w*0.08, sy+w*0.03, line("#55595c", 4))
	}
	t.rect(x+w*0.16, y+h*0.3, w*0.68, h*0.1, 3, fill("#ffffff").edge("#c8c3ba", 1.5))
	t.rect(x+w*0.24, y+h*0.325, w*0.4, 6, 3, fill("#8f897f"))
	t.rect(x+w*0.24, y+h*0.36, w*0.28, 5, 2, fill("#b9b3a8"))
	t.rect(x+w*0.24, y+h*0.45, w*0.52, h*0.2, 6, fill("#43413e"))
	t.rect(x+w*0.28, y+h*0.47, w*0.44, h*0.1, 6, fill(t.gradient(0, 1, lever, lever, "#2b2a28")).edge("#2a2826", 2))
	t.rect(x+w*0.34, y+h*0.69, w*0.32, h*0.035, 3, fill(of(s, 8, green, red, green)))
}

func drawBreaker(t *sheet, s Subject) {
	n := min(s.Count, 4)
	lever := of(s, 1, "#4a7fc0", "#3d9b72", "#e08a3c", "#5b5d61", "#7a6bb0")
	modules := float64(n)
	if s.Variant == "residual" {
		modules += 1.4
	}
	w := min(150.0, 640/modules)
	h := 560.0
	x := 400 - modules*w/2
	t.shade(400, 700, modules*w/2+70, 34)
	t.rect(x-50, 376, modules*w+100, 60, 4, fill(t.gradient(0, 1, metalD, metalL, metalD)).edge("#6c7174", 2))
	for i := range n {
		t.pole(s, x+float64(i)*w, 120, w, h, lever)
	}
	if n > 1 {
		t.rect(x+w*0.4, 120+h*0.49, w*(float64(n)-0.8), h*0.045, 8, fill(lever).edge("#2a2826", 2))
	}
	at := x + float64(n)*w
	switch s.Variant {
	case "residual":
		t.rect(at, 120, w*1.4, h, 8, fill(t.gradient(1, 0, "#fdfcfa", "#efedea", "#d6d3ce")).edge("#98938b", 3))
		t.rect(at+w*0.3, 120+h*0.3, w*0.8, h*0.12, 3, fill("#ffffff").edge("#c8c3ba", 1.5))
		t.rect(at+w*0.4, 120+h*0.33, w*0.5, 6, 3, fill("#8f897f"))
		t.rect(at+w*0.4, 120+h*0.37, w*0.34, 5, 2, fill("#b9b3a8"))
		t.circle(at+w*0.7, 120+h*0.56, w*0.24, fill(t.gradient(0, 1, "#f3c54a", "#d19a1c")).edge("#8b6a0c", 3))
		for _, y := range []float64{120 + h*0.09, 120 + h*0.91} {
			t.circle(at+w*0.7, y, w*0.16, t.steel())
		}
	case "surge":
		for i := range n {
			t.rect(x+float64(i)*w+w*0.12, 120+h*0.26, w*0.76, h*0.46, 8, fill(t.gradient(1, 1, lever, "#2f3134")).edge("#2a2826", 2))
			t.circle(x+float64(i)*w+w*0.5, 120+h*0.36, w*0.12, fill(green).edge("#245b35", 2))
		}
	case "contactor", "voltage":
		t.rect(x+w*0.1, 120+h*0.28, w*(float64(n)-0.2), h*0.42, 10, fill(t.gradient(1, 1, "#55585c", "#333538")).edge("#222326", 2))
		t.rect(x+w*0.3, 120+h*0.34, w*(float64(n)-0.6), h*0.14, 6, fill("#1d2b22"))
		for i := range 3 {
			t.rect(x+w*(0.42+float64(i)*0.34), 120+h*0.37, w*0.2, h*0.08, 3, fill("#7ee29b"))
		}
		t.circle(x+w*float64(n)/2, 120+h*0.6, w*0.13, fill(lever))
	}
}

func drawMoulded(t *sheet, s Subject) {
	n := float64(min(max(s.Count, 3), 4))
	w := 120*n + 40
	x := 400 - w/2
	c := of(s, 1, "#3b3d41", "#2f4a6b", "#4a4d52")
	t.shade(400, 726, w/2+60, 34)
	t.rect(x, 90, w, 620, 14, fill(t.gradient(1, 1, "#6c6f74", c, "#222326")).edge("#17181a", 4))
	t.rect(x+20, 220, w-40, 360, 10, fill(t.gradient(1, 1, "#5a5d62", c)).edge("#17181a", 3))
	for i := range int(n) {
		cx := x + 80 + float64(i)*120
		for _, y := range []float64{150, 650} {
			t.rect(cx-40, y-46, 80, 92, 8, fill("#191a1c"))
			t.circle(cx, y, 26, t.steel())
			t.turned(30, cx, y, func() { t.line(cx-15, y, cx+15, y, line("#55595c", 6)) })
		}
	}
	t.rect(400-58, 300, 116, 200, 12, fill("#141517"))
	t.path(fill(t.gradient(1, 0, "#2a2b2e", "#707378", "#2a2b2e")).edge("#0d0e0f", 3), "M%s %s h%s l%s %s h%s z", 352, 330, 96.0, 12, 84, -120)
	t.rect(360, 430, 80, 50, 4, fill(green))
	t.rect(x+34, 240, 120, 44, 4, fill("#f1efeb"))
	t.rect(x+44, 250, 84, 8, 3, fill("#8f897f"))
	t.rect(x+44, 266, 58, 6, 3, fill("#b9b3a8"))
	t.circle(x+w-60, 262, 22, fill("#d8433a").edge("#7a1f18", 3))
}

func drawBox(t *sheet, s Subject) {
	w, h := 600.0, 440.0
	switch s.Variant {
	case "media":
		w, h = 560, 480
	case "project":
		w, h = 460, 580
	}
	x, y := 400-w/2, 400-h/2
	t.shade(400, y+h+20, w/2+50, 36)
	t.path(fill(t.dark).edge(t.outline, 3), "M%s %s l%s %s v%s l%s %s z", x+w, y+10, 34.0, 22, h-36, -34, 24)
	t.rect(x, y, w, h, of(s, 1, 14.0, 30, 6), t.surface())
	t.rect(x+24, y+24, w-48, h-48, of(s, 1, 10.0, 22, 4), fill(t.gradient(1, 1, t.base, t.light, t.base)).edge(t.outline, 2.5))
	switch s.Variant {
	case "media":
		for i := range 5 {
			for k := range 9 {
				t.rect(x+90+float64(k)*44, y+h-130+float64(i)*14, 28, 5, 2, fill(t.outline).faint(0.7))
			}
		}
		t.circle(x+w-70, y+h/2-30, 18, t.steel())
		t.path(line(t.finish.mark, 9), "M%s %s q%s %s %s 0 M%s %s q%s %s %s 0", x+w/2-70, y+150, 70.0, -70, 140, x+w/2-38, y+182, 38, -38, 76)
		t.circle(x+w/2, y+212, 13, fill(t.finish.mark))
	case "project":
		t.rect(x+w-74, y+h/2-60, 30, 120, 10, fill(t.gradient(1, 0, "#3a3b3e", "#77797d", "#3a3b3e")))
		t.path(fill("#f3c54a").edge("#6d5410", 4), "M%s %s l%s %s h%s z", x+w/2, y+110, 74.0, 128, -148)
		t.path(fill("#2c2d30"), "M%s %s l%s %s h%s l%s %s l%s %s h%s z", x+w/2+8, y+138, -34.0, 48, 22, -12, 40, 40, -54, -22)
		for i := range 4 {
			t.line(x+90, y+h-110+float64(i)*18, x+w-90, y+h-110+float64(i)*18, line(t.outline, 4))
		}
	default:
		// The lid is smoked, and the breakers behind it show.
		t.rect(x+60, y+110, w-120, h-220, 12, fill("#34373b").edge("#1d1f22", 3))
		n := min(max(s.Count, 6), 14)
		mw := (w - 160) / float64(n)
		for i := range n {
			mx := x + 80 + float64(i)*mw
			t.rect(mx+2, y+140, mw-4, h-280, 3, fill("#eceae6").edge("#98938b", 1.5))
			t.rect(mx+mw*0.25, y+h/2-26, mw*0.5, 46, 3, fill([]string{"#43413e", "#4a7fc0"}[min(i%4, 1)]))
		}
		t.rect(x+60, y+110, w-120, h-220, 12, fill(t.gradient(1, 1, "#ffffff/0.42", "#ffffff/0.05", "#20262c/0.3")))
		t.rect(400-46, y+h-96, 92, 20, 10, fill(t.dark).edge(t.outline, 2))
	}
}
