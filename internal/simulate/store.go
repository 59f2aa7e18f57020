package simulate

const (
	killSQL  = `SELECT pg_terminate_backend($1)`
	livesSQL = `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE pid = $1)`

	// What PostgreSQL says when a transaction must run again, said at will.
	serializationSQL = `DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'could not serialize access'; END $$`

	createTemplateSQL = `CREATE DATABASE simulation OWNER qudao_owner TEMPLATE template0 ENCODING 'UTF8'`
	createDatabaseSQL = `CREATE DATABASE seed_%d TEMPLATE simulation OWNER qudao_owner`
)
