package blob

const (
	// A chunk that is there already counts as used now, which the sweep sees even while it waits for it.
	putChunkSQL = `INSERT INTO blob.chunk AS c (hash, data, used_at) VALUES ($1, $2, pg.now())
	ON CONFLICT (hash) DO UPDATE SET used_at = greatest(c.used_at, excluded.used_at)`

	putFileSQL = `INSERT INTO blob.file (id, owner, name, type, size, chunks, created_at) VALUES ($1, pg.actor(), $2, $3, $4, $5, pg.now())`

	openSQL = `SELECT name, type, size, chunks, created_at FROM blob.file WHERE id = $1`

	chunkSQL = `SELECT data FROM blob.chunk WHERE hash = $1`

	deleteSQL = `DELETE FROM blob.file WHERE id = $1`

	sweepSQL = `DELETE FROM blob.chunk c WHERE c.hash IN (
		SELECT o.hash FROM blob.chunk o WHERE o.used_at < $1 AND NOT EXISTS (SELECT FROM blob.file f WHERE f.chunks @> ARRAY[o.hash])
		ORDER BY o.used_at LIMIT $2)
	AND c.used_at < $1`
)
