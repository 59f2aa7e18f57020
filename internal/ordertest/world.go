// Package ordertest builds a small trading world on a test's own database: dealers in audiences, goods
// with prices, stock in warehouses, and the services over them. Tests of order and of what stands on it
// use it; rows are planted as the superuser, quickly and exactly.
package ordertest

import (
	"fmt"
	"testing"
	"time"

	"qudao/internal/catalog"
	"qudao/internal/clock"
	"qudao/internal/dealer"
	"qudao/internal/id"
	"qudao/internal/identity"
	"qudao/internal/inventory"
	"qudao/internal/money"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/pricing"
	"qudao/internal/purchasing"
	"qudao/internal/qty"
	"qudao/internal/verify"
)

// World is dealers, goods and services. Dealers are numbered from 1, as are SKUs and warehouses; dealer
// D1 is in audiences 1 (everybody) and 2, all others in 1.
type World struct {
	t        testing.TB
	Database pgtest.Database
	DB       *pg.DB
	Super    *pg.DB

	Identity *identity.Service
	Org      *org.Service
	Dealers  *dealer.Service
	Goods    *catalog.Service
	Stock    *inventory.Service
	Prices   *pricing.Service
	Orders   *order.Service
	Carts    *purchasing.Service
}

// New returns a world with so many dealers and SKUs, each SKU with a base price of 10.00, a price of 8.00
// for audience 2, 13 % tax, and 100 pieces in the first of two warehouses and 20 in the second.
func New(t testing.TB, dealers, skus int) *World {
	t.Helper()
	d := pgtest.New(t)
	w := &World{t: t, Database: d, DB: pgtest.OpenURL(t, d.App, nil), Super: pgtest.OpenURL(t, d.Super, nil)}
	w.plant(dealers, skus)
	placing, err := pg.Open(t.Context(), pg.Config{URL: d.App, Conns: 4, Params: order.PlacingParams(), Keys: pgtest.Keys()})
	if err != nil {
		t.Fatal(err)
	}
	w.Identity = identity.New(w.DB)
	w.Org = org.New(w.DB, w.Identity)
	w.Dealers = dealer.New(w.DB, w.Identity)
	w.Goods = catalog.New(w.DB)
	w.Stock = inventory.New(w.DB)
	w.Prices = pricing.New(w.DB)
	w.Orders = order.New(w.DB, placing, w.Dealers, w.Goods, w.Stock, w.Prices.Book())
	w.Carts = purchasing.New(w.DB, w.Dealers, w.Goods, w.Stock, w.Prices.Book(), clock.System)
	t.Cleanup(func() { w.Orders.Close(); placing.Close() })
	return w
}

func (w *World) plant(dealers, skus int) {
	w.Exec(`
INSERT INTO org.division (code, name) VALUES ('V1', '民用电工');
INSERT INTO dealer.region VALUES (330000, '浙江省', NULL, 1), (330100, '杭州市', 330000, 2);
INSERT INTO dealer.level (code, name, rank) VALUES ('L1', '战略', 1), ('L2', '普通', 2);
INSERT INTO dealer.audience (code, name, rule, updated_at) VALUES ('ALL', '全部', '{}', now()), ('VIP', '战略', '{"levels":["L1"]}', now());
INSERT INTO catalog.category (code, name, level, path) VALUES ('C1', '开关', 1, '{1}');
INSERT INTO catalog.product (code, name, category_id, category_path, unit, allow_ids, state, published_at, created_at, updated_at)
  VALUES ('P1', '五孔插座', 1, '{1}', '只', '{1}', 'published', now(), now(), now());
INSERT INTO inventory.warehouse (code, name, region_code, priority) VALUES ('W1', '宁波总仓', 330000, 2), ('W2', '杭州分仓', 330100, 1);
INSERT INTO inventory.display (mode) VALUES ('exact');
INSERT INTO pricing.price_list (code, name, kind, updated_at) VALUES ('BASE', '基准价', 'base', now());
INSERT INTO pricing.price_list (code, name, kind, audience_id, priority, updated_at) VALUES ('VIP', '战略价', 'audience', 2, 10, now());
UPDATE orders.rule SET auto_accept_below = 0`)
	w.Exec(`INSERT INTO dealer.dealer (code, name, level_id, region_code, audience_ids, created_at, updated_at)
  SELECT 'D' || n, '经销商' || n, CASE n WHEN 1 THEN 1 ELSE 2 END, 330100, CASE n WHEN 1 THEN '{1,2}'::int[] ELSE '{1}' END, now(), now() FROM generate_series(1, $1::int) n`, dealers)
	w.Exec(`INSERT INTO dealer.address (dealer_id, id, name, phone, region_code, detail, is_default)
  SELECT id, gen_random_uuid(), '收货人', '16000000000', 330100, '文三路 1 号', true FROM dealer.dealer`)
	w.Exec(`INSERT INTO catalog.sku (product_id, code, model, name, unit, tax_rate, sort)
  SELECT 1, 'S' || n, 'QY' || n, '插座 ' || n, '只', 1300, n FROM generate_series(1, $1::int) n`, skus)
	w.Exec(`INSERT INTO pricing.price (list_id, sku_id, price) SELECT l.id, k.id, CASE l.id WHEN 1 THEN 10000000 ELSE 8000000 END FROM pricing.price_list l, catalog.sku k`)
	w.Exec(`INSERT INTO inventory.level (sku_id, warehouse_id, on_hand) SELECT k.id, w.id, CASE w.id WHEN 1 THEN 100000 ELSE 20000 END FROM catalog.sku k, inventory.warehouse w`)
	w.Exec(`INSERT INTO inventory.movement (id, sku_id, warehouse_id, kind, quantity, actor, at)
  SELECT pg.uuid_floor(now() + n * interval '1 ms'), sku_id, warehouse_id, 'opening', on_hand, 'test', now() FROM (SELECT *, row_number() OVER () AS n FROM inventory.level) l`)
}

