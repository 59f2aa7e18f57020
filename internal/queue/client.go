package queue

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"qudao/internal/pg"
)

const (
	// MaxAttempts is how often a job is tried before it stays as failed.
	MaxAttempts = 12

	fetchCooldown = 20 * time.Millisecond // least time between two looks for jobs
	jobTimeout    = 10 * time.Minute      // a job that runs longer is ended and tried again
	stopPatience  = 20 * time.Second      // how long a stop waits for running jobs before it ends them
)

// Config says what a client of the job queue works on.
type Config struct {
	Queues   map[string]int // workers at once, by queue; nil is 4 in the queue "default"
	Periodic []*river.PeriodicJob
	Logger   *slog.Logger // nil: only errors, on the program's own logger
}

// NewClient makes a client that works jobs, on a database opened as the worker role. The caller starts
// and stops it.
func NewClient(db *pg.DB, workers *river.Workers, c Config) (*river.Client[pgx.Tx], error) {
	if c.Queues == nil {
		c.Queues = map[string]int{river.QueueDefault: 4}
	}
	if c.Logger == nil {
		c.Logger = quiet()
	}
	queues := make(map[string]river.QueueConfig, len(c.Queues))
	for name, most := range c.Queues {
		queues[name] = river.QueueConfig{MaxWorkers: most}
	}
	client, err := river.NewClient(riverpgxv5.New(db.Pool()), &river.Config{
		Schema: pg.JobSchema, Workers: workers, Queues: queues, PeriodicJobs: c.Periodic, Logger: c.Logger,
		MaxAttempts: MaxAttempts, FetchCooldown: fetchCooldown,
		JobTimeout: jobTimeout, RescueStuckJobsAfter: jobTimeout + time.Minute, SoftStopTimeout: stopPatience,
		// Indexes belong to the owner role; the worker role may not rebuild them.
		ReindexerIndexNames: []string{},
	})
	if err != nil {
		return nil, fmt.Errorf("prepare the job queue: %w", err)
	}
	return client, nil
}
