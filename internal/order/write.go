package order

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/id"
	"qudao/internal/inventory"
	"qudao/internal/pg"
	"qudao/internal/qty"
	"qudao/internal/queue"
	"qudao/internal/timeline"
)

// secondTrip writes every order that fits, and commits, in one round trip. A slice in which nothing
// fits writes nothing; its transaction then only ends.
func (d *decision) secondTrip(ctx context.Context, tx *pg.Tx) error {
	if len(d.out.orders) == 0 {
		return nil
	}
	args, err := d.out.columns()
	if err != nil {
		return err
	}
	b := &pgx.Batch{}
	b.Queue(placeSQL, args...)
	d.writeSpent(b)
	if err := tx.SendCommit(ctx, b); err != nil {
		return err
	}
	for i := range d.out.orders {
		o := d.out.orders[i]
		o.o.placed = o.placed
	}
	return nil
}

// columns renders the draft as the arrays of placeSQL, in its order: orders, lines, holds, levels,
// nodes, facts, keys, and the number of level rows that must change.
func (t *draft) columns() ([]any, error) {
	args := t.orderColumns()
	args = append(args, t.lineColumns()...)
	args = append(args, t.holdColumns()...)
	levels, n := t.levelColumns()
	args = append(args, levels...)
	nodes, facts, err := t.news()
	if err != nil {
		return nil, err
	}
	args = append(args, timeline.Columns(nodes)...)
	args = append(args, queue.Columns(facts)...)
	keys, err := t.keyColumns()
	if err != nil {
		return nil, err
	}
	return append(append(args, keys...), n), nil
}

func (t *draft) orderColumns() []any {
	n := len(t.orders)
	var (
		dealers                      = make([]int32, n)
		ids, accounts                = make([][16]byte, n), make([]*[16]byte, n)
		sources, reviews, currencies = make([]string, n), make([]string, n), make([]string, n)
		goods, total, net, tax       = make([]int64, n), make([]int64, n), make([]int64, n), make([]int64, n)
		lines                        = make([]int16, n)
		addresses, remarks, names    = make([]string, n), make([]string, n), make([]string, n)
		actors, from, requests       = make([]string, n), make([]string, n), make([]string, n)
		untils                       = make([]*time.Time, n)
		versions                     = make([]int, n)
		numbers                      = make([]string, n)
	)
	for i := range t.orders {
		o := t.orders[i]
		who := o.o.who
		dealers[i], ids[i], sources[i], currencies[i] = o.o.dealer.ID, o.placed.ID, string(o.o.in.Source), string(o.basket.Currency)
		if who.AccountID != id.Nil {
			account := [16]byte(who.AccountID)
			accounts[i] = &account
		}
		reviews[i], versions[i] = string(InReview), 1
		if o.accept {
			reviews[i], versions[i] = string(Accepted), 2
		}
		goods[i], total[i], net[i], tax[i] = int64(o.basket.Goods), int64(o.basket.Total), int64(o.basket.Net), int64(o.basket.Tax)
		lines[i], addresses[i], remarks[i], untils[i] = int16(len(o.basket.Lines)), o.address, o.o.in.Remark, o.until
		numbers[i] = o.placed.Number
		names[i], actors[i], from[i], requests[i] = who.Name, who.Principal(), who.Address, who.Trace
	}
	return []any{dealers, ids, sources, reviews, currencies, goods, total, net, tax, lines, addresses, remarks, accounts,
		names, actors, from, requests, untils, versions, numbers}
}

func (t *draft) lineColumns() []any {
	n := len(t.lines)
	var (
		dealers, skus       = make([]int32, n), make([]int32, n)
		ids                 = make([][16]byte, n)
		numbers             = make([]int16, n)
		codes, names, units = make([]string, n), make([]string, n), make([]string, n)
		quantities          = make([]int64, n)
		prices              = make([]int64, n)
		amounts, net, tax   = make([]int64, n), make([]int64, n), make([]int64, n)
		rates               = make([]int32, n)
		traces              = make([]string, n)
	)
	for i, l := range t.lines {
		item, p := l.order.o.items[l.item], &l.order.basket.Lines[l.item]
		dealers[i], ids[i], numbers[i] = l.order.o.dealer.ID, l.order.placed.ID, l.line
		skus[i], codes[i], names[i], units[i] = item.ID, item.Code, item.Name, item.Unit
		quantities[i], prices[i] = int64(p.Quantity), int64(p.Price)
		amounts[i], net[i], tax[i] = int64(p.Amount), int64(p.Net), int64(p.Tax)
		rates[i], traces[i] = int32(item.TaxRate), l.trace
	}
	return []any{dealers, ids, numbers, skus, codes, names, units, quantities, prices, amounts, net, tax, rates, traces}
}

