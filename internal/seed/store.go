package seed

const (
	presentSQL = `SELECT EXISTS (SELECT FROM dealer.dealer) OR EXISTS (SELECT FROM catalog.product) OR EXISTS (SELECT FROM org.staff)`

	isDemoSQL = `SELECT EXISTS (SELECT FROM identity.login WHERE kind = 'account' AND username = $1)
	AND EXISTS (SELECT FROM identity.login WHERE kind = 'staff' AND username = $2)`

	notEmptySQL = `SELECT EXISTS (SELECT FROM dealer.dealer) OR EXISTS (SELECT FROM catalog.product) OR EXISTS (SELECT FROM catalog.category)
	OR EXISTS (SELECT FROM inventory.warehouse) OR EXISTS (SELECT FROM pricing.price_list) OR EXISTS (SELECT FROM dealer.audience)
	OR EXISTS (SELECT FROM orders.orders) OR EXISTS (SELECT FROM org.staff)`

	// A large brand is made for minutes between two statements and within one, and waits for nobody.
	patienceSQL = `SELECT set_config('idle_in_transaction_session_timeout', '0', true), set_config('statement_timeout', '0', true), set_config('work_mem', '128MB', true),
	set_config('maintenance_work_mem', '512MB', true), set_config('lock_timeout', '10s', true)`

	partitionsSQL = `SELECT pg.make_partitions($1::text::date, $2)`

	// What lift takes from the tables $1.
	foreignKeysSQL = `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
	format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS make, 'f' AS what
	FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND conrelid = ANY ($1::text[]::regclass[]) ORDER BY conrelid, conname`
	indexesSQL = `SELECT CASE WHEN c.oid IS NULL THEN format('DROP INDEX %s', i.indexrelid::regclass)
		ELSE format('ALTER TABLE %s DROP CONSTRAINT %I', i.indrelid::regclass, c.conname) END AS drop,
	CASE WHEN c.oid IS NULL THEN pg_get_indexdef(i.indexrelid)
		ELSE format('ALTER TABLE %s ADD CONSTRAINT %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) END AS make, 'i' AS what
	FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype IN ('p', 'u')
	WHERE i.indrelid = ANY ($1::text[]::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.confrelid = i.indrelid AND f.conindid = i.indexrelid AND f.contype = 'f')
	ORDER BY i.indrelid, NOT i.indisprimary, i.indexrelid`
	triggersSQL = `SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) AS drop, pg_get_triggerdef(oid) AS make, 't' AS what
	FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = ANY ($1::text[]::regclass[]) ORDER BY tgrelid, tgname`
	forcedSQL = `SELECT oid::regclass::text FROM pg_class WHERE relforcerowsecurity AND oid = ANY ($1::text[]::regclass[]) ORDER BY 1`

	unforceSQL = `ALTER TABLE %s NO FORCE ROW LEVEL SECURITY`
	forceSQL   = `ALTER TABLE %s FORCE ROW LEVEL SECURITY`

	// Facts of this transaction alone.
	forgetFactsSQL = `DELETE FROM queue.fact WHERE xid = pg_current_xact_id()`

	// What is loaded tells no facts: the summaries of sales begin again at the first order.
	beginSummariesSQL = `UPDATE report.filled SET next = (SELECT report.day_of(id) FROM orders.orders ORDER BY id LIMIT 1)`

	// The first of $2 ids in a row, which the sequence of the table $1 gives to nobody else.
	reserveSQL = `WITH first AS (SELECT pg_get_serial_sequence($1, 'id')::regclass AS seq, nextval(pg_get_serial_sequence($1, 'id')) AS id)
	SELECT (setval(seq, id + greatest($2::int, 1) - 1) - greatest($2::int, 1) + 1)::int FROM first`

	hangSQL = `WITH p AS (SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::int[], $6::bytea[], $7::bytea[], $8::uuid[])
		p(hash, type, width, height, size, content, key, file)),
	c AS (INSERT INTO blob.chunk (hash, data, used_at) SELECT key, content, pg.now() FROM p ON CONFLICT DO NOTHING),
	f AS (INSERT INTO blob.file (id, owner, name, type, size, chunks, created_at)
		SELECT file, pg.actor(), hash, type, length(content), ARRAY[key], $9 FROM p),
	k AS (INSERT INTO catalog.picture (hash, type, width, height, used_at) SELECT hash, type, width, height, pg.now() FROM p)
	INSERT INTO catalog.picture_file (hash, size, file_id) SELECT hash, size, file FROM p`

	divisionIDsSQL = `SELECT code, id FROM org.division`
	audienceIDsSQL = `SELECT code, id FROM dealer.audience`
	membersSQL     = `SELECT id, audience_ids FROM dealer.dealer`

	dealersSinceSQL = `UPDATE dealer.dealer d SET created_at = u.since FROM unnest($1::int[], $2::timestamptz[]) u(id, since) WHERE d.id = u.id`
	termsSinceSQL   = `UPDATE dealer.rep_term t SET since = u.since FROM unnest($1::int[], $2::timestamptz[]) u(id, since) WHERE t.dealer_id = u.id`

	// The dealers $8 were the first one's until the day, where they were dealers then.
	handedOverSQL = `WITH h AS (
		INSERT INTO dealer.handover (id, from_id, to_id, since, reason, dealers, leaves, at, actor)
		SELECT $1, f.id, t.id, $4::text::date, $5, $6, true, $7, 'staff:E015' FROM org.staff f, org.staff t WHERE f.code = $2 AND t.code = $3
		RETURNING id, from_id, to_id, since::timestamp AT TIME ZONE 'Asia/Shanghai' AS since
	), before AS (
		UPDATE dealer.rep_term t SET staff_id = h.from_id, until = h.since FROM h WHERE t.dealer_id = ANY ($8) AND t.since < h.since
		RETURNING t.dealer_id
	) INSERT INTO dealer.rep_term (dealer_id, staff_id, since, handover_id, actor) SELECT b.dealer_id, h.to_id, h.since, h.id, 'staff:E015' FROM before b, h`

	letterheadSQL = `UPDATE paper.letterhead SET name = $1, name_en = $2, address = $3, phone = $4`

	stepBookSQL = `UPDATE pricing.book SET version = version + 1`

	numbersSQL = `SELECT setval('orders.order_number', $1), setval('orders.shipment_number', $2)`

	ruleSQL = `SELECT review_hours FROM orders.rule WHERE kind = 'normal'`

	shelvesSQL = `CREATE TEMPORARY TABLE seed_shelf (sku_id int, warehouse_id int, on_hand bigint, safety bigint) ON COMMIT DROP`

	// What reservations hold of a level, and a level for every place goods were ever taken from.
	levelsSQL = `INSERT INTO inventory.level (sku_id, warehouse_id, on_hand, reserved, safety)
	SELECT coalesce(s.sku_id, r.sku_id), coalesce(s.warehouse_id, r.warehouse_id), coalesce(s.on_hand, 0), coalesce(r.open, 0), coalesce(s.safety, 0)
	FROM seed_shelf s FULL JOIN (SELECT sku_id, warehouse_id, sum(open)::bigint AS open FROM inventory.held GROUP BY 1, 2) r
	ON r.sku_id = s.sku_id AND r.warehouse_id = s.warehouse_id`

	// An id as if made at a moment, by a text that names the row.
	idAt = `(left(pg.uuid_floor(%[1]s)::text, 15) || substr(md5(%[2]s), 1, 3) || '-8' || substr(md5(%[2]s), 4, 3) || '-' || substr(md5(%[2]s), 7, 12))::uuid`

	// What lies there today was there on the first day ($1) …
	openingSQL = `INSERT INTO inventory.movement (id, sku_id, warehouse_id, kind, quantity, reason, actor, at)
	SELECT %s, sku_id, warehouse_id, 'opening', on_hand, '期初库存', $2, $1::timestamptz FROM inventory.level WHERE on_hand > 0`

	// … and whatever left since came in at the beginning of its quarter, so that no level was ever below zero.
	receiptSQL = `WITH sent AS (
		SELECT sku_id, warehouse_id, -sum(quantity)::bigint AS quantity,
			greatest(date_trunc('quarter', at AT TIME ZONE 'Asia/Shanghai') AT TIME ZONE 'Asia/Shanghai', $1::timestamptz) + interval '7 hours' AS at
		FROM inventory.movement WHERE kind = 'shipment' GROUP BY 1, 2, 4)
	INSERT INTO inventory.movement (id, sku_id, warehouse_id, kind, quantity, doc_id, reason, actor, at)
	SELECT %s, sku_id, warehouse_id, 'receipt', quantity, 'GR' || to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD'), '成品入库', $2, at FROM sent`

	categoryIDsSQL    = `SELECT code, id FROM catalog.category`
	defaultAddressSQL = `SELECT id FROM dealer.address WHERE dealer_id = $1 AND is_default`

	// The note of package queue that makes servers read again what they keep.
	refreshSQL = `SELECT pg_notify('qudao', '[["refresh", "", "", 0, 0]]')`

	// Of what is cut by month only what lists are made of: a hundred empty partitions take their time, and
	// autovacuum sees to the others.
	analyzeSQL = `ANALYZE identity.login, org.staff, dealer.region, dealer.dealer, dealer.address, dealer.account, dealer.account_login, dealer.audience,
	pg.scope_dealer, catalog.category, catalog.product, catalog.sku, catalog.search, catalog.picture_file, pricing.price_list, pricing.price, inventory.level,
	orders.orders (dealer_id, id, number, review, fulfilment, placed_at), orders.line (dealer_id, order_id, line, sku_id)`
)
