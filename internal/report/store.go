package report

// Keeping the summaries.
const (
	lockSQL = `SELECT pg_try_advisory_xact_lock(7120007)`
	// A job's time, not a page's: a step that is cut off would be begun again for ever.
	patienceSQL = `SELECT set_config('statement_timeout', '300000', true)`
	nextSQL     = `SELECT next FROM report.filled`
	filledSQL   = `UPDATE report.filled SET next = $1::date`
	// From the first order there is; without any, from today.
	beginSQL = `INSERT INTO report.filled (next) SELECT coalesce((SELECT report.day_of(id) FROM orders.orders ORDER BY id LIMIT 1), (pg.now() AT TIME ZONE 'Asia/Shanghai')::date)
	ON CONFLICT (one) DO UPDATE SET next = excluded.next`
	// Whose days to add up: of those who ordered in the period, and of those of whom something is kept.
	daysOfPeriodSQL = `SELECT dealer_id, to_char(report.day_of(id), 'YYYY-MM-DD') AS day FROM orders.orders WHERE id >= $1 AND id < $2
	UNION SELECT dealer_id, to_char(day, 'YYYY-MM-DD') FROM report.daily WHERE day >= $3::date AND day < $4::date`

	// The orders that count, of each dealer $1 on the day $2. The bounds of all days, $3 and $4, keep the
	// planner from looking into the other months.
	counted = `k AS MATERIALIZED (
		SELECT u.dealer_id, u.day, pg.uuid_floor(u.day::timestamp AT TIME ZONE 'Asia/Shanghai') AS since,
			pg.uuid_floor((u.day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai') AS until
		FROM unnest($1::int[], $2::text[]::date[]) u(dealer_id, day)
	), o AS (
		SELECT k.dealer_id, k.day, o.id, o.total FROM k JOIN orders.orders o ON o.dealer_id = k.dealer_id AND o.id >= k.since AND o.id < k.until
		WHERE o.review IN ('in_review', 'accepted')
		AND o.id >= pg.uuid_floor($3::text::date::timestamp AT TIME ZONE 'Asia/Shanghai') AND o.id < pg.uuid_floor(($4::text::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
	)`

	addUpDailySQL = `WITH ` + counted + `, want AS (SELECT dealer_id, day, count(*)::int AS orders, sum(total)::bigint AS amount FROM o GROUP BY 1, 2
	), gone AS (
		DELETE FROM report.daily d USING k WHERE d.dealer_id = k.dealer_id AND d.day = k.day
		AND NOT EXISTS (SELECT FROM want w WHERE w.dealer_id = k.dealer_id AND w.day = k.day)
	) INSERT INTO report.daily AS d (dealer_id, day, orders, amount) SELECT dealer_id, day, orders, amount FROM want
	ON CONFLICT (dealer_id, day) DO UPDATE SET orders = excluded.orders, amount = excluded.amount
	WHERE (d.orders, d.amount) IS DISTINCT FROM (excluded.orders, excluded.amount)`

	addUpGoodsSQL = `WITH ` + counted + `, want AS MATERIALIZED (
		SELECT o.dealer_id, o.day, s.product_id, sum(l.amount)::bigint AS amount
		FROM o JOIN orders.line l ON l.dealer_id = o.dealer_id AND l.order_id = o.id JOIN catalog.sku s ON s.id = l.sku_id
		WHERE l.order_id >= pg.uuid_floor($3::text::date::timestamp AT TIME ZONE 'Asia/Shanghai')
		AND l.order_id < pg.uuid_floor(($4::text::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai') GROUP BY 1, 2, 3
	), gone AS (
		DELETE FROM report.goods g USING k WHERE g.dealer_id = k.dealer_id AND g.day = k.day
		AND NOT EXISTS (SELECT FROM want w WHERE w.dealer_id = g.dealer_id AND w.day = g.day AND w.product_id = g.product_id)
	) INSERT INTO report.goods AS g (dealer_id, day, product_id, amount) SELECT dealer_id, day, product_id, amount FROM want
	ON CONFLICT (dealer_id, day, product_id) DO UPDATE SET amount = excluded.amount WHERE g.amount <> excluded.amount`
)

