package main

// Loading and the buyers.
const (
	sizesSQL = `SELECT (SELECT count(*) FROM dealer.dealer), (SELECT count(*) FROM catalog.sku), (SELECT count(*) FROM pricing.price_list)`

	buyersSQL = `SELECT d.id AS dealer_id, a.login_id::text AS login, s.id::text AS address
	FROM dealer.dealer d JOIN dealer.account a ON a.dealer_id = d.id AND a.role = 'master' JOIN dealer.address s ON s.dealer_id = d.id AND s.is_default
	WHERE d.state = 'active' ORDER BY hashint4(d.id) LIMIT $1`

	lastSKUSQL = `SELECT max(id) FROM catalog.sku`

	// What of some SKUs ($2) is published to the dealer and has a price in the base list.
	choicesSQL = `SELECT k.code, (greatest(k.minimum, k.multiple) / 1000)::float8
	FROM dealer.dealer d, catalog.sku k JOIN catalog.product p ON p.id = k.product_id
	WHERE d.id = $1 AND k.id = ANY ($2) AND p.state = 'published' AND k.state = 'active' AND p.allow_ids && d.audience_ids AND NOT p.deny_ids && d.audience_ids
	AND k.minimum % k.multiple = 0
	AND EXISTS (SELECT FROM pricing.price x JOIN pricing.price_list l ON l.id = x.list_id WHERE l.kind = 'base' AND x.sku_id = k.id)
	ORDER BY hashint4(k.id + d.id) LIMIT $3`

	sessionSQL = `INSERT INTO identity.session (token_hash, login_id, created_at, seen_at, expires_at, address, agent)
	VALUES ($1, $2::uuid, now(), now(), now() + interval '1 day', '127.0.0.1', 'bench')
	ON CONFLICT (token_hash) DO UPDATE SET created_at = now(), seen_at = now(), expires_at = excluded.expires_at`

	editorSQL = `SELECT s.login_id::text FROM org.staff s JOIN org.staff_role x ON x.staff_id = s.id JOIN org.role r ON r.id = x.role_id
	WHERE s.state = 'active' AND r.permissions @> '{import.run,product.edit}' ORDER BY s.id LIMIT 1`
)

// fillSQL gives every level a million pieces, on the record, and fresh statistics. To change every row
// scatters the table and doubles it; afterwards its rows lie as somebody loads them, by SKU.
var fillSQL = []string{
	`UPDATE inventory.level SET on_hand = on_hand + 1000000000`,
	`CLUSTER inventory.level USING level_pkey`,
	`INSERT INTO inventory.movement (id, sku_id, warehouse_id, pool, kind, quantity, reason, actor, at)
	SELECT pg.uuid_floor(now() - interval '1 hour'), sku_id, warehouse_id, pool, 'adjustment', 1000000000, 'bench', 'bench', now() FROM inventory.level`,
	`VACUUM ANALYZE`,
	`CHECKPOINT`,
}

// The sample of the catalogue.
const (
	productsSQL = `SELECT count(*) FROM catalog.product`

	namesSQL = `SELECT name FROM catalog.product WHERE state = 'published' ORDER BY hashint4(id) LIMIT $1`

	partsSQL = `SELECT CASE WHEN id % 2 = 0 AND length(model) > 5 THEN model ELSE code END FROM catalog.sku WHERE state = 'active' ORDER BY hashint4(id) LIMIT $1`

	// $1 products that follow each other by category and code.
	pagesSQL = `SELECT ids FROM (SELECT array_agg(id) AS ids FROM
		(SELECT id, (row_number() OVER (ORDER BY category_path, code) - 1) / $1::int AS page FROM catalog.product WHERE state = 'published') p
		GROUP BY page) g WHERE cardinality(ids) = $1::int ORDER BY hashint4(ids[1]) LIMIT $2`

	pageRowsSQL = `SELECT * FROM catalog.product WHERE id = ANY ($1)`
)

