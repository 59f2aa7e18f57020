package simulate

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"qudao/internal/money"
	"qudao/internal/qty"
)

// What answers say, as far as the model speaks of it.
type (
	shownOrder struct {
		ID, State, Review, Fulfilment string
		Version                       int
		Goods, Total, Net, Tax        money.Amount
		Lines                         []struct {
			SKU                                              string
			Quantity, Reserved, Shipped, Received, Cancelled qty.Quantity
			Price                                            money.Price
			Amount, Net, Tax                                 money.Amount
		}
		Shipments []struct {
			ID, State string
			Lines     []struct {
				Line     int
				Quantity qty.Quantity
				Received *qty.Quantity
			}
		}
		Timeline []struct{ Seq int }
	}
	shownStock struct {
		SKU                         string
		Warehouse                   struct{ Code string }
		OnHand                      qty.Quantity `json:"on_hand"`
		Reserved, Safety, Available qty.Quantity
	}
	shownCart struct {
		Lines []struct {
			SKU      string
			Quantity qty.Quantity
			Price    *money.Price
			Amount   *money.Amount
			Problem  *struct{ Code string }
		}
		Total     money.Amount
		Placeable bool
	}
)

// text is an answer's order in the words in which it is compared.
func (o *shownOrder) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s/%s v%d nodes %d: %d = %d + %d, total %d", o.State, o.Review, o.Fulfilment, o.Version, len(o.Timeline), o.Goods, o.Net, o.Tax, o.Total)
	for _, l := range o.Lines {
		fmt.Fprintf(&b, "\n%s %d = %d + %d (%d) + %d at %d: %d = %d + %d", l.SKU, l.Quantity, l.Reserved, l.Shipped, l.Received, l.Cancelled, l.Price, l.Amount, l.Net, l.Tax)
	}
	for _, s := range o.Shipments {
		fmt.Fprintf(&b, "\n%s", s.State)
		for _, l := range s.Lines {
			arrived := qty.Quantity(-1)
			if l.Received != nil {
				arrived = *l.Received
			}
			fmt.Fprintf(&b, " %d:%d(%d)", l.Line, l.Quantity, arrived)
		}
	}
	return b.String()
}

// text is the model's order in the same words.
func (o *order) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s/%s v%d nodes %d: %d = %d + %d, total %d", o.state(), o.review, o.fulfilment, o.version, o.version, o.goods, o.net, o.tax, o.goods)
	for _, l := range o.lines {
		fmt.Fprintf(&b, "\n%s %d = %d + %d (%d) + %d at %d: %d = %d + %d", l.sku.code, l.quantity, l.reserved, l.shipped, l.received, l.gone, l.price, l.amount, l.net, l.tax)
	}
	for _, s := range o.shipments {
		state := "shipped"
		if s.arrived {
			state = "received"
		}
		fmt.Fprintf(&b, "\n%s", state)
		for _, l := range s.lines {
			arrived := int64(-1)
			if s.arrived {
				arrived = l.received
			}
			fmt.Fprintf(&b, " %d:%d(%d)", l.line+1, l.quantity, arrived)
		}
	}
	return b.String()
}

// same tells a difference between what was shown and what the model says.
func (r *run) same(what, shown, foreseen string) error {
	r.digest.add("%s", shown)
	if shown != foreseen {
		return r.differs("%s\n  shown    %s\n  foreseen %s", what, strings.ReplaceAll(shown, "\n", "\n           "), strings.ReplaceAll(foreseen, "\n", "\n           "))
	}
	return nil
}

// compareOrder compares an answer that is an order, and learns the keys of its shipments.
func (r *run) compareOrder(o *order, a answer) error {
	var shown shownOrder
	if err := r.into(a, &shown); err != nil {
		return err
	}
	if shown.ID != o.id {
		return r.differs("order %s is shown for %s", shown.ID, o.id)
	}
	if err := r.same("order "+o.id, shown.text(), o.text()); err != nil {
		return err
	}
	for i, s := range shown.Shipments {
		o.shipments[i].id = s.ID
	}
	return nil
}

// readOrder reads an order as its dealer.
func (r *run) readOrder(o *order) error {
	c, err := r.buyer(o.dealer)
	if err != nil {
		return err
	}
	a, err := r.expect(sent{by: c, method: http.MethodGet, path: "/orders/" + o.id}, done())
	if err != nil {
		return err
	}
	return r.compareOrder(o, a)
}

// untouched looks, now and then, whether a refusal has left an order and its stock alone.
func (r *run) untouched(o *order, skus []*sku) error {
	if !r.chance(30) {
		return nil
	}
	if o != nil {
		if err := r.readOrder(o); err != nil {
			return err
		}
	}
	return r.compareStock(skus)
}

// compareStock compares what the warehouse is shown of SKUs.
func (r *run) compareStock(skus []*sku) error {
	if len(skus) == 0 {
		return nil
	}
	query := url.Values{"limit": {"200"}}
	var foreseen []string
	for _, s := range skus {
		if slices.Contains(query["sku"], s.code) {
			continue
		}
		query.Add("sku", s.code)
		foreseen = append(foreseen, r.stockText(s)...)
	}
	a, err := r.expect(sent{by: r.people[keeper], method: http.MethodGet, path: "/stock?" + query.Encode()}, done())
	if err != nil {
		return err
	}
	var list struct{ Items []shownStock }
	if err := r.into(a, &list); err != nil {
		return err
	}
	shown := make([]string, len(list.Items))
	for i := range list.Items {
		shown[i] = list.Items[i].text()
	}
	slices.Sort(shown)
	slices.Sort(foreseen)
	return r.same("stock", strings.Join(shown, "\n"), strings.Join(foreseen, "\n"))
}

func (l *shownStock) text() string {
	return fmt.Sprintf("%s %s: %d of %d reserved, %d kept, %d available", l.SKU, l.Warehouse.Code, l.Reserved, l.OnHand, l.Safety, l.Available)
}

func (r *run) stockText(s *sku) (out []string) {
	for w := range s.at {
		out = append(out, r.levelText(s, w))
	}
	return out
}

func (r *run) levelText(s *sku, w int) string {
	l := s.at[w]
	return fmt.Sprintf("%s %s: %d of %d reserved, %d kept, %d available", s.code, r.warehouses[w], l.reserved, l.onHand, l.safety, l.free())
}

// compareLevel compares an answer that is one level of stock.
func (r *run) compareLevel(s *sku, w int, a answer) error {
	var shown shownStock
	if err := r.into(a, &shown); err != nil {
		return err
	}
	return r.same("stock", shown.text(), r.levelText(s, w))
}