// Exec runs a statement as the superuser.
func (w *World) Exec(sql string, args ...any) {
	w.t.Helper()
	if _, err := w.Super.Pool().Exec(w.t.Context(), sql, args...); err != nil {
		w.t.Fatal(err)
	}
}

// Int returns a number from the database, as the superuser sees it.
func (w *World) Int(sql string, args ...any) (n int) {
	w.t.Helper()
	if err := w.Super.Pool().QueryRow(w.t.Context(), sql, args...).Scan(&n); err != nil {
		w.t.Fatal(err)
	}
	return n
}

// Text returns a text from the database, as the superuser sees it; "" for NULL.
func (w *World) Text(sql string, args ...any) string {
	w.t.Helper()
	var text *string
	if err := w.Super.Pool().QueryRow(w.t.Context(), sql, args...).Scan(&text); err != nil {
		w.t.Fatal(err)
	}
	if text == nil {
		return ""
	}
	return *text
}

// Dealer is the master account of dealer n.
func (w *World) Dealer(n int) org.Actor {
	audiences := []int32{1}
	if n == 1 {
		audiences = []int32{1, 2}
	}
	account := id.Floor(time.UnixMilli(int64(n)))
	return org.Actor{Kind: org.Dealer, ID: account.String(), Name: fmt.Sprintf("采购%d", n), DealerID: int32(n), DealerCode: fmt.Sprintf("D%d", n),
		AccountID: account, Audiences: audiences, Permissions: org.Portal}
}

// Limited is a further account of dealer n, with limits; they are stored, as placement looks them up.
func (w *World) Limited(n int, username string, limits org.Limits) org.Actor {
	w.t.Helper()
	who, login := w.Dealer(n), id.New()
	who.AccountID, who.Name, who.Limits = id.New(), username, &limits
	who.ID = who.AccountID.String()
	w.Exec(`INSERT INTO identity.login (id, kind, username, password_hash, changed_at, created_at) VALUES ($1, 'account', $2, 'x', now(), now())`, login, username)
	w.Exec(`INSERT INTO dealer.account (dealer_id, id, login_id, name, role) VALUES ($1, $2, $3, $4, 'buyer')`, n, who.AccountID, login, username)
	w.Exec(`INSERT INTO dealer.account_limit (dealer_id, account_id, per_order, per_month) VALUES ($1, $2, $3, $4)`, n, who.AccountID, limits.PerOrder, limits.PerMonth)
	return who
}

// Staff is a member of staff with these permissions who sees every dealer.
func (w *World) Staff(code string, may ...org.Permission) org.Actor {
	return org.Actor{Kind: org.Staff, ID: code, Name: code, StaffID: 1, Permissions: org.Of(may...)}
}

// Address is the default address of dealer n.
func (w *World) Address(n int) id.ID {
	var key id.ID
	if err := w.Super.Pool().QueryRow(w.t.Context(), `SELECT id FROM dealer.address WHERE dealer_id = $1 AND is_default`, n).Scan(&key); err != nil {
		w.t.Fatal(err)
	}
	return key
}

// Want is a line of an order.
func Want(sku string, pieces int) order.LineInput {
	return order.LineInput{SKU: sku, Quantity: qty.Quantity(pieces) * qty.One}
}

// Input is an order of dealer n.
func (w *World) Input(n int, lines ...order.LineInput) order.PlaceInput {
	return order.PlaceInput{Address: w.Address(n), Source: order.Portal, Lines: lines}
}

// Place places an order of dealer n, which must not be refused.
func (w *World) Place(n int, lines ...order.LineInput) order.Placed {
	w.t.Helper()
	p, err := w.Orders.Place(w.t.Context(), w.Dealer(n), w.Input(n, lines...))
	if err != nil {
		w.t.Fatalf("the order was refused: %v", err)
	}
	return p
}

// Free is how many pieces of a SKU can still be promised.
func (w *World) Free(sku string) int {
	w.t.Helper()
	return w.Int(`SELECT sum(on_hand - reserved)::int / 1000 FROM inventory.level l JOIN catalog.sku k ON k.id = l.sku_id WHERE k.code = $1`, sku)
}

// Holds fails the test unless every invariant holds.
func (w *World) Holds() {
	w.t.Helper()
	results, err := verify.All(w.t.Context(), w.Super)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, v := range verify.Violations(results) {
		w.t.Errorf("invariant %s: %s", v.Invariant, v.Row)
	}
}

// Yuan is an amount of whole yuan.
func Yuan(n int) money.Amount { return money.Amount(n * 100) }
