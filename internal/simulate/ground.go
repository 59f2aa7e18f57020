package simulate

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"sync/atomic"

	"github.com/jackc/pgx/v5"

	"qudao/internal/app"
	"qudao/internal/cluster"
	"qudao/internal/pg"
)

// Ground is a private PostgreSQL that lives as long as a simulation: quick, and forgetful when the
// machine crashes.
type Ground struct {
	data    string
	cluster *cluster.Cluster
	made    atomic.Int64
}

// template is the database of which every seed gets a copy.
const template = "simulation"

// NewGround starts a private PostgreSQL in a temporary folder. Close removes it.
func NewGround(ctx context.Context, log io.Writer) (_ *Ground, err error) {
	// The server's user must be able to enter, and the path of a socket is short: not the user's own
	// folder for temporary files.
	g := &Ground{}
	if g.data, err = os.MkdirTemp("/tmp", "qudao-simulation-"); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, g.Close())
		}
	}()
	if g.cluster, err = cluster.Open(ctx, cluster.Options{Data: g.data, Fast: true, Log: log}); err != nil {
		return nil, err
	}
	if err := g.exec(ctx, createTemplateSQL); err != nil {
		return nil, err
	}
	return g, pg.Migrate(ctx, g.cluster.URL(cluster.RoleOwner, template), pg.Partitions{Months: 2})
}

// Database is a new migrated database without a brand.
func (g *Ground) Database(ctx context.Context) (app.Addresses, error) {
	n := g.made.Add(1)
	if err := g.exec(ctx, fmt.Sprintf(createDatabaseSQL, n)); err != nil {
		return app.Addresses{}, err
	}
	name := fmt.Sprintf("seed_%d", n)
	return app.Addresses{App: g.cluster.URL(cluster.RoleApp, name), Worker: g.cluster.URL(cluster.RoleWorker, name),
		Owner: g.cluster.URL(cluster.RoleOwner, name)}, nil
}

func (g *Ground) exec(ctx context.Context, sql string) error {
	c, err := pgx.Connect(ctx, g.cluster.URL(cluster.RoleSuperuser, "postgres"))
	if err != nil {
		return fmt.Errorf("reach the private PostgreSQL: %w", err)
	}
	defer c.Close(context.WithoutCancel(ctx))
	if _, err := c.Exec(ctx, sql); err != nil {
		return fmt.Errorf("make a database: %w", err)
	}
	return nil
}

// Close stops PostgreSQL and removes its data.
func (g *Ground) Close() error {
	var err error
	if g.cluster != nil {
		err = g.cluster.Close()
	}
	return errors.Join(err, cluster.Remove(g.data))
}
