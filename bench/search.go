package main

import "context"

// searchRound is one round of G6.
type searchRound struct{ search, suggest tally }

// measureSearch is G6: search by two Chinese characters with the dealer's own exact counts, and
// suggestions for part numbers that are not known. Both have no reference but the goal.
func measureSearch(ctx context.Context, b *bench) ([]Result, error) {
	if err := b.awaitIndex(ctx); err != nil {
		return nil, err
	}
	var rounds []searchRound
	for range b.Rounds {
		var s searchRound
		var err error
		if s.search, err = b.load(ctx, job{do: "search", clients: 8}); err != nil {
			return nil, err
		}
		if s.suggest, err = b.load(ctx, job{do: "suggest", clients: 8}); err != nil {
			return nil, err
		}
		rounds = append(rounds, s)
	}
	return []Result{
		b.result("G6", "search by two Chinese characters with facets, 8 clients, p99", "ms",
			medianOf(rounds, func(s searchRound) float64 { return s.search.P99 }), 0, valueTo(50)),
		b.result("G6", "suggestions for an unknown part number, 8 clients, p99", "ms",
			medianOf(rounds, func(s searchRound) float64 { return s.suggest.P99 }), 0, valueTo(15)),
	}, nil
}
