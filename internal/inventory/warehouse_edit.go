package inventory

import (
	"context"
	"fmt"
	"strings"

	"qudao/internal/fault"
	"qudao/internal/once"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/queue"
)

const maxPriority = 1_000_000

// WarehouseInput is a warehouse as it is given. Code counts at creation only.
type WarehouseInput struct {
	Code     string
	Name     string
	Region   int // official code of an administrative division
	Priority int // the higher one is asked first
	State    WarehouseState
}

// Validate names everything that is wrong with the input by itself, and makes it normal: no state is active.
func (in *WarehouseInput) Validate() error {
	in.Name = strings.TrimSpace(in.Name)
	if in.State == "" {
		in.State = WarehouseActive
	}
	var wrong fault.Fields
	org.CheckCode(&wrong, "code", in.Code)
	org.CheckName(&wrong, "name", in.Name)
	if in.Priority < -maxPriority || in.Priority > maxPriority {
		wrong.Add("priority", PriorityWrong, "maximum", maxPriority)
	}
	org.CheckOneOf(&wrong, "state", in.State, WarehouseActive, WarehouseClosed)
	return wrong.Err()
}

// CreateWarehouse makes a warehouse. Needs stock.edit. Errors: org.CodeTaken, org.CodeUnknown at the region,
// what is wrong with the input.
func (s *Service) CreateWarehouse(ctx context.Context, who org.Actor, in WarehouseInput) (Warehouse, error) {
	return s.saveWarehouse(ctx, who, in, func(tx *pg.Tx, in WarehouseInput) error {
		_, err := tx.Exec(ctx, addWarehouseSQL, in.Code, in.Name, in.Region, in.Priority, string(in.State))
		if pg.Violates(err, "warehouse_code_key") {
			return org.CodeTaken.At("code", "code", in.Code)
		}
		return err
	})
}

// EditWarehouse changes a warehouse, made on the given version. One in which goods are reserved for
// orders is not closed; an order placed in the same moment may still reserve there, and is shipped from
// there like any other. Needs stock.edit. Errors: fault.NotFound, pg.VersionChanged, WarehouseHolds,
// org.CodeUnknown at the region, what is wrong with the input.
func (s *Service) EditWarehouse(ctx context.Context, who org.Actor, code string, version int, in WarehouseInput) (Warehouse, error) {
	in.Code = code
	return s.saveWarehouse(ctx, who, in, func(tx *pg.Tx, in WarehouseInput) error {
		old, err := pg.One[Warehouse](ctx, tx, lockWarehouseSQL, code)
		if err != nil {
			return err
		}
		if old.Version != version {
			return pg.VersionChanged.With("version", old.Version)
		}
		if in.State == WarehouseClosed && old.State != WarehouseClosed {
			held, err := pg.Value[int](ctx, tx, heldInSQL, old.ID)
			if err != nil {
				return err
			}
			if held > 0 {
				return WarehouseHolds.At("state", "warehouse", old.Name, "count", held)
			}
		}
		_, err = tx.Exec(ctx, editWarehouseSQL, old.ID, in.Name, in.Region, in.Priority, string(in.State))
		return err
	})
}

func (s *Service) saveWarehouse(ctx context.Context, who org.Actor, in WarehouseInput, save func(*pg.Tx, WarehouseInput) error) (out Warehouse, err error) {
	if err := who.Require(org.StockEdit); err != nil {
		return out, err
	}
	if err := in.Validate(); err != nil {
		return out, err
	}
	err = s.db.Write(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = once.Do(ctx, tx, func() (Warehouse, error) {
			known, err := pg.Value[bool](ctx, tx, regionKnownSQL, in.Region)
			if err != nil {
				return Warehouse{}, err
			}
			if !known {
				return Warehouse{}, org.CodeUnknown.At("region", "code", in.Region)
			}
			if err := save(tx, in); err != nil {
				return Warehouse{}, fmt.Errorf("save a warehouse: %w", err)
			}
			return stateWarehouse(ctx, tx, in.Code)
		})
		return err
	})
	return out, err
}

// stateWarehouse tells of a warehouse that was saved.
func stateWarehouse(ctx context.Context, tx *pg.Tx, code string) (Warehouse, error) {
	w, err := pg.One[Warehouse](ctx, tx, warehouseSQL, code)
	if err != nil {
		return w, err
	}
	f, err := queue.Of(FactWarehouseChanged, "warehouse", code, w.Version, 0, nil)
	if err != nil {
		return w, err
	}
	return w, queue.PutTx(ctx, tx, f)
}
