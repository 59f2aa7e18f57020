package pricing

import (
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"qudao/internal/money"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

const (
	// wholeList is how many prices a list may have to be read whole when it is first asked. Most have far
	// fewer, and then no later order waits for one of them.
	wholeList = 20_000

	// blockSize is how many SKUs in a row are read at once of a list with more.
	blockSize = 256

	// maxEntries bounds the prices a server keeps: beyond it all are dropped and read again when asked
	// for. They take 24 bytes each.
	maxEntries = 30_000_000
)

// shelf is what is known of one list's prices, all read at one version.
type shelf struct {
	version int
	whole   *run           // all of them, of a list with few
	blocks  map[int32]*run // of a list with many, by SKU / width
	width   int32          // how many SKUs a block has
}

// run is the prices of a list in a stretch of SKUs, in few pieces of memory.
type run struct {
	skus   []int32 // rising, those with a price
	starts []int32 // where the tiers of each begin, and where the last end
	tiers  Tiers
}

func (r *run) at(sku int32) Tiers {
	i, found := slices.BinarySearch(r.skus, sku)
	if !found {
		return nil
	}
	return r.tiers[r.starts[i]:r.starts[i+1]:r.starts[i+1]]
}

// add appends a tier; rows come by SKU and minimum.
func (r *run) add(p priceRow) {
	if n := len(r.skus); n == 0 || r.skus[n-1] != p.SKU {
		r.skus, r.starts = append(r.skus, p.SKU), append(r.starts, int32(len(r.tiers)))
	}
	r.tiers = append(r.tiers, Tier{Minimum: qty.Quantity(p.Minimum), Price: money.Price(p.Price)})
}

// end closes a run that is read to its end.
func (r *run) end() {
	r.starts = append(r.starts, int32(len(r.tiers)))
	r.skus, r.starts, r.tiers = slices.Clip(r.skus), slices.Clip(r.starts), slices.Clip(r.tiers)
}

// at returns what the list asks for an SKU, and whether that is known at all.
func (s *shelf) at(sku int32) (Tiers, bool) {
	if s == nil {
		return nil, false
	}
	if s.whole != nil {
		return s.whole.at(sku), true
	}
	r := s.blocks[sku/s.width]
	if r == nil {
		return nil, false
	}
	return r.at(sku), true
}

func (s *shelf) knows(skus []int32) bool {
	for _, sku := range skus {
		if _, known := s.at(sku); !known {
			return false
		}
	}
	return true
}

// entries is how many prices the shelf holds.
func (s *shelf) entries() (n int) {
	if s.whole != nil {
		return s.whole.entries()
	}
	for _, r := range s.blocks {
		n += r.entries()
	}
	return n
}

// entries counts a stretch without prices too: to know that there are none takes memory as well.
func (r *run) entries() int { return len(r.tiers) + 1 }

// priceRow is one tier of a list's price for an SKU.
type priceRow struct {
	List    int32
	SKU     int32
	Minimum int64
	Price   int64
}

type listVersion struct {
	ID      int32
	Version int
}

// read reads the prices of SKUs in lists, and keeps them unless something was dropped meanwhile. Few
// prices are read whole; of a list with many, which is found out by reading, the blocks of the SKUs.
func (b *Book) read(ctx context.Context, lists, skus []int32) error {
	var versions []listVersion
	var wholes, parts []priceRow
	b.mu.RLock()
	epoch := b.epoch
	var few, many []int32
	for _, l := range lists {
		if b.many[l] {
			many = append(many, l)
		} else {
			few = append(few, l)
		}
	}
	b.mu.RUnlock()
	blocks := b.blocksOf(skus)
	err := b.db.Read(ctx, system, func(tx *pg.Tx) error {
		q := &pgx.Batch{}
		// Versions first: prices newer than their version are found stale at the check and read again.
		q.Queue(versionsSQL, lists).Query(into(&versions))
		if len(few) > 0 {
			q.Queue(wholeListsSQL, few, b.few+1).Query(into(&wholes))
		}
		if len(many) > 0 {
			q.Queue(blocksSQL, many, blocks, b.width).Query(into(&parts))
		}
		return tx.SendCommit(ctx, q)
	})
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.epoch != epoch {
		return nil
	}
	if b.entries > maxEntries {
		b.prices, b.entries = map[int32]*shelf{}, 0
	}
	b.keepWhole(versions, few, wholes)
	b.keepBlocks(versions, many, blocks, parts)
	return nil
}

// keepWhole keeps the lists that were read whole, and notes those that have too many prices for it.
func (b *Book) keepWhole(versions []listVersion, lists []int32, rows []priceRow) {
	runs := make(map[int32]*run, len(lists))
	for _, l := range lists {
		runs[l] = &run{}
	}
	for _, r := range rows {
		runs[r.List].add(r)
	}
	for _, v := range versions {
		r := runs[v.ID]
		if r == nil {
			continue
		}
		if len(r.tiers) > b.few {
			b.many[v.ID] = true
			continue
		}
		r.end()
		b.drop(v.ID)
		s := &shelf{version: v.Version, whole: r}
		b.prices[v.ID] = s
		b.entries += s.entries()
	}
}

func (b *Book) keepBlocks(versions []listVersion, lists, blocks []int32, rows []priceRow) {
	type key struct{ list, block int32 }
	runs := make(map[key]*run, len(lists)*len(blocks))
	for _, l := range lists {
		for _, block := range blocks {
			runs[key{l, block}] = &run{}
		}
	}
	for _, r := range rows {
		runs[key{r.List, r.SKU / b.width}].add(r)
	}
	for _, r := range runs {
		r.end()
	}
	for _, v := range versions {
		if !slices.Contains(lists, v.ID) {
			continue
		}
		s := b.prices[v.ID]
		if s == nil || s.version != v.Version || s.blocks == nil {
			b.drop(v.ID)
			s = &shelf{version: v.Version, blocks: map[int32]*run{}, width: b.width}
			b.prices[v.ID] = s
		}
		for _, block := range blocks {
			if old := s.blocks[block]; old != nil {
				b.entries -= old.entries()
			}
			s.blocks[block] = runs[key{v.ID, block}]
			b.entries += s.blocks[block].entries()
		}
	}
}

// into collects the rows of a statement.
func into[T any](to *[]T) func(pgx.Rows) error {
	return func(rows pgx.Rows) (err error) {
		*to, err = pgx.CollectRows(rows, pgx.RowToStructByPos[T])
		return err
	}
}

func (b *Book) blocksOf(skus []int32) []int32 {
	blocks := make([]int32, len(skus))
	for i, sku := range skus {
		blocks[i] = sku / b.width
	}
	return pg.Sorted(blocks)
}

// drop forgets a list's prices, under the lock.
func (b *Book) drop(list int32) {
	if s := b.prices[list]; s != nil {
		b.entries -= s.entries()
		delete(b.prices, list)
	}
}
