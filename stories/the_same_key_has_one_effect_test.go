package stories_test

import (
	"bytes"
	"sync"
	"testing"

	"qudao/internal/apitest"
)

func TestARepeatedOrderIsTheFirstOne(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	key := apitest.SameKey("cart-0001")
	first := d.Post("/orders", d.order(want("S2", 10)), key).OK()
	s.unchanged(func() {
		for range 3 {
			if again := d.Post("/orders", d.order(want("S2", 10)), key).OK(); !bytes.Equal(again.Body, first.Body) {
				t.Errorf("the repetition says %s, the first said %s", again.Body, first.Body)
			}
		}
	})
	if n := s.free("S2"); n != 140 {
		t.Errorf("%d are free", n)
	}
	s.holds()
}

// The answer to an order from the cart is lost, the dealer fills the cart anew, and then the phone says the
// order again: the new lines stay.
func TestARepeatedOrderLeavesTheNewCartAlone(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	d.Post("/cart/lines", fields{"lines": []line{want("S2", 10), want("S1", 10)}}).OK()
	body, key := d.order(want("S2", 10)), apitest.SameKey("cart-0002")
	body["from_cart"] = true
	d.Post("/orders", body, key).OK()
	if c := d.readsCart(); len(c.Lines) != 1 || c.Lines[0].SKU != "S1" {
		t.Errorf("after the order the cart is %+v", c)
	}
	d.Post("/cart/lines", fields{"lines": []line{want("S2", 3)}}).OK()
	d.Post("/orders", body, key).OK()
	if c := d.readsCart(); len(c.Lines) != 2 || c.Lines[1].SKU != "S2" {
		t.Errorf("after the repetition the cart is %+v", c)
	}
}

func TestAKeyWithAnotherBodyIsRefused(t *testing.T) {
	s := begin(t)
	d, desk := s.buyer("dealer2"), s.staff("desk")
	key := apitest.SameKey("cart-0001")
	d.Post("/orders", d.order(want("S2", 10)), key).OK()
	s.refuses(no{422, "idempotency_key_reused", "", ""}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/orders", d.order(want("S2", 11)), key, language)
	})
	// The same key for another effect is another key, as is the same key of somebody else.
	other := s.buyer("dealer3")
	other.Post("/orders", other.order(want("S2", 11)), key).OK()
	o := desk.sees(d.places(want("S2", 1)).Number)
	d.Post("/orders/"+o.ID+"/cancel", struct{}{}, key, apitest.Version(o.Version)).OK()
	s.holds()
}

// A refusal keeps no key: what was wrong can be put right under the same one.
func TestARefusedOrderKeepsNoKey(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	key := apitest.SameKey("cart-0001")
	s.refuses(no{409, "order_refused", "lines[0]", "stock_short"}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/orders", d.order(want("S2", 151)), key, language)
	})
	d.Post("/orders", d.order(want("S2", 150)), key).OK()
	s.holds()
}

func TestADoubleClickPlacesOneOrder(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	key := apitest.SameKey("cart-0001")
	var all sync.WaitGroup
	answers := make([]*apitest.Answer, 8)
	for i := range answers {
		all.Go(func() { answers[i] = d.Post("/orders", d.order(want("S2", 10)), key) })
	}
	all.Wait()
	var number string
	for _, answer := range answers {
		if answer.Status != 200 {
			answer.Refused(409, "idempotency_running")
			continue
		}
		var p placed
		if answer.Into(&p); number != "" && p.Number != number {
			t.Errorf("two orders: %s and %s", number, p.Number)
		}
		number = p.Number
	}
	if n := s.free("S2"); number == "" || n != 140 {
		t.Errorf("order %q, %d are free", number, n)
	}
	s.holds()
}

// Who may no longer do it does not get the stored answer either.
func TestAStoredAnswerIsForThoseWhoMayStillAsk(t *testing.T) {
	s := begin(t)
	d, admin := s.buyer("dealer2"), s.staff("admin")
	key := apitest.SameKey("cart-0001")
	d.Post("/orders", d.order(want("S2", 10)), key).OK()
	s.freezes(admin, "D2")
	s.eventually("the frozen dealer may not order", func() bool {
		return d.Post("/orders", d.order(want("S2", 10)), key).Status == 403
	})
	s.refuses(no{403, "permission_missing", "", ""}, func(language apitest.Header) *apitest.Answer {
		return d.Post("/orders", d.order(want("S2", 10)), key, language)
	})
}

func TestAKeyIsNeededAndHasAForm(t *testing.T) {
	s := begin(t)
	d := s.buyer("dealer2")
	for key, code := range map[string]string{"": "idempotency_key_missing", "short": "idempotency_key_invalid", "with a space": "idempotency_key_invalid", "不是ASCII字符": "idempotency_key_invalid"} {
		s.refuses(no{400, code, "", ""}, func(language apitest.Header) *apitest.Answer {
			return d.Post("/orders", d.order(want("S2", 10)), apitest.SameKey(key), language)
		})
	}
}
