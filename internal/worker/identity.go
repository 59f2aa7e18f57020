package worker

import (
	"context"
	"time"

	"github.com/riverqueue/river"

	"qudao/internal/identity"
)

// SweepSessions removes sessions that have ended.
type SweepSessions struct{}

// Kind names the job.
func (SweepSessions) Kind() string { return "identity_sweep" }

type sweepSessions struct {
	river.WorkerDefaults[SweepSessions]
	identity *identity.Service
}

func (w *sweepSessions) Work(ctx context.Context, _ *river.Job[SweepSessions]) error {
	_, err := w.identity.Sweep(ctx)
	return err
}

func registerIdentity(s Services, to *river.Workers) []*river.PeriodicJob {
	river.AddWorker(to, &sweepSessions{identity: s.Identity})
	return []*river.PeriodicJob{each(time.Hour, SweepSessions{})}
}
