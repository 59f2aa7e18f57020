package main

import (
	"context"
	"fmt"
)

// measureCost is G19 and G18: what an order costs PostgreSQL and the server, in the rounds of G1, and
// how many round trips it takes.
func measureCost(ctx context.Context, b *bench) ([]Result, error) {
	var results []Result
	rounds, err := b.placementRounds(ctx)
	if err != nil {
		return nil, err
	}
	rWAL := medianOf(rounds, func(p placed) float64 { return p.r.wal })
	rCost := medianOf(rounds, func(p placed) float64 { return p.r.cost })
	for _, load := range []struct {
		clients int
		of      func(placed) work
	}{{8, func(p placed) work { return p.eight.work }}, {64, func(p placed) work { return p.many.work }}} {
		of := fmt.Sprintf("an order, %d clients; against ", load.clients)
		wal := medianOf(rounds, func(p placed) float64 { return load.of(p).walBytes() })
		results = append(results, b.result("G19", "WAL of "+of+"R", "bytes", wal, rWAL, ratioTo(2.5)))
		if !canAccount {
			continue
		}
		database := medianOf(rounds, func(p placed) float64 { return load.of(p).databaseMS() })
		server := medianOf(rounds, func(p placed) float64 { return load.of(p).serverMS() })
		results = append(results,
			b.result("G19", "PostgreSQL's processor time of "+of+"R", "ms", database, rCost, ratioTo(1.5)),
			b.result("G18", "the server's processor time of "+of+"PostgreSQL's", "ms", server, database, ratioTo(1)))
	}
	if !canAccount {
		b.say("processor times are read on Linux only: left out")
	}
	trips, err := b.trips(ctx)
	return append(results, trips...), err
}
