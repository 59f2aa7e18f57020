package pg

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"qudao/internal/secret"
)

// Tx is one transaction under a scope. It is begun by its first statement.
type Tx struct {
	conn  *pgx.Conn
	begin string
	scope []any
	now   time.Time
	open  bool
	done  bool
	keys  *secret.Keyring
}

// Keys are those of the fields that are kept sealed. They may be nil: then sealing fails.
func (tx *Tx) Keys() *secret.Keyring { return tx.keys }

var errDone = errors.New("pg: the transaction is over")

// Send sends a batch in one round trip, preceded by the beginning of the transaction where that is
// still due. Results are read by the functions queued with the batch's items.
func (tx *Tx) Send(ctx context.Context, b *pgx.Batch) error {
	if tx.done {
		return errDone
	}
	out := &pgx.Batch{}
	if !tx.open {
		out.Queue(tx.begin)
		out.Queue(scopeSQL, tx.scope...).QueryRow(func(row pgx.Row) error { return row.Scan(&tx.now) })
		tx.open = true
	}
	out.QueuedQueries = append(out.QueuedQueries, b.QueuedQueries...)
	return tx.conn.SendBatch(ctx, out).Close()
}

// SendCommit sends a batch and the commit in one round trip. Every guard must be in the statements
// themselves, because nothing can be decided between them and the commit: a statement that fails
// keeps the commit from happening.
func (tx *Tx) SendCommit(ctx context.Context, b *pgx.Batch) error {
	b.Queue("commit").Exec(func(tag pgconn.CommandTag) error {
		if tag.String() != "COMMIT" {
			return errors.New("pg: the transaction had failed, PostgreSQL rolled it back at commit")
		}
		return nil
	})
	if err := tx.Send(ctx, b); err != nil {
		return err
	}
	tx.open, tx.done = false, true
	return nil
}

func (tx *Tx) rollback(ctx context.Context) {
	// The caller may have gone; the connection must still be clean. A connection that cannot roll
	// back is closed, and the pool drops it.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	if _, err := tx.conn.Exec(ctx, "rollback"); err != nil {
		_ = tx.conn.Close(ctx)
	}
	tx.open, tx.done = false, true
}

func (tx *Tx) ensure(ctx context.Context) error {
	if tx.open {
		return nil
	}
	return tx.Send(ctx, &pgx.Batch{})
}

// Now is the primary's time at the beginning of the transaction. It is known after the first
// statement; asking earlier begins the transaction.
func (tx *Tx) Now(ctx context.Context) (time.Time, error) {
	if err := tx.ensure(ctx); err != nil {
		return time.Time{}, err
	}
	return tx.now, nil
}

// Began is the time that Now returned or would return, after the first statement. It is the zero time
// before.
func (tx *Tx) Began() time.Time { return tx.now }

// Exec runs one statement and returns how many rows it changed.
func (tx *Tx) Exec(ctx context.Context, sql string, args ...any) (int64, error) {
	if err := tx.ensure(ctx); err != nil {
		return 0, err
	}
	tag, err := tx.conn.Exec(ctx, sql, args...)
	return tag.RowsAffected(), err
}

// Query runs one statement that returns rows.
func (tx *Tx) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) {
	if err := tx.ensure(ctx); err != nil {
		return nil, err
	}
	return tx.conn.Query(ctx, sql, args...)
}

// Copy loads rows by COPY and returns how many.
func (tx *Tx) Copy(ctx context.Context, schema, table string, columns []string, rows pgx.CopyFromSource) (int64, error) {
	if err := tx.ensure(ctx); err != nil {
		return 0, err
	}
	return tx.conn.CopyFrom(ctx, pgx.Identifier{schema, table}, columns, rows)
}

// collect runs one statement and gives its rows to fn. The first of a transaction goes in one round trip
// with its beginning.
func (tx *Tx) collect(ctx context.Context, fn func(pgx.Rows) error, sql string, args []any) error {
	if !tx.open && !tx.done {
		b := &pgx.Batch{}
		b.Queue(sql, args...).Query(fn)
		return tx.Send(ctx, b)
	}
	rows, err := tx.Query(ctx, sql, args...)
	if err != nil {
		return err
	}
	return fn(rows)
}

// All returns the rows of a query as structs, matched by column name (tag `db`).
func All[T any](ctx context.Context, tx *Tx, sql string, args ...any) (all []T, err error) {
	err = tx.collect(ctx, func(rows pgx.Rows) (err error) {
		all, err = pgx.CollectRows(rows, pgx.RowToStructByName[T])
		return err
	}, sql, args)
	return all, err
}

// One returns the first row of a query as a struct. No row is pgx.ErrNoRows, which the doors turn into
// fault.NotFound.
func One[T any](ctx context.Context, tx *Tx, sql string, args ...any) (one T, err error) {
	err = tx.collect(ctx, func(rows pgx.Rows) (err error) {
		one, err = pgx.CollectOneRow(rows, pgx.RowToStructByName[T])
		return err
	}, sql, args)
	return one, err
}

// Column returns the single column of a query.
func Column[T any](ctx context.Context, tx *Tx, sql string, args ...any) (all []T, err error) {
	err = tx.collect(ctx, func(rows pgx.Rows) (err error) {
		all, err = pgx.CollectRows(rows, pgx.RowTo[T])
		return err
	}, sql, args)
	return all, err
}

// Value returns the single value of a query. No row is pgx.ErrNoRows.
func Value[T any](ctx context.Context, tx *Tx, sql string, args ...any) (value T, err error) {
	err = tx.collect(ctx, func(rows pgx.Rows) (err error) {
		value, err = pgx.CollectOneRow(rows, pgx.RowTo[T])
		return err
	}, sql, args)
	return value, err
}
