package order

import (
	"fmt"

	"qudao/internal/audit"
	"qudao/internal/inventory"
	"qudao/internal/once"
	"qudao/internal/queue"
	"qudao/internal/timeline"
)

const (
	// The parts of knownSQL: rows (what, key, value, text, more).
	versionsSQL = `SELECT 'dealer', id, version::bigint, NULL, NULL FROM dealer.dealer WHERE id = ANY ($%[1]d)
	UNION ALL SELECT 'sku', id, version, NULL, NULL FROM catalog.sku WHERE id = ANY ($%[2]d)
	UNION ALL SELECT 'list', id, version, NULL, NULL FROM pricing.price_list WHERE id = ANY ($%[3]d)
	UNION ALL SELECT 'book', 0, version, NULL, NULL FROM pricing.book
	UNION ALL SELECT 'warehouse', id, 0, NULL, NULL FROM inventory.warehouse WHERE state = 'active'
	UNION ALL SELECT 'auto_accept', 0, auto_accept_below, NULL, NULL FROM orders.rule WHERE kind = 'normal'
	UNION ALL SELECT 'review_hours', 0, review_hours, NULL, NULL FROM orders.rule WHERE kind = 'normal'`

	// For each order of the slice its number and its address, as the order keeps it (type Address). Numbers
	// may have gaps: an order draws one, placed or refused.
	callsSQL = `SELECT 'call', u.n::int, nextval('orders.order_number'), CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.name, 'phone', a.phone,
		'region_code', a.region_code, 'region_name', coalesce(r.full_name, ''), 'detail', a.detail)::text END, NULL
	FROM unnest($%[1]d::int[], $%[2]d::uuid[]) WITH ORDINALITY u(dealer_id, id, n)
	LEFT JOIN dealer.address a ON a.dealer_id = u.dealer_id AND a.id = u.id
	LEFT JOIN dealer.region r ON r.code = a.region_code`

	insertOrdersSQL = `INSERT INTO orders.orders (dealer_id, id, number, source, review, fulfilment, currency, goods, total, net, tax,
		line_count, address, remark, account_id, placed_by, actor, address_from, request, placed_at, priced_at, review_until, version)
	SELECT u.dealer_id, u.id,
		u.number, u.source, u.review, 'allocated', u.currency, u.goods, u.total, u.net, u.tax,
		u.line_count, u.address::jsonb, u.remark, u.account_id, u.placed_by, u.actor, u.address_from, u.request, pg.now(), pg.now(), u.review_until, u.version
	FROM unnest($%[1]d::int[], $%[2]d::uuid[], $%[3]d::text[], $%[4]d::text[], $%[5]d::text[], $%[6]d::bigint[], $%[7]d::bigint[], $%[8]d::bigint[], $%[9]d::bigint[],
		$%[10]d::smallint[], $%[11]d::text[], $%[12]d::text[], $%[13]d::uuid[], $%[14]d::text[], $%[15]d::text[], $%[16]d::text[], $%[17]d::text[],
		$%[18]d::timestamptz[], $%[19]d::int[], $%[20]d::text[])
	u(dealer_id, id, source, review, currency, goods, total, net, tax, line_count, address, remark, account_id, placed_by, actor, address_from, request, review_until, version, number)
	RETURNING *`

	insertLinesSQL = `INSERT INTO orders.line (dealer_id, order_id, line, sku_id, sku_code, name, unit, quantity, reserved, price, amount, net, tax, tax_rate, trace)
	SELECT u.dealer_id, u.order_id, u.line, u.sku_id, u.sku_code, u.name, u.unit, u.quantity, u.quantity, u.price, u.amount, u.net, u.tax, u.tax_rate, u.trace::json
	FROM unnest($%[1]d::int[], $%[2]d::uuid[], $%[3]d::smallint[], $%[4]d::int[], $%[5]d::text[], $%[6]d::text[], $%[7]d::text[], $%[8]d::bigint[],
		$%[9]d::bigint[], $%[10]d::bigint[], $%[11]d::bigint[], $%[12]d::bigint[], $%[13]d::int[], $%[14]d::text[])
	u(dealer_id, order_id, line, sku_id, sku_code, name, unit, quantity, price, amount, net, tax, tax_rate, trace)`
)

// knownSQL reads all that a slice must know, in one statement: what its keys led to before, the versions
// of everything it was prepared from, its numbers and addresses. Its arguments are principals, routes and
// keys; dealers, SKUs and lists; dealers and addresses by order.
var knownSQL = `SELECT 'key', n, 0::bigint, body_hash, result FROM (` + fmt.Sprintf(once.FindManySQL, 1, 2, 3) + `) k
	UNION ALL ` + fmt.Sprintf(versionsSQL, 4, 5, 6) + `
	UNION ALL ` + fmt.Sprintf(callsSQL, 7, 8)

// auditOrdersSQL is the record of the placed orders.
var auditOrdersSQL = fmt.Sprintf(audit.InsertedSQL, "o", "orders.orders", "n.id::text", "{actor,address_from,request}")

// placeSQL writes a slice of orders: each package's own part, one statement. The division fails, and
// with it the slice, when a level row had not enough left, or was not there.
var placeSQL = func() string {
	parts := []part{
		{"o", insertOrdersSQL, 20}, {"a", auditOrdersSQL, 0}, {"l", insertLinesSQL, 14}, {"h", inventory.HoldSQL, 6}, {"s", inventory.ReserveSQL, 3},
		{"t", timeline.PutManySQL, 8}, {"f", queue.PutManySQL, 8}, {"k", once.KeepManySQL, 5},
	}
	args := 0
	for _, p := range parts {
		args += p.args
	}
	return compose(parts) + fmt.Sprintf(` SELECT 1 / ((SELECT count(*) FROM s) = $%d)::int`, args+1)
}()
