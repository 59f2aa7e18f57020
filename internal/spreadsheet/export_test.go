package spreadsheet_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"qudao/internal/fault"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/spreadsheet"
)

// trade makes two dealers and orders of theirs: three of the first, one of the second, two lines each.
func (w *world) trade() {
	w.t.Helper()
	w.exec(`INSERT INTO dealer.level (code, name, rank) VALUES ('A', '一级', 1)`,
		`INSERT INTO dealer.dealer (code, name, level_id, region_code, created_at, updated_at)
			SELECT code, name, (SELECT id FROM dealer.level), 330000, now(), now() FROM (VALUES ('D001', '杭州明光'), ('D002', '宁波远照')) v(code, name)`)
	day := time.Date(2026, 3, 2, 9, 30, 0, 0, time.UTC)
	for i := range 4 {
		dealer := 1 + i/3
		order := id.New()
		w.exec(fmt.Sprintf(`INSERT INTO orders.orders (dealer_id, id, number, source, review, fulfilment, currency, goods, total, net, tax, line_count, address, remark,
				placed_by, actor, address_from, request, placed_at, priced_at, review_until)
			VALUES (%[1]d, '%[2]s', 'SO%[3]d', 'portal', '%[4]s', 'allocated', 'CNY', 22600, 22600, 20000, 2600, 2,
				'{"name":"王芳","phone":"13800000000","region_name":"浙江省杭州市","detail":"文一路 1 号"}', '=1+1', '王芳', 'account:a', '', '', '%[5]s', '%[5]s', '%[5]s')`,
			dealer, order, i+1, []string{"in_review", "accepted", "accepted", "accepted"}[i], day.AddDate(0, 0, i).Format(time.RFC3339)),
			fmt.Sprintf(`INSERT INTO orders.line (dealer_id, order_id, line, sku_id, sku_code, name, unit, quantity, reserved, price, amount, net, tax, tax_rate, trace)
			SELECT %d, '%s', n, n, 'A-' || n, '平板灯', '只', 1500, 1500, 75333333, 11300, 10000, 1300, 1300, '{}' FROM generate_series(1, 2) n`, dealer, order))
	}
}

func TestOrdersAreExportedByLine(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.trade()
	first := func(who org.Actor) string {
		t.Helper()
		got := rows(t, w.give(who, spreadsheet.Orders, spreadsheet.Filter{}))
		if len(got) != 9 || got[0][0] != "订单号" {
			t.Fatalf("%d rows under %v", len(got), got[0])
		}
		return strings.Join(got[1], "|")
	}
	// A file shows no more of people than the pages do.
	if masked := first(w.staff); !strings.Contains(masked, "|226|王*|138****0000|浙江省杭州市 文一路 1 号|=1+1") {
		t.Errorf("the first row is %s", masked)
	}
	sees := w.staff
	sees.Permissions = org.Of(append(sees.Permissions.List(), org.ContactRead)...)
	full := first(sees)
	for _, want := range []string{"SO4|", "|待发货|D002|宁波远照|王芳|1|A-1|平板灯|只|1.5|75.333333|113|100|13|13%|", "|226|王芳|13800000000|浙江省杭州市 文一路 1 号|=1+1"} {
		if !strings.Contains(full, want) {
			t.Errorf("the first row is %s, without %s", full, want)
		}
	}
}

func TestADealerExportsItsOwnOrdersOnly(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.trade()
	dealer := org.Actor{Kind: org.Dealer, ID: "a", DealerID: 1, Permissions: org.Portal}
	for _, filter := range []spreadsheet.Filter{{}, {Dealer: "D002"}, {Query: "SO"}} {
		got := rows(t, w.give(dealer, spreadsheet.Orders, filter))
		for _, row := range got[1:] {
			if row[3] != "D001" {
				t.Errorf("dealer D001 got a row of %s", row[3])
			}
		}
		if want := 7; filter.Dealer == "" && len(got) != want {
			t.Errorf("%d rows, want %d", len(got), want)
		}
	}
	if n := value[int64](w, `SELECT count(*) FROM queue.fact WHERE doc_kind = 'run' AND dealer_id IS DISTINCT FROM 1`); n != 0 {
		t.Errorf("%d facts of the dealer's runs are not the dealer's", n)
	}
}

func TestExportsAreFiltered(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.trade()
	w.sell("A-1")
	day := time.Date(2026, 3, 3, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		kind   spreadsheet.Kind
		filter spreadsheet.Filter
		want   int
	}{
		{spreadsheet.Orders, spreadsheet.Filter{State: "in_review"}, 2},
		{spreadsheet.Orders, spreadsheet.Filter{Dealer: "D002"}, 2},
		{spreadsheet.Orders, spreadsheet.Filter{Query: "远照"}, 2},
		{spreadsheet.Orders, spreadsheet.Filter{From: &day}, 6},
		{spreadsheet.Dealers, spreadsheet.Filter{Language: fault.English}, 2},
		{spreadsheet.Dealers, spreadsheet.Filter{Query: "明光"}, 1},
		{spreadsheet.Dealers, spreadsheet.Filter{Level: "B"}, 0},
		{spreadsheet.Products, spreadsheet.Filter{Category: "LT"}, 1},
		{spreadsheet.Products, spreadsheet.Filter{Category: "NONE"}, 0},
		{spreadsheet.Products, spreadsheet.Filter{State: "published"}, 0},
		{spreadsheet.Audit, spreadsheet.Filter{Table: "dealer.dealer", Key: "D001"}, 1},
		{spreadsheet.Audit, spreadsheet.Filter{Actor: "staff:nobody"}, 0},
	} {
		if got := len(rows(t, w.give(w.staff, c.kind, c.filter))) - 1; got != c.want {
			t.Errorf("%s by %+v: %d rows, want %d", c.kind, c.filter, got, c.want)
		}
	}
}

func TestALongExportIsReadPageByPage(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.sell("A-1")
	w.exec(`INSERT INTO catalog.sku (product_id, code, name, unit, tax_rate) SELECT (SELECT id FROM catalog.product), 'S-' || n, 'S', '只', 1300 FROM generate_series(1, 2500) n`,
		`INSERT INTO inventory.level (sku_id, warehouse_id, on_hand) SELECT s.id, w.id, 1500 FROM catalog.sku s, inventory.warehouse w`,
		`INSERT INTO pricing.price (list_id, sku_id, minimum, price) SELECT l.id, s.id, m, 5000000 FROM catalog.sku s, pricing.price_list l, (VALUES (0), (10000)) v(m) WHERE l.code = 'BASE'`,
		`INSERT INTO audit.change (at, actor, address, trace, action, tbl, key) SELECT now(), 'a', '', '', 'insert', 'many', n::text FROM generate_series(1, 2500) n`)
	for kind, want := range map[spreadsheet.Kind]int{spreadsheet.Stock: 5002, spreadsheet.Prices: 5002, spreadsheet.Products: 2501, spreadsheet.Audit: 2500} {
		got := rows(t, w.give(w.staff, kind, spreadsheet.Filter{List: "BASE", Table: "many"}))[1:]
		seen := map[string]bool{}
		for _, row := range got {
			seen[strings.Join(row, "|")] = true
		}
		if len(got) != want || len(seen) != want {
			t.Errorf("%s: %d rows, %d distinct, want %d", kind, len(got), len(seen), want)
		}
	}
}
