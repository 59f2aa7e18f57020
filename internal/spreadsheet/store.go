package spreadsheet

const (
	columns = `id, owner, actor, dealer_id, direction, kind, language, params, name, state, file_id, errors_id,
	total, done, ok, failed, by_kind, problem, attempt, applied_at, problems, version, created_at, finished_at,
	undone_at, undone`

	startSQL = `INSERT INTO spreadsheet.run (id, owner, actor, dealer_id, direction, kind, language, params, name, file_id, created_at)
	VALUES ($1, pg.actor(), $2, $3, $4, $5, $6, $7, $8, $9, pg.now()) RETURNING ` + columns

	// The owner's own, also for those who could see all: the file holds what its owner may see.
	findSQL = `SELECT ` + columns + ` FROM spreadsheet.run WHERE id = $1 AND owner = pg.actor()`

	lockSQL = findSQL + ` FOR UPDATE`

	undoneSQL = `UPDATE spreadsheet.run SET undone_at = pg.now(), undone = $2, version = version + 1 WHERE id = $1 RETURNING ` + columns

	// The owner's own, also for those who could see all.
	listSQL = `SELECT ` + columns + ` FROM spreadsheet.run
	WHERE owner = pg.actor() AND ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`

	// $2 is how long a worker may be silent before it counts as dead.
	takeSQL = `UPDATE spreadsheet.run SET state = 'running', attempt = attempt + 1, beat_at = pg.now(), version = version + 1
	WHERE id = $1 AND (state = 'waiting' OR state = 'running' AND (beat_at IS NULL OR beat_at < pg.now() - $2::interval))
	RETURNING ` + columns

	staleSQL = `SELECT id FROM spreadsheet.run
	WHERE (state = 'waiting' AND created_at < pg.now() - $1::interval)
	OR (state = 'running' AND (beat_at IS NULL OR beat_at < pg.now() - $1::interval)) ORDER BY id LIMIT 100`

	// Each of these names the attempt, so that a worker that was replaced changes nothing more.
	beatSQL    = `UPDATE spreadsheet.run SET beat_at = pg.now() WHERE id = $1 AND attempt = $2 AND state = 'running'`
	releaseSQL = `UPDATE spreadsheet.run SET beat_at = NULL WHERE id = $1 AND attempt = $2 AND state = 'running'`
	moveSQL    = `UPDATE spreadsheet.run SET done = least($3::int, $4::int), total = $4::int, beat_at = pg.now(), version = version + 1
	WHERE id = $1 AND attempt = $2 AND state = 'running' RETURNING ` + columns
	appliedSQL = `UPDATE spreadsheet.run SET applied_at = pg.now(), total = $3, done = $3, ok = $4, failed = $5, by_kind = $6, problems = $7,
	beat_at = pg.now(), version = version + 1 WHERE id = $1 AND attempt = $2 AND state = 'running' RETURNING ` + columns
	doneSQL = `UPDATE spreadsheet.run SET state = 'done', file_id = coalesce($3, file_id), errors_id = $4, total = $5, done = $5, ok = $6,
	problems = NULL, beat_at = NULL, finished_at = pg.now(), version = version + 1
	WHERE id = $1 AND attempt = $2 AND state = 'running' RETURNING ` + columns
	failSQL = `UPDATE spreadsheet.run SET state = 'failed', problem = $3, problems = NULL, beat_at = NULL, finished_at = pg.now(), version = version + 1
	WHERE id = $1 AND attempt = $2 AND state = 'running' RETURNING ` + columns

	oldSQL = `SELECT id, file_id, errors_id FROM spreadsheet.run WHERE finished_at < $1 ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED`

	forgetSQL = `DELETE FROM spreadsheet.run WHERE id = ANY ($1)`
)
