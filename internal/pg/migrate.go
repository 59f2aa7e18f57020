package pg

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"

	"qudao/internal/clock"
	"qudao/migrations"
)

// JobSchema is where the job queue keeps its tables.
const JobSchema = "river"

// Partitions says which months get partitions.
type Partitions struct {
	Since  time.Time // first month; zero is the current one
	Months int       // how many from there; 0 is up to 24 ahead of now
}

const (
	migrateLock = 7_120_001 // advisory lock of a cluster-wide single migrator
	monthsAhead = 24
)

// Migrate brings the schema to this program's version, as the owner role, one migrator at a time. It
// may be repeated, and makes the missing monthly partitions each time.
func Migrate(ctx context.Context, url string, parts Partitions) error {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return fmt.Errorf("the owner's database address is not right: %w", err)
	}
	// The migrator sees every row; policies hold for the owner too (FORCE).
	config.RuntimeParams["qudao.all"] = "on"
	config.RuntimeParams["lock_timeout"] = "2s"
	db := stdlib.OpenDB(*config)
	defer db.Close()

	conn, err := db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("cannot reach PostgreSQL: %w", err)
	}
	defer conn.Close()
	// Waiting for the other migrator is no failure, so this one lock has its own time-out.
	if _, err := conn.ExecContext(ctx, fmt.Sprintf("SET lock_timeout = '10min'; SELECT pg_advisory_lock(%d); SET lock_timeout = '2s'", migrateLock)); err != nil {
		return fmt.Errorf("wait for another migration: %w", err)
	}
	defer conn.ExecContext(context.WithoutCancel(ctx), fmt.Sprintf("SELECT pg_advisory_unlock(%d)", migrateLock))

	if err := migrateSchema(ctx, db); err != nil {
		return err
	}
	if err := migrateJobs(ctx, url); err != nil {
		return err
	}
	return makePartitions(ctx, conn, parts)
}

func migrateSchema(ctx context.Context, db *sql.DB) error {
	provider, err := goose.NewProvider(goose.DialectPostgres, db, migrations.Files, goose.WithSlog(slog.New(slog.DiscardHandler)))
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	done, err := provider.Up(ctx)
	for _, r := range done {
		slog.Debug("migrated", "file", r.Source.Path, "took", r.Duration)
	}
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	_, err = db.ExecContext(ctx, `GRANT SELECT ON public.goose_db_version TO qudao_app, qudao_worker`)
	return err
}

func migrateJobs(ctx context.Context, url string) error {
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return err
	}
	config.MaxConns = 2
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return err
	}
	defer pool.Close()
	if _, err := pool.Exec(ctx, "CREATE SCHEMA IF NOT EXISTS "+JobSchema); err != nil {
		return fmt.Errorf("make schema %s: %w", JobSchema, err)
	}
	migrator, err := rivermigrate.New(riverpgxv5.New(pool), &rivermigrate.Config{Schema: JobSchema, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return err
	}
	if _, err := migrator.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
		return fmt.Errorf("migrate the job queue: %w", err)
	}
	_, err = pool.Exec(ctx, `GRANT USAGE ON SCHEMA river TO qudao_app, qudao_worker;
		GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA river TO qudao_worker;
		GRANT SELECT ON ALL TABLES IN SCHEMA river TO qudao_app;
		GRANT USAGE ON ALL SEQUENCES IN SCHEMA river TO qudao_worker`)
	return err
}

func makePartitions(ctx context.Context, conn *sql.Conn, p Partitions) error {
	now := time.Now().In(clock.Zone)
	if p.Since.IsZero() {
		p.Since = now
	}
	since := p.Since.In(clock.Zone)
	if p.Months == 0 {
		p.Months = (now.Year()-since.Year())*12 + int(now.Month()) - int(since.Month()) + 1 + monthsAhead
	}
	_, err := conn.ExecContext(ctx, `SELECT pg.make_partitions($1::date, $2)`, since.Format("2006-01-02"), p.Months)
	if err != nil {
		return fmt.Errorf("make partitions: %w", err)
	}
	return nil
}
