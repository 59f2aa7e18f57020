package spreadsheet

// What a run wrote is found where it stands on record: changes of prices in the audit, which carries the
// run as the trace, and counts of stock in the movements, which carry it as their document.
const (
	wrotePricesSQL = `SELECT c.id, k.id AS sku_id, k.code AS sku, (coalesce(c.after, c.before) ->> 'minimum')::bigint AS minimum,
		(c.before ->> 'price')::bigint AS before
	FROM audit.change c JOIN catalog.sku k ON k.id = (coalesce(c.after, c.before) ->> 'sku_id')::int
	WHERE c.actor = $2 AND c.at >= $3 AND c.tbl = 'pricing.price' AND c.trace = $1 ORDER BY k.code, minimum, c.id DESC`

	// The SKUs $5 of which a price in the list was changed after $4, by anything but the run.
	repricedSQL = `SELECT DISTINCT split_part(c.key, '/', 2)::int AS sku_id FROM audit.change c
	WHERE c.tbl = 'pricing.price' AND c.at >= $3 AND c.id > $4 AND c.trace <> $1
	AND split_part(c.key, '/', 1)::int = (SELECT l.id FROM pricing.price_list l WHERE l.code = $2)
	AND split_part(c.key, '/', 2)::int = ANY ($5::int[]) ORDER BY 1`

	laddersSQL = `SELECT k.code AS sku, p.minimum, p.price FROM pricing.price p JOIN pricing.price_list l ON l.id = p.list_id
	JOIN catalog.sku k ON k.id = p.sku_id WHERE l.code = $1 AND k.code = ANY ($2)`

	// Ids rise with time: movements of the run are behind the run's own id, and what came later behind them.
	wroteLevelsSQL = `WITH own AS (
		SELECT m.sku_id, m.warehouse_id, sum(m.quantity)::bigint AS quantity, min(m.id::text)::uuid AS first
		FROM inventory.movement m WHERE m.id > $1::uuid AND m.doc_id = ($1::uuid)::text GROUP BY m.sku_id, m.warehouse_id)
	SELECT w.code AS warehouse, k.code AS sku, o.quantity, EXISTS (SELECT FROM inventory.movement m
		WHERE m.sku_id = o.sku_id AND m.warehouse_id = o.warehouse_id AND m.id > o.first AND m.doc_id <> ($1::uuid)::text) AS moved
	FROM own o JOIN inventory.warehouse w ON w.id = o.warehouse_id JOIN catalog.sku k ON k.id = o.sku_id
	ORDER BY w.code, k.code`
)
