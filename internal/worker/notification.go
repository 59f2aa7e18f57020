package worker

import (
	"context"
	"time"

	"github.com/riverqueue/river"

	"qudao/internal/notification"
	"qudao/internal/queue"
)

// TellOf makes the messages of a round of facts. It carries the whole facts: they are found by their place
// in the stream, not by their id.
type TellOf struct {
	Facts []queue.Fact `json:"facts"`
}

// Kind names the job.
func (TellOf) Kind() string { return "notification_tell" }

// InsertOpts puts it into its own queue.
func (TellOf) InsertOpts() river.InsertOpts { return river.InsertOpts{Queue: messages} }

type tellOf struct {
	river.WorkerDefaults[TellOf]
	notification *notification.Service
}

func (w *tellOf) Work(ctx context.Context, job *river.Job[TellOf]) error {
	return w.notification.Tell(ctx, job.Args.Facts)
}

// ForgetMessages removes messages that have outlived their time.
type ForgetMessages struct{}

// Kind names the job.
func (ForgetMessages) Kind() string { return "notification_forget" }

type forgetMessages struct {
	river.WorkerDefaults[ForgetMessages]
	notification *notification.Service
}

func (w *forgetMessages) Work(ctx context.Context, _ *river.Job[ForgetMessages]) error {
	const batch = 5000
	for {
		n, err := w.notification.Forget(ctx, batch)
		if err != nil || n == 0 {
			return err
		}
	}
}

func registerNotification(s Services, to *river.Workers) []*river.PeriodicJob {
	river.AddWorker(to, &tellOf{notification: s.Notification})
	river.AddWorker(to, &forgetMessages{notification: s.Notification})
	return []*river.PeriodicJob{each(24*time.Hour, ForgetMessages{})}
}
