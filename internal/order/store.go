package order

import (
	"fmt"
	"strings"

	"qudao/internal/id"
)

const headColumns = `o.dealer_id, o.account_id, d.code AS dealer_code, d.name AS dealer_name, o.id, o.number, o.kind, o.source, o.review, o.fulfilment, o.payment,
	o.currency, o.goods, o.discount, o.freight, o.total, o.net, o.tax, o.line_count, o.remark, o.reason, o.placed_by, o.placed_at, o.review_until, o.closed_at, o.version`

// within is that an order is of a dealer whom the staff scope $2 reaches, 0 being everybody's.
const within = `($2 = 0 OR o.dealer_id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $2))`

const (
	lockSQL = `SELECT ` + headColumns + ` FROM orders.orders o JOIN dealer.dealer d ON d.id = o.dealer_id WHERE o.id = $1 AND ` + within + ` FOR UPDATE OF o`

	headSQL = `SELECT ` + headColumns + `, o.address FROM orders.orders o JOIN dealer.dealer d ON d.id = o.dealer_id WHERE o.id = $1 AND ` + within

	byNumberSQL = `SELECT id FROM orders.orders WHERE number = $1 AND id >= $2 AND id < $3`

	numberedSQL = `SELECT ` + headColumns + ` FROM orders.orders o JOIN dealer.dealer d ON d.id = o.dealer_id
	WHERE o.number LIKE $1 AND ` + within + ` AND o.id >= $3 AND o.id < $4 ORDER BY o.id DESC LIMIT $5`

	moveSQL = `UPDATE orders.orders SET review = $4, fulfilment = $5, reason = $6, closed_at = $7, version = version + 1
	WHERE dealer_id = $1 AND id = $2 AND version = $3`

	linesSQL = `SELECT l.line, l.sku_id, l.sku_code, l.name, k.model, coalesce(p.images ->> 0, '') AS image, k.spec, l.unit, l.quantity, l.reserved, l.shipped, l.received, l.cancelled,
		l.price, l.amount, l.net, l.tax, l.tax_rate, l.trace
	FROM orders.line l JOIN catalog.sku k ON k.id = l.sku_id JOIN catalog.product p ON p.id = k.product_id
	WHERE l.dealer_id = $1 AND l.order_id = $2 ORDER BY l.line`

	cancelLinesSQL = `UPDATE orders.line SET cancelled = cancelled + reserved, reserved = 0 WHERE dealer_id = $1 AND order_id = $2 AND reserved > 0`

	dueSQL = `SELECT id FROM orders.orders WHERE review = 'in_review' AND review_until < pg.now() ORDER BY review_until LIMIT $1`

	warehouseSQL = `SELECT id FROM inventory.warehouse WHERE code = $1`

	externalSQL = `INSERT INTO orders.shipment_external (source, external_id, shipment_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`

	insertShipmentSQL = `WITH u AS (SELECT * FROM unnest($8::smallint[], $9::bigint[]) u(line, q)),
	l AS (UPDATE orders.line l SET shipped = l.shipped + u.q, reserved = l.reserved - u.q FROM u WHERE l.dealer_id = $1 AND l.order_id = $2 AND l.line = u.line),
	sl AS (INSERT INTO orders.shipment_line (dealer_id, order_id, shipment_id, line, quantity) SELECT $1, $2, $3, u.line, u.q FROM u)
	INSERT INTO orders.shipment (dealer_id, order_id, id, number, warehouse_id, carrier, tracking, shipped_at, shipped_by)
	VALUES ($1, $2, $3, 'SH' || to_char(pg.now() AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad(nextval('orders.shipment_number')::text, 6, '0'),
		$4, $5, $6, pg.now(), $7)
	RETURNING number`

	receiveSQL = `WITH u AS (SELECT * FROM unnest($5::smallint[], $6::bigint[]) u(line, q)),
	sl AS (UPDATE orders.shipment_line s SET received = u.q FROM u WHERE s.dealer_id = $1 AND s.order_id = $2 AND s.shipment_id = $3 AND s.line = u.line),
	l AS (UPDATE orders.line l SET received = l.received + u.q FROM u WHERE l.dealer_id = $1 AND l.order_id = $2 AND l.line = u.line AND u.q > 0)
	UPDATE orders.shipment SET received_at = pg.now(), received_by = $4 WHERE dealer_id = $1 AND order_id = $2 AND id = $3`

	shipmentsSQL = `SELECT s.id, s.number, s.warehouse_id, w.code AS warehouse_code, w.name AS warehouse_name, s.carrier, s.tracking, s.shipped_at, s.shipped_by, s.received_at, s.received_by
	FROM orders.shipment s JOIN inventory.warehouse w ON w.id = s.warehouse_id WHERE s.dealer_id = $1 AND s.order_id = $2 ORDER BY s.id`

	shipmentLinesSQL = `SELECT shipment_id, line, quantity, received FROM orders.shipment_line WHERE dealer_id = $1 AND order_id = $2 ORDER BY line`

	ruleSQL    = `SELECT auto_accept_below, review_hours, version FROM orders.rule WHERE kind = 'normal'`
	setRuleSQL = `UPDATE orders.rule SET auto_accept_below = $1, review_hours = $2, version = version + 1 WHERE kind = 'normal' AND version = $3`
)

