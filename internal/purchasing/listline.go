package purchasing

import (
	"context"

	"qudao/internal/catalog"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// chosen is what somebody puts into a list, with what the catalogue knows of it.
type chosen struct {
	lines   []Wanted
	items   map[string]*catalog.Item
	visible func(*catalog.Item) bool
	wrong   fault.Fields
}

// choose checks the input of a list as far as it can be judged without the list itself.
func (s *Service) choose(ctx context.Context, who org.Actor, in ListInput) (*chosen, error) {
	if err := who.Require(org.OrderPlace); err != nil {
		return nil, err
	}
	c := &chosen{lines: in.Lines}
	org.CheckName(&c.wrong, "name", in.Name)
	if len(in.Lines) > MaxListLines {
		c.wrong.Add("lines", ListFull, "limit", MaxListLines)
		return nil, c.wrong.Err()
	}
	known, err := s.dealers.Known(ctx, who.DealerID)
	if err != nil {
		return nil, err
	}
	codes := make([]string, len(in.Lines))
	for i, w := range in.Lines {
		codes[i] = w.SKU
	}
	if c.items, err = s.goods.Items(ctx, codes); err != nil {
		return nil, err
	}
	c.visible = func(item *catalog.Item) bool { return item != nil && item.VisibleTo(known.Audiences, who.Pool()) }
	return c, nil
}

// listRows are the lines of a list as they are stored, in their order.
type listRows struct {
	skus       []int32
	names      []string
	quantities []qty.Quantity
}

// rows are the lines to store. Whatever was in the list before may stay; anything else must be published to
// the dealer.
//
// Errors: InvalidInput with all that is wrong.
func (c *chosen) rows(old []listRow) (out listRows, err error) {
	was := make(map[string]listRow, len(old))
	for _, r := range old {
		was[r.SKU] = r
	}
	wrong, seen := c.wrong, map[string]bool{}
	for i, w := range c.lines {
		r, kept := was[w.SKU]
		item := c.items[w.SKU]
		switch {
		case c.visible(item):
			r.ID, r.Name = item.ID, item.Name
		case !kept:
			wrong.Add(path(i), order.SKUMissing, "sku", w.SKU)
			continue
		}
		if seen[w.SKU] {
			wrong.Add(path(i), ListRepeats, "sku", w.SKU)
		}
		seen[w.SKU] = true
		if err := (qty.Rule{Minimum: 1, Multiple: 1}).Check(w.Quantity); err != nil {
			f, _ := fault.As(err)
			wrong = append(wrong, fault.Field{Path: path(i) + ".quantity", Definition: f.Definition, Facts: f.Facts})
		}
		out.skus, out.names, out.quantities = append(out.skus, r.ID), append(out.names, r.Name), append(out.quantities, w.Quantity)
	}
	return out, wrong.Err()
}

// write puts the lines at the end of a list; those that are in it already keep their place.
func (r listRows) write(ctx context.Context, tx *pg.Tx, who org.Actor, list id.ID) error {
	if len(r.skus) == 0 {
		return nil
	}
	_, err := tx.Exec(ctx, putListLinesSQL, who.DealerID, list, r.skus, r.names, r.quantities)
	return err
}
