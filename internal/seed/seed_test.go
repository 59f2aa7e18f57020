package seed_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/dealer"
	"qudao/internal/demo"
	"qudao/internal/identity"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/secret"
	"qudao/internal/seed"
	"qudao/internal/verify"
)

// small is a brand with everything in it, and few of each.
var small = demo.Options{Seed: seed.Seed, Dealers: 40, SKUs: 400, Lists: 40, Orders: 600, Now: time.Date(2026, time.November, 20, 16, 30, 0, 0, time.UTC)}

type world struct {
	db   *pg.DB
	conn *pgx.Conn // as the superuser, whom no policy holds
	told []string
}

func load(t *testing.T, opt demo.Options) *world {
	t.Helper()
	db, url := pgtest.Open(t)
	w := &world{db: db}
	if err := seed.Demo(t.Context(), url.Owner, pgtest.Keys(), opt, func(line string) { w.told = append(w.told, line) }); err != nil {
		t.Fatal(err)
	}
	conn, err := pgx.Connect(t.Context(), url.Super)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	w.conn = conn
	return w
}

func TestALoadedBrand(t *testing.T) {
	t.Parallel()
	w := load(t, small)
	for what, test := range map[string]func(*testing.T, *world){
		"holds everything":             holdsEverything,
		"breaks no invariant":          breaksNoInvariant,
		"leaves the next numbers free": leavesNumbersFree,
		"is guarded again":             isGuarded,
		"lets its people in":           letsPeopleIn,
	} {
		t.Run(what, func(t *testing.T) { test(t, w) })
	}
}

func value[T any](t *testing.T, w *world, sql string, args ...any) (out T) {
	t.Helper()
	if err := w.conn.QueryRow(t.Context(), sql, args...).Scan(&out); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return out
}

func holdsEverything(t *testing.T, w *world) {
	b := demo.Make(small)
	lines, prices, skus := 0, 0, 0
	for o := range b.Orders() {
		lines += len(o.Lines)
	}
	for range b.Prices() {
		prices++
	}
	for range b.SKUs() {
		skus++
	}
	for sql, want := range map[string]int{
		"dealer.dealer": 40, "dealer.account": 40 + len(b.SubAccounts()), "dealer.rep_term WHERE until IS NULL": 40, "pg.scope_dealer": 80,
		"dealer.address WHERE is_default": 40, "dealer.audience": len(b.Audiences), "dealer.region": len(b.Regions),
		"org.staff": len(b.Staff), "org.division": len(b.Divisions), "catalog.sku": skus, "catalog.template": len(b.Templates),
		"pricing.price_list": len(b.Lists), "pricing.price": prices, "inventory.warehouse": len(b.Warehouses), "inventory.display": len(b.StockDisplays),
		"orders.orders": 600, "orders.line": lines, "inventory.reservation": 600, "queue.fact": 0,
		"catalog.product p WHERE NOT EXISTS (SELECT FROM catalog.search s WHERE s.product_id = p.id)": 0,
		"catalog.product WHERE cardinality(category_path) <> 4":                                       0,
		// Every picture that a product shows is there, and every one that is there is shown.
		"catalog.product WHERE jsonb_array_length(images) = 0": 0,
		"(SELECT jsonb_array_elements_text(images) AS image FROM catalog.product EXCEPT SELECT '/media/' || hash FROM catalog.picture_file f JOIN blob.file b ON b.id = f.file_id) x":     0,
		"(SELECT '/media/' || hash FROM catalog.picture EXCEPT SELECT jsonb_array_elements_text(images) FROM catalog.product EXCEPT SELECT '/media/' || hash FROM catalog.picture_use) x": 0,
		"(SELECT FROM inventory.level WHERE on_hand - reserved < safety LIMIT 1) x":                                                                                                       1,
	} {
		if got := value[int](t, w, "SELECT count(*) FROM "+sql); got != want {
			t.Errorf("%s: %d rows, want %d", sql, got, want)
		}
	}
	if len(w.told) == 0 || !slices.Contains(w.told, "600 orders of 18 months") {
		t.Errorf("told %q", w.told)
	}
}

