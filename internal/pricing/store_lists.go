package pricing

// within is that a price list is of no dealer, or of one whom the staff scope $2 reaches, 0 being everybody's.
const within = `($2 = 0 OR l.dealer_id IS NULL OR l.dealer_id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $2))`

const (
	audienceIDSQL = `SELECT id FROM dealer.audience WHERE code = $1`
	dealerIDSQL   = `SELECT d.id FROM dealer.dealer d WHERE d.code = $1
	AND ($2 = 0 OR d.id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $2))`

	entryColumns = `l.id, l.code, l.name, l.kind, l.priority, l.currency, l.tax_included, l.valid_from, l.valid_to, l.state, l.version, l.updated_at,
	CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('code', a.code, 'name', a.name) END AS audience,
	CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('code', d.code, 'name', d.name) END AS dealer,
	(SELECT count(DISTINCT p.sku_id) FROM pricing.price p WHERE p.list_id = l.id)::int AS count`
	entryJoins = ` LEFT JOIN dealer.audience a ON a.id = l.audience_id LEFT JOIN dealer.dealer d ON d.id = l.dealer_id`

	// In the order of the sources: the same as precedes.
	listsSQL = `WITH l AS (
		SELECT l.*, CASE l.kind WHEN 'dealer' THEN 0 WHEN 'audience' THEN 1 ELSE 2 END AS rank FROM pricing.price_list l
		WHERE ($2 = '' OR l.kind = $2) AND ($3 = '' OR l.state = $3)
		AND ($1 = '' OR strpos(lower(l.code || ' ' || l.name), lower($1)) > 0)
		AND ($8 = 0 OR l.dealer_id IS NULL OR l.dealer_id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $8))),
	l2 AS (SELECT * FROM l WHERE (rank, -priority, -id) > ($4::int, -$5::int, -$6::int) ORDER BY rank, priority DESC, id DESC LIMIT $7)
	SELECT ` + entryColumns + ` FROM l2 l` + entryJoins + ` ORDER BY l.rank, l.priority DESC, l.id DESC`

	listSQL = `SELECT ` + entryColumns + ` FROM pricing.price_list l` + entryJoins + ` WHERE l.code = $1 AND ` + within

	lockListSQL = `SELECT l.id, l.kind, l.state, l.version FROM pricing.price_list l WHERE l.code = $1 AND ` + within + ` FOR NO KEY UPDATE`

	insertListSQL = `INSERT INTO pricing.price_list
	(code, name, kind, audience_id, dealer_id, priority, currency, tax_included, valid_from, valid_to, state, updated_at)
	VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, pg.now())`

	editListSQL = `UPDATE pricing.price_list SET name = $2, audience_id = $3, dealer_id = $4, priority = $5,
	valid_from = $6, valid_to = $7, state = $8, version = version + 1, updated_at = pg.now()
	WHERE id = $1 AND (name, audience_id, dealer_id, priority, valid_from, valid_to, state) IS DISTINCT FROM ($2, $3, $4, $5, $6, $7, $8)`

	skusSQL = `SELECT id, code, minimum, multiple FROM catalog.sku WHERE code = ANY ($1)`

	pricedSQL = `SELECT DISTINCT sku_id FROM pricing.price WHERE list_id = $1 AND sku_id = ANY ($2)`

	// Makes the ladders of the SKUs $2 in list $1 what the rows $3, $4, $5 say, and returns the SKUs of
	// which anything changed. A row that is right already is not touched.
	putPricesSQL = `WITH sku AS (SELECT DISTINCT u AS sku_id FROM unnest($2::int[]) u),
	new AS (SELECT * FROM unnest($3::int[], $4::bigint[], $5::bigint[]) u(sku_id, minimum, price)),
	gone AS (DELETE FROM pricing.price p USING sku WHERE p.list_id = $1 AND p.sku_id = sku.sku_id
		AND NOT EXISTS (SELECT FROM new WHERE new.sku_id = p.sku_id AND new.minimum = p.minimum) RETURNING p.sku_id),
	put AS (INSERT INTO pricing.price AS p (list_id, sku_id, minimum, price) SELECT $1, sku_id, minimum, price FROM new
		ON CONFLICT (list_id, sku_id, minimum) DO UPDATE SET price = excluded.price WHERE p.price <> excluded.price RETURNING p.sku_id)
	SELECT sku_id FROM gone UNION SELECT sku_id FROM put`

	stepListSQL = `UPDATE pricing.price_list SET version = version + 1, updated_at = pg.now() WHERE id = $1 RETURNING version`

	listIDSQL = `SELECT l.id FROM pricing.price_list l WHERE l.code = $1 AND ` + within

	// A page of the SKUs that have a price in the list, with their ladders and the first base price.
	pricePageSQL = `WITH s AS (
		SELECT s.id, s.code, s.name, s.unit FROM catalog.sku s
		WHERE s.code > $2 AND EXISTS (SELECT FROM pricing.price p WHERE p.list_id = $1 AND p.sku_id = s.id)
		AND NOT EXISTS (SELECT FROM unnest($3::text[]) term
			WHERE strpos(lower(concat_ws(' ', s.code, s.name, s.model, s.order_code, s.barcode)), term) = 0)
		ORDER BY s.code LIMIT $4),
	base AS (SELECT id FROM pricing.price_list WHERE kind = 'base' AND state = 'active' AND id <> $1)
	SELECT s.code AS sku, s.name, s.unit, t.minimums, t.prices,
		(SELECT p.price FROM pricing.price p JOIN base ON base.id = p.list_id WHERE p.sku_id = s.id ORDER BY p.minimum LIMIT 1) AS base
	FROM s CROSS JOIN LATERAL (SELECT array_agg(p.minimum ORDER BY p.minimum) AS minimums, array_agg(p.price ORDER BY p.minimum) AS prices
		FROM pricing.price p WHERE p.list_id = $1 AND p.sku_id = s.id) t
	ORDER BY s.code`

	buyerSQL = `SELECT d.id, d.code, d.name, d.audience_ids FROM dealer.dealer d WHERE d.code = $1
	AND ($2 = 0 OR d.id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $2))`

	wantedSQL = `SELECT id, code, name, minimum, multiple, coalesce(tax_rate, 0) AS tax_rate FROM catalog.sku WHERE code = $1`
)