// One hot SKU.
const (
	// An SKU that every dealer may order.
	hotSQL = `SELECT k.id, k.code, (greatest(k.minimum, k.multiple) / 1000)::float8
	FROM catalog.sku k JOIN catalog.product p ON p.id = k.product_id
	WHERE p.state = 'published' AND k.state = 'active' AND p.deny_ids = '{}' AND p.allow_ids && ARRAY(SELECT id FROM dealer.audience WHERE code = 'ALL')
	AND k.minimum % k.multiple = 0 AND EXISTS (SELECT FROM inventory.level v WHERE v.sku_id = k.id)
	AND EXISTS (SELECT FROM pricing.price x JOIN pricing.price_list l ON l.id = x.list_id WHERE l.kind = 'base' AND x.sku_id = k.id)
	ORDER BY hashint4(k.id) LIMIT 1`

	// Leaves so much of an SKU ($2) free in one warehouse, and nothing in the others, on the record.
	leaveSQL = `WITH place AS (SELECT v.*, row_number() OVER (ORDER BY v.warehouse_id, v.pool) = 1 AS here FROM inventory.level v WHERE v.sku_id = $1),
	change AS (SELECT sku_id, warehouse_id, pool, reserved + safety + CASE WHEN here THEN $2::bigint ELSE 0 END - on_hand AS by FROM place),
	moved AS (INSERT INTO inventory.movement (id, sku_id, warehouse_id, pool, kind, quantity, reason, actor, at)
		SELECT pg.uuid_floor(clock_timestamp()), sku_id, warehouse_id, pool, 'adjustment', by, 'bench', 'bench', now() FROM change WHERE by <> 0)
	UPDATE inventory.level v SET on_hand = v.on_hand + c.by FROM change c
	WHERE v.sku_id = c.sku_id AND v.warehouse_id = c.warehouse_id AND v.pool = c.pool`

	// What is free of an SKU, and how much of it was ordered since.
	soldSQL = `SELECT coalesce((SELECT sum(on_hand - reserved - safety) FROM inventory.level WHERE sku_id = $1), 0)::bigint,
	coalesce((SELECT sum(quantity - cancelled) FROM orders.line WHERE sku_id = $1 AND order_id >= pg.uuid_floor($2)), 0)::bigint`
)

// One durable commit.
const (
	commitDatabase  = "bench"
	dropCommitSQL   = `DROP DATABASE IF EXISTS bench WITH (FORCE)`
	createCommitSQL = `CREATE DATABASE bench`
	commitTableSQL  = `CREATE TABLE one (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL)`
	commitSQL       = `INSERT INTO one (at) VALUES (now())`
)

const walSQL = `SELECT (pg_current_wal_lsn() - '0/0')::bigint`

// The import.
const (
	// Products to make new ones like, one row an SKU, those of a product together.
	modelsSQL = `WITH chosen AS (SELECT p.* FROM catalog.product p WHERE p.state = 'published' AND p.template_id IS NOT NULL AND p.code NOT LIKE 'BENCH-%'
		ORDER BY hashint4(p.id) LIMIT 20000)
	SELECT p.id, p.name, g.code AS category, t.code AS template, p.unit, p.description, p.attributes, k.name AS sku_name, k.model, k.spec, k.tax_rate,
		k.minimum / 1000 AS minimum, k.multiple / 1000 AS multiple
	FROM chosen p JOIN catalog.category g ON g.id = p.category_id JOIN catalog.template t ON t.id = p.template_id
	JOIN catalog.sku k ON k.product_id = p.id AND k.state = 'active' ORDER BY hashint4(p.id), p.id, k.sort LIMIT $1`
)

// forgetSQL takes away what the import made, so that the data keeps its size.
var forgetSQL = []string{
	`DELETE FROM catalog.search WHERE product_id IN (SELECT id FROM catalog.product WHERE code LIKE 'BENCH-%')`,
	`DELETE FROM catalog.sku WHERE product_id IN (SELECT id FROM catalog.product WHERE code LIKE 'BENCH-%')`,
	`DELETE FROM catalog.product WHERE code LIKE 'BENCH-%'`,
	`VACUUM ANALYZE catalog.product, catalog.sku, catalog.search`,
}
