package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/cluster"
	"qudao/internal/demo"
	"qudao/internal/pg"
	"qudao/internal/secret"
	"qudao/internal/seed"
)

// The full data of docs/benchmarks.md, of which SCALE is a part.
const (
	fullDealers = 40_000
	fullSKUs    = 1_000_000
	fullLists   = 10_000
	mostBuyers  = 1_000 // dealers that order in a run
	choices     = 2000  // SKUs each of them orders from
)

// bench is one seeded installation with its server in a process of its own.
type bench struct {
	run
	folder  string
	rawData string
	cluster *cluster.Cluster
	server  *exec.Cmd
	log     bytes.Buffer
	url     string
	buyers  string // file of the signed-in dealers
}

func (b *bench) dealers() int { return max(100, int(b.Scale*fullDealers)) }
func (b *bench) skus() int    { return max(1_000, int(b.Scale*fullSKUs)) }
func (b *bench) lists() int   { return max(40, int(b.Scale*fullLists)) }

func (b *bench) say(format string, args ...any) {
	fmt.Fprintf(os.Stderr, time.Now().Format("15:04:05 ")+format+"\n", args...)
}

// prepare makes a durable PostgreSQL, loads the brand at scale and starts the program to be measured.
func prepare(ctx context.Context, r run) (b *bench, err error) {
	b = &bench{run: r}
	if b.Data != "" {
		b.folder, err = b.Data, os.MkdirAll(b.Data, 0o755)
	} else {
		b.folder, err = os.MkdirTemp("/tmp", "qudao-bench-")
	}
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			b.close()
		}
	}()
	b.rawData = filepath.Join(b.folder, "raw")
	// The server's user, not always ours, must be able to enter.
	if err := os.Chmod(b.folder, 0o755); err != nil {
		return nil, err
	}
	if b.cluster, err = cluster.Open(ctx, cluster.Options{Data: filepath.Join(b.folder, "qudao-data")}); err != nil {
		return nil, err
	}
	if err := b.loadOnce(ctx); err != nil {
		return nil, err
	}
	return b, b.serve(ctx)
}

// loadOnce loads the brand, unless the folder was kept with the same sizes from an earlier run.
func (b *bench) loadOnce(ctx context.Context) error {
	b.buyers = filepath.Join(b.folder, "buyers.json")
	sizes := fmt.Sprintf("%d dealers, %d SKUs, %d price lists", b.dealers(), b.skus(), b.lists())
	mark := filepath.Join(b.folder, "loaded")
	if had, err := os.ReadFile(mark); err == nil {
		if string(had) != sizes {
			return fmt.Errorf("%s holds %s, not %s", b.folder, had, sizes)
		}
		return nil
	}
	owner := b.cluster.URL(cluster.RoleOwner, cluster.Database)
	if err := pg.Migrate(ctx, owner, pg.Partitions{}); err != nil {
		return err
	}
	b.say("loading %s", sizes)
	opt := demo.Options{Dealers: b.dealers(), SKUs: b.skus(), Lists: b.lists(), Orders: 1000, Now: time.Now()}
	if err := seed.Demo(ctx, owner, opt, func(string) {}); err != nil {
		return err
	}
	if err := b.fill(ctx); err != nil {
		return fmt.Errorf("prepare the buyers: %w", err)
	}
	return os.WriteFile(mark, []byte(sizes), 0o600)
}

// fill puts enough on every shelf, signs dealers in, and writes down what each can order.
func (b *bench) fill(ctx context.Context) error {
	conn, err := pgx.Connect(ctx, b.cluster.URL(cluster.RoleSuperuser, cluster.Database))
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	for _, sql := range fillSQL {
		if _, err := conn.Exec(ctx, sql); err != nil {
			return fmt.Errorf("%.60s: %w", sql, err)
		}
	}
	rows, err := conn.Query(ctx, buyersSQL, min(mostBuyers, b.dealers()))
	if err != nil {
		return err
	}
	found, err := pgx.CollectRows(rows, pgx.RowToStructByName[struct {
		Dealer  int32  `db:"dealer_id"`
		Login   string `db:"login"`
		Address string `db:"address"`
	}])
	if err != nil {
		return err
	}
	var buyers []buyer
	for _, f := range found {
		rows, err := conn.Query(ctx, choicesSQL, f.Dealer, choices)
		if err != nil {
			return err
		}
		skus, err := pgx.CollectRows(rows, pgx.RowToStructByPos[choice])
		if err != nil {
			return err
		}
		if len(skus) < 50 {
			continue
		}
		token, hash := secret.NewToken()
		if _, err := conn.Exec(ctx, sessionSQL, hash, f.Login); err != nil {
			return err
		}
		buyers = append(buyers, buyer{Cookie: "__Host-qudao-portal=" + token, Address: f.Address, SKUs: skus})
	}
	if len(buyers) == 0 {
		return errors.New("no dealer can order anything")
	}
	text, err := json.Marshal(buyers)
	if err != nil {
		return err
	}
	b.say("%d dealers will order", len(buyers))
	return os.WriteFile(b.buyers, text, 0o600)
}

// serve starts the program on a free port and waits until it is ready.
func (b *bench) serve(ctx context.Context) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	address := l.Addr().String()
	l.Close()
	b.url = "http://" + address
	b.server = exec.Command(b.Binary, "serve", "--addr", address)
	b.server.Env = append(os.Environ(), "DATABASE_URL="+b.cluster.URL(cluster.RoleApp, cluster.Database),
		"DATABASE_WORKER_URL="+b.cluster.URL(cluster.RoleWorker, cluster.Database))
	b.server.Stdout, b.server.Stderr = &b.log, &b.log
	if err := b.server.Start(); err != nil {
		return err
	}
	for range 300 {
		resp, err := http.Get(b.url + "/readyz")
		if err == nil {
			resp.Body.Close()
			if resp.StatusCode == http.StatusOK {
				return nil
			}
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
	return fmt.Errorf("the server did not get ready: %s", b.log.String())
}

// close ends what was started, by its own handles, and removes the data.
func (b *bench) close() {
	if b.server != nil && b.server.Process != nil {
		_ = b.server.Process.Signal(syscall.SIGTERM)
		_ = b.server.Wait()
	}
	if b.cluster != nil {
		_ = b.cluster.Close()
	}
	if b.rawData != "" {
		stop := exec.Command("bash", filepath.Join("bench", "raw_limit.sh"))
		stop.Env = append(os.Environ(), "ONLY=", "SHAPES=", "WORK="+b.rawData)
		if _, err := os.Stat(b.rawData); err == nil {
			_ = stop.Run() // without KEEP it stops its server and removes its data
		}
	}
	if b.Data == "" {
		_ = os.RemoveAll(b.folder)
	}
}
