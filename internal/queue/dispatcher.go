package queue

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"qudao/internal/pg"
)

const (
	every  = 200 * time.Millisecond // how often the dispatcher looks without being woken
	resign = time.Second            // how long it rests after a failure
	round  = 1000                   // facts a round takes at most
	reader = "dispatcher"           // its row in queue.position
)

var dispatching = pg.Scope{Actor: "system:dispatcher", All: true}

// Reactions says which jobs the facts of a round start, in their order: one for each where few come, one for
// all of a kind that comes in floods. It is asked inside the dispatcher's transaction, so it only decides: no
// statement, no call outside.
type Reactions func([]Fact) []river.JobArgs

// Dispatcher carries facts to jobs and to the listeners. Every server may run one; they take turns.
type Dispatcher struct {
	db        *pg.DB
	reactions Reactions
	jobs      *river.Client[pgx.Tx] // inserts only
	wake      chan struct{}
}

// NewDispatcher makes a dispatcher on a database opened as the worker role. Nil reactions only notify.
func NewDispatcher(db *pg.DB, reactions Reactions) (*Dispatcher, error) {
	jobs, err := river.NewClient(riverpgxv5.New(db.Pool()), &river.Config{
		Schema: pg.JobSchema, MaxAttempts: MaxAttempts, Logger: quiet(),
	})
	if err != nil {
		return nil, fmt.Errorf("prepare to insert jobs: %w", err)
	}
	return &Dispatcher{db: db, reactions: reactions, jobs: jobs, wake: make(chan struct{}, 1)}, nil
}

// Wake makes the dispatcher look now. It never waits.
func (d *Dispatcher) Wake() {
	select {
	case d.wake <- struct{}{}:
	default:
	}
}

// Run dispatches until ctx ends. A failure is logged and tried again.
func (d *Dispatcher) Run(ctx context.Context) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for ctx.Err() == nil {
		n, err := d.RunOnce(ctx)
		if n == round {
			continue // there is more
		}
		rest := ticker.C
		if err != nil && ctx.Err() == nil {
			slog.ErrorContext(ctx, "facts could not be dispatched", "error", err)
			rest = time.After(resign)
		}
		select {
		case <-ctx.Done():
		case <-d.wake:
		case <-rest:
		}
	}
}

// RunOnce dispatches one round and returns how many facts it carried: 0 as well when another
// dispatcher is at it.
func (d *Dispatcher) RunOnce(ctx context.Context) (n int, err error) {
	err = d.db.Write(ctx, dispatching, func(tx *pg.Tx) error {
		n, err = d.roundTx(ctx, tx)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("dispatch facts: %w", err)
	}
	return n, nil
}

// Waiting counts the facts that are not dispatched yet, up to most: the figure to watch.
func (d *Dispatcher) Waiting(ctx context.Context, most int) (n int, err error) {
	err = d.db.Read(ctx, dispatching, func(tx *pg.Tx) error {
		at, _, err := PositionTx(ctx, tx, reader)
		if err != nil {
			return err
		}
		n, err = pg.Value[int](ctx, tx, waitingSQL, at.XID, at.ID, floor(at), most)
		return err
	})
	return n, err
}

func (d *Dispatcher) roundTx(ctx context.Context, tx *pg.Tx) (int, error) {
	mine, err := pg.Value[bool](ctx, tx, lockSQL)
	if err != nil || !mine {
		return 0, err
	}
	// A later statement than the lock, so that it sees where the last holder came to.
	at, _, err := PositionTx(ctx, tx, reader)
	if err != nil {
		return 0, err
	}
	facts, err := SinceTx(ctx, tx, "", at, round)
	if err != nil || len(facts) == 0 {
		return 0, err
	}
	if err := d.insertTx(ctx, tx, facts); err != nil {
		return 0, err
	}
	notes, err := encode(facts)
	if err != nil {
		return 0, err
	}
	if _, err := tx.Exec(ctx, notifySQL, notes); err != nil {
		return 0, err
	}
	return len(facts), MoveTx(ctx, tx, reader, facts[len(facts)-1].Cursor())
}

func (d *Dispatcher) insertTx(ctx context.Context, tx *pg.Tx, facts []Placed) error {
	if d.reactions == nil {
		return nil
	}
	round := make([]Fact, len(facts))
	for i, f := range facts {
		round[i] = f.Fact
	}
	var jobs []river.InsertManyParams
	for _, args := range d.reactions(round) {
		jobs = append(jobs, river.InsertManyParams{Args: args})
	}
	if len(jobs) == 0 {
		return nil
	}
	join, err := tx.PGX(ctx)
	if err != nil {
		return err
	}
	if _, err := d.jobs.InsertManyFastTx(ctx, join, jobs); err != nil {
		return fmt.Errorf("insert jobs: %w", err)
	}
	return nil
}

// maxPayload is below the 8,000 bytes that PostgreSQL takes in one notification.
const maxPayload = 7900

// encode packs the notes of facts into as few payloads as fit: JSON arrays of
// [kind, doc_kind, doc_id, dealer, seq].
func encode(facts []Placed) ([]string, error) {
	var out []string
	var payload []byte
	for _, f := range facts {
		dealer := int32(0)
		if f.DealerID != nil {
			dealer = *f.DealerID
		}
		item, err := json.Marshal([]any{f.Kind, f.DocKind, f.DocID, dealer, f.Seq})
		if err != nil {
			return nil, err
		}
		if len(payload) > 0 && len(payload)+len(item)+2 > maxPayload {
			out, payload = append(out, string(payload)+"]"), nil
		}
		if len(payload) == 0 {
			payload = append(payload, '[')
		} else {
			payload = append(payload, ',')
		}
		payload = append(payload, item...)
	}
	return append(out, string(payload)+"]"), nil
}
