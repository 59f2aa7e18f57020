package notification

// Announcements. shown is that one is published to a dealer of the audiences $1 now.
const (
	shown = `a.state = 'published' AND coalesce(a.since, a.published_at) <= pg.now() AND (a.until IS NULL OR a.until > pg.now())
	AND (a.everybody OR a.audience_ids && $1::int[])`

	announcementColumns = `SELECT a.id, a.number, a.title, a.body, a.everybody, a.since, a.until, a.pinned, a.state, a.version,
	a.created_at, a.created_by, a.updated_at, a.published_at, a.withdrawn_at,
	coalesce((SELECT jsonb_agg(jsonb_build_object('code', d.code, 'name', d.name) ORDER BY d.code) FROM dealer.audience d WHERE d.id = ANY (a.audience_ids)), '[]') AS audiences
	FROM notification.announcement a`
	announcementSQL  = announcementColumns + ` WHERE a.number = $1`
	announcementsSQL = announcementColumns + ` WHERE ($1 = '' OR strpos(lower(a.number || ' ' || a.title), lower($1)) > 0)
	AND ($2 = '' OR a.state = $2) AND a.id < $3 ORDER BY a.id DESC LIMIT $4`

	audiencesSQL = `SELECT id, code FROM dealer.audience WHERE code = ANY ($1)`
	// A dealer that is closed reads nothing any more.
	reachSQL = `SELECT count(*)::int FROM dealer.dealer d WHERE d.state <> 'closed' AND ($1 OR d.audience_ids && $2::int[])
	AND ($3 = 0 OR d.id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $3))`

	numberSQL = `SELECT nextval('notification.announcement_number')`
	createSQL = `INSERT INTO notification.announcement (id, number, title, body, everybody, audience_ids, since, until, pinned, created_at, created_by, updated_at)
	VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, pg.now(), $10, pg.now())`
	lockSQL = `SELECT version FROM notification.announcement WHERE number = $1 FOR UPDATE`
	editSQL = `UPDATE notification.announcement SET title = $2, body = $3, everybody = $4, audience_ids = $5, since = $6, until = $7, pinned = $8,
	version = version + 1, updated_at = pg.now() WHERE id = $1`
	publishSQL = `UPDATE notification.announcement SET state = 'published', published_at = pg.now(), version = version + 1, updated_at = pg.now()
	WHERE id = $1 AND state = 'draft'`
	withdrawSQL = `UPDATE notification.announcement SET state = 'withdrawn', withdrawn_at = pg.now(), version = version + 1, updated_at = pg.now()
	WHERE id = $1 AND state = 'published'`

	shownColumns = `SELECT a.id, a.number, a.title, a.body, a.pinned, greatest(a.since, a.published_at) AS at, a.until,
	EXISTS (SELECT FROM notification.seen s WHERE s.principal = $2 AND s.id = a.id) AS seen FROM notification.announcement a WHERE ` + shown
	currentSQL            = shownColumns + ` ORDER BY a.pinned DESC, greatest(a.since, a.published_at) DESC, a.id DESC LIMIT $3`
	openSQL               = shownColumns + ` AND a.number = $3`
	countAnnouncementsSQL = `SELECT count(*)::int FROM notification.announcement a WHERE ` + shown + `
	AND NOT EXISTS (SELECT FROM notification.seen s WHERE s.principal = $2 AND s.id = a.id)`
	seeShownSQL = `INSERT INTO notification.seen (principal, id, at) SELECT $2::text, a.id, pg.now() FROM notification.announcement a WHERE ` + shown + `
	ON CONFLICT DO NOTHING`
)

