package app

import (
	"context"
	"fmt"
	"io"

	"qudao/internal/pg"
	"qudao/internal/setup"
)

// Init sets up an empty installation, and tells how to go on.
func Init(ctx context.Context, d *Databases, in setup.Input, out io.Writer) error {
	keys, err := d.Keys(ctx)
	if err != nil {
		return err
	}
	db, err := checked(ctx, pg.Config{URL: d.App, Conns: 1, Keys: keys})
	if err != nil {
		return err
	}
	defer db.Close()
	if err := setup.Do(ctx, db, in); err != nil {
		return err
	}
	fmt.Fprintf(out, "The installation is set up. Sign in at /office/ as %s; warehouses, levels and tags of dealers, products, prices and staff are made there.\n", in.Username)
	return nil
}
