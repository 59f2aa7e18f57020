package order

import (
	"fmt"
	"time"

	"qudao/internal/clock"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/inventory"
	"qudao/internal/once"
	"qudao/internal/pricing"
)

// decide gives each order of the slice its outcome, in the order of arrival, over plain maps of what is
// free: it fits whole and takes its stock, or is refused with its facts and takes nothing, so that the
// next may have it.
//
// Errors: errNarrow, when an order needs more warehouses than were read; nothing is decided then.
func (d *decision) decide(now time.Time) error {
	for i, o := range d.slice {
		if err := d.decideOne(i, o, now); err != nil {
			if err == errNarrow {
				return err
			}
			o.err = err
		}
	}
	return nil
}

func (d *decision) decideOne(i int, o *waiting, now time.Time) error {
	if !d.had[i] {
		return once.StillRunning.With()
	}
	if s, found := d.stored[i]; found {
		placed, err := once.Replay[Placed](*o.key, s)
		o.placed = placed
		return err
	}
	if d.stale(o) {
		return errStale
	}
	call := d.calls[i]
	if call.address == "" {
		return AddressMissing.At("address_id")
	}
	basket, err := d.price(o, now)
	if err != nil {
		return err
	}
	if err := d.within(o, basket.Total); err != nil {
		return err
	}
	parts, err := d.take(o)
	if err != nil {
		return err
	}
	d.out.add(o, call.address, basket, parts, d.versions.rule, now, call.number)
	d.spend(o, basket.Total)
	return nil
}

func (d *decision) price(o *waiting, now time.Time) (pricing.Basket, error) {
	basket, err := pricing.Evaluate(o.lines, now)
	if err != nil {
		return basket, err
	}
	var wrong fault.Fields
	for i, p := range basket.Lines {
		if p.List == nil {
			wrong.Add(linePath(o.at[i]), PriceMissing, "sku", o.items[i].Code)
		}
	}
	if len(wrong) > 0 {
		return basket, refused(wrong)
	}
	if e := o.in.Expected; e != nil && *e != basket.Total {
		return basket, TotalChanged.With("total", basket.Total, "expected", *e)
	}
	return basket, nil
}

// take takes the stock of all lines out of what is free, or none of it.
func (d *decision) take(o *waiting) ([]inventory.Part, error) {
	var parts []inventory.Part
	var wrong fault.Fields
	for i, l := range o.lines {
		got, had := inventory.Take(d.free, l.SKU, int16(i+1), l.Quantity, d.warehouses)
		if got != nil {
			parts = append(parts, got...)
			if len(got) > 1 && !d.wide {
				// A split is decided only over all warehouses, as a slice by itself would.
				inventory.Give(d.free, parts)
				return nil, errNarrow
			}
			continue
		}
		if !d.wide {
			inventory.Give(d.free, parts)
			return nil, errNarrow
		}
		if o.tellers[i] {
			wrong.Add(linePath(o.at[i]), StockShort, "sku", o.items[i].Code, "left", had)
		} else {
			wrong.Add(linePath(o.at[i]), StockHidden, "sku", o.items[i].Code)
		}
	}
	if len(wrong) > 0 {
		inventory.Give(d.free, parts)
		return nil, refused(wrong)
	}
	return parts, nil
}

func refused(wrong fault.Fields) error {
	return &fault.Fault{Definition: Refused, Facts: map[string]any{}, Fields: wrong}
}

// draft is what the second trip writes: one element an order, a line, a part.
type draft struct {
	orders []*newOrder
	lines  []newLine
	holds  []newHold
}

type newOrder struct {
	o       *waiting
	placed  Placed
	address string
	basket  pricing.Basket
	accept  bool
	until   *time.Time
}

type newLine struct {
	order *newOrder
	line  int16
	item  int // index into o.items and basket.Lines
	trace string
}

type newHold struct {
	order *newOrder
	inventory.Part
}

func (t *draft) add(o *waiting, address string, basket pricing.Basket, parts []inventory.Part, rule Rule, now time.Time, number int64) {
	n := &newOrder{o: o, placed: Placed{ID: id.New(), Number: numberOf(now, number)}, address: address, basket: basket, accept: basket.Total <= rule.AutoAcceptBelow}
	if !n.accept {
		until := now.Add(time.Duration(rule.ReviewHours) * time.Hour)
		n.until = &until
	}
	for k := range basket.Lines {
		t.lines = append(t.lines, newLine{order: n, line: int16(k + 1), item: k, trace: basket.Lines[k].Trace.Stored()})
	}
	for _, p := range parts {
		t.holds = append(t.holds, newHold{order: n, Part: p})
	}
	t.orders = append(t.orders, n)
}

// numberOf is the number people call an order by: the brand's day and a running number.
func numberOf(now time.Time, n int64) string {
	return fmt.Sprintf("SO%s-%06d", now.In(clock.Zone).Format("20060102"), n)
}
