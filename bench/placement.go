package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// measurePlacement is G1: orders of 10 lines over HTTP at 8 and 64 clients, beside R, what PostgreSQL
// alone does with one order's writes at 8 clients.
func measurePlacement(ctx context.Context, b *bench) ([]Result, error) {
	var reference, eight, many []float64
	var last8, last64 tally
	for round := range b.Rounds {
		r, err := b.reference(ctx)
		if err != nil {
			return nil, fmt.Errorf("reference R: %w", err)
		}
		if last8, err = b.load(ctx, 8); err != nil {
			return nil, err
		}
		if last64, err = b.load(ctx, 64); err != nil {
			return nil, err
		}
		b.say("round %d: R %.0f, 8 clients %.0f orders/s (p50 %.1f ms, p99 %.1f ms, refused %d %s), 64 clients %.0f (p50 %.1f ms, p99 %.1f ms, refused %d)",
			round+1, r, last8.PerSec, last8.P50, last8.P99, last8.Refused, last8.First, last64.PerSec, last64.P50, last64.P99, last64.Refused)
		reference, eight, many = append(reference, r), append(eight, last8.PerSec), append(many, last64.PerSec)
	}
	r := median(reference)
	return []Result{
		b.result("G1", "orders placed over HTTP, 10 lines, 8 clients", "orders/s", median(eight), r, 0.5),
		b.result("G1", "orders placed over HTTP, 10 lines, 64 clients", "orders/s", median(many), r, 0),
	}, nil
}

// load runs the load in a process of its own.
func (b *bench) load(ctx context.Context, clients int) (t tally, err error) {
	self, err := os.Executable()
	if err != nil {
		return t, err
	}
	cmd := exec.CommandContext(ctx, self, "client", b.url, b.buyers, "--clients", strconv.Itoa(clients), "--secs", strconv.Itoa(b.Secs))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return t, fmt.Errorf("load of %d clients: %w", clients, err)
	}
	if err := json.Unmarshal(out, &t); err != nil {
		return t, err
	}
	if t.Orders == 0 {
		return t, fmt.Errorf("no order was placed: %s", t.First)
	}
	return t, nil
}

// reference measures R once: bench/raw_limit.sh, one set-based statement an order, 8 clients, on tables of
// the same size. Its own PostgreSQL stays up between rounds.
func (b *bench) reference(ctx context.Context) (float64, error) {
	cmd := exec.CommandContext(ctx, "bash", filepath.Join("bench", "raw_limit.sh"))
	cmd.Env = append(os.Environ(), "ONLY=set1", "SHAPES=uniform", "CLIENTS=8", "REPS=1", "KEEP=1", fmt.Sprintf("SECS=%d", b.Secs),
		"WORK="+b.rawData, fmt.Sprintf("SKUS=%d", b.skus()), fmt.Sprintf("DEALERS=%d", b.dealers()), "QUIET_WAIT=10", "PORT=54329")
	if bin := os.Getenv("QUDAO_PG_BIN"); bin != "" {
		cmd.Env = append(cmd.Env, "PGBIN="+bin)
	}
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) > 5 && fields[2] == "set1" {
			return strconv.ParseFloat(fields[5], 64)
		}
	}
	return 0, fmt.Errorf("no figure in %q", out)
}

func median(v []float64) float64 {
	s := slices.Sorted(slices.Values(v))
	return s[len(s)/2]
}
