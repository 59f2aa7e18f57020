package worker

import (
	"context"
	"time"

	"github.com/riverqueue/river"

	"qudao/internal/once"
	"qudao/internal/pg"
)

// ForgetKeys removes idempotency keys that have outlived their time.
type ForgetKeys struct{}

// Kind names the job.
func (ForgetKeys) Kind() string { return "once_forget" }

type forgetKeys struct {
	river.WorkerDefaults[ForgetKeys]
	db *pg.DB
}

func (w *forgetKeys) Work(ctx context.Context, _ *river.Job[ForgetKeys]) error {
	_, err := once.Forget(ctx, w.db)
	return err
}

func registerOnce(s Services, to *river.Workers) []*river.PeriodicJob {
	river.AddWorker(to, &forgetKeys{db: s.DB})
	return []*river.PeriodicJob{each(24*time.Hour, ForgetKeys{})}
}
