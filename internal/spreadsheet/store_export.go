package spreadsheet

// What the lists are read by. Each statement takes the filter first and where the last page ended last;
// whose orders and dealers there are is asked beneath the policies too.
const (
	countListSQL = `SELECT count(*) FROM pricing.price_list l WHERE l.code = $1
	AND ($2 = 0 OR l.dealer_id IS NULL OR l.dealer_id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $2))`
	audienceKnownSQL = `SELECT EXISTS (SELECT FROM dealer.audience WHERE code = $1)`
	knownProductsSQL = `SELECT code FROM catalog.product WHERE code = ANY ($1)`

	// What a run has set so far.
	heardSQL = `SELECT w.code AS warehouse, s.code AS sku FROM inventory.counted c JOIN inventory.warehouse w ON w.id = c.warehouse_id
	JOIN catalog.sku s ON s.id = c.sku_id WHERE c.source = $1 AND c.version = $2`

	productFilter = `($1 = '' OR strpos(lower(p.code || ' ' || p.name), lower($1)) > 0) AND ($2 = '' OR p.state = $2)
	AND ($3 = '' OR p.category_path @> ARRAY(SELECT c.id FROM catalog.category c WHERE c.code = $3) AND EXISTS (SELECT FROM catalog.category c WHERE c.code = $3))`

	countProductsSQL = `SELECT count(*)::int FROM catalog.product p LEFT JOIN catalog.sku s ON s.product_id = p.id WHERE ` + productFilter

	attributeCodesSQL = `SELECT DISTINCT jsonb_object_keys(attributes) AS code FROM catalog.product ORDER BY code`
	specCodesSQL      = `SELECT DISTINCT jsonb_object_keys(spec) AS code FROM catalog.sku ORDER BY code`

	productsSQL = `SELECT p.code, p.name, c.code AS category, (SELECT r.code FROM catalog.category r WHERE r.id = p.category_path[cardinality(p.category_path)] AND r.level = 4) AS series,
		t.code AS template, p.unit,
		ARRAY(SELECT a.code FROM dealer.audience a WHERE a.id = ANY (p.allow_ids) ORDER BY a.code) AS allow,
		ARRAY(SELECT a.code FROM dealer.audience a WHERE a.id = ANY (p.deny_ids) ORDER BY a.code) AS deny,
		ARRAY(SELECT d.code FROM org.division d WHERE d.id = ANY (p.division_ids) ORDER BY d.code) AS divisions,
		p.state, p.images, p.description, p.attributes,
		s.code AS sku, s.order_code, s.model, s.barcode, s.name AS sku_name, s.tax_rate, s.minimum, s.multiple, s.lead_days, s.packs, s.state AS sku_state, s.spec
	FROM (SELECT * FROM catalog.product p WHERE ` + productFilter + ` AND p.code > $4 ORDER BY p.code LIMIT 200) p
	JOIN catalog.category c ON c.id = p.category_id LEFT JOIN catalog.template t ON t.id = p.template_id LEFT JOIN catalog.sku s ON s.product_id = p.id
	ORDER BY p.code, s.sort, s.code`

	priceFrom = `FROM pricing.price p JOIN pricing.price_list l ON l.id = p.list_id JOIN catalog.sku s ON s.id = p.sku_id
	WHERE l.code = $1 AND ($2 = '' OR strpos(lower(s.code || ' ' || s.name), lower($2)) > 0)`

	countPricesSQL = `SELECT count(*)::int ` + priceFrom

	// A page ends with a whole ladder.
	pricesSQL = `SELECT s.code AS sku, s.name, p.minimum, p.price ` + priceFrom + `
	AND s.code > $3 AND s.code <= coalesce((SELECT max(code) FROM (SELECT DISTINCT s.code ` + priceFrom + ` AND s.code > $3 ORDER BY s.code LIMIT 1000) x), '')
	ORDER BY s.code, p.minimum`

	stockFrom = `FROM inventory.level v JOIN inventory.warehouse w ON w.id = v.warehouse_id JOIN catalog.sku s ON s.id = v.sku_id
	WHERE v.pool = 0 AND lower(concat_ws(' ', s.code, s.order_code, s.model, s.name)) LIKE ALL (SELECT '%' || replace(replace(replace(t, '\', '\\'), '%', '\%'), '_', '\_') || '%'
		FROM regexp_split_to_table(lower($1), '\s+') t) AND ($2 = '' OR w.code = $2)
	AND (NOT $3 OR v.on_hand - v.reserved - v.safety <= 0)`

	countStockSQL = `SELECT count(*)::int ` + stockFrom

	stockSQL = `SELECT w.code AS warehouse, w.name AS warehouse_name, s.code AS sku, s.name, v.on_hand, v.reserved ` + stockFrom + `
	AND s.code > $4 AND s.code <= coalesce((SELECT max(code) FROM (SELECT DISTINCT s.code ` + stockFrom + ` AND s.code > $4 ORDER BY s.code LIMIT 500) x), '')
	ORDER BY s.code, w.code`

	orderState = `CASE WHEN o.review <> 'accepted' THEN o.review WHEN o.fulfilment = 'allocated' THEN 'accepted'
	WHEN o.fulfilment = 'partly_received' THEN 'shipped' ELSE o.fulfilment END`

	orderFilter = `($1 = '' OR strpos(lower(o.number || ' ' || d.code || ' ' || d.name || ' ' || d.search), lower($1)) > 0) AND ($2 = '' OR ` + orderState + ` = $2) AND ($3 = '' OR d.code = $3)
	AND o.placed_at >= coalesce($4::timestamptz, '-infinity') AND o.placed_at < coalesce($5::timestamptz, 'infinity')
	AND ($6::uuid IS NULL OR o.id >= $6) AND ($7::uuid IS NULL OR o.id < $7)
	AND ($8 = 0 OR o.dealer_id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $8))
	AND ($9::uuid IS NULL OR o.account_id = $9)`

	countOrdersSQL = `SELECT coalesce(sum(o.line_count), 0)::int FROM orders.orders o JOIN dealer.dealer d ON d.id = o.dealer_id WHERE ` + orderFilter

	ordersSQL = `SELECT o.id, o.number, o.placed_at, o.state, o.dealer, o.dealer_name, o.placed_by, o.total, o.dealer_id, o.address, o.remark,
		l.line::int AS line, l.sku_code AS sku, l.name, l.unit, l.quantity, l.price, l.amount, l.net, l.tax, l.tax_rate, l.shipped, l.received, l.cancelled
	FROM (SELECT o.*, ` + orderState + ` AS state, d.code AS dealer, d.name AS dealer_name FROM orders.orders o JOIN dealer.dealer d ON d.id = o.dealer_id
		WHERE ` + orderFilter + ` AND ($10::uuid IS NULL OR o.id < $10) ORDER BY o.id DESC LIMIT 200) o
	JOIN orders.line l ON l.dealer_id = o.dealer_id AND l.order_id = o.id
	ORDER BY o.id DESC, l.line`

	dealerFilter = `($1 = '' OR strpos(lower(d.code || ' ' || d.name || ' ' || d.search), lower($1)) > 0) AND ($2 = '' OR d.state = $2) AND ($3 = '' OR l.code = $3)
	AND ($4 = '' OR r.path @> ARRAY[nullif($4, '')::int]) AND ($5 = '' OR d.tag_ids @> ARRAY[(SELECT id FROM dealer.tag WHERE code = $5)])
	AND ($6 = '' OR d.audience_ids @> ARRAY[(SELECT id FROM dealer.audience WHERE code = $6)])
	AND ($7 = 0 OR d.id IN (SELECT v.dealer_id FROM pg.scope_dealer v WHERE v.scope_id = $7))`

	countDealersSQL = `SELECT count(*)::int FROM dealer.dealer d JOIN dealer.level l ON l.id = d.level_id JOIN dealer.region r ON r.code = d.region_code WHERE ` + dealerFilter

	dealersSQL = `SELECT d.code, d.name, d.short_name, l.code AS level, l.name AS level_name, d.region_code AS region, r.name AS region_name,
		ARRAY(SELECT t.code FROM dealer.tag t WHERE t.id = ANY (d.tag_ids) ORDER BY t.code) AS tags,
		ARRAY(SELECT v.code FROM org.division v WHERE v.id = ANY (d.division_ids) ORDER BY v.code) AS divisions,
		s.name AS rep, d.contact, d.phone, d.credit_code, d.state
	FROM dealer.dealer d JOIN dealer.level l ON l.id = d.level_id JOIN dealer.region r ON r.code = d.region_code LEFT JOIN org.staff s ON s.id = d.rep_id
	WHERE ` + dealerFilter + ` AND d.code > $8 ORDER BY d.code LIMIT 1000`

	auditFilter = `($1 = '' OR actor = $1) AND ($2 = '' OR tbl = $2) AND ($3 = '' OR key = $3)
	AND at >= coalesce($4::timestamptz, '-infinity') AND at < coalesce($5::timestamptz, 'infinity')`

	countAuditSQL = `SELECT count(*) FROM audit.change WHERE ` + auditFilter

	auditSQL = `SELECT id, at, actor, address, trace, action, tbl, key, before, after FROM audit.change
	WHERE ` + auditFilter + ` AND ($6::timestamptz IS NULL OR (at, id) < ($6, $7::bigint)) ORDER BY at DESC, id DESC LIMIT 1000`
)
