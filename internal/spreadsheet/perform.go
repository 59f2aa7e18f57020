package spreadsheet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/blob"
	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/pg"
)

const (
	// maxAttempts is how often a run is taken up before it counts as broken.
	maxAttempts = 5
	// silence is how long a worker may give no sign of life before another takes its run.
	silence = time.Minute
	beats   = 10 * time.Second
)

// errFenced ends a worker whose run another one has taken up.
var errFenced = errors.New("another worker has taken up this run")

// work is a run being worked, by one attempt.
type work struct {
	*Service
	row
	run     id.ID // as in row, but read by the signs of life too while row changes
	attempt int
	who     org.Actor
	scope   pg.Scope // of our own bookkeeping, in the name of who started the run
	told    time.Time
}

// Perform does the work of a run, from wherever it was left, and returns once it is done or failed. It
// does nothing when the run is over or another worker is at it. An error means that it could not be done
// now: calling again goes on. It is called by the worker's job.
func (s *Service) Perform(ctx context.Context, run id.ID) error {
	w, err := s.take(ctx, run)
	if err != nil || w == nil {
		return err
	}
	if w.Attempt > maxAttempts {
		return w.fail(ctx, Broken.With())
	}
	err = w.alive(ctx, w.do)
	switch f, refused := fault.As(err); {
	case err == nil, errors.Is(err, errFenced):
		return nil
	case refused && f.Kind != fault.Busy && f.Kind != fault.Internal:
		return w.fail(ctx, f)
	}
	slog.ErrorContext(ctx, "a run was interrupted", "run", run, "kind", w.Kind, "attempt", w.Attempt, "error", err)
	w.release(ctx)
	return fmt.Errorf("perform run %s: %w", run, err)
}

// Stale returns the runs that nobody works on although somebody should: their worker died. The caller
// has them performed again.
func (s *Service) Stale(ctx context.Context) (runs []id.ID, err error) {
	err = s.db.Read(ctx, system, func(tx *pg.Tx) error {
		runs, err = pg.Column[id.ID](ctx, tx, staleSQL, silence)
		return err
	})
	return runs, err
}

var system = pg.Scope{Actor: "system:spreadsheet", All: true}

func (s *Service) take(ctx context.Context, run id.ID) (*work, error) {
	var r row
	err := s.db.Write(ctx, system, func(tx *pg.Tx) (err error) {
		if r, err = pg.One[row](ctx, tx, takeSQL, run, silence); err != nil {
			return err
		}
		return stateTx(ctx, tx, FactProgress, r)
	})
	if fault.Is(err, fault.Missing) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("take run %s: %w", run, err)
	}
	who, err := r.who()
	// The record says which run changed a row, and Undo finds it by that.
	who.Trace = r.ID.String()
	scope := pg.Scope{Actor: r.Owner, Address: who.Address, Trace: who.Trace, All: true}
	return &work{Service: s, row: r, run: r.ID, attempt: r.Attempt, who: who, scope: scope}, err
}

// alive runs do and gives signs of life meanwhile. It ends do when the run was taken away.
func (w *work) alive(ctx context.Context, do func(context.Context) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	over := make(chan struct{})
	beating := make(chan struct{})
	go func() {
		defer close(beating)
		ticker := time.NewTicker(beats)
		defer ticker.Stop()
		for {
			select {
			case <-over:
				return
			case <-ticker.C:
				if err := w.change(ctx, beatSQL); errors.Is(err, errFenced) {
					cancel(err)
				}
			}
		}
	}()
	err := do(ctx)
	close(over)
	<-beating
	if errors.Is(context.Cause(ctx), errFenced) {
		err = errFenced
	}
	cancel(nil)
	return err
}

func (w *work) do(ctx context.Context) error {
	if w.Direction == Out {
		return w.export(ctx)
	}
	return w.importFile(ctx)
}

// change runs a statement that names the attempt.
func (w *work) change(ctx context.Context, sql string) error {
	return w.db.Write(ctx, w.scope, func(tx *pg.Tx) error {
		n, err := tx.Exec(ctx, sql, w.run, w.attempt)
		if err == nil && n == 0 {
			return errFenced
		}
		return err
	})
}

// release lets another worker take the run at once.
func (w *work) release(ctx context.Context) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	if err := w.change(ctx, releaseSQL); err != nil && !errors.Is(err, errFenced) {
		slog.WarnContext(ctx, "a run was not released, it will be taken up later", "run", w.ID, "error", err)
	}
}

// stepTx runs a statement that returns the run as it is then, and states a fact of it.
func (w *work) stepTx(ctx context.Context, tx *pg.Tx, fact, sql string, args ...any) error {
	r, err := pg.One[row](ctx, tx, sql, append([]any{w.run, w.attempt}, args...)...)
	if errors.Is(err, pgx.ErrNoRows) {
		return errFenced
	}
	if err != nil {
		return err
	}
	w.row = r
	return stateTx(ctx, tx, fact, r)
}

func (w *work) step(ctx context.Context, fact, sql string, args ...any) error {
	return w.db.Write(ctx, w.scope, func(tx *pg.Tx) error { return w.stepTx(ctx, tx, fact, sql, args...) })
}

// fail ends the run with what was wrong with it as a whole.
func (w *work) fail(ctx context.Context, f *fault.Fault) error {
	p := Problem{Code: f.Code, Detail: f.Sentence(w.Language, f.Facts)}
	err := w.step(ctx, FactDone, failSQL, p)
	if errors.Is(err, errFenced) {
		return nil
	}
	return err
}

// finish ends the run with the file it made, if any, stored in the same transaction.
func (w *work) finish(ctx context.Context, name string, content []byte, total, ok int) error {
	return w.db.Write(ctx, w.scope, func(tx *pg.Tx) error {
		var file, wrong *id.ID
		if content != nil {
			stored, err := blob.PutTx(ctx, tx, name, mediaType, bytes.NewReader(content))
			if err != nil {
				return err
			}
			if w.Direction == Out {
				file = &stored
			} else {
				wrong = &stored
			}
		}
		return w.stepTx(ctx, tx, FactDone, doneSQL, file, wrong, total, ok)
	})
}
