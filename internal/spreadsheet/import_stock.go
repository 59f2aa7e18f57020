package spreadsheet

import (
	"context"
	"fmt"

	"qudao/internal/inventory"
	"qudao/internal/pg"
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

type levelKey struct {
	Warehouse string `db:"warehouse"`
	SKU       string `db:"sku"`
}

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

// source names imports to inventory: a figure of an older run never replaces one of a newer.
const source = "import"

func (im *stockImport) apply(ctx context.Context, w *work, wrong *problems, tell func(int) error) error {
	rest, err := im.unheard(ctx, w, wrong)
	if err != nil {
		return err
	}
	for done := 0; len(rest) > 0; {
		n := min(chunk, len(rest))
		if err := count(ctx, w, rest[:n], wrong); err != nil {
			return err
		}
		done, rest = done+n, rest[n:]
		if err := tell(done); err != nil {
			return err
		}
	}
	return nil
}

// version is the order of runs as inventory sees it.
func (w *work) version() int64 { return w.CreatedAt.UnixMicro() }

// unheard are the right rows that an earlier attempt has not applied: goods that left since then must
// not come back.
func (im *stockImport) unheard(ctx context.Context, w *work, wrong *problems) ([]stockRow, error) {
	heard := map[levelKey]bool{}
	if w.attempt > 1 {
		err := w.db.Read(ctx, w.scope, func(tx *pg.Tx) error {
			rows, err := pg.All[levelKey](ctx, tx, heardSQL, source, w.version())
			for _, r := range rows {
				heard[r] = true
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	var out []stockRow
	for _, r := range im.rows {
		if !wrong.has(r.number) && !heard[levelKey{r.in.Warehouse, r.in.SKU}] {
			out = append(out, r)
		}
	}
	return out, nil
}

// count applies some rows in one transaction. Not all rows of a file at once: their locks would keep
// everybody from ordering.
func count(ctx context.Context, w *work, rows []stockRow, wrong *problems) error {
	in := inventory.Counts{Source: source, Version: w.version(), Reason: w.Name, DocID: w.run.String(), Items: make([]inventory.Count, len(rows))}
	for i, r := range rows {
		in.Items[i] = r.in
	}
	results, err := w.stock.SetOnHand(ctx, w.who, in)
	if err != nil {
		return fmt.Errorf("apply stock: %w", err)
	}
	for i, r := range results {
		switch {
		case r.Problem != nil:
			wrong.addFault(rows[i].number, r.Problem)
		case r.Outcome == inventory.Outdated:
			wrong.add(rows[i].number, RowOutdated)
		}
	}
	return nil
}
