package once_test

import (
	"errors"
	"sync"
	"testing"
	"time"

	"qudao/internal/fault"
	"qudao/internal/once"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
)

type result struct{ N int }

func call(t *testing.T, db *pg.DB, k once.Key, fn func() (result, error)) (out result, err error) {
	t.Helper()
	ctx := once.With(t.Context(), k)
	err = db.Write(ctx, pg.Scope{}, func(tx *pg.Tx) error {
		var err error
		out, err = once.Do(ctx, tx, fn)
		return err
	})
	return out, err
}

func key(body string) once.Key {
	h, _ := once.Hash(body)
	return once.Key{Principal: "account:1", Route: "place", Key: "k1", Body: h}
}

func TestARepetitionReturnsTheFirstResultAndRunsNothing(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	runs := 0
	for range 3 {
		got, err := call(t, db, key("a"), func() (result, error) { runs++; return result{N: runs}, nil })
		if err != nil || got.N != 1 {
			t.Fatalf("got %v, %v", got, err)
		}
	}
	if runs != 1 {
		t.Fatalf("ran %d times", runs)
	}
}

func TestTheSameKeyWithAnotherBodyIsRefused(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	one := func() (result, error) { return result{N: 1}, nil }
	if _, err := call(t, db, key("a"), one); err != nil {
		t.Fatal(err)
	}
	if _, err := call(t, db, key("b"), one); !errors.Is(err, once.OtherBody) {
		t.Fatalf("got %v", err)
	}
}

func TestARefusalKeepsNoKey(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	if _, err := call(t, db, key("a"), func() (result, error) { return result{}, fault.NotFound.With() }); !fault.Is(err, fault.Missing) {
		t.Fatalf("got %v", err)
	}
	if got, err := call(t, db, key("a"), func() (result, error) { return result{N: 5}, nil }); err != nil || got.N != 5 {
		t.Fatalf("the key was burnt by the refusal: %v %v", got, err)
	}
}

func TestASecondCallWhileTheFirstRunsIsToldSo(t *testing.T) {
	t.Parallel()
	db, _ := pgtest.Open(t)
	started, finish := make(chan struct{}), make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		if _, err := call(t, db, key("a"), func() (result, error) { close(started); <-finish; return result{N: 1}, nil }); err != nil {
			t.Error(err)
		}
	})
	<-started
	begun := time.Now()
	if _, err := call(t, db, key("a"), func() (result, error) { t.Error("ran twice"); return result{}, nil }); !errors.Is(err, once.StillRunning) {
		t.Errorf("got %v after %v", err, time.Since(begun))
	}
	close(finish)
	wg.Wait()
}
