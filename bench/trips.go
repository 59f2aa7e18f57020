package main

import (
	"context"
	"fmt"
	"net/url"
	"path/filepath"

	"qudao/internal/cluster"
)

// trips counts the round trips to PostgreSQL that an order takes, alone and among many. A server of its
// own reaches PostgreSQL through a counting proxy; the one that is measured does not. Everything its
// requests say to PostgreSQL counts, not placement alone; its jobs go past the proxy.
func (b *bench) trips(ctx context.Context) (results []Result, err error) {
	database, err := url.Parse(b.cluster.URL(cluster.RoleApp, cluster.Database))
	if err != nil {
		return nil, err
	}
	query := database.Query()
	socket := ".s.PGSQL." + query.Get("port")
	p, err := newProxy(filepath.Join(query.Get("host"), socket), socket)
	if err != nil {
		return nil, err
	}
	defer p.close()
	query.Set("host", p.folder)
	database.RawQuery = query.Encode()
	s, err := b.serve(ctx, database.String(), "server-counted.log")
	if err != nil {
		return nil, err
	}
	defer s.stop()
	for _, load := range []struct {
		what    string
		clients int
		goal    goal
	}{{"alone", 1, valueTo(2)}, {"among those of 64 clients", 64, valueBelow(1)}} {
		var rounds []float64
		for range b.Rounds {
			before := p.trips.Load()
			t, err := b.load(ctx, job{do: "order", clients: load.clients, server: s})
			if err != nil {
				return nil, err
			}
			rounds = append(rounds, float64(p.trips.Load()-before)/float64(t.All))
		}
		results = append(results, b.result("G19", fmt.Sprintf("round trips of an order %s", load.what), "trips", median(rounds), 0, load.goal))
	}
	return results, nil
}
