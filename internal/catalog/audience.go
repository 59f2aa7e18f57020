package catalog

import (
	"context"

	"qudao/internal/org"
	"qudao/internal/pg"
)

// AudienceCounts tells how many products, archived ones aside, name an audience among those that may or
// may not see them, by the audience's code; audiences that none names are absent. code narrows it to one
// audience, empty is all. Needs product.read.
func (s *Service) AudienceCounts(ctx context.Context, who org.Actor, code string) (map[string]int, error) {
	if err := office(who, org.ProductRead); err != nil {
		return nil, err
	}
	out := map[string]int{}
	err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		rows, err := pg.All[audienceCount](ctx, tx, audienceCountsSQL, code)
		for _, r := range rows {
			out[r.Code] = r.Count
		}
		return err
	})
	return out, err
}

type audienceCount struct {
	Code  string
	Count int
}
