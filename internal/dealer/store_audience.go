package dealer

// Statements about audiences and membership. matches is the rule in SQL, over a dealer's facts d, its
// region's path r and an audience's conditions a; Rule.Match is the same in Go, and a test compares them.
const (
	matches = `(d.id <> ALL (a.dealers_out) AND (d.id = ANY (a.dealers_in) OR (NOT a.named_only
	AND (a.levels = '{}' OR d.level_id = ANY (a.levels)) AND (a.regions = '{}' OR r.path && a.regions)
	AND (a.tags_any = '{}' OR d.tag_ids && a.tags_any) AND d.tag_ids @> a.tags_all AND NOT d.tag_ids && a.tags_none
	AND (a.divisions = '{}' OR d.division_ids && a.divisions))))`

	// Changes of facts run beside one another, changes of rules alone: neither may compute membership
	// from what the other is about to change.
	lockFactsSQL = `SELECT pg_advisory_xact_lock_shared(7120006)`
	lockRulesSQL = `SELECT pg_advisory_xact_lock(7120006)`

	// A rule may move every dealer of a large brand: seconds, where other statements get fewer.
	patienceSQL = `SELECT set_config('statement_timeout', '60s', true)`

	upsertSQL = `WITH d AS (
		SELECT * FROM jsonb_to_recordset($1::jsonb) x(id int, code text, name text, short_name text, level_id int, region_code int, tag_ids int[],
			division_ids int[], rep_id int, contact text, phone text, phone_index bytea, credit_code text, state text, search text)
	), want AS (
		SELECT d.*, ARRAY(SELECT a.id FROM dealer.audience a WHERE ` + matches + ` ORDER BY a.id) AS audience_ids
		FROM d JOIN dealer.region r ON r.code = d.region_code
	), changed AS (
		UPDATE dealer.dealer o SET name = w.name, short_name = w.short_name, level_id = w.level_id, region_code = w.region_code,
			tag_ids = w.tag_ids, division_ids = w.division_ids, rep_id = w.rep_id, contact = w.contact, phone = w.phone, phone_index = w.phone_index,
			credit_code = w.credit_code, state = w.state, audience_ids = w.audience_ids, search = w.search,
			version = o.version + 1, updated_at = pg.now()
		FROM want w WHERE o.id = w.id
		AND (o.name, o.short_name, o.level_id, o.region_code, o.tag_ids, o.division_ids, o.rep_id, o.contact, o.phone, o.credit_code, o.state, o.audience_ids)
		IS DISTINCT FROM (w.name, w.short_name, w.level_id, w.region_code, w.tag_ids, w.division_ids, w.rep_id, w.contact, w.phone, w.credit_code, w.state, w.audience_ids)
		RETURNING o.id, o.code, o.version, o.rep_id, false AS created
	), made AS (
		INSERT INTO dealer.dealer (code, name, short_name, level_id, region_code, tag_ids, division_ids, rep_id, contact, phone,
			phone_index, credit_code, state, audience_ids, search, created_at, updated_at)
		SELECT code, name, short_name, level_id, region_code, tag_ids, division_ids, rep_id, contact, phone, phone_index, credit_code, state,
			audience_ids, search, pg.now(), pg.now() FROM want WHERE id = 0 ORDER BY code
		ON CONFLICT (code) DO NOTHING
		RETURNING id, code, version, rep_id, true AS created
	) SELECT * FROM changed UNION ALL SELECT * FROM made ORDER BY id`

	// The membership of every dealer in these audiences; in others it stays. The chosen rules are read once.
	reachSQL = `WITH a AS MATERIALIZED (SELECT * FROM dealer.audience WHERE id = ANY ($1::int[])
	), hit AS (
		SELECT d.id, array_agg(a.id) AS ids FROM dealer.dealer d JOIN dealer.region r ON r.code = d.region_code JOIN a ON ` + matches + ` GROUP BY d.id
	), want AS MATERIALIZED (
		SELECT d.id, ARRAY(SELECT m FROM unnest(d.audience_ids) m WHERE m <> ALL ($1) UNION ALL SELECT m FROM unnest(hit.ids) m ORDER BY 1) AS ids
		FROM dealer.dealer d LEFT JOIN hit ON hit.id = d.id WHERE hit.id IS NOT NULL OR d.audience_ids && $1
	) UPDATE dealer.dealer o SET audience_ids = w.ids, version = o.version + 1, updated_at = pg.now()
	FROM want w WHERE o.id = w.id AND o.audience_ids <> w.ids RETURNING o.id, o.code, o.version, o.rep_id, false AS created`

	audienceColumns = `SELECT a.id, a.code, a.name, a.rule, a.version, a.updated_at, `
	audiencesSQL    = `WITH c AS (SELECT m AS id, count(*)::int AS members FROM dealer.dealer d, unnest(d.audience_ids) m
	WHERE ($1 = 0 OR d.id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $1)) GROUP BY m)
	` + audienceColumns + `coalesce(c.members, 0) AS members FROM dealer.audience a LEFT JOIN c ON c.id = a.id ORDER BY a.code`
	audienceSQL = audienceColumns + `(SELECT count(*)::int FROM dealer.dealer d WHERE d.audience_ids @> ARRAY[a.id] AND ` + within + `) AS members
	FROM dealer.audience a WHERE a.code = $1`
	holdAudienceSQL = `SELECT version FROM dealer.audience WHERE code = $1 FOR UPDATE`
	saveAudienceSQL = `INSERT INTO dealer.audience (code, name, rule, levels, regions, tags_any, tags_all, tags_none, divisions, dealers_in, dealers_out, named_only, updated_at)
	VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, pg.now())
	ON CONFLICT (code) DO UPDATE SET name = excluded.name, rule = excluded.rule, levels = excluded.levels, regions = excluded.regions,
	tags_any = excluded.tags_any, tags_all = excluded.tags_all, tags_none = excluded.tags_none, divisions = excluded.divisions,
	dealers_in = excluded.dealers_in, dealers_out = excluded.dealers_out, named_only = excluded.named_only,
	version = audience.version + 1, updated_at = excluded.updated_at RETURNING id, version`
	membershipsSQL = `SELECT a.code, a.name, a.rule FROM dealer.dealer d JOIN dealer.audience a ON a.id = ANY (d.audience_ids) WHERE d.id = $1 ORDER BY a.code`

	factsColumns = `SELECT d.code, d.name, l.code AS level, r.path AS regions,
	ARRAY(SELECT t.code FROM dealer.tag t WHERE t.id = ANY (d.tag_ids)) AS tags,
	ARRAY(SELECT v.code FROM org.division v WHERE v.id = ANY (d.division_ids)) AS divisions
	FROM dealer.dealer d JOIN dealer.level l ON l.id = d.level_id JOIN dealer.region r ON r.code = d.region_code`
	factsSQL           = factsColumns + ` WHERE d.id = $1`
	audienceDealersSQL = factsColumns + ` WHERE d.audience_ids @> ARRAY[$1::int] AND ` + within + ` AND d.code > $3 ORDER BY d.code LIMIT $4`

	ruleArguments = `(SELECT $1::int[] AS levels, $2::int[] AS regions, $3::int[] AS tags_any, $4::int[] AS tags_all, $5::int[] AS tags_none,
	$6::int[] AS divisions, $7::int[] AS dealers_in, $8::int[] AS dealers_out, $9::bool AS named_only) a`
	previewed       = ` AND ($10 = 0 OR d.id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $10))`
	previewSQL      = factsColumns + `, ` + ruleArguments + ` WHERE ` + matches + previewed + ` ORDER BY d.code LIMIT $11`
	previewCountSQL = `SELECT count(*)::int FROM dealer.dealer d JOIN dealer.region r ON r.code = d.region_code, ` + ruleArguments + ` WHERE ` + matches + previewed
)
