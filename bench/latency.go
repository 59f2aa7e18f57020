package main

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/cluster"
)

// commits is how many single commits a round looks at.
const commits = 2_000

// latencyRound is one round of G4.
type latencyRound struct {
	peak, half tally
	commit     float64 // median of single commits, in milliseconds
}

// measureLatency is G4: how long placing an order takes at half of the load that the server can bear,
// beside a single durable commit. Orders come at even distances whether the last ones are answered or
// not, and count from when they were due.
func measureLatency(ctx context.Context, b *bench) ([]Result, error) {
	var rounds []latencyRound
	for range b.Rounds {
		var l latencyRound
		var err error
		if l.peak, err = b.load(ctx, job{do: "order", clients: 64}); err != nil {
			return nil, err
		}
		if l.commit, err = b.commits(ctx); err != nil {
			return nil, err
		}
		if l.half, err = b.load(ctx, job{do: "order", clients: 64, rate: l.peak.PerSec / 2}); err != nil {
			return nil, err
		}
		rounds = append(rounds, l)
	}
	commit := medianOf(rounds, func(l latencyRound) float64 { return l.commit })
	return []Result{
		b.result("G4", "placing an order at half of the peak, p99; against the p50 of one durable commit", "ms",
			medianOf(rounds, func(l latencyRound) float64 { return l.half.P99 }), commit, ratioTo(10)),
		b.result("G4", "placing an order at half of the peak, p50; against the p50 of one durable commit", "ms",
			medianOf(rounds, func(l latencyRound) float64 { return l.half.P50 }), commit, goal{}),
	}, nil
}

// commits is the median of single durable commits of one row on the same PostgreSQL, in a database of
// its own that is dropped again.
func (b *bench) commits(ctx context.Context) (float64, error) {
	admin, err := b.connect(ctx)
	if err != nil {
		return 0, err
	}
	defer admin.Close(ctx)
	for _, sql := range []string{dropCommitSQL, createCommitSQL} {
		if _, err := admin.Exec(ctx, sql); err != nil {
			return 0, err
		}
	}
	median, err := commitsOn(ctx, b.cluster.URL(cluster.RoleSuperuser, commitDatabase))
	if err != nil {
		return 0, err
	}
	b.say("  one durable commit: p50 %.2f ms", median)
	_, err = admin.Exec(ctx, dropCommitSQL)
	return median, err
}

func commitsOn(ctx context.Context, url string) (float64, error) {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return 0, err
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, commitTableSQL); err != nil {
		return 0, err
	}
	took := make([]time.Duration, commits)
	for i := range took {
		begin := time.Now()
		if _, err := conn.Exec(ctx, commitSQL); err != nil {
			return 0, err
		}
		took[i] = time.Since(begin)
	}
	return percentile(took, 50), nil
}
