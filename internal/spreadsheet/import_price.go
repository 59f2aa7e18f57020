package spreadsheet

import (
	"context"

	"qudao/internal/pricing"
	"qudao/internal/qty"
	"qudao/internal/render"
)

// priceImport changes the prices of one list. All rows of an SKU are its ladder, so one wrong row holds
// back the others of its SKU; the rest is published by one step of the list's version.
type priceImport struct {
	list string
	rows []priceRow
	seen map[tierKey]int // row of each tier
}

type priceRow struct {
	number int
	in     pricing.PriceIn
}

type tierKey struct {
	sku     string
	minimum qty.Quantity
}

func (im *priceImport) columns([]string) render.Sheet { return layouts[Prices] }

func (im *priceImport) read(c *cells) {
	r := priceRow{number: c.number()}
	r.in.SKU = c.must("sku", c.code)
	r.in.Minimum, _ = c.quantity("minimum", qty.MaxLine)
	price, ok := c.price("price")
	c.filled("price", ok)
	r.in.Price = price
	im.rows = append(im.rows, r)
	if c.bad() {
		return
	}
	key := tierKey{r.in.SKU, r.in.Minimum}
	if before, repeated := im.seen[key]; repeated {
		c.wrong.add(r.number, RowRepeated, "row", before)
		return
	}
	im.seen[key] = r.number
}

func (im *priceImport) apply(ctx context.Context, w *work, wrong *problems, tell func(int) error) error {
	held := map[string]bool{}
	for _, r := range im.rows {
		if wrong.has(r.number) {
			held[r.in.SKU] = true
		}
	}
	var numbers []int
	var in []pricing.PriceIn
	for _, r := range im.rows {
		switch {
		case wrong.has(r.number):
		case held[r.in.SKU]:
			wrong.add(r.number, pricing.LadderWrong, "sku", r.in.SKU)
		default:
			numbers, in = append(numbers, r.number), append(in, r.in)
		}
	}
	if err := tell(0); err != nil || len(in) == 0 {
		return err
	}
	results, err := w.pricing.ChangePrices(ctx, w.who, im.list, in)
	if err != nil {
		return err
	}
	for i, r := range results {
		if r.Problem != nil {
			wrong.addFault(numbers[i], r.Problem)
		}
	}
	return nil
}
