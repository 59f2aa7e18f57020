package seed

import (
	"context"
	"fmt"
	"strings"

	"qudao/internal/pg"
)

// bulk are the tables that grow with the brand and are copied into.
var bulk = []string{
	"catalog.product", "catalog.sku", "catalog.search", "pricing.price_list", "pricing.price",
	"orders.orders", "orders.line", "orders.shipment", "orders.shipment_line",
	"inventory.reservation", "inventory.movement", "inventory.level", "timeline.node", "notification.announcement",
}

// part is an index, a constraint or a trigger of a table: how it is taken away and put back.
type part struct {
	Drop string
	Make string
	What string // "f": a foreign key, "i": an index or the constraint upon one, "t": a trigger
}

// lift takes indexes, foreign keys, triggers and FORCE from the tables that are copied into, so that rows
// cost nothing but being written, and returns what puts all of it back. Everything happens in the
// transaction of the load: nobody else ever sees a table without them, and a load that fails leaves them
// as they were. Indexes made at once over all rows need a fraction of the time; foreign keys are checked
// by one join. What is loaded leaves no audit rows: it was there before anything was recorded.
func (l *load) lift(ctx context.Context) (restore func(context.Context) error, err error) {
	var parts []part
	// Foreign keys go first: a primary key may be what they point to.
	for _, sql := range []string{foreignKeysSQL, indexesSQL, triggersSQL} {
		found, err := pg.All[part](ctx, l.tx, sql, bulk)
		if err != nil {
			return nil, fmt.Errorf("read what the tables have: %w", err)
		}
		for _, p := range found {
			if _, err := l.tx.Exec(ctx, p.Drop); err != nil {
				return nil, fmt.Errorf("%s: %w", p.Drop, err)
			}
		}
		parts = append(parts, found...)
	}
	guarded, err := pg.Column[string](ctx, l.tx, forcedSQL, bulk)
	if err != nil {
		return nil, err
	}
	if err := l.each(ctx, guarded, unforceSQL); err != nil {
		return nil, err
	}
	return func(ctx context.Context) error {
		for _, what := range []string{"i", "f", "t"} {
			for _, p := range parts {
				if p.What != what {
					continue
				}
				// Of a partitioned table the definition is of the parent alone.
				if _, err := l.tx.Exec(ctx, strings.Replace(p.Make, " ON ONLY ", " ON ", 1)); err != nil {
					return fmt.Errorf("%s: %w", p.Make, err)
				}
			}
		}
		l.say("indexes made")
		return l.each(ctx, guarded, forceSQL)
	}, nil
}

// each runs a statement for every one of the tables.
func (l *load) each(ctx context.Context, tables []string, sql string) error {
	for _, table := range tables {
		if _, err := l.tx.Exec(ctx, fmt.Sprintf(sql, table)); err != nil {
			return fmt.Errorf("guard of %s: %w", table, err)
		}
	}
	return nil
}
