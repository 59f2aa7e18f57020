package main

import (
	"context"
	"fmt"
	"time"
)

// work is what a load cost, whole: its warm-up too, for which the orders are counted as well.
type work struct {
	database time.Duration // processor time of PostgreSQL: the postmaster and all it started
	server   time.Duration // of the program
	wal      int64         // bytes
	orders   int
}

// loaded is a load of orders with what it cost.
type loaded struct {
	tally
	work
}

// perOrder is a figure of work divided by the orders: processor time in milliseconds.
func (w work) perOrder(d time.Duration) float64 {
	return d.Seconds() * 1000 / float64(max(1, w.orders))
}

func (w work) databaseMS() float64 { return w.perOrder(w.database) }
func (w work) serverMS() float64   { return w.perOrder(w.server) }
func (w work) walBytes() float64   { return float64(w.wal) / float64(max(1, w.orders)) }

// loadOrders runs a load of orders and notes what it cost.
func (b *bench) loadOrders(ctx context.Context, j job) (l loaded, err error) {
	before, err := b.spent(ctx)
	if err != nil {
		return l, err
	}
	if l.tally, err = b.load(ctx, j); err != nil {
		return l, err
	}
	after, err := b.spent(ctx)
	if err != nil {
		return l, err
	}
	l.work = work{database: after.database - before.database, server: after.server - before.server, wal: after.wal - before.wal, orders: l.All}
	if canAccount {
		b.say("    an order: %.2f ms of PostgreSQL, %.2f ms of the server, %.0f bytes of WAL", l.databaseMS(), l.serverMS(), l.walBytes())
	}
	return l, nil
}

// spent is what was spent so far.
func (b *bench) spent(ctx context.Context) (w work, err error) {
	conn, err := b.connect(ctx)
	if err != nil {
		return w, err
	}
	defer conn.Close(ctx)
	if err := conn.QueryRow(ctx, walSQL).Scan(&w.wal); err != nil {
		return w, err
	}
	if !canAccount {
		return w, nil
	}
	if w.database, err = processorTime(b.cluster.PID()); err != nil {
		return w, fmt.Errorf("PostgreSQL: %w", err)
	}
	if w.server, err = processorTime(b.server.cmd.Process.Pid); err != nil {
		return w, fmt.Errorf("the server: %w", err)
	}
	return w, nil
}