func breaksNoInvariant(t *testing.T, w *world) {
	results, err := verify.All(t.Context(), w.db)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range verify.Violations(results) {
		t.Errorf("%s: %s", v.Invariant, v.Row)
	}
	for what, sql := range map[string]string{
		"a level was once below zero":                 `SELECT count(*) FROM (SELECT sum(quantity) OVER (PARTITION BY sku_id, warehouse_id ORDER BY at, quantity DESC) AS level FROM inventory.movement) m WHERE level < 0`,
		"a membership that its rule does not give":    `SELECT count(*) FROM dealer.dealer d JOIN dealer.audience a ON a.code = 'ALL' WHERE NOT d.audience_ids @> ARRAY[a.id]`,
		"an order before its dealer":                  `SELECT count(*) FROM orders.orders o JOIN dealer.dealer d ON d.id = o.dealer_id WHERE o.placed_at < d.created_at`,
		"an id of another month than its order":       `SELECT count(*) FROM orders.orders WHERE id < pg.uuid_floor(placed_at) OR id > pg.uuid_floor(placed_at + interval '1 ms')`,
		"a number of another day than its order":      `SELECT count(*) FROM orders.orders WHERE substr(number, 3, 8) <> to_char(placed_at AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD')`,
		"an order of two numbers":                     `SELECT count(*) - count(DISTINCT number) FROM orders.orders`,
		"a shipment of two numbers":                   `SELECT count(*) - count(DISTINCT number) FROM orders.shipment`,
		"an order that waits longer than it may":      `SELECT count(*) FROM orders.orders WHERE review = 'in_review' AND review_until <= '2026-11-20 16:30Z'`,
		"a node before the one it follows":            `SELECT count(*) FROM timeline.node n JOIN timeline.node p ON p.doc_id = n.doc_id AND p.seq = n.seq - 1 WHERE n.at < p.at`,
		"something after the end of the history":      `SELECT count(*) FROM timeline.node WHERE at > '2026-11-20 16:30Z'`,
		"a dealer without a rep in whose scope it is": `SELECT count(*) FROM dealer.dealer d WHERE NOT EXISTS (SELECT FROM pg.scope_dealer s WHERE s.dealer_id = d.id AND s.scope_id = d.rep_id)`,
	} {
		if n := value[int](t, w, sql); n != 0 {
			t.Errorf("%s: %d", what, n)
		}
	}
	// Every state there is has something in it.
	states := value[string](t, w, `SELECT string_agg(DISTINCT CASE review WHEN 'accepted' THEN fulfilment ELSE review END, ' ') FROM orders.orders`)
	for _, state := range strings.Fields("in_review allocated partly_shipped shipped received rejected cancelled") {
		if !slices.Contains(strings.Fields(states), state) {
			t.Errorf("no order is %s, only %s", state, states)
		}
	}
}

func leavesNumbersFree(t *testing.T, w *world) {
	if n := value[int](t, w, `SELECT nextval('orders.order_number')`); n != 601 {
		t.Errorf("the next order is %d", n)
	}
	shipments := value[int](t, w, `SELECT count(*) FROM orders.shipment`)
	if n := value[int](t, w, `SELECT nextval('orders.shipment_number')`); n != shipments+1 {
		t.Errorf("the next shipment is %d after %d", n, shipments)
	}
	for _, table := range []string{"catalog.product", "catalog.sku", "pricing.price_list", "inventory.warehouse", "catalog.category", "catalog.template"} {
		if n := value[int](t, w, fmt.Sprintf(`SELECT nextval(pg_get_serial_sequence('%s', 'id')) - max(id) FROM %s`, table, table)); n != 1 {
			t.Errorf("the next id of %s is %d after the last", table, n)
		}
	}
}

