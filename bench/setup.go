package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/cluster"
)

// bench is one seeded installation with its server in a process of its own.
type bench struct {
	run
	folder  string
	cluster *cluster.Cluster
	server  *server
	buyers  string // file of the signed-in dealers
	raw     rawServer
	sampled bool     // goodsFile was written
	rounds  []placed // of placementRounds, once they have run
}

func (b *bench) say(format string, args ...any) {
	fmt.Fprintf(os.Stderr, time.Now().Format("15:04:05 ")+format+"\n", args...)
}

// prepare makes a durable PostgreSQL, loads the brand at scale and starts the program to be measured.
func prepare(ctx context.Context, r run) (*bench, error) {
	b := &bench{run: r}
	if err := b.open(ctx); err != nil {
		b.close()
		return nil, err
	}
	return b, nil
}

func (b *bench) open(ctx context.Context) (err error) {
	if b.Data != "" {
		b.folder, err = b.Data, os.MkdirAll(b.Data, 0o755)
	} else {
		b.folder, err = os.MkdirTemp("/tmp", "qudao-bench-")
	}
	if err != nil {
		return err
	}
	// A folder that is itself an installation's is measured as it is.
	installation := b.folder
	if _, err := os.Stat(filepath.Join(b.folder, "postgres")); err != nil {
		installation = filepath.Join(b.folder, "qudao-data")
		// The server's user, not always ours, must be able to enter.
		if err := os.Chmod(b.folder, 0o755); err != nil {
			return err
		}
	}
	b.raw.folder = filepath.Join(b.folder, "raw")
	if b.cluster, err = cluster.Open(ctx, cluster.Options{Data: installation, Log: os.Stderr}); err != nil {
		return err
	}
	if err := b.loadOnce(ctx); err != nil {
		return err
	}
	b.server, err = b.serve(ctx, b.cluster.URL(cluster.RoleApp, cluster.Database), "server.log")
	return err
}

// connect is a connection past every policy.
func (b *bench) connect(ctx context.Context) (*pgx.Conn, error) {
	return pgx.Connect(ctx, b.cluster.URL(cluster.RoleSuperuser, cluster.Database))
}

// close ends what was started, by its own handles, and removes the data unless it is kept.
func (b *bench) close() {
	b.server.stop()
	if b.cluster != nil {
		_ = b.cluster.Close()
	}
	b.raw.stop()
	if b.Data == "" {
		_ = os.RemoveAll(b.folder)
	}
}

// self runs this program with other arguments, for a load in a process of its own, and returns what it
// printed.
func self(ctx context.Context, args ...string) ([]byte, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	return out, errors.Join(err, ctx.Err())
}
