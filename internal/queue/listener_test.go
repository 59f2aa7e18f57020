package queue_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/queue"
)

func TestAListenerHearsEveryFact(t *testing.T) {
	t.Parallel()
	db, listener := listening(t)
	notes, cancel := listener.Subscribe(1000)
	defer cancel()
	const facts = 300 // more than one payload holds
	for i := range facts {
		state(t, db, fmt.Sprintf("document-with-a-long-name-%04d", i))
	}
	carry(t, dispatch(t, db, nil), facts)
	for i := range facts {
		want := queue.Note{Kind: "thing.done", DocKind: "thing", DocID: fmt.Sprintf("document-with-a-long-name-%04d", i), Dealer: 7, Seq: 1}
		if got := next(t, notes); got != want {
			t.Fatalf("note %d: %+v", i, got)
		}
	}
}

func TestASlowSubscriberIsDroppedAndOthersAreNot(t *testing.T) {
	t.Parallel()
	db, listener := listening(t)
	slow, cancelSlow := listener.Subscribe(1)
	defer cancelSlow()
	quick, cancelQuick := listener.Subscribe(10)
	defer cancelQuick()
	state(t, db, "a", "b", "c")
	carry(t, dispatch(t, db, nil), 3)
	for _, want := range []string{"a", "b", "c"} {
		if got := next(t, quick); got.DocID != want {
			t.Fatalf("got %+v, want %s", got, want)
		}
	}
	if got := next(t, slow); got.DocID != "a" {
		t.Fatalf("got %+v", got)
	}
	if _, open := <-slow; open {
		t.Fatal("the slow subscriber was kept")
	}
}

func TestALostConnectionIsReplacedAndSaysSo(t *testing.T) {
	t.Parallel()
	db, listener := listening(t)
	heard := make(chan queue.Note, 100)
	ctx, stop := context.WithCancel(t.Context())
	over := make(chan struct{})
	go func() { defer close(over); listener.Watch(ctx, func(n queue.Note) { heard <- n }) }()
	defer func() { stop(); <-over }()

	// Known to be watching once a note arrives.
	state(t, db, "a")
	dispatcher := dispatch(t, db, nil)
	eventually(t, func() bool { state(t, db, "a"); runOnce(t, dispatcher); return len(heard) > 0 })

	kill := "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN qudao'"
	err := db.Write(t.Context(), all, func(tx *pg.Tx) error {
		n, err := pg.Value[int64](t.Context(), tx, kill)
		if n != 1 {
			t.Errorf("%d listening connections", n)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for n := next(t, heard); n.Kind != queue.Refresh; n = next(t, heard) {
	}
	state(t, db, "after")
	eventually(t, func() bool {
		runOnce(t, dispatcher)
		for len(heard) > 0 {
			if next(t, heard).DocID == "after" {
				return true
			}
		}
		return false
	})
}

func TestTheEndOfTheListenerEndsItsSubscriptions(t *testing.T) {
	t.Parallel()
	d := pgtest.New(t)
	listener := queue.NewListener(pgtest.OpenURL(t, d.App, nil))
	ctx, stop := context.WithCancel(t.Context())
	over := make(chan struct{})
	go func() { defer close(over); listener.Run(ctx) }()
	<-listener.Ready()
	notes, _ := listener.Subscribe(1)
	stop()
	<-over
	if _, open := <-notes; open {
		t.Fatal("the channel is still open")
	}
	listener.Watch(t.Context(), func(queue.Note) { t.Error("called after the end") })
}

// listening returns a database and a listener that hears.
func listening(t *testing.T) (*pg.DB, *queue.Listener) {
	t.Helper()
	d := pgtest.New(t)
	db := pgtest.OpenURL(t, d.Worker, nil)
	listener := queue.NewListener(db)
	ctx, stop := context.WithCancel(t.Context())
	over := make(chan struct{})
	go func() { defer close(over); listener.Run(ctx) }()
	t.Cleanup(func() { stop(); <-over })
	select {
	case <-listener.Ready():
	case <-time.After(20 * time.Second):
		t.Fatal("the listener does not hear")
	}
	return db, listener
}

func next(t *testing.T, notes <-chan queue.Note) queue.Note {
	t.Helper()
	select {
	case n, open := <-notes:
		if !open {
			t.Fatal("the channel was closed")
		}
		return n
	case <-time.After(20 * time.Second):
		t.Fatal("no note in 20 seconds")
	}
	return queue.Note{}
}
