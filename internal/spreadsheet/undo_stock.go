package spreadsheet

import (
	"context"

	"qudao/internal/fault"
	"qudao/internal/inventory"
	"qudao/internal/pg"
	"qudao/internal/qty"
)

// wroteLevel is by how much a run changed what is on hand in one place, and whether anything moved there since.
type wroteLevel struct {
	Warehouse string       `db:"warehouse"`
	SKU       string       `db:"sku"`
	Quantity  qty.Quantity `db:"quantity"`
	Moved     bool         `db:"moved"`
}

func (l wroteLevel) place() string { return l.Warehouse + "/" + l.SKU }

// undoStock takes back the run's movements by movements against them. Where goods moved since, or are
// promised that would be gone, the level stays.
func (s *Service) undoStock(ctx context.Context, tx *pg.Tx, u undoing) (int, error) {
	wrote, err := pg.All[wroteLevel](ctx, tx, wroteLevelsSQL, u.ID)
	if err != nil {
		return 0, err
	}
	if len(wrote) == 0 {
		return 0, NothingToUndo.With()
	}
	var blocked refusal
	var steps []inventory.Step
	for _, l := range wrote {
		if l.Moved {
			blocked.add(l.place(), StockMovedSince, map[string]any{"sku": l.SKU, "warehouse": l.Warehouse})
			continue
		}
		steps = append(steps, inventory.Step{Warehouse: l.Warehouse, SKU: l.SKU, By: -l.Quantity})
	}
	results, err := s.stock.AdjustTx(ctx, tx, u.who, u.ID.String(), undoReason(u.row), steps)
	if err != nil {
		return 0, err
	}
	back := 0
	for _, r := range results {
		if r.Problem == nil {
			back++
			continue
		}
		blocked.add(r.Warehouse+"/"+r.SKU, r.Problem.Definition, r.Problem.Facts)
	}
	if !u.partly || back == 0 {
		if err := blocked.err(); err != nil {
			return 0, err
		}
	}
	return back, s.stillSo(ctx, tx, u, steps)
}

// stillSo refuses when goods moved after they were looked at and before their levels were locked.
func (s *Service) stillSo(ctx context.Context, tx *pg.Tx, u undoing, steps []inventory.Step) error {
	taken := make(map[string]bool, len(steps))
	for _, step := range steps {
		taken[step.Warehouse+"/"+step.SKU] = true
	}
	again, err := pg.All[wroteLevel](ctx, tx, wroteLevelsSQL, u.ID)
	if err != nil {
		return err
	}
	var blocked refusal
	for _, l := range again {
		if l.Moved && taken[l.place()] {
			blocked.add(l.place(), StockMovedSince, map[string]any{"sku": l.SKU, "warehouse": l.Warehouse})
		}
	}
	return blocked.err()
}

func undoReason(r row) string {
	if r.Language == fault.English {
		return "Taken back: " + r.Name
	}
	return "撤销导入：" + r.Name
}
