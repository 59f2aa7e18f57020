package identity

// Every statement of this package. Durations come as arguments, so that the limits stand in one place.
const (
	// Returns the names that are taken; a name twice in the input counts as taken too.
	createLoginsSQL = `WITH input AS (
		SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) u(id, kind, username, password_hash)
	), made AS (
		INSERT INTO identity.login (id, kind, username, password_hash, changed_at, created_at)
		SELECT id, kind, username, password_hash, pg.now(), pg.now() FROM input ORDER BY kind, username
		ON CONFLICT (kind, username) DO NOTHING RETURNING id
	) SELECT username FROM input WHERE id NOT IN (SELECT id FROM made)`

	findLoginSQL   = `SELECT id, username, password_hash, state FROM identity.login WHERE kind = $1 AND username = $2`
	holdLoginSQL   = `SELECT id, username, password_hash, state FROM identity.login WHERE id = $1 FOR SHARE`
	setPasswordSQL = `UPDATE identity.login SET password_hash = $2, changed_at = pg.now(), version = version + 1 WHERE id = $1`
	// Without a password a login is invited, not active.
	setStateSQL = `UPDATE identity.login SET state = CASE WHEN $2 = 'active' AND password_hash = '' THEN 'invited' ELSE $2 END, version = version + 1
	WHERE id = $1 AND state <> CASE WHEN $2 = 'active' AND password_hash = '' THEN 'invited' ELSE $2 END`
	activateSQL = `UPDATE identity.login SET state = 'active', version = version + 1 WHERE id = $1 AND state = 'invited'`

	// True: the name is taken.
	createInvitedSQL = `WITH made AS (
		INSERT INTO identity.login (id, kind, username, email, password_hash, state, changed_at, created_at)
		VALUES ($1, $2, $3, $4, '', 'invited', pg.now(), pg.now()) ON CONFLICT (kind, username) DO NOTHING RETURNING id
	) SELECT NOT EXISTS (SELECT FROM made)`
	contactSQL      = `SELECT id, kind, username, email, state FROM identity.login WHERE id = $1 FOR NO KEY UPDATE`
	emailSQL        = `SELECT email FROM identity.login WHERE id = $1`
	resetContactSQL = `SELECT id, kind, username, email, state FROM identity.login WHERE kind = $1 AND username = $2 FOR NO KEY UPDATE`
	setEmailSQL     = `UPDATE identity.login SET email = $2, version = version + 1 WHERE id = $1 AND email <> $2`

	linkSQL = `INSERT INTO identity.link (id, login_id, purpose, token_hash, expires_at, inviter, name, created_at, created_by)
	VALUES ($1, $2, $3, $4, pg.now() + $5::interval, $6, $7, pg.now(), coalesce(pg.actor(), 'system')) RETURNING expires_at`
	endLinksSQL = `UPDATE identity.link SET ended_at = pg.now() WHERE login_id = $1 AND purpose = $2 AND used_at IS NULL AND ended_at IS NULL`
	useLinkSQL  = `UPDATE identity.link k SET used_at = pg.now() FROM identity.login l
	WHERE k.token_hash = $1 AND k.purpose = $2 AND l.id = k.login_id AND l.kind = $3
		AND k.used_at IS NULL AND k.ended_at IS NULL AND k.expires_at > pg.now() AND l.state <> 'disabled'
	RETURNING k.login_id, l.username`
	openLink = ` FROM identity.link k JOIN identity.login l ON l.id = k.login_id WHERE k.token_hash = $1 AND l.kind = $2
		AND k.used_at IS NULL AND k.ended_at IS NULL AND k.expires_at > pg.now() AND l.state <> 'disabled'`
	invitationSQL = `SELECT k.login_id, l.kind, l.username, k.inviter, k.name, k.expires_at` + openLink + ` AND k.purpose = 'invitation'`
	resetOfSQL    = `SELECT l.username` + openLink + ` AND k.purpose = 'reset'`
	sentLinksSQL  = `SELECT coalesce(bool_or(id = $3), false) AS same, count(*) FILTER (WHERE created_at > pg.now() - interval '1 hour')::int AS lately
	FROM identity.link WHERE login_id = $1 AND purpose = $2`
	sweepLinksSQL = `DELETE FROM identity.link WHERE greatest(expires_at, created_at) < pg.now() - interval '30 days'`

	lockedSQL = `SELECT locked_until FROM identity.attempt WHERE kind = $1 AND username = $2 AND address = $3 AND locked_until IS NOT NULL`
	// Makes and locks the row in one statement, so that two first attempts wait for one another.
	lockAttemptSQL = `INSERT INTO identity.attempt (kind, username, address, failed, at) VALUES ($1, $2, $3, 0, pg.now())
	ON CONFLICT (kind, username, address) DO UPDATE SET kind = excluded.kind RETURNING locked_until`
	// A lock that is over, or a last failure longer ago than a lock, begins the count anew.
	failSQL = `WITH before AS (
		SELECT CASE WHEN locked_until IS NOT NULL OR at < pg.now() - $5::interval THEN 0 ELSE failed END + 1 AS failed
		FROM identity.attempt WHERE kind = $1 AND username = $2 AND address = $3
	) UPDATE identity.attempt a SET failed = b.failed, at = pg.now(),
		locked_until = CASE WHEN b.failed >= $4 THEN pg.now() + $5::interval END
	FROM before b WHERE a.kind = $1 AND a.username = $2 AND a.address = $3 RETURNING a.failed`
	forgiveSQL = `DELETE FROM identity.attempt WHERE kind = $1 AND username = $2 AND address = $3`
	unlockSQL  = `DELETE FROM identity.attempt a USING identity.login l WHERE l.id = $1 AND a.kind = l.kind AND a.username = l.username
	RETURNING a.kind, a.username, a.address, a.failed, a.locked_until`

	beginSQL = `INSERT INTO identity.session (token_hash, login_id, created_at, seen_at, expires_at, address, agent, strong)
	VALUES ($1, $2, pg.now(), pg.now(), $3, $4, $5, $6)`
	sessionColumns = `s.token_hash, s.login_id, l.kind, l.username, l.state, s.created_at, s.seen_at, s.expires_at, s.address, s.agent, s.strong
	FROM identity.session s JOIN identity.login l ON l.id = s.login_id`
	resolveSQL  = `SELECT ` + sessionColumns + ` WHERE s.token_hash = $1`
	sessionsSQL = `SELECT ` + sessionColumns + ` WHERE s.login_id = $1 ORDER BY s.seen_at DESC, s.token_hash`
	seenSQL     = `UPDATE identity.session SET seen_at = pg.now(), address = $2 WHERE token_hash = $1 AND seen_at <= pg.now() - $3::interval`

	revokeSQL    = `DELETE FROM identity.session WHERE token_hash = $1`
	revokeOneSQL = `DELETE FROM identity.session WHERE login_id = $1 AND token_hash = $2`
	revokeAllSQL = `DELETE FROM identity.session WHERE login_id = $1 AND ($2::bytea IS NULL OR token_hash <> $2)`

	sweepSessionsSQL = `DELETE FROM identity.session s USING identity.login l WHERE l.id = s.login_id
	AND least(s.expires_at, s.seen_at + CASE l.kind WHEN 'staff' THEN $1::interval ELSE $2::interval END) < pg.now() - interval '1 day'`
	sweepAttemptsSQL = `DELETE FROM identity.attempt WHERE at < pg.now() - interval '1 day' AND (locked_until IS NULL OR locked_until < pg.now())`

	keyColumns   = `id, name, prefix, scopes, addresses, expires_at, created_at, created_by, used_at, revoked_at`
	createKeySQL = `INSERT INTO identity.api_key (id, name, prefix, hash, scopes, addresses, expires_at, created_at, created_by)
	VALUES ($1, $2, $3, $4, $5, $6, $7, pg.now(), coalesce(pg.actor(), 'system')) RETURNING ` + keyColumns
	keysSQL       = `SELECT ` + keyColumns + ` FROM identity.api_key ORDER BY created_at DESC, id DESC`
	revokeKeySQL  = `UPDATE identity.api_key SET revoked_at = coalesce(revoked_at, pg.now()) WHERE id = $1`
	resolveKeySQL = `SELECT ` + keyColumns + ` FROM identity.api_key
	WHERE hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > pg.now())`
	usedSQL = `UPDATE identity.api_key SET used_at = pg.now() WHERE id = $1 AND (used_at IS NULL OR used_at <= pg.now() - $2::interval)`
)
