package pg

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
)

// ResealRows is how many rows are sealed anew in one transaction: few, so that nobody waits for their locks.
const ResealRows = 200

// passes is how often Reseal goes over a field at most: what others wrote meanwhile under the key before is found by
// another pass.
const passes = 3

var resealing = Scope{Actor: "system:reseal", All: true}

// SealedCount is how many values of a field are under one key.
type SealedCount struct {
	Field string `db:"field"`
	Key   string `db:"key"` // its id; empty: not sealed at all
	Rows  int    `db:"rows"`
}

// Reseal puts every value of a field under the primary key, in small transactions beside the work of everybody else.
// It does nothing where all of them are known to be. batch does one transaction: it seals anew the first ResealRows
// rows behind after that do not begin with fresh, and returns how many and where it came to; no row ends the pass. It
// may be interrupted and begun again. It runs as the worker role.
func (db *DB) Reseal(ctx context.Context, field string, batch func(ctx context.Context, tx *Tx, fresh, after string) (n int, last string, err error)) (total int, err error) {
	fresh, err := db.keys.FreshPrefix()
	if err != nil {
		return 0, err
	}
	for range passes {
		done, found := false, 0
		err := db.Read(ctx, resealing, func(tx *Tx) error {
			under, err := Value[string](ctx, tx, resealedSQL, field)
			done = under == fresh
			if errors.Is(err, pgx.ErrNoRows) {
				return nil
			}
			return err
		})
		if err != nil || done {
			return total, err
		}
		for after, n := "", -1; n != 0; found += n {
			err := db.Write(ctx, resealing, func(tx *Tx) (err error) {
				if _, err := tx.Exec(ctx, resealingSQL); err != nil {
					return err
				}
				n, after, err = batch(ctx, tx, fresh, after)
				return err
			})
			if err != nil {
				return total + found, fmt.Errorf("seal %s anew: %w", field, err)
			}
		}
		total += found
		if found > 0 {
			continue
		}
		err = db.Write(ctx, resealing, func(tx *Tx) error {
			_, err := tx.Exec(ctx, resealDoneSQL, field, fresh)
			return err
		})
		if err != nil {
			return total, err
		}
	}
	return total, nil
}
