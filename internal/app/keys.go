package app

import (
	"context"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
	"time"

	"qudao/internal/audit"
	"qudao/internal/clock"
	"qudao/internal/pg"
	"qudao/internal/secret"
)

var keysScope = pg.Scope{Actor: "system:keys", All: true}

// ListKeys tells the keys of the keyring, and how many values are under each.
func ListKeys(ctx context.Context, d *Databases, out io.Writer) error {
	return d.withServices(ctx, func(db *pg.DB, s *Services) error { return listKeys(ctx, db, s, out) })
}

func listKeys(ctx context.Context, db *pg.DB, s *Services, out io.Writer) error {
	list, err := db.Keys().Keys()
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	fmt.Fprintln(table, "use\tkey\tmade\t")
	for _, k := range list {
		made, primary := "", ""
		if !k.Made.IsZero() {
			made = k.Made.In(clock.Zone).Format(time.DateTime)
		}
		if k.Primary {
			primary = "primary"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", k.Use, k.ID, made, primary)
	}
	counts, err := s.Dealer.SealedCounts(ctx)
	if err != nil {
		return err
	}
	more, err := s.Order.SealedCounts(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(table, "\nfield\tkey\tvalues\t")
	for _, c := range slices.Concat(counts, more) {
		if c.Key == "" {
			c.Key = "not sealed"
		}
		fmt.Fprintf(table, "%s\t%s\t%d\t\n", c.Field, c.Key, c.Rows)
	}
	return table.Flush()
}

// AddKeys adds a key of each use, with which nothing is written yet.
func AddKeys(ctx context.Context, d *Databases, out io.Writer) error {
	return d.withServices(ctx, func(db *pg.DB, _ *Services) error {
		if err := db.Keys().Add(time.Now()); err != nil {
			return err
		}
		list, err := db.Keys().Keys()
		if err != nil {
			return err
		}
		err = db.Write(ctx, keysScope, func(tx *pg.Tx) error {
			for _, k := range newest(list) {
				if err := audit.ChangedTx(ctx, tx, "keyring", k.ID, nil, map[string]any{"kind": k.Use, "primary": false}); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		fmt.Fprintln(out, "Keys are added. Let every server read the keyring (10 seconds where they share the file), then run: qudao keys rotate")
		return nil
	})
}

// newest are the last made key of each use.
func newest(list []secret.Key) (out []secret.Key) {
	for i, k := range list {
		if i == len(list)-1 || list[i+1].Use != k.Use {
			out = append(out, k)
		}
	}
	return out
}

// RotateKeys makes the added keys primary, and puts every sealed field under them in small batches while everybody
// works on. Interrupted, the worker goes on with it.
func RotateKeys(ctx context.Context, d *Databases, out io.Writer) error {
	return d.withServices(ctx, func(db *pg.DB, s *Services) error {
		if err := db.Keys().Rotate(); err != nil {
			return err
		}
		list, err := db.Keys().Keys()
		if err != nil {
			return err
		}
		err = db.Write(ctx, keysScope, func(tx *pg.Tx) error {
			for _, k := range list {
				if !k.Primary {
					continue
				}
				if err := audit.ChangedTx(ctx, tx, "keyring", k.ID, map[string]any{"kind": k.Use, "primary": false}, map[string]any{"kind": k.Use, "primary": true}); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		fmt.Fprintln(out, "The added keys are primary. Sealing what is there anew; it may be interrupted, the worker goes on with it.")
		for what, reseal := range map[string]func(context.Context) (int, error){"dealers and addresses": s.Dealer.Reseal, "orders": s.Order.Reseal} {
			n, err := reseal(ctx)
			if err != nil {
				return err
			}
			fmt.Fprintf(out, "%d values of %s are sealed anew.\n", n, what)
		}
		return listKeys(ctx, db, s, out)
	})
}

// withServices runs do with the services of the worker role.
func (d *Databases) withServices(ctx context.Context, do func(*pg.DB, *Services) error) error {
	db, err := d.OpenWorker(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	s := NewServices(db, db, clock.System)
	defer s.Close()
	return do(db, s)
}
