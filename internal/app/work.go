package app

import (
	"context"
	"errors"
	"fmt"
	"io"

	"qudao/internal/clock"
	"qudao/internal/mail"
)

// WorkJobs dispatches facts and works jobs until ctx ends, without serving anybody.
func WorkJobs(ctx context.Context, addresses Addresses, data string, letters mail.Config, out io.Writer) (err error) {
	d, err := Reach(ctx, addresses, data, out)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
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
