package spreadsheet_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/spreadsheet"
)

// masters makes master data of every kind, and lets staff read all of it.
func (w *world) masters() {
	w.t.Helper()
	w.trade()
	w.sell("A-1")
	w.exec(`UPDATE dealer.dealer SET audience_ids = ARRAY(SELECT id FROM dealer.audience WHERE code = 'ALL')`,
		`UPDATE dealer.dealer SET audience_ids = ARRAY(SELECT id FROM dealer.audience ORDER BY id) WHERE code = 'D001'`,
		`UPDATE dealer.audience SET rule = '{"levels":["A"],"tags_any":["t2","t1"]}' WHERE code = 'EAST'`,
		`INSERT INTO pricing.price_list (code, name, kind, dealer_id, updated_at) SELECT 'D2', '远照协议价', 'dealer', id, now() FROM dealer.dealer WHERE code = 'D002'`,
		`INSERT INTO inventory.warehouse (code, name, region_code, state) VALUES ('WH-OLD', '=HYPERLINK("x")', 330000, 'closed')`,
		`INSERT INTO inventory.movement (id, sku_id, warehouse_id, kind, quantity, doc_id, reason, actor, at)
			SELECT pg.uuid_floor(now() + n * interval '1 ms'), k.id, v.id, 'shipment', -1500 * n, CASE n WHEN 1 THEN 'GR1' ELSE gen_random_uuid()::text END, '', 'staff:E1', now()
			FROM catalog.sku k, inventory.warehouse v, generate_series(1, 2) n WHERE v.code = 'WH-EAST'`,
		`INSERT INTO identity.login (id, kind, username, password_hash, changed_at, created_at) VALUES (gen_random_uuid(), 'staff', 'linxiao', 'x', now(), now())`,
		`INSERT INTO org.staff (code, name, login_id, data_scope) SELECT 'E1', '林晓', id, 'own' FROM identity.login WHERE username = 'linxiao'`,
		`WITH d AS (INSERT INTO org.department (code, name) VALUES ('STORE', '仓储部') RETURNING id) INSERT INTO org.staff_department SELECT s.id, d.id FROM org.staff s, d`,
		`INSERT INTO org.role (code, name, permissions) VALUES ('keeper', '仓管', '{stock.read,order.ship}')`,
		`INSERT INTO org.staff_role (staff_id, role_id) SELECT s.id, r.id FROM org.staff s, org.role r`)
	w.staff.Permissions = org.Of(append(w.staff.Permissions.List(), org.AudienceRead, org.StaffRead)...)
}

