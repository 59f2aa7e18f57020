package app

import (
	"context"
	"errors"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"qudao/internal/httpapi"
	"qudao/internal/pg"
)

var errStopped = errors.New("not running")

// health is what must work before requests come here.
func (a *App) health() httpapi.Health {
	probes := httpapi.Health{
		{Name: "database", Check: a.DB.Ping},
		{Name: "schema", Check: a.DB.Check},
		{Name: "listener", Check: func(context.Context) error {
			select {
			case <-a.listener.Ready():
				return nil
			default:
				return errStopped
			}
		}},
	}
	if a.work != nil {
		probes = append(probes, httpapi.Probe{Name: "dispatcher", Check: func(context.Context) error {
			if !a.working.Load() {
				return errStopped
			}
			return nil
		}})
	}
	return probes
}

// figures adds the database's to the metrics.
func figures(registry prometheus.Registerer, db *pg.DB) {
	gauge := func(name, help string, value func() float64) {
		registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, value))
	}
	pool := db.Pool()
	gauge("qudao_database_connections", "Open connections.", func() float64 { return float64(pool.Stat().TotalConns()) })
	gauge("qudao_database_connections_used", "Connections in use.", func() float64 { return float64(pool.Stat().AcquiredConns()) })
	gauge("qudao_database_connections_most", "Most connections there may be.", func() float64 { return float64(pool.Stat().MaxConns()) })
	gauge("qudao_database_waits_total", "How often a request had to wait for a connection.", func() float64 { return float64(pool.Stat().EmptyAcquireCount()) })
	gauge("qudao_facts_lag_seconds", "Age of the oldest fact that is not dispatched yet.", func() float64 { return lag(db) })
}

// lag is -1 when the database does not answer in time.
func lag(db *pg.DB) float64 {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	seconds := -1.0
	err := db.Read(ctx, pg.Scope{Actor: "system:metrics", All: true}, func(tx *pg.Tx) (err error) {
		seconds, err = pg.Value[float64](ctx, tx, lagSQL)
		return err
	})
	if err != nil {
		return -1
	}
	return seconds
}
