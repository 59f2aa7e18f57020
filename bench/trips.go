package main

import (
	"context"
	"fmt"
	"net/url"
	"path/filepath"

	"qudao/internal/cluster"
)

// trips counts the round trips to PostgreSQL that an order takes, alone and among many: those of the
// writers, and all of its request, who signed in and whose address it is included. A server of its own
// reaches PostgreSQL through a counting proxy; the one that is measured does not. Jobs go past it.
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
	// The new server reads what the dealers order and prepares its statements, uncounted.
	if _, err := b.load(ctx, job{do: "order", clients: 64, server: s}); err != nil {
		return nil, err
	}
	for _, load := range []struct {
		what    string
		clients int
		goal    goal
	}{{"alone", 1, valueTo(2)}, {"among those of 64 clients", 64, valueBelow(1)}} {
		var writers, all []float64
		for range b.Rounds {
			w, a := p.writers.Load(), p.trips.Load()
			t, err := b.load(ctx, job{do: "order", clients: load.clients, server: s})
			if err != nil {
				return nil, err
			}
			writers = append(writers, float64(p.writers.Load()-w)/float64(t.All))
			all = append(all, float64(p.trips.Load()-a)/float64(t.All))
		}
		results = append(results,
			b.result("G19", fmt.Sprintf("round trips of placing an order %s", load.what), "trips", median(writers), 0, load.goal),
			b.result("G19", fmt.Sprintf("round trips of the whole request of an order %s", load.what), "trips", median(all), 0, goal{}))
	}
	return results, nil
}
