package seed

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"github.com/jackc/pgx/v5"

	"qudao/internal/pg"
)

// table is where rows are copied to: schema, name and columns.
type table struct {
	schema, name string
	columns      []string
}

func into(schema, name, columns string) table {
	return table{schema, name, strings.Fields(columns)}
}

// copyRows streams rows into a table.
func (l *load) copyRows(ctx context.Context, t table, rows iter.Seq[[]any]) (int64, error) {
	next, stop := iter.Pull(rows)
	defer stop()
	n, err := l.tx.Copy(ctx, t.schema, t.name, t.columns, pgx.CopyFromFunc(func() ([]any, error) {
		row, ok := next()
		if !ok {
			return nil, nil
		}
		return row, nil
	}))
	if err != nil {
		return n, fmt.Errorf("copy into %s.%s: %w", t.schema, t.name, err)
	}
	return n, nil
}

// reserve takes n ids of a table in a row, and returns the first.
func (l *load) reserve(ctx context.Context, t table, n int) (int32, error) {
	first, err := pg.Value[int32](ctx, l.tx, reserveSQL, t.schema+"."+t.name, n)
	if err != nil {
		return 0, fmt.Errorf("reserve ids of %s.%s: %w", t.schema, t.name, err)
	}
	return first, nil
}

// ids returns the ids of rows by their code.
func (l *load) ids(ctx context.Context, sql string) (map[string]int32, error) {
	type row struct {
		Code string `db:"code"`
		ID   int32  `db:"id"`
	}
	rows, err := pg.All[row](ctx, l.tx, sql)
	out := make(map[string]int32, len(rows))
	for _, r := range rows {
		out[r.Code] = r.ID
	}
	return out, err
}
