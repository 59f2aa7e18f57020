package pricing

import (
	"context"
	"log/slog"
	"time"

	"qudao/internal/pg"
)

const (
	// warmBlocks is how many blocks of one list are read at once: some ten thousand prices, a few dozen
	// milliseconds of PostgreSQL.
	warmBlocks = 128

	// warmPause is the shortest time between two rounds of Warm; one that took long waits ten times as long.
	warmPause = 5 * time.Second
)

// Warm reads, until ctx ends, the prices of lists that many dealers are asked for, those of audiences and
// the base, before anybody asks; again, after a while, where a change of the list has dropped them. Nothing
// rests on it: what is not there yet is read when it is asked for.
func (b *Book) Warm(ctx context.Context) {
	for {
		began := time.Now()
		if err := b.warmOnce(ctx); err != nil && ctx.Err() == nil {
			slog.WarnContext(ctx, "prices are read when they are asked for", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(max(warmPause, 10*time.Since(began))):
		}
	}
}

func (b *Book) warmOnce(ctx context.Context) error {
	if err := b.load(ctx); err != nil {
		return err
	}
	var last int32
	err := b.db.Read(ctx, system, func(tx *pg.Tx) (err error) {
		last, err = pg.Value[int32](ctx, tx, lastPricedSQL)
		return err
	})
	if err != nil {
		return err
	}
	for _, l := range b.shared() {
		for first := int32(0); first <= last; first += warmBlocks * b.width {
			skus := make([]int32, 0, warmBlocks)
			for k := range int32(warmBlocks) {
				skus = append(skus, first+k*b.width)
			}
			// The first time it may only turn out that the list is to be read in blocks.
			for range 2 {
				if !b.lacks(l, skus) {
					break
				}
				if err := b.read(ctx, []int32{l}, skus); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// shared are the lists that are not one dealer's.
func (b *Book) shared() (ids []int32) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for i := range b.lists {
		if b.lists[i].DealerID == nil {
			ids = append(ids, b.lists[i].ID)
		}
	}
	return ids
}

// lacks reports whether something of a list is to be read, and there is room for it: a book that is full
// would drop it all again.
func (b *Book) lacks(list int32, skus []int32) bool {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.entries < maxEntries/2 && !b.prices[list].knows(skus)
}
