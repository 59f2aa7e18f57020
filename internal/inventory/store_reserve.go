package inventory

const (
	// LevelsSQL reads level rows: arguments from LevelColumns. What is decided on them must be asked again
	// when it is written (ReserveSQL).
	LevelsSQL = `SELECT l.sku_id, l.warehouse_id, l.on_hand, l.reserved, l.safety
	FROM unnest($1::int[], $2::int[]) u(sku_id, warehouse_id)
	JOIN inventory.level l ON l.sku_id = u.sku_id AND l.warehouse_id = u.warehouse_id AND l.pool = 0`

	// LockLevelsSQL locks them as well, in the order of their key.
	LockLevelsSQL = LevelsSQL + ` ORDER BY l.sku_id, l.warehouse_id FOR NO KEY UPDATE OF l`

	sourcingSQL = `SELECT id FROM inventory.warehouse WHERE state = 'active' ORDER BY priority DESC, id`

	// ReserveSQL is a part of the statement that places orders: it adds the summed quantities to those
	// level rows that still have so much free, and returns a row for each. Its arguments are SKUs,
	// warehouses and quantities. CHECK level_holds is the net beneath.
	ReserveSQL = `UPDATE inventory.level l SET reserved = l.reserved + u.q
	FROM unnest($%[1]d::int[], $%[2]d::int[], $%[3]d::bigint[]) u(sku_id, warehouse_id, q)
	WHERE l.sku_id = u.sku_id AND l.warehouse_id = u.warehouse_id AND l.pool = 0
	AND l.on_hand - l.reserved - l.safety >= u.q RETURNING 1`

	// HoldSQL is the part that writes the reservation rows, one an order and warehouse: dealers, orders,
	// warehouses, and of each row its lines, SKUs and quantities as array texts.
	HoldSQL = `INSERT INTO inventory.reservation (dealer_id, order_id, warehouse_id, lines, skus, quantities, open)
	SELECT u.dealer_id, u.order_id, u.warehouse_id, u.lines::smallint[], u.skus::int[], u.quantities::bigint[], u.quantities::bigint[]
	FROM unnest($%[1]d::int[], $%[2]d::uuid[], $%[3]d::int[], $%[4]d::text[], $%[5]d::text[], $%[6]d::text[])
	u(dealer_id, order_id, warehouse_id, lines, skus, quantities)`

	// Locks the levels behind an order's live reservations, in the order of their key.
	lockHeldSQL = `SELECT h.line, h.warehouse_id, h.sku_id, h.open
	FROM inventory.held h JOIN inventory.level l ON l.sku_id = h.sku_id AND l.warehouse_id = h.warehouse_id AND l.pool = h.pool
	WHERE h.dealer_id = $1 AND h.order_id = $2 AND h.open > 0
	ORDER BY l.sku_id, l.warehouse_id FOR NO KEY UPDATE OF l`

	shipSQL = `WITH u AS (SELECT * FROM unnest($4::smallint[], $5::int[], $6::bigint[], $7::uuid[]) u(line, sku_id, q, id)),
	r AS (UPDATE inventory.reservation r SET open = (SELECT array_agg(h.open - coalesce(u.q, 0) ORDER BY h.n)
			FROM unnest(r.lines, r.open) WITH ORDINALITY h(line, open, n) LEFT JOIN u ON u.line = h.line)
		WHERE r.dealer_id = $1 AND r.order_id = $2 AND r.warehouse_id = $3 AND r.pool = 0),
	l AS (UPDATE inventory.level l SET on_hand = l.on_hand - s.q, reserved = l.reserved - s.q
		FROM (SELECT sku_id, sum(q)::bigint AS q FROM u GROUP BY sku_id) s
		WHERE l.sku_id = s.sku_id AND l.warehouse_id = $3 AND l.pool = 0)
	INSERT INTO inventory.movement (id, sku_id, warehouse_id, kind, quantity, doc_id, actor, at)
	SELECT u.id, u.sku_id, $3, 'shipment', -u.q, $8, coalesce(pg.actor(), 'system'), pg.now() FROM u`

	releaseSQL = `WITH h AS (SELECT sku_id, warehouse_id, pool, sum(open)::bigint AS open FROM inventory.held
		WHERE dealer_id = $1 AND order_id = $2 AND open > 0 GROUP BY 1, 2, 3),
	r AS (UPDATE inventory.reservation r SET open = array_fill(0::bigint, ARRAY[cardinality(r.open)])
		WHERE r.dealer_id = $1 AND r.order_id = $2 AND 0 < ANY (r.open))
	UPDATE inventory.level l SET reserved = l.reserved - h.open
	FROM h WHERE l.sku_id = h.sku_id AND l.warehouse_id = h.warehouse_id AND l.pool = h.pool`

	sourcesSQL = `SELECT h.line, h.warehouse_id, w.code, w.name, h.open FROM inventory.held h
	JOIN inventory.warehouse w ON w.id = h.warehouse_id
	WHERE h.dealer_id = $1 AND h.order_id = $2 AND h.open > 0 ORDER BY h.line, w.priority DESC, w.id`
)
