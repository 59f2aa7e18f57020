package worker

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"qudao/internal/blob"
	"qudao/internal/id"
	"qudao/internal/pg"
	"qudao/internal/spreadsheet"
)

// PerformRun does the work of an import or export.
type PerformRun struct {
	Run string `json:"run"` // id
}

// Kind names the job.
func (PerformRun) Kind() string { return "spreadsheet_perform" }

// InsertOpts puts it into its own queue.
func (PerformRun) InsertOpts() river.InsertOpts { return river.InsertOpts{Queue: runs} }

type performRun struct {
	river.WorkerDefaults[PerformRun]
	spreadsheet *spreadsheet.Service
}

func (w *performRun) Work(ctx context.Context, job *river.Job[PerformRun]) error {
	run, err := id.Parse(job.Args.Run)
	if err != nil {
		return river.JobCancel(fmt.Errorf("run %q: %w", job.Args.Run, err))
	}
	return w.spreadsheet.Perform(ctx, run)
}

// RecoverRuns has runs performed again whose worker died.
type RecoverRuns struct{}

// Kind names the job.
func (RecoverRuns) Kind() string { return "spreadsheet_recover" }

type recoverRuns struct {
	river.WorkerDefaults[RecoverRuns]
	spreadsheet *spreadsheet.Service
}

func (w *recoverRuns) Work(ctx context.Context, _ *river.Job[RecoverRuns]) error {
	stale, err := w.spreadsheet.Stale(ctx)
	if err != nil || len(stale) == 0 {
		return err
	}
	jobs := make([]river.InsertManyParams, len(stale))
	for i, run := range stale {
		// Once a minute at most: a run that only waits for its turn is stale too.
		unique := river.UniqueOpts{ByArgs: true, ByPeriod: time.Minute}
		jobs[i] = river.InsertManyParams{Args: PerformRun{Run: run.String()}, InsertOpts: &river.InsertOpts{Queue: runs, UniqueOpts: unique}}
	}
	_, err = river.ClientFromContext[pgx.Tx](ctx).InsertMany(ctx, jobs)
	return err
}

// ForgetRuns removes old runs, and what no file holds any more.
type ForgetRuns struct{}

// Kind names the job.
func (ForgetRuns) Kind() string { return "spreadsheet_forget" }

type forgetRuns struct {
	river.WorkerDefaults[ForgetRuns]
	db          *pg.DB
	spreadsheet *spreadsheet.Service
}

func (w *forgetRuns) Work(ctx context.Context, _ *river.Job[ForgetRuns]) error {
	const batch = 100
	for {
		n, err := w.spreadsheet.Forget(ctx, batch)
		if err != nil {
			return err
		}
		if n < batch {
			break
		}
	}
	for {
		n, err := blob.Sweep(ctx, w.db, batch)
		if err != nil || n < batch {
			return err
		}
	}
}

func registerSpreadsheet(s Services, to *river.Workers) []*river.PeriodicJob {
	river.AddWorker(to, &performRun{spreadsheet: s.Spreadsheet})
	river.AddWorker(to, &recoverRuns{spreadsheet: s.Spreadsheet})
	river.AddWorker(to, &forgetRuns{db: s.DB, spreadsheet: s.Spreadsheet})
	return []*river.PeriodicJob{each(30*time.Second, RecoverRuns{}), each(24*time.Hour, ForgetRuns{})}
}
