package worker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"qudao/internal/audit"
	"qudao/internal/catalog"
	"qudao/internal/dealer"
	"qudao/internal/identity"
	"qudao/internal/mail"
	"qudao/internal/notification"
	"qudao/internal/order"
	"qudao/internal/pg"
	"qudao/internal/queue"
	"qudao/internal/report"
	"qudao/internal/spreadsheet"
)

// The queues, and how many jobs of each one server works at once. Runs take minutes: they have their
// own, so that nothing short waits for them. Messages come in floods, as orders do: they have their own, so
// that nothing else waits behind them.
const (
	runs           = "runs"
	runsAtOnce     = 2
	messages       = "messages"
	messagesAtOnce = 2
	letters        = "letters"
	lettersAtOnce  = 2
	atOnce         = 4
)

// Services are what jobs call, all made on a database of the worker role.
type Services struct {
	DB           *pg.DB
	Audit        *audit.Service
	Dealer       *dealer.Service
	Identity     *identity.Service
	Catalog      *catalog.Service
	Orders       *order.Service
	Spreadsheet  *spreadsheet.Service
	Notification *notification.Service
	Mail         *mail.Service
	Report       *report.Service
}

// Workers is one server's part in the background work.
type Workers struct {
	dispatcher *queue.Dispatcher
	jobs       *river.Client[pgx.Tx]
}

// New prepares the background work. Run does it.
func New(s Services) (*Workers, error) {
	dispatcher, err := queue.NewDispatcher(s.DB, React)
	if err != nil {
		return nil, err
	}
	workers := river.NewWorkers()
	var periodic []*river.PeriodicJob
	for _, register := range []func(Services, *river.Workers) []*river.PeriodicJob{
		registerIdentity, registerOnce, registerCatalog, registerOrder, registerSpreadsheet, registerNotification, registerReport, registerMail, registerSecret,
	} {
		periodic = append(periodic, register(s, workers)...)
	}
	jobs, err := queue.NewClient(s.DB, workers, queue.Config{
		Queues: map[string]int{river.QueueDefault: atOnce, runs: runsAtOnce, messages: messagesAtOnce, letters: lettersAtOnce}, Periodic: periodic,
	})
	if err != nil {
		return nil, err
	}
	return &Workers{dispatcher: dispatcher, jobs: jobs}, nil
}

// stopPatience is how long a stop waits in all. Jobs get most of it to end by themselves.
const stopPatience = 30 * time.Second

// Run works until ctx ends, then lets running jobs end. Jobs that do not are ended and taken up by
// another server.
func (w *Workers) Run(ctx context.Context) error {
	// The client stops when it is told to, not with ctx: it still writes down what became of its jobs.
	if err := w.jobs.Start(context.WithoutCancel(ctx)); err != nil {
		return fmt.Errorf("start working jobs: %w", err)
	}
	var dispatching sync.WaitGroup
	dispatching.Go(func() { w.dispatcher.Run(ctx) })
	<-ctx.Done()
	dispatching.Wait()
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopPatience)
	defer cancel()
	if err := w.jobs.Stop(stop); err != nil && !errors.Is(err, context.Canceled) {
		slog.WarnContext(ctx, "jobs were ended before they were done; they will be taken up again", "error", err)
	}
	return nil
}

// Wake makes new facts be dispatched now.
func (w *Workers) Wake() { w.dispatcher.Wake() }

// Settle returns once all facts so far are dispatched and no job is waiting or running. Workers must
// run meanwhile. It is for tests and the simulation.
func (w *Workers) Settle(ctx context.Context) error {
	const look = 20 * time.Millisecond
	busy := river.NewJobListParams().First(1).States(rivertype.JobStateAvailable, rivertype.JobStateRunning, rivertype.JobStatePending)
	for calm := 0; calm < 2; {
		w.Wake()
		n, err := w.dispatcher.Waiting(ctx, 1)
		if err != nil {
			return err
		}
		open, err := w.jobs.JobList(ctx, busy)
		if err != nil {
			return fmt.Errorf("look for open jobs: %w", err)
		}
		if calm++; n > 0 || len(open.Jobs) > 0 {
			calm = 0
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(look):
		}
	}
	return nil
}

// each is a job that is inserted every so often, once in the whole installation.
func each(interval time.Duration, args river.JobArgs) *river.PeriodicJob {
	return river.NewPeriodicJob(river.PeriodicInterval(interval), func() (river.JobArgs, *river.InsertOpts) {
		return args, &river.InsertOpts{MaxAttempts: 3, UniqueOpts: river.UniqueOpts{ByPeriod: interval}}
	}, &river.PeriodicJobOpts{RunOnStart: true})
}
