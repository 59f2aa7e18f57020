package main

import (
	"context"

	"qudao/internal/cluster"
)

// pageRound is one round of G5.
type pageRound struct{ page, bare tally }

// measurePage is G5: pages of 50 products with the dealer's prices and stock, as random dealers turn
// them over in random categories, beside reading the rows of 50 products, neighbours in a category, by their keys.
func measurePage(ctx context.Context, b *bench) ([]Result, error) {
	if err := b.awaitIndex(ctx); err != nil {
		return nil, err
	}
	var rounds []pageRound
	for range b.Rounds {
		var p pageRound
		var err error
		if p.bare, err = b.bare(ctx, b.cluster.URL(cluster.RoleSuperuser, cluster.Database), 8); err != nil {
			return nil, err
		}
		if p.page, err = b.load(ctx, job{do: "page", clients: 8}); err != nil {
			return nil, err
		}
		rounds = append(rounds, p)
	}
	return []Result{
		b.result("G5", "catalogue page of 50 products, 8 clients, p99", "ms",
			medianOf(rounds, func(p pageRound) float64 { return p.page.P99 }), medianOf(rounds, func(p pageRound) float64 { return p.bare.P99 }), valueTo(30)),
		b.result("G5", "catalogue page of 50 products, 8 clients, median; against the rows of 50 products by key", "ms",
			medianOf(rounds, func(p pageRound) float64 { return p.page.P50 }), medianOf(rounds, func(p pageRound) float64 { return p.bare.P50 }), ratioTo(4)),
	}, nil
}
