package dealer

import (
	"context"

	"qudao/internal/org"
	"qudao/internal/pg"
)

// Refs names dealers by their keys; those out of the actor's scope are absent.
func (s *Service) Refs(ctx context.Context, who org.Actor, ids []int32) (map[int32]org.Ref, error) {
	out := make(map[int32]org.Ref, len(ids))
	if len(ids) == 0 {
		return out, nil
	}
	err := s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) error {
		rows, err := pg.All[refRow](ctx, tx, refsSQL, ids, who.Reach())
		for _, r := range rows {
			out[r.ID] = org.Ref{Code: r.Code, Name: r.Name}
		}
		return err
	})
	return out, err
}

type refRow struct {
	ID   int32  `db:"id"`
	Code string `db:"code"`
	Name string `db:"name"`
}
