package render

// head prints who issues the form, what it is, and its number with the barcode.
func (p *press) head(f *Form) error {
	const side, high = 62.0, 10.0 // of the barcode
	left, err := p.barcode(f.Number, margin+inner, top, side, high)
	if err != nil {
		return err
	}
	p.text(f.Number, left, top+high+0.6, margin+inner-left, 4, style{size: 8.5, align: Center})

	issuer := style{size: 12, bold: true}
	y := top + p.lines(p.wrap(f.Issuer, side, issuer), margin, top, side, issuer)
	p.pdf.SetTextColor(soft, soft, soft)
	details := style{size: 7.5}
	if f.Details != "" {
		y += 0.6 + p.lines(p.wrap(f.Details, side-4, details), margin, y+0.6, side-4, details)
	}
	p.pdf.SetTextColor(black, black, black)

	title := style{size: 19, bold: true, align: Center}
	p.text(f.Title, margin, top-0.5, inner, 11, title)
	if f.Mark != "" {
		p.mark(f.Mark, pageWidth/2, top+13)
	}
	p.y = max(y, top+high+5) + 2.4
	p.line(margin, p.y, margin+inner, p.y, thick, black)
	p.y += 2.2
	return nil
}

// mark is a word in a frame, centred below the title.
func (p *press) mark(word string, x, y float64) {
	s := style{size: 8.5, bold: true, align: Center}
	p.set(s)
	wide := p.pdf.GetStringWidth(printable(word)) + 5
	p.pdf.SetLineWidth(firm)
	p.pdf.SetDrawColor(black, black, black)
	p.pdf.Rect(x-wide/2, y-2.4, wide, 4.8, "D")
	p.text(word, x-wide/2, y-2.4, wide, 4.8, s)
}

// shortHead begins every page after the first.
func (p *press) shortHead(f *Form) {
	p.text(f.Title, margin, top-1, inner, 6, style{size: 11, bold: true})
	p.set(style{size: 11, bold: true})
	after := margin + p.pdf.GetStringWidth(printable(f.Title)) + 3
	p.text(f.Number, after, top-1, inner, 6, style{size: 9})
	issuer := style{size: 9, align: Right}
	p.text(p.wrap(f.Issuer, inner/2, issuer)[0], margin, top-1, inner, 6, issuer)
	p.y = top + 6
	p.line(margin, p.y, margin+inner, p.y, thick, black)
	p.y += 2.4
}

// facts prints labels and texts, two side by side.
func (p *press) facts(facts []Fact) {
	const gap = 6.0
	half := (inner - gap) / 2
	label := p.labelWidth(facts, half)
	for i := 0; i < len(facts); i++ {
		if facts[i].Wide || i+1 == len(facts) || facts[i+1].Wide {
			p.y += p.fact(facts[i], margin, inner, label)
			continue
		}
		one := p.fact(facts[i], margin, half, label)
		p.y += max(one, p.fact(facts[i+1], margin+half+gap, half, label))
		i++
	}
	p.y += 2
}

var (
	labelStyle = style{size: 8.5}
	factStyle  = style{size: 9}
)

func (p *press) labelWidth(facts []Fact, most float64) float64 {
	p.set(labelStyle)
	widest := 0.0
	for _, f := range facts {
		widest = max(widest, p.pdf.GetStringWidth(printable(f.Label)))
	}
	return min(widest+3, most/2)
}

// fact prints one and returns its height.
func (p *press) fact(f Fact, x, width, label float64) float64 {
	const between = 0.9
	lines := p.wrap(f.Text, width-label, factStyle)
	p.pdf.SetTextColor(soft, soft, soft)
	p.text(f.Label, x, p.y, label, factStyle.leading(), labelStyle)
	p.pdf.SetTextColor(black, black, black)
	return p.lines(lines, x+label, p.y, width-label, factStyle) + between
}
