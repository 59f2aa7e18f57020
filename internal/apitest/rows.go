package apitest

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"qudao/internal/pg"
	"qudao/internal/pgtest"
)

// Super is the database as the superuser sees it: every row, whatever the policies say.
func (s *Server) Super() *pg.DB {
	s.t.Helper()
	if s.super == nil {
		s.super = pgtest.OpenURL(s.t, s.Database.Super, nil)
	}
	return s.super
}

// Exec plants or spoils rows as the superuser.
func (s *Server) Exec(sql string, args ...any) {
	s.t.Helper()
	if _, err := s.Super().Pool().Exec(s.t.Context(), sql, args...); err != nil {
		s.t.Fatalf("%s: %v", sql, err)
	}
}

// Int is a number as the superuser sees it.
func (s *Server) Int(sql string, args ...any) (n int) {
	s.t.Helper()
	if err := s.Super().Pool().QueryRow(s.t.Context(), sql, args...).Scan(&n); err != nil {
		s.t.Fatalf("%s: %v", sql, err)
	}
	return n
}

// Rows is what every table of the program holds at one moment: how many rows, and a sum over them.
type Rows map[string]string

// Rows counts and sums every table of the program. What servers write by themselves is left out: how far
// readers of facts have come, what they added up, what was sealed, jobs, when a session, a key or a chunk was last used, and
// refusals on the record.
func (s *Server) Rows() Rows {
	s.t.Helper()
	ctx := s.t.Context()
	sums, err := collect(s, tablesSQL)
	if err != nil {
		s.t.Fatal(err)
	}
	rows, err := s.Super().Pool().Query(ctx, strings.Join(slices.Collect(maps.Values(sums)), " UNION ALL "))
	if err != nil {
		s.t.Fatal(err)
	}
	defer rows.Close()
	out := Rows{}
	for rows.Next() {
		var table, sum string
		if err := rows.Scan(&table, &sum); err != nil {
			s.t.Fatal(err)
		}
		out[table] = sum
	}
	if err := rows.Err(); err != nil {
		s.t.Fatal(err)
	}
	return out
}

// collect reads the tables and, of each, the statement that sums it.
func collect(s *Server, sql string) (map[string]string, error) {
	rows, err := s.Super().Pool().Query(s.t.Context(), sql)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string]string{}
	for rows.Next() {
		var table string
		if err := rows.Scan(&table); err != nil {
			return nil, err
		}
		which := "true"
		if table == "audit.change" {
			which = noRefusal
		}
		out[table] = fmt.Sprintf(sumSQL, table, which)
	}
	return out, rows.Err()
}

// Changed names the tables that hold something else than before, with both figures.
func (r Rows) Changed(before Rows) []string {
	var out []string
	for _, table := range slices.Sorted(maps.Keys(r)) {
		if r[table] != before[table] {
			out = append(out, fmt.Sprintf("%s: %s, was %s", table, r[table], before[table]))
		}
	}
	return out
}