func isGuarded(t *testing.T, w *world) {
	if n := value[int](t, w, `SELECT count(*) FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity`); n != 0 {
		t.Errorf("%d tables are guarded without force", n)
	}
	err := w.db.Read(t.Context(), pg.Scope{}, func(tx *pg.Tx) error {
		n, err := pg.Value[int](t.Context(), tx, `SELECT count(*) FROM orders.orders`)
		if n != 0 {
			t.Errorf("%d orders without a scope", n)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func letsPeopleIn(t *testing.T, w *world) {
	ids := identity.New(w.db)
	staff, dealers := org.New(w.db, ids), dealer.New(w.db, ids)
	roles := map[string]bool{}
	for _, login := range seed.Logins() {
		kind := identity.KindStaff
		if login.App == seed.AppPortal {
			kind = identity.KindAccount
		}
		_, session, err := ids.SignIn(t.Context(), identity.Credentials{Kind: kind, Username: login.Username, Password: secret.NewText(login.Password), Address: "127.0.0.1"})
		if err != nil {
			t.Errorf("%s: %v", login.Username, err)
			continue
		}
		roles[login.Role] = true
		if kind == identity.KindAccount {
			who, err := dealers.AccountActor(t.Context(), session.LoginID)
			if err != nil || len(who.Audiences) < 3 || !who.May(org.OrderPlace) {
				t.Errorf("%s is %+v, %v", login.Username, who, err)
			}
			continue
		}
		who, err := staff.StaffActor(t.Context(), session.LoginID)
		if err != nil || len(who.Permissions.List()) == 0 || who.OwnDealers != (strings.HasPrefix(login.Username, "rep") || strings.HasPrefix(login.Username, "lead")) {
			t.Errorf("%s is %+v, %v", login.Username, who, err)
		}
	}
	// A sub-account with an amount by month has placed some of this month's orders, and no more than it may.
	over := value[int](t, w, `SELECT count(*) FROM dealer.account_limit m WHERE m.per_month < (SELECT sum(o.total) FROM orders.orders o WHERE o.account_id = m.account_id)`)
	if over > 0 {
		t.Errorf("%d sub-accounts ordered more than they may", over)
	}
	if want := 3 + 2 + len(org.StandardRoles); len(roles) != want {
		t.Errorf("logins for %d roles, want %d", len(roles), want)
	}
}

func TestABrandIsLoadedOnce(t *testing.T) {
	t.Parallel()
	db, url := pgtest.Open(t)
	is := func(what func(context.Context, *pg.DB) (bool, error)) bool {
		t.Helper()
		found, err := what(t.Context(), db)
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	if is(seed.Present) || is(seed.IsDemo) {
		t.Error("an empty database has a brand")
	}
	tiny := demo.Options{Seed: 7, Dealers: 3, SKUs: 60, Lists: 3, Orders: 10}
	if err := seed.Demo(t.Context(), url.Owner, pgtest.Keys(), tiny, nil); err != nil {
		t.Fatal(err)
	}
	if !is(seed.Present) || !is(seed.IsDemo) {
		t.Error("the brand is not found")
	}
	if err := seed.Demo(t.Context(), url.Owner, pgtest.Keys(), tiny, nil); !errors.Is(err, seed.NotEmpty) {
		t.Errorf("a second brand: %v", err)
	}
}

func TestAnInterruptedLoadLeavesNothing(t *testing.T) {
	t.Parallel()
	db, url := pgtest.Open(t)
	ctx, cancel := context.WithCancel(t.Context())
	err := seed.Demo(ctx, url.Owner, pgtest.Keys(), small, func(line string) {
		if strings.Contains(line, "price lists") {
			cancel()
		}
	})
	if err == nil {
		t.Fatal("the load went on")
	}
	if found, err := seed.Present(t.Context(), db); err != nil || found {
		t.Errorf("left a brand: %v %v", found, err)
	}
	if err := seed.Demo(t.Context(), url.Owner, pgtest.Keys(), small, nil); err != nil {
		t.Errorf("the next attempt: %v", err)
	}
}

func TestTheSameSeedGivesTheSameBrand(t *testing.T) {
	t.Parallel()
	tiny := demo.Options{Seed: 3, Dealers: 10, SKUs: 100, Lists: 30, Orders: 60}
	digest := func() string {
		w := load(t, tiny)
		return value[string](t, w, `SELECT md5(string_agg(row, '|' ORDER BY row)) FROM (
			SELECT format('%s', (o.id, o.number, o.review, o.fulfilment, o.total, o.version)) AS row FROM orders.orders o
			UNION ALL SELECT format('%s', (l.*)) FROM orders.line l
			UNION ALL SELECT format('%s', (m.*)) FROM inventory.movement m
			UNION ALL SELECT format('%s', (p.*)) FROM pricing.price p
			UNION ALL SELECT format('%s', (k.*)) FROM catalog.sku k
			UNION ALL SELECT format('%s', (p.code, p.images)) FROM catalog.product p
			UNION ALL SELECT format('%s', (f.*)) FROM catalog.picture_file f) r`)
	}
	if a, b := digest(), digest(); a != b {
		t.Error("two loads of one seed differ")
	}
}
