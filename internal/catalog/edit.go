package catalog

import (
	"context"

	"qudao/internal/org"
)

// Create makes a product in draft. Needs product.edit. Errors: CodeTaken, and what is wrong with the
// input, all at once.
func (s *Service) Create(ctx context.Context, who org.Actor, in ProductIn) (Product, error) {
	panic("soon")
}

// Edit makes the product what in says, upon the version the editor saw. The code in `in` is ignored.
// Needs product.edit. Errors: fault.NotFound, pg.VersionChanged, Incomplete when the product is published and would no longer be
// complete.
func (s *Service) Edit(ctx context.Context, who org.Actor, code string, version int, in ProductIn) (Product, error) {
	panic("soon")
}

// Publish lets the audiences of the product see it. Needs product.edit. Errors: Incomplete, naming each
// missing thing; pg.VersionChanged.
func (s *Service) Publish(ctx context.Context, who org.Actor, code string, version int) (Product, error) {
	panic("soon")
}

// Archive takes the product out of sale. Needs product.edit. Errors: pg.VersionChanged.
func (s *Service) Archive(ctx context.Context, who org.Actor, code string, version int) (Product, error) {
	panic("soon")
}
