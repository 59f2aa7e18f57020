package app

import (
	"context"
	"fmt"
	"io"
	"time"

	"qudao/internal/demo"
	"qudao/internal/pg"
	"qudao/internal/seed"
)

// Login is a line of the table that is printed with the demo brand.
type Login struct {
	Path     string // of the pages: "/" or "/office/"
	Username string
	Password string
	Role     string
}

// loadDemo loads the demo brand where the database holds no brand yet, and returns the logins to it and
// whether it was loaded just now. Beside another brand there are none.
func loadDemo(ctx context.Context, d *Databases, db *pg.DB, out io.Writer) (logins []Login, fresh bool, err error) {
	present, err := seed.Present(ctx, db)
	if err != nil {
		return nil, false, err
	}
	if !present {
		if err := Seed(ctx, d, demo.Options{}, out); err != nil {
			return nil, false, err
		}
	}
	ours, err := seed.IsDemo(ctx, db)
	if err != nil || !ours {
		return nil, false, err
	}
	for _, l := range seed.Logins() {
		path := "/"
		if l.App == seed.AppOffice {
			path = "/office/"
		}
		logins = append(logins, Login{Path: path, Username: l.Username, Password: l.Password, Role: l.Role})
	}
	return logins, !present, nil
}

// Seed loads the demo brand of the given size into an empty database. Its history ends now.
func Seed(ctx context.Context, d *Databases, size demo.Options, out io.Writer) error {
	if d.Owner == "" {
		return errNoOwner
	}
	keys, err := d.Keys(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "Loading the demo brand, once.")
	size.Seed, size.Now = seed.Seed, time.Now()
	err = seed.Demo(ctx, d.Owner, keys, size, func(step string) { fmt.Fprintln(out, " ", step) })
	if err != nil {
		return fmt.Errorf("load the demo brand: %w", err)
	}
	return nil
}
