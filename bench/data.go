package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"qudao/internal/cluster"
	"qudao/internal/demo"
	"qudao/internal/pg"
	"qudao/internal/secret"
	"qudao/internal/seed"
)

// The full data of docs/benchmarks.md, of which SCALE is a part.
const (
	fullDealers = 40_000
	fullSKUs    = 1_000_000
	fullLists   = 10_000
	orders      = 1_000 // of the history
)

func (b *bench) dealers() int { return max(100, int(b.Scale*fullDealers)) }
func (b *bench) skus() int    { return max(1_000, int(b.Scale*fullSKUs)) }
func (b *bench) lists() int   { return max(40, int(b.Scale*fullLists)) }

// loadOnce loads the brand, unless the folder was kept from an earlier run or somebody else loaded it,
// and prepares those who order, unless an earlier run did.
func (b *bench) loadOnce(ctx context.Context) error {
	b.buyers = filepath.Join(b.folder, "buyers.json")
	owner := b.cluster.URL(cluster.RoleOwner, cluster.Database)
	if err := pg.Migrate(ctx, owner, pg.Partitions{}); err != nil {
		return err
	}
	there, err := b.loaded(ctx)
	if err != nil {
		return err
	}
	if !there {
		keys, err := b.keyring()
		if err != nil {
			return err
		}
		b.say("loading %d dealers, %d SKUs, %d price lists", b.dealers(), b.skus(), b.lists())
		opt := demo.Options{Dealers: b.dealers(), SKUs: b.skus(), Lists: b.lists(), Orders: orders, Now: time.Now()}
		if err := seed.Demo(ctx, owner, keys, opt, func(string) {}); err != nil {
			return err
		}
	}
	if there {
		if err := b.signAgain(ctx); err == nil || !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	if err := b.fill(ctx); err != nil {
		return fmt.Errorf("prepare the buyers: %w", err)
	}
	return nil
}

// keyringFile is where the keys of the brand's sealed fields are, for the loader and the servers.
func (b *bench) keyringFile() string { return filepath.Join(b.folder, "keyring.json") }

func (b *bench) keyring() (*secret.Keyring, error) {
	place, err := secret.File(b.keyringFile(), secret.Text{})
	if err != nil {
		return nil, err
	}
	keys, err := secret.OpenKeyring(place)
	if errors.Is(err, os.ErrNotExist) {
		return secret.MakeKeyring(place, time.Now())
	}
	return keys, err
}

// loaded reports whether the brand is there, and refuses one of another size.
func (b *bench) loaded(ctx context.Context) (bool, error) {
	conn, err := b.connect(ctx)
	if err != nil {
		return false, err
	}
	defer conn.Close(ctx)
	var dealers, skus, lists int
	if err := conn.QueryRow(ctx, sizesSQL).Scan(&dealers, &skus, &lists); err != nil || dealers+skus+lists == 0 {
		return false, err
	}
	// The brand makes whole products, so the number of SKUs is never met to the last one.
	if !near(dealers, b.dealers()) || !near(skus, b.skus()) {
		return false, fmt.Errorf("%s holds %d dealers, %d SKUs and %d price lists: that is about SCALE=%.3g, not %g",
			b.folder, dealers, skus, lists, float64(dealers)/fullDealers, b.Scale)
	}
	b.say("%s holds %d dealers, %d SKUs and %d price lists", b.folder, dealers, skus, lists)
	return true, nil
}

func near(has, wanted int) bool { return 20*max(has-wanted, wanted-has) <= wanted }
