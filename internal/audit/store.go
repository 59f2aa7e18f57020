package audit

const (
	listSQL = `SELECT id, at, actor, address, trace, action, tbl, key, dealer_id, before, after FROM audit.change
	WHERE ($1 = '' OR actor = $1) AND ($2 = '' OR tbl = $2) AND ($3 = '' OR key = $3)
	AND at >= coalesce($4::timestamptz, '-infinity') AND at < coalesce($5::timestamptz, 'infinity')
	AND ($6::timestamptz IS NULL OR (at, id) < ($6, $7))
	ORDER BY at DESC, id DESC LIMIT $8`

	// A JSON null is no row.
	// InsertedSQL is a part of a statement that records the rows n which another part, %[1]s, inserted and returned:
	// %[2]s their table, %[3]s the expression of their key, %[4]s the columns never written down. The rows
	// themselves name their actor, address_from and request, because several actors share the transaction.
	InsertedSQL = `INSERT INTO audit.change (at, actor, address, trace, action, tbl, key, dealer_id, after)
	SELECT pg.now(), n.actor, n.address_from, n.request, 'insert', '%[2]s', %[3]s, n.dealer_id, to_jsonb(n) - '%[4]s'::text[] FROM %[1]s n`

	changedSQL = `INSERT INTO audit.change (at, actor, address, trace, action, tbl, key, before, after)
	SELECT pg.now(), coalesce(pg.actor(), session_user), coalesce(current_setting('qudao.address', true), ''),
	coalesce(current_setting('qudao.trace', true), ''), $1, $2, $3, nullif($4::jsonb, 'null'), nullif($5::jsonb, 'null')`

	readSQL = `INSERT INTO audit.change (at, actor, address, trace, action, tbl, key, dealer_id, after)
	SELECT pg.now(), coalesce(pg.actor(), session_user), coalesce(current_setting('qudao.address', true), ''),
	coalesce(current_setting('qudao.trace', true), ''), 'read', $1, $2, nullif($4, 0), $3`

	recordSQL = `INSERT INTO audit.change (at, actor, address, trace, action, tbl, key, after)
	SELECT pg.now(), coalesce(pg.actor(), session_user), coalesce(current_setting('qudao.address', true), ''),
	coalesce(current_setting('qudao.trace', true), ''), $1, $2, $3, $4`

	rowColumns = `SELECT id, at, actor, address, trace, action, tbl, key, dealer_id, before::text AS before, after::text AS after, xid FROM audit.change`

	lockSealsSQL = `SELECT pg_try_advisory_xact_lock(7120021)`
	sealColumns  = `SELECT number, at, from_at, to_at, rows, digests, tag, until_xid, until_id FROM audit.seal`
	lastSealSQL  = sealColumns + ` ORDER BY number DESC LIMIT 1`
	sealSQL      = sealColumns + ` WHERE number = $1`
	// Behind the oldest transaction that is not over nothing appears any more.
	unsealedSQL   = rowColumns + ` WHERE xid < pg_snapshot_xmin(pg_current_snapshot()) AND (xid, id) > ($1::xid8, $2) ORDER BY xid, id LIMIT $3`
	insertSealSQL = `INSERT INTO audit.seal (number, at, from_at, to_at, rows, digests, tag, until_xid, until_id)
	VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
	sealNumbersSQL = `SELECT number FROM audit.seal WHERE to_at >= coalesce($1::timestamptz, '-infinity') AND from_at < coalesce($2::timestamptz, 'infinity') ORDER BY number`
	// The rows of a time that are old enough to be sealed.
	windowSQL  = rowColumns + ` WHERE at >= $1 AND at <= $2 AND (xid, id) <= ($3::xid8, $4)`
	sealsAtSQL = `SELECT digests FROM audit.seal WHERE from_at <= $1 AND to_at >= $1`
)
