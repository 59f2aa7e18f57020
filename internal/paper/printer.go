package paper

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"qudao/internal/clock"
	"qudao/internal/fault"
	"qudao/internal/inventory"
	"qudao/internal/money"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/qty"
	"qudao/internal/render"
)

// printer makes forms of orders for one reader.
type printer struct {
	who  org.Actor
	lang fault.Language
	at   time.Time
	head Letterhead
	axes map[int32][]axis // by SKU
}

// axis is an attribute that tells an SKU from its neighbours.
type axis struct {
	SKU  int32  `db:"sku"`
	Code string `db:"code"`
	Unit string `db:"unit"`
}

func (p *printer) say(w render.Words) string { return w.In(p.lang) }

func (p *printer) fact(label render.Words, text string) render.Fact {
	return render.Fact{Label: p.say(label), Text: text}
}

func (p *printer) wide(label render.Words, text string) render.Fact {
	return render.Fact{Label: p.say(label), Text: text, Wide: true}
}

// form begins a form: all papers have these in common.
func (p *printer) form(title render.Words, number string) render.Form {
	name := p.head.Name
	if p.lang == fault.English && p.head.NameEN != "" {
		name = p.head.NameEN
	}
	details := p.head.Address
	if p.head.Phone != "" {
		details = strings.TrimSpace(details + "  " + p.say(wPhone) + " " + p.head.Phone)
	}
	return render.Form{Issuer: name, Details: details, Title: p.say(title), Number: number,
		Foot: number + " · " + p.say(wPrinted) + " " + p.moment(p.at) + " " + p.who.Name}
}

// order is the order with its prices.
func (p *printer) order(o *order.Order) render.Form {
	f := p.form(wOrder, o.Number)
	state := o.State()
	switch state {
	case "in_review", "rejected", "cancelled", "expired":
		f.Mark = p.say(states[state])
	}
	f.Facts = []render.Fact{
		p.fact(wDealer, o.DealerName+" ("+o.DealerCode+")"), p.fact(wPlacedAt, p.moment(o.PlacedAt)),
		p.fact(wReceiver, p.receiver(o)), p.fact(wPlacedBy, o.PlacedBy),
		p.wide(wAddress, addressOf(o)),
	}
	if p.who.HidesPrices() {
		return p.unpriced(f, o)
	}
	f.Columns = p.columns(30, 48, 32,
		render.FormColumn{Title: p.say(wQuantity), Width: 17, Align: render.Right},
		render.FormColumn{Title: p.say(wPrice), Width: 20, Align: render.Right},
		render.FormColumn{Title: p.say(wAmount), Width: 24, Align: render.Right})
	var sum total
	for _, l := range o.Lines {
		sum.add(l.Unit, l.Quantity)
		f.Rows = append(f.Rows, append(p.goods(&l), grouped(l.Quantity.String()), grouped(priceText(l.Price)), grouped(l.Amount.String())))
	}
	f.Totals = []string{"", p.say(wTotal), "", "", sum.unit(), sum.text(), "", grouped(o.Goods.String())}
	f.Sums = []render.Fact{p.fact(wGoods, grouped(o.Goods.String()))}
	if o.Discount != 0 {
		f.Sums = append(f.Sums, p.fact(wDiscount, grouped((-o.Discount).String())))
	}
	if o.Freight != 0 {
		f.Sums = append(f.Sums, p.fact(wFreight, grouped(o.Freight.String())))
	}
	symbol, name := string(o.Currency)+" ", ""
	if o.Currency == money.CNY {
		symbol, name = "¥ ", "人民币"
	}
	f.Sums = append(f.Sums, p.fact(wNet, grouped(o.Net.String())), p.fact(wTax, grouped(o.Tax.String())), p.fact(wPayable, symbol+grouped(o.Total.String())))
	f.Remarks = []render.Fact{p.fact(wCapitals, name+o.Total.Capitals()), p.fact(wState, p.say(states[state]))}
	f.Remarks = append(f.Remarks, p.remarks(o)...)
	f.Boxes = []string{p.say(wMadeBy), p.say(wReviewer), p.say(wAccept)}
	return f
}

// unpriced is the order for who may see no prices.
func (p *printer) unpriced(f render.Form, o *order.Order) render.Form {
	f.Columns = p.columns(36, 66, 46, render.FormColumn{Title: p.say(wQuantity), Width: 21, Align: render.Right})
	var sum total
	for _, l := range o.Lines {
		sum.add(l.Unit, l.Quantity)
		f.Rows = append(f.Rows, append(p.goods(&l), grouped(l.Quantity.String())))
	}
	f.Totals = []string{"", p.say(wTotal), "", "", sum.unit(), sum.text()}
	f.Remarks = append([]render.Fact{p.fact(wState, p.say(states[o.State()]))}, p.remarks(o)...)
	f.Boxes = []string{p.say(wMadeBy), p.say(wReviewer), p.say(wAccept)}
	return f
}

// pickable is whether the order is accepted and a warehouse still holds goods of it.
func pickable(o *order.Order) bool {
	return o.Review == order.Accepted && slices.ContainsFunc(o.Sources, func(s inventory.Source) bool { return s.Reserved > 0 })
}

