package spreadsheet

// What tables are read by: see table. A list of dealers, and what belongs to one, ends at the staff scope.
const (
	memberFrom = `FROM dealer.dealer d JOIN dealer.level l ON l.id = d.level_id JOIN dealer.region r ON r.code = d.region_code LEFT JOIN org.staff s ON s.id = d.rep_id
	WHERE d.audience_ids @> ARRAY[(SELECT a.id FROM dealer.audience a WHERE a.code = $1)]
	AND ($2 = 0 OR d.id IN (SELECT v.dealer_id FROM pg.scope_dealer v WHERE v.scope_id = $2))`
	countMembersSQL = `SELECT count(*)::int ` + memberFrom
	membersSQL      = `SELECT d.code AS key, ARRAY[d.code, d.name, l.name, r.full_name,
		(SELECT coalesce(string_agg(t.name, ',' ORDER BY t.code), '') FROM dealer.tag t WHERE t.id = ANY (d.tag_ids)), coalesce(s.name, ''), d.state] AS cells ` +
		memberFrom + ` AND d.code > $3 ORDER BY d.code LIMIT $4`

	named = `($1 = '' OR strpos(lower(x.code || ' ' || x.name), lower($1)) > 0)`

	countAudiencesSQL = `SELECT count(*)::int FROM dealer.audience x WHERE ` + named + ` AND $2 >= 0`
	// The codes of each condition; the dealers that a rule names are counted and not told.
	audiencesSQL = `SELECT x.code AS key, ARRAY[x.code, x.name,
		(SELECT coalesce(string_agg(v, ',' ORDER BY v), '') FROM jsonb_array_elements_text(CASE jsonb_typeof(x.rule -> 'levels') WHEN 'array' THEN x.rule -> 'levels' ELSE '[]' END) v),
		(SELECT coalesce(string_agg(v, ',' ORDER BY v), '') FROM jsonb_array_elements_text(CASE jsonb_typeof(x.rule -> 'regions') WHEN 'array' THEN x.rule -> 'regions' ELSE '[]' END) v),
		(SELECT coalesce(string_agg(v, ',' ORDER BY v), '') FROM jsonb_array_elements_text(CASE jsonb_typeof(x.rule -> 'tags_any') WHEN 'array' THEN x.rule -> 'tags_any' ELSE '[]' END) v),
		(SELECT coalesce(string_agg(v, ',' ORDER BY v), '') FROM jsonb_array_elements_text(CASE jsonb_typeof(x.rule -> 'tags_all') WHEN 'array' THEN x.rule -> 'tags_all' ELSE '[]' END) v),
		(SELECT coalesce(string_agg(v, ',' ORDER BY v), '') FROM jsonb_array_elements_text(CASE jsonb_typeof(x.rule -> 'tags_none') WHEN 'array' THEN x.rule -> 'tags_none' ELSE '[]' END) v),
		(SELECT coalesce(string_agg(v, ',' ORDER BY v), '') FROM jsonb_array_elements_text(CASE jsonb_typeof(x.rule -> 'divisions') WHEN 'array' THEN x.rule -> 'divisions' ELSE '[]' END) v),
		cardinality(x.dealers_in)::text, cardinality(x.dealers_out)::text,
		(SELECT count(*)::text FROM dealer.dealer d WHERE d.audience_ids @> ARRAY[x.id] AND ($2 = 0 OR d.id IN (SELECT v.dealer_id FROM pg.scope_dealer v WHERE v.scope_id = $2)))] AS cells
	FROM dealer.audience x WHERE ` + named + ` AND x.code > $3 ORDER BY x.code LIMIT $4`

	priceListFrom = `FROM pricing.price_list x LEFT JOIN dealer.audience a ON a.id = x.audience_id LEFT JOIN dealer.dealer d ON d.id = x.dealer_id
	WHERE ` + named + ` AND ($2 = '' OR x.kind = $2) AND ($3 = '' OR x.state = $3)
	AND ($4 = 0 OR x.dealer_id IS NULL OR x.dealer_id IN (SELECT v.dealer_id FROM pg.scope_dealer v WHERE v.scope_id = $4))`
	countPriceListsSQL = `SELECT count(*)::int ` + priceListFrom
	priceListsSQL      = `SELECT x.code AS key, ARRAY[x.code, x.name, x.kind, coalesce(a.name, d.name, ''), x.priority::text, x.currency, x.tax_included::text, ` +
		dayTime + `x.valid_from` + dayForm + `, ` + dayTime + `x.valid_to` + dayForm + `, x.state,
		(SELECT count(DISTINCT p.sku_id)::text FROM pricing.price p WHERE p.list_id = x.id)] AS cells ` + priceListFrom + ` AND x.code > $5 ORDER BY x.code LIMIT $6`

	// A moment in the brand's zone, as sheets take it; nothing where there is none.
	dayTime = `coalesce(to_char(`
	dayForm = ` AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS'), '')`

	// Parents before their children: the key is the way from the root.
	categoryWay        = `array_to_string(ARRAY(SELECT lpad((c.sort + 1000000)::text, 7, '0') || c.code FROM unnest(x.path) WITH ORDINALITY p(id, n) JOIN catalog.category c ON c.id = p.id ORDER BY p.n), '/')`
	countCategoriesSQL = `SELECT count(*)::int FROM catalog.category x WHERE ` + named
	categoriesSQL      = `SELECT y.key, y.cells FROM (SELECT ` + categoryWay + ` COLLATE "C" AS key, ARRAY[x.code, x.name, x.level::text, coalesce(o.code, ''),
		array_to_string(ARRAY(SELECT c.name FROM unnest(x.path) WITH ORDINALITY p(id, n) JOIN catalog.category c ON c.id = p.id ORDER BY p.n), ' / '),
		x.sort::text, (SELECT count(*)::text FROM catalog.product g WHERE g.category_path @> ARRAY[x.id])] AS cells
		FROM catalog.category x LEFT JOIN catalog.category o ON o.id = x.parent_id WHERE ` + named + `) y WHERE y.key > $2 ORDER BY y.key LIMIT $3`

	countWarehousesSQL = `SELECT count(*)::int FROM inventory.warehouse x WHERE ` + named
	warehousesSQL      = `SELECT x.code AS key, ARRAY[x.code, x.name, x.region_code::text, r.full_name, x.priority::text, x.state] AS cells
	FROM inventory.warehouse x JOIN dealer.region r ON r.code = x.region_code WHERE ` + named + ` AND x.code > $2 ORDER BY x.code LIMIT $3`

	// The latest first. The id of a shipment says nothing to people, and opens nothing.
	movementFrom = `FROM inventory.movement m JOIN catalog.sku k ON k.id = m.sku_id JOIN inventory.warehouse w ON w.id = m.warehouse_id
	WHERE ($1 = '' OR k.code = $1) AND ($2 = '' OR w.code = $2) AND m.at >= coalesce($3::timestamptz, '-infinity') AND m.at < coalesce($4::timestamptz, 'infinity')`
	countMovementsSQL = `SELECT count(*)::int ` + movementFrom
	movementsSQL      = `SELECT m.id::text AS key, ARRAY[` + dayTime + `m.at` + dayForm + `, k.code, k.name, w.code, w.name, m.kind, trim_scale(m.quantity / 1000.0)::text, k.unit,
		m.reason, CASE WHEN m.doc_id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-' THEN '' ELSE m.doc_id END, coalesce((SELECT s.name FROM org.staff s WHERE 'staff:' || s.code = m.actor), '')] AS cells ` +
		movementFrom + ` AND ($5 = '' OR m.id < nullif($5, '')::uuid) ORDER BY m.id DESC LIMIT $6`

	departmentNames = `(SELECT coalesce(string_agg(p.name, ',' ORDER BY p.code), '') FROM org.staff_department m JOIN org.department p ON p.id = m.department_id WHERE m.staff_id = x.id)`
	staffFrom       = `FROM org.staff x JOIN identity.login l ON l.id = x.login_id
	WHERE ($1 = '' OR strpos(lower(concat_ws(' ', x.code, x.name, l.username, ` + departmentNames + `)), lower($1)) > 0)
	AND ($2 = '' OR EXISTS (SELECT FROM org.staff_role h JOIN org.role r ON r.id = h.role_id WHERE h.staff_id = x.id AND r.code = $2))`
	countStaffSQL = `SELECT count(*)::int ` + staffFrom
	staffSQL      = `SELECT x.code AS key, ARRAY[x.code, x.name, l.username, ` + departmentNames + `,
		(SELECT coalesce(string_agg(DISTINCT r.name, ','), '') FROM org.staff_role h JOIN org.role r ON r.id = h.role_id WHERE h.staff_id = x.id),
		CASE WHEN x.sees_all THEN 'all' WHEN x.data_scope = 'own' THEN 'own' ELSE 'roles' END, x.state] AS cells ` +
		staffFrom + ` AND x.code > $3 ORDER BY x.code LIMIT $4`

	countRolesSQL = `SELECT count(*)::int FROM org.role x WHERE ` + named
	rolesSQL      = `SELECT x.code AS key, ARRAY[x.code, x.name, array_to_string(x.permissions, ','),
		(SELECT count(DISTINCT s.id)::text FROM org.staff_role h JOIN org.staff s ON s.id = h.staff_id WHERE h.role_id = x.id AND s.state = 'active')] AS cells
	FROM org.role x WHERE ` + named + ` AND x.code > $2 ORDER BY x.code LIMIT $3`
)
