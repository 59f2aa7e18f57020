package order

// Statements about what accounts may order. A month is of the brand's zone; keys are made by the servers'
// clocks, hence the day more.
const (
	monthSQL = `date_trunc('month', pg.now() AT TIME ZONE 'Asia/Shanghai')`
	ofMonth  = ` o.id >= pg.uuid_floor(` + monthSQL + ` AT TIME ZONE 'Asia/Shanghai' - interval '1 day')
		AND o.placed_at >= ` + monthSQL + ` AT TIME ZONE 'Asia/Shanghai' AND o.review IN ('in_review', 'accepted')`

	lockLimitsSQL = `SELECT 1 FROM dealer.account_limit m WHERE (m.dealer_id, m.account_id) IN (SELECT * FROM unnest($1::int[], $2::uuid[]))
	ORDER BY m.dealer_id, m.account_id FOR UPDATE`

	allowancesSQL = `SELECT m.account_id, m.per_order, m.per_month, coalesce(o.used, 0)::bigint AS used, n.orders
	FROM dealer.account_limit m
	CROSS JOIN LATERAL (SELECT sum(o.total) AS used FROM orders.orders o WHERE m.per_month IS NOT NULL AND o.dealer_id = m.dealer_id AND o.account_id = m.account_id AND` + ofMonth + `) o
	CROSS JOIN LATERAL (SELECT count(*)::int AS orders FROM orders.spent s WHERE s.dealer_id = m.dealer_id AND s.account_id = m.account_id AND s.month = ` + monthSQL + `::date) n
	WHERE (m.dealer_id, m.account_id) IN (SELECT * FROM unnest($1::int[], $2::uuid[]))`

	spendSQL = `INSERT INTO orders.spent (dealer_id, account_id, month, n, order_id, used_after, per_month)
	SELECT u.dealer_id, u.account_id, ` + monthSQL + `::date, u.n, u.order_id, u.after, u.per_month
	FROM unnest($1::int[], $2::uuid[], $3::int[], $4::uuid[], $5::bigint[], $6::bigint[]) u(dealer_id, account_id, n, order_id, after, per_month)`

	usedSQL = `SELECT o.account_id, sum(o.total)::bigint AS used FROM orders.orders o WHERE o.dealer_id = $1 AND o.account_id IS NOT NULL AND` + ofMonth + ` GROUP BY o.account_id`
)
