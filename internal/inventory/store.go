package inventory

const (
	warehouseColumns = `SELECT id, code, name, region_code, priority, state, version FROM inventory.warehouse`
	warehousesSQL    = warehouseColumns + ` ORDER BY priority DESC, code`
	warehouseSQL     = warehouseColumns + ` WHERE code = $1`
	lockWarehouseSQL = warehouseSQL + ` FOR NO KEY UPDATE`
	addWarehouseSQL  = `INSERT INTO inventory.warehouse (code, name, region_code, priority, state) VALUES ($1, $2, $3, $4, $5)`
	editWarehouseSQL = `UPDATE inventory.warehouse SET name = $2, region_code = $3, priority = $4, state = $5, version = version + 1 WHERE id = $1`
	regionKnownSQL   = `SELECT EXISTS (SELECT FROM dealer.region WHERE code = $1)`
	// Reservations lie under a policy and levels do not: what a level has reserved is the sum of the live ones.
	heldInSQL = `SELECT count(*)::int FROM inventory.level WHERE warehouse_id = $1 AND reserved > 0`

	rowColumns = `SELECT k.code AS sku, k.name, k.unit, w.code AS warehouse_code, w.name AS warehouse_name, l.pool, l.on_hand, l.reserved, l.safety
	FROM inventory.level l JOIN catalog.sku k ON k.id = l.sku_id JOIN inventory.warehouse w ON w.id = l.warehouse_id`
	rowSQL  = rowColumns + ` WHERE l.sku_id = $1 AND l.warehouse_id = $2 AND l.pool = 0`
	listSQL = rowColumns + ` WHERE lower(concat_ws(' ', k.code, k.order_code, k.model, k.name)) LIKE ALL ($1::text[]) AND ($2 = '' OR w.code = $2)
	AND (NOT $3 OR l.on_hand - l.reserved <= l.safety) AND ($4::text[] IS NULL OR k.code = ANY ($4))
	AND (NOT $5 OR (k.code, w.code, l.pool) > ($6, $7, $8::smallint)) ORDER BY k.code, w.code, l.pool LIMIT $9`

	availableSQL = `SELECT l.sku_id AS sku, sum(greatest(0, l.on_hand - l.reserved - l.safety))::bigint AS quantity FROM inventory.level l
	JOIN inventory.warehouse w ON w.id = l.warehouse_id AND w.state = 'active' WHERE l.sku_id = ANY ($1) AND l.pool = 0 GROUP BY l.sku_id`

	skuIDSQL     = `SELECT id FROM catalog.sku WHERE code = $1`
	movementsSQL = `SELECT m.id, w.code AS warehouse_code, w.name AS warehouse_name, m.kind, m.quantity, m.doc_id, m.reason, m.actor, m.at
	FROM inventory.movement m JOIN inventory.warehouse w ON w.id = m.warehouse_id
	WHERE m.sku_id = $1 AND (NOT $2 OR m.id < $3) ORDER BY m.id DESC LIMIT $4`

	// Changes: names to ids, the missing rows, the locks in their order, what was taken before, the writing.
	resolveSQL = `SELECT coalesce(k.id, 0) AS sku, coalesce(w.id, 0) AS warehouse FROM unnest($1::text[], $2::text[]) WITH ORDINALITY u(sku, warehouse, n)
	LEFT JOIN catalog.sku k ON k.code = u.sku LEFT JOIN inventory.warehouse w ON w.code = u.warehouse ORDER BY u.n`
	ensureSQL = `INSERT INTO inventory.level (sku_id, warehouse_id) SELECT * FROM unnest($1::int[], $2::int[]) ON CONFLICT DO NOTHING`
	lockSQL   = `SELECT l.sku_id, l.warehouse_id, l.on_hand, l.reserved, l.safety FROM inventory.level l
	JOIN unnest($1::int[], $2::int[]) u(s, w) ON l.sku_id = u.s AND l.warehouse_id = u.w WHERE l.pool = 0
	ORDER BY l.sku_id, l.warehouse_id, l.pool FOR NO KEY UPDATE OF l`
	externalSQL = `SELECT external_id FROM inventory.external WHERE source = $1 AND external_id = ANY ($2)`
	countedSQL  = `SELECT c.sku_id AS sku, c.warehouse_id AS warehouse, c.version FROM inventory.counted c
	JOIN unnest($2::int[], $3::int[]) u(s, w) ON c.sku_id = u.s AND c.warehouse_id = u.w WHERE c.source = $1`
	setOnHandSQL = `UPDATE inventory.level l SET on_hand = u.q FROM unnest($1::int[], $2::int[], $3::bigint[]) u(s, w, q)
	WHERE l.sku_id = u.s AND l.warehouse_id = u.w AND l.pool = 0`
	moveSQL = `INSERT INTO inventory.movement (id, sku_id, warehouse_id, kind, quantity, reason, doc_id, actor, at)
	SELECT u.id, u.s, u.w, $5, u.q, $6, $7, coalesce(pg.actor(), 'system'), pg.now() FROM unnest($1::uuid[], $2::int[], $3::int[], $4::bigint[]) u(id, s, w, q)`
	keepExternalSQL = `INSERT INTO inventory.external (source, external_id, at) SELECT $1, u, pg.now() FROM unnest($2::text[]) u ON CONFLICT DO NOTHING`
	keepCountedSQL  = `INSERT INTO inventory.counted (source, sku_id, warehouse_id, version) SELECT $1, s, w, $4 FROM unnest($2::int[], $3::int[]) u(s, w)
	ON CONFLICT (source, sku_id, warehouse_id) DO UPDATE SET version = greatest(counted.version, excluded.version)`
	setSafetySQL = `UPDATE inventory.level SET safety = $3 WHERE sku_id = $1 AND warehouse_id = $2 AND pool = 0`

	displaysSQL = `SELECT d.id, coalesce(d.audience_id, 0) AS audience, coalesce(d.category_id, 0) AS category, d.mode, d.bands, d.priority FROM inventory.display d ORDER BY d.id`
	settingsSQL = `SELECT coalesce(a.code, '') AS audience, coalesce(c.code, '') AS category, d.mode, d.bands, d.priority FROM inventory.display d
	LEFT JOIN dealer.audience a ON a.id = d.audience_id LEFT JOIN catalog.category c ON c.id = d.category_id ORDER BY d.id`
	lockDisplaySQL   = `LOCK TABLE inventory.display IN SHARE ROW EXCLUSIVE MODE`
	clearDisplaySQL  = `DELETE FROM inventory.display`
	insertDisplaySQL = `INSERT INTO inventory.display (audience_id, category_id, mode, bands, priority)
	VALUES (nullif($1, 0), nullif($2, 0), $3, $4, $5)`
	audienceIDsSQL = `SELECT id, code FROM dealer.audience WHERE code = ANY ($1)`
	categoryIDsSQL = `SELECT id, code FROM catalog.category WHERE code = ANY ($1)`
)
