package portal

import (
	"context"
	"net/http"
	"time"

	"qudao/internal/httpapi"
	"qudao/internal/httpapi/view"
	"qudao/internal/id"
	"qudao/internal/order"
	"qudao/internal/org"
	"qudao/internal/qty"
)

// What a dealer's first page shows at most.
const (
	arrivalsShown = 20
	boughtShown   = 12
)

func (s *surface) habits() {
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.arrivals", Method: http.MethodGet, Path: "/arrivals", Surface: httpapi.Portal,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "在途商品", En: "List the shipments under way, the latest shipped first"}, s.listArrivals)
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.bought", Method: http.MethodGet, Path: "/bought", Surface: httpapi.Portal,
		Permission: org.OrderRead, Object: httpapi.Dealer, Zh: "常购商品", En: "List what the dealer ordered most often within a year and can buy now"}, s.listBought)
}

// Arrival is a shipment under way.
type Arrival struct {
	ID         id.ID               `json:"id"`
	Number     string              `json:"number"`
	Order      string              `json:"order" doc:"The number of its order."`
	Carrier    string              `json:"carrier"`
	Tracking   string              `json:"tracking"`
	ShippedAt  time.Time           `json:"shipped_at"`
	LineCount  int                 `json:"line_count"`
	FirstLines []order.LineGlimpse `json:"first_lines"`
}

type arrivalsOutput struct {
	Body struct {
		Items []Arrival `json:"items"`
	}
}

func (s *surface) listArrivals(ctx context.Context, who org.Actor, _ *struct{}) (*arrivalsOutput, error) {
	list, err := s.Order.Arrivals(ctx, who, arrivalsShown)
	if err != nil {
		return nil, err
	}
	out := &arrivalsOutput{}
	out.Body.Items = view.Each(list, func(a order.Arrival) Arrival {
		return Arrival{ID: a.ID, Number: a.Number, Order: a.OrderNo, Carrier: a.Carrier, Tracking: a.Tracking, ShippedAt: a.ShippedAt, LineCount: a.LineCount, FirstLines: a.First}
	})
	return out, nil
}

// BoughtSKU is an SKU that the dealer orders often, as it is offered now.
type BoughtSKU struct {
	view.SKUCard
	Product string       `json:"product" doc:"The code of its product."`
	Orders  int          `json:"orders" doc:"How many orders of the last year had it."`
	Usual   qty.Quantity `json:"usual" doc:"The quantity of the last order that had it."`
	LastAt  time.Time    `json:"last_at"`
}

type boughtOutput struct {
	Body struct {
		Items []BoughtSKU `json:"items"`
	}
}

func (s *surface) listBought(ctx context.Context, who org.Actor, _ *struct{}) (*boughtOutput, error) {
	list, err := s.Order.Bought(ctx, who, boughtShown)
	if err != nil {
		return nil, err
	}
	skus := make([]int32, len(list))
	for i, b := range list {
		skus[i] = b.SKU
	}
	lang := httpapi.Language(ctx)
	shelf, err := s.Purchasing.Shelf(ctx, who, skus, lang)
	if err != nil {
		return nil, err
	}
	out := &boughtOutput{}
	out.Body.Items = []BoughtSKU{}
	for _, b := range list {
		if o, ok := shelf[b.SKU]; ok && o.Price != nil {
			out.Body.Items = append(out.Body.Items, BoughtSKU{SKUCard: view.SKUCardOf(o, lang), Product: o.Item.ProductCode, Orders: b.Orders, Usual: b.Usual, LastAt: b.LastAt})
		}
	}
	return out, nil
}
