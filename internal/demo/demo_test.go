package demo

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"qudao/internal/clock"
)

// digest is the sum of everything a sequence yields, as JSON.
func digest[T any](t *testing.T, all iter.Seq[T]) string {
	t.Helper()
	h := sha256.New()
	enc := json.NewEncoder(h)
	for x := range all {
		if err := enc.Encode(x); err != nil {
			t.Fatal(err)
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// digests sums every kind.
func digests(t *testing.T, b *Brand) map[string]string {
	t.Helper()
	return map[string]string{
		"brand":    digest(t, slices.Values([]*Brand{b})),
		"products": digest(t, b.Products()), "skus": digest(t, b.SKUs()), "dealers": digest(t, b.Dealers()),
		"accounts": digest(t, b.Accounts()), "prices": digest(t, b.Prices()), "stock": digest(t, b.Stock()), "orders": digest(t, b.Orders()),
	}
}

func TestSameSeedSameBytes(t *testing.T) {
	t.Parallel()
	opt := Options{Seed: 7, Orders: 1_500}
	first, second := digests(t, Make(opt)), digests(t, Make(opt))
	for kind, sum := range first {
		if second[kind] != sum {
			t.Errorf("%s differ between two runs of one seed", kind)
		}
	}
	other := digests(t, Make(Options{Seed: 8, Orders: 1_500}))
	for _, kind := range []string{"products", "dealers", "prices", "stock", "orders"} {
		if other[kind] == first[kind] {
			t.Errorf("%s do not depend on the seed", kind)
		}
	}
}

func TestMoreOfOneKindLeavesTheOthers(t *testing.T) {
	t.Parallel()
	small, large := Make(Options{Seed: 1}), Make(Options{Seed: 1, Dealers: 5_000, SKUs: 20_000, Orders: 20_000})
	for _, i := range []int{0, 1, 17, 299} {
		if a, b := asJSON(t, small.Dealer(i)), asJSON(t, large.Dealer(i)); !bytes.Equal(a, b) {
			t.Errorf("dealer %d changed:\n%s\n%s", i, a, b)
		}
	}
	for _, i := range []int{0, 3, 1_234, 2_499} {
		if a, b := asJSON(t, small.SKU(i)), asJSON(t, large.SKU(i)); !bytes.Equal(a, b) {
			t.Errorf("SKU %d changed:\n%s\n%s", i, a, b)
		}
	}
}

func asJSON(t *testing.T, v any) []byte {
	t.Helper()
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSizes(t *testing.T) {
	t.Parallel()
	b := Make(Options{Seed: 1})
	check := func(what string, got, low, high int) {
		if got < low || got > high {
			t.Errorf("%s: %d, want %d to %d", what, got, low, high)
		}
	}
	byLevel := map[int]int{}
	for _, c := range b.Categories {
		byLevel[c.Level]++
	}
	check("categories of the second level", byLevel[2], 12, 16)
	check("categories of the third level", byLevel[3], 45, 60)
	check("series", len(b.Series), 85, 95)
	check("products", count(b.Products()), 520, 580)
	check("SKUs", count(b.SKUs()), 2_500, 2_500)
	check("dealers", count(b.Dealers()), 300, 300)
	check("price lists", len(b.Lists), 40, 40)
	check("orders", count(b.Orders()), 12_000, 12_000)
	check("warehouses", len(b.Warehouses), 6, 6)
	check("staff", len(b.Staff), 23, 23)
	for p := range b.Products() {
		check("SKUs of "+p.Name, p.SKUs, 1, 12)
	}
	if more := Make(Options{Audiences: 500}); len(more.Audiences) != 500 {
		t.Errorf("%d audiences, want 500", len(more.Audiences))
	}
}

func count[T any](all iter.Seq[T]) (n int) {
	for range all {
		n++
	}
	return n
}

// unique remembers keys by kind and reports those that come twice.
type unique struct {
	t    *testing.T
	seen map[string]bool
}

func (u unique) add(kind, key string) {
	u.t.Helper()
	if key == "" {
		u.t.Errorf("empty %s", kind)
	}
	if key = kind + " " + key; u.seen[key] {
		u.t.Errorf("twice: %s", key)
	}
	u.seen[key] = true
}

func TestKeysAreUniqueAndResolve(t *testing.T) {
	t.Parallel()
	for _, opt := range []Options{{Seed: 1}, {Seed: 2, Dealers: 12_000, SKUs: 30_000, Lists: 300, Orders: 500, Audiences: 900}} {
		b := Make(opt)
		u := unique{t, map[string]bool{}}
		addBasics(u, b)
		addGoods(u, b)
		addDealers(u, b)
		checkReferences(t, u.seen, b)
	}
}

func addBasics(u unique, b *Brand) {
	for _, x := range b.Divisions {
		u.add("division", x.Code)
	}
	for _, x := range b.Categories {
		u.add("category", x.Code)
		u.add("category name", x.Name+" level "+fmt.Sprint(x.Level))
	}
	for _, x := range b.Series {
		u.add("series", x.Code)
		u.add("series name", x.Name)
		u.add("series mark", x.Mark)
	}
	for _, x := range b.Attributes {
		u.add("attribute", x.Code)
	}
	for _, x := range b.Templates {
		u.add("template", x.Code)
	}
	for _, x := range b.Regions {
		u.add("region", fmt.Sprint(x.Code))
	}
	for _, x := range b.Levels {
		u.add("level", x.Code)
	}
	for _, x := range b.Tags {
		u.add("tag", x.Code)
	}
	for _, x := range b.Audiences {
		u.add("audience", x.Code)
		u.add("audience name", x.Name)
	}
	for _, x := range b.Warehouses {
		u.add("warehouse", x.Code)
	}
	for _, x := range b.Lists {
		u.add("list", x.Code)
		u.add("list name", x.Name+x.Dealer)
		if x.Kind == ListAudience {
			u.add("priority", fmt.Sprint(x.Priority))
		}
	}
	for _, x := range b.Roles {
		u.add("role", x.Code)
	}
	for _, x := range b.Staff {
		u.add("staff", x.Code)
		u.add("login", x.Login)
		u.add("phone", x.Phone)
	}
}

func addGoods(u unique, b *Brand) {
	for p := range b.Products() {
		u.add("product", p.Code)
		u.add("product name", p.Name)
	}
	for s := range b.SKUs() {
		u.add("SKU", s.Code)
		u.add("order code", s.OrderCode)
		u.add("model", s.Model)
		u.add("barcode", s.Barcode)
		u.add("SKU name", s.Name)
	}
}

func addDealers(u unique, b *Brand) {
	for d := range b.Dealers() {
		u.add("dealer", d.Code)
		u.add("dealer name", d.Name)
		u.add("credit code", d.CreditCode)
		u.add("phone", d.Phone)
	}
	for a := range b.Accounts() {
		u.add("login", a.Login)
	}
}

func checkReferences(t *testing.T, known map[string]bool, b *Brand) {
	t.Helper()
	need := func(kind string, keys ...string) {
		for _, key := range keys {
			if key != "" && !known[kind+" "+key] {
				t.Errorf("no %s %s", kind, key)
			}
		}
	}
	region := func(codes ...int) {
		for _, code := range codes {
			need("region", fmt.Sprint(code))
		}
	}
	for _, c := range b.Categories {
		need("category", c.Parent)
	}
	for _, s := range b.Series {
		need("category", s.Category)
		need("division", s.Division)
	}
	for _, r := range b.Regions {
		if r.Parent != 0 {
			region(r.Parent)
		}
	}
	for _, a := range b.Audiences {
		need("level", a.Rule.Levels...)
		region(a.Rule.Regions...)
		need("tag", slices.Concat(a.Rule.TagsAny, a.Rule.TagsAll, a.Rule.TagsNone)...)
		need("division", a.Rule.Divisions...)
		need("dealer", slices.Concat(a.Rule.DealersIn, a.Rule.DealersOut)...)
	}
	for _, x := range b.StockDisplays {
		need("audience", x.Audience)
	}
	for _, l := range b.Lists {
		need("audience", l.Audience)
		need("dealer", l.Dealer)
	}
	for _, s := range b.Staff {
		need("role", s.Roles...)
		need("staff", s.Manager)
		need("warehouse", s.Warehouse)
		region(s.Regions...)
	}
	for _, a := range b.Areas {
		need("warehouse", a.Warehouse)
		region(a.Provinces...)
	}
	for p := range b.Products() {
		need("category", p.Category)
		need("series", p.Series)
		need("template", p.Template)
		need("division", p.Divisions...)
		need("audience", slices.Concat(p.Allow, p.Deny)...)
	}
	for s := range b.SKUs() {
		need("product", s.Product)
	}
	for d := range b.Dealers() {
		need("level", d.Level)
		need("tag", d.Tags...)
		need("division", d.Divisions...)
		need("staff", d.Rep)
		need("warehouse", d.Warehouse)
		region(d.Region)
		for _, a := range d.Addresses {
			region(a.Region)
			if !RegionUnder(a.Region, d.Region) {
				t.Errorf("address of %s lies in %d", d.Code, a.Region)
			}
		}
	}
	for p := range b.Prices() {
		if !known["list "+p.List] || !known["SKU "+p.SKU] || p.Price <= 0 || p.MinQuantity <= 0 {
			t.Fatalf("price row %+v", p)
		}
	}
}

func TestHistoryEndsNow(t *testing.T) {
	t.Parallel()
	for _, now := range []string{"2026-03-01T07:10:00", "2026-08-31T12:00:00", "2027-02-06T23:59:00", "2026-10-01T00:00:00"} {
		at, err := time.ParseInLocation("2006-01-02T15:04:05", now, clock.Zone)
		if err != nil {
			t.Fatal(err)
		}
		b := Make(Options{Seed: 3, Orders: 800, Now: at})
		last := at.AddDate(0, -HistoryMonths, -1)
		for o := range b.Orders() {
			if o.PlacedAt.Before(last) || o.PlacedAt.After(at) {
				t.Fatalf("%s: %s placed at %s after %s", now, o.Number, o.PlacedAt, last)
			}
			last = o.PlacedAt
		}
	}
}

func TestNothingReal(t *testing.T) {
	t.Parallel()
	b := Make(Options{Seed: 1, Dealers: 10_000})
	for _, name := range b.names {
		if slices.Contains(known, name) {
			t.Errorf("%s belongs to somebody", name)
		}
	}
	for d := range b.Dealers() {
		if !strings.HasPrefix(d.Phone, "160") || len(d.Phone) != 11 {
			t.Errorf("phone %s", d.Phone)
		}
	}
}