// Showing them. within is that the staff scope $3 reaches a dealer, 0 being everybody's.
const (
	within = `($3 = 0 OR dealer_id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $3))`
	period = `day >= $1::text::date AND day < $2::text::date`

	daysSQL = `SELECT to_char(day, 'YYYY-MM-DD') AS day, sum(orders)::int AS orders, sum(amount)::bigint AS amount
	FROM report.daily WHERE ` + period + ` AND ` + within + ` GROUP BY report.daily.day ORDER BY 1`

	dealersSQL = `WITH t AS MATERIALIZED (
		SELECT dealer_id, sum(amount)::bigint AS amount FROM report.daily WHERE ` + period + ` AND ` + within + ` GROUP BY dealer_id
	), d AS MATERIALIZED (SELECT d.code, d.name, d.region_code, t.amount FROM t JOIN dealer.dealer d ON d.id = t.dealer_id)
	(SELECT 'dealer' AS kind, code, name, amount FROM d ORDER BY amount DESC, code LIMIT $4)
	UNION ALL SELECT 'region', p.code::text, p.name, sum(d.amount)::bigint FROM d JOIN dealer.region r ON r.code = d.region_code
	JOIN dealer.region p ON p.code = r.path[cardinality(r.path)] GROUP BY p.code, p.name`

	shares = `, p AS MATERIALIZED (
		SELECT p.code, p.name, p.category_path[1] AS category, p.division_ids[1] AS division, t.amount FROM t JOIN catalog.product p ON p.id = t.product_id)
	(SELECT 'product' AS kind, code, name, amount FROM p ORDER BY amount DESC, code LIMIT $4)
	UNION ALL SELECT 'category', c.code, c.name, sum(p.amount)::bigint FROM p JOIN catalog.category c ON c.id = p.category GROUP BY c.code, c.name
	UNION ALL SELECT 'division', coalesce(v.code, ''), coalesce(v.name, ''), sum(p.amount)::bigint FROM p LEFT JOIN org.division v ON v.id = p.division GROUP BY 2, 3`
	goodsSQL = `WITH t AS MATERIALIZED (
		SELECT product_id, sum(amount)::bigint AS amount FROM report.goods WHERE ` + period + ` AND ` + within + ` GROUP BY product_id)` + shares

	dealerSQL = `SELECT d.id FROM dealer.dealer d WHERE d.code = $1 AND ($2 = 0 OR d.id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $2))`
	monthsSQL = `SELECT to_char(date_trunc('month', day), 'YYYY-MM-DD') AS day, sum(orders)::int AS orders, sum(amount)::bigint AS amount
	FROM report.daily WHERE dealer_id = $3 AND ` + period + ` GROUP BY 1 ORDER BY 1`
	lastSQL        = `SELECT coalesce(to_char(max(day), 'YYYY-MM-DD'), '') FROM report.daily WHERE dealer_id = $1`
	dealerGoodsSQL = `WITH t AS MATERIALIZED (
		SELECT product_id, sum(amount)::bigint AS amount FROM report.goods WHERE dealer_id = $3 AND ` + period + ` GROUP BY product_id)` + shares

	quietSQL = `WITH t AS (
		SELECT dealer_id, max(day) AS last, sum(orders)::int AS orders, sum(amount)::bigint AS amount FROM report.daily
		WHERE ` + period + ` AND ` + within + ` GROUP BY dealer_id HAVING max(day) < $4::text::date)
	SELECT d.code, d.name, to_char(t.last, 'YYYY-MM-DD') AS last, t.orders, t.amount, count(*) OVER ()::int AS all_of_them
	FROM t JOIN dealer.dealer d ON d.id = t.dealer_id WHERE d.state <> 'closed' ORDER BY t.amount DESC, d.code LIMIT $5`

	// Each step by the index that holds only who waits for it.
	reached    = `($1 = 0 OR dealer_id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $1))`
	waitingSQL = `SELECT 'review' AS step, count(*)::int AS count, coalesce(sum(total), 0)::bigint AS amount, min(placed_at) AS oldest,
		count(*) FILTER (WHERE review_until < pg.now() + interval '12 hours')::int AS urgent
	FROM orders.orders WHERE review = 'in_review' AND ` + reached + `
	UNION ALL SELECT CASE fulfilment WHEN 'allocated' THEN 'ship' ELSE 'rest' END, count(*)::int, sum(total)::bigint, min(placed_at),
		count(*) FILTER (WHERE placed_at < pg.now() - interval '3 days')::int
	FROM orders.orders WHERE review = 'accepted' AND fulfilment IN ('allocated', 'partly_shipped') AND ` + reached + ` GROUP BY fulfilment`

	alarmsSQL = `SELECT k.code AS sku, k.name, k.unit, jsonb_build_object('code', w.code, 'name', w.name) AS warehouse,
		l.on_hand - l.reserved AS free, l.safety, count(*) OVER ()::int AS all_of_them
	FROM inventory.level l JOIN catalog.sku k ON k.id = l.sku_id AND k.state = 'active' JOIN inventory.warehouse w ON w.id = l.warehouse_id AND w.state = 'active'
	WHERE l.pool = 0 AND l.on_hand - l.reserved < l.safety ORDER BY (l.on_hand - l.reserved)::numeric / l.safety, k.code, w.code LIMIT $1`
)
