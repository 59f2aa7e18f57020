package office

import (
	"context"
	"net/http"
	"slices"

	"qudao/internal/dealer"
	"qudao/internal/fault"
	"qudao/internal/httpapi"
	"qudao/internal/id"
	"qudao/internal/org"
	"qudao/internal/secret"
	"qudao/internal/unmask"
)

func (s *surface) unmasking() {
	const doc = "The look and its reason are on the record. A person may look at so many values a day; left says how many more."
	httpapi.Handle(s.api, httpapi.Operation{ID: "dealer.unmask", Method: http.MethodPost, Path: "/dealers/{code}/unmask", Surface: httpapi.Office,
		Permission: org.SecretUnmask, Object: httpapi.Dealer, Zh: "查看经销商被隐去的一项", En: "See one masked value of a dealer, with a reason", Doc: doc}, s.unmaskDealer)
	httpapi.Handle(s.api, httpapi.Operation{ID: "order.unmask", Method: http.MethodPost, Path: "/orders/{id}/unmask", Surface: httpapi.Office,
		Permission: org.SecretUnmask, Object: httpapi.Dealer, Zh: "查看订单被隐去的一项", En: "See one masked value of an order, with a reason", Doc: doc}, s.unmaskOrder)
}

// Unmasked is a single value in full.
type Unmasked struct {
	Value string `json:"value"`
	Left  int    `json:"left" doc:"How many more values the person may unmask today."`
}

type unmaskedOutput struct{ Body Unmasked }

type unmaskDealerInput struct {
	ByCode
	Body struct {
		Field   string `json:"field" enum:"contact,phone"`
		Address id.ID  `json:"address,omitempty" doc:"Of one of its ship-to addresses; the dealer's own contact where it is left out."`
		Reason  string `json:"reason" maxLength:"200"`
	}
}

func (s *surface) unmaskDealer(ctx context.Context, who org.Actor, in *unmaskDealerInput) (*unmaskedOutput, error) {
	if err := unmask.Check(who, in.Body.Reason); err != nil {
		return nil, err
	}
	d, err := s.Dealer.Get(ctx, who, in.Code)
	if err != nil {
		return nil, err
	}
	look := unmask.Look{Table: dealer.PhoneOfDealer.Table, Key: d.Code, Field: in.Body.Field, Dealer: d.ID, Reason: in.Body.Reason}
	name, phone := d.Contact, d.Phone
	if in.Body.Address != id.Nil {
		at := slices.IndexFunc(d.Addresses, func(a dealer.Address) bool { return a.ID == in.Body.Address })
		if at < 0 {
			return nil, fault.NotFound.With()
		}
		look.Table, look.Key = dealer.PhoneOfAddress.Table, dealer.AddressRow(d.ID, in.Body.Address)
		name, phone = d.Addresses[at].Name, d.Addresses[at].Phone
	}
	return s.unmasked(ctx, who, look, name, phone)
}

type unmaskOrderInput struct {
	ID   string `path:"id" doc:"Id or number."`
	Body struct {
		Field  string `json:"field" enum:"contact,phone" doc:"Of who takes the goods."`
		Reason string `json:"reason" maxLength:"200"`
	}
}

func (s *surface) unmaskOrder(ctx context.Context, who org.Actor, in *unmaskOrderInput) (*unmaskedOutput, error) {
	if err := unmask.Check(who, in.Body.Reason); err != nil {
		return nil, err
	}
	if err := who.Require(org.OrderRead); err != nil {
		return nil, err
	}
	o, err := s.Order.Get(ctx, who, in.ID)
	if err != nil {
		return nil, err
	}
	look := unmask.Look{Table: "orders.orders", Key: o.ID.String(), Field: in.Body.Field, Dealer: o.DealerID, Reason: in.Body.Reason}
	return s.unmasked(ctx, who, look, o.Address.Name, o.Address.Phone)
}

// unmasked hands out a value once the look is on the record.
func (s *surface) unmasked(ctx context.Context, who org.Actor, look unmask.Look, name secret.Name, phone secret.Phone) (*unmaskedOutput, error) {
	left, err := s.Unmask.Record(ctx, who, look)
	if err != nil {
		return nil, err
	}
	value := name.Reveal()
	if look.Field == "phone" {
		value = phone.Reveal()
	}
	return &unmaskedOutput{Unmasked{Value: value, Left: left}}, nil
}
