package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// rawServer is the PostgreSQL of bench/raw_limit.sh. It stays up between rounds.
type rawServer struct {
	folder string
	port   int
}

// rawLimit is what PostgreSQL alone does.
type rawLimit struct {
	perSec float64
	wal    float64 // bytes an order
	cost   float64 // milliseconds of PostgreSQL's processor time an order
}

// rawLimit measures one shape and variant of bench/raw_limit.sh once, with 8 clients, on tables of the
// same size as the data.
func (b *bench) rawLimit(ctx context.Context, shape, variant string) (r rawLimit, err error) {
	if b.raw.port == 0 {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return r, err
		}
		b.raw.port = l.Addr().(*net.TCPAddr).Port
		l.Close()
	}
	cmd := b.raw.script(ctx, "ONLY="+variant, "SHAPES="+shape, "CLIENTS=8", "REPS=1", "KEEP=1", fmt.Sprintf("SECS=%d", b.Secs),
		fmt.Sprintf("SKUS=%d", b.skus()), fmt.Sprintf("DEALERS=%d", b.dealers()), "QUIET_WAIT=10")
	out, err := cmd.Output()
	if err != nil {
		return r, fmt.Errorf("raw_limit.sh %s %s: %w", shape, variant, err)
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) < 15 || fields[2] != variant {
			continue
		}
		for at, to := range map[int]*float64{5: &r.perSec, 13: &r.wal, 14: &r.cost} {
			if *to, err = strconv.ParseFloat(fields[at], 64); err != nil {
				return r, fmt.Errorf("raw_limit.sh: %q: %w", line, err)
			}
		}
		b.say("  PostgreSQL alone, %s %s, 8 clients: %.0f orders/s, %.2f ms of processor time and %.0f bytes of WAL an order; %s %% of the machine was busy elsewhere",
			shape, variant, r.perSec, r.cost, r.wal, fields[11])
		return r, nil
	}
	return r, fmt.Errorf("raw_limit.sh gave no figure: %q", out)
}

func (r rawServer) script(ctx context.Context, settings ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "bash", filepath.Join("bench", "raw_limit.sh"))
	cmd.Env = append(append(os.Environ(), "WORK="+r.folder, fmt.Sprintf("PORT=%d", r.port)), settings...)
	if bin := os.Getenv("QUDAO_PG_BIN"); bin != "" {
		cmd.Env = append(cmd.Env, "PGBIN="+bin)
	}
	cmd.Stderr = os.Stderr
	return cmd
}

// stop ends the PostgreSQL, if there is one, and removes its data.
func (r rawServer) stop() {
	if _, err := os.Stat(r.folder); r.folder == "" || err != nil {
		return
	}
	_ = r.script(context.Background(), "STOP=1").Run()
}
