package recent_test

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"qudao/internal/recent"
)

func TestAnAnswerLivesItsLifeAndNoLonger(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := recent.New[string, int](time.Second)
		asked := 0
		ask := func() (int, error) { asked++; time.Sleep(100 * time.Millisecond); return asked, nil }
		for range 5 {
			if got, _ := c.Get("a", ask); got != 1 {
				t.Fatalf("got %d", got)
			}
		}
		// The life counts from before the question: 100 ms of it went by while asking.
		time.Sleep(900 * time.Millisecond)
		if got, _ := c.Get("a", ask); got != 2 {
			t.Fatalf("an answer outlived its life: %d", got)
		}
	})
}

func TestAFailureIsNotKept(t *testing.T) {
	t.Parallel()
	c := recent.New[string, int](time.Hour)
	if _, err := c.Get("a", func() (int, error) { return 0, errors.New("down") }); err == nil {
		t.Fatal("the failure was lost")
	}
	if got, err := c.Get("a", func() (int, error) { return 7, nil }); got != 7 || err != nil {
		t.Fatalf("got %d, %v", got, err)
	}
}

func TestAnAnswerOvertakenByADropIsNotKept(t *testing.T) {
	t.Parallel()
	c := recent.New[string, int](time.Hour)
	got, _ := c.Get("a", func() (int, error) { c.Drop("a"); return 1, nil })
	again, _ := c.Get("a", func() (int, error) { return 2, nil })
	if got != 1 || again != 2 {
		t.Fatalf("got %d and %d", got, again)
	}
}
