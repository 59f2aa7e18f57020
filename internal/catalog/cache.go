package catalog

import "context"

// VersionsSQL reads the versions of SKUs by id, as columns (id, version). A transaction that used Items
// runs it and compares.
const VersionsSQL = "SELECT id, version FROM catalog.sku WHERE id = ANY($1)"

const maxItems = 100_000

type items struct{}

func newItems(int) *items { return &items{} }

// Items returns SKUs by their material number, whoever may see them; unknown numbers are absent.
func (s *Service) Items(ctx context.Context, codes []string) (map[string]*Item, error) {
	panic("soon")
}

// ItemsByID returns SKUs by id, whoever may see them; unknown ids are absent.
func (s *Service) ItemsByID(ctx context.Context, ids []int32) (map[int32]*Item, error) {
	panic("soon")
}

// Forget drops SKUs from the cache, by id: their version has stepped.
func (s *Service) Forget(ids ...int32) {}

// Reset drops the whole cache.
func (s *Service) Reset() {}
