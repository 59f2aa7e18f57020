package simulate

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"

	"qudao/internal/app"
)

// Plan is several seeds, side by side, each on a database of its own.
type Plan struct {
	Seed  uint64 // the first
	Seeds int
	Ops   int // of each
	// Database gives an empty migrated database.
	Database func(context.Context) (app.Addresses, error)
	Out      io.Writer // where each seed's end is told
}

// All runs the seeds, as many at a time as there are processors, and adds up what has happened. The
// error holds the Difference of every seed that had one.
func All(ctx context.Context, p Plan) (Coverage, error) {
	reports, errs := make([]Report, p.Seeds), make([]error, p.Seeds)
	var telling sync.Mutex
	var running sync.WaitGroup
	places := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range p.Seeds {
		running.Go(func() {
			places <- struct{}{}
			defer func() { <-places }()
			seed := p.Seed + uint64(i)
			reports[i], errs[i] = runOn(ctx, p, seed)
			telling.Lock()
			defer telling.Unlock()
			tell(p.Out, reports[i], errs[i])
		})
	}
	running.Wait()
	sum := newCoverage()
	for _, r := range reports {
		sum.Add(r.Coverage)
	}
	return sum, errors.Join(errs...)
}

func runOn(ctx context.Context, p Plan, seed uint64) (Report, error) {
	a, err := p.Database(ctx)
	if err != nil {
		return Report{Seed: seed}, fmt.Errorf("seed %d: %w", seed, err)
	}
	return Run(ctx, Options{Seed: seed, Ops: p.Ops, Addresses: a})
}

func tell(out io.Writer, r Report, err error) {
	outcome := "as foreseen"
	if err != nil {
		outcome = "DIFFERS"
	}
	fmt.Fprintf(out, "seed %d: %d steps in %s, digest %s: %s\n", r.Seed, r.Steps, r.Took.Round(time.Millisecond), r.Digest, outcome)
}
