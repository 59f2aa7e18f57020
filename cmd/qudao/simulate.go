package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"

	"qudao/internal/app"
	"qudao/internal/simulate"
)

type simulation struct {
	URL    string `name:"database-url" env:"DATABASE_URL" placeholder:"URL" help:"An empty migrated database as qudao_app. None: a private PostgreSQL, removed afterwards."`
	Worker string `name:"database-worker-url" env:"DATABASE_WORKER_URL" placeholder:"URL" help:"The same as qudao_worker."`
	Seed   uint64 `default:"1" placeholder:"S" help:"Where all chance comes from (${default}). 随机种子。"`
	Seeds  int    `default:"1" placeholder:"K" help:"How many seeds, from that one on (${default}). 种子个数。"`
	Ops    int    `default:"10000" placeholder:"N" help:"Operations of each seed (${default}). 每个种子的操作数。"`
}

var (
	errHalfGiven = errors.New("DATABASE_URL and DATABASE_WORKER_URL are given together, or neither")
	errOneSeed   = errors.New("each seed needs an empty database: with DATABASE_URL there is one seed")
)

// check refuses what cannot be run.
func (c *simulation) check() error {
	switch {
	case c.Seeds < 1 || c.Ops < 1:
		return errors.New("there is at least one seed and one operation")
	case (c.URL == "") != (c.Worker == ""):
		return errHalfGiven
	case c.URL != "" && c.Seeds > 1:
		return errOneSeed
	}
	return nil
}

func (c *simulation) Run(ctx context.Context) (err error) {
	if err := c.check(); err != nil {
		return err
	}
	// Servers report the failures that are made here on purpose.
	slog.SetDefault(slog.New(slog.NewTextHandler(io.Discard, nil)))
	plan := simulate.Plan{Seed: c.Seed, Seeds: c.Seeds, Ops: c.Ops, Out: os.Stdout, Database: func(context.Context) (app.Addresses, error) {
		return app.Addresses{App: c.URL, Worker: c.Worker}, nil
	}}
	if c.URL == "" {
		ground, err := simulate.NewGround(ctx, os.Stderr)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, ground.Close()) }()
		plan.Database = ground.Database
	}
	happened, err := simulate.All(ctx, plan)
	happened.Print(os.Stdout)
	if err != nil {
		return err
	}
	fmt.Printf("Every answer of %d operations was as foreseen, and all invariants hold.\n", c.Seeds*c.Ops)
	return nil
}
