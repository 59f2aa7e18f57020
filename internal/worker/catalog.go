package worker

import (
	"context"
	"time"

	"github.com/riverqueue/river"

	"qudao/internal/catalog"
)

// SweepPictures removes pictures that no product has shown for a week.
type SweepPictures struct{}

// Kind names the job.
func (SweepPictures) Kind() string { return "catalog_sweep_pictures" }

type sweepPictures struct {
	river.WorkerDefaults[SweepPictures]
	catalog *catalog.Service
}

func (w *sweepPictures) Work(ctx context.Context, _ *river.Job[SweepPictures]) error {
	const batch = 100
	for {
		n, err := w.catalog.SweepPictures(ctx, batch)
		if err != nil || n < batch {
			return err
		}
	}
}

func registerCatalog(s Services, to *river.Workers) []*river.PeriodicJob {
	river.AddWorker(to, &sweepPictures{catalog: s.Catalog})
	return []*river.PeriodicJob{each(24*time.Hour, SweepPictures{})}
}
