package dealer

// Data permissions, reps, and dealers that change hands.
const (
	knownRegionsSQL    = `SELECT code FROM dealer.region WHERE code = ANY ($1)`
	regionNamesSQL     = `SELECT code, full_name AS name FROM dealer.region WHERE code = ANY ($1)`
	audiencesByCodeSQL = `SELECT id, code, name FROM dealer.audience WHERE code = ANY ($1)`
	audienceNamesSQL   = `SELECT id, code, name FROM dealer.audience WHERE id = ANY ($1)`

	repOfSQL        = `SELECT s.code, s.name FROM dealer.dealer d JOIN org.staff s ON s.id = d.rep_id WHERE d.id = $1`
	staffIDSQL      = `SELECT id FROM org.staff WHERE code = $1`
	workingStaffSQL = `SELECT id FROM org.staff WHERE code = $1 AND state = 'active'`

	termsSQL = `SELECT jsonb_build_object('code', s.code, 'name', s.name) AS rep, t.since, t.until, coalesce(h.reason, '') AS reason, coalesce(t.actor, '') AS actor
	FROM dealer.rep_term t JOIN org.staff s ON s.id = t.staff_id LEFT JOIN dealer.handover h ON h.id = t.handover_id
	WHERE t.dealer_id = $1 ORDER BY t.since DESC`
	keepsSQL = `SELECT t.dealer_id, jsonb_build_object('code', d.code, 'name', d.name) AS dealer, t.since, t.until,
		(SELECT jsonb_build_object('code', s.code, 'name', s.name) FROM dealer.rep_term n JOIN org.staff s ON s.id = n.staff_id
			WHERE n.dealer_id = t.dealer_id AND n.since = t.until) AS successor
	FROM dealer.rep_term t JOIN dealer.dealer d ON d.id = t.dealer_id
	WHERE t.staff_id = $1 AND ` + within + ` AND (t.since, -t.dealer_id) < ($3::timestamptz, -$4::int) ORDER BY t.since DESC, t.dealer_id LIMIT $5`
	holdingSQL = `SELECT count(*) FILTER (WHERE d.state = 'active')::int AS active, count(*) FILTER (WHERE d.state = 'frozen')::int AS frozen,
	count(*) FILTER (WHERE d.state = 'closed')::int AS closed FROM dealer.dealer d WHERE d.rep_id = $1 AND ` + within

	handoverColumns = `SELECT h.id::text AS id, jsonb_build_object('code', f.code, 'name', f.name) AS from_rep, jsonb_build_object('code', t.code, 'name', t.name) AS to_rep,
	to_char(h.since, 'YYYY-MM-DD') AS since, h.reason, h.dealers, h.leaves, h.at, h.actor
	FROM dealer.handover h JOIN org.staff f ON f.id = h.from_id JOIN org.staff t ON t.id = h.to_id`
	handoverSQL   = handoverColumns + ` WHERE h.id = $1`
	handoversSQL  = handoverColumns + ` WHERE h.from_id = $1 OR h.to_id = $1 ORDER BY h.id DESC LIMIT 100`
	lockTheirsSQL = `SELECT d.id, d.code, d.name FROM dealer.dealer d WHERE d.rep_id = $1 AND ` + within + ` AND ($3::text[] = '{}' OR d.code = ANY ($3))
	ORDER BY d.id FOR UPDATE`
	hasDealersSQL  = `SELECT EXISTS (SELECT FROM dealer.dealer WHERE rep_id = $1)`
	putHandoverSQL = `INSERT INTO dealer.handover (id, from_id, to_id, since, reason, dealers, leaves, at, actor)
	VALUES ($1, $2, $3, $4::text::date, $5, $6, $7, pg.now(), $8)`
	// What began on the day $2 or later ends now, so that no term is shorter than nothing.
	handTermsSQL = `WITH ended AS (
		UPDATE dealer.rep_term t SET until = CASE WHEN t.since < $2 THEN $2 ELSE pg.now() END WHERE t.dealer_id = ANY ($1) AND t.until IS NULL
		RETURNING t.dealer_id, t.until
	) INSERT INTO dealer.rep_term (dealer_id, staff_id, since, handover_id, actor)
	SELECT u.dealer, $3, coalesce(e.until, $2), $4, pg.actor() FROM unnest($1::int[]) u(dealer) LEFT JOIN ended e ON e.dealer_id = u.dealer
	ON CONFLICT (dealer_id, since) DO UPDATE SET staff_id = excluded.staff_id, until = NULL, handover_id = excluded.handover_id, actor = excluded.actor`
	// Nothing of an audience's rule: membership stays.
	handOverSQL = `UPDATE dealer.dealer d SET rep_id = $2, version = d.version + 1, updated_at = pg.now() WHERE d.id = ANY ($1)
	RETURNING d.id, d.code, d.version, d.rep_id, false AS created`
)
