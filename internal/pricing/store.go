package pricing

const (
	// The versions of lists. Placement reads them with those of everything else, in a statement of its own.
	versionsSQL = `SELECT id, version FROM pricing.price_list WHERE id = ANY ($1)`

	bookVersionSQL = `SELECT version FROM pricing.book`
	stepBookSQL    = `UPDATE pricing.book SET version = version + 1`

	activeListsSQL = `SELECT id, code, name, kind, audience_id, dealer_id, priority, currency, tax_included, valid_from, valid_to, version
	FROM pricing.price_list WHERE state = 'active'`

	pricesSQL = `SELECT p.list_id, p.sku_id, array_agg(p.minimum ORDER BY p.minimum) AS minimums, array_agg(p.price ORDER BY p.minimum) AS prices
	FROM pricing.price p WHERE p.list_id = ANY ($1) AND p.sku_id = ANY ($2) GROUP BY p.list_id, p.sku_id`
)
