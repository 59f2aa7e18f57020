package catalog

import (
	"context"
	"slices"
	"sync"
	"time"

	"qudao/internal/pg"
)

// maxItems bounds the cache, at about half a kB an item.
const maxItems = 1_500_000

// warmStep is how many SKUs are read at once before anybody asks for them.
const warmStep = 2_000

// warmRest is how long Warm waits after a failure.
const warmRest = 2 * time.Second

// items is the cache of Items in this process. It never decides: who writes compares versions.
type items struct {
	mu     sync.RWMutex
	limit  int
	byID   map[int32]*Item
	byCode map[string]*Item
	of     map[string]map[int32]bool // ids by the code of the product
	round  int                       // steps with every forgetting, so that a load begun before it is not kept
}

func newItems(limit int) *items {
	return &items{limit: limit, byID: map[int32]*Item{}, byCode: map[string]*Item{}, of: map[string]map[int32]bool{}}
}

func (c *items) keep(round int, loaded []*Item) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if round != c.round {
		return
	}
	for _, i := range loaded {
		c.drop(i.ID)
		for id := range c.byID { // any will do: what is asked for again comes back
			if len(c.byID) < c.limit {
				break
			}
			c.drop(id)
		}
		c.byID[i.ID], c.byCode[i.Code] = i, i
		if c.of[i.ProductCode] == nil {
			c.of[i.ProductCode] = map[int32]bool{}
		}
		c.of[i.ProductCode][i.ID] = true
	}
}

func (c *items) drop(id int32) {
	if old := c.byID[id]; old != nil {
		delete(c.byID, id)
		delete(c.byCode, old.Code)
		delete(c.of[old.ProductCode], id)
		if len(c.of[old.ProductCode]) == 0 {
			delete(c.of, old.ProductCode)
		}
	}
}

// forgetProduct drops the SKUs of a product.
func (c *items) forgetProduct(code string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.round++
	for id := range c.of[code] {
		c.drop(id)
	}
}

// Warm reads SKUs before anybody asks for them, as many as are kept at all: a server that has just begun
// would otherwise read a few for every order. What changes meanwhile is read when it is asked for. A step
// that fails is tried again, and after the third time in a row the rest is left to who asks.
func (s *Service) Warm(ctx context.Context) error {
	after, failed := int32(0), 0
	for read := 0; read < s.items.limit; {
		s.items.mu.RLock()
		round := s.items.round
		s.items.mu.RUnlock()
		var loaded []*Item
		err := s.db.Read(ctx, system, func(tx *pg.Tx) (err error) {
			loaded, err = loadItems(ctx, tx, nextItemsSQL, after, warmStep)
			return err
		})
		switch {
		case err != nil && failed == 2:
			return err
		case err != nil:
			failed++
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(warmRest):
			}
			continue
		case len(loaded) == 0:
			return nil
		}
		s.items.keep(round, loaded)
		after, failed = loaded[len(loaded)-1].ID, 0
		read += len(loaded)
	}
	return nil
}

// Items returns SKUs by their material number, whoever may see them; unknown numbers are absent.
func (s *Service) Items(ctx context.Context, codes []string) (map[string]*Item, error) {
	// What cannot be a code is not asked for: PostgreSQL refuses some of it.
	codes = slices.DeleteFunc(slices.Clone(codes), func(c string) bool { return c != tidyCode(c) })
	return fetch(ctx, s, codes, s.items.byCodeOf, itemsByCodeSQL, func(i *Item) string { return i.Code })
}

// ItemsByID returns SKUs by id, whoever may see them; unknown ids are absent.
func (s *Service) ItemsByID(ctx context.Context, ids []int32) (map[int32]*Item, error) {
	return fetch(ctx, s, ids, s.items.byIDOf, itemsByIDSQL, func(i *Item) int32 { return i.ID })
}

func (c *items) byCodeOf(code string) *Item { return c.byCode[code] }
func (c *items) byIDOf(id int32) *Item      { return c.byID[id] }

func fetch[K comparable](ctx context.Context, s *Service, keys []K, cached func(K) *Item, sql string, key func(*Item) K) (map[K]*Item, error) {
	out := make(map[K]*Item, len(keys))
	var missing []K
	s.items.mu.RLock()
	round := s.items.round
	for _, k := range keys {
		if i := cached(k); i != nil {
			out[k] = i
		} else {
			missing = append(missing, k)
		}
	}
	s.items.mu.RUnlock()
	if len(missing) == 0 {
		return out, nil
	}
	var loaded []*Item
	err := s.db.Read(ctx, system, func(tx *pg.Tx) (err error) {
		loaded, err = loadItems(ctx, tx, sql, missing)
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, i := range loaded {
		out[key(i)] = i
	}
	s.items.keep(round, loaded)
	return out, nil
}

// Forget drops SKUs from the cache, by id: their version has stepped.
func (s *Service) Forget(ids ...int32) {
	s.items.mu.Lock()
	defer s.items.mu.Unlock()
	s.items.round++
	for _, id := range ids {
		s.items.drop(id)
	}
}

// Reset drops the whole cache.
func (s *Service) Reset() {
	s.items.mu.Lock()
	defer s.items.mu.Unlock()
	s.items.round++
	clear(s.items.byID)
	clear(s.items.byCode)
	clear(s.items.of)
}