// Messages. Every statement over an inbox has these arguments first: the receivers $1, whether messages about
// dealers are read $2, the staff scope that narrows them $3 (0 is every dealer), the principal $4, and the mark
// up to which it has seen all, $5. The newest are taken from each receiver by its key, so that the length of the
// history costs nothing. The mark is read by a statement of its own: under a policy a key is compared with plain
// values only.
const (
	mine = `m.receiver = r.receiver AND (m.dealer_id IS NULL OR $2)
	AND ($3 = 0 OR m.dealer_id IS NULL OR m.dealer_id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $3))`
	none     = `'00000000-0000-0000-0000-000000000000'::uuid`
	seenByID = `EXISTS (SELECT FROM notification.seen s WHERE s.principal = $4 AND s.id = m.id)`

	markSQL = `SELECT coalesce((SELECT r.seen_to FROM notification.reader r WHERE r.principal = $1), ` + none + `)`

	messagesSQL = `SELECT m.id, m.kind, m.doc_kind, m.doc_id, m.data, m.at, m.seen,
	CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('code', d.code, 'name', d.name) END AS dealer
	FROM (SELECT n.* FROM unnest($1::text[]) r(receiver) CROSS JOIN LATERAL (
		SELECT m.id, m.kind, m.doc_kind, m.doc_id, m.data, m.at, m.dealer_id, (m.id <= $5 OR ` + seenByID + `) AS seen
		FROM notification.message m WHERE ` + mine + ` AND m.id < $7
		AND m.id > CASE WHEN $6 THEN $5::uuid ELSE ` + none + ` END AND NOT ($6 AND ` + seenByID + `)
		ORDER BY m.id DESC LIMIT $8) n ORDER BY n.id DESC LIMIT $8) m
	LEFT JOIN dealer.dealer d ON d.id = m.dealer_id ORDER BY m.id DESC`

	countSQL = `SELECT count(*)::int FROM (SELECT FROM unnest($1::text[]) r(receiver) CROSS JOIN LATERAL (
		SELECT FROM notification.message m WHERE ` + mine + ` AND m.id > $5 AND NOT ` + seenByID + ` ORDER BY m.id DESC LIMIT $6) n LIMIT $6) c`

	// Orders that wait for review, and since when the oldest of them does, of the staff scope $1 (0 is every dealer).
	reviewsSQL = `SELECT count(*)::int AS count, min(w.placed_at) AS since FROM (SELECT o.placed_at FROM orders.orders o WHERE o.review = 'in_review'
	AND ($1 = 0 OR o.dealer_id IN (SELECT s.dealer_id FROM pg.scope_dealer s WHERE s.scope_id = $1)) ORDER BY o.review_until LIMIT $2) w`

	mineSQL = `SELECT EXISTS (SELECT FROM unnest($1::text[]) r(receiver) JOIN notification.message m ON ` + mine + ` WHERE m.id = $6 AND $4 <> '' AND $5::uuid IS NOT NULL)`
	seeSQL  = `INSERT INTO notification.seen (principal, id, at) VALUES ($1, $2, pg.now()) ON CONFLICT DO NOTHING`

	seeNewSQL = `INSERT INTO notification.seen (principal, id, at)
	SELECT $4::text, m.id, pg.now() FROM unnest($1::text[]) r(receiver) JOIN notification.message m ON ` + mine + ` WHERE m.id > greatest($5::uuid, $6) ON CONFLICT DO NOTHING`
	seeToSQL = `INSERT INTO notification.reader (principal, seen_to) VALUES ($1, $2)
	ON CONFLICT (principal) DO UPDATE SET seen_to = greatest(reader.seen_to, excluded.seen_to)`
	// What the mark covers needs no row of its own; an announcement's row stays.
	tidySQL = `DELETE FROM notification.seen s WHERE s.principal = $1 AND s.id <= $2
	AND NOT EXISTS (SELECT FROM notification.announcement a WHERE a.id = s.id)`
)

// What a job tells, and what it removes.
const (
	orderSQL = `SELECT o.number, o.review, o.reason FROM orders.orders o WHERE o.dealer_id = $1 AND o.id = $2`

	shipmentSQL = `SELECT s.carrier, s.tracking FROM orders.shipment s WHERE s.dealer_id = $1 AND s.order_id = $2 AND s.number = $3`

	commentSQL = `SELECT c.who, c.body FROM timeline.comment c WHERE c.dealer_id = $1 AND c.doc_id = $2 AND c.id = $3`

	runSQL = `SELECT r.owner, r.direction, r.name, r.state, r.ok, r.failed FROM spreadsheet.run r WHERE r.id = $1`

	// Staff that holds the permission $2 and sees some dealers only, among them $1.
	narrowStaffSQL = `SELECT s.code FROM pg.scope_dealer n JOIN org.staff s ON s.id = n.scope_id
	WHERE n.dealer_id = $1 AND s.state = 'active' AND NOT s.sees_all
	AND EXISTS (SELECT FROM org.staff_role h JOIN org.role g ON g.id = h.role_id WHERE h.staff_id = s.id AND $2 = ANY (g.permissions)) ORDER BY s.code`

	// Once for each fact and receiver: who is told already is not among those returned.
	tellSQL = `INSERT INTO notification.message (receiver, id, fact_id, dealer_id, kind, doc_kind, doc_id, data, at)
	SELECT u.receiver, u.id, u.fact_id, u.dealer_id, u.kind, u.doc_kind, u.doc_id, u.data::jsonb, u.at
	FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[])
	u(receiver, id, fact_id, dealer_id, kind, doc_kind, doc_id, data, at)
	ON CONFLICT ON CONSTRAINT message_once DO NOTHING RETURNING receiver, id, dealer_id`

	forgetSQL = `DELETE FROM notification.message m USING (
		SELECT receiver, id FROM notification.message WHERE at < $1 LIMIT $2) old
	WHERE m.receiver = old.receiver AND m.id = old.id`
	forgetSeenSQL = `DELETE FROM notification.seen s USING (
		SELECT o.principal, o.id FROM notification.seen o WHERE o.at < $1
		AND NOT EXISTS (SELECT FROM notification.announcement a WHERE a.id = o.id AND a.state = 'published' AND (a.until IS NULL OR a.until > pg.now()))
		LIMIT $2) old
	WHERE s.principal = old.principal AND s.id = old.id`
)
