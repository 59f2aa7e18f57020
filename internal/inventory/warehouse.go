package inventory

import (
	"context"

	"qudao/internal/org"
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
}

// Warehouses returns every warehouse, the one that is asked first in front. Needs stock.read.
func (s *Service) Warehouses(ctx context.Context, who org.Actor) ([]Warehouse, error) { panic("soon") }
