package spreadsheet

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"qudao/internal/catalog"
	"qudao/internal/pg"
	"qudao/internal/render"
)

// chunk is about how many rows of products or stock are applied at once.
const chunk = 500

// everyone is the audience that sees a new product where the file says nothing.
const everyone = "ALL"

// productImport makes products of rows: those with one product code are one product, each row one SKU
// of it. A product with a wrong row is left out whole; each other one is applied on its own.
type productImport struct {
	list   []*productRows
	at     map[string]int // product code to its place in list
	skus   map[string]int // row of each SKU
	extras []render.Column
}

// productRows is one product as its rows tell it.
type productRows struct {
	in      catalog.ProductIn
	numbers []int          // row of each SKU of in
	said    map[string]int // row that first said a column of the product
}

func (im *productImport) columns(unknown []string) render.Sheet {
	im.extras = nil
	sheet := layouts[Products]
	for _, title := range unknown {
		if column, ok := extraOf(title); ok {
			im.extras = append(im.extras, column)
		}
	}
	sheet.Columns = slices.Concat(sheet.Columns, im.extras)
	return sheet
}

func (im *productImport) read(c *cells) {
	code := c.must("code", c.code)
	if code == "" {
		return
	}
	place, known := im.at[code]
	if !known {
		place = len(im.list)
		im.at[code] = place
		im.list = append(im.list, &productRows{in: catalog.ProductIn{Code: code, Attributes: map[string]string{}}, said: map[string]int{}})
	}
	p := im.list[place]
	p.numbers = append(p.numbers, c.number())
	p.readProduct(c, im.extras)
	sku := readSKU(c, im.extras)
	p.in.SKUs = append(p.in.SKUs, sku)
	if before, repeated := im.skus[sku.Code]; repeated && sku.Code != "" {
		c.wrong.add(c.number(), RowRepeated, "row", before)
		c.wrong.add(before, RowRepeated, "row", c.number())
		return
	}
	im.skus[sku.Code] = c.number()
}

// readProduct takes what the row says of the product, which must agree with its other rows.
func (p *productRows) readProduct(c *cells, extras []render.Column) {
	p.say(c, "name", &p.in.Name, c.text)
	p.say(c, "category", &p.in.Category, c.code)
	p.say(c, "series", &p.in.Series, c.code)
	p.say(c, "template", &p.in.Template, c.code)
	p.say(c, "unit", &p.in.Unit, c.text)
	p.say(c, "description", &p.in.Description, c.text)
	state := string(p.in.State)
	p.say(c, "state", &state, func(key string) string { return stateOf(c, key, productStates) })
	p.in.State = catalog.State(state)
	p.sayList(c, "allow", &p.in.Allow, c.codes)
	p.sayList(c, "deny", &p.in.Deny, c.codes)
	p.sayList(c, "divisions", &p.in.Divisions, c.codes)
	p.sayList(c, "images", &p.in.Images, func(key string) []string { return strings.Fields(c.text(key)) })
	for _, column := range extras {
		if code, ok := strings.CutPrefix(column.Key, attributePrefix); ok {
			value := p.in.Attributes[code]
			p.say(c, column.Key, &value, c.text)
			if value != "" {
				p.in.Attributes[code] = value
			}
		}
	}
}

// say takes a cell of the product. An empty one says nothing.
func (p *productRows) say(c *cells, key string, field *string, read func(string) string) {
	value := read(key)
	switch before, said := p.said[key]; {
	case value == "":
	case !said:
		*field, p.said[key] = value, c.number()
	case *field != value:
		c.note(ProductDiffers, key, "row", before)
	}
}

func (p *productRows) sayList(c *cells, key string, field *[]string, read func(string) []string) {
	joined := strings.Join(*field, ",")
	p.say(c, key, &joined, func(key string) string { return strings.Join(read(key), ",") })
	if joined != "" {
		*field = strings.Split(joined, ",")
	}
}

