package main

import "context"

// placed is one round of G1: R, and orders by 8, 64 and 256 clients.
type placed struct {
	r                  rawLimit
	eight, many, crowd loaded
}

// placementRounds measures the rounds of G1, once a run: G19 looks at them too.
func (b *bench) placementRounds(ctx context.Context) ([]placed, error) {
	if b.rounds != nil {
		return b.rounds, nil
	}
	var rounds []placed
	for range b.Rounds {
		var p placed
		var err error
		if p.r, err = b.rawLimit(ctx, "uniform", "set1"); err != nil {
			return nil, err
		}
		for _, one := range []struct {
			clients int
			to      *loaded
		}{{8, &p.eight}, {64, &p.many}, {256, &p.crowd}} {
			if *one.to, err = b.loadOrders(ctx, job{do: "order", clients: one.clients}); err != nil {
				return nil, err
			}
		}
		rounds = append(rounds, p)
	}
	b.rounds = rounds
	return rounds, nil
}

// measurePlacement is G1: orders of 10 lines over HTTP, beside R, what PostgreSQL alone does with one
// order's writes at 8 clients.
func measurePlacement(ctx context.Context, b *bench) ([]Result, error) {
	rounds, err := b.placementRounds(ctx)
	if err != nil {
		return nil, err
	}
	r := medianOf(rounds, func(p placed) float64 { return p.r.perSec })
	eight := medianOf(rounds, func(p placed) float64 { return p.eight.PerSec })
	many := medianOf(rounds, func(p placed) float64 { return p.many.PerSec })
	crowd := medianOf(rounds, func(p placed) float64 { return p.crowd.PerSec })
	return []Result{
		b.result("G1", "orders placed over HTTP, 10 lines, 8 clients; against R", "orders/s", eight, r, ratioFrom(0.6)),
		b.result("G1", "orders placed over HTTP, 10 lines, 64 clients; against R", "orders/s", many, r, ratioFrom(1)),
		b.result("G1", "orders placed over HTTP, 10 lines, 256 clients; against 64 clients", "orders/s", crowd, many, ratioFrom(0.9)),
	}, nil
}
