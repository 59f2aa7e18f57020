package app

import (
	"context"
	"fmt"
	"io"

	"qudao/internal/clock"
	"qudao/internal/mail"
)

// WorkJobs dispatches facts and works jobs until ctx ends, without serving anybody.
func WorkJobs(ctx context.Context, d *Databases, letters mail.Config, out io.Writer) (err error) {
	jobs, err := d.OpenWorker(ctx)
	if err != nil {
		return err
	}
	defer jobs.Close()
	work, err := NewWork(jobs, clock.System, letters)
	if err != nil {
		return err
	}
	defer work.Close()
	fmt.Fprintln(out, "Qudao works jobs.")
	return work.Run(ctx)
}
