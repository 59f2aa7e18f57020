package pg

// Every statement of this package. The scope is set for the transaction alone (is_local).
const (
	scopeSQL = `SELECT now FROM (SELECT set_config('qudao.actor', $1, true), set_config('qudao.address', $2, true), set_config('qudao.trace', $3, true),
	set_config('qudao.dealers', $4, true), set_config('qudao.audiences', $5, true), set_config('qudao.staff_scope', $6, true),
	set_config('qudao.all', $7, true), set_config('qudao.now', $8, true), pg.now() AS now) s`

	roleSQL = `SELECT current_setting('is_superuser') = 'on' OR rolsuper, rolbypassrls, current_user FROM pg_roles WHERE rolname = current_user`

	localeSQL = `SELECT datcollate, datctype, pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()`

	serverVersionSQL = `SELECT current_setting('server_version_num')::int`

	schemaVersionSQL = `SELECT coalesce(max(version_id), 0) FROM public.goose_db_version WHERE is_applied`

	runwaySQL = `SELECT count(*) FROM pg.partitioned p WHERE to_regclass(p.parent || '_' || to_char(now() + interval '3 months', 'YYYYMM')) IS NULL`

	keyringSQL     = `SELECT coalesce((SELECT id FROM pg.keyring), '')`
	bindKeyringSQL = `INSERT INTO pg.keyring (id, bound_at) VALUES ($1, now()) ON CONFLICT DO NOTHING`

	resealedSQL   = `SELECT key FROM pg.resealed WHERE field = $1`
	resealingSQL  = `SELECT set_config('qudao.resealing', 'on', true)`
	resealDoneSQL = `INSERT INTO pg.resealed (field, key, at) VALUES ($1, $2, now())
	ON CONFLICT (field) DO UPDATE SET key = excluded.key, at = excluded.at`
)
