package pg

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"qudao/internal/secret"
)

// DB is one PostgreSQL with its two doors.
type DB struct {
	pool *pgxpool.Pool
	// clock, where set, is the time every transaction is told. Only tests and the simulation set it.
	clock func() time.Time
	keys  *secret.Keyring
}

// Config says how to reach PostgreSQL.
type Config struct {
	URL   string
	Conns int32            // largest number of connections; 0 is 16
	Clock func() time.Time // the time transactions are told; nil is the primary's own
	// Params are further session settings, such as planner settings of a pool with few statements.
	Params map[string]string
	Jobs   bool // no statement time-out: jobs commit in chunks of seconds and set their own
	// Keys seal and open the fields that are kept sealed; nil where none is read or written.
	Keys *secret.Keyring
	// Dial, where set, makes the connections. Only the simulation sets it, to let them fail.
	Dial pgconn.DialFunc
}

// Open connects. It does not check the schema: Check does, before serving.
func Open(ctx context.Context, c Config) (*DB, error) {
	pc, err := pgxpool.ParseConfig(c.URL)
	if err != nil {
		return nil, fmt.Errorf("DATABASE_URL is not a PostgreSQL address: %w", err)
	}
	if c.Conns == 0 {
		c.Conns = 16
	}
	pc.MaxConns = c.Conns
	statement := "5s"
	if c.Jobs {
		statement = "0"
	}
	for name, value := range map[string]string{
		"statement_timeout": statement, "lock_timeout": "2s", "idle_in_transaction_session_timeout": "10s",
		"jit": "off", "timezone": "UTC", "application_name": "qudao",
	} {
		if _, set := pc.ConnConfig.RuntimeParams[name]; !set {
			pc.ConnConfig.RuntimeParams[name] = value
		}
	}
	if c.Dial != nil {
		pc.ConnConfig.DialFunc = c.Dial
	}
	for name, value := range c.Params {
		pc.ConnConfig.RuntimeParams[name] = value
	}
	pool, err := pgxpool.NewWithConfig(ctx, pc)
	if err != nil {
		return nil, fmt.Errorf("open PostgreSQL: %w", err)
	}
	return &DB{pool: pool, clock: c.Clock, keys: c.Keys}, nil
}

// Close ends all connections, after the work on them.
func (db *DB) Close() { db.pool.Close() }

// Ping reports whether PostgreSQL answers.
func (db *DB) Ping(ctx context.Context) error { return translate(db.pool.Ping(ctx)) }

// Pool is for libraries that bring their own statements: the job queue, and the listener of
// notifications. Business code never uses it.
func (db *DB) Pool() *pgxpool.Pool { return db.pool }

// Keys are those of the fields that are kept sealed. They may be nil: then sealing fails.
func (db *DB) Keys() *secret.Keyring { return db.keys }

// attempts is how often a Write that met a deadlock or a serialization failure runs in all.
const attempts = 5

// Write runs fn in one transaction that sees and changes the rows of the scope. It commits when fn
// returns nil, and rolls back otherwise. After a deadlock the whole of fn runs again.
//
// Errors: a fault from fn as it is; Busy when PostgreSQL cannot do it now.
func (db *DB) Write(ctx context.Context, scope Scope, fn func(tx *Tx) error) error {
	return db.run(ctx, scope, "begin", fn)
}

// Read runs fn in one read-only transaction that sees the rows of the scope. A write never depends on
// what it returned.
func (db *DB) Read(ctx context.Context, scope Scope, fn func(tx *Tx) error) error {
	return db.run(ctx, scope, "begin read only", fn)
}

func (db *DB) run(ctx context.Context, scope Scope, begin string, fn func(tx *Tx) error) error {
	for attempt := 1; ; attempt++ {
		err := db.once(ctx, scope, begin, fn)
		if err == nil || !retryable(err) || attempt == attempts {
			return translate(err)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(rand.Int64N(int64(attempt) * int64(10*time.Millisecond)))):
		}
	}
}

func (db *DB) once(ctx context.Context, scope Scope, begin string, fn func(tx *Tx) error) (err error) {
	conn, err := db.pool.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	now := ""
	if db.clock != nil {
		now = db.clock().Format(time.RFC3339Nano)
	}
	tx := &Tx{conn: conn.Conn(), begin: begin, scope: scope.arguments(now), keys: db.keys}
	// A panic, too, must not leave an open transaction behind on a pooled connection.
	defer func() {
		if tx.open {
			tx.rollback(ctx)
		}
	}()
	if err := fn(tx); err != nil {
		return err
	}
	if !tx.open {
		return nil
	}
	return tx.SendCommit(ctx, &pgx.Batch{})
}
