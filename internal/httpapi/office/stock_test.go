package office_test

import (
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/httpapi/office"
	"qudao/internal/page"
)

func TestStock(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	keeper := s.Office("warehouse")

	var list page.List[office.StockRow]
	keeper.Get("/stock?q=S1").Into(&list)
	if len(list.Items) != 2 || list.Items[0].Warehouse.Name != "杭州总仓" || list.Items[0].OnHand != 100_000 || list.Items[0].Available != 100_000 {
		t.Errorf("%+v", list)
	}
	keeper.Get("/stock?sku=S1&sku=S2&warehouse=W2&limit=1").Into(&list)
	if len(list.Items) != 1 || list.Next == "" || list.Items[0].SKU != "S1" {
		t.Errorf("%+v", list)
	}
	var row office.StockRow
	keeper.Post("/stock/adjust", fields{"warehouse": "W1", "sku": "S1", "quantity": -0.5, "reason": "破损"}, apitest.Key()).Into(&row)
	if row.OnHand != 99_500 {
		t.Errorf("%+v", row)
	}
	keeper.Post("/stock/adjust", fields{"warehouse": "W1", "sku": "S1", "on_hand": 80, "reason": "盘点"}, apitest.Key()).Into(&row)
	keeper.Put("/stock/S1/W1/safety", fields{"safety": 80}).Into(&row)
	if row.OnHand != 80_000 || row.Safety != 80_000 || row.Available != 0 {
		t.Errorf("%+v", row)
	}
	keeper.Get("/stock?low=true").Into(&list)
	if len(list.Items) != 1 || list.Items[0].SKU != "S1" {
		t.Errorf("%+v", list)
	}
	var moves page.List[office.Movement]
	keeper.Get("/stock/S1/movements").Into(&moves)
	if len(moves.Items) != 4 || moves.Items[0].Kind != "count" || moves.Items[0].Quantity != -19_500 || moves.Items[0].Who != "徐建国" || moves.Items[1].Reason != "破损" || moves.Items[3].Who != "system:apitest" {
		t.Errorf("%+v", moves)
	}
	var houses office.List[office.Warehouse]
	keeper.Get("/warehouses").Into(&houses)
	if len(houses.Items) != 2 || houses.Items[0].Code != "W1" || houses.Items[0].Region != 330100 {
		t.Errorf("%+v", houses)
	}
}

func TestStockRefused(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	keeper := s.Office("warehouse")
	keeper.Get("/stock/NONE/movements").Refused(404, "not_found")
	keeper.Post("/stock/adjust", fields{"warehouse": "W1", "sku": "S1", "quantity": 1, "reason": "x"}).Refused(400, "idempotency_key_missing")
	wantFields(t, keeper.Post("/stock/adjust", fields{"warehouse": "W1", "sku": "S1", "quantity": 1, "on_hand": 1, "reason": ""}, apitest.Key()).Refused(422, "invalid_input"),
		map[string]string{"quantity": "stock_one_figure", "reason": "stock_reason_missing"})
	wantFields(t, keeper.Post("/stock/adjust", fields{"warehouse": "W1", "sku": "S1", "quantity": 1, "reason": "x", "colour": 1}, apitest.Key()).Refused(422, "invalid_input"), map[string]string{"colour": "field_unknown"})
	keeper.Post("/stock/adjust", fields{"warehouse": "W9", "sku": "S1", "quantity": 1, "reason": "x"}, apitest.Key()).Refused(422, "warehouse_unknown")
	keeper.Post("/stock/adjust", fields{"warehouse": "W1", "sku": "S1", "quantity": -101, "reason": "x"}, apitest.Key()).Refused(409, "stock_below_reserved")
	wantFields(t, keeper.Put("/stock/S1/W1/safety", fields{"safety": -1}).Refused(422, "safety_invalid"), map[string]string{"safety": "safety_invalid"})
	missing(t, s.Office("desk").Post("/stock/adjust", fields{"warehouse": "W1", "sku": "S1", "quantity": 1, "reason": "x"}, apitest.Key()), "stock.edit")
	missing(t, s.Office("price").Get("/stock"), "stock.read")
}

func TestStockDisplay(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	keeper := s.Office("warehouse")
	var rules office.List[office.DisplayRule]
	keeper.Get("/stock-display").Into(&rules)
	if len(rules.Items) != 1 || rules.Items[0].Mode != "exact" || rules.Items[0].Bands == nil {
		t.Errorf("%+v", rules)
	}
	keeper.Put("/stock-display", fields{"items": []fields{{"mode": "flag", "bands": []int{}}, {"audience": "KEY", "category": "SOCKET", "mode": "banded", "bands": []int{10, 100}}}}).Into(&rules)
	if len(rules.Items) != 2 {
		t.Errorf("%+v", rules)
	}
	var key office.Audience
	s.Office("admin").Get("/audiences/KEY").Into(&key)
	if uses := key.UsedBy; len(uses) != 3 || uses[2] != (office.Use{Kind: "stock_display", Code: "SOCKET", Name: "库存展示 (SOCKET)", Count: 1}) {
		t.Errorf("%+v", uses)
	}
	wantFields(t, keeper.Put("/stock-display", fields{"items": []fields{{"mode": "banded", "bands": []int{9, 3}}, {"audience": "NONE", "mode": "flag"}}}).Refused(422, "invalid_input"),
		map[string]string{"items[0].bands": "display_bands_invalid", "items[1].audience": "display_audience_unknown"})
	missing(t, s.Office("desk").Put("/stock-display", fields{"items": []fields{}}), "stock.edit")
}
