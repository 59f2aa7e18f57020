package catalog

const (
	divisionsSQL = `SELECT id, code, name FROM org.division ORDER BY id`
	audiencesSQL = `SELECT id, code, '' AS name FROM dealer.audience WHERE code = ANY ($1)`

	// Products are locked in the order of their codes; their SKUs are changed under that lock only.
	lockProductsSQL = `SELECT id, code, name, category_id, category_path, template_id, division_ids, unit, description, images, attributes, facets,
	allow_ids, deny_ids, state, version FROM catalog.product WHERE code = ANY ($1) ORDER BY code FOR UPDATE`
	skusOfSQL = `SELECT id, product_id, code, order_code, model, barcode, name, spec, unit, packs, minimum, multiple, lead_days, tax_rate, sort, state
	FROM catalog.sku WHERE product_id = ANY ($1) ORDER BY product_id, sort, id`
	takenSQL = `SELECT s.code, coalesce(s.order_code, '') AS order_code, coalesce(s.barcode, '') AS barcode, p.code AS product FROM catalog.sku s
	JOIN catalog.product p ON p.id = s.product_id WHERE s.code = ANY ($1) OR s.order_code = ANY ($2) OR s.barcode = ANY ($3)`

	insertProductsSQL = `INSERT INTO catalog.product (code, name, category_id, category_path, template_id, division_ids, unit, description, images, attributes, facets,
	allow_ids, deny_ids, state, published_at, created_at, updated_at)
	SELECT code, name, category_id, category_path, template_id, division_ids, unit, description, images, attributes, facets,
	allow_ids, deny_ids, state, CASE WHEN state = 'published' THEN pg.now() END, pg.now(), pg.now()
	FROM jsonb_populate_recordset(NULL::catalog.product, $1) RETURNING id, code, '' AS name`
	updateProductsSQL = `UPDATE catalog.product p SET name = d.name, category_id = d.category_id, category_path = d.category_path, template_id = d.template_id,
	division_ids = d.division_ids, unit = d.unit, description = d.description, images = d.images, attributes = d.attributes, facets = d.facets,
	allow_ids = d.allow_ids, deny_ids = d.deny_ids, state = d.state, version = p.version + 1, updated_at = pg.now(),
	published_at = CASE WHEN d.state = 'published' THEN coalesce(p.published_at, pg.now()) ELSE p.published_at END
	FROM jsonb_populate_recordset(NULL::catalog.product, $1) d WHERE p.id = d.id`
	insertSKUsSQL = `INSERT INTO catalog.sku (product_id, code, order_code, model, barcode, name, spec, unit, packs, minimum, multiple, lead_days, tax_rate, sort, state)
	SELECT product_id, code, order_code, model, barcode, name, spec, unit, packs, minimum, multiple, lead_days, tax_rate, sort, state
	FROM jsonb_populate_recordset(NULL::catalog.sku, $1) RETURNING id, product_id`
	updateSKUsSQL = `UPDATE catalog.sku s SET order_code = d.order_code, model = d.model, barcode = d.barcode, name = d.name, spec = d.spec, unit = d.unit,
	packs = d.packs, minimum = d.minimum, multiple = d.multiple, lead_days = d.lead_days, tax_rate = d.tax_rate, sort = d.sort, state = d.state,
	version = s.version + 1 FROM jsonb_populate_recordset(NULL::catalog.sku, $1) d WHERE s.id = d.id`
	stepSKUsSQL = `UPDATE catalog.sku SET version = version + 1 WHERE id = ANY ($1)`

	putSearchSQL = `INSERT INTO catalog.search (product_id, words, grams)
	SELECT u.id, u.words, string_to_array(u.grams, ' ') FROM unnest($1::int[], $2::text[], $3::text[]) u(id, words, grams)
	ON CONFLICT (product_id) DO UPDATE SET words = excluded.words, grams = excluded.grams WHERE search.words <> excluded.words`

	insertCategorySQL = `WITH made AS (INSERT INTO catalog.category (code, name, parent_id, level, path, sort) VALUES ($1, $2, nullif($3, 0), $4, '{}', $5) RETURNING id)
	SELECT id FROM made`
	pathCategorySQL = `UPDATE catalog.category SET path = $2::int[] || id WHERE id = $1`
	lockCategorySQL = `SELECT c.id, c.code, c.name, coalesce((SELECT up.code FROM catalog.category up WHERE up.id = c.parent_id), '') AS parent, c.level, c.path, c.sort, c.version
	FROM catalog.category c WHERE c.code = $1 FOR UPDATE`
	updateCategorySQL = `UPDATE catalog.category SET name = $2, sort = $3, version = version + 1 WHERE id = $1`
	namingSQL         = `SELECT p.id, p.code, p.name, p.category_id, p.category_path FROM catalog.product p WHERE p.category_path @> ARRAY[$1::int] ORDER BY p.id`

	templateSQL       = `SELECT id, code, name, attributes, version FROM catalog.template WHERE code = $1`
	lockTemplateSQL   = templateSQL + ` FOR UPDATE`
	insertTemplateSQL = `INSERT INTO catalog.template (code, name, attributes) VALUES ($1, $2, $3)`
	updateTemplateSQL = `UPDATE catalog.template SET name = $2, attributes = $3, version = version + 1 WHERE id = $1`
)
