package pg

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// PGX begins the transaction where that is still due, and returns it for a library that brings its own
// statements: the job queue. The library joins the transaction; it cannot end it.
func (tx *Tx) PGX(ctx context.Context) (pgx.Tx, error) {
	if err := tx.ensure(ctx); err != nil {
		return nil, err
	}
	return joined{tx}, nil
}

// joined is our transaction in the form libraries know. What would end it or nest in it is refused.
type joined struct{ tx *Tx }

var errNotTheirs = errors.New("pg: only the door ends or nests this transaction")

func (j joined) Begin(context.Context) (pgx.Tx, error) { return nil, errNotTheirs }
func (j joined) Commit(context.Context) error          { return errNotTheirs }
func (j joined) Rollback(context.Context) error        { return errNotTheirs }
func (j joined) Conn() *pgx.Conn                       { return j.tx.conn }
func (j joined) LargeObjects() pgx.LargeObjects        { return pgx.LargeObjects{} }

func (j joined) Prepare(ctx context.Context, name, sql string) (*pgconn.StatementDescription, error) {
	return j.tx.conn.Prepare(ctx, name, sql)
}

func (j joined) Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error) {
	return j.tx.conn.Exec(ctx, sql, args...)
}

func (j joined) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) {
	return j.tx.conn.Query(ctx, sql, args...)
}

func (j joined) QueryRow(ctx context.Context, sql string, args ...any) pgx.Row {
	return j.tx.conn.QueryRow(ctx, sql, args...)
}

func (j joined) CopyFrom(ctx context.Context, table pgx.Identifier, columns []string, rows pgx.CopyFromSource) (int64, error) {
	return j.tx.conn.CopyFrom(ctx, table, columns, rows)
}

func (j joined) SendBatch(ctx context.Context, b *pgx.Batch) pgx.BatchResults {
	return j.tx.conn.SendBatch(ctx, b)
}
