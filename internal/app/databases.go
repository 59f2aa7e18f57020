package app

import (
	"context"
	"errors"
	"fmt"
	"io"

	"qudao/internal/cluster"
	"qudao/internal/order"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

// Addresses say where PostgreSQL is, by role. All empty means a private PostgreSQL of this
// installation.
type Addresses struct {
	App    string // DATABASE_URL, role qudao_app
	Owner  string // DATABASE_OWNER_URL, role qudao_owner: migrate, seed
	Worker string // DATABASE_WORKER_URL, role qudao_worker: jobs
}

// Databases are the addresses to use and, where it is private, the PostgreSQL behind them.
type Databases struct {
	Addresses
	Keyring Keyring // where the keys of sealed fields are
	private *cluster.Cluster
	data    string
	keys    *secret.Keyring // once they are open
}

var (
	errNoOwner  = errors.New("DATABASE_OWNER_URL is not set: the schema is changed as the role qudao_owner")
	errNoApp    = errors.New("DATABASE_URL is not set, but other database addresses are: set it too, or none of them")
	errNoWorker = errors.New("DATABASE_WORKER_URL is not set: jobs are worked as the role qudao_worker")
)

// Reach finds PostgreSQL: the one the addresses name, or the private one in the folder data, which is
// started, made where it does not exist yet, and brought to this program's schema.
func Reach(ctx context.Context, a Addresses, data string, log io.Writer) (*Databases, error) {
	if a != (Addresses{}) {
		if a.App == "" {
			return nil, errNoApp
		}
		if data == "" {
			data = cluster.Default()
		}
		return &Databases{Addresses: a, data: data}, nil
	}
	c, err := cluster.Open(ctx, cluster.Options{Data: data, Log: log})
	if err != nil {
		return nil, err
	}
	d := &Databases{private: c, data: c.Data(), Addresses: Addresses{
		App:    c.URL(cluster.RoleApp, cluster.Database),
		Owner:  c.URL(cluster.RoleOwner, cluster.Database),
		Worker: c.URL(cluster.RoleWorker, cluster.Database),
	}}
	if err := d.Migrate(ctx, pg.Partitions{}); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}

// Private reports whether this installation runs its own PostgreSQL.
func (d *Databases) Private() bool { return d.private != nil }

// Super is the superuser's address of a private PostgreSQL, for verify; else empty.
func (d *Databases) Super() string {
	if d.private == nil {
		return ""
	}
	return d.private.URL(cluster.RoleSuperuser, cluster.Database)
}

// Migrate brings the schema to this program's version.
func (d *Databases) Migrate(ctx context.Context, parts pg.Partitions) error {
	if d.Owner == "" {
		return errNoOwner
	}
	return pg.Migrate(ctx, d.Owner, parts)
}

// Close lets go of a private PostgreSQL; it stops when nobody else uses it.
func (d *Databases) Close() error {
	if d.private == nil {
		return nil
	}
	if err := d.private.Close(); err != nil {
		return fmt.Errorf("stop PostgreSQL: %w", err)
	}
	return nil
}

// Open opens the pools of a server, and refuses a database that would not guard. Without an address
// of the worker role Jobs stays nil.
func (d *Databases) Open(ctx context.Context) (p Pools, err error) {
	defer func() {
		if err != nil {
			p.Close()
			p = Pools{}
		}
	}()
	keys, err := d.Keys(ctx)
	if err != nil {
		return p, err
	}
	if p.App, err = checked(ctx, pg.Config{URL: d.App, Keys: keys}); err != nil {
		return p, err
	}
	if p.Placing, err = pg.Open(ctx, pg.Config{URL: d.App, Conns: 4, Params: order.PlacingParams(), Keys: keys}); err != nil {
		return p, err
	}
	if d.Worker != "" {
		p.Jobs, err = d.OpenWorker(ctx)
	}
	return p, err
}

// OpenWorker opens the database as the worker role.
func (d *Databases) OpenWorker(ctx context.Context) (*pg.DB, error) {
	if d.Worker == "" {
		return nil, errNoWorker
	}
	keys, err := d.Keys(ctx)
	if err != nil {
		return nil, err
	}
	return checked(ctx, pg.Config{URL: d.Worker, Jobs: true, Keys: keys})
}

// Close closes the pools, after the work on them.
func (p Pools) Close() {
	for _, db := range []*pg.DB{p.App, p.Placing, p.Jobs} {
		if db != nil {
			db.Close()
		}
	}
}

func checked(ctx context.Context, c pg.Config) (*pg.DB, error) {
	db, err := pg.Open(ctx, c)
	if err != nil {
		return nil, err
	}
	if err := db.Check(ctx); err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}
