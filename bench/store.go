package main

// fillSQL gives every level a million pieces, on the record, and fresh statistics.
var fillSQL = []string{
	`UPDATE inventory.level SET on_hand = on_hand + 1000000000`,
	`INSERT INTO inventory.movement (id, sku_id, warehouse_id, pool, kind, quantity, reason, actor, at)
	SELECT pg.uuid_floor(now() - interval '1 hour'), sku_id, warehouse_id, pool, 'adjustment', 1000000000, 'bench', 'bench', now() FROM inventory.level`,
	`VACUUM ANALYZE`,
	`CHECKPOINT`,
}

const (
	buyersSQL = `SELECT d.id AS dealer_id, a.login_id::text AS login, s.id::text AS address
	FROM dealer.dealer d JOIN dealer.account a ON a.dealer_id = d.id AND a.role = 'master' JOIN dealer.address s ON s.dealer_id = d.id AND s.is_default
	WHERE d.state = 'active' ORDER BY hashint4(d.id) LIMIT $1`

	// A sample of what is published to the dealer and has a price in the base list.
	choicesSQL = `SELECT k.code, (greatest(k.minimum, k.multiple) / 1000)::float8
	FROM dealer.dealer d, catalog.sku k JOIN catalog.product p ON p.id = k.product_id
	WHERE d.id = $1 AND p.state = 'published' AND k.state = 'active' AND p.allow_ids && d.audience_ids AND NOT p.deny_ids && d.audience_ids
	AND k.minimum % k.multiple = 0
	AND EXISTS (SELECT FROM pricing.price x JOIN pricing.price_list l ON l.id = x.list_id WHERE l.kind = 'base' AND x.sku_id = k.id)
	AND k.id % greatest(1, (SELECT max(id) FROM catalog.sku) / 4000) = d.id % greatest(1, (SELECT max(id) FROM catalog.sku) / 4000)
	ORDER BY hashint4(k.id + d.id) LIMIT $2`

	sessionSQL = `INSERT INTO identity.session (token_hash, login_id, created_at, seen_at, expires_at, address, agent)
	VALUES ($1, $2::uuid, now(), now(), now() + interval '1 day', '127.0.0.1', 'bench')`
)
