package office_test

import (
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/httpapi/office"
)

func TestWarehouses(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	keeper := s.Office("warehouse")

	var regions office.List[office.Region]
	keeper.Get("/regions").Into(&regions) // to choose from, without the dealers
	if len(regions.Items) != 4 {
		t.Errorf("%+v", regions)
	}
	key := apitest.Key()
	var made, again office.Warehouse
	keeper.Post("/warehouses", fields{"code": "W3", "name": "宁波分仓", "region": 330000}, key).Into(&made)
	if made != (office.Warehouse{Code: "W3", Name: "宁波分仓", Region: 330000, State: "active", Version: 1}) {
		t.Errorf("%+v", made)
	}
	keeper.Post("/warehouses", fields{"code": "W3", "name": "宁波分仓", "region": 330000}, key).Into(&again)
	if again != made {
		t.Errorf("once more: %+v", again)
	}
	keeper.Put("/warehouses/W3", fields{"code": "W3", "name": "宁波新仓", "region": 330100, "priority": 20, "state": "active"}, apitest.Version(1)).Into(&made)
	if made.Name != "宁波新仓" || made.Priority != 20 || made.Version != 2 {
		t.Errorf("%+v", made)
	}
	var houses office.List[office.Warehouse]
	keeper.Get("/warehouses").Into(&houses)
	if len(houses.Items) != 3 || houses.Items[0] != made {
		t.Errorf("%+v", houses)
	}
}

func TestWarehousesRefused(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	keeper := s.Office("warehouse")
	good := fields{"code": "W3", "name": "宁波分仓", "region": 330000}
	keeper.Post("/warehouses", good).Refused(400, "idempotency_key_missing")
	keeper.Post("/warehouses", fields{"code": "W1", "name": "又一仓", "region": 330000}, apitest.Key()).Refused(409, "code_taken")
	wantFields(t, keeper.Post("/warehouses", fields{"code": "W3", "name": "宁波分仓", "region": 1}, apitest.Key()).Refused(422, "code_unknown"), map[string]string{"region": "code_unknown"})
	wantFields(t, keeper.Post("/warehouses", fields{"code": "-", "name": "", "region": 330000}, apitest.Key()).Refused(422, "invalid_input"),
		map[string]string{"code": "code_invalid", "name": "field_required"})
	edit := fields{"name": "杭州总仓", "region": 330100, "priority": 10, "state": "closed"}
	keeper.Put("/warehouses/W1", edit, apitest.Version(7)).Refused(412, "version_changed")
	keeper.Put("/warehouses/NONE", edit, apitest.Version(1)).Refused(404, "not_found")
	keeper.Put("/warehouses/W1", fields{"code": "W2", "name": "杭州总仓", "region": 330100}, apitest.Version(1)).Refused(422, "code_differs")
	missing(t, s.Office("desk").Post("/warehouses", good, apitest.Key()), "stock.edit")
	missing(t, s.Office("desk").Put("/warehouses/W1", edit, apitest.Version(1)), "stock.edit")

	// Goods reserved for an order keep the warehouse open.
	buyer := s.Portal("dealer1")
	var addresses struct{ Items []struct{ ID string } }
	buyer.Get("/addresses").Into(&addresses)
	buyer.Post("/orders", fields{"address_id": addresses.Items[0].ID, "lines": []fields{{"sku": "S1", "quantity": 10}}, "from_cart": false}, apitest.Key()).OK()
	wantFields(t, keeper.Put("/warehouses/W1", edit, apitest.Version(1)).Refused(409, "warehouse_holds_reservations"), map[string]string{"state": "warehouse_holds_reservations"})
	keeper.Put("/warehouses/W2", fields{"name": "广州分仓", "region": 440100, "state": "closed"}, apitest.Version(1)).Into(&office.Warehouse{})
}

func TestDealerLevelsAndTags(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	admin := s.Office("admin")
	var level office.DealerLevel
	admin.Put("/dealer-levels/C", fields{"name": "铜牌", "rank": 3}).Into(&level)
	admin.Put("/dealer-levels/A", fields{"code": "A", "name": "钻石", "rank": 1}).Into(&level)
	admin.Put("/dealer-tags/school", fields{"name": "教育工程"}).Into(&struct{ Code, Name string }{})
	var facts office.DealerFacts
	s.Office("desk").Get("/dealer-facts").Into(&facts)
	if len(facts.Levels) != 3 || facts.Levels[0] != (office.DealerLevel{Code: "A", Name: "钻石", Rank: 1}) || facts.Levels[2].Name != "铜牌" || len(facts.Tags) != 2 {
		t.Errorf("%+v", facts)
	}
	var dealer office.Dealer
	admin.Get("/dealers/D1").Into(&dealer)
	if dealer.Level.Name != "钻石" {
		t.Errorf("%+v", dealer.Level)
	}

	wantFields(t, admin.Put("/dealer-levels/C", fields{"name": "", "rank": 0}).Refused(422, "invalid_input"), map[string]string{"name": "field_required", "rank": "level_rank_invalid"})
	admin.Put("/dealer-tags/school", fields{"code": "other", "name": "x"}).Refused(422, "code_differs")
	missing(t, s.Office("desk").Put("/dealer-levels/C", fields{"name": "铜牌", "rank": 3}), "dealer.edit")
	missing(t, s.Office("desk").Put("/dealer-tags/school", fields{"name": "教育"}), "dealer.edit")
}
