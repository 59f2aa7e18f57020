package purchasing

const (
	cartSQL = `SELECT k.code, c.quantity FROM purchasing.cart_line c JOIN catalog.sku k ON k.id = c.sku_id
	WHERE c.dealer_id = $1 AND c.account_id = $2 ORDER BY c.added_at, c.sku_id`

	putSQL = `INSERT INTO purchasing.cart_line (dealer_id, account_id, sku_id, quantity, added_at)
	SELECT $1, $2, u.sku_id, u.q, pg.now() FROM unnest($3::int[], $4::bigint[]) u(sku_id, q)
	ON CONFLICT (dealer_id, account_id, sku_id) DO UPDATE SET quantity = excluded.quantity`

	addSQL = `INSERT INTO purchasing.cart_line AS c (dealer_id, account_id, sku_id, quantity, added_at)
	SELECT $1, $2, u.sku_id, u.q, pg.now() FROM unnest($3::int[], $4::bigint[]) u(sku_id, q)
	ON CONFLICT (dealer_id, account_id, sku_id) DO UPDATE SET quantity = c.quantity + excluded.quantity`

	sizeSQL = `SELECT count(*)::int AS lines, coalesce(max(quantity), 0) AS greatest FROM purchasing.cart_line WHERE dealer_id = $1 AND account_id = $2`

	removeSQL = `DELETE FROM purchasing.cart_line c WHERE dealer_id = $1 AND account_id = $2
	AND ($3::text[] = '{}' OR sku_id IN (SELECT id FROM catalog.sku WHERE code = ANY ($3)))`

	orderedSQL = `DELETE FROM purchasing.cart_line c WHERE dealer_id = $1 AND account_id = $2
	AND added_at <= (SELECT o.placed_at FROM orders.orders o WHERE o.dealer_id = $1 AND o.id = $4)
	AND sku_id IN (SELECT id FROM catalog.sku WHERE code = ANY ($3))`
)
