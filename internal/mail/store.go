package mail

// Every statement of this package.
const (
	putSQL     = `INSERT INTO mail.letter (id, recipient, language, content, created_at) VALUES ($1, $2, $3, $4, pg.now())`
	waitingSQL = `SELECT recipient, language, content FROM mail.letter WHERE id = $1 AND sent_at IS NULL`
	// What was sent is nobody's to read any more: a link in it opens a login.
	sentSQL   = `UPDATE mail.letter SET sent_at = pg.now(), content = '{}' WHERE id = $1 AND sent_at IS NULL`
	failedSQL = `UPDATE mail.letter SET failed = failed + 1 WHERE id = $1 AND sent_at IS NULL`
	forgetSQL = `DELETE FROM mail.letter WHERE created_at < pg.now() - $1::interval`

	keepSQL   = `INSERT INTO mail.outbox (id, recipient, subject, body, html, at) VALUES ($1, $2, $3, $4, $5, pg.now()) ON CONFLICT (id) DO NOTHING`
	outboxSQL = `SELECT id, recipient, subject, body, html, at FROM mail.outbox
	WHERE $1::timestamptz IS NULL OR (at, id) < ($1, $2::uuid) ORDER BY at DESC, id DESC LIMIT $3`
	forgetOutboxSQL = `DELETE FROM mail.outbox WHERE at < pg.now() - $1::interval`
)
