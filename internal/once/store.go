package once

// The statements, exported where placement runs them over a slice of orders in its own two trips.
const (
	// LockSQL tries the lock of one key until the transaction ends.
	LockSQL = `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 7120003))`

	// LockManySQL tries the locks of many keys; the row number comes back with whether it was had.
	LockManySQL = `SELECT n::int AS n, pg_try_advisory_xact_lock(hashtextextended(t, 7120003)) AS got FROM unnest($1::text[]) WITH ORDINALITY k(t, n)`

	// FindManySQL is a part of a larger statement: it returns what is stored for (principal, route, key), given as
	// three arrays, as their position, the body's hash and the result.
	FindManySQL = `SELECT w.n::int AS n, encode(k.body_hash, 'hex') AS body_hash, k.result::text AS result
	FROM unnest($%[1]d::text[], $%[2]d::text[], $%[3]d::text[]) WITH ORDINALITY w(principal, route, key, n)
	JOIN once.key k ON k.principal = w.principal AND k.route = w.route AND k.key = w.key`

	// KeepManySQL is a part of a larger statement: its five arrays are principals, routes, keys, body hashes, results.
	KeepManySQL = `INSERT INTO once.key (principal, route, key, body_hash, result, created_at)
	SELECT u.principal, u.route, u.key, u.body_hash, u.result::jsonb, pg.now()
	FROM unnest($%[1]d::text[], $%[2]d::text[], $%[3]d::text[], $%[4]d::bytea[], $%[5]d::text[]) u(principal, route, key, body_hash, result)`

	findSQL   = `SELECT body_hash, result FROM once.key WHERE principal = $1 AND route = $2 AND key = $3`
	keepSQL   = `INSERT INTO once.key (principal, route, key, body_hash, result, created_at) VALUES ($1, $2, $3, $4, $5, pg.now())`
	forgetSQL = `DELETE FROM once.key WHERE created_at < $1`
)
