package spreadsheet

import (
	"context"
	"errors"
	"time"

	"qudao/internal/blob"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/pg"
)

// Lifetime is how long a finished run and its files are kept.
const Lifetime = 30 * 24 * time.Hour

type finished struct {
	ID       id.ID  `db:"id"`
	FileID   *id.ID `db:"file_id"`
	ErrorsID *id.ID `db:"errors_id"`
}

// Forget removes at most limit runs that ended longer than Lifetime ago, with their files, and returns
// how many. It runs as the worker role.
func (s *Service) Forget(ctx context.Context, limit int) (gone int, err error) {
	err = s.db.Write(ctx, system, func(tx *pg.Tx) error {
		now, err := tx.Now(ctx)
		if err != nil {
			return err
		}
		old, err := pg.All[finished](ctx, tx, oldSQL, now.Add(-Lifetime), limit)
		if err != nil {
			return err
		}
		ids := make([]id.ID, 0, len(old))
		for _, r := range old {
			ids = append(ids, r.ID)
			for _, file := range []*id.ID{r.FileID, r.ErrorsID} {
				if file == nil {
					continue
				}
				if err := blob.DeleteTx(ctx, tx, *file); err != nil && !errors.Is(err, fault.NotFound) {
					return err
				}
			}
		}
		gone = len(ids)
		_, err = tx.Exec(ctx, forgetSQL, ids)
		return err
	})
	return gone, err
}
