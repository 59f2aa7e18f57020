package inventory

const (
	// LockLevelsSQL locks level rows of active warehouses in the order of their key: arguments from LockColumns.
	LockLevelsSQL = `SELECT l.sku_id, l.warehouse_id, l.on_hand, l.reserved, l.safety
	FROM unnest($1::int[], $2::int[]) u(sku_id, warehouse_id)
	JOIN inventory.level l ON l.sku_id = u.sku_id AND l.warehouse_id = u.warehouse_id AND l.pool = 0
	JOIN inventory.warehouse w ON w.id = l.warehouse_id AND w.state = 'active'
	ORDER BY l.sku_id, l.warehouse_id FOR NO KEY UPDATE OF l`

	sourcingSQL = `SELECT id FROM inventory.warehouse WHERE state = 'active' ORDER BY priority DESC, id`

	// ReserveSQL is a part of the statement that places orders: it adds the summed quantities to their
	// level rows, locked before. Its arguments are SKUs, warehouses and quantities. CHECK level_holds is
	// the net beneath the decision made in Go.
	ReserveSQL = `UPDATE inventory.level l SET reserved = l.reserved + u.q
	FROM unnest($%[1]d::int[], $%[2]d::int[], $%[3]d::bigint[]) u(sku_id, warehouse_id, q)
	WHERE l.sku_id = u.sku_id AND l.warehouse_id = u.warehouse_id AND l.pool = 0 RETURNING 1`

	// HoldSQL is the part that writes the reservation rows: dealers, orders, lines, warehouses, SKUs,
	// quantities.
	HoldSQL = `INSERT INTO inventory.reservation (dealer_id, order_id, line, warehouse_id, sku_id, quantity, open)
	SELECT u.dealer_id, u.order_id, u.line, u.warehouse_id, u.sku_id, u.q, u.q
	FROM unnest($%[1]d::int[], $%[2]d::uuid[], $%[3]d::smallint[], $%[4]d::int[], $%[5]d::int[], $%[6]d::bigint[])
	u(dealer_id, order_id, line, warehouse_id, sku_id, q)`

	// Locks the levels behind an order's live reservations, in the order of their key.
	lockHeldSQL = `SELECT r.line, r.warehouse_id, r.sku_id, r.open
	FROM inventory.reservation r JOIN inventory.level l ON l.sku_id = r.sku_id AND l.warehouse_id = r.warehouse_id AND l.pool = r.pool
	WHERE r.dealer_id = $1 AND r.order_id = $2 AND r.open > 0
	ORDER BY l.sku_id, l.warehouse_id FOR NO KEY UPDATE OF l`

	shipSQL = `WITH u AS (SELECT * FROM unnest($4::smallint[], $5::int[], $6::bigint[], $7::uuid[]) u(line, sku_id, q, id)),
	r AS (UPDATE inventory.reservation r SET open = r.open - u.q FROM u
		WHERE r.dealer_id = $1 AND r.order_id = $2 AND r.line = u.line AND r.warehouse_id = $3 AND r.pool = 0),
	l AS (UPDATE inventory.level l SET on_hand = l.on_hand - s.q, reserved = l.reserved - s.q
		FROM (SELECT sku_id, sum(q)::bigint AS q FROM u GROUP BY sku_id) s
		WHERE l.sku_id = s.sku_id AND l.warehouse_id = $3 AND l.pool = 0)
	INSERT INTO inventory.movement (id, sku_id, warehouse_id, kind, quantity, doc_id, actor, at)
	SELECT u.id, u.sku_id, $3, 'shipment', -u.q, $8, coalesce(pg.actor(), 'system'), pg.now() FROM u`

	releaseSQL = `WITH r AS (
		UPDATE inventory.reservation r SET open = 0 FROM inventory.reservation o
		WHERE r.dealer_id = $1 AND r.order_id = $2 AND r.open > 0
		AND o.dealer_id = r.dealer_id AND o.order_id = r.order_id AND o.line = r.line AND o.warehouse_id = r.warehouse_id AND o.pool = r.pool
		RETURNING r.sku_id, r.warehouse_id, r.pool, o.open)
	UPDATE inventory.level l SET reserved = l.reserved - s.open
	FROM (SELECT sku_id, warehouse_id, pool, sum(open)::bigint AS open FROM r GROUP BY 1, 2, 3) s
	WHERE l.sku_id = s.sku_id AND l.warehouse_id = s.warehouse_id AND l.pool = s.pool`

	sourcesSQL = `SELECT r.line, r.warehouse_id, w.code, w.name, r.open FROM inventory.reservation r
	JOIN inventory.warehouse w ON w.id = r.warehouse_id
	WHERE r.dealer_id = $1 AND r.order_id = $2 AND r.open > 0 ORDER BY r.line, w.priority DESC, w.id`
)