func stateOf(c *cells, key string, states []word) string {
	text := c.text(key)
	code, ok := mean(states, text)
	if !ok {
		c.note(CellState, key, "value", text)
	}
	return code
}

func (im *productImport) apply(ctx context.Context, w *work, wrong *problems, tell func(int) error) error {
	good := im.right(wrong)
	if err := im.publishToAll(ctx, w, good); err != nil {
		return err
	}
	rows := 0
	for len(good) > 0 {
		n := 0
		for size := 0; n < len(good) && (n == 0 || size+len(good[n].numbers) <= chunk); n++ {
			size += len(good[n].numbers)
		}
		if err := upsert(ctx, w, good[:n], wrong); err != nil {
			return err
		}
		for _, p := range good[:n] {
			rows += len(p.numbers)
		}
		if err := tell(rows); err != nil {
			return err
		}
		good = good[n:]
	}
	return nil
}

// right are the products without a wrong row, by code: products are always locked in that order.
func (im *productImport) right(wrong *problems) (good []*productRows) {
	for _, p := range im.list {
		for _, key := range []string{"name", "category", "unit"} {
			if p.said[key] == 0 && wrong.first(p.numbers) == 0 {
				column := columnTitle(layouts[Products].Columns, key, wrong.lang)
				wrong.add(p.numbers[0], CellMissing, "column", column)
			}
		}
		if bad := wrong.first(p.numbers); bad != 0 {
			p.fail(wrong, bad)
			continue
		}
		good = append(good, p)
	}
	slices.SortFunc(good, func(a, b *productRows) int { return cmp.Compare(a.in.Code, b.in.Code) })
	return good
}

// fail leaves the whole product out because of one of its rows.
func (p *productRows) fail(wrong *problems, bad int) {
	for _, number := range p.numbers {
		if !wrong.has(number) {
			wrong.add(number, ProductFailed, "row", bad)
		}
	}
}

// publishToAll lets everyone see the products that are new and for which no audience was named.
func (im *productImport) publishToAll(ctx context.Context, w *work, list []*productRows) error {
	var codes []string
	for _, p := range list {
		if p.in.Allow == nil {
			codes = append(codes, p.in.Code)
		}
	}
	known := map[string]bool{}
	err := w.db.Read(ctx, w.scope, func(tx *pg.Tx) error {
		there, err := pg.Column[string](ctx, tx, knownProductsSQL, codes)
		for _, code := range there {
			known[code] = true
		}
		return err
	})
	for _, p := range list {
		if p.in.Allow == nil && !known[p.in.Code] {
			p.in.Allow = []string{everyone}
		}
	}
	return err
}

func upsert(ctx context.Context, w *work, list []*productRows, wrong *problems) error {
	in := make([]catalog.ProductIn, len(list))
	for i, p := range list {
		in[i] = p.in
	}
	results, err := w.goods.Upsert(ctx, w.who, in)
	if err != nil {
		return fmt.Errorf("apply products: %w", err)
	}
	for i, r := range results {
		if r.Problem == nil {
			continue
		}
		p := list[i]
		if len(r.Problem.Fields) == 0 {
			wrong.addFault(p.numbers[0], r.Problem)
		}
		for _, f := range r.Problem.Fields {
			wrong.note(p.numberOf(f.Path), f.Definition, f.Facts)
		}
		p.fail(wrong, wrong.first(p.numbers))
	}
	return nil
}

// numberOf is the row that a place such as skus[2].tax_rate came from: the product's first where the
// place is not of an SKU.
func (p *productRows) numberOf(path string) int {
	rest, ok := strings.CutPrefix(path, "skus[")
	index, _, closed := strings.Cut(rest, "]")
	if n, err := strconv.Atoi(index); ok && closed && err == nil && n >= 0 && n < len(p.numbers) {
		return p.numbers[n]
	}
	return p.numbers[0]
}
