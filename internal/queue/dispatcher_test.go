package queue_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/riverqueue/river"

	"qudao/internal/id"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/queue"
)

type told struct {
	Doc string `json:"doc"`
}

func (told) Kind() string { return "told" }

// tell reacts to every fact with one job that names the document.
func tell(facts []queue.Fact) (jobs []river.JobArgs) {
	for _, f := range facts {
		jobs = append(jobs, told{f.DocID})
	}
	return jobs
}

var all = pg.Scope{Actor: "system:test", All: true}

func TestAFactStartsItsJobsOnce(t *testing.T) {
	t.Parallel()
	d := pgtest.New(t)
	db := pgtest.OpenURL(t, d.Worker, nil)
	dispatcher := dispatch(t, db, tell)
	state(t, db, "a", "b")
	if n, err := dispatcher.Waiting(t.Context(), 10); n != 2 || err != nil {
		t.Fatalf("%d facts waiting, %v", n, err)
	}
	carry(t, dispatcher, 2)
	if n, err := dispatcher.Waiting(t.Context(), 10); n != 0 || err != nil {
		t.Fatalf("%d facts waiting, %v", n, err)
	}
	if n := runOnce(t, dispatcher); n != 0 {
		t.Fatalf("%d facts dispatched again", n)
	}
	state(t, db, "c")
	carry(t, dispatcher, 1)
	if got := jobs(t, db); got != "a b c" {
		t.Fatalf("jobs for %q", got)
	}
}

func TestTwoDispatchersCarryEachFactOnce(t *testing.T) {
	t.Parallel()
	d := pgtest.New(t)
	db, other := pgtest.OpenURL(t, d.Worker, nil), pgtest.OpenURL(t, d.Worker, nil)
	const facts = 60
	var work sync.WaitGroup
	ctx, stop := context.WithCancel(t.Context())
	defer func() { stop(); work.Wait() }()
	for _, on := range []*pg.DB{db, other} {
		dispatcher := dispatch(t, on, tell)
		work.Go(func() { dispatcher.Run(ctx) })
	}
	var want []string
	for i := range facts {
		doc := fmt.Sprintf("d%02d", i)
		want = append(want, doc)
		state(t, db, doc)
	}
	eventually(t, func() bool { return len(strings.Fields(jobs(t, db))) >= facts })
	if got := jobs(t, db); got != strings.Join(want, " ") {
		t.Fatalf("jobs for %q", got)
	}
}

func TestALateCommitIsNotSkipped(t *testing.T) {
	t.Parallel()
	d := pgtest.New(t)
	db := pgtest.OpenURL(t, d.Worker, nil)
	dispatcher := dispatch(t, db, tell)
	err := db.Write(t.Context(), all, func(tx *pg.Tx) error {
		put(t, tx, "early")   // an older transaction and an older id …
		state(t, db, "later") // … than this one, which commits first
		if n := runOnce(t, dispatcher); n != 0 {
			t.Errorf("%d facts were dispatched ahead of an open transaction", n)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	carry(t, dispatcher, 2)
	if got := jobs(t, db); got != "early later" {
		t.Fatalf("jobs for %q", got)
	}
}

func TestAProgramFollowsFactsByCursor(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	state(t, db, "a", "b", "c", "d", "e")
	var got []string
	var at queue.Cursor
	eventually(t, func() bool {
		var facts []queue.Placed
		err := db.Read(t.Context(), all, func(tx *pg.Tx) (err error) {
			facts, err = queue.SinceTx(t.Context(), tx, "thing", at, 2)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range facts {
			got, at = append(got, f.DocID), f.Cursor()
		}
		return len(got) == 5 && len(facts) == 0
	})
	if strings.Join(got, "") != "abcde" {
		t.Fatalf("read %q", got)
	}
}

func TestAFailedRoundLeavesNothing(t *testing.T) {
	t.Parallel()
	d := pgtest.New(t)
	db := pgtest.OpenURL(t, d.Worker, nil)
	broken := dispatch(t, db, func([]queue.Fact) []river.JobArgs { return []river.JobArgs{unwritable{}} })
	state(t, db, "a")
	eventually(t, func() bool {
		n, err := broken.RunOnce(t.Context())
		if n != 0 {
			t.Fatal("a job that cannot be written was accepted")
		}
		return err != nil
	})
	carry(t, dispatch(t, db, tell), 1)
}

type unwritable struct{}

func (unwritable) Kind() string                 { return "unwritable" }
func (unwritable) MarshalJSON() ([]byte, error) { return nil, errors.New("cannot be written") }

func dispatch(t *testing.T, db *pg.DB, reactions queue.Reactions) *queue.Dispatcher {
	t.Helper()
	d, err := queue.NewDispatcher(db, reactions)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// carry dispatches until it has carried that many facts. The oldest open transaction of the whole
// cluster holds facts back, those of other tests too, so it may take several rounds.
func carry(t *testing.T, d *queue.Dispatcher, facts int) {
	t.Helper()
	n := 0
	eventually(t, func() bool { n += runOnce(t, d); return n >= facts })
	if n != facts {
		t.Fatalf("%d facts dispatched, want %d", n, facts)
	}
}

func runOnce(t *testing.T, d *queue.Dispatcher) int {
	t.Helper()
	n, err := d.RunOnce(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// state states one fact per document, each in a transaction of its own.
func state(t *testing.T, db *pg.DB, docs ...string) {
	t.Helper()
	for _, doc := range docs {
		err := db.Write(t.Context(), all, func(tx *pg.Tx) error {
			put(t, tx, doc)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func put(t *testing.T, tx *pg.Tx, doc string) {
	t.Helper()
	fact, err := queue.Of("thing.done", "thing", doc, 1, 7, map[string]string{"of": id.New().String()})
	if err == nil {
		err = queue.PutTx(t.Context(), tx, fact)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func jobs(t *testing.T, db *pg.DB) string {
	t.Helper()
	var docs []string
	err := db.Read(t.Context(), all, func(tx *pg.Tx) (err error) {
		docs, err = pg.Column[string](t.Context(), tx, "SELECT args->>'doc' FROM river.river_job ORDER BY id")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(docs, " ")
}

func eventually(t *testing.T, done func() bool) {
	t.Helper()
	for end := time.Now().Add(40 * time.Second); !done(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("it did not happen in 40 seconds")
		}
	}
}
