package spreadsheet

import (
	"context"

	"qudao/internal/inventory"
	"qudao/internal/qty"
	"qudao/internal/render"
)

// stockImport says what is on hand, by warehouse and SKU.
type stockImport struct {
	rows []stockRow
	seen map[levelKey]int // row of each level
}

type stockRow struct {
	number int
	in     inventory.Count
}

type levelKey struct{ warehouse, sku string }

func (im *stockImport) columns([]string) render.Sheet { return layouts[Stock] }

func (im *stockImport) read(c *cells) {
	r := stockRow{number: c.number()}
	r.in.Warehouse = c.must("warehouse", c.code)
	r.in.SKU = c.must("sku", c.code)
	onHand, ok := c.quantity("on_hand", qty.Max)
	c.filled("on_hand", ok)
	r.in.OnHand = onHand
	if c.bad() {
		return
	}
	// Which of two figures is right, nobody knows: neither is applied.
	key := levelKey{r.in.Warehouse, r.in.SKU}
	if before, repeated := im.seen[key]; repeated {
		c.wrong.add(r.number, RowRepeated, "row", before)
		c.wrong.add(before, RowRepeated, "row", r.number)
		return
	}
	im.seen[key] = r.number
	im.rows = append(im.rows, r)
}

func (im *stockImport) apply(ctx context.Context, w *work, wrong *problems, tell func(int) error) error {
	var numbers []int
	in := inventory.Counts{Source: "import", Version: w.CreatedAt.UnixMicro(), Reason: w.Name}
	for _, r := range im.rows {
		if !wrong.has(r.number) {
			numbers, in.Items = append(numbers, r.number), append(in.Items, r.in)
		}
	}
	if err := tell(0); err != nil || len(in.Items) == 0 {
		return err
	}
	results, err := w.stock.SetOnHand(ctx, w.who, in)
	if err != nil {
		return err
	}
	for i, r := range results {
		switch {
		case r.Problem != nil:
			wrong.addFault(numbers[i], r.Problem)
		case r.Outcome == inventory.Outdated:
			wrong.add(numbers[i], RowOutdated)
		}
	}
	return nil
}
