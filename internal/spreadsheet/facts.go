package spreadsheet

import (
	"context"

	"qudao/internal/pg"
	"qudao/internal/queue"
)

// Facts about runs. Their document is "run" and its id.
const (
	DocKind      = "run"
	FactStarted  = "run.started"  // the worker takes it up
	FactProgress = "run.progress" // it came further
	FactDone     = "run.done"     // it is done or failed
	FactUndone   = "run.undone"   // what it wrote was taken back
)

func stateTx(ctx context.Context, tx *pg.Tx, kind string, r row) error {
	fact, err := queue.Of(kind, DocKind, r.ID.String(), r.Version, r.dealer(), nil)
	if err != nil {
		return err
	}
	return queue.PutTx(ctx, tx, fact)
}
