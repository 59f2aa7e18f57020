package worker

import (
	"context"
	"time"

	"github.com/riverqueue/river"

	"qudao/internal/identity"
	"qudao/internal/queue"
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

// SendReset writes to who forgot a password. It carries the whole fact: facts are found by their place in the
// stream, not by their id.
type SendReset struct {
	Fact queue.Fact `json:"fact"`
}

// Kind names the job.
func (SendReset) Kind() string { return "identity_send_reset" }

type sendReset struct {
	river.WorkerDefaults[SendReset]
	identity *identity.Service
}

func (w *sendReset) Work(ctx context.Context, job *river.Job[SendReset]) error {
	return w.identity.SendReset(ctx, job.Args.Fact)
}

// forgot makes a job of each password that is said to be forgotten.
func forgot(facts []queue.Fact) (jobs []river.JobArgs) {
	for _, f := range facts {
		if f.Kind == identity.FactResetAsked {
			jobs = append(jobs, SendReset{Fact: f})
		}
	}
	return jobs
}

func registerIdentity(s Services, to *river.Workers) []*river.PeriodicJob {
	river.AddWorker(to, &sweepSessions{identity: s.Identity})
	river.AddWorker(to, &sendReset{identity: s.Identity})
	return []*river.PeriodicJob{each(time.Hour, SweepSessions{})}
}