func TestEveryListOfMasterDataIsExported(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.masters()
	for _, c := range []struct {
		kind   spreadsheet.Kind
		filter spreadsheet.Filter
		want   []string // rows, their cells joined
	}{
		{spreadsheet.Audiences, spreadsheet.Filter{}, []string{"ALL|全部|||||||0|0|2", "EAST|华东|A||t1,t2||||0|0|1"}},
		{spreadsheet.Audiences, spreadsheet.Filter{Query: "east"}, []string{"EAST|华东|A||t1,t2||||0|0|1"}},
		{spreadsheet.Members, spreadsheet.Filter{Audience: "EAST"}, []string{"D001|杭州明光|一级|浙江省|||正常"}},
		{spreadsheet.PriceLists, spreadsheet.Filter{Language: fault.English}, []string{"BASE|基准价|base||0|CNY|yes|||active|0", "D2|远照协议价|dealer|宁波远照|0|CNY|yes|||active|0", "EAST|华东价|audience|华东|0|CNY|yes|||active|0"}},
		{spreadsheet.PriceLists, spreadsheet.Filter{Kind: "dealer"}, []string{"D2|远照协议价|经销商价|宁波远照|0|CNY|是|||启用|0"}},
		{spreadsheet.PriceLists, spreadsheet.Filter{State: "archived"}, nil},
		{spreadsheet.Categories, spreadsheet.Filter{Query: "pnl"}, []string{"LT-PNL|平板灯|3|LT-IN|照明 / 室内 / 平板灯|0|1", "LT-PNL-A|晴空|4|LT-PNL|照明 / 室内 / 平板灯 / 晴空|0|0"}},
		{spreadsheet.Warehouses, spreadsheet.Filter{Query: "wh-"}, []string{"WH-EAST|华东仓|330000|浙江省|0|启用", `WH-OLD|=HYPERLINK("x")|330000|浙江省|0|关闭`, "WH-WEST|西南仓|330000|浙江省|0|启用"}},
		{spreadsheet.Movements, spreadsheet.Filter{SKU: "A-1"}, []string{"A-1|平板灯 A-1 36W|WH-EAST|华东仓|发货|-3|只|||林晓", "A-1|平板灯 A-1 36W|WH-EAST|华东仓|发货|-1.5|只||GR1|林晓"}},
		{spreadsheet.Movements, spreadsheet.Filter{Warehouse: "WH-WEST"}, nil},
		{spreadsheet.Staff, spreadsheet.Filter{Role: "keeper"}, []string{"E1|林晓|linxiao|仓储部|仓管|仅自己负责的经销商|在职"}},
		{spreadsheet.Staff, spreadsheet.Filter{Query: "nobody"}, nil},
		{spreadsheet.Roles, spreadsheet.Filter{Query: "keeper"}, []string{"keeper|仓管|stock.read,order.ship|1"}},
	} {
		var got []string
		for _, row := range rows(t, w.give(w.staff, c.kind, c.filter))[1:] {
			if c.kind == spreadsheet.Movements {
				row = row[1:] // but when
			}
			for len(row) < width[c.kind] {
				row = append(row, "")
			}
			got = append(got, strings.Join(row, "|"))
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s by %+v:\n%s\nwant\n%s", c.kind, c.filter, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// width is how many cells a row has; a reader leaves out empty ones at the end.
var width = map[spreadsheet.Kind]int{spreadsheet.Movements: 10}

func TestAnExportedListHoldsNoFormula(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.masters()
	f, err := excelize.OpenReader(bytes.NewReader(w.give(w.staff, spreadsheet.Warehouses, spreadsheet.Filter{Query: "WH-OLD"})))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if text, err := f.GetCellFormula(f.GetSheetName(0), "B2"); text != "" || err != nil {
		t.Errorf("a name became the formula %q, %v", text, err)
	}
}

func TestALongTableIsReadPageByPage(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.masters()
	w.exec(`INSERT INTO inventory.warehouse (code, name, region_code) SELECT 'N' || n, '仓 ' || n, 330000 FROM generate_series(1, 2100) n`,
		`INSERT INTO inventory.movement (id, sku_id, warehouse_id, kind, quantity, actor, at)
			SELECT pg.uuid_floor(now() + n * interval '2 ms'), k.id, v.id, 'count', 1, 'x', now() FROM catalog.sku k, inventory.warehouse v, generate_series(1, 2100) n WHERE v.code = 'WH-WEST'`)
	for kind, want := range map[spreadsheet.Kind]int{spreadsheet.Warehouses: 2103, spreadsheet.Movements: 2102} {
		seen := map[string]bool{}
		got := rows(t, w.give(w.staff, kind, spreadsheet.Filter{}))[1:]
		for i, row := range got {
			key := row[0]
			if kind == spreadsheet.Movements {
				key = fmt.Sprint(i)
			}
			seen[key] = true
		}
		if len(got) != want || len(seen) != want {
			t.Errorf("%s: %d rows, %d distinct, want %d", kind, len(got), len(seen), want)
		}
	}
}

func TestAnExportNeedsTheRightToReadItsList(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.masters()
	for kind, read := range map[spreadsheet.Kind]org.Permission{
		spreadsheet.Audiences: org.AudienceRead, spreadsheet.Members: org.AudienceRead, spreadsheet.PriceLists: org.PriceRead, spreadsheet.Categories: org.ProductRead,
		spreadsheet.Warehouses: org.StockRead, spreadsheet.Movements: org.StockRead, spreadsheet.Staff: org.StaffRead, spreadsheet.Roles: org.StaffRead,
	} {
		filter := spreadsheet.Filter{Audience: "ALL"}
		for _, may := range []org.Permissions{org.Of(org.ExportRun), org.Of(read)} {
			who := w.staff
			who.Permissions = may
			_, err := w.StartExport(t.Context(), who, kind, filter)
			refused(t, err, org.Forbidden)
		}
		dealer := org.Actor{Kind: org.Dealer, ID: "a", DealerID: 1, DealerCode: "D001", Permissions: org.Of(org.ExportRun, read)}
		_, err := w.StartExport(t.Context(), dealer, kind, filter)
		refused(t, err, org.Forbidden)
	}
	_, err := w.StartExport(t.Context(), w.staff, spreadsheet.Members, spreadsheet.Filter{})
	refused(t, err, spreadsheet.AudienceMissing)
	_, err = w.StartExport(t.Context(), w.staff, spreadsheet.Members, spreadsheet.Filter{Audience: "NONE"})
	refused(t, err, fault.NotFound)
}

// A rep gets the members and price lists of its own dealers, whatever it asks for.
func TestARepExportsNoDealerOfAnother(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.masters()
	w.exec(`INSERT INTO pg.scope_dealer (scope_id, dealer_id) SELECT 9, id FROM dealer.dealer WHERE code = 'D001'`)
	rep := w.staff
	rep.ID, rep.StaffID, rep.OwnDealers = "rep", 9, true
	for kind, want := range map[spreadsheet.Kind]string{spreadsheet.Members: "D001", spreadsheet.PriceLists: "BASE EAST", spreadsheet.Audiences: "ALL EAST"} {
		var got []string
		for _, row := range rows(t, w.give(rep, kind, spreadsheet.Filter{Audience: "ALL"}))[1:] {
			got = append(got, row[0])
			if kind == spreadsheet.Audiences && row[len(row)-1] != "1" {
				t.Errorf("%s counts dealers of others: %v", kind, row)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", kind, got, want)
		}
	}
}
