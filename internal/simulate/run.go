package simulate

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"sync"
	"time"

	"qudao/internal/app"
	domain "qudao/internal/order"
	"qudao/internal/pg"
	"qudao/internal/queue"
	"qudao/internal/secret"
	"qudao/internal/worker"
)

// run is one seed at work.
type run struct {
	ctx   context.Context
	seed  uint64
	rng   *rand.Rand
	clock *turned
	keys  *secret.Keyring // of this run alone: its database is thrown away
	*model
	*injector

	servers    []*app.App // the first hears of everything at once
	handlers   []http.Handler
	work       *app.Services // of the worker
	dispatcher *queue.Dispatcher
	closing    []func()

	people  map[string]*client // staff and dealers, by user name
	program *client

	step      int
	operation string
	digest    *digest
	coverage  Coverage
	placed    []*order // that may be asked for again
	moved     []repeat
}

// turned is a clock that only the run turns.
type turned struct {
	mu sync.Mutex
	at time.Time
}

// Now is the time the clock stands at.
func (c *turned) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *turned) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// newRun opens two servers on the database and founds the brand.
func newRun(ctx context.Context, o Options) (_ *run, err error) {
	r := &run{ctx: ctx, keys: secret.Ephemeral(), seed: o.Seed, rng: rand.New(rand.NewPCG(o.Seed, 0x7175_6461_6f)), model: newModel(), injector: &injector{url: o.Addresses.App},
		// The machine's own day: keys carry its time, and tables are cut into months by it.
		clock: &turned{at: time.Now().Truncate(time.Second)}, digest: newDigest(), coverage: newCoverage(), people: map[string]*client{}}
	defer func() {
		if err != nil {
			r.close()
		}
	}()
	for range 2 {
		if err := r.serve(o.Addresses); err != nil {
			return nil, err
		}
	}
	jobs, err := r.open(pg.Config{URL: o.Addresses.Worker, Conns: 3, Jobs: true})
	if err != nil {
		return nil, err
	}
	r.work = app.NewServices(jobs, jobs, r.clock)
	r.closing = append(r.closing, r.work.Close)
	if r.dispatcher, err = queue.NewDispatcher(jobs, worker.React); err != nil {
		return nil, err
	}
	key, err := (&founder{Services: r.servers[0].Services, model: r.model}).found(ctx)
	if err != nil {
		return nil, fmt.Errorf("found the brand: %w", err)
	}
	r.program = &client{prefix: "/api/open", bearer: key}
	// So that orders expire within hours, not days.
	for r.rule.version == 1 {
		if err := r.setRule(); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// serve puts a server together whose connections fail when they are told to.
func (r *run) serve(a app.Addresses) error {
	asApp, err := r.open(pg.Config{URL: a.App, Conns: 8, Dial: r.dial})
	if err != nil {
		return err
	}
	placing, err := r.open(pg.Config{URL: a.App, Conns: 3, Dial: r.dial, Params: domain.PlacingParams()})
	if err != nil {
		return err
	}
	s, err := app.New(app.Pools{App: asApp, Placing: placing}, app.Options{Clock: r.clock, SignIns: 100_000})
	if err != nil {
		return err
	}
	r.closing = append(r.closing, s.Close)
	r.servers, r.handlers = append(r.servers, s), append(r.handlers, s.Handler())
	return nil
}

func (r *run) open(c pg.Config) (*pg.DB, error) {
	c.Clock, c.Keys = r.clock.Now, r.keys
	db, err := pg.Open(r.ctx, c)
	if err != nil {
		return nil, err
	}
	r.closing = append(r.closing, db.Close)
	return db, nil
}

// close ends what newRun began, the last first.
func (r *run) close() {
	for i := len(r.closing) - 1; i >= 0; i-- {
		r.closing[i]()
	}
	r.closing = nil
	r.injector.close()
}

// chance is true so many times in a hundred.
func (r *run) chance(percent int) bool { return r.rng.IntN(100) < percent }

// one of a list, by chance.
func pick[T any](r *run, list []T) T { return list[r.rng.IntN(len(list))] }

// key is a fresh idempotency key.
func (r *run) key() string { return fmt.Sprintf("%016x%016x", r.rng.Uint64(), r.rng.Uint64()) }
