package main

import (
	"slices"
	"sync"
	"time"
)

// tally is what a load saw. All but All is of the counted seconds.
type tally struct {
	All     int     `json:"all"`    // answered as hoped in the whole run, warm-up included
	Orders  int     `json:"orders"` // or pages, or whatever was asked for
	Refused int     `json:"refused"`
	PerSec  float64 `json:"per_sec"`
	P50     float64 `json:"p50_ms"`
	P99     float64 `json:"p99_ms"`
	First   string  `json:"first_refusal,omitempty"`
}

// outcome is one request of a load: when it was due, when it was answered, and why it was refused, or
// nothing. One that is aside was only a means to another, and is not counted.
type outcome struct {
	due, done time.Time
	refused   string
	aside     bool
}

// counter gathers outcomes. Those that were due and done between begin and end are counted.
type counter struct {
	begin, end time.Time

	mu   sync.Mutex
	t    tally
	took []time.Duration
}

func (c *counter) note(o outcome) { c.add(o, o.done) }

// noteDue counts what was due in time, however late it was answered.
func (c *counter) noteDue(o outcome) { c.add(o, o.due) }

func (c *counter) add(o outcome, last time.Time) {
	if o.aside {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if o.refused == "" {
		c.t.All++
	}
	if o.due.Before(c.begin) || last.After(c.end) {
		return
	}
	if o.refused != "" {
		c.t.Refused++
		c.t.First = o.refused
		return
	}
	c.t.Orders++
	c.took = append(c.took, o.done.Sub(o.due))
}

// sum is the tally of everything noted.
func (c *counter) sum() tally {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := c.t
	t.PerSec = float64(t.Orders) / c.end.Sub(c.begin).Seconds()
	t.P50, t.P99 = percentile(c.took, 50), percentile(c.took, 99)
	return t
}

// percentile is the p-th percentile in milliseconds, 0 of nothing.
func percentile(took []time.Duration, p int) float64 {
	if len(took) == 0 {
		return 0
	}
	slices.Sort(took)
	return float64(took[len(took)*p/100].Microseconds()) / 1000
}

// median of an odd number of values is the one in the middle.
func median(v []float64) float64 {
	s := slices.Sorted(slices.Values(v))
	return s[len(s)/2]
}

// medianOf is the median of what value takes from each round.
func medianOf[R any](rounds []R, value func(R) float64) float64 {
	v := make([]float64, len(rounds))
	for i, r := range rounds {
		v[i] = value(r)
	}
	return median(v)
}
