package order

import (
	"qudao/internal/catalog"
	"qudao/internal/dealer"
	"qudao/internal/inventory"
	"qudao/internal/pg"
	"qudao/internal/pricing"
)

// Service is the use cases of this package. Make it with New.
type Service struct {
	db        *pg.DB
	dealers   *dealer.Service
	goods     *catalog.Service
	stock     *inventory.Service
	book      *pricing.Book
	collector *collector
}

// New returns the service. placing is a PostgreSQL of its own for the writers of the collector, opened
// with PlacingParams; New starts them, and Close ends them.
func New(db, placing *pg.DB, dealers *dealer.Service, goods *catalog.Service, stock *inventory.Service, book *pricing.Book) *Service {
	s := &Service{db: db, dealers: dealers, goods: goods, stock: stock, book: book}
	s.collector = newCollector(&writer{db: placing, rule: inventory.NewSourcing(db), book: book, hints: newHints()})
	return s
}

// Close lets the orders that wait be placed and ends the writers. No Place may be called afterwards.
func (s *Service) Close() { s.collector.close() }

// PlacingParams are the session settings of the writers: their few statements are planned once, for
// arrays of unknown length, and always go by index.
func PlacingParams() map[string]string {
	return map[string]string{
		"plan_cache_mode": "force_generic_plan", "enable_seqscan": "off", "enable_hashjoin": "off", "enable_mergejoin": "off",
	}
}
