package main

import (
	"errors"
	"testing"
)

func TestWhatCanBeSimulated(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		simulation
		want error
	}{
		"a database of its own": {simulation{Seeds: 8, Ops: 10}, nil},
		"a given database":      {simulation{URL: "a", Worker: "b", Seeds: 1, Ops: 10}, nil},
		"half a database":       {simulation{URL: "a", Seeds: 1, Ops: 10}, errHalfGiven},
		"two seeds on one":      {simulation{URL: "a", Worker: "b", Seeds: 2, Ops: 10}, errOneSeed},
	} {
		if err := c.check(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	if (&simulation{Seeds: 1}).check() == nil {
		t.Error("no operations were let pass")
	}
}
