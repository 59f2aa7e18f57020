package inventory

import (
	"context"

	"qudao/internal/org"
	"qudao/internal/pg"
)

// WarehouseState says whether goods leave from a warehouse.
type WarehouseState string

// The states of a warehouse.
const (
	WarehouseActive WarehouseState = "active"
	WarehouseClosed WarehouseState = "closed"
)

// Warehouse is where goods lie.
type Warehouse struct {
	ID       int32          `json:"-" db:"id"`
	Code     string         `json:"code" db:"code"`
	Name     string         `json:"name" db:"name"`
	Region   int            `json:"region" db:"region_code"`
	Priority int            `json:"priority" db:"priority"` // higher is asked first
	State    WarehouseState `json:"state" db:"state"`
	Version  int            `json:"version" db:"version"`
}

// Warehouses returns every warehouse, the one that is asked first in front. Needs stock.read.
func (s *Service) Warehouses(ctx context.Context, who org.Actor) (out []Warehouse, err error) {
	if err := who.Require(org.StockRead); err != nil {
		return nil, err
	}
	err = s.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
		out, err = pg.All[Warehouse](ctx, tx, warehousesSQL)
		return err
	})
	return out, err
}
