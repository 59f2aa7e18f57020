package worker

import (
	"context"
	"time"

	"github.com/riverqueue/river"

	"qudao/internal/report"
)

// KeepReport brings the summaries of sales up to the facts of orders.
type KeepReport struct{}

// Kind names the job.
func (KeepReport) Kind() string { return "report_keep" }

type keepReport struct {
	river.WorkerDefaults[KeepReport]
	report *report.Service
}

// Timeout lets the first filling of many years take its time.
func (w *keepReport) Timeout(*river.Job[KeepReport]) time.Duration { return time.Hour }

func (w *keepReport) Work(ctx context.Context, _ *river.Job[KeepReport]) error {
	for {
		more, err := w.report.Keep(ctx)
		if err != nil || !more {
			return err
		}
	}
}

func registerReport(s Services, to *river.Workers) []*river.PeriodicJob {
	river.AddWorker(to, &keepReport{report: s.Report})
	// A day of a dealer is added up anew when anything of it changed, so a busy dealer's would be again and again.
	return []*river.PeriodicJob{each(time.Minute, KeepReport{})}
}
