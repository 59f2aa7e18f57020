package dealer

// VersionsSQL returns the versions of dealers, for a transaction that must not act on an older Known.
const VersionsSQL = `SELECT id, version FROM dealer.dealer WHERE id = ANY ($1)`

// within is that the staff scope $2 reaches a dealer, 0 being everybody's.
const within = `($2 = 0 OR d.id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $2))`

// Statements about dealers, their facts, people and addresses.
const (
	levelsSQL    = `SELECT code, name, rank FROM dealer.level ORDER BY rank, code`
	tagsSQL      = `SELECT code, name FROM dealer.tag ORDER BY code`
	divisionsSQL = `SELECT code, name FROM org.division ORDER BY code`
	repsSQL      = `SELECT code, name FROM org.staff s WHERE state = 'active'
	AND (NOT sees_all AND EXISTS (SELECT FROM org.staff_role h WHERE h.staff_id = s.id) OR EXISTS (SELECT FROM dealer.dealer d WHERE d.rep_id = s.id)) ORDER BY code`
	regionsSQL = `SELECT code, name, full_name, parent, level FROM dealer.region ORDER BY code`
	underSQL   = `SELECT code FROM dealer.region WHERE path @> ARRAY[$1::int] ORDER BY code`

	upsertRegionsSQL = `INSERT INTO dealer.region (code, name, parent, level)
	SELECT u.code, u.name, u.parent, u.level FROM unnest($1::int[], $2::text[], $3::int[], $4::int[]) u(code, name, parent, level) WHERE u.level = $5
	ON CONFLICT (code) DO UPDATE SET name = excluded.name, parent = excluded.parent, level = excluded.level`
	upsertLevelsSQL = `INSERT INTO dealer.level (code, name, rank) SELECT * FROM unnest($1::text[], $2::text[], $3::int[])
	ON CONFLICT (code) DO UPDATE SET name = excluded.name, rank = excluded.rank`
	upsertTagsSQL = `INSERT INTO dealer.tag (code, name) SELECT * FROM unnest($1::text[], $2::text[])
	ON CONFLICT (code) DO UPDATE SET name = excluded.name`

	lookUpSQL = `WITH w AS (SELECT * FROM unnest($1::text[], $2::text[]) u(kind, code))
	SELECT w.kind, w.code, l.id, l.name, false AS gone FROM w JOIN dealer.level l ON w.kind = 'level' AND l.code = w.code
	UNION ALL SELECT w.kind, w.code, t.id, t.name, false FROM w JOIN dealer.tag t ON w.kind = 'tag' AND t.code = w.code
	UNION ALL SELECT w.kind, w.code, v.id, v.name, false FROM w JOIN org.division v ON w.kind = 'division' AND v.code = w.code
	UNION ALL SELECT w.kind, w.code, s.id, s.name, s.state <> 'active' FROM w JOIN org.staff s ON w.kind = 'rep' AND s.code = w.code
	UNION ALL SELECT w.kind, w.code, r.code, r.full_name, false FROM w JOIN dealer.region r ON w.kind = 'region' AND r.code = w.code::int
	UNION ALL SELECT w.kind, w.code, d.id, d.name, false FROM w JOIN dealer.dealer d ON w.kind = 'dealer' AND d.code = w.code
	AND ($3 = 0 OR d.id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $3))`

	cardColumns = `d.id, d.code, d.name, d.short_name, d.state, d.version,
	jsonb_build_object('code', l.code, 'name', l.name) AS level, jsonb_build_object('code', r.code, 'name', r.full_name) AS region,
	coalesce((SELECT jsonb_agg(jsonb_build_object('code', t.code, 'name', t.name) ORDER BY t.code) FROM dealer.tag t WHERE t.id = ANY (d.tag_ids)), '[]') AS tags,
	(SELECT jsonb_build_object('code', s.code, 'name', s.name) FROM org.staff s WHERE s.id = d.rep_id) AS rep`
	cardFrom  = ` FROM dealer.dealer d JOIN dealer.level l ON l.id = d.level_id JOIN dealer.region r ON r.code = d.region_code`
	listWhere = ` WHERE (d.search LIKE ALL ($1) OR d.phone_index = ANY ($8::bytea[])
		OR d.id IN (SELECT a.dealer_id FROM dealer.address a WHERE a.phone_index = ANY ($9::bytea[]))) AND ($2 = '' OR l.code = $2) AND ($3 = 0 OR r.path @> ARRAY[$3::int])
	AND ($4 = '' OR d.tag_ids @> ARRAY[(SELECT id FROM dealer.tag WHERE code = $4)])
	AND ($5 = '' OR d.audience_ids @> ARRAY[(SELECT id FROM dealer.audience WHERE code = $5)]) AND ($6 = '' OR d.state = $6)
	AND ($7 = 0 OR d.id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $7))`
	listSQL  = `SELECT ` + cardColumns + cardFrom + listWhere + ` AND d.code > $10 ORDER BY d.code LIMIT $11`
	findSQL  = `SELECT d.code, d.name, d.state FROM dealer.dealer d WHERE d.search LIKE ALL ($1) AND ` + within + ` ORDER BY d.code LIMIT $3`
	countSQL = `SELECT count(*)::int` + cardFrom + listWhere
	cardSQL  = `SELECT ` + cardColumns + cardFrom + ` WHERE d.id = $1`
	getSQL   = `SELECT ` + cardColumns + `, d.contact, d.phone, d.credit_code, d.created_at, d.updated_at,
	coalesce((SELECT jsonb_agg(jsonb_build_object('code', v.code, 'name', v.name) ORDER BY v.code) FROM org.division v WHERE v.id = ANY (d.division_ids)), '[]') AS divisions` +
		cardFrom + ` WHERE d.code = $1 AND ` + within

	refsSQL    = `SELECT d.id, d.code, d.name FROM dealer.dealer d WHERE d.id = ANY ($1) AND ` + within
	idSQL      = `SELECT d.id FROM dealer.dealer d WHERE d.code = $1 AND ` + within
	lockOneSQL = `SELECT d.id FROM dealer.dealer d WHERE d.code = $1 AND ` + within + ` FOR UPDATE`
	holdSQL    = `SELECT d.id, d.code, d.rep_id, d.state, d.contact, d.phone, d.version FROM dealer.dealer d WHERE d.code = ANY ($1) AND ` + within + ` ORDER BY d.id FOR UPDATE`
	knownSQL   = `SELECT id, code, name, state, level_id, audience_ids, version FROM dealer.dealer WHERE id = $1`

	endTermsSQL   = `UPDATE dealer.rep_term SET until = pg.now() WHERE dealer_id = ANY ($1) AND until IS NULL`
	beginTermsSQL = `INSERT INTO dealer.rep_term (dealer_id, staff_id, since, actor)
	SELECT u.dealer, u.staff, pg.now(), pg.actor() FROM unnest($1::int[], $2::int[]) u(dealer, staff) WHERE u.staff IS NOT NULL
	ON CONFLICT (dealer_id, since) DO UPDATE SET staff_id = excluded.staff_id, until = NULL, actor = excluded.actor, handover_id = NULL`
	anyOutsideSQL = `SELECT EXISTS (SELECT FROM unnest($1::int[]) d WHERE NOT EXISTS (SELECT FROM pg.scope_dealer s WHERE s.scope_id = $2 AND s.dealer_id = d))`

	addressColumns = `SELECT a.dealer_id, a.id, a.name, a.phone, a.region_code, r.full_name AS region_name, a.detail, a.is_default
	FROM dealer.address a JOIN dealer.region r ON r.code = a.region_code WHERE a.dealer_id = $1`
	addressesSQL      = addressColumns + ` ORDER BY a.is_default DESC, a.id`
	addressSQL        = addressColumns + ` AND a.id = $2`
	countAddressesSQL = `SELECT count(*)::int FROM dealer.address WHERE dealer_id = $1`
	addressPhoneSQL   = `SELECT phone FROM dealer.address WHERE dealer_id = $1 AND id = $2`
	clearDefaultSQL   = `UPDATE dealer.address SET is_default = false WHERE dealer_id = $1 AND id <> $2 AND is_default`
	saveAddressSQL    = `INSERT INTO dealer.address (dealer_id, id, name, phone, region_code, detail, phone_index, is_default)
	SELECT $1, $2, $3, $4, $5, $6, $8, $7 OR NOT EXISTS (SELECT FROM dealer.address WHERE dealer_id = $1 AND is_default AND id <> $2)
	ON CONFLICT (dealer_id, id) DO UPDATE SET name = excluded.name, phone = excluded.phone, phone_index = excluded.phone_index, region_code = excluded.region_code,
	detail = excluded.detail, is_default = excluded.is_default`
	removeAddressSQL = `DELETE FROM dealer.address WHERE dealer_id = $1 AND id = $2`
	nextDefaultSQL   = `UPDATE dealer.address SET is_default = true WHERE dealer_id = $1
	AND id = (SELECT min(id::text)::uuid FROM dealer.address WHERE dealer_id = $1)
	AND NOT EXISTS (SELECT FROM dealer.address WHERE dealer_id = $1 AND is_default)`
	putAddressesSQL = `INSERT INTO dealer.address (dealer_id, id, name, phone, region_code, detail, is_default, phone_index)
	SELECT * FROM unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::text[], $7::bool[], $8::bytea[])`
)
