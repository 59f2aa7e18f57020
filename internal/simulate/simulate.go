package simulate

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"qudao/internal/app"
	"qudao/internal/verify"
)

// Options of one run.
type Options struct {
	Seed      uint64
	Ops       int           // steps
	Addresses app.Addresses // App and Worker of a migrated database without a brand

	meddle func(*run) error // before each step; tests spoil something with it
}

// verifyEvery is how often, in steps, all invariants are checked; the last step is followed by it too.
const verifyEvery = 250

var errNotEmpty = errors.New("the database holds a brand already: a simulation needs an empty one")

// Report is what a run came to.
type Report struct {
	Seed     uint64
	Steps    int
	Digest   string // of what the servers answered
	Coverage Coverage
	Took     time.Duration
}

// Difference is something that is not as the model says. It is the error of a run.
type Difference struct {
	Seed      uint64
	Step      int // from 0
	Operation string
	What      string
}

// Error tells what differed and the command that shows it again.
func (d *Difference) Error() string {
	return fmt.Sprintf("seed %d, step %d (%s): %s\nreplay: %s", d.Seed, d.Step, d.Operation, d.What, d.Replay())
}

// Replay is the command that runs up to the step that differed.
func (d *Difference) Replay() string {
	return fmt.Sprintf("qudao simulate --seed %d --ops %d", d.Seed, d.Step+1)
}

// Run trades on an empty database. It ends with the first Difference, which is then its error beside
// the report so far.
func Run(ctx context.Context, o Options) (Report, error) {
	begun := time.Now()
	r, err := newRun(ctx, o)
	if err != nil {
		return Report{Seed: o.Seed}, fmt.Errorf("prepare the simulation: %w", err)
	}
	defer r.close()
	err = r.steps(o)
	if err == nil {
		err = r.settle()
	}
	return Report{Seed: o.Seed, Steps: r.step, Digest: r.digest.sum(), Coverage: r.coverage, Took: time.Since(begun)}, err
}

func (r *run) steps(o Options) error {
	for r.step = 0; r.step < o.Ops; r.step++ {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		if o.meddle != nil {
			if err := o.meddle(r); err != nil {
				return err
			}
		}
		if err := r.one(); err != nil {
			return err
		}
		if (r.step+1)%verifyEvery == 0 {
			if err := r.verify(); err != nil {
				return err
			}
		}
	}
	return nil
}

// one is one step: time goes on, and an operation is chosen and done. One that finds nothing to act on
// gives way to the placing of an order.
func (r *run) one() error {
	r.clock.pass(time.Duration(1+r.rng.IntN(5)) * time.Second)
	op := choose(r.rng)
	r.operation = op.name
	if err := r.wakeUp(); err != nil {
		return err
	}
	err := op.do(r)
	if errors.Is(err, errNothing) {
		r.operation = "place"
		err = (*run).place(r)
	}
	if err != nil {
		return err
	}
	r.coverage.Operations[r.operation]++
	return nil
}

// choose picks an operation by its weight.
func choose(rng *rand.Rand) operation {
	sum := 0
	for _, op := range operations {
		sum += op.weight
	}
	n := rng.IntN(sum)
	for _, op := range operations {
		if n -= op.weight; n < 0 {
			return op
		}
	}
	panic("simulate: no operation was chosen")
}

// settle is the end of a run: every fact is dispatched, all stock is as the model says, and everything
// holds.
func (r *run) settle() error {
	r.operation = "end"
	if err := r.carryAll(); err != nil {
		return err
	}
	if err := r.compareStock(r.skus); err != nil {
		return err
	}
	for _, o := range r.orders {
		if err := r.readOrder(o); err != nil {
			return err
		}
	}
	return r.verify()
}

// carryAll dispatches until no fact is left. Facts wait for the transactions of others that began before
// them, in the whole cluster.
func (r *run) carryAll() error {
	for begun := time.Now(); time.Since(begun) < patience; time.Sleep(rest) {
		if err := r.carry(); err != nil {
			return err
		}
		left, err := r.dispatcher.Waiting(r.ctx, 1)
		if err != nil || left == 0 {
			return err
		}
	}
	return r.differs("facts are left that nobody dispatched for %s", patience)
}

// verify checks every invariant over all rows.
func (r *run) verify() error {
	results, err := verify.All(r.ctx, r.servers[0].DB)
	if err != nil {
		return err
	}
	for _, v := range verify.Violations(results) {
		return r.differs("invariant %s is broken: %s", v.Invariant, v.Row)
	}
	return nil
}

// differs is the error that ends the run.
func (r *run) differs(format string, args ...any) error {
	return &Difference{Seed: r.seed, Step: r.step, Operation: r.operation, What: fmt.Sprintf(format, args...)}
}
