package app

import (
	"bytes"
	"context"
	"fmt"
	"time"

	"qudao/internal/demo"
	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/seed"
	"qudao/internal/spreadsheet"
)

// countedShelves is how many levels the stock-taking of the demo brand counted.
const countedShelves = 40

// foundMore is how many of them there are to one on which two more lay than the books said.
const foundMore = 4

// takeStock leaves the storekeeper of the demo brand what a real one finds: a stock-taking that was
// imported, with rows that were wrong.
func (s *Services) takeStock(ctx context.Context) error {
	brand := demo.Make(demo.Options{Seed: seed.Seed, Now: time.Now()})
	var keeper demo.Staff
	for _, p := range brand.Staff {
		if p.Warehouse == brand.Warehouses[0].Code {
			keeper = p
		}
	}
	var rows []map[string]string
	row := func(warehouse, sku, onHand string) {
		rows = append(rows, map[string]string{"warehouse": warehouse, "sku": sku, "on_hand": onHand})
	}
	for level := range brand.Stock() {
		if len(rows) == countedShelves {
			break
		}
		if level.OnHand > 2*level.Reserved && level.OnHand > 0 {
			found := level.OnHand
			if len(rows)%foundMore == 0 {
				found += 2000
			}
			row(level.Warehouse, level.SKU, found.String())
		}
	}
	first := rows[0]["sku"]
	row(brand.Warehouses[0].Code, "QM-999-0001", "120")
	row("WH-HZ", first, "60")
	row(brand.Warehouses[0].Code, rows[1]["sku"], "约 300")
	row(brand.Warehouses[0].Code, rows[2]["sku"], "-5")
	content, err := s.Spreadsheet.Filled(spreadsheet.Stock, fault.Chinese, rows)
	if err != nil {
		return err
	}
	who := org.Actor{Kind: org.Staff, ID: keeper.Code, Name: keeper.Name, Permissions: org.Of(org.ImportRun, org.StockRead, org.StockEdit)}
	_, err = s.Spreadsheet.StartImport(ctx, who, spreadsheet.Stock, spreadsheet.Params{Language: fault.Chinese}, "盘点 "+brand.Warehouses[0].Name+".xlsx", bytes.NewReader(content))
	if err != nil {
		return fmt.Errorf("import the stock-taking of the demo brand: %w", err)
	}
	return nil
}
