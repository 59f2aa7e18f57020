package view

import (
	"slices"

	"qudao/internal/catalog"
	"qudao/internal/fault"
	"qudao/internal/inventory"
	"qudao/internal/money"
	"qudao/internal/pricing"
	"qudao/internal/purchasing"
	"qudao/internal/qty"
)

// LineProblem is why something cannot be done, in the caller's language.
type LineProblem struct {
	Code   string         `json:"code"`
	Detail string         `json:"detail"`
	Facts  map[string]any `json:"facts,omitempty"`
}

// ProblemOf is a fault in a document; nil for nil.
func ProblemOf(err error, lang fault.Language) *LineProblem {
	f, ok := fault.As(err)
	if !ok {
		return nil
	}
	return &LineProblem{Code: f.Code, Detail: f.Sentence(lang, f.Facts), Facts: f.Facts}
}

// SKUCard is an SKU as a dealer sees it, with its own price and the stock it may see.
type SKUCard struct {
	Code      string            `json:"code"`
	OrderCode string            `json:"order_code"`
	Model     string            `json:"model"`
	Barcode   string            `json:"barcode,omitempty"`
	Name      string            `json:"name"`
	Image     string            `json:"image,omitempty" doc:"Address of the product's main picture."`
	Spec      map[string]string `json:"spec"`
	Unit      string            `json:"unit"`
	Packs     []catalog.Pack    `json:"packs"`
	Minimum   qty.Quantity      `json:"minimum"`
	Multiple  qty.Quantity      `json:"multiple"`
	LeadDays  int               `json:"lead_days"`
	TaxRate   money.Rate        `json:"tax_rate"`
	Orderable bool              `json:"orderable"`
	Reason    *LineProblem      `json:"reason,omitempty"`
	Price     *money.Price      `json:"price,omitempty"`
	TaxIn     bool              `json:"tax_included"`
	Tiers     []pricing.Tier    `json:"tiers"`
	Stock     inventory.Shown   `json:"stock"`
}

// SKUCardOf is an offer as JSON.
func SKUCardOf(o purchasing.Offer, lang fault.Language) SKUCard {
	i := o.Item
	c := SKUCard{Code: i.Code, OrderCode: i.OrderCode, Model: i.Model, Barcode: i.Barcode, Name: i.Name, Image: i.Image, Spec: i.Spec.Map(), Unit: i.Unit, Packs: slices.Clone(i.Packs),
		Minimum: i.Rule.Minimum, Multiple: i.Rule.Multiple, LeadDays: i.LeadDays, TaxRate: i.TaxRate, Tiers: []pricing.Tier{}, Stock: o.Stock}
	if c.Packs == nil {
		c.Packs = []catalog.Pack{}
	}
	c.Reason = ProblemOf(o.Problem(), lang)
	c.Orderable = c.Reason == nil
	if o.Price != nil {
		c.Price, c.TaxIn = &o.Price.Price, o.Price.List.TaxIncluded
		c.Tiers = append(c.Tiers, o.Price.Tiers...)
	}
	return c
}

// Cart is what an account is about to order, priced now.
type Cart struct {
	Lines     []CartLine     `json:"lines"`
	Currency  money.Currency `json:"currency"`
	Goods     money.Amount   `json:"goods"`
	Discount  money.Amount   `json:"discount"`
	Freight   money.Amount   `json:"freight"`
	Total     money.Amount   `json:"total"`
	Net       money.Amount   `json:"net"`
	Tax       money.Amount   `json:"tax"`
	Count     int            `json:"count"`
	Placeable bool           `json:"placeable"`
	Problems  []LineProblem  `json:"problems"`
	Left      []LeftLine     `json:"left" doc:"What could not be put into the cart, line by line."`
}

// LeftLine is a line that cannot be bought, by the name it had when it was chosen.
type LeftLine struct {
	SKU      string       `json:"sku"`
	Name     string       `json:"name"`
	Quantity qty.Quantity `json:"quantity"`
	Problem  LineProblem  `json:"problem"`
}

// CartLine is one line of a cart.
type CartLine struct {
	SKU      string            `json:"sku"`
	Name     string            `json:"name"`
	Model    string            `json:"model"`
	Product  string            `json:"product,omitempty"`
	Image    string            `json:"image,omitempty" doc:"Address of the product's main picture."`
	Spec     map[string]string `json:"spec"`
	Unit     string            `json:"unit"`
	Quantity qty.Quantity      `json:"quantity"`
	Minimum  qty.Quantity      `json:"minimum"`
	Multiple qty.Quantity      `json:"multiple"`
	Price    *money.Price      `json:"price,omitempty"`
	Amount   *money.Amount     `json:"amount,omitempty"`
	Net      *money.Amount     `json:"net,omitempty"`
	Tax      *money.Amount     `json:"tax,omitempty"`
	Tiers    []pricing.Tier    `json:"tiers"`
	Stock    *inventory.Shown  `json:"stock,omitempty"`
	Problem  *LineProblem      `json:"problem,omitempty"`
	Trace    *pricing.Trace    `json:"trace,omitempty"`
}

// CartOf is a cart as a dealer sees it. left are lines that could not be added, with why.
func CartOf(c purchasing.Cart, left []purchasing.Line, lang fault.Language) Cart {
	b := c.Basket
	out := Cart{Lines: make([]CartLine, len(c.Lines)), Currency: money.CNY, Goods: b.Goods, Discount: b.Discount, Freight: b.Freight, Total: b.Total, Net: b.Net, Tax: b.Tax,
		Count: len(c.Lines), Placeable: c.Placeable, Problems: []LineProblem{}, Left: []LeftLine{}}
	for i, l := range c.Lines {
		v := CartLine{SKU: l.SKU, Name: l.Was, Spec: map[string]string{}, Quantity: l.Quantity, Tiers: []pricing.Tier{}, Problem: ProblemOf(l.Problem, lang)}
		if l.Item != nil {
			stock := l.Stock
			v.Name, v.Model, v.Product, v.Image = l.Item.Name, l.Item.Model, l.Item.ProductCode, l.Item.Image
			v.Spec, v.Unit, v.Stock = l.Item.Spec.Map(), l.Item.Unit, &stock
			v.Minimum, v.Multiple = l.Item.Rule.Minimum, l.Item.Rule.Multiple
		}
		if p := l.Priced; p != nil {
			trace := p.Trace.Redacted()
			v.Price, v.Amount, v.Net, v.Tax, v.Trace = &p.Price, &p.Amount, &p.Net, &p.Tax, &trace
			v.Tiers = append(v.Tiers, p.Tiers...)
		}
		out.Lines[i] = v
	}
	for _, above := range c.Problems {
		out.Problems = append(out.Problems, *ProblemOf(above, lang))
	}
	for _, l := range left {
		p := ProblemOf(l.Problem, lang)
		if p == nil {
			continue
		}
		name := l.Was
		if name == "" && l.Item != nil {
			name = l.Item.Name
		}
		out.Problems = append(out.Problems, *p)
		out.Left = append(out.Left, LeftLine{SKU: l.SKU, Name: name, Quantity: l.Quantity, Problem: *p})
	}
	return out
}
