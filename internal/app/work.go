package app

import (
	"context"
	"errors"
	"fmt"
	"io"

	"qudao/internal/queue"
)

// Work dispatches facts and works jobs until ctx ends, without serving anybody.
func Work(ctx context.Context, addresses Addresses, data string, out io.Writer) (err error) {
	d, err := Reach(ctx, addresses, data, out)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	jobs, err := d.OpenWorker(ctx, nil)
	if err != nil {
		return err
	}
	defer jobs.Close()
	dispatcher, err := queue.NewDispatcher(jobs, nil)
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "Qudao works jobs.")
	dispatcher.Run(ctx)
	return nil
}
