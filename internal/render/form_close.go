package render

const (
	sumsWidth = 74.0
	sumHigh   = 5.6
	boxHigh   = 19.0
	boxGap    = 4.0 // between the table, the sums and the boxes
)

// remarksWidth is what the sums leave.
func (f *Form) remarksWidth() float64 {
	if len(f.Sums) == 0 {
		return inner
	}
	return inner - sumsWidth - 8
}

func (p *press) remarksHeight(f *Form) (high float64) {
	label := p.labelWidth(f.Remarks, f.remarksWidth())
	for _, r := range f.Remarks {
		high += float64(len(p.wrap(r.Text, f.remarksWidth()-label, factStyle)))*factStyle.leading() + 0.9
	}
	return high
}

// closingHeight is the room of what stands beneath the table. It stays together on one page, unless the
// remarks alone are longer than a page.
func (p *press) closingHeight(f *Form) float64 {
	high := max(p.remarksHeight(f), float64(len(f.Sums))*sumHigh)
	if high > 0 {
		high += boxGap
	}
	if len(f.Boxes) > 0 {
		high += boxGap + boxHigh
	}
	return high
}

// closing prints remarks, sums and the boxes to sign in.
func (p *press) closing(f *Form) {
	if len(f.Remarks)+len(f.Sums) > 0 {
		p.y += boxGap
		from := p.y
		label := p.labelWidth(f.Remarks, f.remarksWidth())
		for _, r := range f.Remarks {
			p.y += p.fact(r, margin, f.remarksWidth(), label)
		}
		remarks := p.y
		p.y = from - 0.6
		p.sums(f.Sums)
		p.y = max(p.y, remarks)
	}
	if len(f.Boxes) > 0 {
		p.y += boxGap
		p.boxes(f.Boxes)
	}
}

func (p *press) sums(sums []Fact) {
	x := margin + inner - sumsWidth
	for i, s := range sums {
		at := style{size: 9}
		if i == len(sums)-1 {
			at = style{size: 11, bold: true}
			p.line(x, p.y, margin+inner, p.y, firm, black)
		} else if i > 0 {
			p.line(x, p.y, margin+inner, p.y, hair, grey)
		}
		p.text(s.Label, x+padX, p.y, sumsWidth, sumHigh, style{size: min(at.size, 9), bold: at.bold})
		at.align = Right
		p.text(s.Text, x, p.y, sumsWidth-padX, sumHigh, at)
		p.y += sumHigh
	}
}

func (p *press) boxes(titles []string) {
	width := inner / float64(len(titles))
	p.pdf.SetLineWidth(fine)
	p.pdf.SetDrawColor(black, black, black)
	p.pdf.Rect(margin, p.y, inner, boxHigh, "D")
	for i, title := range titles {
		x := margin + float64(i)*width
		if i > 0 {
			p.line(x, p.y, x, p.y+boxHigh, hair, grey)
		}
		p.text(title, x+padX+0.5, p.y+0.8, width, 4.5, style{size: 8})
		p.pdf.SetTextColor(soft, soft, soft)
		p.text(p.say("年      月      日", "Date                         "), x, p.y+boxHigh-5, width-padX, 4.5, style{size: 7.5, align: Right})
		p.pdf.SetTextColor(black, black, black)
	}
	p.y += boxHigh
}
