package stories_test

import (
	"sync"
	"testing"
	"time"

	"qudao/internal/apitest"
	"qudao/internal/catalog"
	"qudao/internal/dealer"
	"qudao/internal/money"
	"qudao/internal/org"
	"qudao/internal/pricing"
)

// ticking is a clock that stands still until it is set forward, for all goroutines of a server.
type ticking struct {
	lock sync.Mutex
	at   time.Time
}

// Now is the time that the clock shows.
func (c *ticking) Now() time.Time {
	c.lock.Lock()
	defer c.lock.Unlock()
	return c.at
}

func (c *ticking) forward(by time.Duration) {
	c.lock.Lock()
	defer c.lock.Unlock()
	c.at = c.at.Add(by)
}

// beginAt starts a story whose clock the test sets.
func beginAt(t *testing.T, at time.Time) (*story, *ticking) {
	t.Helper()
	t.Parallel()
	now := &ticking{at: at}
	return &story{apitest.StartWith(t, apitest.Config{Clock: now}), t}, now
}

// sellsWithoutPrice makes a product of each code, with one SKU of the same code that everybody sees,
// without a price and without stock.
func (s *story) sellsWithoutPrice(codes ...string) {
	s.t.Helper()
	rate := money.Rate(1300)
	for _, code := range codes {
		results, err := s.App.Catalog.Upsert(s.t.Context(), org.NewSystem("story"), []catalog.ProductIn{{Code: "P-" + code, Name: "面板 " + code, Category: "SOCKET", Unit: "只",
			Allow: []string{"ALL"}, State: catalog.StatePublished, SKUs: []catalog.SKUIn{{Code: code, TaxRate: &rate}}}})
		if err != nil || results[0].Problem != nil {
			s.t.Fatal(err, results[0].Problem)
		}
	}
}

// version is at which version something is now.
func (s *story) version(who person, path string) int {
	s.t.Helper()
	var it struct{ Version int }
	who.Get(path).Into(&it)
	return it.Version
}

// freezes makes a dealer one that may see but not order.
func (s *story) freezes(who person, dealer string) {
	s.t.Helper()
	var d struct {
		Name, Contact, Phone string
		Level                struct{ Code string }
		Region               struct{ Code int }
		Version              int
	}
	who.Get("/dealers/" + dealer).Into(&d)
	who.Put("/dealers/"+dealer, map[string]any{"name": d.Name, "level": d.Level.Code, "region": d.Region.Code, "state": "frozen"}, apitest.Version(d.Version)).OK()
}

// represents makes a member of staff the rep of a dealer.
func (s *story) represents(code, rep string) {
	s.t.Helper()
	who := org.NewSystem("story")
	d, err := s.App.Dealer.Get(s.t.Context(), who, code)
	if err != nil {
		s.t.Fatal(err)
	}
	_, err = s.App.Dealer.Edit(s.t.Context(), who, code, d.Version, dealer.Input{Name: d.Name, Level: d.Level.Code, Region: d.Region.Code, Rep: rep, Phone: d.Phone})
	if err != nil {
		s.t.Fatal(err)
	}
}

// costs sets the base price of an SKU.
func (s *story) costs(sku, price string) {
	s.t.Helper()
	p, err := money.ParsePrice(price)
	if err != nil {
		s.t.Fatal(err)
	}
	if _, err := s.App.Pricing.Change(s.t.Context(), org.NewSystem("story"), "BASE", []pricing.Change{{SKU: sku, Tiers: pricing.Tiers{{Price: p}}}}); err != nil {
		s.t.Fatal(err)
	}
}
