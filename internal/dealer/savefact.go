package dealer

import (
	"context"
	"strings"

	"qudao/internal/fault"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/queue"
)

// FactFactChanged is the fact that a level or tag, which dealers are described with, was made or renamed.
// Its document is "dealer_fact", named by code. No membership of an audience moves: rules know codes.
const FactFactChanged = "dealer_fact.changed"

// maxRank is far more levels than a brand has.
const maxRank = 1000

// SaveLevel makes a level, or changes the name and rank of the one that has the code; the last change
// holds. Needs dealer.edit.
//
// Errors: InvalidInput naming code, name and rank.
func (s *Service) SaveLevel(ctx context.Context, who org.Actor, in Level) (Level, error) {
	in.Name = strings.TrimSpace(in.Name)
	return saveFact(ctx, s, who, in, in.Code, in.check, UpsertLevelsTx)
}

func (l Level) check(fields *fault.Fields) {
	org.CheckCode(fields, "code", l.Code)
	org.CheckName(fields, "name", l.Name)
	if l.Rank < 1 || l.Rank > maxRank {
		fields.Add("rank", RankInvalid, "maximum", maxRank)
	}
}

// SaveTag makes a tag, or renames the one that has the code; the last change holds. Needs dealer.edit.
//
// Errors: InvalidInput naming code and name.
func (s *Service) SaveTag(ctx context.Context, who org.Actor, in org.Ref) (org.Ref, error) {
	in.Name = strings.TrimSpace(in.Name)
	return saveFact(ctx, s, who, in, in.Code, func(fields *fault.Fields) {
		org.CheckCode(fields, "code", in.Code)
		org.CheckName(fields, "name", in.Name)
	}, UpsertTagsTx)
}

func saveFact[T any](ctx context.Context, s *Service, who org.Actor, in T, code string, check func(*fault.Fields),
	upsert func(context.Context, *pg.Tx, []T) error) (out T, err error) {
	if err := who.Require(org.DealerEdit); err != nil {
		return out, err
	}
	var fields fault.Fields
	check(&fields)
	if err := fields.Err(); err != nil {
		return out, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) error {
		out, err = once.Do(ctx, tx, func() (T, error) {
			if err := upsert(ctx, tx, []T{in}); err != nil {
				return in, err
			}
			f, err := queue.Of(FactFactChanged, "dealer_fact", code, 1, 0, nil)
			if err != nil {
				return in, err
			}
			return in, queue.PutTx(ctx, tx, f)
		})
		return err
	})
	return out, err
}