// stateSQL says of each state which statuses it stands for.
var stateSQL = map[State]string{
	"in_review": `o.review = 'in_review'`, "rejected": `o.review = 'rejected'`, "cancelled": `o.review = 'cancelled'`, "expired": `o.review = 'expired'`,
	"accepted": `o.review = 'accepted' AND o.fulfilment = 'allocated'`, "partly_shipped": `o.fulfilment = 'partly_shipped'`,
	"refused": `o.review IN ('rejected', 'expired')`, // no state of its own: what a dealer must look at again
	"shipped": `o.fulfilment IN ('shipped', 'partly_received')`, "received": `o.fulfilment IN ('received', 'closed')`,
}

// conditions builds the WHERE of a filter without its state.
func conditions(f Filter) (where []string, args []any) {
	arg := func(v any) string { args = append(args, v); return fmt.Sprintf("$%d", len(args)) }
	where = []string{"true"}
	if f.Text != "" {
		like := arg("%" + escapeLike(strings.ToLower(f.Text)) + "%")
		where = append(where, "(lower(o.number) LIKE "+like+" OR d.search LIKE "+like+")")
	}
	if f.dealer != 0 {
		where = append(where, "o.dealer_id = "+arg(f.dealer))
	}
	if f.account != nil {
		where = append(where, "o.account_id = "+arg(*f.account))
	}
	if f.reach != 0 {
		// The OR keeps the planner from driving the search by dealers where the newest are wanted.
		reach := arg(f.reach)
		where = append(where, "("+reach+" = 0 OR o.dealer_id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = "+reach+"))")
	}
	if f.Dealer != "" {
		where = append(where, "d.code = "+arg(f.Dealer))
	}
	if f.From != nil {
		where = append(where, "o.placed_at >= "+arg(*f.From))
	}
	if f.To != nil {
		where = append(where, "o.placed_at < "+arg(*f.To))
	}
	return where, args
}

func listQuery(f Filter, after id.ID, limit int) (string, []any) {
	where, args := conditions(f)
	if f.State != "" {
		state, known := stateSQL[f.State]
		if !known {
			state = "false"
		}
		where = append(where, state)
	}
	if after != id.Nil {
		args = append(args, after)
		where = append(where, fmt.Sprintf("o.id < $%d", len(args)))
	}
	args = append(args, limit)
	return fmt.Sprintf(`WITH o AS (SELECT %s FROM orders.orders o JOIN dealer.dealer d ON d.id = o.dealer_id WHERE %s ORDER BY o.id DESC LIMIT $%d)
	SELECT o.*, l.glimpses, l.ordered, l.sent FROM o, LATERAL (
		SELECT coalesce(sum(l.quantity), 0)::bigint AS ordered, coalesce(sum(l.shipped), 0)::bigint AS sent,
			coalesce(jsonb_agg(jsonb_build_object('name', l.name, 'quantity', trim_scale(l.quantity / 1000.0), 'unit', l.unit,
				'image', (SELECT p.images ->> 0 FROM catalog.sku k JOIN catalog.product p ON p.id = k.product_id WHERE k.id = l.sku_id)) ORDER BY l.line) FILTER (WHERE l.line <= 3), '[]') AS glimpses
		FROM orders.line l WHERE l.dealer_id = o.dealer_id AND l.order_id = o.id) l ORDER BY o.id DESC`,
		headColumns, strings.Join(where, " AND "), len(args)), args
}

func summaryQuery(f Filter) (string, []any) {
	where, args := conditions(f)
	return `SELECT o.review, o.fulfilment, count(*)::int AS count, sum(o.total)::bigint AS total
	FROM orders.orders o JOIN dealer.dealer d ON d.id = o.dealer_id WHERE ` + strings.Join(where, " AND ") + ` GROUP BY o.review, o.fulfilment`, args
}

// escapeLike makes a text match itself in LIKE.
func escapeLike(s string) string {
	return strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(s)
}
