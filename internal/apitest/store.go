package apitest

const (
	dealerIDSQL = `SELECT id FROM dealer.dealer WHERE code = $1`

	warehousesSQL = `INSERT INTO inventory.warehouse (code, name, region_code, priority)
	VALUES ('W1', '杭州总仓', 330100, 10), ('W2', '广州分仓', 440100, 5)`

	// Tables of the program, partitioned ones as a whole, without those that servers write by themselves.
	tablesSQL = `SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
	WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
	AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public', 'river', 'report') AND c.oid NOT IN ('queue.position'::regclass, 'audit.seal'::regclass, 'pg.resealed'::regclass)`

	// How many rows, and a sum over what is in them. Refusals on the record are no change.
	sumSQL = `SELECT '%[1]s', count(*) || ' rows, ' || coalesce(sum(hashtext((to_jsonb(t) - '{seen_at,used_at}'::text[])::text)::bigint), 0) FROM %[1]s t WHERE %[2]s`

	noRefusal = `action <> 'refused'`
)