// holdColumns are the reservations, one an order and warehouse, their lines as array texts.
func (t *draft) holdColumns() []any {
	type key struct {
		order     *newOrder
		warehouse int32
	}
	type row struct{ lines, skus, quantities []byte }
	var (
		dealers, warehouses     []int32
		ids                     [][16]byte
		lines, skus, quantities []string
		rows                    []*row
	)
	at := map[key]*row{}
	for _, h := range t.holds {
		k := key{h.order, h.Warehouse}
		r := at[k]
		if r == nil {
			r = &row{}
			at[k], rows = r, append(rows, r)
			dealers, ids, warehouses = append(dealers, h.order.o.dealer.ID), append(ids, h.order.placed.ID), append(warehouses, h.Warehouse)
		}
		r.lines = element(r.lines, int64(h.Line))
		r.skus = element(r.skus, int64(h.SKU))
		r.quantities = element(r.quantities, int64(h.Quantity))
	}
	for _, r := range rows {
		lines, skus, quantities = append(lines, string(append(r.lines, '}'))), append(skus, string(append(r.skus, '}'))), append(quantities, string(append(r.quantities, '}')))
	}
	return []any{dealers, ids, warehouses, lines, skus, quantities}
}

// element appends to the text of an array, which lacks its closing bracket until it is whole.
func element(text []byte, v int64) []byte {
	if text == nil {
		text = append(text, '{')
	} else {
		text = append(text, ',')
	}
	return strconv.AppendInt(text, v, 10)
}

// levelColumns sums what is taken by level row, sorted as rows are locked.
func (t *draft) levelColumns() (args []any, n int) {
	sums := map[inventory.Place]qty.Quantity{}
	for _, h := range t.holds {
		sums[h.Place] += h.Quantity
	}
	places := make([]inventory.Place, 0, len(sums))
	for p := range sums {
		places = append(places, p)
	}
	slices.SortFunc(places, inventory.Place.Compare)
	skus, warehouses, quantities := make([]int32, len(places)), make([]int32, len(places)), make([]int64, len(places))
	for i, p := range places {
		skus[i], warehouses[i], quantities[i] = p.SKU, p.Warehouse, int64(sums[p])
	}
	return []any{skus, warehouses, quantities}, len(places)
}

// news are the nodes and facts of the placed orders: placed, and accepted where the rule did at once.
func (t *draft) news() (nodes []timeline.Node, facts []queue.Fact, err error) {
	for i := range t.orders {
		o := t.orders[i]
		steps := []Move{MovePlace}
		if o.accept {
			steps = append(steps, MoveAccept)
		}
		for k, step := range steps {
			node := timeline.Node{Dealer: o.o.dealer.ID, DocID: o.placed.ID, Seq: k + 1, DocKind: DocKind, Node: string(step), Actor: o.o.who.Principal(), Who: o.o.who.Name}
			if step == MoveAccept {
				node.Actor, node.Who, node.Data = "system:review", "", json.RawMessage(`{"rule":"auto_accept"}`)
			}
			head := Head{DealerID: o.o.dealer.ID, ID: o.placed.ID, Number: o.placed.Number, Review: InReview, Fulfilment: Allocated, Total: o.basket.Total, Version: k + 1}
			if step == MoveAccept {
				head.Review = Accepted
			}
			f, err := head.fact(step, "")
			if err != nil {
				return nil, nil, err
			}
			f.Actor = node.Actor
			nodes, facts = append(nodes, node), append(facts, f)
		}
	}
	return nodes, facts, nil
}

// keyColumns are the idempotency keys of the orders that came with one, with what they led to.
func (t *draft) keyColumns() ([]any, error) {
	principals, routes, keys, hashes, results := []string{}, []string{}, []string{}, [][]byte{}, []string{}
	for i := range t.orders {
		k := t.orders[i].o.key
		if k == nil {
			continue
		}
		result, err := json.Marshal(t.orders[i].placed)
		if err != nil {
			return nil, err
		}
		principals, routes, keys = append(principals, k.Principal), append(routes, k.Route), append(keys, k.Key)
		hashes, results = append(hashes, k.Body), append(results, string(result))
	}
	return []any{principals, routes, keys, hashes, results}, nil
}

// compose joins the parts of a statement. Each part numbers its own arguments from 1 (as %[1]d); here
// they follow one another.
func compose(parts []part) string {
	next := 1
	text := ""
	for i, p := range parts {
		numbers := make([]any, p.args)
		for k := range numbers {
			numbers[k] = next + k
		}
		next += p.args
		if i > 0 {
			text += ",\n"
		}
		text += p.name + " AS (" + fmt.Sprintf(p.sql, numbers...) + ")"
	}
	return "WITH " + text
}

// part is one common table expression of a composed statement, owned by the package that wrote it.
type part struct {
	name string
	sql  string
	args int
}
