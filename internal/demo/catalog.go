package demo

import (
	"fmt"
	"iter"
	"strconv"

	"qudao/internal/money"
	"qudao/internal/qty"
)

// Product is an SPU: one article of one series, of which the SKUs are the variants.
type Product struct {
	// Index counts products from 0.
	Index int
	Code  string
	Name  string
	// Category is of the third level; with Series it makes the path of four levels.
	Category, Series, Template string
	Divisions                  []string
	Unit                       string
	// Axes are the codes of the attributes that tell its SKUs apart.
	Axes []string
	// Attributes are those that all its SKUs share.
	Attributes  []Value
	Description string
	// Allow and Deny are audiences: a dealer in one of Allow and in none of Deny sees the product.
	Allow, Deny []string
	// FirstSKU and SKUs are the range of its SKUs.
	FirstSKU, SKUs int
}

// Pack is a larger unit that holds Size of the base unit.
type Pack struct {
	Name string
	Size qty.Quantity
}

// SKU is what is priced, stocked and ordered.
type SKU struct {
	// Index counts SKUs from 0.
	Index   int
	Product string
	// Code is the material number (物料编码), OrderCode the number used on the phone (订货编号), Model
	// the one printed on the goods (型号), Barcode an EAN-13. Each is unique.
	Code, OrderCode, Model, Barcode string
	// Name is that of the product with the values of the axes.
	Name string
	// Axes are the values that tell it apart, in the product's order.
	Axes []Value
	// Attributes are further ones that follow from the axes, such as the luminous flux.
	Attributes []Value
	Unit       string
	Packs      []Pack
	// Minimum and Multiple bound what may be ordered.
	Minimum, Multiple qty.Quantity
	LeadDays          int
	TaxRate           money.Rate
	// WeightGrams and VolumeCM3 are of one base unit with its packing.
	WeightGrams, VolumeCM3 int
	// BasePrice includes tax.
	BasePrice money.Price
}

// Products yields every product, each before its SKUs' turn in SKUs.
func (b *Brand) Products() iter.Seq[Product] {
	return func(yield func(Product) bool) {
		for i := 0; b.goods.firstSKU(i) < b.opt.SKUs; i++ {
			if !yield(b.Product(i)) {
				return
			}
		}
	}
}

// SKUs yields every SKU in the order of the products.
func (b *Brand) SKUs() iter.Seq[SKU] {
	return func(yield func(SKU) bool) {
		for i := range b.opt.SKUs {
			if !yield(b.SKU(i)) {
				return
			}
		}
	}
}

// Product makes the n-th product.
func (b *Brand) Product(n int) Product {
	first := b.goods.firstSKU(n)
	at := b.goods.place(first)
	p := &b.goods.prototypes[at.prototype]
	d := b.goods.designs[p.design]
	out := Product{
		Index: n, Code: b.productCode(at), Name: b.productName(at),
		Category: strconv.Itoa(p.line.category), Series: d.Code, Template: p.line.template,
		Divisions: p.line.divisions, Unit: p.line.pack.unit, Attributes: b.shared(p),
		Allow: p.allow, Deny: p.deny, FirstSKU: first, SKUs: min(p.variants, b.opt.SKUs-first),
	}
	for _, x := range p.line.axes {
		out.Axes = append(out.Axes, x.attribute)
	}
	out.Description = describe(p.line, d, at.generation, n)
	return out
}

// SKU makes the n-th SKU.
func (b *Brand) SKU(n int) SKU {
	at := b.goods.place(n)
	p := &b.goods.prototypes[at.prototype]
	chosen := b.goods.chosen(p, at.variant)
	out := SKU{
		Index: n, Product: b.productCode(at), Code: b.skuCode(n),
		OrderCode: fmt.Sprintf("%03d%05d", p.line.category, b.goods.serial(at)),
		Model:     b.model(at, chosen), Barcode: barcode(n + 1), Name: b.productName(at),
		Unit: p.line.pack.unit, Packs: p.line.pack.sizes(),
		Minimum: whole(p.line.pack.minimum), Multiple: whole(p.line.pack.multiple),
		LeadDays: p.line.pack.leadDays + int(mix(uint64(n))%3), TaxRate: money.Rate(p.line.taxBasisPoints),
		WeightGrams: p.line.grams, VolumeCM3: p.line.volume, BasePrice: b.basePrice(at),
	}
	for i, x := range p.line.axes {
		out.Axes = append(out.Axes, Value{x.attribute, chosen[i].value})
		out.Name += " " + withUnit(x.attribute, chosen[i].value)
		if x.attribute != "color" {
			out.WeightGrams += p.line.grams * chosen[i].percent / 120
			out.VolumeCM3 += p.line.volume * chosen[i].percent / 120
		}
	}
	out.Attributes = b.derived(p, chosen)
	return out
}

// skuCode is the material number of an SKU.
func (b *Brand) skuCode(n int) string {
	at := b.goods.place(n)
	return fmt.Sprintf("QM-%03d-%04d", b.goods.prototypes[at.prototype].line.category, b.goods.serial(at))
}

func (b *Brand) productCode(at place) string {
	p := &b.goods.prototypes[at.prototype]
	return fmt.Sprintf("QP-%03d-%03d", p.line.category, at.generation*b.goods.countOf[p.line.category]+p.nth+1)
}

func (b *Brand) productName(at place) string {
	p := &b.goods.prototypes[at.prototype]
	return b.goods.designs[p.design].Name + generationName(at.generation) + " " + p.line.name
}

// basePrice is grade, variant, generation and a few percent of chance upon the line's price,
// rounded as price lists are: to 0.10 below 50 yuan, 0.50 below 200, whole yuan above.
func (b *Brand) basePrice(at place) money.Price {
	p := &b.goods.prototypes[at.prototype]
	cents := p.line.cents * int64(b.goods.designs[p.design].grade)
	cents = cents * int64(100+8*min(at.generation, 2)) / 100
	cents = cents * int64(97+mix(b.opt.Seed^uint64(at.prototype)^uint64(at.generation)<<20)%7) / 100
	for _, s := range b.goods.chosen(p, at.variant) {
		cents = cents * int64(100+s.percent) / 100
	}
	cents /= 100
	grain := int64(10)
	switch {
	case cents >= 20_000:
		grain = 100
	case cents >= 5_000:
		grain = 50
	}
	return money.Price(max((cents+grain/2)/grain, 1) * grain * 10_000)
}

// whole is a number of base units.
func whole(n int) qty.Quantity { return qty.Quantity(n) * qty.One }

func (p pack) sizes() []Pack {
	var out []Pack
	if p.box > 0 {
		out = append(out, Pack{p.boxName, whole(p.box)})
	}
	return append(out, Pack{"箱", whole(p.carton)})
}
