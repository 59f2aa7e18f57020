package office

import (
	"context"
	"net/http"

	"qudao/internal/httpapi"
	"qudao/internal/inventory"
	"qudao/internal/org"
)

func (s *surface) warehouses() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "warehouse.list", Method: http.MethodGet, Path: "/warehouses", Surface: httpapi.Office,
		Permission: org.StockRead, Object: httpapi.Brand, Zh: "仓库", En: "List warehouses, the one that is asked first in front"}, s.listWarehouses)
	httpapi.Handle(s.api, httpapi.Operation{ID: "warehouse.create", Method: http.MethodPost, Path: "/warehouses", Surface: httpapi.Office,
		Permission: org.StockEdit, Object: httpapi.Brand, Idempotent: true, Zh: "新建仓库", En: "Create a warehouse"}, s.createWarehouse)
	httpapi.Handle(s.api, httpapi.Operation{ID: "warehouse.edit", Method: http.MethodPut, Path: "/warehouses/{code}", Surface: httpapi.Office,
		Permission: org.StockEdit, Object: httpapi.Brand, Zh: "修改仓库", En: "Change a warehouse, or close it",
		Doc: "Orders being placed follow within five seconds. A warehouse in which goods are reserved for orders is not closed."}, s.editWarehouse)
}

// Warehouse is where goods lie.
type Warehouse struct {
	Code     string                   `json:"code"`
	Name     string                   `json:"name"`
	Region   int                      `json:"region" doc:"Official code of the administrative division."`
	Priority int                      `json:"priority" doc:"The higher one is asked first."`
	State    inventory.WarehouseState `json:"state" enum:"active,closed"`
	Version  int                      `json:"version"`
}

// WarehouseFields are a warehouse as it is given.
type WarehouseFields struct {
	Code     string                   `json:"code,omitempty" doc:"Of a new warehouse; afterwards it stays."`
	Name     string                   `json:"name"`
	Region   int                      `json:"region" minimum:"0" maximum:"999999999" doc:"Official code of the administrative division."`
	Priority int                      `json:"priority" required:"false" minimum:"-1000000" maximum:"1000000" doc:"The higher one is asked first; 0 where it is left out."`
	State    inventory.WarehouseState `json:"state,omitempty" enum:"active,closed" doc:"Active where it is left out."`
}

func warehouse(w inventory.Warehouse) Warehouse {
	return Warehouse{Code: w.Code, Name: w.Name, Region: w.Region, Priority: w.Priority, State: w.State, Version: w.Version}
}

func (s *surface) listWarehouses(ctx context.Context, who org.Actor, _ *struct{}) (*listOutput[Warehouse], error) {
	list, err := s.Inventory.Warehouses(ctx, who)
	return listed(list, err, warehouse)
}

type warehouseOutput struct{ Body Warehouse }

func shownWarehouse(w inventory.Warehouse, err error) (*warehouseOutput, error) {
	if err != nil {
		return nil, err
	}
	return &warehouseOutput{warehouse(w)}, nil
}

type createWarehouseInput struct{ Body WarehouseFields }

func (s *surface) createWarehouse(ctx context.Context, who org.Actor, in *createWarehouseInput) (*warehouseOutput, error) {
	return shownWarehouse(s.Inventory.CreateWarehouse(ctx, who, inventory.WarehouseInput(in.Body)))
}

type editWarehouseInput struct {
	httpapi.Edit
	ByCode
	Body WarehouseFields
}

func (s *surface) editWarehouse(ctx context.Context, who org.Actor, in *editWarehouseInput) (*warehouseOutput, error) {
	if err := sameCode(in.Code, in.Body.Code); err != nil {
		return nil, err
	}
	return shownWarehouse(s.Inventory.EditWarehouse(ctx, who, in.Code, in.Version, inventory.WarehouseInput(in.Body)))
}
