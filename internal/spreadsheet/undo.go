package spreadsheet

import (
	"context"
	"fmt"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
)

// undoable are the imports that can be taken back. A product has too many others that build on it: its
// SKUs are priced, stocked and ordered as soon as they are there.
var undoable = map[Kind]func(*Service, context.Context, *pg.Tx, undoing) (int, error){
	Prices: (*Service).undoPrices,
	Stock:  (*Service).undoStock,
}

// undoing is one run being taken back.
type undoing struct {
	row
	who    org.Actor
	partly bool
}

// Undo takes back what an import of prices or stock wrote, all of it in one transaction: where nothing has
// been written there since, it is again what it was before the import. Where something has, the whole is
// refused with the places and the reasons, or, partly, these places stay as they are. Needs org.ImportRun
// and the permission to edit what was imported. Errors: fault.NotFound, NotUndoable, UndoneBefore,
// NothingToUndo, ChangedSince.
func (s *Service) Undo(ctx context.Context, who org.Actor, run id.ID, partly bool) (Run, error) {
	found, err := s.find(ctx, who, run)
	if err != nil {
		return Run{}, err
	}
	undo, known := undoable[found.Kind]
	if !known || found.Direction != In {
		return Run{}, NotUndoable.With()
	}
	if err := require(who, org.ImportRun, editing[found.Kind]); err != nil {
		return Run{}, err
	}
	// What was there before stands in the audit of the brand's rows, which only an unbounded scope reads.
	scope := pg.Scope{Actor: who.Principal(), Address: who.Address, Trace: who.Trace, All: true}
	var out Run
	err = s.db.Write(ctx, scope, func(tx *pg.Tx) (err error) {
		out, err = once.Do(ctx, tx, func() (Run, error) {
			r, err := pg.One[row](ctx, tx, lockSQL, run)
			if err != nil {
				return Run{}, err
			}
			switch {
			case r.State != Done:
				return Run{}, NotUndoable.With()
			case r.UndoneAt != nil:
				return Run{}, UndoneBefore.With()
			}
			back, err := undo(s, ctx, tx, undoing{r, who, partly})
			if err != nil {
				return Run{}, err
			}
			if r, err = pg.One[row](ctx, tx, undoneSQL, run, back); err != nil {
				return Run{}, fmt.Errorf("note what was taken back: %w", err)
			}
			return r.run(), stateTx(ctx, tx, FactUndone, r)
		})
		return err
	})
	if err == nil && found.Kind == Prices {
		s.pricing.Forget(found.params().List)
	}
	return out, err
}

// mostTold is how many of the places in the way a refusal names.
const mostTold = 20

// refusal gathers why places cannot be taken back.
type refusal struct {
	count  int
	fields fault.Fields
}

func (r *refusal) add(place string, d *fault.Definition, facts map[string]any) {
	r.count++
	if len(r.fields) < mostTold {
		r.fields = append(r.fields, fault.Field{Path: place, Definition: d, Facts: facts})
	}
}

// err is nil while nothing stands in the way.
func (r *refusal) err() error {
	if r.count == 0 {
		return nil
	}
	f := ChangedSince.With("count", r.count)
	f.Fields = r.fields
	return f
}
