package catalog

const (
	viewSQL = `SELECT p.id, p.code, p.name, p.description, p.category_path, p.unit, p.images, p.attributes, p.version,
	coalesce((SELECT jsonb_agg(jsonb_build_object('code', d.code, 'name', d.name) ORDER BY d.code) FROM org.division d WHERE d.id = ANY (p.division_ids)), '[]') AS divisions,
	coalesce(t.attributes, '[]') AS declared
	FROM catalog.product p LEFT JOIN catalog.template t ON t.id = p.template_id WHERE ` + visible2 + ` AND p.code = $2`

	// What a pool is made of, by codes and by ids: kind 'c' a category, 'p' a product that the dealer may see.
	poolByCodeSQL = `SELECT 'c' AS kind, c.id, c.code, c.name FROM catalog.category c WHERE c.code = ANY ($2)
	UNION ALL SELECT 'p', p.id, p.code, p.name FROM catalog.product p WHERE p.code = ANY ($3) AND ` + visible
	poolByIDSQL = `SELECT 'c' AS kind, c.id, c.code, c.name FROM catalog.category c WHERE c.id = ANY ($2)
	UNION ALL SELECT 'p', p.id, p.code, p.name FROM catalog.product p WHERE p.id = ANY ($3) AND ` + visible + ` ORDER BY kind, code`

	// recogniseSQL finds what parts mean: folded texts, their index, the way they were found (lower is surer).
	recogniseSQL = `SELECT u.n::int - 1 AS n, m.rank, m.id FROM unnest($2::text[]) WITH ORDINALITY u(part, n), LATERAL (
		SELECT 1 AS rank, k.id, k.product_id, k.state FROM catalog.sku k WHERE lower(k.code) = u.part
		UNION ALL SELECT 2, k.id, k.product_id, k.state FROM catalog.sku k WHERE lower(k.order_code) = u.part
		UNION ALL SELECT 3, k.id, k.product_id, k.state FROM catalog.sku k WHERE lower(k.barcode) = u.part
		UNION ALL SELECT 4, k.id, k.product_id, k.state FROM catalog.sku k WHERE lower(k.model) = u.part) m
	JOIN catalog.product p ON p.id = m.product_id
	WHERE u.part <> '' AND m.state = 'active' AND ` + visible2 + ` ORDER BY u.n, m.rank, m.id`

	// guessSQL finds the products whose words have the most pieces in common with each text.
	guessSQL = `SELECT u.n::int - 1 AS n, ARRAY(SELECT k.id FROM catalog.sku k WHERE k.product_id = c.product_id AND k.state = 'active' ORDER BY k.sort, k.id) AS skus FROM unnest($2::text[]) WITH ORDINALITY u(part, n), pg.bigrams(u.part) q(grams), LATERAL (
		SELECT p.id AS product_id, (SELECT count(*) FROM unnest(q.grams) g WHERE position(g IN s.words) > 0) AS same
		FROM catalog.search s JOIN catalog.product p ON p.id = s.product_id
		WHERE s.grams && q.grams AND ` + visible2 + ` ORDER BY same DESC, p.id LIMIT 24) c ORDER BY u.n, c.same DESC, c.product_id`

	// Lists of the office. %s is the condition on the text, $1 its grams, $2 its patterns.
	listText = `SELECT p.id, p.code, p.name, p.unit, p.state, p.version, p.updated_at,
	cat.code AS category_code, cat.name AS category_name, ser.code AS series_code, ser.name AS series_name,
	coalesce(p.images ->> 0, '') AS image, (SELECT count(*)::int FROM catalog.sku k WHERE k.product_id = p.id AND k.state = 'active') AS sku_count
	FROM catalog.product p %join ` + cardJoins + ` WHERE ` + officeFilter + `
	AND (NOT $5::boolean OR (p.updated_at, p.id) < ($6::timestamptz, $7::int)) ORDER BY p.updated_at DESC, p.id DESC LIMIT $8`
	countText    = `SELECT count(*)::int FROM catalog.product p %join WHERE ` + officeFilter
	officeFilter = `%text AND ($3 = '' OR (SELECT id FROM catalog.category WHERE code = $3) = ANY (p.category_path)) AND ($4 = '' OR p.state = $4)`
	officeText   = `s.grams @> $1::text[] AND s.words LIKE ALL ($2::text[])`
	officeNone   = `$1::text[] IS NOT NULL AND $2::text[] IS NOT NULL`

	findSKUsSQL = `SELECT k.code, k.name, p.code AS product, k.state FROM catalog.search s JOIN catalog.sku k ON k.product_id = s.product_id JOIN catalog.product p ON p.id = k.product_id
	WHERE s.grams @> $1::text[] AND s.words LIKE ALL ($2::text[]) AND lower(concat_ws(' ', k.code, k.order_code, k.model, k.barcode, k.name)) LIKE ALL ($2)
	ORDER BY k.code LIMIT $3`

	productColumns = `SELECT p.id, p.code, p.name, p.kind, p.unit, p.description, p.images, p.attributes, p.state, p.published_at, p.version, p.created_at, p.updated_at,
	cat.code AS category_code, cat.name AS category_name, ser.code AS series_code, ser.name AS series_name, t.code AS template_code, t.name AS template_name,
	coalesce((SELECT jsonb_agg(jsonb_build_object('code', d.code, 'name', d.name) ORDER BY d.code) FROM org.division d WHERE d.id = ANY (p.division_ids)), '[]') AS divisions,
	ARRAY(SELECT a.code FROM dealer.audience a WHERE a.id = ANY (p.allow_ids) ORDER BY a.code) AS allow,
	ARRAY(SELECT a.code FROM dealer.audience a WHERE a.id = ANY (p.deny_ids) ORDER BY a.code) AS deny
	FROM catalog.product p ` + cardJoins + ` LEFT JOIN catalog.template t ON t.id = p.template_id`

	productSQL   = productColumns + ` WHERE p.code = $1`
	productsSQL  = productColumns + ` WHERE p.code > $1 ORDER BY p.code LIMIT $2`
	officeSKUSQL = `SELECT s.id, s.product_id, s.code, coalesce(s.order_code, '') AS order_code, s.model, coalesce(s.barcode, '') AS barcode, s.name, s.spec, s.unit,
	s.packs, s.minimum, s.multiple, s.lead_days, s.tax_rate, s.state, s.version FROM catalog.sku s WHERE s.product_id = ANY ($1) ORDER BY s.product_id, s.sort, s.id`

	// $1 is the code of an audience, '' all. A product that names one twice counts once.
	audienceCountsSQL = `SELECT a.code, count(DISTINCT p.id)::int AS count FROM dealer.audience a
	JOIN (SELECT id, unnest(allow_ids || deny_ids) AS audience FROM catalog.product WHERE state <> 'archived') p ON p.audience = a.id
	WHERE $1 = '' OR a.code = $1 GROUP BY a.code`
)
