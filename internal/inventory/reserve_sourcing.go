package inventory

import (
	"context"
	"sync"
	"time"

	"qudao/internal/pg"
)

// Sourcing is the rule by which an order's goods are looked for: the active warehouses by priority. It
// is kept for some seconds; that a warehouse was closed meanwhile is found under the lock, which leaves
// closed ones out.
type Sourcing struct {
	db *pg.DB

	mu         sync.Mutex
	until      time.Time
	warehouses []int32
}

const sourcingTime = 5 * time.Second

// NewSourcing returns the rule over db.
func NewSourcing(db *pg.DB) *Sourcing { return &Sourcing{db: db} }

// Warehouses are the warehouses in the order in which they are asked. The slice is shared: nobody
// changes it.
func (s *Sourcing) Warehouses(ctx context.Context) ([]int32, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if time.Now().Before(s.until) {
		return s.warehouses, nil
	}
	var list []int32
	err := s.db.Read(ctx, pg.Scope{Actor: "system:sourcing"}, func(tx *pg.Tx) (err error) {
		list, err = pg.Column[int32](ctx, tx, sourcingSQL)
		return err
	})
	if err != nil {
		return nil, err
	}
	s.warehouses, s.until = list, time.Now().Add(sourcingTime)
	return list, nil
}
