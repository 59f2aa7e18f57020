package inventory_test

import (
	"testing"

	"qudao/internal/fault"
	"qudao/internal/inventory"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/qty"
)

// world is a stock of three SKUs in two warehouses, A asked before B, and one that is closed.
type world struct {
	*inventory.Service
	t     testing.TB
	db    *pg.DB
	staff org.Actor
}

var everything = pg.Scope{Actor: "system:test", All: true}

func newWorld(t testing.TB) *world {
	t.Helper()
	db, _ := pgtest.Open(t)
	w := &world{Service: inventory.New(db), t: t, db: db,
		staff: org.Actor{Kind: org.Staff, ID: "stock", Permissions: org.Of(org.StockRead, org.StockEdit)}}
	for _, sql := range []string{
		`INSERT INTO dealer.region (code, name, level) VALUES (330200, '宁波市', 2)`,
		`INSERT INTO dealer.audience (code, name, rule, updated_at) VALUES ('ALL', '全部', '{}', now()), ('KEY', '重点', '{}', now())`,
		`INSERT INTO catalog.category (code, name, level, path) VALUES ('1', '开关插座', 1, '{1}')`,
		`INSERT INTO catalog.category (code, name, level, parent_id, path) VALUES ('10', '墙壁开关', 2, 1, '{1,2}')`,
		`INSERT INTO catalog.product (code, name, category_id, category_path, unit, created_at, updated_at) VALUES ('P', '开关', 1, '{1}', '只', now(), now())`,
		`INSERT INTO catalog.sku (product_id, code, name, unit, tax_rate) SELECT 1, 'S' || i, '单开开关 ' || i, '只', 1300 FROM generate_series(1, 3) i`,
		`INSERT INTO inventory.warehouse (code, name, region_code, priority, state) VALUES ('A', '宁波总仓', 330200, 9, 'active'), ('B', '华北仓', 330200, 1, 'active'), ('C', '旧仓', 330200, 0, 'closed')`,
	} {
		w.exec(sql)
	}
	return w
}

func (w *world) exec(sql string, args ...any) {
	w.t.Helper()
	err := w.db.Write(w.t.Context(), everything, func(tx *pg.Tx) error {
		_, err := tx.Exec(w.t.Context(), sql, args...)
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
}

func value[T any](w *world, sql string, args ...any) (out T) {
	w.t.Helper()
	err := w.db.Read(w.t.Context(), everything, func(tx *pg.Tx) (err error) {
		out, err = pg.Value[T](w.t.Context(), tx, sql, args...)
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return out
}

// set makes what is on hand of an SKU in a warehouse so many whole units.
func (w *world) set(sku, warehouse string, units int) {
	w.t.Helper()
	_, err := w.Adjust(w.t.Context(), w.staff, inventory.Adjustment{SKU: sku, Warehouse: warehouse, OnHand: whole(units), Reason: "盘点"})
	if err != nil {
		w.t.Fatal(err)
	}
}

// reserve holds so many whole units, as orders do.
func (w *world) reserve(sku, warehouse string, units int) {
	w.t.Helper()
	w.exec(`UPDATE inventory.level l SET reserved = $3 FROM catalog.sku k, inventory.warehouse h
		WHERE k.id = l.sku_id AND h.id = l.warehouse_id AND k.code = $1 AND h.code = $2`, sku, warehouse, units*1000)
}

func whole(n int) *qty.Quantity {
	q := qty.Quantity(n) * qty.One
	return &q
}

func wants(t testing.TB, err error, d *fault.Definition) *fault.Fault {
	t.Helper()
	f, ok := fault.As(err)
	if !ok || f.Definition != d {
		t.Fatalf("got %v, want %s", err, d.Code)
	}
	return f
}
