package pricing

const (
	// The versions of lists. Placement reads them with those of everything else, in a statement of its own.
	versionsSQL = `SELECT id, version FROM pricing.price_list WHERE id = ANY ($1)`

	bookVersionSQL = `SELECT version FROM pricing.book`
	stepBookSQL    = `UPDATE pricing.book SET version = version + 1`

	activeListsSQL = `SELECT id, code, name, kind, audience_id, dealer_id, priority, currency, tax_included, valid_from, valid_to, version
	FROM pricing.price_list WHERE state = 'active'`

	// All prices of each list, but not more than $2 of one.
	wholeListsSQL = `SELECT p.list_id, p.sku_id, p.minimum, p.price FROM unnest($1::int[]) l,
	LATERAL (SELECT * FROM pricing.price p WHERE p.list_id = l ORDER BY p.list_id, p.sku_id, p.minimum LIMIT $2) p`

	lastPricedSQL = `SELECT coalesce(max(sku_id), 0) FROM pricing.price`

	// The prices of lists in blocks of $3 SKUs.
	blocksSQL = `SELECT p.list_id, p.sku_id, p.minimum, p.price FROM unnest($1::int[]) l, unnest($2::int[]) b,
	LATERAL (SELECT * FROM pricing.price p WHERE p.list_id = l AND p.sku_id >= b * $3 AND p.sku_id < (b + 1) * $3
		ORDER BY p.list_id, p.sku_id, p.minimum) p`
)
