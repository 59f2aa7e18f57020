package main

import (
	"context"
	"io"
	"math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"qudao/internal/order"
)

func TestOnlyWhatWasAskedAndAnsweredInTimeIsCounted(t *testing.T) {
	t.Parallel()
	begin := time.Now()
	at := func(ms int) time.Time { return begin.Add(time.Duration(ms) * time.Millisecond) }
	c := &counter{begin: at(0), end: at(1000)}
	c.note(outcome{due: at(-10), done: at(5)})                        // of the warm-up
	c.note(outcome{due: at(10), done: at(14)})                        //
	c.note(outcome{due: at(20), done: at(22)})                        //
	c.note(outcome{due: at(30), done: at(31), refused: "409"})        //
	c.note(outcome{due: at(40), done: at(41), aside: true})           //
	c.note(outcome{due: at(990), done: at(1010)})                     // too late
	c.noteDue(outcome{due: at(995), done: at(2995)})                  // due in time, however late
	c.noteDue(outcome{due: at(1001), done: at(1002), refused: "500"}) // not due any more
	got := c.sum()
	if want := (tally{All: 5, Orders: 3, Refused: 1, PerSec: 3, P50: 4, P99: 2000, First: "409"}); got != want {
		t.Errorf("tally %+v, not %+v", got, want)
	}
}

func TestAPacedLoadCountsFromWhenItWasDue(t *testing.T) {
	t.Parallel()
	begin := time.Now()
	count := &counter{begin: begin, end: begin.Add(300 * time.Millisecond)}
	// A server that stands still: every answer comes when the load is over.
	still := func(ctx context.Context, _ int, _ *rand.Rand) outcome {
		sent := time.Now()
		time.Sleep(time.Until(begin.Add(600 * time.Millisecond)))
		return outcome{due: sent, done: time.Now()}
	}
	(&client{Rate: 100, Clients: 8}).paced(t.Context(), still, count)
	got := count.sum()
	if got.Orders != 30 && got.Orders != 31 {
		t.Errorf("%d orders came in 0.3 s at 100 a second", got.Orders)
	}
	if got.P99 < 580 {
		t.Errorf("the first order waited 600 ms, p99 says %g", got.P99)
	}
}

func TestTheProxyCountsRoundTripsAndKnowsWriters(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	to := filepath.Join(folder, "to")
	l, err := net.Listen("unix", to)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() { _, _ = io.Copy(c, c) }() // what is said comes back
		}
	}()
	p, err := newProxy(to, "s")
	if err != nil {
		t.Fatal(err)
	}
	defer p.close()
	startup := "user\x00qudao_app\x00"
	say := func(begin string) {
		c, err := net.Dial("unix", filepath.Join(p.folder, "s"))
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		for _, text := range []string{begin, "one", "two"} {
			if _, err := io.WriteString(c, text); err != nil {
				t.Fatal(err)
			}
			if _, err := io.ReadFull(c, make([]byte, len(text))); err != nil {
				t.Fatal(err)
			}
		}
	}
	say(startup)
	if all, writers := p.trips.Load(), p.writers.Load(); all != 3 || writers != 0 {
		t.Errorf("%d trips, %d of writers", all, writers)
	}
	for name, value := range order.PlacingParams() {
		startup += name + "\x00" + value + "\x00"
	}
	say(startup)
	if all, writers := p.trips.Load(), p.writers.Load(); all != 6 || writers != 3 {
		t.Errorf("%d trips, %d of writers", all, writers)
	}
}

func TestGoals(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		goal         goal
		value, ratio float64
		met          bool
		text         string
	}{
		{ratioFrom(0.6), 1, 0.59, false, "ratio >= 0.6"}, {ratioFrom(0.6), 0, 0.6, true, "ratio >= 0.6"},
		{ratioTo(4), 1, 4.1, false, "ratio <= 4"}, {valueTo(30), 30, 99, true, "<= 30 ms"}, {valueTo(30), 31, 0, false, "<= 30 ms"},
		{valueBelow(1), 1, 0, false, "< 1 ms"}, {ratioIs(1), 5, 1, true, "ratio = 1"}, {ratioIs(1), 5, 1.01, false, "ratio = 1"},
		{goal{}, 1, 1, true, "reported"},
	} {
		if met, text := c.goal.met(c.value, c.ratio), c.goal.text("ms"); met != c.met || text != c.text {
			t.Errorf("%+v of %g, %g: %v %q", c.goal, c.value, c.ratio, met, text)
		}
	}
}

func TestFiguresAreChosenById(t *testing.T) {
	t.Parallel()
	got, err := choose("G5, G19")
	if err != nil || len(got) != 2 || got[0].ids != "G18,G19" || got[1].ids != "G5" {
		t.Errorf("%v %v", got, err)
	}
	if all, err := choose(""); err != nil || len(all) != len(figures) {
		t.Errorf("%d of %d figures: %v", len(all), len(figures), err)
	}
	if _, err := choose("G5,G99"); err == nil || !strings.Contains(err.Error(), "G99") {
		t.Errorf("G99: %v", err)
	}
}

func TestWordsAreNeighbours(t *testing.T) {
	t.Parallel()
	if got := hanPairs("LED面板灯 600x600 吸顶"); !slices.Equal(got, []string{"面板", "板灯", "吸顶"}) {
		t.Error(got)
	}
}

func TestProcessorTimeGrowsWithWork(t *testing.T) {
	t.Parallel()
	if !canAccount {
		return
	}
	before, err := processorTime(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	for x, end := 0, time.Now().Add(10*time.Second); time.Now().Before(end); x++ {
		if x%1000 > 0 {
			continue
		}
		if after, err := processorTime(os.Getpid()); err != nil {
			t.Fatal(err)
		} else if after > before {
			return
		}
	}
	t.Error("ten seconds of work took no time")
}
