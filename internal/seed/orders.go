package seed

import (
	"context"
	"fmt"
	"slices"
	"time"

	"qudao/internal/clock"
	"qudao/internal/id"
	"qudao/internal/pg"
)

var (
	orderRows = into("orders", "orders", "dealer_id id number source review fulfilment currency goods total net tax line_count address remark reason account_id placed_by actor address_from request placed_at priced_at review_until closed_at version")
	lineRows  = into("orders", "line", "dealer_id order_id line sku_id sku_code name unit quantity reserved shipped received cancelled price amount net tax tax_rate trace")
	shipments = into("orders", "shipment", "dealer_id order_id id number warehouse_id carrier tracking shipped_at shipped_by received_at received_by")
	parcels   = into("orders", "shipment_line", "dealer_id order_id shipment_id line quantity received")
	holds     = into("inventory", "reservation", "dealer_id order_id warehouse_id lines skus quantities open")
	movements = into("inventory", "movement", "id sku_id warehouse_id kind quantity doc_id actor at")
	nodes     = into("timeline", "node", "dealer_id doc_id seq doc_kind node at actor who data")
)

// orderTables are the tables of a slice, in its order.
var orderTables = []table{orderRows, lineRows, shipments, parcels, holds, movements, nodes}

// orderBatch is how many orders are made before they are copied.
const orderBatch = 1_000

// slice is the rows of a few orders, by orderTables.
type slice struct {
	rows  [][][]any
	count int
	err   error
}

// add adds a row. Its ids become the plain bytes that a copy writes without looking for a way first.
func (s *slice) add(t int, row ...any) {
	for i, v := range row {
		if key, ok := v.(id.ID); ok {
			row[i] = [16]byte(key)
		}
	}
	s.rows[t] = append(s.rows[t], row)
}

// The places in orderTables.
const (
	toOrders = iota
	toLines
	toShipments
	toParcels
	toHolds
	toMovements
	toNodes
)

// orders loads the history. Orders are made beside the copying of those made before.
func (l *load) orders(ctx context.Context) error {
	if err := l.places(ctx); err != nil {
		return err
	}
	hours, err := pg.Value[int](ctx, l.tx, ruleSQL)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	made := make(chan slice, 2)
	h := &history{load: l, review: time.Duration(hours) * time.Hour}
	go func() {
		defer close(made)
		h.make(ctx, made)
	}()
	// The maker must be gone before the load ends, also when copying fails.
	defer func() {
		cancel()
		for range made {
		}
	}()
	count := 0
	for s := range made {
		if s.err != nil {
			return s.err
		}
		for i, rows := range s.rows {
			if len(rows) == 0 {
				continue
			}
			if _, err := l.copyRows(ctx, orderTables[i], slices.Values(rows)); err != nil {
				return err
			}
		}
		if count += s.count; count/100_000 != (count-s.count)/100_000 {
			l.say("%d orders so far", count)
		}
	}
	l.say("%d orders of %d months", count, l.monthsOfHistory())
	_, err = l.tx.Exec(ctx, numbersSQL, max(h.ordered, 1), max(h.shipped, 1))
	return err
}

func (l *load) monthsOfHistory() int {
	return (l.now.Year()-l.start.Year())*12 + int(l.now.Month()) - int(l.start.Month())
}

// history makes the rows of orders, one after the other: numbers of shipments follow one another.
type history struct {
	*load
	review           time.Duration // how long an order may wait for its review
	ordered, shipped int
}

func (h *history) make(ctx context.Context, out chan<- slice) {
	s := slice{rows: make([][][]any, len(orderTables))}
	send := func() bool {
		select {
		case out <- s:
		case <-ctx.Done():
			return false
		}
		failed := s.err != nil
		s = slice{rows: make([][][]any, len(orderTables))}
		return !failed
	}
	n := 0
	for o := range h.brand.Orders() {
		c, err := h.course(n, o)
		if err == nil {
			err = c.write(&s)
		}
		if err != nil {
			s.err = fmt.Errorf("order %s: %w", o.Number, err)
		}
		n++
		s.count++
		if (s.err != nil || s.count == orderBatch) && !send() {
			return
		}
	}
	if s.count > 0 {
		send()
	}
}

func (h *history) orderNumber(at time.Time) string {
	h.ordered++
	return fmt.Sprintf("SO%s-%06d", at.In(clock.Zone).Format("20060102"), h.ordered)
}

func (h *history) shipmentNumber(at time.Time) string {
	h.shipped++
	return fmt.Sprintf("SH%s-%06d", at.In(clock.Zone).Format("20060102"), h.shipped)
}
