package catalog

const (
	// The index reads whole tables, which takes longer than a request may.
	patienceSQL = `SELECT set_config('statement_timeout', '300000', true)`

	// What the index knows of products. The mark changes with the product, its SKUs and its words.
	entryColumns = `SELECT p.id, p.code, p.name, lower(p.code) AS code_lower, lower(p.name) AS name_lower,
	coalesce((-extract(epoch FROM p.published_at) * 1000000)::bigint, 0) AS newest, p.category_path AS path, p.facets, p.allow_ids AS allow, p.deny_ids AS deny,
	ARRAY(SELECT k.id FROM catalog.sku k WHERE k.product_id = p.id AND k.state = 'active' ORDER BY k.sort, k.id) AS skus,
	coalesce(s.words, '') AS words, p.state = 'published' AS live, ` + entryMark + ` AS mark
	FROM catalog.product p LEFT JOIN catalog.search s ON s.product_id = p.id`
	entryMark = `concat_ws('/', p.version, s.xmin)`

	entriesByIDSQL   = entryColumns + ` WHERE p.id = ANY ($1) ORDER BY p.id`
	entriesByCodeSQL = entryColumns + ` WHERE p.code = ANY ($1) ORDER BY p.id`

	marksSQL     = `SELECT p.id, ` + entryMark + ` AS mark FROM catalog.product p LEFT JOIN catalog.search s ON s.product_id = p.id ORDER BY p.id`
	productsNSQL = `SELECT count(*)::int FROM (SELECT FROM catalog.product LIMIT $1) p`

	// Published products by name; and how many of some names come before a name.
	byNameSQL      = `SELECT id FROM catalog.product WHERE state = 'published' ORDER BY name COLLATE pg.zh, id`
	namesBeforeSQL = `SELECT count(*)::int FROM unnest($1::text[], $2::int[]) u(name, id) WHERE (u.name COLLATE pg.zh, u.id) < ($3::text, $4::int)`

	// Products of which an active SKU has the text $1 as a part number.
	exactSQL = `SELECT DISTINCT k.product_id FROM catalog.sku k
	WHERE k.state = 'active' AND (lower(k.code) = $1 OR lower(k.order_code) = $1 OR lower(k.model) = $1 OR lower(k.barcode) = $1)`

	// Changes when a category or a template does.
	treeMarkSQL = `SELECT concat_ws('/', (SELECT concat_ws('-', count(*), sum(version)) FROM catalog.category), (SELECT concat_ws('-', count(*), sum(version)) FROM catalog.template))`
)
