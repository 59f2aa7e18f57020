package pg

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"strconv"
	"strings"

	"qudao/migrations"
)

// Check refuses, in one clear sentence, to serve on a PostgreSQL that would not guard: a superuser or
// BYPASSRLS role, locale C, a version before 15, a schema older than this program. It accepts a newer
// schema, so that servers of two releases can run at once.
func (db *DB) Check(ctx context.Context) error {
	var super, bypass bool
	var role string
	if err := db.pool.QueryRow(ctx, roleSQL).Scan(&super, &bypass, &role); err != nil {
		return fmt.Errorf("cannot reach PostgreSQL: %w", err)
	}
	if super || bypass {
		return fmt.Errorf("the database role %q is a superuser or bypasses row-level security; serve as qudao_app (docs/operations.md, Roles)", role)
	}
	var version int
	if err := db.pool.QueryRow(ctx, serverVersionSQL).Scan(&version); err != nil {
		return err
	}
	if version < 150000 {
		return fmt.Errorf("PostgreSQL %d is too old; Qudao needs 15 or newer", version/10000)
	}
	if oldMinor(version) {
		slog.Warn("this PostgreSQL lacks the fix of CVE-2025-8713 (row security and planner statistics); update it", "version", version)
	}
	var collate, ctype, encoding string
	if err := db.pool.QueryRow(ctx, localeSQL).Scan(&collate, &ctype, &encoding); err != nil {
		return err
	}
	if isC(collate) || isC(ctype) || encoding != "UTF8" {
		return fmt.Errorf("the database has encoding %s and locale %s/%s; Chinese text needs UTF8 and a locale such as C.UTF-8 or zh_CN.UTF-8", encoding, collate, ctype)
	}
	var has int64
	if err := db.pool.QueryRow(ctx, schemaVersionSQL).Scan(&has); err != nil {
		return fmt.Errorf("the database has no Qudao schema; run `qudao migrate`: %w", err)
	}
	needs, err := Newest()
	if err != nil {
		return err
	}
	if has < needs {
		return fmt.Errorf("the database schema is at version %d and this program needs %d; run `qudao migrate`", has, needs)
	}
	var short int
	if err := db.pool.QueryRow(ctx, runwaySQL).Scan(&short); err != nil {
		return err
	}
	if short > 0 {
		slog.Warn("some tables have partitions for less than three more months; run `qudao migrate`", "tables", short)
	}
	return nil
}

func isC(locale string) bool { return locale == "C" || locale == "POSIX" }

func oldMinor(version int) bool {
	least := map[int]int{15: 14, 16: 10, 17: 6}
	minor, ok := least[version/10000]
	return ok && version%10000 < minor
}

// Newest is the version of the newest embedded migration.
func Newest() (int64, error) {
	names, err := fs.Glob(migrations.Files, "*.sql")
	if err != nil || len(names) == 0 {
		return 0, errors.New("no migrations are embedded")
	}
	number, _, _ := strings.Cut(names[len(names)-1], "_")
	return strconv.ParseInt(number, 10, 64)
}
