// Package pgtest gives each test a database of its own: a clone of a migrated template on the cluster
// that `make test` starts (QUDAO_TEST_DATABASE, a superuser's address). Clones are made ahead and
// never dropped: a drop waits for a checkpoint, and the whole cluster is thrown away afterwards.
package pgtest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/pg"
	"qudao/internal/secret"
	"qudao/migrations"
)

// Variable names the environment variable with the address of the test cluster.
const Variable = "QUDAO_TEST_DATABASE"

// Database is one test's own database.
type Database struct {
	Name   string
	App    string // address as qudao_app
	Worker string // address as qudao_worker
	Owner  string // address as qudao_owner
	Super  string // address as the superuser, who bypasses every policy: for verify and for planting rows
}

// New returns a fresh migrated database.
func New(t testing.TB) Database {
	t.Helper()
	template, err := makeTemplate()
	if err != nil {
		t.Fatal(err)
	}
	ahead.Do(func() {
		for range 2 {
			go func() {
				for {
					d, err := clone(template)
					clones <- made{d, err}
				}
			}()
		}
	})
	m := <-clones
	if m.err != nil {
		t.Fatal(m.err)
	}
	return m.Database
}

// Open returns a fresh database opened as qudao_app. It is closed with the test.
func Open(t testing.TB) (*pg.DB, Database) {
	t.Helper()
	d := New(t)
	return OpenURL(t, d.App, nil), d
}

// Keys is the keyring of every test of the process.
var Keys = sync.OnceValue(secret.Ephemeral)

// OpenURL opens an address with a clock, and closes it with the test.
func OpenURL(t testing.TB, url string, now func() time.Time) *pg.DB {
	t.Helper()
	db, err := pg.Open(t.Context(), pg.Config{URL: url, Conns: 12, Clock: now, Keys: Keys()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	return db
}

type made struct {
	Database
	err error
}

var (
	ahead  sync.Once
	clones = make(chan made, 1)
	number atomic.Int64
)

func clone(template string) (Database, error) {
	name := fmt.Sprintf("t_%d_%d_%d", os.Getpid(), time.Now().Unix(), number.Add(1))
	err := super(context.Background(), "postgres", func(ctx context.Context, c *pgx.Conn) error {
		_, err := c.Exec(ctx, fmt.Sprintf("CREATE DATABASE %s TEMPLATE %s OWNER qudao_owner", name, template))
		return err
	})
	return Database{Name: name, App: address("qudao_app", name), Worker: address("qudao_worker", name),
		Owner: address("qudao_owner", name), Super: address("", name)}, err
}

// makeTemplate makes the template of this schema once for all test processes, and returns its name.
var makeTemplate = sync.OnceValues(func() (string, error) {
	if os.Getenv(Variable) == "" {
		return "", fmt.Errorf("%s is not set: run `make test`, or `go run ./internal/cluster/testcluster -- go test ./…`", Variable)
	}
	name := "template_" + schemaHash()
	err := super(context.Background(), "postgres", func(ctx context.Context, c *pgx.Conn) error {
		// One process makes it, the others wait.
		if _, err := c.Exec(ctx, "SELECT pg_advisory_lock(7120002)"); err != nil {
			return err
		}
		defer c.Exec(ctx, "SELECT pg_advisory_unlock(7120002)")
		var exists bool
		if err := c.QueryRow(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", name).Scan(&exists); err != nil || exists {
			return err
		}
		for _, role := range []string{"qudao_owner", "qudao_app", "qudao_worker"} {
			if _, err := c.Exec(ctx, fmt.Sprintf("DO $$ BEGIN CREATE ROLE %s LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$", role)); err != nil {
				return err
			}
		}
		draft := name + "_draft"
		if _, err := c.Exec(ctx, "DROP DATABASE IF EXISTS "+draft); err != nil {
			return err
		}
		if _, err := c.Exec(ctx, fmt.Sprintf("CREATE DATABASE %s OWNER qudao_owner TEMPLATE template0 ENCODING 'UTF8'", draft)); err != nil {
			return err
		}
		// Two months are enough for a test and keep the clone small.
		if err := pg.Migrate(ctx, address("qudao_owner", draft), pg.Partitions{Months: 2}); err != nil {
			return err
		}
		_, err := c.Exec(ctx, fmt.Sprintf("ALTER DATABASE %s RENAME TO %s", draft, name))
		return err
	})
	return name, err
})

func schemaHash() string {
	h := sha256.New()
	names, _ := fs.Glob(migrations.Files, "*.sql")
	for _, n := range names {
		b, _ := migrations.Files.ReadFile(n)
		fmt.Fprintln(h, n, len(b))
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// address is the test cluster's address with another role and database; no role is the superuser.
func address(role, database string) string {
	config, err := pgx.ParseConfig(os.Getenv(Variable))
	if err != nil {
		return ""
	}
	if role == "" {
		role = config.User
	}
	return fmt.Sprintf("host=%s port=%d user=%s dbname=%s sslmode=disable", config.Host, config.Port, role, database)
}

func super(ctx context.Context, database string, fn func(context.Context, *pgx.Conn) error) error {
	conn, err := pgx.Connect(ctx, address("", database))
	if err != nil {
		return fmt.Errorf("reach the test cluster: %w", err)
	}
	defer conn.Close(ctx)
	return fn(ctx, conn)
}
