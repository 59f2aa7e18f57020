package queue

const (
	// PutManySQL is a part of a statement that stores facts: the numbers of its eight array arguments.
	PutManySQL = `INSERT INTO queue.fact (id, kind, doc_kind, doc_id, seq, dealer_id, at, actor, data)
	SELECT u.id, u.kind, u.doc_kind, u.doc_id, u.seq, u.dealer_id, pg.now(), coalesce(nullif(u.actor, ''), pg.actor(), 'system'), u.data::jsonb
	FROM unnest($%[1]d::uuid[], $%[2]d::text[], $%[3]d::text[], $%[4]d::text[], $%[5]d::int[], $%[6]d::int[], $%[7]d::text[], $%[8]d::text[])
	u(id, kind, doc_kind, doc_id, seq, dealer_id, actor, data)`

	// '' for every kind of document.
	sinceSQL = `SELECT xid::text::bigint AS xid, id, kind, doc_kind, doc_id, seq, dealer_id, at, actor, data FROM queue.fact
	WHERE (xid, id) > ($2::bigint::text::xid8, $3::uuid) AND xid < pg_snapshot_xmin(pg_current_snapshot()) AND id >= $4
	AND ($1 = '' OR doc_kind = $1)
	ORDER BY xid, id LIMIT $5`

	lockSQL     = `SELECT pg_try_advisory_xact_lock(7120004)`
	positionSQL = `SELECT xid::text::bigint AS xid, id FROM queue.position WHERE reader = $1`
	moveSQL     = `INSERT INTO queue.position (reader, xid, id, at) VALUES ($1, $2::bigint::text::xid8, $3, pg.now())
	ON CONFLICT (reader) DO UPDATE SET xid = excluded.xid, id = excluded.id, at = excluded.at`
	endSQL = `SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint`
	// With those that an open transaction still holds back; counted no further than $4.
	waitingSQL = `SELECT count(*)::int FROM (SELECT FROM queue.fact WHERE (xid, id) > ($1::bigint::text::xid8, $2::uuid) AND id >= $3 LIMIT $4) w`
	notifySQL  = `SELECT pg_notify('qudao', p) FROM unnest($1::text[]) p`

	listenSQL = `LISTEN qudao`
)
