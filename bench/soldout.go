package main

import (
	"context"
	"fmt"
	"time"
)

// sellOut has ten times as many buyers as there are units want one each, and asks the database how many
// were sold. A unit is the smallest quantity that can be ordered.
func (b *bench) sellOut(ctx context.Context, a article) ([]Result, error) {
	var buyers []buyer
	if err := readJSON(b.buyers, &buyers); err != nil {
		return nil, err
	}
	units := max(1, len(buyers)/10)
	unit := int64(a.First * 1000)
	if err := b.leave(ctx, a, int64(units)*unit); err != nil {
		return nil, err
	}
	since := time.Now().Add(-time.Hour)
	_, before, err := b.sold(ctx, a, since)
	if err != nil {
		return nil, err
	}
	t, err := b.load(ctx, job{do: "order", clients: 64, times: 10 * units, hot: a.choice})
	if err != nil {
		return nil, err
	}
	free, after, err := b.sold(ctx, a, since)
	if err != nil {
		return nil, err
	}
	b.say("  %d units, %d buyers: %d orders placed, %d refused, %d thousandths sold, %d free", units, 10*units, t.Orders, t.Refused, after-before, free)
	if t.Orders+t.Refused != 10*units {
		return nil, fmt.Errorf("%d buyers got %d answers", 10*units, t.Orders+t.Refused)
	}
	value := float64(after-before) / float64(unit)
	// What callers were told, what is written and what is left must be one story.
	if value != float64(t.Orders) || int64(units)*unit-(after-before) != free {
		return nil, fmt.Errorf("%d buyers were told yes, %g units are sold, and %d thousandths are free", t.Orders, value, free)
	}
	return []Result{b.result("G2", "units sold of one SKU to ten times as many buyers; against the units there were", "units",
		value, float64(units), ratioIs(1))}, b.leave(ctx, a, plenty)
}

// sold is what is free of an SKU, and how much was ordered since, in thousandths.
func (b *bench) sold(ctx context.Context, a article, since time.Time) (free, sold int64, err error) {
	conn, err := b.connect(ctx)
	if err != nil {
		return 0, 0, err
	}
	defer conn.Close(ctx)
	err = conn.QueryRow(ctx, soldSQL, a.id, since).Scan(&free, &sold)
	return free, sold, err
}
