package verify_test

import (
	"slices"
	"testing"

	. "qudao/internal/ordertest"
	"qudao/internal/verify"
)

// Each invariant is shown to find what breaks it: a check that cannot fail checks nothing.
func TestEachInvariantFindsWhatBreaksIt(t *testing.T) {
	t.Parallel()
	breaks := map[string]string{
		"ST1": `UPDATE inventory.level SET reserved = reserved + 1000 WHERE sku_id = 1 AND warehouse_id = 1`,
		"ST2": `ALTER TABLE inventory.level DROP CONSTRAINT level_holds; UPDATE inventory.level SET reserved = on_hand + 1 WHERE sku_id = 2`,
		"ST3": `UPDATE inventory.level SET on_hand = on_hand + 1 WHERE sku_id = 1 AND warehouse_id = 1`,
		"ST4": `UPDATE inventory.reservation SET open[1] = open[1] - 1`,
		"ST5": `UPDATE orders.orders SET review = 'cancelled', closed_at = now()`,
		"OR1": `UPDATE orders.line SET amount = amount + 1, net = net + 1`,
		"OR3": `UPDATE orders.line SET price = price + 1000000`,
		"OR4": `DELETE FROM timeline.node`,
		"OR5": `UPDATE orders.orders SET fulfilment = 'shipped'`,
		"OR6": `UPDATE orders.line SET reserved = 0, shipped = quantity, received = 1`,
		"OR7": `UPDATE orders.line SET sku_id = 999999`,
		"AU1": `DELETE FROM audit.change WHERE tbl = 'orders.orders'`,
		"AL1": `INSERT INTO orders.spent SELECT dealer_id, account_id, date_trunc('month', now())::date, 1, id, total - 1, total FROM orders.orders`,
		"NO1": `INSERT INTO notification.message (receiver, id, fact_id, dealer_id, kind, doc_kind, doc_id, data, at)
			SELECT 'dealer:2', id, id, 1, 'order_accepted', 'order', number, '{}', now() FROM orders.orders`,
		"NO2": `INSERT INTO notification.announcement (id, number, title, body, everybody, audience_ids, created_at, created_by, updated_at)
			VALUES (gen_random_uuid(), 'AN1', 'x', 'x', false, '{999}', now(), 'x', now())`,
		"IS1": `INSERT INTO pg.scope_dealer VALUES (77, 1)`,
		"IS2": `INSERT INTO identity.login (id, kind, username, password_hash, changed_at, created_at) VALUES (gen_random_uuid(), 'staff', 'odd', 'x', now(), now()); INSERT INTO org.staff (code, name, login_id, data_scope, sees_all) SELECT 'ODD', 'x', id, 'all', true FROM identity.login WHERE username = 'odd'`,
		"OG1": `INSERT INTO org.department (code, name) VALUES ('A', 'a'), ('B', 'b'); UPDATE org.department SET parent_id = (SELECT id FROM org.department o WHERE o.code <> department.code)`,
		"DL1": `INSERT INTO identity.login (id, kind, username, password_hash, changed_at, created_at) VALUES (gen_random_uuid(), 'staff', 'odd', 'x', now(), now()); INSERT INTO org.staff (code, name, login_id, data_scope) SELECT 'ODD', 'x', id, 'all' FROM identity.login WHERE username = 'odd';
			UPDATE dealer.dealer SET rep_id = (SELECT id FROM org.staff WHERE code = 'ODD') WHERE id = 1`,
	}
	// As if all were read and nothing added up.
	read := `INSERT INTO report.filled DEFAULT VALUES; INSERT INTO queue.position SELECT 'report', max(xid), 'ffffffff-ffff-ffff-ffff-ffffffffffff', now() FROM queue.fact; `
	breaks["RP1"] = read + `INSERT INTO report.goods SELECT l.dealer_id, report.day_of(l.order_id), 1, l.amount FROM orders.line l`
	breaks["RP2"] = read + `INSERT INTO report.daily SELECT o.dealer_id, report.day_of(o.id), 1, o.total FROM orders.orders o`
	// A fact's id must lie in a partition that exists, hence a key of now.
	breaks["AU3"] = `INSERT INTO queue.fact (id, kind, doc_kind, doc_id, seq, dealer_id, at, actor) SELECT pg.uuid_floor(now()), kind, doc_kind, doc_id, seq + 2, dealer_id, at, actor FROM queue.fact`
	seen := []string{}
	for id, sql := range breaks {
		t.Run(id, func(t *testing.T) {
			w := New(t, 1, 2)
			w.Place(1, Want("S1", 3))
			w.Holds()
			w.Exec(sql)
			results, err := verify.All(t.Context(), w.Super)
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range verify.Violations(results) {
				if v.Invariant == id {
					return
				}
			}
			t.Errorf("%s did not see it", id)
		})
		seen = append(seen, id)
	}
	w := New(t, 1, 1)
	results, err := verify.All(t.Context(), w.Super)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		if !slices.Contains(seen, r.ID) {
			t.Errorf("invariant %s is not shown to find anything", r.ID)
		}
	}
}

// No foreign key ties lines to their order, so an order could go and leave them behind.
func TestAnOrderThatIsGoneIsMissed(t *testing.T) {
	t.Parallel()
	w := New(t, 1, 1)
	w.Place(1, Want("S1", 3))
	w.Exec(`DELETE FROM orders.orders`)
	results, err := verify.All(t.Context(), w.Super)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(verify.Violations(results), func(v verify.Violation) bool { return v.Invariant == "OR7" }) {
		t.Error("the order is gone and nothing misses it")
	}
}
