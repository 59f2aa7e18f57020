package pricing_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/pgtest"
	"qudao/internal/pricing"
)

// world is a database with two dealers, two audiences and a few SKUs, and no price lists.
//
//	D1 is in GOLD and EAST, D2 is in GOLD; S1 … S5 are ordered one by one, S10 from 10.
type world struct {
	*pricing.Service
	db  *pg.DB
	url pgtest.Database
}

const plant = `
INSERT INTO dealer.region (code, name, level) VALUES (330000, '浙江省', 1);
INSERT INTO dealer.level (code, name, rank) VALUES ('L1', '战略', 1);
INSERT INTO dealer.audience (code, name, rule, updated_at) VALUES ('GOLD', '金牌', '{}', now()), ('EAST', '华东', '{}', now());
INSERT INTO dealer.dealer (code, name, level_id, region_code, audience_ids, created_at, updated_at)
SELECT d.code, d.code || '公司', 1, 330000, (SELECT array_agg(id ORDER BY id) FROM dealer.audience a WHERE a.code = ANY (d.audiences)), now(), now()
FROM (VALUES ('D1', '{GOLD,EAST}'::text[]), ('D2', '{GOLD}')) d(code, audiences);
INSERT INTO catalog.category (code, name, level, path) VALUES ('1', '开关', 1, '{1}');
INSERT INTO catalog.product (code, name, category_id, category_path, unit, state, created_at, updated_at) VALUES ('P', '开关', 1, '{1}', '只', 'published', now(), now());
INSERT INTO catalog.sku (product_id, code, name, unit, tax_rate, model, minimum)
SELECT 1, 'S' || n, CASE WHEN n % 2 = 0 THEN '双开开关 雅白' ELSE '单开开关 香槟金' END, '只', 1300, 'YZ-' || n, CASE WHEN n = 10 THEN 10000 ELSE 1000 END
FROM unnest('{1,2,3,4,5,10}'::int[]) n`

func newWorld(t *testing.T) world {
	t.Helper()
	db, url := pgtest.Open(t)
	w := world{Service: pricing.New(db), db: db, url: url}
	w.sql(t, plant)
	return w
}

// sql runs a statement as the superuser, whom no policy holds.
func (w world) sql(t *testing.T, text string, args ...any) {
	t.Helper()
	conn := w.super(t)
	defer conn.Close(context.Background())
	if _, err := conn.Exec(t.Context(), text, args...); err != nil {
		t.Fatal(err)
	}
}

// value returns what a statement answers to the superuser.
func value[T any](t *testing.T, w world, text string, args ...any) (out T) {
	t.Helper()
	conn := w.super(t)
	defer conn.Close(context.Background())
	if err := conn.QueryRow(t.Context(), text, args...).Scan(&out); err != nil {
		t.Fatal(err)
	}
	return out
}

func (w world) super(t *testing.T) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), w.url.Super)
	if err != nil {
		t.Fatal(err)
	}
	return conn
}

// clerk may read and change prices of all lists.
var clerk = org.Actor{Kind: org.Staff, ID: "price", Name: "陆嘉怡", StaffID: 6, Permissions: org.Of(org.PriceRead, org.PriceEdit)}

func (w world) dealer(t *testing.T, code string) (id int32, audiences []int32) {
	t.Helper()
	conn := w.super(t)
	defer conn.Close(context.Background())
	if err := conn.QueryRow(t.Context(), `SELECT id, audience_ids FROM dealer.dealer WHERE code = $1`, code).Scan(&id, &audiences); err != nil {
		t.Fatal(err)
	}
	return id, audiences
}

func (w world) sku(t *testing.T, code string) int32 {
	t.Helper()
	return value[int32](t, w, `SELECT id FROM catalog.sku WHERE code = $1`, code)
}

func (w world) make(t *testing.T, in pricing.ListInput) pricing.Entry {
	t.Helper()
	if in.Name == "" {
		in.Name = in.Code
	}
	e, err := w.CreateList(t.Context(), clerk, in)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// lists makes the lists BASE, GOLD (priority 1), EAST (priority 2) and OWN of D1.
func (w world) lists(t *testing.T) {
	t.Helper()
	w.make(t, pricing.ListInput{Code: "BASE", Kind: pricing.KindBase})
	w.make(t, pricing.ListInput{Code: "GOLD", Kind: pricing.KindAudience, Audience: "GOLD", Priority: 1})
	w.make(t, pricing.ListInput{Code: "EAST", Kind: pricing.KindAudience, Audience: "EAST", Priority: 2})
	w.make(t, pricing.ListInput{Code: "OWN", Kind: pricing.KindDealer, Dealer: "D1"})
}

// price gives an SKU one price in a list.
func (w world) price(t *testing.T, list, sku string, price int64) pricing.Changed {
	t.Helper()
	c, err := w.Change(t.Context(), clerk, list, []pricing.Change{{SKU: sku, Tiers: plain(price)}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// explain tells the price and its list as "9.00 BASE", or "none".
func (w world) explain(t *testing.T, dealer, sku string) string {
	t.Helper()
	e, err := w.Explain(t.Context(), clerk, dealer, sku, 0)
	if err != nil {
		t.Fatal(err)
	}
	if e.List == nil {
		return "none"
	}
	return fmt.Sprint(e.Price, " ", e.List.Code)
}

func ago(d time.Duration) *time.Time { at := time.Now().Add(-d); return &at }
