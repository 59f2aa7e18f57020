package stories_test

import (
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/dealer"
)

// wishes is a shopping list.
type wishes struct {
	ID, Name string
	Shared   bool
	Mine     bool
	Version  int
	Priced   cart
}

func (b buyer) keeps(name string, shared bool, lines ...line) (l wishes) {
	b.s.t.Helper()
	b.Post("/shopping-lists", fields{"name": name, "shared": shared, "lines": lines}, apitest.Key()).Into(&l)
	return l
}

// A list is priced for who asks, goes into the cart with one call, and names what can no longer be bought.
func TestAListIsPricedAndGoesIntoTheCart(t *testing.T) {
	s := begin(t)
	d, product := s.buyer("dealer1"), s.staff("product")
	l := d.keeps("每月补货", false, want("S2", 4), want("S3", 2), want("S1", 5))
	if len(l.Priced.Lines) != 3 || l.Priced.Lines[0].SKU != "S2" || l.Priced.Lines[1].SKU != "S3" || !l.Priced.Placeable {
		t.Fatalf("the list is %+v", l)
	}
	gone := l.Priced.Lines[1].Name
	product.Post("/products/P2/archive", nil, apitest.Key(), apitest.Version(s.version(product, "/products/P2"))).OK()
	s.eventually("the withdrawal is heard of", func() bool {
		d.Get("/shopping-lists/" + l.ID).Into(&l)
		p := l.Priced.Lines[1].Problem
		return p != nil && p.Code == "sku_not_orderable" && l.Priced.Lines[1].Name == gone
	})
	var c struct {
		cart
		Left []struct {
			SKU, Name string
			Problem   struct{ Code string }
		}
	}
	d.Post("/shopping-lists/"+l.ID+"/cart", nil).Into(&c)
	if len(c.Lines) != 2 || c.Lines[0].SKU == "S3" || !c.Placeable || len(c.Left) != 1 || c.Left[0].SKU != "S3" || c.Left[0].Name != gone || c.Left[0].Problem.Code != "sku_not_orderable" {
		t.Errorf("the cart is %+v", c)
	}
	// What is gone may stay in the list, in another place; it cannot be put into one anew.
	d.Put("/shopping-lists/"+l.ID, fields{"name": "每月补货", "lines": []line{want("S3", 2), want("S2", 6)}}, apitest.Version(l.Version)).Into(&l)
	if len(l.Priced.Lines) != 2 || l.Priced.Lines[0].SKU != "S3" || l.Priced.Lines[0].Name != gone {
		t.Errorf("the list is %+v", l)
	}
	s.refuses(no{422, "invalid_input", "lines[0]", "sku_not_orderable"}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/shopping-lists", fields{"name": "x", "lines": []line{want("S3", 1)}}, apitest.Key(), language)
	})
}

// A list is its owner's alone until it is shared; then everybody of the dealer uses and changes it, and only
// its owner takes it back.
func TestAListIsOnesOwnOrTheDealers(t *testing.T) {
	s := begin(t)
	s.Enrol("D2", "colleague", dealer.RoleBuyer)
	owner, other := s.buyer("dealer2"), s.buyer("colleague")
	l := owner.keeps("样板间", false, want("S2", 1))
	path := "/shopping-lists/" + l.ID
	other.Get(path).Refused(404, "not_found")
	other.Put(path, fields{"name": "x", "lines": []line{}}, apitest.Version(l.Version)).Refused(404, "not_found")
	other.Delete(path).OK()
	owner.Put(path, fields{"name": "样板间", "shared": true, "lines": []line{want("S2", 1)}}, apitest.Version(l.Version)).Into(&l)
	var seen wishes
	other.Get(path).Into(&seen)
	if seen.Mine || !seen.Shared || seen.Name != "样板间" {
		t.Errorf("the other sees %+v", seen)
	}
	other.Post(path+"/lines", fields{"lines": []line{want("S1", 5), want("S2", 3)}}).Into(&seen)
	if len(seen.Priced.Lines) != 2 || seen.Priced.Lines[0].SKU != "S2" || seen.Priced.Lines[0].Quantity != 3 || seen.Priced.Lines[1].SKU != "S1" {
		t.Errorf("the list is %+v", seen)
	}
	s.refuses(no{409, "shopping_list_changed", "", ""}, func(language apitest.Header) *apitest.Answer {
		return owner.Put(path, fields{"name": "x", "lines": []line{}}, apitest.Version(l.Version), language)
	})
	s.refuses(no{403, "shopping_list_of_other", "", ""}, func(language apitest.Header) *apitest.Answer {
		return other.Put(path, fields{"name": "x", "lines": []line{}}, apitest.Version(seen.Version), language)
	})
	other.Delete(path).OK()
	owner.Get(path).Refused(404, "not_found")
}

// What a dealer buys often and what is under way to it are told with the order they belong to.
func TestADealerSeesWhatItBuysAndWhatIsUnderWay(t *testing.T) {
	s := begin(t)
	d, admin := s.buyer("dealer2"), s.staff("admin")
	d.places(want("S2", 3))
	o := s.arrival(d, admin, admin, want("S2", 5), want("S1", 10))
	var under struct {
		Items []struct {
			ID, Number, Order, Carrier, Tracking string
			LineCount                            int `json:"line_count"`
		}
	}
	d.Get("/arrivals").Into(&under)
	if len(under.Items) != 1 || under.Items[0].Order != o.Number || under.Items[0].Carrier != "顺丰" || under.Items[0].LineCount != 2 {
		t.Errorf("under way: %+v", under)
	}
	var bought struct {
		Items []struct {
			Code   string
			Orders int
			Usual  int
		}
	}
	d.Get("/bought").Into(&bought)
	if len(bought.Items) != 2 || bought.Items[0].Code != "S2" || bought.Items[0].Orders != 2 || bought.Items[0].Usual != 5 || bought.Items[1].Orders != 1 {
		t.Errorf("bought: %+v", bought)
	}
	d.Post("/orders/"+o.ID+"/shipments/"+o.Shipments[0].ID+"/receive", fields{}, apitest.Key()).OK()
	d.Get("/arrivals").Into(&under)
	if len(under.Items) != 0 {
		t.Errorf("still under way: %+v", under)
	}
}
