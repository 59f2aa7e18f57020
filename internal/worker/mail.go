package worker

import (
	"context"
	"time"

	"github.com/riverqueue/river"

	"qudao/internal/mail"
	"qudao/internal/queue"
)

// SendLetter hands a letter to its channel.
type SendLetter struct {
	Letter string `json:"letter"`
}

// Kind names the job.
func (SendLetter) Kind() string { return "mail_send" }

// InsertOpts puts it into its own queue: a mail server that does not answer holds up nothing else.
func (SendLetter) InsertOpts() river.InsertOpts { return river.InsertOpts{Queue: letters} }

type sendLetter struct {
	river.WorkerDefaults[SendLetter]
	mail *mail.Service
}

func (w *sendLetter) Work(ctx context.Context, job *river.Job[SendLetter]) error {
	return w.mail.Send(ctx, job.Args.Letter)
}

// ForgetLetters removes letters that have outlived their time.
type ForgetLetters struct{}

// Kind names the job.
func (ForgetLetters) Kind() string { return "mail_forget" }

type forgetLetters struct {
	river.WorkerDefaults[ForgetLetters]
	mail *mail.Service
}

func (w *forgetLetters) Work(ctx context.Context, _ *river.Job[ForgetLetters]) error {
	_, err := w.mail.Forget(ctx)
	return err
}

// send makes a job of each letter that was put.
func send(facts []queue.Fact) (jobs []river.JobArgs) {
	for _, f := range facts {
		if f.Kind == mail.FactPut {
			jobs = append(jobs, SendLetter{Letter: f.DocID})
		}
	}
	return jobs
}

func registerMail(s Services, to *river.Workers) []*river.PeriodicJob {
	river.AddWorker(to, &sendLetter{mail: s.Mail})
	river.AddWorker(to, &forgetLetters{mail: s.Mail})
	return []*river.PeriodicJob{each(24*time.Hour, ForgetLetters{})}
}