// picking is a form for each warehouse that holds goods of an order that is pickable.
func (p *printer) picking(o *order.Order) (out []render.Form) {
	lines := map[int16]*order.Line{}
	for i := range o.Lines {
		lines[o.Lines[i].Line] = &o.Lines[i]
	}
	type place struct{ code, name string }
	type pick struct {
		line *order.Line
		open qty.Quantity
	}
	picks := map[place][]pick{}
	for _, s := range o.Sources {
		if l := lines[s.Line]; l != nil && s.Reserved > 0 {
			at := place{s.Code, s.Name}
			picks[at] = append(picks[at], pick{l, s.Reserved})
		}
	}
	places := slices.SortedFunc(maps.Keys(picks), func(a, b place) int { return cmp.Compare(a.code, b.code) })
	for _, at := range places {
		f := p.form(wPicking, o.Number)
		f.Facts = []render.Fact{
			p.fact(wWarehouse, at.name+" ("+at.code+")"), p.fact(wPlacedAt, p.moment(o.PlacedAt)),
			p.fact(wDealer, o.DealerName+" ("+o.DealerCode+")"), p.fact(wReceiver, p.receiver(o)),
			p.wide(wAddress, addressOf(o)),
		}
		f.Columns = p.columns(34, 56, 38,
			render.FormColumn{Title: p.say(wToPick), Width: 20, Align: render.Right, Bold: true},
			render.FormColumn{Title: p.say(wPicked), Width: 22, Align: render.Center})
		slices.SortFunc(picks[at], func(a, b pick) int {
			return cmp.Or(cmp.Compare(a.line.SKU, b.line.SKU), cmp.Compare(a.line.Line, b.line.Line))
		})
		var sum total
		for _, k := range picks[at] {
			sum.add(k.line.Unit, k.open)
			f.Rows = append(f.Rows, append(p.goods(k.line), grouped(k.open.String()), ""))
		}
		f.Totals = []string{"", p.say(wTotal), "", "", sum.unit(), sum.text(), ""}
		f.Remarks = p.remarks(o)
		f.Boxes = []string{p.say(wPicker), p.say(wChecker), p.say(wPacker)}
		out = append(out, f)
	}
	return out
}

// delivery is the note that travels with a shipment.
func (p *printer) delivery(o *order.Order, s *order.Shipment) render.Form {
	f := p.form(wDelivery, s.Number)
	f.Facts = []render.Fact{
		p.fact(wDealer, o.DealerName+" ("+o.DealerCode+")"), p.fact(wNumber, o.Number),
		p.fact(wReceiver, p.receiver(o)), p.fact(wShippedAt, p.moment(s.ShippedAt)),
		p.wide(wAddress, addressOf(o)),
		p.fact(wCarrier, s.Carrier), p.fact(wTracking, s.Tracking),
	}
	if p.who.Kind != org.Dealer {
		f.Facts = append(f.Facts, p.fact(wFrom, s.WarehouseName+" ("+s.WarehouseCode+")"))
	}
	f.Columns = p.columns(34, 56, 38,
		render.FormColumn{Title: p.say(wSent), Width: 20, Align: render.Right, Bold: true},
		render.FormColumn{Title: p.say(wReceived), Width: 22, Align: render.Right})
	var sum total
	for _, l := range s.Lines {
		at := slices.IndexFunc(o.Lines, func(have order.Line) bool { return have.Line == l.Line })
		if at < 0 {
			continue // a shipment's line is one of the order: a foreign key says so
		}
		received := ""
		if l.Received != nil {
			received = grouped(l.Received.String())
		}
		sum.add(o.Lines[at].Unit, l.Quantity)
		f.Rows = append(f.Rows, append(p.goods(&o.Lines[at]), grouped(l.Quantity.String()), received))
	}
	f.Totals = []string{"", p.say(wTotal), "", "", sum.unit(), sum.text(), ""}
	f.Remarks = append(p.remarks(o), p.fact(wNote, p.say(wCheck)))
	f.Boxes = []string{p.say(wShipper), p.say(wDriver), p.say(wRecipient)}
	return f
}

// columns are those of every paper, with the widths of code, name and spec, and the paper's own.
func (p *printer) columns(code, name, spec float64, own ...render.FormColumn) []render.FormColumn {
	return append([]render.FormColumn{
		{Title: p.say(wLine), Width: 9, Align: render.Center},
		{Title: p.say(wSKU), Width: code},
		{Title: p.say(wName), Width: name},
		{Title: p.say(wSpec), Width: spec},
		{Title: p.say(wUnit), Width: 12, Align: render.Center},
	}, own...)
}

// goods are the texts of the columns that every paper has.
func (p *printer) goods(l *order.Line) []string {
	var spec []string
	if l.Model != "" {
		spec = append(spec, l.Model)
	}
	left := maps.Clone(l.Spec)
	for _, a := range p.axes[l.SKUID] {
		if value := left[a.Code]; value != "" {
			spec = append(spec, strings.TrimSpace(value+" "+a.Unit))
		}
		delete(left, a.Code)
	}
	for _, key := range slices.Sorted(maps.Keys(left)) { // what no template knows
		spec = append(spec, left[key])
	}
	return []string{strconv.Itoa(int(l.Line)), l.SKU, l.Name, strings.Join(spec, " / "), l.Unit}
}

func (p *printer) remarks(o *order.Order) (out []render.Fact) {
	if o.Remark != "" {
		out = append(out, p.fact(wRemark, o.Remark))
	}
	if o.Reason != "" {
		out = append(out, p.fact(wReason, o.Reason))
	}
	return out
}

func (p *printer) moment(t time.Time) string { return t.In(clock.Zone).Format("2006-01-02 15:04") }

// receiver is who takes the goods, as the reader may see them: a paper shows no more than the page it is printed
// from.
func (p *printer) receiver(o *order.Order) string {
	return org.Show(p.who, o.Address.Name) + "  " + org.Show(p.who, o.Address.Phone)
}

func addressOf(o *order.Order) string {
	return strings.TrimSpace(o.Address.RegionName + " " + o.Address.Detail)
}
